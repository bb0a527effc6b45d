"""Workbooks for people to work in: a header that stays, lines that wrap, no cell that would be run."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from queries.sheets import finish

__all__ = ["Column", "new_book", "saved", "write_copy", "write_sheet"]

_LONGEST = 32_767
"""Characters an Excel cell holds."""
_TITLE = 31
"""Characters the title of a sheet may have."""
_HEADER = PatternFill("solid", fgColor="D9E1F2")
_TO_FILL = PatternFill("solid", fgColor="FFF2CC")
_TEXT = "@"
"""The format of cells that stay as typed: no label becomes a number, no day another, no text a formula."""
_GREY = Font(color="808080", size=8)
_LINE = Side(style="thin", color="BFBFBF")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


@dataclass(frozen=True)
class Column:
    """A column: its title, its width in characters, and how it is meant.

    ``grey`` columns are for the program, ``to_fill`` ones for the person; ``choices`` are offered as a list.
    """

    title: str
    width: int = 14
    grey: bool = False
    to_fill: bool = False
    choices: tuple[str, ...] = ()


def new_book() -> Workbook:
    """A workbook without sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    return book


def saved(book: Workbook) -> bytes:
    """The bytes of the XLSX file."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def write_sheet(
    book: Workbook,
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str | float | None]],
    shades: Mapping[tuple[int, int], str] | None = None,
) -> Worksheet:
    """Add a sheet with one line for each of ``rows``; ``shades`` colours cells by line and column, from 0."""
    sheet: Worksheet = book.create_sheet(title[:_TITLE])
    for place, column in enumerate(columns, 1):
        _header(sheet, place, column, len(rows))
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            cell = sheet.cell(number + 2, place + 1)
            assert isinstance(cell, Cell)  # noqa: S101 - nothing is merged here
            _fill(cell, value, columns[place])
            colour = (shades or {}).get((number, place))
            if colour:
                cell.fill = PatternFill("solid", fgColor=colour)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{max(1, len(rows)) + 1}"
    finish(sheet, max(place for place, column in enumerate(columns, 1) if not column.grey))
    return sheet


def write_copy(
    book: Workbook, title: str, columns: Sequence[Column], rows: Sequence[Sequence[str | None]]
) -> None:
    """Add a hidden sheet that holds ``rows`` for the program: texts alone, nothing for the eye."""
    sheet: Worksheet = book.create_sheet(title[:_TITLE])
    sheet.sheet_state = "hidden"
    for number, row in enumerate([[column.title for column in columns], *rows], 1):
        for place, value in enumerate(row, 1):
            if value:
                cell = sheet.cell(number, place)
                assert isinstance(cell, Cell)  # noqa: S101 - nothing is merged here
                _put(cell, value)


def _header(sheet: Worksheet, place: int, column: Column, rows: int) -> None:
    cell = sheet.cell(1, place, column.title)
    cell.font = _GREY if column.grey else Font(bold=True)
    cell.fill = _TO_FILL if column.to_fill else _HEADER
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    cell.border = _BORDER
    letter = get_column_letter(place)
    sheet.column_dimensions[letter].width = column.width
    sheet.column_dimensions[letter].number_format = _TEXT  # of lines that a person adds
    if column.choices:
        offered = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
        offered.add(f"{letter}2:{letter}{rows + 200}")
        sheet.add_data_validation(offered)


def _fill(cell: Cell, value: str | float | None, column: Column) -> None:
    cell.alignment = Alignment(wrap_text=not column.grey, vertical="top")
    cell.border = _BORDER
    if column.grey:
        cell.font = _GREY
    if not isinstance(value, float):
        cell.number_format = _TEXT
    if isinstance(value, str):
        _put(cell, value)
    elif value is not None:
        cell.value = value


def _put(cell: Cell, text: str) -> None:
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST]
    cell.data_type = "s"  # never a formula, whatever the text begins with
