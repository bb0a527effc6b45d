"""Where the head of an unruled table is looked for, and what is spared: counted, since clocks differ."""

from __future__ import annotations

from itertools import pairwise

import pytest

from loaders.formats.pdf.columns import Columns, columns_beside
from loaders.formats.pdf.heads import find_table
from loaders.formats.pdf.page import Word
from tests.loaders.formats.test_pdf_columns import BODY, HEAD, row

WORK = [
    row(90 + 12 * n, ["", "Hoạt động theo kế hoạch", "Sở Nội vụ", "Các sở, ngành", "Quý I"])
    for n in range(40)
]
"""Rows one of whose cells begins with the name of a column."""


def test_letters_drawn_far_beyond_a_page_cost_nothing() -> None:
    far = [Word("x", -1e12, 100, 1.0, 110), Word("y", 1e12, 100, 2e12, 110)]
    assert find_table([row(10, HEAD), *BODY, far])


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many lines each of the heads has that were tried."""
    lines: list[int] = []

    def counted(head: list[list[Word]], taken: int) -> Columns | None:
        lines.append(len(head))
        return columns_beside(head, taken)

    monkeypatch.setattr("loaders.formats.pdf.heads.columns_beside", counted)
    return lines


def test_a_row_that_names_one_column_opens_no_head(tried: list[int]) -> None:
    assert find_table(WORK) is None
    assert not tried


def test_a_head_printed_again_is_known_by_its_words(tried: list[int]) -> None:
    found = find_table([row(10, HEAD), *BODY, *WORK])
    assert found is not None
    tried.clear()
    above = row(2, ["Trang hai"], [10.0])
    assert find_table([above, row(12, HEAD), *WORK], found[2]) == (1, 2, found[2])
    assert not tried


def test_a_head_with_its_titles_elsewhere_is_another(tried: list[int]) -> None:
    found = find_table([row(10, HEAD), *BODY])
    moved = [10.0, 40.0, 220.0, 320.0, 420.0]
    body = [row(30 * n, ["1", "Rà soát", "Sở Y tế", "Sở Tư pháp", "Quý I"], moved) for n in range(1, 4)]
    other = find_table([row(10, HEAD, moved), *body], found and found[2])
    assert found is not None
    assert other is not None
    assert tried
    assert [b - a for a, b in pairwise(other[2].cuts)] != [b - a for a, b in pairwise(found[2].cuts)]
