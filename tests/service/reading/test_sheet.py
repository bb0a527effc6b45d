"""The sheet of a reading: what goes out comes back the same, and what a person does to it is understood."""

import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from loaders import records
from loaders.grammar.abbreviation import Abbreviations
from loaders.people import Applied, Corrected, People
from loaders.records import Activity, PlanRecord
from ontology.registry import Registry
from service.reading.xlsx import sheet_bytes

READINGS = sorted((Path(__file__).parents[2] / "readings").glob("*.json"))
REGISTRY = Registry.load()
BAC_KAN = next(p for p in READINGS if p.stem == "bac-kan-2024")


def reading(path: Path = BAC_KAN) -> PlanRecord:
    return records.load(path.read_text(encoding="utf-8"))


def book_of(plan: PlanRecord) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(sheet_bytes(plan, REGISTRY)))


def handed_in(book: openpyxl.Workbook, folder: Path, plan: PlanRecord, name: str = "sua.xlsx") -> "Result":
    book.save(folder / name)
    return result(folder, plan)


class Result:
    def __init__(self, corrected: Corrected, notes: list[str]) -> None:
        self.corrected = corrected
        self.plan, self.marks, self.parts = corrected.record, corrected.marks, corrected.parts
        self.notes = notes

    def activity(self, key: str) -> Activity:
        return next(a for a in self.plan.activities if a.key == key)


def result(folder: Path, plan: PlanRecord) -> Result:
    applied = Applied(People.load(folder), REGISTRY)

    class Document:
        record = applied.head(plan)

    (done,) = applied.rows([Document()], lambda _: Abbreviations.general())
    return Result(done, [n.message for n in applied.notes])


def unplaced(plan: PlanRecord) -> PlanRecord:
    """``plan`` without the numbers of the lines in which people added rows."""
    rows = {
        level: tuple(replace(row, rows=None) for row in getattr(plan, level))
        for level in ("tasks", "activities")
    }
    return replace(plan, **rows)


def column(sheet, title: str) -> int:
    return next(c.column for c in sheet[1] if c.value == title)


def number(sheet, key: str) -> int:
    codes = ((r, sheet.cell(r, column(sheet, "Mã dòng")).value or "") for r in range(2, sheet.max_row + 1))
    return next(r for r, code in codes if code.split("@")[0].endswith(f":{key}"))


def put(sheet, key: str, **cells: str) -> None:
    for title, value in cells.items():
        sheet.cell(number(sheet, key), column(sheet, TITLES[title])).value = value


TITLES = {
    "label": "TT",
    "section": "Phần",
    "target": "Mục tiêu",
    "task": "Nhiệm vụ",
    "activity": "Hoạt động",
    "product": "Kết quả/Sản phẩm",
    "lead": "Chủ trì",
    "coord": "Phối hợp",
    "time": "Thời gian",
    "budget": "Kinh phí",
    "under": "Thuộc",
    "code": "Mã dòng",
}


@pytest.mark.parametrize("path", READINGS, ids=lambda p: p.stem)
def test_a_sheet_that_nobody_touched_changes_nothing(path, tmp_path):
    plan = reading(path)
    got = handed_in(book_of(plan), tmp_path, plan)
    assert (got.plan, got.marks, got.parts, got.notes) == (plan, {}, {}, [])


def test_changed_cells_are_read_by_the_same_grammar_and_keep_their_place(tmp_path):
    plan = reading()
    before = plan.activities[0]
    book = book_of(plan)
    put(
        book["Bảng nhiệm vụ"],
        before.key,
        activity="Ban hành Kế hoạch thực hiện Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ",
        lead="Sở Nội vụ, Sở TT&TT",
        time="Quý II/2024",
        product="",
    )
    got = handed_in(book, tmp_path, plan)
    after = got.activity(before.key)
    assert after.lead == ("Sở Nội vụ", "Sở Thông tin và Truyền thông")
    assert (after.lead_raw, after.start, after.end) == ("Sở Nội vụ, Sở TT&TT", "2024-04-01", "2024-06-30")
    assert (after.product, after.lines, after.coord) == (None, before.lines, before.coord)
    assert "61/2018/NĐ-CP" in {c.number for c in got.plan.citations if c.in_ == before.key}
    assert str(got.marks[before.key]) == "sua.xlsx, trang tính “Bảng nhiệm vụ”, dòng 5"
    assert list(got.marks) == [before.key]
    assert got.notes == []


def test_only_what_was_touched_outranks_a_better_reading(tmp_path):
    plan = reading()
    key = plan.activities[0].key
    book = book_of(plan)
    put(book["Bảng nhiệm vụ"], key, budget="10 triệu đồng")
    better = replace(
        plan,
        activities=(replace(plan.activities[0], product="Sản phẩm đọc lại"), *plan.activities[1:]),
    )
    after = handed_in(book, tmp_path, better).activity(key)
    assert (after.product, after.budget) == ("Sản phẩm đọc lại", "10 triệu đồng")


def test_new_lines_stand_under_the_rows_above_them(tmp_path):
    plan = reading()
    book = book_of(plan)
    sheet = book["Bảng nhiệm vụ"]
    first = plan.activities[0]
    sheet.insert_rows(number(sheet, first.key) + 1, 2)
    at = number(sheet, first.key)
    for offset, cells in (
        (1, {"label": "9.9", "activity": "Tổ chức hội nghị", "lead": "Sở Nội vụ"}),
        (2, {"task": "Nhiệm vụ thêm", "activity": "Việc thêm", "time": "Thường xuyên"}),
    ):
        for title, value in cells.items():
            sheet.cell(at + offset, column(sheet, TITLES[title])).value = value
    got = handed_in(book, tmp_path, plan)
    assert got.notes == []
    keys = [a.key for a in got.plan.activities]
    assert keys[:2] == [first.key, "I/9.9"]
    added, under_new = got.activity("I/9.9"), got.activity("I/+2")
    assert (added.task, added.target, added.lead) == (first.task, first.target, ("Sở Nội vụ",))
    assert (added.file, added.sheet, added.rows) == ("sua.xlsx", "Bảng nhiệm vụ", (at + 1, at + 1))
    task = next(t for t in got.plan.tasks if t.key == under_new.task)
    assert (task.text, task.target, under_new.recurring) == ("Nhiệm vụ thêm", first.target, True)
    assert set(got.marks) == {"I/9.9", "I/+2", task.key}


def test_a_new_section_has_the_number_that_is_written(tmp_path):
    plan = reading()
    book = book_of(plan)
    sheet = book["Bảng nhiệm vụ"]
    sheet.append(["VIII", "CẢI CÁCH TÀI CHÍNH CÔNG"])
    got = handed_in(book, tmp_path, plan)
    assert [(s.key, s.area) for s in got.plan.sections[-1:]] == [("VIII", "public_finance")]
    assert got.notes == []


def test_a_line_copied_to_become_a_new_one_is_new(tmp_path):
    plan = reading()
    book = book_of(plan)
    sheet = book["Bảng nhiệm vụ"]
    first = plan.activities[0]
    at = number(sheet, first.key)
    copied = [c.value for c in sheet[at]]
    sheet.insert_rows(at)
    for place, value in enumerate(copied, 1):
        sheet.cell(at, place).value = value
    sheet.cell(at, column(sheet, "Hoạt động")).value = "Việc chép từ dòng dưới"
    got = handed_in(book, tmp_path, plan)
    assert got.activity(first.key) == first
    assert [a.text for a in got.plan.activities if a.key in got.marks] == ["Việc chép từ dòng dưới"]


def test_a_line_that_is_taken_out_takes_its_row_out(tmp_path):
    plan = reading()
    book = book_of(plan)
    sheet = book["Bảng nhiệm vụ"]
    gone = next(t for t in plan.tasks if t.target and any(a.task == t.key for a in plan.activities))
    sheet.delete_rows(number(sheet, gone.key))
    got = handed_in(book, tmp_path, plan)
    assert gone.key not in {t.key for t in got.plan.tasks}
    for before in (a for a in plan.activities if a.task == gone.key and not a.key.endswith("/-")):
        after = got.activity(before.key)
        assert (after.task, after.target) == (None, before.target)
    assert gone.key not in {c.in_ for c in got.plan.citations}
    assert got.notes == []


def test_details_of_a_task_without_activities_stand_on_its_line(tmp_path):
    plan = reading()
    task = plan.tasks[0]
    book = book_of(plan)
    put(book["Bảng nhiệm vụ"], task.key, lead="Sở Nội vụ")
    got = handed_in(book, tmp_path, plan)
    assert got.activity(f"{task.key}/-").lead == ("Sở Nội vụ",)
    assert list(got.marks) == [task.key]


def test_a_row_is_moved_by_naming_what_it_belongs_to(tmp_path):
    plan = reading()
    first, other = plan.activities[0], plan.tasks[-1]
    book = book_of(plan)
    put(book["Bảng nhiệm vụ"], first.key, under=other.key)
    after = handed_in(book, tmp_path, plan).activity(first.key)
    assert (after.task, after.target) == (other.key, other.target)


def test_corrections_follow_a_row_that_moved(tmp_path):
    plan = reading()
    first = plan.activities[0]
    book = book_of(plan)
    put(book["Bảng nhiệm vụ"], first.key, lead="Thanh tra tỉnh")
    moved = replace(plan, activities=(replace(first, key="I/77.7"), *plan.activities[1:]))
    got = handed_in(book, tmp_path, moved)
    assert (got.activity("I/77.7").lead, got.notes) == (("Thanh tra tỉnh",), [])


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (lambda s, k: put(s, k, activity=""), "không còn nội dung"),
        (lambda s, k: put(s, k, activity="", task="Thành nhiệm vụ"), "không đổi được loại"),
        (lambda s, k: put(s, k, under="IX/9.9"), "không có nhiệm vụ hay mục tiêu nào mang mã IX/9.9"),
        (lambda s, k: put(s, k, code="chữ gì đó"), "không phải mã nào"),
        (lambda s, k: put(s, "I", label="V"), "số của phần không đổi được"),
        (lambda s, k: s.insert_rows(3) or setattr(s.cell(3, 7), "value", "x"), "chưa có nội dung"),
        (lambda s, k: setattr(s.cell(1, column(s, "Hoạt động")), "value", "Abc"), "thiếu cột “Hoạt động”"),
        (lambda s, k: s.delete_rows(3, s.max_row - 5), "không dòng nào bị coi là đã xoá"),
    ],
)
def test_what_cannot_be_used_is_told_and_costs_nothing(edit, told, tmp_path):
    plan = reading()
    book = book_of(plan)
    edit(book["Bảng nhiệm vụ"], plan.activities[0].key)
    got = handed_in(book, tmp_path, plan)
    assert any(told in note for note in got.notes), got.notes
    assert all(note.startswith("sua.xlsx, trang tính “Bảng nhiệm vụ”") for note in got.notes)
    assert len(got.plan.activities) >= len(plan.activities) - 1
    assert got.plan.targets == plan.targets


def test_corrections_that_contradict_each_other_are_told_and_the_others_applied(tmp_path):
    plan = reading()
    key = plan.activities[0].key
    for name, lead in (("a.xlsx", "Sở Y tế"), ("b.xlsx", "Sở Tư pháp")):
        book = book_of(plan)
        put(book["Bảng nhiệm vụ"], key, lead=lead, budget="5 triệu đồng")
        book.save(tmp_path / name)
    got = result(tmp_path, plan)
    assert got.activity(key).lead == plan.activities[0].lead
    assert got.activity(key).budget == "5 triệu đồng"
    assert sorted(note.split(",")[0] for note in got.notes) == ["a.xlsx", "b.xlsx"]


def test_the_documents_own_data_are_corrected(tmp_path):
    plan = reading()
    book = book_of(plan)
    sheet = book["Văn bản"]
    for row in sheet.iter_rows(min_row=2):
        new = {"Số, ký hiệu": "99/QĐ-UBND", "Ngày ban hành": "3/1/2024", "Thời kỳ": "2024 - 2025"}
        row[1].value = new.get(row[0].value, row[1].value)
    got = handed_in(book, tmp_path, plan)
    document = got.plan.document
    assert (document.number, document.date, document.period) == ("99/QĐ-UBND", "2024-01-03", (2024, 2025))
    assert document.title == plan.document.title
    assert got.notes == []


@pytest.mark.parametrize(("item", "value"), [("Ngày ban hành", "hôm qua"), ("Thời kỳ", "2025-2021")])
def test_data_that_cannot_be_understood_are_told(item, value, tmp_path):
    plan = reading()
    book = book_of(plan)
    row = next(r for r in book["Văn bản"].iter_rows(min_row=2) if r[0].value == item)
    row[1].value = value
    got = handed_in(book, tmp_path, plan)
    assert got.plan == plan
    (note,) = got.notes
    assert f"không hiểu “{value}”" in note


def test_doubtful_rows_are_coloured_and_say_why(tmp_path):
    plan = reading()
    first = replace(plan.activities[0], confidence=0.4)
    book = book_of(replace(plan, activities=(first, *plan.activities[1:])))
    sheet = book["Bảng nhiệm vụ"]
    row = number(sheet, first.key)
    assert "40%" in sheet.cell(row, column(sheet, "Cần xem lại")).value
    sure = number(sheet, plan.activities[1].key)
    assert sheet.cell(row, 1).fill.fgColor.rgb != sheet.cell(sure, 1).fill.fgColor.rgb


def test_no_cell_is_a_formula(tmp_path):
    plan = reading()
    first = replace(plan.activities[0], product='=HYPERLINK("http://x")', lead_raw="+1")
    book = book_of(replace(plan, activities=(first, *plan.activities[1:])))
    kinds = {c.data_type for s in book for row in s.iter_rows() for c in row if c.value is not None}
    assert kinds <= {"s", "n"}


def test_a_sheet_drawn_up_again_asks_for_what_was_corrected_and_for_no_more(tmp_path):
    plan = reading()
    book = book_of(plan)
    sheet = book["Bảng nhiệm vụ"]
    first, last = plan.activities[0], plan.activities[-1]
    put(sheet, first.key, activity="Ban hành Nghị quyết số 5/2024/NQ-HĐND", lead="Sở Y tế", product="")
    put(sheet, plan.tasks[1].key, lead="Sở Tài chính")
    put(sheet, last.key, under=plan.tasks[0].key, label="77")
    put(sheet, "I", section="CÔNG TÁC KHÁC")
    sheet.delete_rows(number(sheet, plan.activities[3].key))
    at = number(sheet, plan.activities[5].key)
    sheet.insert_rows(at + 1, 2)
    for offset, cells in (
        (1, {"task": "Nhiệm vụ thêm", "activity": "Việc thêm", "time": "Thường xuyên", "lead": "Sở Y tế"}),
        (2, {"label": "9.9", "activity": "Việc nữa", "budget": "1 tỷ đồng"}),
    ):
        for title, value in cells.items():
            sheet.cell(at + offset, column(sheet, TITLES[title])).value = value
    book["Văn bản"]["B8"].value = "Nguyễn Văn A"
    held = handed_in(book, tmp_path, plan)
    assert held.notes == []
    again = openpyxl.load_workbook(io.BytesIO(sheet_bytes(plan, REGISTRY, held.corrected)))
    (tmp_path / "sua.xlsx").unlink()
    got = handed_in(again, tmp_path, plan)
    assert got.notes == []
    assert unplaced(got.plan) == unplaced(held.plan)
    assert set(got.marks) == set(held.marks)
