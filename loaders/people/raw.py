"""Sheets as plain rows of text, within limits."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

__all__ = ["MAX_COLUMNS", "MAX_ROWS", "RawSheet", "sheet_of"]

MAX_ROWS = 20_000
"""Rows read of one sheet; the longest plans have some 500."""
MAX_COLUMNS = 60


@dataclass(frozen=True)
class RawSheet:
    """One sheet: its title (None in CSV), and its rows from the first, cells as text.

    ``unread`` are the cells, by row and column from 0, of which it is not known what a person wants there:
    covered by the cell they are merged with, or holding a formula whose result was never stored.
    """

    title: str | None
    rows: tuple[tuple[str, ...], ...]
    hidden: bool = False
    cut: bool = False
    """Whether there are more than :data:`MAX_ROWS` rows."""
    unread: frozenset[tuple[int, int]] = frozenset()


def sheet_of(
    title: str | None,
    rows: Iterator[Any],
    *,
    hidden: bool = False,
    unread: frozenset[tuple[int, int]] = frozenset(),
) -> RawSheet:
    """The sheet of ``rows`` of texts or of cells of a workbook, cut at the limits."""
    kept: list[tuple[str, ...]] = []
    for row in rows:
        if len(kept) == MAX_ROWS:
            return RawSheet(title, tuple(kept), hidden, cut=True, unread=unread)
        kept.append(tuple(_text(cell) for cell in row[:MAX_COLUMNS]))
    return RawSheet(title, tuple(kept), hidden, unread=unread)


def _text(cell: Any) -> str:
    """A cell as text: NFC, single spaces, dates in ISO form, whole numbers without a point, 0.9 as "90%"."""
    value = getattr(cell, "value", cell)
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float) and "%" in getattr(cell, "number_format", ""):
        return f"{round(value * 100, 9):.15g}%"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(unicodedata.normalize("NFC", str(value)).split())
