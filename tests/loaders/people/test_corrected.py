"""Rows of a plan as people corrected them: what a change, a new line and a line taken out do to the others."""

from __future__ import annotations

import pytest

from loaders.grammar.abbreviation import Abbreviations
from loaders.people.correct import Corrected, corrected
from loaders.people.edits import Addition, Change, Edit, Removal
from loaders.people.note import Place
from loaders.people.ref import Ref
from loaders.records import (
    Activity,
    Assignment,
    CitationRecord,
    DocumentRecord,
    MeasureRecord,
    PlanRecord,
    Section,
    Target,
    Task,
)


def work(key: str, text: str | None, task: str | None = None, target: str | None = None) -> Activity:
    return Activity(key=key, label=key.rpartition("/")[2], row=None, task=task, target=target, text=text)


PLAN = PlanRecord(
    doc="ke-hoach.txt",
    document=DocumentRecord(number="15/KH-SNV", kind="Kế hoạch", period=(2025, 2025)),
    sections=(Section(key="I", title="Thể chế"),),
    targets=(Target(key="I/a", label="a", text="Trên 90% hồ sơ đúng hạn"),),
    tasks=(
        Task(key="I/1", label="1", target="I/a", text="Rà soát văn bản"),
        Task(key="I/1.1", label="1.1", target=None, text="Rà soát quyết định", parent="I/1"),
        Task(key="I/2", label="2", target="I/a", text="Kiểm tra công vụ"),
    ),
    activities=(
        work("I/3", "Mở lớp theo Nghị định 45/2020/NĐ-CP", "I/1", "I/a"),
        work("I/4", "Lập danh mục", "I/1.1"),
        work("I/2/-", None, "I/2"),
    ),
    citations=(
        CitationRecord(
            text="Nghị định 45/2020/NĐ-CP",
            number="45/2020/NĐ-CP",
            kind="Nghị định",
            date=None,
            issuer=None,
            role="cited",
            where="annex",
            in_="I/3",
        ),
    ),
    measures=(
        MeasureRecord(
            text="Trên 90% hồ sơ đúng hạn",
            indicator="hồ sơ đúng hạn",
            comparator=">",
            value=90,
            unit="%",
            by="2025",
            where="annex",
            in_="I/a",
        ),
    ),
    assignments=(Assignment(agency="Sở A", text="theo dõi"),),
)
SHEET, OTHER = Place("sua.xlsx", "Bảng", 7), Place("khac.xlsx", "Bảng", 3)


def change(key: str, place: Place = SHEET, **cells: str) -> Change:
    return Change("rows", Ref("15/KH-SNV", key), cells, place)


def gone(key: str, place: Place = SHEET) -> Removal:
    return Removal("rows", Ref("15/KH-SNV", key), place)


def new(after: str | None, **cells: str) -> Addition:
    return Addition("rows", "15/KH-SNV", cells, Ref("15/KH-SNV", after) if after else None, SHEET)


def held(*edits: Edit) -> Corrected:
    return corrected(PLAN, edits, Abbreviations.general)


def told(*edits: Edit) -> list[str]:
    return [note.text for note in held(*edits).notes]


def test_what_stood_under_a_task_that_is_taken_out_stands_under_the_one_above() -> None:
    record = held(gone("I/1.1")).record
    assert [task.key for task in record.tasks] == ["I/1", "I/2"]
    assert [(act.key, act.task) for act in record.activities][:2] == [("I/3", "I/1"), ("I/4", "I/1")]
    record = held(gone("I/1")).record
    assert [(task.key, task.parent) for task in record.tasks] == [("I/1.1", None), ("I/2", None)]
    first = record.activities[0]
    assert (first.key, first.task, first.target) == ("I/3", None, "I/a")


def test_a_task_without_activities_goes_with_its_details_and_a_target_from_all_that_name_it() -> None:
    record = held(gone("I/2"), gone("I/a")).record
    assert [act.key for act in record.activities] == ["I/3", "I/4"]
    assert {row.target for row in (*record.tasks, *record.activities)} == {None}
    assert [measure.in_ for measure in record.measures] == [None]


def test_what_a_changed_row_cites_and_measures_is_read_again() -> None:
    record = held(
        change("I/3", activity="Mở lớp theo Nghị định 61/2018/NĐ-CP"),
        change("I/a", target="Trên 95% hồ sơ đúng hạn"),
    ).record
    assert [(citation.number, citation.in_) for citation in record.citations] == [("61/2018/NĐ-CP", "I/3")]
    assert [(measure.value, measure.by, measure.in_) for measure in record.measures] == [(95, None, "I/a")]


def test_details_of_a_task_without_activities_are_kept_in_their_own_record() -> None:
    record = held(
        change("I/2", lead="Sở Nội vụ, Sở Y tế", time="Quý I"), change("I/1.1", product="Báo cáo")
    ).record
    details = {act.key: act for act in record.activities}
    assert details["I/2/-"].lead == ("Sở Nội vụ", "Sở Y tế")
    assert (details["I/2/-"].start, details["I/2/-"].end) == ("2025-01-01", "2025-03-31")
    assert (details["I/1.1/-"].task, details["I/1.1/-"].product) == ("I/1.1", "Báo cáo")


@pytest.mark.parametrize(
    ("edit", "text"),
    [
        (change("I", number="II"), "dòng I: số của phần không đổi được: mã các dòng bắt đầu bằng số này."),
        (
            change("I/a", task="Việc"),
            "dòng I/a: không đổi được loại của dòng; hãy xoá dòng này và thêm dòng mới.",
        ),
        (
            change("I/a", product="Báo cáo"),
            "dòng I/a: chỉ nhiệm vụ và hoạt động có sản phẩm, cơ quan, thời gian, kinh phí.",
        ),
        (
            change("I/1", task=""),
            "dòng I/1: dòng không còn nội dung; muốn bỏ thì xoá cả dòng. Nội dung cũ được giữ.",
        ),
        (
            change("I/1", under="I/1.1"),
            "dòng I/1: cột “Thuộc”: dòng không thể thuộc chính nó hay dòng dưới nó (I/1.1).",
        ),
        (
            change("I/2", under="I/9"),
            "dòng I/2: cột “Thuộc”: không có nhiệm vụ hay mục tiêu nào mang mã I/9.",
        ),
        (
            change("I/7", task="Việc"),
            "dòng I/7: không còn dòng nào có mã hay nội dung này; nội dung sửa chưa được dùng.",
        ),
    ],
)
def test_what_cannot_be_changed_is_told_and_nothing_is_lost(edit: Edit, text: str) -> None:
    assert told(edit) == [text]
    assert held(edit).record == PLAN


def test_a_row_moves_with_the_target_of_its_new_task_unless_one_is_named() -> None:
    record = held(change("I/2", under="I/1"), change("I/4", under="I/2; I/a")).record
    moved = {row.key: row for row in (*record.tasks, *record.activities)}
    assert (moved["I/2"].parent, moved["I/2"].target) == ("I/1", "I/a")  # type: ignore[union-attr]
    assert (moved["I/4"].task, moved["I/4"].target) == ("I/2", "I/a")  # type: ignore[union-attr]


def test_sheets_that_contradict_each_other_are_told_and_the_document_stands() -> None:
    edits = (change("I/1", task="Một"), change("I/1", OTHER, task="Hai"))
    where = "khac.xlsx, trang tính “Bảng”, dòng 3; sua.xlsx, trang tính “Bảng”, dòng 7"
    assert told(*edits) == [f"sửa dòng I/1 trái nhau ({where}); ô này giữ như văn bản."] * 2
    assert held(*edits).record == PLAN
    assert told(change("I/1", task="Một"), gone("I/1", OTHER)) == [
        "dòng I/1 bị xoá ở đây nhưng được sửa ở sua.xlsx, trang tính “Bảng”, dòng 7; dòng được giữ."
    ]
    assert told(gone("I/7")) == []


@pytest.mark.parametrize(
    ("edit", "keys", "upper"),
    [
        (new("I/4", activity="Mới"), ["I/3", "I/4", "I/+1", "I/2/-"], ("I/1.1", None)),
        (new("I/4", activity="Mới", number="5"), ["I/3", "I/4", "I/5", "I/2/-"], ("I/1.1", None)),
        (new("I/4", activity="Mới", number="1"), ["I/3", "I/4", "I/1~2", "I/2/-"], ("I/1.1", None)),
        (new("I/a", activity="Mới"), ["I/+1", "I/3", "I/4", "I/2/-"], (None, "I/a")),
        (new("I", activity="Mới"), ["I/+1", "I/3", "I/4", "I/2/-"], (None, None)),
        (new("I/2", activity="Mới"), ["I/3", "I/4", "I/2/-", "I/+1"], ("I/2", "I/a")),
        (new(None, activity="Mới"), ["I/+1", "I/3", "I/4", "I/2/-"], (None, None)),
    ],
    ids=["below a row", "with a number", "with a number that is taken", "below a target", "below a section",
         "below a task", "at the top"],
)  # fmt: skip
def test_a_new_row_stands_where_its_line_does(
    edit: Edit, keys: list[str], upper: tuple[str | None, ...]
) -> None:
    done = held(edit)
    (key,) = done.marks
    (added,) = (act for act in done.record.activities if act.key == key)
    assert [act.key for act in done.record.activities] == keys
    assert (added.task, added.target) == upper
    assert (added.text, added.file, added.rows) == ("Mới", "sua.xlsx", (7, 7))


def test_a_line_of_several_levels_puts_each_under_the_one_before() -> None:
    record = held(
        new("I/2", section="Bộ máy", number="", task="Sắp xếp", activity="Lập đề án", lead="Sở A")
    ).record
    task, act = record.tasks[-1], record.activities[-1]
    assert [section.title for section in record.sections] == ["Thể chế", "Bộ máy"]
    assert (task.text, act.text, act.task, act.lead) == ("Sắp xếp", "Lập đề án", task.key, ("Sở A",))


def test_a_line_that_a_later_reading_finds_by_itself_is_no_second_row() -> None:
    done = held(new("I/1.1", activity="Lập danh mục", lead="Sở A"))
    assert [act.key for act in done.record.activities] == [act.key for act in PLAN.activities]
    assert done.record.activities[1].lead == ("Sở A",)
