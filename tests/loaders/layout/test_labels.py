"""Labels at the start of rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.layout.labels import find_labels, is_number, read_label

LABELS = [
    ("1.1: Mục tiêu 1: Cơ bản", "1.1", "Cơ bản"),
    ("2.1. Nhiệm vụ 1: Xây dựng", "2.1", "Xây dựng"),
    ("2. 8. Nhiệm vụ 8: Đẩy mạnh", "2.8", "Đẩy mạnh"),
    ("Hoạt động 1: Rà soát", "1", "Rà soát"),
    ("3.3. hoạt động 3: tăng", "3.3", "tăng"),
    ("1. 100% kịp thời", "1", "100% kịp thời"),
    ("1.8. 100% kịp thời", "1.8", "100% kịp thời"),
    ("1.1.1 Xây dựng", "1.1.1", "Xây dựng"),
    ("I CẢI CÁCH THỂ CHẾ", "I", "CẢI CÁCH THỂ CHẾ"),
    ("VII.", "VII", ""),
    ("B. Văn bản của UBND tỉnh", "B", "Văn bản của UBND tỉnh"),
    ("12", "12", ""),
    ("a) Rà soát", "a", "Rà soát"),
    ("b)", "b", ""),
    ("I-", "I", ""),
    ("II- Công tác tuyên truyền", "II", "Công tác tuyên truyền"),
    ("1-", "1", ""),
    ("2- Mở chuyên mục", "2", "Mở chuyên mục"),
    ("B)", "B", ""),
]
NONE = [
    "100% kịp thời",
    "2021-2030",
    "II-IV/2024",
    "3- 5 lớp",
    "1.500 lượt người",
    "30 ngày làm việc",
    "Văn bản",
    "mở các lớp",
    "IOC tỉnh",
    "B. văn bản",
    "a. Nội dung việc",
    "04 báo cáo",
    "",
]


@pytest.mark.parametrize(("text", "label", "rest"), LABELS)
def test_label(text: str, label: str, rest: str) -> None:
    found = read_label(text)
    assert found is not None
    assert (found.text, text[found.end :]) == (label, rest)


@pytest.mark.parametrize("text", NONE)
def test_no_label(text: str) -> None:
    assert read_label(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("1.2", True), ("-", True), ("a", True), ("x", False), ("II", True), ("1. Họp", False), ("", False)],
)
def test_what_only_numbers_a_row(text: str, number: bool) -> None:
    assert is_number(text) is number


def test_labels_inside_a_cell() -> None:
    text = "Hoạt động 1: rà soát. Hoạt động 2: đề xuất hoạt động 3: không tính"
    assert find_labels(text) == [0, text.index("Hoạt động 2")]


@pytest.mark.parametrize("text", ["Hoạt động 1: rà soát", "Rà soát hoạt động 2: đề xuất", "Rà soát 3 hồ sơ"])
def test_one_label_need_not_be_told_apart(text: str) -> None:
    assert find_labels(text) == []


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    found = read_label(text)
    assert found is None or 0 < found.end <= len(text)
