"""``cchc review``: a sheet goes out, a person decides in it, and every later build keeps to it."""

import csv
import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from service.cli import run

SMALL = Path(__file__).parent / "small"
NOTED = 1


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """A folder with two plans and their graph; every test works in a copy of its own."""
    folder = tmp_path_factory.mktemp("office")
    shutil.copytree(SMALL, folder / "plans")
    assert run(["build", str(folder / "plans"), "--store", str(folder / "graph")]) == 0
    return folder


@pytest.fixture
def office(built, tmp_path, monkeypatch, capfd):
    """A folder with two plans, the graph built, and what a person does there."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return Office(tmp_path, capfd)


class Office:
    def __init__(self, folder, capfd):
        self.folder, self._capfd = folder, capfd

    def cchc(self, *arguments):
        code = run(arguments)
        out, err = self._capfd.readouterr()
        return code, out, err

    def sheet(self):
        """The review sheet of the department's plan, and its lines by key of the row and of the one above."""
        assert self.cchc("review", "15/KH-SNV", "--xlsx", "duyet.xlsx")[0] == 0
        book = openpyxl.load_workbook(self.folder / "duyet.xlsx")
        return book, book["Liên kết"]

    def hand_in(self, book, name="duyet.xlsx"):
        (self.folder / "people").mkdir(exist_ok=True)
        book.save(self.folder / "people" / name)

    def trace(self, item):
        """Texts and origins of the rows above ``item``."""
        code, out, _ = self.cchc("ask", "trace", f"item={item}", "--format", "json")
        assert code == 0
        steps = json.loads(out)["rows"]
        return {s["text"]: s["origin"] for s in steps if s["level"] != "document"}


def column(sheet, title):
    return next(c.column for c in sheet[1] if c.value == title)


def line(sheet, child, parent=None):
    """The number of the line of a link between two keys; with ``parent`` None of a row without link."""
    for number in range(2, sheet.max_row + 1):
        own, above = (sheet.cell(number, column(sheet, t)).value or "" for t in ("Mã dòng", "Mã dòng trên"))
        if f":{child}@" in own and (f":{parent}@" in above if parent else not above):
            return number
    raise AssertionError(f"{child} -> {parent}")


def decide(sheet, number, verdict, **cells):
    for title, value in (
        {"Quyết định": verdict, "Người duyệt": "Trần Thị B", "Ngày": "14/3/2025"} | cells
    ).items():
        sheet.cell(number, column(sheet, title)).value = value


ABOVE = "100% thủ tục hành chính được công khai kịp thời"
NEWS = "Tuyên truyền cải cách hành chính trên báo, đài"
LISTED = "Rà soát, công bố danh mục thủ tục hành chính"


def reviewed(office):
    book, sheet = office.sheet()
    decide(sheet, line(sheet, "I/1.1", "I/1.1"), "đồng ý")
    decide(sheet, line(sheet, "I/3.2", "I/2.2"), "Không đồng ý", **{"Ghi chú": "khác nội dung"})
    added = line(sheet, "I/3.1")
    choices = book["Dòng có thể liên kết"]
    target = next(row for row in choices.iter_rows(min_row=2, values_only=True) if LISTED in row[2])
    decide(sheet, added, "bổ sung", **{"Mã dòng trên": target[3]})
    office.hand_in(book)


def test_decisions_are_kept_by_every_build(office):
    reviewed(office)
    assert office.cchc("build")[0] == 0
    check_decided(office)
    assert office.cchc("build")[0] == 0
    check_decided(office)


def check_decided(office):
    assert office.trace("15/KH-SNV:I/1.1")[ABOVE] == "person"
    assert office.trace("15/KH-SNV:I/3.1")[LISTED] == "person"
    assert office.trace("15/KH-SNV:I/2.2")[NEWS] == "inferred"
    # 3.2 itself is rejected; it still stands under 2.2, which is linked.
    code, out, _ = office.cchc("review", "15/KH-SNV")
    assert code == 0
    rejected = next(x for x in out.splitlines() if x.lstrip().startswith("I/3.2"))
    assert rejected.rstrip().endswith("không đồng ý")


def test_a_review_sheet_made_later_shows_what_was_decided(office):
    reviewed(office)
    office.cchc("build")
    _, sheet = office.sheet()
    number = line(sheet, "I/3.2", "I/2.2")
    shown = {
        t: sheet.cell(number, column(sheet, t)).value
        for t in ("Quyết định", "Người duyệt", "Ngày", "Ghi chú")
    }
    assert shown == {
        "Quyết định": "không đồng ý",
        "Người duyệt": "Trần Thị B",
        "Ngày": "2025-03-14",
        "Ghi chú": "khác nội dung",
    }
    assert sheet.cell(number, column(sheet, "Điểm")).value > 0


def test_decisions_follow_rows_that_moved(office):
    reviewed(office)
    for name in ("so.md", "tinh.md"):
        plan = office.folder / "plans" / name
        text = plan.read_text(encoding="utf-8")
        for old, new in (("2.1.", "2.7."), ("3.1.", "3.7."), ("1.1.", "1.7.")):
            text = text.replace(old, new)
        plan.write_text(text, encoding="utf-8")
    assert office.cchc("build")[0] == 0
    assert office.trace("15/KH-SNV:I/1.7")[ABOVE] == "person"
    assert office.trace("15/KH-SNV:I/3.7")[LISTED] == "person"


def test_a_row_that_vanished_is_told_by_file_and_line_and_the_rest_applied(office):
    reviewed(office)
    plan = office.folder / "plans" / "so.md"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(
        text.replace("100% thủ tục hành chính thuộc Sở được công khai", "Mua sắm thiết bị"), encoding="utf-8"
    )
    before = (office.folder / "people" / "duyet.xlsx").read_bytes()
    code, _, told = office.cchc("build")
    assert code == NOTED
    (note,) = [x for x in told.splitlines() if "duyet.xlsx" in x]
    assert "trang tính “Liên kết”, dòng 2: dòng I/1.1" in note
    assert "nội dung khác" in note
    assert office.trace("15/KH-SNV:I/3.1")[LISTED] == "person"
    assert (office.folder / "people" / "duyet.xlsx").read_bytes() == before


def test_a_contradiction_is_told_on_both_lines_and_the_link_left_as_inferred(office):
    book, sheet = office.sheet()
    decide(sheet, line(sheet, "I/1.1", "I/1.1"), "đồng ý")
    office.hand_in(book, "mot.xlsx")
    decide(sheet, line(sheet, "I/1.1", "I/1.1"), "không đồng ý")
    office.hand_in(book, "hai.xlsx")
    code, _, told = office.cchc("build")
    assert code == NOTED
    assert {"mot.xlsx", "hai.xlsx"} == {x.split(",")[0].strip() for x in told.splitlines() if "trái với" in x}
    assert office.trace("15/KH-SNV:I/1.1")[ABOVE] == "inferred"


def test_a_later_decision_replaces_an_earlier_one(office):
    book, sheet = office.sheet()
    decide(sheet, line(sheet, "I/1.1", "I/1.1"), "đồng ý")
    office.hand_in(book, "mot.xlsx")
    decide(sheet, line(sheet, "I/1.1", "I/1.1"), "không đồng ý", **{"Ngày": "1/6/2025"})
    office.hand_in(book, "hai.xlsx")
    assert office.cchc("build")[0] == 0
    assert ABOVE not in office.trace("15/KH-SNV:I/1.1")


def test_a_sheet_saved_as_csv_with_other_columns_is_taken_in(office):
    _, sheet = office.sheet()
    number = line(sheet, "I/1.1", "I/1.1")
    titles = ["Mã dòng trên", "Mã dòng", "Ý KIẾN:", "Cột của tôi"]
    cells = [sheet.cell(number, column(sheet, t)).value for t in titles[:2]] + ["dong y", "x"]
    (office.folder / "people").mkdir()
    with (office.folder / "people" / "duyet.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows([["BẢNG DUYỆT", "", "", ""], titles, cells])
    code, _, told = office.cchc("build")
    assert code == NOTED
    assert "duyet.csv, dòng 2: cột “Cột của tôi” không rõ" in told
    assert office.trace("15/KH-SNV:I/1.1")[ABOVE] == "person"


def test_an_unknown_plan_is_a_wrong_call(office):
    code, out, told = office.cchc("review", "99/KH-KHONGCO")
    assert (code, out) == (2, "")
    assert "99/KH-KHONGCO" in told
