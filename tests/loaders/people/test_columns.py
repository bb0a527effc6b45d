"""What a sheet is, and what is told of columns that are not understood."""

from __future__ import annotations

import pytest

from loaders.people.columns import Sheet, is_copy, recognise
from loaders.people.edits import edits
from loaders.people.folder import People
from loaders.people.head import HeadChange, head_changes, with_changes, written
from loaders.people.note import Note, Place
from loaders.people.raw import RawSheet
from loaders.records import DocumentRecord

TITLE = "Bảng nhiệm vụ"
HEADER = ("TT", "Hoạt động", "Chủ trì", "Mã dòng")
LINE = ("1", "Mở lớp", "Sở A", "15/KH-SNV:I/3")


def said(*rows: tuple[str, ...], **more: object) -> tuple[Sheet | None, list[str]]:
    sheet, notes = recognise(RawSheet(TITLE, rows, **more), "sua.xlsx")  # type: ignore[arg-type]
    return sheet, [note.text for note in notes]


def test_titles_may_stand_above_the_header_and_blank_lines_between() -> None:
    sheet, notes = said(("KẾ HOẠCH",), HEADER, ("", "", "", ""), LINE)
    assert sheet is not None
    assert [(line.place.row, line["activity"], line["lead"], line["task"]) for line in sheet.lines] == [
        (4, "Mở lớp", "Sở A", "")
    ]
    assert notes == []


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Hoạt động", "cột “Hoạt động” có hai lần; nội dung của cột này không được dùng."),
        ("Lạ", "cột “Lạ” không rõ; nội dung của cột này không được dùng."),
        ("", "có cột không tên; nội dung của cột này không được dùng."),
    ],
)
def test_a_column_that_is_not_used_is_told_where_it_holds_something(title: str, told: str) -> None:
    assert said((*HEADER, title), (*LINE, "gì đó"))[1] == [told]
    assert said((*HEADER, title), (*LINE, ""))[1] == []


def test_a_sheet_of_no_kind_is_told_what_it_lacks() -> None:
    assert said(("Hoạt động", "Chủ trì"), ("Mở lớp", "Sở A"))[1] == [
        f"bảng “{TITLE}” thiếu cột “Mã dòng”; hãy trả lại tên cột như khi xuất ra."
    ]
    assert said(("Món ăn", "Giá"), ("Phở", "50"))[1] == [
        "không nhận ra bảng nào; trang tính này không được dùng."
    ]
    assert said(("", ""))[1] == []


def test_cells_that_nobody_can_read_are_told_once_a_column() -> None:
    sheet, notes = said(HEADER, LINE, LINE, unread=frozenset({(0, 1), (1, 2), (2, 2)}), cut=True)
    assert sheet is not None
    assert [line.unread for line in sheet.lines] == [{"lead"}, {"lead"}]
    assert notes == [
        "trang tính dài quá 20000 dòng; phần sau không được đọc.",
        "cột “Chủ trì”: 2 ô bị gộp hoặc là công thức chưa có kết quả, giữ như cũ; "
        "hãy bỏ gộp ô, gõ nội dung thay cho công thức.",
    ]


def test_copies_of_what_went_out_are_known_hidden_or_by_their_title() -> None:
    assert is_copy(RawSheet(TITLE, (), hidden=True))
    assert is_copy(RawSheet(f"{TITLE} (Bản gốc)", ()))
    assert not is_copy(RawSheet(TITLE, ()))
    assert not is_copy(RawSheet(None, ()))


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (("2", "Thi", "Sở A", "mã lạ"),
         "cột “Mã dòng” ghi “mã lạ”, không phải mã nào; hãy để trống cho dòng mới."),
        (("2", "", "Sở A", ""),
         "dòng mới chưa có nội dung ở cột nào trong các cột Phần, Mục tiêu, Nhiệm vụ, Hoạt động."),
        (LINE, "lặp lại dòng đã có ở sua.xlsx, trang tính “Bảng nhiệm vụ”, dòng 2; không được dùng."),
    ],
)  # fmt: skip
def test_lines_that_are_not_used_are_told(cells: tuple[str, ...], told: str) -> None:
    sheet, _ = said(HEADER, LINE, cells)
    assert sheet is not None
    assert [edit.text for edit in edits(sheet, None) if isinstance(edit, Note)] == [told]


def test_a_new_line_in_a_sheet_that_names_no_plan_is_told() -> None:
    sheet, _ = said(HEADER, ("2", "Thi", "Sở A", ""))
    assert sheet is not None
    (note,) = edits(sheet, None)
    assert isinstance(note, Note)
    assert note.text == "không rõ dòng mới thuộc kế hoạch nào; hãy thêm dòng vào bảng đã xuất ra."


DOCUMENT = DocumentRecord(number="15/KH-SNV", title="Kế hoạch", date="2025-01-20", period=(2024, 2025))


def heads(*lines: tuple[str, str, str]) -> list[HeadChange | Note]:
    sheet, _ = recognise(RawSheet("Văn bản", (("Mục", "Nội dung", "Mã kế hoạch"), *lines)), "sua.xlsx")
    assert sheet is not None
    return list(head_changes(sheet, None))


def test_what_a_document_says_of_itself_is_corrected_item_by_item() -> None:
    found = heads(("Số, ký hiệu", "16/KH-SNV", "p"), ("Thời kỳ:", "2025", ""), ("Người ký", "", ""))
    changes = [change for change in found if isinstance(change, HeadChange)]
    assert len(changes) == len(found)
    document, where, notes = with_changes(DOCUMENT, changes)
    assert (document.number, document.period, document.signer) == ("16/KH-SNV", (2025, 2025), None)
    assert (where, notes) == (Place("sua.xlsx", "Văn bản", 2), [])


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([("Món ăn", "Phở", "p")], "không rõ mục “Món ăn”; dòng này không được dùng."),
        ([("Số, ký hiệu", "16/KH-SNV", "")],
         "cột “Mã kế hoạch” trống; không rõ trang này thuộc kế hoạch nào."),
    ],
)  # fmt: skip
def test_what_is_not_understood_of_a_document_is_told(lines: list[tuple[str, str, str]], told: str) -> None:
    assert [note.text for note in heads(*lines) if isinstance(note, Note)] == [told]


def test_two_values_of_one_item_are_told_and_neither_counts() -> None:
    places = [Place("a.xlsx"), Place("b.xlsx")]
    changes = [HeadChange("p", "number", f"{n}/KH-SNV", place) for n, place in enumerate(places)]
    document, where, notes = with_changes(DOCUMENT, changes)
    assert (document, where) == (DOCUMENT, None)
    assert [(note.place, "trái nhau" in note.text) for note in notes] == [(place, True) for place in places]


def test_a_document_is_written_as_people_read_it() -> None:
    shown = written(DOCUMENT)
    assert (shown["period"], shown["signer"]) == ("2024-2025", "")
    assert written(DocumentRecord(period=(2025, 2025)))["period"] == "2025"
    assert written(DocumentRecord())["period"] == ""


def test_people_without_a_folder_say_nothing() -> None:
    assert People.load(None) == People()
