"""A review sheet as offices hand it back: columns moved and dropped, days as dates, lines added and at odds."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from loaders.align.calibrate import calibrate, decided
from tests.service.cli.test_review import ABOVE, LISTED, NEWS, NOTED, Office, built, column, line, office

__all__ = ["built", "office"]
WEEK = datetime(2025, 3, 14)  # noqa: DTZ001 - what a spreadsheet holds has no zone
ORDER = (
    "Quyết định",
    "Ngày",
    "Mã dòng trên",
    "Người duyệt",
    "Mã dòng",
    "Nội dung dòng",
    "Ghi chú",
    "Của tôi",
)


def edited(office: Office) -> Path:
    """The sheet made anew: other order, columns lost, one of the person's own; days are dates."""
    book, sheet = office.sheet()
    place = {title: column(sheet, title) for title in ("Mã dòng", "Mã dòng trên", "Nội dung dòng")}

    def codes(number: int) -> dict[str, object]:
        return {title: sheet.cell(number, at).value for title, at in place.items()}

    kept, refused = codes(line(sheet, "I/1.1", "I/1.1")), codes(line(sheet, "I/3.2", "I/2.2"))
    listed = next(
        row[3]
        for row in book["Dòng có thể liên kết"].iter_rows(min_row=2, values_only=True)
        if LISTED in row[2]
    )
    lines = [
        kept | {"Quyết định": "Đồng ý", "Ngày": WEEK, "Người duyệt": "Trần Thị B", "Của tôi": "x"},
        refused | {"Quyết định": "đồng ý", "Ngày": WEEK},
        refused | {"Quyết định": "không đồng ý", "Ngày": WEEK},
        {"Mã dòng": "15/KH-SNV:I/3.1", "Mã dòng trên": listed, "Quyết định": "bổ sung", "Ngày": "hôm qua"},
        kept | {"Quyết định": "chắc là được"},
        {"Mã dòng": "15/KH-SNV:I/9.9", "Mã dòng trên": listed, "Quyết định": "bổ sung"},
        {"Mã dòng": "dòng đầu", "Mã dòng trên": listed, "Quyết định": "bổ sung"},
    ]
    made = openpyxl.Workbook()
    made.active.append(["BẢNG DUYỆT LIÊN KẾT"])
    made.active.append(ORDER)
    for cells in lines:
        made.active.append([cells.get(title) for title in ORDER])
    office.hand_in(made)
    return office.folder / "people" / "duyet.xlsx"


@pytest.fixture
def told(office: Office) -> list[str]:
    """What a build tells of the sheet, which stays as it was handed in."""
    file = edited(office)
    before = file.read_bytes()
    code, _, told = office.cchc("build")
    assert code == NOTED
    assert file.read_bytes() == before
    return [x for x in told.splitlines() if "duyet.xlsx" in x]


TOLD = {
    "dòng 2:": "cột “Của tôi” không rõ",
    "dòng 4:": "quyết định trái với",
    "dòng 5:": "quyết định trái với",
    "dòng 6:": "không hiểu ngày “hôm qua”",
    "dòng 7:": "không hiểu quyết định “chắc là được”",
    "dòng 8:": "I/9.9",
    "dòng 9:": "cột “Mã dòng” phải ghi số hiệu kế hoạch và mã dòng",
}


def test_each_line_at_odds_is_told(told: list[str]) -> None:
    assert all(any(f" {at}" in note and said in note for note in told) for at, said in TOLD.items()), told


def test_the_other_lines_are_applied(told: list[str], office: Office) -> None:
    assert told
    assert office.trace("15/KH-SNV:I/1.1")[ABOVE] == "person"
    assert office.trace("15/KH-SNV:I/3.1")[LISTED] == "person"
    assert office.trace("15/KH-SNV:I/3.2")[NEWS] == "inferred"


def test_what_was_decided_can_be_learnt_from(told: list[str], office: Office) -> None:
    assert told
    (known,) = decided(office.folder / "people", office.folder / "plans")
    assert not known.whole
    assert sorted((child, *grades.values()) for child, grades in known.grades.items()) == [
        ("I/1.1", 2),
        ("I/3.1", 2),
    ]
    assert calibrate([known]).standing.bias is not None
