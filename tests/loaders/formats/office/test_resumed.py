"""Tables that a program cut page by page, or that headings part, are read whole."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from openpyxl import Workbook

from loaders.formats import read_layout
from loaders.formats.resumed import numbers_page
from loaders.reader import plan_of
from tests.loaders.formats.office.plan import READINGS, Sheet, Slot, sheet_of
from tests.loaders.formats.office.shown import blocks, known_rows, read_rows
from tests.loaders.formats.office.test_cut_tables import PART, part_of, write

TITLES = ["TT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Thời gian"]
FIRST = ["1", "Rà soát văn bản quy phạm", "Báo cáo", "Sở Tư pháp", "Quý I"]
SECOND = ["2", "Kiểm tra việc thực hiện một cửa", "Kế hoạch", "Sở Nội vụ", "Quý II"]


def parts_of(sheet: Sheet) -> list[list[list[Slot]]]:
    return [part_of(sheet, first) for first in range(0, len(sheet.rows), PART)]


@pytest.mark.parametrize("reading", READINGS, ids=lambda path: path.stem)
def test_a_table_for_each_page_with_its_number_above(reading: Path, tmp_path: Path) -> None:
    sheet = sheet_of(reading)
    document = docx.Document()
    for text in sheet.before:
        document.add_paragraph(text)
    for page, part in enumerate(parts_of(sheet), start=1):
        if page > 1:
            document.add_paragraph(str(page))
        write(document, sheet, part)
        if page > 1:
            head = document.tables[-1].rows[0]._tr
            head.getparent().remove(head)
    document.save(str(tmp_path / "trang.docx"))
    assert read_rows(plan_of(read_layout(tmp_path / "trang.docx"))) == known_rows(sheet)


@pytest.mark.parametrize("reading", READINGS, ids=lambda path: path.stem)
def test_a_sheet_for_each_page(reading: Path, tmp_path: Path) -> None:
    sheet = sheet_of(reading)
    book = Workbook()
    for text in sheet.before:
        book.active.append([text])
    for part in parts_of(sheet):
        page = book.create_sheet()
        if len(book.worksheets) == 2:
            page.append(sheet.head)
        for row in part:
            page.append([slot.text or None for slot in row])
    book.save(tmp_path / "trang.xlsx")
    found = read_rows(plan_of(read_layout(tmp_path / "trang.xlsx")))
    assert [row["text"] for row in found] == [row["text"] for row in known_rows(sheet)]


def tables(path: Path, *parts: str | list[list[str]]) -> Path:
    """A Word file of texts and tables."""
    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(rows=len(part), cols=len(part[0]))
        for row, texts in zip(table.rows, part, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    document.save(str(path))
    return path


def test_a_cell_cut_by_the_page_goes_on_below_its_number(tmp_path: Path) -> None:
    cut = ["", "quy phạm", "", "", ""]
    half = [FIRST[0], "Rà soát văn bản", *FIRST[2:]]
    path = tables(tmp_path / "a.docx", [TITLES, half], "Trang 2/3", [cut, SECOND])
    assert blocks(read_layout(path)) == [[TITLES, FIRST, SECOND]]


def test_a_heading_parts_a_table_whose_head_stands_once(tmp_path: Path) -> None:
    heading = "2. Cải cách thủ tục hành chính"
    path = tables(tmp_path / "a.docx", [TITLES, FIRST], heading, [SECOND])
    assert blocks(read_layout(path)) == [[TITLES, FIRST], heading, [TITLES, SECOND]]


def test_a_table_with_other_cells_does_not_go_on(tmp_path: Path) -> None:
    other = ["1", "Nguyễn Văn An", "1980", "Thạc sĩ", "Trưởng ban"]
    path = tables(tmp_path / "a.docx", [TITLES, FIRST], "DANH SÁCH TỔ GIÚP VIỆC", [other])
    assert blocks(read_layout(path)) == [[TITLES, FIRST], "DANH SÁCH TỔ GIÚP VIỆC", *other]


@pytest.mark.parametrize(
    ("text", "counts"), [("12", True), ("- 3 -", True), ("Trang 2/15", True), ("2025.", False), ("1. Rà soát", False)]
)  # fmt: skip
def test_numbers_of_pages(text: str, counts: bool) -> None:
    assert numbers_page(text) is counts
