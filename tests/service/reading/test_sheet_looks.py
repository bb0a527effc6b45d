"""How the sheets of citations, figures and duties look."""

import io
from dataclasses import replace

import openpyxl

from loaders.records import Oddity
from service.reading.xlsx import sheet_bytes
from tests.service.reading.test_sheet import REGISTRY, column
from tests.service.reading.test_sheet_mentions import CITED, KINDS, book_of, reading


def test_mentions_to_look_at_are_coloured_and_say_why():
    plan = reading()
    line = plan.citations[2].lines
    odd = (
        Oddity(lines=line, what="“Nghị quyết số 76/NQ-CP” in nhầm ngày.", kind="typo"),
        Oddity(lines=line, what="Chữ “thủtục” in dính liền.", kind="typo"),
        Oddity(lines=(1, 1), what="Số của văn bản để trống.", kind="blank"),
    )
    book = openpyxl.load_workbook(io.BytesIO(sheet_bytes(replace(plan, oddities=odd), REGISTRY)))
    sheet = book[CITED]
    look = column(sheet, "Cần xem lại")
    assert [sheet.cell(row, look).value or "" for row in (3, 4, 5)] == ["", odd[0].what, ""]
    assert sheet.cell(4, 1).fill.fgColor.rgb != sheet.cell(3, 1).fill.fgColor.rgb


def test_lines_filled_in_are_easy_to_work_in():
    book = book_of(reading())
    assert book.sheetnames[0] == "Hướng dẫn"
    for title in KINDS:
        sheet = book[title]
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(d.width >= 6 for d in sheet.column_dimensions.values())
        assert sheet.cell(2, 1).alignment.wrap_text
        assert {cell.number_format for cell in sheet[2]} == {"@"}
        assert book[f"{title} (bản gốc)"].sheet_state == "hidden"
    offered = {v.formula1 for v in book[CITED].data_validations.dataValidation}
    assert '"căn cứ,triển khai,viện dẫn,chính văn bản này"' in offered
