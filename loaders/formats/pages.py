"""Tables over page breaks: whether a grid goes on with a table, and joining the cells that a page cut."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.formats.head import Head
from loaders.formats.pieces import Grid
from loaders.layout.columns import Column, Role
from loaders.layout.cues import hangs
from loaders.layout.labels import read_label
from loaders.layout.model import Cell, Fill, Row

__all__ = ["goes_on", "join_cut"]

_UPPER = (Role.TARGET, Role.TASK)


def goes_on(head: Head, grid: Grid) -> bool:
    """Whether ``grid``, which has no head, goes on with the table under ``head``: it has about as many columns."""
    return abs(len(grid.widths) - len(head.columns)) <= 1 or len(grid.widths) + 1 == len(head.offsets)


def join_cut(rows: list[Row], fresh: list[Row], columns: Sequence[Column]) -> None:
    """Join the first of the ``fresh`` rows of a page to the last of ``rows`` where a page break cut it.

    Both lists are changed in place. A cell that spans rows of both pages (its text only on the first)
    is merged on the second.
    """
    if not rows or not fresh:
        return
    first = fresh[0]
    if _is_cut(rows, first, columns):
        del fresh[0]
        for c, cell in enumerate(first.cells):
            if cell.passage:
                at = _home(rows, c, columns)
                rows[at] = _with(rows[at], c, Cell(rows[at].cells[c].passage.joined(cell.passage)))
        return
    for c, column in enumerate(columns):
        cell = first.cells[c]
        if cell.passage and column.role in _UPPER and cell.text[0].islower() and not read_label(cell.text):
            at = _home(rows, c, columns)
            rows[at] = _with(rows[at], c, Cell(rows[at].cells[c].passage.joined(cell.passage)))
            first = _with(first, c, Cell(fill=Fill.MERGED))
    fresh[0] = first


def _is_cut(rows: Sequence[Row], first: Row, columns: Sequence[Column]) -> bool:
    """Whether the cells of ``first`` go on with those above rather than begin a row."""
    score = 0.0
    for c, cell in enumerate(first.cells):
        if not cell.passage:
            continue
        before = rows[_home(rows, c, columns)].cells[c].text
        if columns[c].role is Role.NUMBER or read_label(cell.text):
            score -= 3.0
            continue
        score += 2.0 if cell.text[0].islower() else -0.5
        score += 1.5 if hangs(before) else 0.0
        score -= 1.5 if before.endswith(".") else 0.0
    return score > 0


def _home(rows: Sequence[Row], c: int, columns: Sequence[Column]) -> int:
    """The row whose cell goes on in column ``c``: the last one, or the last with text where cells span rows."""
    last = len(rows) - 1
    spans = columns[c].role in _UPPER or rows[last].cells[c].fill is Fill.MERGED
    return next((i for i in range(last, -1, -1) if rows[i].cells[c].passage), last) if spans else last


def _with(row: Row, c: int, cell: Cell) -> Row:
    return Row((*row.cells[:c], cell, *row.cells[c + 1 :]))
