"""What is a time, and what the labels of a plan mean by what stands behind them."""

from __future__ import annotations

import pytest

from loaders.grammar import lists
from loaders.layout.columns import Role
from loaders.rows.meanings import ends_in_time, folded, learned, says_certain_time, says_time
from tests.loaders.rows.build import passage

CERTAIN = [
    *(
        "Trước 15/8/2025",
        "Trong quý II/2025",
        "Từ tháng 3/2025",
        "Đến năm 2030",
        "Vào tháng 5",
        "Hết năm 2025",
    ),
    *(
        "Tháng 9",
        "Ngày 15/3/2025",
        "Tuần 3 tháng 5",
        "Hằng năm",
        "Hàng quý",
        "Thường xuyên",
        "Định kỳ",
        "Cả năm",
    ),
    *("Chậm nhất 30/6/2025", "Giai đoạn 2025-2030", "Đầu năm 2025", "Cuối tháng 6", "6 tháng đầu năm 2025"),
    *("Hoàn thành trong năm 2025", "Xong trước 30/6", "Trình quý IV", "Ban hành tháng 3/2025"),
    *("II/2025", "05/2025", "10-15/3/2025", "2025"),
]
UNCERTAIN = ["Khi có yêu cầu", "Sau khi Bộ công bố thủ tục", "Ngay sau khi có văn bản", "Liên tục"]
NONE = ["Sở Nội vụ", "2025% kế hoạch", "Trong năm rà soát văn bản", "Rà soát", ""]


@pytest.mark.parametrize("text", CERTAIN)
def test_times_that_can_be_dated_or_come_again(text: str) -> None:
    assert says_time(text)
    assert says_certain_time(text)


@pytest.mark.parametrize("text", UNCERTAIN)
def test_times_that_cannot_be_dated(text: str) -> None:
    assert says_time(text)
    assert not says_certain_time(text)


@pytest.mark.parametrize("text", [*NONE, f"Trước 15/8/2025 {'và sau đó ' * 9}"])
def test_what_is_no_time(text: str) -> None:
    assert not says_time(text)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Phòng A; xong trong quý II/2024", "xong trong quý II/2024"),
        ("Phòng A. Năm 2024", "Năm 2024"),
        ("Phòng A, phòng B", None),
        ("Phòng A; khi có yêu cầu", None),
        ("Quý II/2024", None),
    ],
)
def test_a_time_at_the_end_of_a_text(text: str, end: str | None) -> None:
    start = ends_in_time(text)
    assert (None if start is None else text[start:]) == end


def role_of(label: str, value: str, *, lead: str = "Chủ trì") -> Role | None:
    """What ``label`` means in a plan that says it of two duties, beside who leads and until when."""
    duty = f"{lead}: Sở A; {label}: {value}; thời gian: Quý I."
    return learned(passage(f"{n}. Rà soát. {duty}") for n in (1, 2)).get(folded(label))


WORDS = [
    (word, role)
    for name, role in (("beside", Role.COORD), ("in_front", Role.LEAD), ("others", Role.EXTRA))
    for word in lists.words("labels")[name]
]


@pytest.mark.parametrize(("word", "role"), WORDS)
def test_each_listed_word_of_a_label_says_who_its_agencies_are(word: str, role: Role) -> None:
    assert role_of(f"Phòng {word} riêng", "Sở B") is role


def test_bodies_lead_where_no_other_label_of_the_same_duty_does() -> None:
    told = ("Chủ trì: Sở A", "Đơn vị lo việc: Sở B", "Đơn vị lo việc: Sở C")
    paragraphs = [passage(f"{n}. Rà soát. {who}; thời gian: Quý I.") for n, who in enumerate(told, 1)]
    assert learned(paragraphs) == {"đơn vị lo việc": Role.LEAD}


@pytest.mark.parametrize(
    ("label", "value", "role"),
    [
        ("Phòng giao việc", "tháng 9/2025", Role.TIME),
        ("Cách làm riêng", "trực tuyến", Role.EXTRA),
        ("Mục đích chung", "Rà soát văn bản và kiểm tra các đơn vị", None),
        ("Các việc khác", "trực tuyến", None),
        ("Số 5 riêng", "trực tuyến", None),
        ("Một nhãn dài hơn bảy chữ thì không", "trực tuyến", None),
    ],
)
def test_what_a_label_means_that_no_list_knows(label: str, value: str, role: Role | None) -> None:
    assert role_of(label, value) is role
