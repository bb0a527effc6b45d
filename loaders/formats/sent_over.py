"""Texts that a page break sent over: they are brought up to where their cell begins.

Where a text may not be parted (Typst), or stands in the middle of a cell over several rows that a page cuts,
the cell is blank on the page on which it begins.
"""

from __future__ import annotations

from collections.abc import Sequence

from loaders.formats.pages import is_title
from loaders.layout.columns import CONTENT_ROLES, Column, Role
from loaders.layout.model import Cell, Fill, Row

__all__ = ["bring_up"]

_UPPER = (Role.TARGET, Role.TASK)
_FEW = 5
"""Fewer rows do not tell that a column has no empty cells."""
_NEVER_BLANK = (*_UPPER, Role.LEAD, Role.TIME)


def bring_up(rows: list[Row], fresh: list[Row], columns: Sequence[Column], begun: int, *, lost: bool) -> None:
    """Bring texts of a page's ``fresh`` rows up to the last of ``rows``, where their cells begin blank.

    Both lists are changed in place; ``begun`` is where the rows of the page before begin. Where merged cells
    are known, such a cell is blank and spans rows from below the first to the foot of its page. Where they
    were ``lost``, targets and tasks that are blank from a title on are the first below: there is nothing
    above with which they could go on.
    """
    leaf = max((c for c, column in enumerate(columns) if column.role in CONTENT_ROLES), default=-1)
    for c, column in enumerate(columns):
        if c == leaf or column.role not in (_UPPER if lost else _NEVER_BLANK):
            continue
        below = _first_text(fresh if lost else fresh[:1], c)
        home = _below_title(rows, c) if lost else _blank_cell(rows, c, begun, column.role)
        if home is None or below is None:
            continue
        rows[home] = _with(rows[home], c, fresh[below].cells[c])
        for i in range(below + 1):
            fresh[i] = _with(fresh[i], c, Cell(fill=Fill.MERGED))


def _blank_cell(rows: Sequence[Row], c: int, begun: int, role: Role) -> int | None:
    """Where the blank cell of column ``c`` begins that spans the last of ``rows``; None without one.

    At the row ``begun``, the first of its page, it is the rest of a cell of the page before. In the last row
    alone it may be empty, unless no cell of the column is; a time may be left blank once.
    """
    at = len(rows) - 1
    while at > begun and rows[at].cells[c].fill is Fill.MERGED:
        at -= 1
    if at <= begun or is_title(rows[at]) or rows[at].cells[c].fill is not Fill.EMPTY:
        return None
    spans = at < len(rows) - 1
    return at if spans or (role is not Role.TIME and _is_never_blank(rows[:at], c)) else None


def _is_never_blank(rows: Sequence[Row], c: int) -> bool:
    """Whether the cells of column ``c`` all have text or go on with that above."""
    plain = [row.cells[c] for row in rows if not is_title(row)]
    return len(plain) >= _FEW and all(cell.passage or cell.fill is Fill.MERGED for cell in plain)


def _below_title(rows: Sequence[Row], c: int) -> int | None:
    """The first row below the last title, where column ``c`` is blank from there on; else None."""
    for at in range(len(rows) - 1, -1, -1):
        if is_title(rows[at]):
            return at + 1 if at < len(rows) - 1 else None
        if rows[at].cells[c].passage:
            return None
    return None


def _first_text(fresh: Sequence[Row], c: int) -> int | None:
    """The first of ``fresh`` rows with a text in column ``c``, None where a title stands before it."""
    for i, row in enumerate(fresh):
        if is_title(row):
            return None
        if row.cells[c].passage:
            return i
    return None


def _with(row: Row, c: int, cell: Cell) -> Row:
    return Row((*row.cells[:c], cell, *row.cells[c + 1 :]))
