"""Tables that programs cut where a page ends: a grid or a sheet for each page, the head on the first alone.

Programs that turn PDF into Word or Excel do so, and leave the page numbers between
(docs/decisions/177-tables-that-go-on-below-text.md).
"""

from __future__ import annotations

import re

from loaders.formats.head import Head
from loaders.formats.pieces import Grid
from loaders.layout.columns import Role
from loaders.layout.cues import hints
from loaders.layout.labels import read_label

__all__ = ["numbers_page", "resumes"]

_PAGE_NUMBER = re.compile(r"[\s|–-]*(?:(?:Trang|Page)\W*)?\d{1,3}(?:\s*/\s*\d{1,3})?[\s|–-]*", re.IGNORECASE)
_TOLD_BY = {
    Role.LEAD: {Role.LEAD},
    Role.COORD: {Role.LEAD},
    Role.TIME: {Role.TIME, Role.EXTRA},
}
"""What the texts in a column must speak for (``hints``)."""
_FEWEST = 4
"""Columns of a table that is told by what its cells say."""


def numbers_page(text: str) -> bool:
    """Whether ``text`` is the number of a page and nothing else."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def resumes(head: Head, grid: Grid) -> bool:
    """Whether ``grid``, below other text, holds rows under ``head``: its cells say what the columns ask.

    A table of its own has titles in its first row, and seldom agencies and times in the same columns.
    """
    if len(grid.widths) != len(head.columns) or len(head.columns) < _FEWEST:
        return False
    told = asked = 0
    fitted = head.fitted(grid)
    for box in grid.boxes:
        places = fitted.places(box) if box.words else []
        if len(places) != 1:
            continue
        role = head.columns[places[0]].role
        if role is Role.NUMBER and box.row == 0 and not read_label(box.words):
            return False
        if role in _TOLD_BY:
            asked += 1
            told += bool(_TOLD_BY[role] & hints(box.words))
    return told * 2 > asked
