"""Tables and labelled duties to rows with keys."""

from __future__ import annotations

import pytest

from loaders.layout.columns import Role
from loaders.rows.draft import span_of
from tests.loaders.rows.build import (
    FULL,
    cells_of,
    flattened,
    paragraphs,
    sheet_of,
    table,
    told,
)


def test_targets_tasks_and_activities() -> None:
    sheet = sheet_of(
        table(
            FULL,
            "I | THỂ CHẾ | ^ | ^ | ^ | ^ | ^ | ^",
            "1 | 1.1. Đích | 2.1. Việc | 3.1. Làm | Báo cáo | Sở A | Sở B | Quý I",
            "^ | ^ | ^ | 3.2. Làm nữa | ^ | - | Sở C | ^",
            "2 | ^ | 2.2. Việc khác | 3.3. Làm thêm | - | Sở D | Sở E | Quý II",
        )
    )
    assert [(s.key, s.passage.text) for s in sheet.sections] == [("I", "THỂ CHẾ")]
    assert [(t.key, t.target.key if t.target else None) for t in sheet.tasks] == [
        ("I/2.1", "I/1.1"),
        ("I/2.2", "I/1.1"),
    ]
    assert [told(activity) for activity in sheet.activities] == [
        ("I/3.1", "I/2.1", "I/1.1", "Làm"),
        ("I/3.2", "I/2.1", "I/1.1", "Làm nữa"),
        ("I/3.3", "I/2.2", "I/1.1", "Làm thêm"),
    ]
    second = sheet.activities[1]
    assert {role: cell.text for role, cell in second.cells.items()} == {
        Role.PRODUCT: "Báo cáo",
        Role.COORD: "Sở C",
        Role.TIME: "Quý I",
    }
    assert [activity.row for activity in sheet.activities] == ["1", "1", "2"]


def test_labels_that_start_again_make_keys_paths() -> None:
    sheet = sheet_of(
        table(
            FULL,
            "I | THỂ CHẾ | ^ | ^ | ^ | ^ | ^ | ^",
            "^ | 1. Đích | 1.1. Việc | Hoạt động 1: Làm | - | Sở A | - | Quý I",
            "^ | ^ | 1.2. Việc | Hoạt động 1: Rà soát. Hoạt động 2: Đề xuất | - | Sở B | - | Quý I",
            "^ | 2. Đích | 2.1. Việc | ^ | - | Sở C | - | Quý I",
        )
    )
    assert [activity.key for activity in sheet.activities] == [
        "I/1/1.1/1",
        "I/1/1.2/1",
        "I/1/1.2/2",
        "I/2/2.1/-",
    ]
    assert sheet.activities[2].passage.text == "Đề xuất"
    assert sheet.activities[2].cells[Role.LEAD].text == "Sở B"
    assert sheet.activities[3].bare


def test_headings_and_leaf_rows() -> None:
    sheet = sheet_of(
        table(
            "STT | Nhiệm vụ cụ thể | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian",
            "1 | CHỈ ĐẠO | - | - | -",
            "1.1 | Kế hoạch | - | - | -",
            "1.1.1 | Ban hành | Sở A | Sở B | Quý I",
            "1.2 | Báo cáo | Sở A | Sở B | Quý II",
            "2 | THỂ CHẾ | - | - | -",
            "2.1 | Rà soát | Sở A | Sở B | Quý II",
        )
    )
    assert [section.key for section in sheet.sections] == ["1", "2"]
    assert [task.key for task in sheet.tasks] == ["1/1.1"]
    assert [told(activity) for activity in sheet.activities] == [
        ("1/1.1.1", "1/1.1", None, "Ban hành"),
        ("1/1.2", None, None, "Báo cáo"),
        ("2/2.1", None, None, "Rà soát"),
    ]


def test_rows_without_labels_are_counted_and_a_gap_ends_the_section() -> None:
    sheet = sheet_of(
        table(
            "TT | Nội dung | Chủ trì | Thời gian",
            "I | MỘT | ^ | ^",
            "- | Làm | Sở A | Quý I",
            "- | Làm nữa | Sở A | Quý I",
            "- | ….... | ^ | ^",
            "2 | Làm tiếp | Sở A | Quý I",
        )
    )
    assert [activity.key for activity in sheet.activities] == ["I/1", "I/2", "0/2"]
    assert [note.kind for note in sheet.notes] == ["layout"]


@pytest.mark.parametrize("counted", [False, True])
def test_what_a_heading_over_letters_says_holds_for_all_below(counted: bool) -> None:
    rows = (
        ("-", "1", "Làm sạch dữ liệu | - | Sở B | Quý I"),
        ("1", "a)", "Dữ liệu đất đai | Sở A | - | -"),
        ("2", "b)", "Dữ liệu hộ tịch | Sở C | - | Quý II"),
        ("3", "2", "Tập huấn | Sở D | - | Quý III"),
    )
    head = "TT | Chi tiết" if counted else "TT"
    told_rows = [" | ".join(row if counted else row[1:]) for row in rows]
    sheet = sheet_of(table(f"{head} | Tên nhiệm vụ | Chủ trì | Phối hợp | Thời hạn", *told_rows))
    assert [task.key for task in sheet.tasks] == ["0/1"]
    assert [told(activity) for activity in sheet.activities] == [
        ("0/a", "0/1", None, "Dữ liệu đất đai"),
        ("0/b", "0/1", None, "Dữ liệu hộ tịch"),
        ("0/2", None, None, "Tập huấn"),
    ]
    shared = [
        [activity.cells[role].text for role in (Role.LEAD, Role.COORD, Role.TIME)]
        for activity in sheet.activities[:2]
    ]
    assert shared == [["Sở A", "Sở B", "Quý I"], ["Sở C", "Sở B", "Quý II"]]


def test_numbers_that_rise_over_a_gap_stay_in_their_section() -> None:
    sheet = sheet_of(
        table(
            "TT | Nội dung | Chủ trì | Thời gian",
            "I | THỂ CHẾ | ^ | ^",
            "1 | Làm | Sở A | Quý I",
            "- | …… | - | -",
            "4 | Làm tiếp | Sở B | Quý II",
            "- | …… | - | -",
            "2 | Làm khác | Sở C | Quý II",
        )
    )
    assert [activity.key for activity in sheet.activities] == ["I/1", "I/4", "0/2"]
    assert [note.lines for note in sheet.notes if "dấu chấm" in note.what] == [(4, 4), (6, 6)]


def test_a_gap_in_a_table_of_tasks_is_no_row_and_is_told() -> None:
    sheet = sheet_of(
        table(
            FULL,
            "1 | 1.1. Đích | 2.1. Việc | 3.1. Làm | Báo cáo | Sở A | Sở B | Quý I",
            "- | ........ | - | - | - | - | - | -",
            "^ | ^ | ^ | 3.2. Làm nữa | Tờ trình | Sở C | Sở D | Quý II",
        )
    )
    assert [activity.passage.text for activity in sheet.activities] == ["Làm", "Làm nữa"]
    assert [note.kind for note in sheet.notes] == ["layout"]


def test_a_column_without_a_field_is_kept() -> None:
    sheet = sheet_of(table("TT | Nội dung | Chủ trì | Ghi chú", "1 | Làm | Sở A | Gấp"))
    assert {title: cell.text for title, cell in sheet.activities[0].extra.items()} == {"Ghi chú": "Gấp"}


@pytest.mark.parametrize("ditto", ["-nt-", "nt", "Như trên", '"', "”"])
def test_a_mark_of_ditto_stands_for_the_cell_above(ditto: str) -> None:
    sheet = sheet_of(
        table(
            "TT | Nội dung | Chủ trì | Thời gian",
            "1 | Họp | Sở A | Quý I",
            f"2 | Tập huấn | {ditto} | Quý II",
        )
    )
    assert [activity.cells[Role.LEAD].text for activity in sheet.activities] == ["Sở A", "Sở A"]


def test_a_mark_of_ditto_below_nothing_says_nothing() -> None:
    header = "TT | Nhiệm vụ | Chủ trì | Thời gian"
    sheet = sheet_of(table(header, '1 | Rà soát | " | Quý I', '2 | Mở lớp | Sở A | "'))
    assert cells_of(sheet) == [(None, None, "Quý I"), ("Sở A", None, "Quý I")]


def test_a_year_in_a_column_of_notes_is_no_time() -> None:
    rows = ("1 | Rà soát | Sở A | - | Năm 2025", "2 | Mở lớp | Sở A | Quý I | -")
    sheet = sheet_of(table("TT | Nhiệm vụ | Chủ trì | Thời gian | Ghi chú", *rows))
    assert [time for _, _, time in cells_of(sheet)] == [None, "Quý I"]
    assert [list(activity.extra) for activity in sheet.activities] == [["Ghi chú"], []]


def test_the_work_of_a_task_without_activities_stands_where_the_task_does() -> None:
    sheet = sheet_of(flattened(FULL, "1|Đích|Việc/dài|^|Báo cáo|Sở A|Sở B|Quý I"))
    assert [span_of(activity.own) for activity in sheet.activities] == [(3, 8)]


def test_keys_of_work_right_under_a_target_are_paths_where_labels_start_again() -> None:
    sheet = sheet_of(
        table(
            FULL,
            "1 | 1. Đích | - | 1. Làm | - | Sở A | - | Quý I",
            "2 | 2. Đích | - | 1. Làm | - | Sở A | - | Quý I",
        )
    )
    assert [activity.key for activity in sheet.activities] == ["0/1/1", "0/2/1"]


@pytest.mark.parametrize(
    ("rows", "keys"),
    [
        (("B1 | Họp | Sở A | Quý I", "B2 | Thi | Sở B | Quý I"), ["0/B1", "0/B2"]),
        (("I | THỂ CHẾ | Sở A | Năm 2025", "1 | Họp | Sở B | Quý I"), ["I/1"]),
        (
            ("I | MỘT | ^ | ^", "1 | Họp | - | -", "II | HAI | ^ | ^", "2 | Thi | Sở A | Quý I"),
            ["I/1", "II/2"],
        ),
        (("- | Họp giao ban. | - | -", "1 | Thi | Sở A | Quý I"), ["0/1", "0/1~2"]),
        (
            ("1 | RÀ SOÁT | - | -", "1.1 | Lập | Sở A | Quý I", "- | Gộp | ^ | ^", "- | Thêm | ^ | ^"),
            ["1/1.1", "1/2", "1/3"],
        ),
    ],
    ids=[
        *("numbers of their own", "a section that states who leads", "a leaf before a section"),
        *("a sentence alone", "rows merged with the one above"),
    ],
)
def test_which_rows_are_leaves(rows: tuple[str, ...], keys: list[str]) -> None:
    sheet = sheet_of(table("TT | Nội dung | Chủ trì | Thời gian", *rows))
    assert [activity.key for activity in sheet.activities] == keys
    assert sheet.tasks == []


@pytest.mark.parametrize(("first", "second"), [("A", "I"), ("I", "A")])
def test_of_letters_and_roman_numbers_the_first_are_sections(first: str, second: str) -> None:
    sheet = sheet_of(
        table(
            "TT | Nội dung | Chủ trì | Thời gian",
            *(f"{first} | NHÓM MỘT | ^ | ^", f"{second} | Hạ tầng | ^ | ^", "1 | Họp | Sở A | Quý I"),
            *(f"{first * 2 if first == 'I' else 'B'} | NHÓM HAI | ^ | ^", f"{second} | Quảng bá | ^ | ^"),
            "1 | Thi | Sở B | Quý II",
        )
    )
    assert [section.passage.text for section in sheet.sections] == ["NHÓM MỘT", "NHÓM HAI"]
    assert [activity.task.passage.text for activity in sheet.activities if activity.task] == [
        "Hạ tầng",
        "Quảng bá",
    ]


def test_titles_without_numbers_under_a_number_stand_beside_each_other() -> None:
    sheet = sheet_of(
        table(
            "TT | Nội dung | Chủ trì | Thời gian",
            "I | THỂ CHẾ | ^ | ^",
            "1 | Rà soát | - | -",
            "- | Cấp tỉnh | - | -",
            "- | Lập danh mục | Sở A | Quý I",
            "- | Cấp xã | - | -",
            "- | Lập danh mục | Sở B | Quý I",
        )
    )
    upper = [(task.passage.text, task.parent.passage.text if task.parent else None) for task in sheet.tasks]
    assert upper == [("Rà soát", None), ("Cấp tỉnh", "Rà soát"), ("Cấp xã", "Rà soát")]
    assert [task.key for task in sheet.tasks] == ["I/1", "I/1/1", "I/1/2"]
    assert [told(activity)[1] for activity in sheet.activities] == ["I/1/1", "I/1/2"]


def test_rows_without_numbers_are_counted_below_what_they_stand_under() -> None:
    rows = (
        "I | THỂ CHẾ | ^ | ^ | ^ | ^ | ^ | ^",
        *(f"- | {t} | Việc {t} | Làm | - | Sở A | - | Quý I" for t in "AB"),
    )
    sheet = sheet_of(table(FULL, *rows))
    assert [task.key for task in sheet.tasks] == ["I/1/1", "I/2/1"]
    assert [activity.key for activity in sheet.activities] == ["I/1/1/1", "I/2/1/1"]


def test_a_lead_before_the_content_holds_for_the_rows_below() -> None:
    sheet = sheet_of(
        table(
            "TT | Cơ quan chủ trì | Nhiệm vụ | Phối hợp | Thời gian",
            "1 | Sở A | Họp | Sở B | Quý I",
            "2 | | Tập huấn | | Quý II",
            "3 | Sở C | Báo cáo | Sở D | Quý III",
        )
    )
    assert [activity.cells[Role.LEAD].text for activity in sheet.activities] == ["Sở A", "Sở A", "Sở C"]
    assert Role.COORD not in sheet.activities[1].cells


@pytest.mark.parametrize(
    ("title", "cell", "lead", "coord"),
    [
        ("Cơ quan chủ trì/phối hợp", "Sở A/Sở B, Sở C", "Sở A", "Sở B, Sở C"),
        ("Đơn vị chủ trì, đơn vị phối hợp", "Sở A / các sở", "Sở A", "các sở"),
        ("Cơ quan chủ trì/phối hợp", "Sở A, Sở B", "Sở A, Sở B", None),
        ("Cơ quan chủ trì", "Sở A/Sở B", "Sở A/Sở B", None),
    ],
)
def test_a_column_or_label_that_names_both_roles(title: str, cell: str, lead: str, coord: str | None) -> None:
    columns = sheet_of(table(f"TT | Nhiệm vụ | {title}", f"1 | Họp | {cell}", "2 | Họp | -nt-"))
    labels = sheet_of(*paragraphs("II. VIỆC", "1. Họp", f"- {title}: {cell}", "2. Hội", f"- {title}: {cell}"))
    for activity in (*columns.activities, *labels.activities):
        found = activity.cells
        assert (found[Role.LEAD].text, found[Role.COORD].text if Role.COORD in found else None) == (
            lead,
            coord,
        )


@pytest.mark.parametrize(
    ("header", "row", "time"),
    [
        ("TT | Nội dung | Chủ trì | 2025 | 2026 | 2027", "1 | Họp | Sở A | x | - | X", "2025, 2027"),
        ("TT | Nội dung | Chủ trì | 2025 | Ghi chú", "1 | Họp | Sở A | x | x", "2025"),
        ("TT | Nội dung | Chủ trì | Quý I | Quý II", "1 | Họp | Sở A | - | ✓", "Quý II"),
        ("TT | Nội dung | Chủ trì | 2025 | 2026", "1 | Họp | Sở A | 20 | 30", None),
        ("TT | Nội dung | Chủ trì | Năm 2025 | Thời gian", "1 | Họp | Sở A | x | Quý I", "Quý I"),
    ],
)
def test_marks_below_periods_give_the_time(header: str, row: str, time: str | None) -> None:
    found = sheet_of(table(header, row)).activities[0].cells.get(Role.TIME)
    assert (found.text if found else None) == time


def test_targets_behind_the_work_and_sums_are_no_rows() -> None:
    sheet = sheet_of(
        table(
            "TT | Tên nhiệm vụ | Mục tiêu, quy mô | Chủ trì | Kinh phí",
            "1 | Nâng cấp mạng | 100% cơ quan | Sở A | 200",
            " | Tổng cộng | | | 200",
        )
    )
    assert [told(activity) for activity in sheet.activities] == [("0/1", None, None, "Nâng cấp mạng")]
    assert {title: cell.text for title, cell in sheet.activities[0].extra.items()} == {
        "Mục tiêu, quy mô": "100% cơ quan"
    }


@pytest.mark.parametrize(
    "row",
    ["Tổng kinh phí dự kiến: 12.500 triệu đồng. | - | -", "Tổng nhu cầu vốn | - | 12.500", "Tổng số | - | -"],
)
def test_sums_told_in_other_words_are_no_rows(row: str) -> None:
    sheet = sheet_of(table("Nội dung | Chủ trì | Kinh phí", "Tổng kết năm | Sở A | 200", row))
    assert [activity.passage.text for activity in sheet.activities] == ["Tổng kết năm"]


def test_other_tables_give_no_rows() -> None:
    assert not sheet_of(table("Họ và tên | Chức vụ", "A | B")).activities


def test_a_section_without_a_label_has_no_number() -> None:
    sheet = sheet_of(
        table("Nhiệm vụ | Cơ quan thực hiện | Tiến độ", "THỂ CHẾ | ^ | ^", "Rà soát | Sở A | Quý I")
    )
    assert [activity.key for activity in sheet.activities] == ["1/1"]


def test_a_numbered_title_above_deeper_rows_is_a_section() -> None:
    sheet = sheet_of(
        table(
            "TT | Nhiệm vụ | Hoạt động | Chủ trì",
            "1 | Truyền thông | - | -",
            "1.1 | Báo chí | Mở chuyên trang | Sở A",
            "2 | Tập huấn | - | -",
            "^ | ^ | Mở lớp | Sở B",
        )
    )
    assert [section.passage.text for section in sheet.sections] == ["Truyền thông"]
    assert [task.passage.text for task in sheet.tasks] == ["Báo chí", "Tập huấn"]
    assert [activity.passage.text for activity in sheet.activities] == ["Mở chuyên trang", "Mở lớp"]


@pytest.mark.parametrize(
    ("rows", "keys", "sections", "tasks"),
    [
        (["- | Y tế | ^ | ^", "1 | Họp | Sở A | Quý I", "- | Giáo dục | ^ | ^", "2 | Hội | Sở B | Quý I"], ["1/1", "2/2"], ["Y tế", "Giáo dục"], []),
        (["1 | Họp | Sở A | Quý I", "- | Y tế | - | -", "1 | Hội | Sở B | Quý I"], ["0/1", "1/1"], ["Y tế"], []),
        (["I | VIỆC | ^ | ^", "- | Y tế | ^ | ^", "1 | Họp | Sở A | Quý I", "- | Giáo dục | ^ | ^", "2 | Hội | Sở B | Quý I"], ["I/1/1", "I/2/2"], ["VIỆC"], ["Y tế", "Giáo dục"]),
        (["1 | Họp | Sở A | Quý I", "- | Ghi biên bản | ^ | ^", "2 | Hội | Sở B | Quý I"], ["0/1", "0/2", "0/2~2"], [], []),
    ],
    ids=["a title first", "numbers begin again", "below a section", "all cells merged"],
)  # fmt: skip
def test_titles_without_numbers(
    rows: list[str], keys: list[str], sections: list[str], tasks: list[str]
) -> None:
    sheet = sheet_of(table("TT | Nội dung | Chủ trì | Thời gian", *rows))
    assert [activity.key for activity in sheet.activities] == keys
    assert [section.passage.text for section in sheet.sections] == sections
    assert [task.passage.text for task in sheet.tasks] == tasks


@pytest.mark.parametrize(
    ("header", "titles", "leads"),
    [
        ("TT | Nội dung | Thời gian", ["Sở A", "UBND các huyện"], ["Sở A", "UBND các huyện"]),
        ("TT | Nội dung | Thời gian", ["Sở A", "Việc khác"], [None, None]),
        ("TT | Nội dung | Chủ trì", ["Sở A", "Sở B"], ["Quý I", "Quý I"]),
        ("TT | Nội dung | Thời gian | Chủ trì", ["Sở A", "Sở B"], [None, None]),
        ("TT | Nội dung | Thời gian", ["Sở A"], [None]),
    ],
    ids=["bodies", "not all bodies", "a column of its own", "a column of its own that is empty", "one title"],
)
def test_titles_that_are_bodies_lead_their_rows(
    header: str, titles: list[str], leads: list[str | None]
) -> None:
    more = header.count("|") - 2
    rows = [
        row
        for title in titles
        for row in (f"- | {title} | ^{' | ^' * more}", f"1 | Họp | Quý I{' | -' * more}")
    ]
    activities = sheet_of(table(header, *rows)).activities
    assert [a.cells[Role.LEAD].text if Role.LEAD in a.cells else None for a in activities] == leads


@pytest.mark.parametrize(
    ("begin", "end", "time"),
    [("Quý I/2024", "Quý III/2024", "Quý I/2024 - Quý III/2024"), ("-", "2025", "2025"), ("2024", "-", None)],
)
def test_columns_of_begin_and_end(begin: str, end: str, time: str | None) -> None:
    header = "TT | Nội dung | Chủ trì | Thời gian bắt đầu | Thời gian kết thúc"
    cells = sheet_of(table(header, f"1 | Họp | Sở A | {begin} | {end}")).activities[0].cells
    assert (cells[Role.TIME].text if Role.TIME in cells else None) == time


@pytest.mark.parametrize(("council", "time"), [("Tháng 7/2025", "Tháng 7/2025"), ("-", "Tháng 3/2025")])
def test_the_last_time_that_is_given_is_the_deadline(council: str, time: str) -> None:
    header = "TT | Tên văn bản | Chủ trì | Thời gian trình UBND | Thời gian trình HĐND"
    cells = sheet_of(table(header, f"1 | Nghị quyết | Sở A | Tháng 3/2025 | {council}")).activities[0].cells
    assert cells[Role.TIME].text == time


def test_what_a_heading_states_holds_for_rows_that_state_nothing() -> None:
    sheet = sheet_of(
        table(
            "TT | Nội dung | Chủ trì | Thời gian",
            "1 | Tuyên truyền | Sở A | Quý I",
            "1.1 | Làm phóng sự | - | -",
            "1.2 | Mở chuyên mục | Sở B | -",
            "2 | Kiểm tra | Sở C | -",
        )
    )
    told = [{role: cell.text for role, cell in activity.cells.items()} for activity in sheet.activities]
    assert told == [
        {Role.LEAD: "Sở A", Role.TIME: "Quý I"},
        {Role.LEAD: "Sở B", Role.TIME: "Quý I"},
        {Role.LEAD: "Sở C"},
    ]


def test_a_title_without_a_number_above_tasks_is_a_section() -> None:
    sheet = sheet_of(
        table(
            "Nhiệm vụ | Hoạt động | Chủ trì | Thời gian",
            "- | Y tế | ^ | ^",
            "Rà soát | Lập danh mục | Sở A | Quý I",
            "^ | Công bố | ^ | ^",
            "- | Giáo dục | ^ | ^",
            "Tập huấn | Mở lớp | Sở B | Quý II",
        )
    )
    assert [section.passage.text for section in sheet.sections] == ["Y tế", "Giáo dục"]
    assert [activity.passage.text for activity in sheet.activities] == ["Lập danh mục", "Công bố", "Mở lớp"]


def test_a_section_keeps_its_number_in_a_table_without_a_column_of_numbers() -> None:
    sheet = sheet_of(table("Nhiệm vụ | Chủ trì | Tiến độ", "I. | THỂ CHẾ | ^", "Rà soát | Sở A | Quý I"))
    assert [(section.key, section.passage.text) for section in sheet.sections] == [("I", "THỂ CHẾ")]


def test_a_row_begins_with_its_label_or_with_the_number_right_before_it() -> None:
    sheet = sheet_of(
        flattened(
            "TT | Mục tiêu | Nhiệm vụ | Hoạt động | Chủ trì",
            "I | THỂ CHẾ | ^ | ^ | ^",  # lines 1 and 2
            "1 | 1.1. Mục tiêu 1:/Đích | 2.1. Nhiệm vụ 1:/Việc | 3.1. Hoạt động 1:/Làm/nữa | Sở/A",  # from line 3
            "2 | ^ | ^ | 3.2. Hoạt động 2:/Làm thêm | Sở B",  # from line 13
        )
    )
    assert [row.span() for row in (*sheet.sections, *sheet.targets, *sheet.tasks)] == [(1, 2), (4, 5), (6, 7)]
    assert [span_of(activity.own) for activity in sheet.activities] == [(8, 12), (13, 16)]


def test_a_leaf_row_begins_with_its_number() -> None:
    sheet = sheet_of(
        flattened(
            "STT | Nội dung | Chủ trì", "I | THỂ CHẾ | ^", "1 | Rà soát/quy định | Sở A", "2 | Sửa | Sở B"
        )
    )
    assert [section.span() for section in sheet.sections] == [(1, 2)]
    assert [span_of(activity.own) for activity in sheet.activities] == [(3, 6), (7, 9)]


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((1, 2, 3, 4, 5, 6), []),
        ((1, 2, 3, 4, 1, 6), ["Nhãn “3.5. Hoạt động 1:” có hai số khác nhau."]),
        ((1, 1, 2, 1, 1, 2), []),  # counted by another rule
    ],
)
def test_a_label_with_two_numbers_is_told_where_others_have_one(
    counts: tuple[int, ...], told: list[str]
) -> None:
    rows = [
        f"2.{i}. Việc | 3.{i}. Hoạt động {count}: Làm {i} | Sở A" for i, count in enumerate(counts, start=1)
    ]
    sheet = sheet_of(table("Nhiệm vụ | Hoạt động | Chủ trì", *rows))
    assert [note.what for note in sheet.notes] == told


WORK = "TT | Nhiệm vụ | Hoạt động | Chủ trì | Thời gian"


@pytest.mark.parametrize(
    ("header", "rows", "keys"),
    [
        pytest.param(
            FULL,
            ["1 | 1.1. Đích | 2.1. Việc | 3.1. Làm | - | Sở A | - | Quý I",
             "1 | 1.1. Đích | 2.1. Việc | 3.2. Thêm | - | Sở A | - | Quý I",
             "2 | 1.2. Khác | 2.1. Việc | 3.3. Nữa | - | Sở A | - | Quý I"],
            ["0/1.1/2.1/3.1", "0/1.1/2.1/3.2", "0/1.2/2.1/3.3"],
            id="cells printed again on every row, and one task under two targets",
        ),
        pytest.param(
            FULL,
            ["1 | 1.1. Đích | 2.1. Việc | 3.1. Làm | - | Sở A | - | Quý I", "2 | 1.2. Khác | - | - | - | - | - | -",
             "3 | - | - | 3.2. Thêm | - | Sở A | - | Quý I"],
            ["0/3.1", "0/3.2"],
            id="a target alone",
        ),
        pytest.param(
            FULL,
            ["- | THỂ CHẾ | ^ | ^ | ^ | ^ | ^ | ^", "1 | Đích | 1. Việc | 1. Làm | - | Sở A | - | Quý I",
             "5 | BỘ MÁY | ^ | ^ | ^ | ^ | ^ | ^", "1 | Đích | 2. Việc | 2. Làm | - | Sở A | - | Quý I",
             "VI. SỐ | ^ | ^ | ^ | ^ | ^ | ^ | ^", "1 | ĐÍCH | 3. Việc | 3. Làm | - | Sở A | - | Quý I"],
            ["1/1/1/1", "5/1/2/2", "VI/1/3/3"],
            id="sections in capitals, with a number or without",
        ),
        pytest.param(
            FULL,
            ["1 | Đích | 4. Việc | Chung. Hoạt động 1: Rà soát. Hoạt động 2: Thi | - | Sở A | - | Quý I"],
            ["0/1/4/1", "0/1/4/1~2", "0/1/4/2"],
            id="text before the first label of several",
        ),
        pytest.param(
            WORK,
            ["1 | Thể chế | - | - | -", "1.1 | Rà soát | 1. Lập | Sở A | Quý I", "2 | Bộ máy | - | - | -",
             "3.1 | Sắp xếp | 2. Họp | Sở A | Quý I"],
            ["1/1/1", "1/2/-", "1/3/2"],
            id="a number and a title, above deeper numbers or not",
        ),
        pytest.param(
            WORK,
            ["1 | Thể chế | - | - | -", "- | - | 1. Lập | Sở A | Quý I", "2 | Bộ máy | - | Sở B | -",
             "- | - | 2. Họp | Sở A | Quý I"],
            ["0/1/1", "0/2/-", "0/2/2"],
            id="a task named on a row of its own, that states who leads or not",
        ),
    ],
)  # fmt: skip
def test_rows_of_tables_with_several_columns_of_content(
    header: str, rows: list[str], keys: list[str]
) -> None:
    assert [activity.key for activity in sheet_of(table(header, *rows)).activities] == keys


def test_a_task_belongs_to_the_target_beside_it() -> None:
    rows = ("1 | 1.1. Đích | 2.1. Việc | 3.1. Làm | - | Sở A | - | Quý I",
            "2 | 1.2. Khác | 2.1. Việc | 3.2. Thêm | - | Sở A | - | Quý I")  # fmt: skip
    tasks = sheet_of(table(FULL, *rows)).tasks
    assert [(task.key, task.target.key) for task in tasks if task.target] == [
        ("0/1.1/2.1", "0/1.1"),
        ("0/1.2/2.1", "0/1.2"),
    ]
