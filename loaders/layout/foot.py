"""Footnotes at the foot of a page of a flattened table: they belong to no cell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.layout.model import Line

__all__ = ["without_foot"]

_OPENS = re.compile(r"\s*(?:\[\^?\d{1,2}\]|[1-9]\d?|[¹²³⁴-⁹])\s*ngày\s+\d{1,2}(?:/|\s+tháng\s)")
"""How a footnote opens that dates what is marked: no cell begins with a number and a date."""
_MOST = 20
"""Lines with text that the footnotes of a page have at most."""


def without_foot(page: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of ``page`` without its footnotes, and those: from the first that opens with a date on."""
    start, shown = len(page), 0
    for i in range(len(page) - 1, -1, -1):
        text = page[i].text
        shown += bool(text.strip())
        if shown > _MOST:
            break
        if "ngày" in text and _OPENS.match(text):
            start = i
    return list(page[:start]), list(page[start:])
