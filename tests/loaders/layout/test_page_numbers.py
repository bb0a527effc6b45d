"""Page numbers taken out of running text, and numbers that are none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.formats.markdown import blocks_of as markdown_blocks
from loaders.layout.flat import blocks_of
from loaders.layout.model import Line, Paragraph, Table
from loaders.layout.page_numbers import without_page_numbers

Reader = Callable[[Sequence[Line]], Iterable[Paragraph | Table]]
PAGE = [f"dòng thứ {letter} của một trang" for letter in "abcdeghikl"]


def lines_of(texts: list[str]) -> list[Line]:
    return [Line(number, text) for number, text in enumerate(texts, start=1)]


def left(texts: list[str]) -> list[str]:
    return [line.text for line in without_page_numbers(lines_of(texts))]


@pytest.mark.parametrize("shown", ["{}", " {} ", "- {} -", "– {} –"])
@pytest.mark.parametrize("around", [[], [""], ["", " ", ""]])
def test_numbers_of_pages_are_left_out(shown: str, around: list[str]) -> None:
    texts = list(PAGE)
    for number in (2, 3, 4):
        texts += [*around, shown.format(number), *around, *PAGE]
    assert left(texts) == PAGE * 4


@pytest.mark.parametrize(
    "texts",
    [
        PAGE,
        [*PAGE, "7", *PAGE],  # one alone, that cannot be the second page
        [*PAGE, "1", "2", "3", *PAGE],  # too near to each other
        [*PAGE, "4", *PAGE, "3", *PAGE],
        [*PAGE, "2024", *PAGE, "2025"],
        [*PAGE, "2 giờ", *PAGE],
        ["2", *PAGE],
    ],
)
def test_other_numbers_stay(texts: list[str]) -> None:
    assert left(texts) == texts


def test_the_longest_run_holds() -> None:
    assert left([*PAGE, "5", *PAGE, "2", *PAGE, "3", *PAGE]) == [*PAGE, "5", *PAGE, *PAGE, *PAGE]


@pytest.mark.parametrize("read", [blocks_of, markdown_blocks])
def test_a_sentence_goes_on_over_a_page(read: Reader) -> None:
    texts = ["Các cơ quan tổ chức thực hiện kế hoạch này, báo cáo kết quả về"] * 10
    texts += [
        "Sở Nội vụ trước ngày 15 tháng 12 hằng năm để tổng hợp, trình",
        "",
        "2",
        "",
        "Ủy ban nhân dân tỉnh.",
    ]
    (*_, last) = read(lines_of(texts))
    assert isinstance(last, Paragraph)
    assert last.text.endswith("để tổng hợp, trình Ủy ban nhân dân tỉnh.")


@given(st.lists(st.sampled_from(["", " ", "1", "2", "3", "- 4 -", *PAGE]), max_size=80))
def test_only_numbers_and_empty_lines_are_left_out(texts: list[str]) -> None:
    kept = left(texts)
    gone = [text for text in texts if text.strip() and not text.strip("- ").isdigit()]
    assert [text for text in kept if text.strip() and not text.strip("- ").isdigit()] == gone
