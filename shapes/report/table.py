"""Findings as tables: CSV and XLSX that a spreadsheet program opens as they are."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from shapes.finding import Finding

HEADER = (
    "Kế hoạch",
    "Mức độ",
    "Dòng của kế hoạch",
    "Phát hiện",
    "Cách xử lý",
    "Tệp",
    "Từ dòng",
    "Đến dòng",
    "Trang",
    "Quy tắc",
    "IRI",
)
WIDTHS = (28, 10, 50, 45, 45, 24, 9, 9, 7, 24, 40)
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

Row = tuple[str | int | None, ...]


def to_csv(findings: Sequence[Finding]) -> bytes:
    """UTF-8 with a byte order mark, by which Excel knows it; no cell can start a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    for finding in findings:
        writer.writerow([_guarded(cell) for cell in _row(finding)])
    return out.getvalue().encode("utf-8-sig")


def to_xlsx(findings: Sequence[Finding]) -> bytes:
    """One sheet with a fixed header and a filter; text cells are text, also where they start with "="."""
    book = Workbook()
    sheet = book.active
    if sheet is None:
        raise RuntimeError("a new workbook has a sheet")
    sheet.title = "Phát hiện"
    for row, cells in enumerate([HEADER, *map(_row, findings)], 1):
        for column, value in enumerate(cells, 1):
            cell = sheet.cell(row, column)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
            if isinstance(value, str):
                cell.data_type = "s"
    for column, width in enumerate(WIDTHS, 1):
        sheet.cell(1, column).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _row(finding: Finding) -> Row:
    first, last = finding.place.lines or (None, None)
    return (
        finding.plan.label if finding.plan else None,
        finding.severity.label,
        finding.item.label,
        finding.remark,
        finding.rule.advice["vi"],
        finding.place.file,
        first,
        last,
        finding.place.page,
        finding.rule.name,
        str(finding.item.iri),
    )


def _guarded(value: str | int | None) -> str | int | None:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value
