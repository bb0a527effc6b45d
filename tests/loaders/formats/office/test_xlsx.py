"""What spreadsheets hold besides a plain table."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from loaders.errors import UnreadableFile
from loaders.formats import read_layout
from loaders.formats.xlsx.values import shown
from tests.loaders.formats.office.shown import blocks

TITLES = ["TT", "Nội dung", "Chủ trì", "Thời gian", "Kinh phí"]
NOON = datetime.datetime.fromisoformat("2025-03-01T12:00")
VALUES: list[tuple[Any, str, str]] = [
    (1200000, "#,##0", "1.200.000"),
    (1200000, "General", "1200000"),
    (1200000, '#,##0 "triệu đồng"', "1.200.000 triệu đồng"),
    (1234.5, "#,##0.00", "1.234,50"),
    (2.5, "0.##", "2,5"),
    (3.0, "0.##", "3"),
    (0.905, "0.0%", "90,5%"),
    (0.9, "0%", "90%"),
    (1500000, "#,##0,", "1.500"),
    (-5, "0;(0)", "(5)"),
    (-5, "0", "-5"),
    (7, "00", "07"),
    (3.25, "General", "3,25"),
    (12, '[>10]0" việc";0', "12 việc"),
    (NOON, "mm-dd-yy", "01/03/2025"),
    (NOON, "mm/yyyy", "03/2025"),
    (datetime.date(2025, 3, 1), "yyyy", "2025"),
    (NOON, '"Trước ngày "dd/mm/yyyy', "Trước ngày 01/03/2025"),
    (NOON, '[$-42A]"Tháng "mm/yyyy;@', "Tháng 03/2025"),
    (NOON, r"\T\r\ư\ớ\c\ d/m/yy", "Trước 1/3/25"),
    (NOON, '"Hà Nội, ngày "dd" tháng "mm" năm "yyyy', "Hà Nội, ngày 01 tháng 03 năm 2025"),
    (NOON, r"mm\-dd\-yyyy", "01/03/2025"),
    (NOON, 'hh"h"mm dd/mm/yyyy', "01/03/2025"),
    (2025, '"Năm "General', "Năm 2025"),
    (-2.5, "General", "-2,5"),
    ("Sở Nội vụ", "General", "Sở Nội vụ"),
    ("#REF!", "General", ""),
    (True, "General", "x"),
]


@pytest.mark.parametrize(("value", "number_format", "expected"), VALUES)
def test_values_are_shown_as_the_sheet_shows_them(value: Any, number_format: str, expected: str) -> None:
    assert shown(value, number_format) == expected


def saved(path: Path, rows: list[list[Any]], merges: tuple[str, ...] = (), **formats: str) -> Path:
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for merge in merges:
        sheet.merge_cells(merge)
    for place, number_format in formats.items():
        sheet[place].number_format = number_format
    book.save(path)
    return path


def test_a_head_over_two_rows_dates_numbers_and_labels(tmp_path: Path) -> None:
    rows = [
        ["KẾ HOẠCH"],
        [],
        ["TT", "Nội dung", "Trách nhiệm", None, "Thời gian"],
        [None, None, "Chủ trì", "Phối hợp"],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        ["I", "CẢI CÁCH THỂ CHẾ"],
        [1.1, "Việc A", "Sở Nội vụ\nSở Y tế", None, datetime.date(2025, 6, 30)],
    ]
    path = saved(tmp_path / "a.xlsx", rows, ("A3:A4", "B3:B4", "C3:D3", "E3:E4"))
    assert blocks(read_layout(path)) == [
        "KẾ HOẠCH",
        [
            ["TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"],
            ["I", "CẢI CÁCH THỂ CHẾ", "^", "^", "^"],
            ["1.1", "Việc A", "Sở Nội vụ; Sở Y tế", "", "30/06/2025"],
        ],
    ]


def test_empty_columns_are_margins(tmp_path: Path) -> None:
    rows: list[list[Any]] = [[None, None, *TITLES], [None, None, "I. Cải cách thể chế"]]
    rows.append([None, None, "1", "Rà soát", "Sở Y tế", "2025", "10"])
    path = saved(tmp_path / "a.xlsx", rows, merges=("C2:G2",))
    assert blocks(read_layout(path)) == [
        [TITLES, ["I.", "Cải cách thể chế", "^", "^", "^"], ["1", "Rà soát", "Sở Y tế", "2025", "10"]]
    ]


def test_a_sheet_may_hold_the_whole_text_of_a_plan_above_its_table(tmp_path: Path) -> None:
    texts = [f"{n}. Nội dung thứ {n} của kế hoạch." for n in range(1, 90)]
    row = ["1", "Rà soát", "Sở Y tế", "2025", "10"]
    path = saved(tmp_path / "a.xlsx", [*([text] for text in texts), TITLES, row])
    assert blocks(read_layout(path)) == [*texts, [TITLES, row]]


def test_labels_in_a_column_of_their_own_open_their_paragraphs(tmp_path: Path) -> None:
    rows = [
        ["KẾ HOẠCH"],
        ["I", "MỤC TIÊU"],
        ["1.", "Nâng cao chất lượng."],
        ["-", "Rà soát;\nCông khai."],
        ["Nơi nhận", "GIÁM ĐỐC"],
        ["1", "An", "Tổ trưởng"],
        [],
        TITLES,
        ["1", "Rà soát", "Sở Y tế", "2025", "10"],
    ]
    texts = ["I. MỤC TIÊU", "1. Nâng cao chất lượng.", "- Rà soát;", "Công khai."]
    lone = ["Nơi nhận", "GIÁM ĐỐC", "1", "An", "Tổ trưởng"]
    assert blocks(read_layout(saved(tmp_path / "a.xlsx", rows))) == [
        "KẾ HOẠCH",
        *texts,
        *lone,
        [TITLES, rows[-1]],
    ]


def test_hidden_rows_go_but_filtered_ones_stay(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    for row in (TITLES, ["1", "Việc A", "Sở Y tế", "2025", 5], ["2", "Việc B", "Sở Y tế", "2025", 6]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["E"].hidden = True
    book.save(tmp_path / "a.xlsx")
    assert blocks(read_layout(tmp_path / "a.xlsx")) == [[TITLES[:4], ["1", "Việc A", "Sở Y tế", "2025"]]]
    sheet.auto_filter.ref = "A1:E3"
    sheet.auto_filter.add_filter_column(0, ["1"])
    book.save(tmp_path / "b.xlsx")
    assert len(blocks(read_layout(tmp_path / "b.xlsx"))[0]) == 3


def test_lines_are_the_rows_of_the_sheets(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "Một"
    book.active["A2"] = "Kế hoạch"
    second = book.create_sheet("Hai")
    second["A1"], second["B1"] = "Phụ lục", "I"
    book.save(tmp_path / "a.xlsx")
    lines = read_layout(tmp_path / "a.xlsx").lines
    assert [(line.number, line.text, line.sheet) for line in lines] == [
        (1, "", "Một"),
        (2, "Kế hoạch", "Một"),
        (3, "Phụ lục | I", "Hai"),
    ]


def test_a_stored_value_stands_for_its_formula(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", [["=1+1", "chữ"]])
    assert blocks(read_layout(path)) == ["chữ"]


def test_an_empty_or_endless_sheet_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="không có chữ"):
        read_layout(saved(tmp_path / "a.xlsx", [[]]))
    book = Workbook()
    book.active.cell(1_000_000, 1, "lạc")
    book.save(tmp_path / "b.xlsx")
    with pytest.raises(UnreadableFile, match="quá lớn"):
        read_layout(tmp_path / "b.xlsx")


def test_the_strict_form_is_read_as_the_usual_one(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", [["Kế hoạch"]])
    names = {
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/": b"http://purl.oclc.org/ooxml/spreadsheetml/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/": b"http://purl.oclc.org/ooxml/officeDocument/",
    }
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for usual, strict in names.items():
        parts = {name: data.replace(usual, strict) for name, data in parts.items()}
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    assert blocks(read_layout(path)) == ["Kế hoạch"]
