"""Duties told as text under headings, items and chapters."""

from __future__ import annotations

import pytest

from loaders.layout.columns import Role
from tests.loaders.rows.build import (
    paragraphs,
    sheet_of,
    told,
)


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


def test_letters_under_roman_chapters_are_groups_in_them() -> None:
    duty = ("Rà soát.", "Đơn vị chủ trì: Sở A.")
    sheet = sheet_of(*paragraphs("I. MỤC TIÊU", "II. VIỆC", "A. Thể chế", *duty, "B. Bộ máy", *duty))
    assert [section.key for section in sheet.sections] == ["II"]
    assert [task.passage.text for task in sheet.tasks] == ["Thể chế", "Bộ máy"]
