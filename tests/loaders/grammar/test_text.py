"""Text made comparable keeps its length, so that offsets stay those of the print."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.grammar.text import plain, unmarked

PLAIN = {
    "Uỷ ban": "ủy ban",
    "HOÁ ĐƠN": "hóa đơn",
    "sức khoẻ": "sức khỏe",
    "thuỷ lợi": "thủy lợi",
    "hoàn thành": "hoàn thành",
    "Quý II": "quý ii",
    "luỹ thuỵ uỳ": "lũy thụy ùy",
    "2021–2025 — 2030": "2021-2025 - 2030",
}


@pytest.mark.parametrize("text", PLAIN)
def test_tones_and_dashes_have_one_spelling(text: str) -> None:
    assert plain(text) == PLAIN[text]


def test_marks_are_left_out() -> None:
    assert unmarked("Thường xuyên, hằng Quý; Đến năm 2025") == "thuong xuyen, hang quy; den nam 2025"


@given(st.text(alphabet="oquỷýhóàoèẻxn İ–A", max_size=30))
def test_plain_keeps_length_and_is_settled(text: str) -> None:
    once = plain(text)
    assert len(once) == len(text)
    assert plain(once) == once
