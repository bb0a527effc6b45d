"""Rows of dots, which stand for rows that a crawl or a copy left out."""

from __future__ import annotations

from loaders.layout.model import Row
from loaders.rows.draft import Note, span_of

__all__ = ["gap_note", "is_gap"]


def is_gap(row: Row) -> bool:
    """Whether ``row`` prints nothing but dots."""
    printed = [text for cell in row.cells if (text := cell.passage.text)]
    return bool(printed) and not any(text.strip(" .…") for text in printed)


def gap_note(row: Row) -> Note:
    """What the reader of a plan is told of such a row."""
    place = span_of(cell.passage for cell in row.cells)
    return Note("Dòng chỉ có dấu chấm: một phần của bảng bị mất.", "layout", place)
