"""Tables as CSV and XLSX that an office opens without harm: marks shown right, no formula run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from rdflib import Literal

from queries.model import Table, Term

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run (OWASP, CSV injection)."""
_LONGEST = 32_767
"""Characters an Excel cell holds."""


def csv_bytes(table: Table) -> bytes:
    """``table`` as CSV: UTF-8 with the mark by which Excel knows it, labels as header."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([_safe(column.label) for column in table.columns])
    writer.writerows([_safe(_text(term)) for term in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def xlsx_bytes(table: Table) -> bytes:
    """``table`` as a workbook of one sheet: header fixed, lines wrapped, every cell a text or a number."""
    book = Workbook()
    sheet = book.active or book.create_sheet()
    sheet.title = table.query.name[:31]
    sheet.freeze_panes = "A2"
    for column, label in enumerate((c.label for c in table.columns), 1):
        sheet.cell(1, column, label).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = _width(table, column - 1)
    for number, row in enumerate(table.rows, 2):
        for column, term in enumerate(row, 1):
            cell = sheet.cell(number, column)
            value = _value(term)
            cell.value = value
            cell.data_type = "s" if isinstance(value, str) else "n"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _text(term: Term | None) -> str:
    return "" if term is None else str(term)


def _value(term: Term | None) -> str | int | float:
    if isinstance(term, Literal) and isinstance(term.value, int | float) and not isinstance(term.value, bool):
        return term.value
    return ILLEGAL_CHARACTERS_RE.sub("", _text(term))[:_LONGEST]


def _width(table: Table, column: int) -> int:
    lengths: Iterable[int] = (len(_text(row[column])) for row in table.rows[:200])
    return min(60, max(12, *lengths, 0) + 2)
