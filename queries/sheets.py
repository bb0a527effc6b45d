"""Tables as CSV and XLSX that an office opens without harm: marks shown right, no formula run."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from math import ceil

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from rdflib import Literal

from queries.model import Table, Term

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run (OWASP, CSV injection)."""
_DAY = "dd/mm/yyyy"
"""How a day is written in Vietnam; the cell holds the day itself, so that it sorts and filters."""
_LONGEST = 32_767
"""Characters an Excel cell holds."""
_NAME, _SENTENCES = 24, 44
"""Widest columns of names and of sentences, in characters."""
_WASTE = 1.15
"""Lines that words take for each that their letters fill, measured on texts of plans."""
_LINE, _HIGHEST = 15, 409
"""Points: the height of a line, and of the highest row that Excel takes."""


def csv_bytes(table: Table) -> bytes:
    """``table`` as CSV: UTF-8 with the mark by which Excel knows it, labels as header."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([_safe(column.label) for column in table.columns])
    writer.writerows([_safe(_text(term)) for term in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def xlsx_bytes(table: Table) -> bytes:
    """``table`` as a workbook of one sheet: header fixed, lines wrapped, cells of text, numbers and days.

    It is printed without its columns of IRIs, which stand last.
    """
    book = Workbook()
    sheet = book.active or book.create_sheet()
    sheet.title = table.query.name[:31]
    sheet.freeze_panes = "A2"
    for column, label in enumerate((c.label for c in table.columns), 1):
        header = sheet.cell(1, column, label)
        header.font, header.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(column)].width = _width(table, column - 1)
    for number, row in enumerate(table.rows, 2):
        for column, term in enumerate(row, 1):
            cell = sheet.cell(number, column)
            value = _value(term)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
            elif isinstance(value, date):
                cell.number_format = _DAY
            cell.alignment = Alignment(wrap_text=not table.columns[column - 1].is_link, vertical="top")
    sheet.auto_filter.ref = sheet.dimensions
    finish(sheet, sum(not column.is_link for column in table.columns))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def finish(sheet: Worksheet, columns: int) -> None:
    """Give the rows of ``sheet`` the height of their texts, and have its first ``columns`` printed.

    Not every program finds the heights itself: LibreOffice would print wrapped lines over each other.
    Pages lie across and hold all ``columns``, the header is on each.
    """
    widths = [sheet.column_dimensions[get_column_letter(n)].width for n in range(1, sheet.max_column + 1)]
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = zip(row, widths, strict=True)
        lines = max(_lines(str(c.value), width) for c, width in cells if c.alignment.wrap_text)
        sheet.row_dimensions[number].height = min(_HIGHEST, _LINE * lines)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = False  # as many pages as it takes
    sheet.print_title_rows = "1:1"
    sheet.print_options.gridLines = True
    sheet.print_area = f"A1:{get_column_letter(columns)}{sheet.max_row}"


def _lines(text: str, width: float) -> int:
    """Lines that ``text`` may take in a column of ``width`` characters; whole words waste some of them."""
    if len(text) < width and "\n" not in text:
        return 1
    return sum(max(1, ceil(len(line) / width * _WASTE)) for line in text.split("\n"))


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _text(term: Term | None) -> str:
    return "" if term is None else str(term)


def _value(term: Term | None) -> str | int | float | Decimal | date | None:
    value = term.value if isinstance(term, Literal) else None
    if isinstance(value, int | float | Decimal | date) and not isinstance(value, bool):
        return value
    return ILLEGAL_CHARACTERS_RE.sub("", _text(term))[:_LONGEST] or None


def _width(table: Table, column: int) -> int:
    """Characters: what the texts take up to a limit, so that a page holds all columns and can be read."""
    longest = max((len(_text(row[column])) for row in table.rows[:200]), default=0)
    words = max(map(len, table.columns[column].label.split()))
    return max(words, min(longest, _SENTENCES if longest > _NAME * 4 else _NAME)) + 2
