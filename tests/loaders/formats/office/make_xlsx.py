"""A plan as a spreadsheet: its text on one sheet, title rows above a table with merged cells on the next."""

from __future__ import annotations

import zipfile
from pathlib import Path

from openpyxl import Workbook

from tests.loaders.formats.office.plan import Sheet


def make(sheet: Sheet, path: Path) -> Path:
    """Write ``sheet`` to ``path``, with a hidden sheet, a hidden row and a hidden column in it."""
    book = Workbook()
    body = book.active
    body.title = "Kế hoạch"
    for number, text in enumerate(sheet.before, start=1):
        body.cell(number, 1, text)
        body.merge_cells(start_row=number, end_row=number, start_column=1, end_column=6)
    annex = book.create_sheet("Phụ lục")
    annex.cell(1, 1, "DANH MỤC NHIỆM VỤ")
    annex.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(sheet.fields))
    top = 3
    for c, title in enumerate(sheet.head, start=1):
        annex.cell(top, c, title)
    for r, row in enumerate(sheet.rows, start=top + 1):
        for c, slot in enumerate(row, start=1):
            if slot.covered:
                continue
            whole = slot.text.isdecimal() and len(slot.text) < 3
            annex.cell(r, c, int(slot.text) if whole else slot.text or None)
            if slot.height > 1 or slot.width > 1:
                annex.merge_cells(
                    start_row=r, end_row=r + slot.height - 1, start_column=c, end_column=c + slot.width - 1
                )
    last = top + len(sheet.rows) + 1
    annex.cell(last, 2, "Dòng đã ẩn")
    annex.row_dimensions[last].hidden = True
    annex.cell(last + 2, 2, "Nơi nhận: Lưu VT.")
    book.create_sheet("Nháp").cell(1, 1, "Trang đã ẩn")
    book["Nháp"].sheet_state = "hidden"
    book.save(path)
    return path


def write_sheet(path: Path, sheet: str) -> Path:
    """A spreadsheet whose only sheet holds the XML ``sheet``, such as openpyxl would not write."""
    Workbook().save(path)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    names = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts["xl/worksheets/sheet1.xml"] = f"<worksheet xmlns='{names}'>{sheet}</worksheet>".encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path
