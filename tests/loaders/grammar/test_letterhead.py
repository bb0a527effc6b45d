"""Letterheads as long as a careless page makes them: read in bounded time, and for what they say."""

from __future__ import annotations

import time

import pytest

from loaders.grammar import issuer, letterhead

LONG = (" " * 75_000 + "x", "ủy ban nhân dân " * 5_000, "sở y tế " * 9_000, "; " * 37_000 + "x", "_" * 75_000)


@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
def test_long_lines_are_passed_over_in_bounded_time(text: str) -> None:
    start = time.process_time()
    assert issuer.of_letterhead([text, "SỞ Y TẾ"], "tỉnh Lào Cai") == "Sở Y tế tỉnh Lào Cai"
    (letter,) = letterhead.letters([text, "KẾ HOẠCH", "Cải cách hành chính năm 2024", text])
    assert letter.title == "KẾ HOẠCH Cải cách hành chính năm 2024"
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    ("below", "title"),
    [
        ("Thực hiện Nghị quyết số 12-NQ/TU về nước sạch", "CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA SỞ Y TẾ Thực hiện Nghị quyết số 12-NQ/TU về nước sạch"),
        ("Thực hiện Nghị quyết số 12-NQ/TU, Sở Y tế xây dựng kế hoạch như sau:", "CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA SỞ Y TẾ"),
        ("Bảo đảm nước sạch", "CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA SỞ Y TẾ"),
    ],
)  # fmt: skip
def test_a_title_of_kind_and_body_goes_on_with_its_subject(below: str, title: str) -> None:
    (letter,) = letterhead.letters(["SỞ Y TẾ", "CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA SỞ Y TẾ", below])
    assert letter.title == title
