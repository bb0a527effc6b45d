"""What a mention says its document is about."""

from __future__ import annotations

import pytest

from loaders.grammar.about import title_after

CASES = [
    (
        "Nghị quyết số 9/NQ-CP ngày 1/2/2023 của Chính phủ về phát triển đô thị; Quyết định",
        "phát triển đô thị",
    ),
    ("Quyết định số 5/QĐ-UBND về việc ban hành Quy chế làm việc. Tiếp theo", "ban hành Quy chế làm việc"),
    (
        "Kế hoạch số 7/KH-UBND của UBND tỉnh phê duyệt Đề án A, UBND huyện X ban hành Kế hoạch",
        "phê duyệt Đề án A",
    ),
    ("Nghị định số 3/2020/NĐ-CP, Nghị định số 4/2020/NĐ-CP", None),
    ("Thông tư số 1/2021/TT-BNV", None),
]
ENDS = ["của Chính phủ", "QĐ-UBND", "UBND tỉnh", "3/2020/NĐ-CP", "TT-BNV"]


@pytest.mark.parametrize(("text", "title", "last"), [(*c, e) for c, e in zip(CASES, ENDS, strict=True)])
def test_title_after_a_mention(text: str, title: str | None, last: str) -> None:
    assert title_after(text, text.index(last) + len(last)) == title


def test_words_without_an_end_are_no_title() -> None:
    assert title_after("Luật X về " + "a" * 5_000, 6) is None
