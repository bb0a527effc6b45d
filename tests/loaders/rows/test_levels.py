"""The label that a paragraph of a plan begins with, also one that no table has."""

from __future__ import annotations

import pytest

from loaders.layout.columns import Role
from loaders.rows.levels import label_of

LABELS = [
    ("PHẦN I MỤC TIÊU", "PHẦN I"),
    ("Phần thứ hai. Nhiệm vụ", "Phần thứ hai"),
    ("CHƯƠNG 2 - NHIỆM VỤ", "CHƯƠNG 2"),
    ("Chương III: Tổ chức", "Chương III"),
    ("B. NHIỆM VỤ", "B"),
    ("Đ/ KINH PHÍ", "Đ"),
    ("Phần mềm quản lý", None),
    ("Phần I đã nêu", None),
    ("A dua theo người khác", None),
    ("II- Nhiệm vụ", "II"),
    ("II.- Nhiệm vụ", "II"),
    ("2.1: Rà soát", "2.1"),
    ("2 - 3 lớp tập huấn", None),
    ("2 - rà soát", None),
    ("(3) Rà soát", "3"),
    ("đ. Rà soát", "đ"),
    ("b/ Rà soát", "b"),
    ("e) Rà soát", "e"),
    ("1.2. Rà soát", "1.2"),
    ("4.", None),
    ("Năm 2025", None),
]
WORDED = [
    *("Giải pháp", "Nội dung", "Nhóm", "Nhóm nhiệm vụ", "Công việc", "Dự án", "Tiểu dự án", "Hợp phần"),
    *("Chuyên đề", "Bước", "Giai đoạn", "Đợt"),
]


@pytest.mark.parametrize(("text", "label"), LABELS)
def test_the_label_of_a_paragraph(text: str, label: str | None) -> None:
    found = label_of(text)
    assert (found.text if found else None) == label


@pytest.mark.parametrize("number", ["2: ", "số 2. "])
@pytest.mark.parametrize("word", WORDED)
def test_a_word_and_a_number_are_the_label_of_a_task(word: str, number: str) -> None:
    found = label_of(f"{word} {number}Rà soát")
    assert found is not None
    assert (found.text, found.word, found.end) == ("2", Role.TASK, len(f"{word} {number}"))


def test_the_parts_of_a_number_are_told_whatever_follows_it() -> None:
    numbers = [found.number for text in ("2.1: Rà soát", "2.1. Rà soát") if (found := label_of(text))]
    assert numbers == [(2, 1), (2, 1)]
