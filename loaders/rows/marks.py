"""Marks in columns of years, quarters or months: an "x" below "2025" says when a row is to be done."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.layout.columns import Column, Role
from loaders.layout.cues import is_mark
from loaders.layout.divided import is_period
from loaders.layout.model import Line, Passage, Row

__all__ = ["marked_time"]


def marked_time(row: Row, columns: Sequence[Column]) -> Passage | None:
    """The periods that ``row`` marks, as one text where its first mark stands: "2025, 2026"."""
    titles: list[str] = []
    marks: list[Line] = []
    for column, cell in zip(columns, row.cells, strict=True):
        if column.role is Role.EXTRA and is_mark(cell.text) and is_period(column.title):
            titles.append(column.title)
            marks.extend(cell.passage.lines)
    return Passage.of([marks[0]._replace(text=", ".join(titles))]) if titles else None
