"""Where a table ends in its grid: at a signature, the caption of another annex, or another table's head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.formats.below import stands_alone
from loaders.formats.head import Head
from loaders.formats.pieces import Box, Grid
from loaders.layout.columns import Role, named_role

__all__ = ["end_of", "rest_of"]

_AFTER_TABLE = re.compile(r"(?:(?:Nơi nhận|T/M|Người lập)\b|(?:TM|KT|TL|TUQ)\.)", re.IGNORECASE)
_ANNEX = re.compile(r"PHỤ LỤC\b|Phụ lục (?:[IVX]+|\d+)\b")
_FEWEST_TITLES = 3
_LONGEST = 12
"""Characters of a title that only counts rows: "STT", "Số thứ tự"."""


def end_of(shown: Sequence[Sequence[Box]], start: int, head: Head) -> int:
    """The row of ``shown`` in which the table under ``head``, whose rows begin at ``start``, has ended."""
    for r in range(start, len(shown)):
        opening = next((box for box in shown[r] if box.words), None)
        if opening is None or opening.row < r:  # it was heard of where it began
            continue
        first = opening.words
        if _AFTER_TABLE.match(first) or (_ANNEX.match(first) and stands_alone(shown[r], r, head)):
            return r
        if _titles(first, shown[r]) and not head.repeats(shown[r]):
            above = range(r - 1, start - 1, -1)  # captions above the titles belong to them
            return next((i + 1 for i in above if not stands_alone(shown[i], i, head)), start)
    return len(shown)


def _titles(first: str, boxes: Sequence[Box]) -> bool:
    """Whether a row holds the titles of columns, the first of which counts rows."""
    short = 0 < len(first) <= _LONGEST and first[0].isalpha()
    return short and sum(bool(b.words) for b in boxes) >= _FEWEST_TITLES and named_role(first) is Role.NUMBER


def rest_of(grid: Grid, row: int) -> Grid:
    """``grid`` from ``row`` on, as wide as its words reach."""
    kept = [replace(box, row=box.row - row) for box in grid.boxes if box.row >= row]
    width = max((box.column + box.width for box in kept if box.words), default=0)
    boxes = tuple(box for box in kept if box.column < width)
    return replace(grid, widths=grid.widths[:width], boxes=boxes, fresh=False, apart=False)
