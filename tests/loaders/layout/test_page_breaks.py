"""Pages of a flattened table that only their numbers tell."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.layout.model import Line
from loaders.layout.page_breaks import parted_by_numbers
from tests.loaders.layout.flattened import flatten
from tests.loaders.layout.test_flat import HEADERS, ROWS, WIDTHS, table_of, texts


def lines_of(texts: list[str]) -> list[Line]:
    return [Line(n, text) for n, text in enumerate(texts, 1)]


def filled(*marks: str, page: int = 40) -> list[Line]:
    """Pages of ``page`` lines, with the given marks between them."""
    return lines_of(
        [text for mark in (*marks, "") for text in [*["Rà soát "] * page, "", *([mark] if mark else [])]]
    )


@pytest.mark.parametrize(
    ("lines", "pages"),
    [
        (filled("6", "7", "8"), 4),
        (filled("- 6 -", "", "- 7 -", "- 8 -"), 4),
        (filled("2", "3"), 1),
        (filled("6", "8", "10"), 1),
        (filled("6", "7", "8", "", "", "", "", "", ""), 1),
        (filled("6", "7", "8", page=20), 1),
        (
            lines_of(
                ["1", *["Rà soát"] * 40, "2", *["Công bố"] * 40, "3", *["Kiểm tra"] * 40, "4", "Sơ kết"]
            ),
            1,
        ),
        (lines_of([text for n in range(1, 9) for text in [str(n), *["Rà soát"] * 35]]), 1),
    ],
    ids=["counted", "one lost", "two", "others", "not to the end", "short", "rows", "long rows"],
)
def test_numbers_that_count_pages_part_them(lines: list[Line], pages: int) -> None:
    found = parted_by_numbers(lines)
    assert len(found) == pages
    assert sum(map(len, found)) == len(lines) - (pages - 1)


@pytest.mark.parametrize(
    ("above", "below", "pages"),
    [("2", "1.7", 2), ("2", "7.", 2), ("2", "3.", 1), ("1", "1.7", 1), ("2", "Công bố", 1)],
    ids=["above a row", "above a numbered one", "its own row", "the first page", "an amount"],
)
def test_the_number_of_a_second_page_stands_right_above_a_row(above: str, below: str, pages: int) -> None:
    lines = lines_of([*["Rà soát"] * 20, above, f"{below} Kiểm tra", *["Sơ kết"] * 20])
    assert len(parted_by_numbers(lines)) == pages


@pytest.mark.parametrize(
    ("above", "below", "pages"),
    [(["", "", ""], "", 2), (["", " ", ""], "", 1), ([""], "", 1), (["", "", ""], "hoạch", 1)],
    ids=["a gap between pages", "an empty cell", "an empty line", "no line below"],
)
def test_a_number_below_a_gap_is_that_of_a_page(above: list[str], below: str, pages: int) -> None:
    lines = lines_of([*["Rà soát"] * 20, *above, "5", below, "hoạch", *["Sơ kết"] * 20])
    assert len(parted_by_numbers(lines)) == pages


def test_in_a_text_without_empty_lines_one_is_a_gap() -> None:
    rows = [
        text for n in range(1, 19) for text in (f"{n} Rà soát", "thủ tục", "Sở Nội vụ", "Năm 2025", "Báo cáo")
    ]
    pages = [rows[:30], rows[30:60], rows[60:]]
    shown = [*pages[0], "", "3", *pages[1], "", "4", *pages[2]]
    assert [[line.text for line in page if line.text] for page in parted_by_numbers(lines_of(shown))] == pages


def test_numbers_of_rows_between_those_of_pages_stay() -> None:
    rows = [text for n in range(1, 21) for text in [str(n), *["Rà soát"] * 10]]
    paged = [
        text for i, text in enumerate(rows) for text in ([str(5 + i // 45), text] if i % 45 == 44 else [text])
    ]
    found = parted_by_numbers(lines_of(paged))
    assert len(found) == 5
    assert [line.text for page in found for line in page] == rows


@pytest.mark.parametrize("every", [37, 43, 50])
def test_cells_go_on_over_pages_that_have_a_number_alone(every: int) -> None:
    shown = [[str(n), *row[1:]] for n, row in enumerate(ROWS * 5, 1)]
    header = len(flatten([], WIDTHS, HEADERS).split("\n\n"))
    whole = flatten(shown, WIDTHS, HEADERS).split("\n\n")
    paged = whole[:header]
    for page, at in enumerate(range(header, len(whole), every), start=3):
        paged += [*whole[at : at + every], str(page), " "] if at + every < len(whole) else whole[at:]
    assert texts(table_of("\n\n".join(paged))) == [[text or "" for text in row] for row in shown]


@pytest.mark.parametrize("hostile", [["1", "2"] * 20_000, [str(n % 90) for n in range(2900)], ["7"] * 40_000])
def test_many_numbers_are_looked_through_at_once(hostile: list[str]) -> None:
    start = time.process_time()
    assert sum(map(len, parted_by_numbers(lines_of(hostile)))) <= len(hostile)
    assert time.process_time() - start < 5


@given(st.lists(st.sampled_from(["1", "2", "3", "4", "Rà soát", ""]), max_size=300))
def test_only_numbers_are_left_out(texts: list[str]) -> None:
    kept = [line.text for page in parted_by_numbers(lines_of(texts)) for line in page]
    assert [text for text in kept if not text.isdigit()] == [text for text in texts if not text.isdigit()]
