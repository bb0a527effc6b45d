"""Which lines of Markdown stand in bold as a whole, also where the marks open on one and close on another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.formats.markup import plain
from loaders.layout.labels import read_label

__all__ = ["bold_lines"]

_WHOLE = re.compile(r"(?:\s*(?:\*{2,3}(?:(?!\*\*).)+\*{2,3}|__(?:(?!__).)+__))+\s*")
_MARK = "**"
_MOST = 6
"""Lines of a heading, at most: marks further apart are none."""


def bold_lines(texts: Sequence[str]) -> list[bool]:
    """For each of the lines ``texts`` whether all of it is bold.

    Marks over several lines count where they open the first and close the last ("**2. Mục", "tiêu**"), and
    hold more than a number, which belongs to the words after it.
    """
    bold = [_WHOLE.fullmatch(text) is not None for text in texts]
    place = 0
    while place < len(texts):
        last = None if bold[place] else _closes(texts, place)
        if last is not None:
            bold[place : last + 1] = [True] * (last + 1 - place)
            place = last
        place += 1
    return [found and _says(text) for found, text in zip(bold, texts, strict=True)]


def _closes(texts: Sequence[str], first: int) -> int | None:
    """The line at whose end the marks close that open the line ``first``; None where they do not."""
    opens = texts[first].lstrip()
    if not opens.startswith(_MARK) or opens.count(_MARK) % 2 == 0 or not plain(opens).strip():
        return None
    marked = (place for place in range(first + 1, min(first + _MOST, len(texts))) if _MARK in texts[place])
    last = next(marked, None)
    closes = last is not None and texts[last].count(_MARK) == 1 and texts[last].rstrip("_ ").endswith("*")
    return last if closes else None


def _says(text: str) -> bool:
    shown = plain(text).strip()
    label = read_label(shown)
    return label is None or label.end < len(shown)
