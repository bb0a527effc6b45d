"""Tables and labelled duties to rows with keys."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

import pytest

from loaders.layout.columns import Role
from loaders.layout.model import Cell, Fill, Layout, Line, Paragraph, Passage, Row, Table
from loaders.rows import rows_of
from loaders.rows.draft import ActivityDraft, Sheet, span_of

MERGED = Cell(fill=Fill.MERGED)


def passage(text: str, number: int = 1) -> Passage:
    return Passage.of([Line(number, text)])


def table(header: str, *rows: str) -> Table:
    """A table in short: cells between bars, "-" an empty cell, "^" a merged one."""

    def cell(text: str, number: int) -> Cell:
        fills = {"-": Fill.EMPTY, "^": Fill.MERGED}
        return Cell(fill=fills[text]) if text in fills else Cell(passage(text, number))

    return Table(
        tuple(passage(title.strip()) for title in header.split("|")),
        tuple(
            Row(tuple(cell(text.strip(), number) for text in row.split("|")))
            for number, row in enumerate(rows, start=2)
        ),
    )


def sheet_of(*blocks: Table | Paragraph) -> Sheet:
    return rows_of(Layout("thu.txt", blocks, ()))


def paragraphs(*texts: str) -> Sequence[Paragraph]:
    return [Paragraph(passage(text, number)) for number, text in enumerate(texts, start=1)]


def told(activity: ActivityDraft) -> tuple[str, str | None, str | None, str]:
    task, target = activity.task, activity.target
    return activity.key, task.key if task else None, target.key if target else None, activity.passage.text


FULL = "TT | Mục tiêu | Nhiệm vụ | Hoạt động | Sản phẩm | Chủ trì | Phối hợp | Thời gian"


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


def test_other_tables_give_no_rows() -> None:
    assert not sheet_of(table("Họ và tên | Chức vụ", "A | B")).activities


def test_duties_as_labelled_text() -> None:
    sheet = sheet_of(
        *paragraphs(
            "I. MỤC ĐÍCH",
            "Nâng cao chất lượng.",
            "II. NHIỆM VỤ",
            "1. Thể chế",
            "a) Rà soát văn bản.",
            "- Cơ quan chủ trì: Sở Tư pháp.",
            "- Cơ quan phối hợp: Các sở, ban, ngành.",
            "- Thời gian thực hiện: Quý I/2025.",
            "2. Thủ tục",
            "- Rà soát thủ tục.",
            "- Công khai thủ tục.",
            "Đơn vị chủ trì: Văn phòng. Đơn vị phối hợp: Sở Nội vụ. Thời gian: Năm 2025.",
            "III. TỔ CHỨC THỰC HIỆN",
        )
    )
    assert [(s.key, s.passage.text) for s in sheet.sections] == [("II", "NHIỆM VỤ")]
    assert [told(activity) for activity in sheet.activities] == [
        ("II/1/a", "II/1", None, "Rà soát văn bản."),
        ("II/2/1", "II/2", None, "- Rà soát thủ tục. - Công khai thủ tục."),
    ]
    assert {role.value: cell.text for role, cell in sheet.activities[1].cells.items()} == {
        "lead": "Văn phòng",
        "coord": "Sở Nội vụ",
        "time": "Năm 2025",
    }


def test_duties_whose_labels_are_lettered_and_name_their_content() -> None:
    sheet = sheet_of(
        *paragraphs(
            "II. NHIỆM VỤ",
            "1. Thể chế",
            "a) Nội dung thực hiện: Ban hành quy định.",
            "b) Cơ quan chủ trì: Sở A.",
            "c) Cơ quan phối hợp: Sở B.",
            "d) Thời gian thực hiện: Quý I.",
            "2. Truyền thông",
            "- Nội dung: Tổ chức hội nghị.",
            "- Chủ trì thực hiện: Sở C.",
            "- Tiến độ: Thường xuyên.",
        )
    )
    assert [told(activity) for activity in sheet.activities] == [
        ("II/1/a", "II/1", None, "Ban hành quy định."),
        ("II/2/1", "II/2", None, "Tổ chức hội nghị."),
    ]
    assert [activity.cells[Role.LEAD].text for activity in sheet.activities] == ["Sở A", "Sở C"]
    assert Role.COORD not in sheet.activities[1].cells


def test_duties_numbered_in_brackets() -> None:
    sheet = sheet_of(
        *paragraphs(
            "II. NHIỆM VỤ",
            "1. Thể chế",
            "(1) Rà soát văn bản.",
            "- Trách nhiệm thực hiện: Sở A.",
            "(2) Công khai văn bản.",
            "- Trách nhiệm thực hiện: Sở B.",
        )
    )
    assert [told(activity) for activity in sheet.activities] == [
        ("II/1/1", "II/1", None, "Rà soát văn bản."),
        ("II/1/2", "II/1", None, "Công khai văn bản."),
    ]


def cells_of(sheet: Sheet) -> list[tuple[str | None, ...]]:
    roles = (Role.LEAD, Role.COORD, Role.TIME)
    return [
        tuple(activity.cells[role].text if role in activity.cells else None for role in roles)
        for activity in sheet.activities
    ]


def test_labels_that_dashes_part_and_labels_above_what_they_say() -> None:
    sheet = sheet_of(
        *paragraphs(
            "II. NHIỆM VỤ",
            "1. Rà soát dữ liệu.",
            "- Chủ trì: Sở A - Phối hợp: Công an; UBND các xã, phường - Thời gian: Quý II (tháng 4, tháng 5)",
            "2. Mở lớp.",
            "Đơn vị thực hiện:",
            "Sở B",
            "Đơn vị phối hợp:",
            "- Sở C",
            "- Sở D",
            "Thời gian: Quý I.",
            "3. Tổng kết.",
            "Đơn vị thực hiện:",
            "Thời gian: Quý IV.",
        )
    )
    assert cells_of(sheet) == [
        ("Sở A", "Công an; UBND các xã, phường", "Quý II (tháng 4, tháng 5)"),
        ("Sở B", "Sở C - Sở D", "Quý I"),
    ]


def test_worded_tasks_stand_above_numbers_or_under_them() -> None:
    duty = ("a) Nội dung: Làm.", "b) Đơn vị chủ trì: Sở A.")
    above = sheet_of(
        *paragraphs("II. VIỆC", "Nhiệm vụ 1: Mạng", "1.1. Cáp", *duty, "Nhiệm vụ 2: Người", *duty)
    )
    under = sheet_of(*paragraphs("II. VIỆC", "1. Số", "Nhiệm vụ 1: Mạng", *duty, "Nhiệm vụ 2: Người", *duty))
    other = sheet_of(*paragraphs("II. VIỆC", "Giải pháp 1: Mạng", *duty, "Giải pháp 2: Người", *duty))
    assert [task.passage.text for task in other.tasks] == ["Mạng", "Người"]
    for sheet, nested in ((above, ("Cáp", "Mạng")), (under, ("Mạng", "Số"))):
        first, second = (activity.task for activity in sheet.activities)
        assert first and first.parent and (first.passage.text, first.parent.passage.text) == nested
        assert second and second.passage.text == "Người"


def test_duties_with_their_labels_in_the_paragraph_of_the_item() -> None:
    sheet = sheet_of(
        *paragraphs(
            "II. NHIỆM VỤ",
            "1. Đào tạo",
            "a) Mở lớp cho cấp xã (Chủ trì: Sở A; phối hợp: Sở B; thời gian: Quý I)",
            "b) Biên soạn tài liệu. Cơ quan chủ trì: Sở C. Thời hạn: Quý II.",
            "2. Kiểm tra cơ sở. Đơn vị chủ trì: Sở D; đơn vị phối hợp: Sở E.",
        )
    )
    assert [told(activity) for activity in sheet.activities] == [
        ("II/a", "II/1", None, "Mở lớp cho cấp xã"),
        ("II/b", "II/1", None, "Biên soạn tài liệu"),
        ("II/2", None, None, "Kiểm tra cơ sở"),
    ]


def test_duties_whose_bullets_follow_their_labels() -> None:
    sheet = sheet_of(
        *paragraphs(
            "II. NHIỆM VỤ",
            "1. Hạ tầng",
            "(Cơ quan chủ trì: Sở A; cơ quan phối hợp: Sở B)",
            "- Phát triển cáp quang.",
            "- Phủ sóng.",
            "2. Nhân lực",
            "(Cơ quan chủ trì: Sở C; cơ quan phối hợp: Sở D)",
            "3. Hội nghị",
            "- Cơ quan chủ trì: Sở E",
            "- Hình thức: trực tuyến",
            "III. KINH PHÍ",
        )
    )
    assert [told(activity) for activity in sheet.activities] == [
        ("II/1/1", "II/1", None, "- Phát triển cáp quang. - Phủ sóng."),
        ("II/2", None, None, "Nhân lực"),
        ("II/3", None, None, "Hội nghị"),
    ]


def test_labels_above_bullets_hold_for_them_all() -> None:
    sheet = sheet_of(
        *paragraphs(
            "II. NHIỆM VỤ",
            "1. Hạ tầng",
            "Cơ quan chủ trì: Sở A; cơ quan phối hợp: Sở B.",
            "- Phát triển cáp quang.",
            "- Phủ sóng.",
            "2. Nhân lực",
            "Cơ quan chủ trì: Sở C.",
            "- Mở lớp.",
            "III. KINH PHÍ",
        )
    )
    assert [told(activity) for activity in sheet.activities] == [
        ("II/1/1", "II/1", None, "- Phát triển cáp quang. - Phủ sóng."),
        ("II/2/1", "II/2", None, "Mở lớp."),
    ]


@pytest.mark.parametrize(
    ("chapter", "section"),
    [("2. Nội dung", "2"), ("B. NỘI DUNG", "B"), ("PHẦN II. NỘI DUNG", "PHẦN II"), ("II. Nội dung", "II")],
)
def test_the_chapter_that_holds_duties_is_the_section(chapter: str, section: str) -> None:
    sheet = sheet_of(
        *paragraphs(
            chapter,
            "2.1. Hạ tầng",
            "- Phủ sóng.",
            "+ Đơn vị chủ trì: Sở A.",
            "2.2. Nhân lực",
            "- Mở lớp.",
            "+ Đơn vị chủ trì: Sở B.",
        )
    )
    assert [found.label for found in sheet.sections] == [section]
    assert [task.label for task in sheet.tasks] == ["2.1", "2.2"]


def test_a_part_above_numbered_chapters_is_no_section() -> None:
    sheet = sheet_of(
        *paragraphs(
            "B. NHIỆM VỤ",
            "I. Thể chế",
            "1. Rà soát.",
            "Đơn vị chủ trì: Sở A.",
            "2. Kiểm tra.",
            "Đơn vị chủ trì: Sở B.",
        )
    )
    assert [found.label for found in sheet.sections] == ["I"]


def test_duties_whose_roles_are_told_in_sentences() -> None:
    sheet = sheet_of(
        *paragraphs(
            "II. NHIỆM VỤ",
            "1. Thể chế",
            "- Lập danh mục.",
            "- Rà soát văn bản (Sở Tư pháp chủ trì, phối hợp với các sở, ngành thực hiện; xong trong quý II/2025).",
            "- Công khai văn bản (Sở Tư pháp chủ trì; các sở, ngành phối hợp).",
            "2. Bộ máy",
            "Sắp xếp các phòng.",
            "Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính triển khai thực hiện trong năm 2025.",
            "3. Tiền lương. Giao Sở Nội vụ chủ trì thực hiện.",
            "III. TỔ CHỨC THỰC HIỆN",
            "1. Theo dõi Kế hoạch (Sở Nội vụ chủ trì).",
        )
    )
    assert [told(activity) for activity in sheet.activities] == [
        ("II/1/1", "II/1", None, "Rà soát văn bản"),
        ("II/1/2", "II/1", None, "Công khai văn bản"),
        ("II/2/1", "II/2", None, "Sắp xếp các phòng."),
        ("II/3", None, None, "Tiền lương."),
    ]
    assert cells_of(sheet) == [
        ("Sở Tư pháp", "các sở, ngành", "xong trong quý II/2025"),
        ("Sở Tư pháp", "các sở, ngành", None),
        ("Sở Nội vụ", "Sở Tài chính", "trong năm 2025"),
        ("Sở Nội vụ", None, None),
    ]


def test_roles_told_in_many_words() -> None:
    told_behind = (
        "(Sở A, các chủ đầu tư thực hiện; thời gian: 2025 - 2026)",
        "(UBND các xã chủ trì; Sở A phối hợp; thời gian: Quý I)",
        "Cơ quan chủ trì là Sở A; cơ quan phối hợp là các xã; thời gian thực hiện trong tháng 4/2025.",
        "Giao Sở A là cơ quan chủ trì, phối hợp chặt chẽ với Sở B tổ chức triển khai, xong trước 30/6/2025.",
    )
    work = (line for i, roles in enumerate(told_behind, 1) for line in (f"{i}/ Việc", f"Làm. {roles}"))
    sheet = sheet_of(*paragraphs("II/ NHIỆM VỤ", *work))
    assert [section.passage.text for section in sheet.sections] == ["NHIỆM VỤ"]
    assert cells_of(sheet) == [
        ("Sở A, các chủ đầu tư", None, "2025 - 2026"),
        ("UBND các xã", "Sở A", "Quý I"),
        ("Sở A", "các xã", "trong tháng 4/2025"),
        ("Sở A", "Sở B", "xong trước 30/6/2025"),
    ]


def test_one_label_behind_a_sentence_names_an_agency() -> None:
    sheet = sheet_of(
        *paragraphs(
            "II. NHIỆM VỤ",
            "1. Thể chế:",
            "a. Rà soát văn bản. Chủ trì: Các sở, ban, ngành.",
            "Phối hợp: Sở A. Hoàn thành: Tháng 6.",
            "b. Công khai văn bản. Chủ trì: Sở B.",
            "c. Theo dõi. Chủ trì: làm rõ trách nhiệm.",
        )
    )
    assert [told(activity) for activity in sheet.activities] == [
        ("II/a", "II/1", None, "Rà soát văn bản"),
        ("II/b", "II/1", None, "Công khai văn bản"),
    ]
    assert cells_of(sheet) == [("Các sở, ban, ngành", "Sở A", "Tháng 6"), ("Sở B", None, None)]


def test_duties_that_are_items_of_a_numbered_chapter() -> None:
    sheet = sheet_of(
        *paragraphs(
            "2. Nhiệm vụ",
            "2.1. Rà soát.",
            "Người thực hiện: Sở A.",
            "2.2. Kiểm tra.",
            "Người thực hiện: Sở B.",
        )
    )
    assert [section.passage.text for section in sheet.sections] == ["Nhiệm vụ"]
    assert [told(activity) for activity in sheet.activities] == [
        ("2/2.1", None, None, "Rà soát."),
        ("2/2.2", None, None, "Kiểm tra."),
    ]


def test_articles_of_a_decision_tell_no_roles_of_duties() -> None:
    article = "Điều 2. Giao Sở A chủ trì, phối hợp với các sở, ngành tổ chức triển khai thực hiện."
    duty = ("Rà soát.", "Giao Sở B chủ trì thực hiện.")
    sheet = sheet_of(*paragraphs("QUYẾT ĐỊNH", article, "I. NHIỆM VỤ", "1. Mạng", *duty, "2. Người", *duty))
    assert cells_of(sheet) == [("Sở B", None, None)] * 2


def test_labels_that_no_list_knows_are_told_by_what_stands_behind_them() -> None:
    def duty(text: str, *said: str) -> tuple[str, ...]:
        names = ("Bên nhận việc", "Bên cùng làm", "Nơi họp", "Hạn chót", "Kết quả nộp về")
        return (text, *(f"- {name}: {what}." for name, what in zip(names, said, strict=True)))

    sheet = sheet_of(
        *paragraphs(
            "II. VIỆC",
            "1. Thể chế",
            *duty("a) Rà soát.", "Sở Nội vụ", "Sở Tư pháp", "Trụ sở", "Quý I/2026", "Báo cáo"),
            *duty("b) Mở lớp.", "Sở Y tế", "Các sở, ngành", "Trực tuyến", "Trước 30/6/2026", "Kỷ yếu"),
        )
    )
    assert [told(activity) for activity in sheet.activities] == [
        ("II/a", "II/1", None, "Rà soát."),
        ("II/b", "II/1", None, "Mở lớp."),
    ]
    assert cells_of(sheet) == [
        ("Sở Nội vụ", "Sở Tư pháp", "Quý I/2026"),
        ("Sở Y tế", "Các sở, ngành", "Trước 30/6/2026"),
    ]
    assert [activity.cells[Role.PRODUCT].text for activity in sheet.activities] == ["Báo cáo", "Kỷ yếu"]


@pytest.mark.parametrize("fields", [("a)", "b)", "c)", "d)"), ("1.1.", "1.2.", "1.3.", "1.4.")])
def test_numbered_labels_of_a_duty_are_no_headings(fields: tuple[str, ...]) -> None:
    def duty(text: str, where: str) -> list[str]:
        said = (f"Nội dung: {text}", f"Địa điểm: {where}", "Thời gian: Quý II", "Đơn vị chủ trì: Sở A")
        return [f"{label} {what}." for label, what in zip(fields, said, strict=True)]

    lines = ["II. VIỆC", "1. Tập huấn", *duty("Mở lớp", "Hội trường"), "2. Thi"]
    sheet = sheet_of(*paragraphs(*lines, *duty("Phát động thi", "Tổ chức tại trường")))
    assert [activity.passage.text for activity in sheet.activities] == ["Mở lớp.", "Phát động thi."]
    assert [task.passage.text for task in sheet.tasks] == ["Tập huấn", "Thi"]
    assert cells_of(sheet) == [("Sở A", None, "Quý II")] * 2


def test_a_caption_above_labels_says_nothing() -> None:
    duty = ("Phân công thực hiện:", "+ Chính: Phòng A.", "+ Hỗ trợ: Phòng B.", "+ Xong: tháng 5/2025.")
    sheet = sheet_of(*paragraphs("II. VIỆC", "1. Rà soát.", *duty, "2. Mở lớp.", *duty))
    assert [activity.passage.text for activity in sheet.activities] == ["Rà soát.", "Mở lớp."]
    assert cells_of(sheet) == [("Phòng A", "Phòng B", "tháng 5/2025")] * 2


def test_labels_in_brackets_that_commas_part() -> None:
    said = "(Chủ trì: Sở A, phối hợp: các sở, ngành liên quan, thời gian: Thường xuyên)"
    sheet = sheet_of(
        *paragraphs("II. VIỆC", "Về con người", f"- Mở lớp {said}.", "Về mạng", f"- Nâng cấp {said}.")
    )
    assert [activity.passage.text for activity in sheet.activities] == ["Mở lớp", "Nâng cấp"]
    assert cells_of(sheet) == [("Sở A", "các sở, ngành liên quan", "Thường xuyên")] * 2


def test_a_body_and_a_time_in_brackets_under_steps() -> None:
    lines = ("- Bố trí bàn viết (Văn phòng Sở; tháng 9/2025).", "- Mở hộp thư (Thanh tra Sở, thường xuyên).")
    sheet = sheet_of(*paragraphs("II. VIỆC", "Bước 1. Chuẩn bị", lines[0], "Bước 2. Làm", lines[1]))
    assert [task.passage.text for task in sheet.tasks] == ["Chuẩn bị", "Làm"]
    assert [activity.passage.text for activity in sheet.activities] == ["Bố trí bàn viết", "Mở hộp thư"]
    assert cells_of(sheet) == [
        ("Văn phòng Sở", None, "tháng 9/2025"),
        ("Thanh tra Sở", None, "thường xuyên"),
    ]


def test_labels_below_lettered_items_hold_for_them_all() -> None:
    said = "Chịu trách nhiệm chính: Sở A; Cùng tham gia: Sở B; Kỳ hạn: hằng năm."
    lines = ("a) Mở diễn đàn.", "b) Biểu dương.", said)
    sheet = sheet_of(*paragraphs("II. VIỆC", "1. Giáo dục", *lines, "2. Nghề", *lines))
    assert [activity.passage.text for activity in sheet.activities] == ["a) Mở diễn đàn. b) Biểu dương."] * 2
    assert cells_of(sheet) == [("Sở A", "Sở B", "hằng năm")] * 2


def test_a_person_in_charge_beside_a_body_and_a_time_without_a_label() -> None:
    said = "người phụ trách: Kế toán trưởng; đơn vị thực hiện: Phòng Kế hoạch; xong trong quý II/2024."
    sheet = sheet_of(*paragraphs("II. VIỆC", f"1. Rà soát quy chế; {said}", f"2. Mua sắm; {said}"))
    assert cells_of(sheet) == [("Phòng Kế hoạch", None, "xong trong quý II/2024")] * 2
    assert [activity.extra["người phụ trách"].text for activity in sheet.activities] == ["Kế toán trưởng"] * 2


@pytest.mark.parametrize("content", ["Công việc", "Nội dung hoạt động", "Việc cần làm"])
def test_what_is_to_be_done_under_its_own_label(content: str) -> None:
    duty = (
        f"{content}: Mở lớp.",
        "→ Cơ quan chịu trách nhiệm: Sở A.",
        "→ Cơ quan, tổ chức cùng phối hợp: Sở B.",
        "→ Thời gian tổ chức: Quý II.",
    )
    sheet = sheet_of(*paragraphs("II. VIỆC", "1. Đào tạo", *duty, "2. Thi", *duty))
    assert [activity.passage.text for activity in sheet.activities] == ["Mở lớp."] * 2
    assert cells_of(sheet) == [("Sở A", "Sở B", "Quý II")] * 2


def test_a_label_of_who_that_always_tells_a_time_means_the_time() -> None:
    sheet = sheet_of(
        *paragraphs(
            "II. VIỆC",
            "1. Rà soát.",
            "(Bộ phận phối hợp: Phòng B; Bộ phận thực hiện: Phòng A; Thực hiện: Khi có yêu cầu)",
            "2. Mở lớp.",
            "(Bộ phận phối hợp: Phòng A; Bộ phận thực hiện: Phòng B; Thực hiện: Tháng 3/2026)",
        )
    )
    assert cells_of(sheet) == [
        ("Phòng A", "Phòng B", "Khi có yêu cầu"),
        ("Phòng B", "Phòng A", "Tháng 3/2026"),
    ]


def test_letters_under_roman_chapters_are_groups_in_them() -> None:
    duty = ("Rà soát.", "Đơn vị chủ trì: Sở A.")
    sheet = sheet_of(*paragraphs("I. MỤC TIÊU", "II. VIỆC", "A. Thể chế", *duty, "B. Bộ máy", *duty))
    assert [section.key for section in sheet.sections] == ["II"]
    assert [task.passage.text for task in sheet.tasks] == ["Thể chế", "Bộ máy"]


@pytest.mark.parametrize(
    "label",
    ["Nội dung thứ nhất", "Mục tiêu chung", "Cấp tỉnh", "Đối với cấp xã", "Trong năm"],
)
def test_words_before_a_colon_that_are_no_label_of_a_duty(label: str) -> None:
    lines = (f"- {label}: Sở A làm rõ trách nhiệm, báo cáo.", "- Hằng năm: sơ kết.")
    assert not sheet_of(*paragraphs("II. VIỆC", "1. Một", *lines, "2. Hai", *lines)).activities


def test_who_is_in_charge_is_kept_beside_the_lead() -> None:
    duty = ("- Lãnh đạo phụ trách: Phó Chủ tịch.", "- Đơn vị chủ trì: Sở A.")
    sheet = sheet_of(*paragraphs("II. VIỆC", "1.1. Rà soát.", *duty, "1.2. Mở lớp.", *duty))
    assert [activity.passage.text for activity in sheet.activities] == ["Rà soát.", "Mở lớp."]
    assert [
        {title: cell.text for title, cell in activity.extra.items()} for activity in sheet.activities
    ] == [{"Lãnh đạo phụ trách": "Phó Chủ tịch"}] * 2


def test_labels_without_a_heading_tell_of_the_paragraph_before() -> None:
    sheet = sheet_of(
        *paragraphs("KẾ HOẠCH", "Rà soát.", "Đơn vị chủ trì: Sở A.", "Mở lớp.", "Đơn vị chủ trì: Sở B.")
    )
    assert [activity.passage.text for activity in sheet.activities] == ["Rà soát.", "Mở lớp."]


@pytest.mark.parametrize(
    "text",
    [
        "Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng đề án, hoàn thành trước 30/6/2026.",
        "Sở Nội vụ chủ trì theo dõi, đôn đốc.",
        "Rà soát văn bản (do tỉnh chủ trì).",
        "Mở lớp (Sở Nội vụ chủ trì, báo cáo UBND tỉnh).",
        "1. Sở Nội vụ chủ trì, phối hợp với các sở, ngành thực hiện.",
        "Mở lớp (theo Quyết định của UBND tỉnh, năm 2025).",
        "Mở lớp (Sở Nội vụ báo cáo; quý I/2025).",
    ],
)
def test_sentences_that_say_more_than_roles_are_no_labels(text: str) -> None:
    lines = ("II. NHIỆM VỤ", "1. Thể chế", "Rà soát.", text, "2. Bộ máy", "Sắp xếp.", text)
    assert not sheet_of(*paragraphs(*lines)).activities


def test_one_stray_label_makes_no_duty() -> None:
    assert not sheet_of(*paragraphs("1. Việc", "Đơn vị chủ trì: Sở A.")).activities


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
    ],
    ids=["bodies", "not all bodies", "a column of its own"],
)
def test_titles_that_are_bodies_lead_their_rows(
    header: str, titles: list[str], leads: list[str | None]
) -> None:
    rows = [row for title in titles for row in (f"- | {title} | ^", "1 | Họp | Quý I")]
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


def flattened(header: str, *rows: str) -> Table:
    """A table as :func:`table`, every cell on lines of its own from line 1 on, cut at "/"."""
    lines = count(1)

    def cell(text: str) -> Cell:
        return (
            Cell(Passage.of(Line(next(lines), part) for part in text.split("/"))) if text != "^" else MERGED
        )

    return Table(
        tuple(passage(title.strip()) for title in header.split("|")),
        tuple(Row(tuple(cell(text.strip()) for text in row.split("|"))) for row in rows),
    )


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
