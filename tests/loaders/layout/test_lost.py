"""The columns of the cells of a row that lost some."""

from __future__ import annotations

import pytest

from loaders.layout.columns import columns_of
from loaders.layout.lost import lay_short
from loaders.layout.model import Line, Passage

TITLES = ["TT", "Nội dung", "Thời gian", "Sản phẩm", "Chủ trì", "Phối hợp"]
COLUMNS = columns_of(TITLES)


def cell(text: str) -> Passage:
    return Passage.of([Line(1, text)]) if text else Passage()


@pytest.mark.parametrize(
    ("cells", "likely", "places"),
    [
        (["1", "Họp", "Sở A"], [0, 1, 4], [0, 1, 4]),
        (["Họp", "Báo cáo", "Sở A", "Sở B"], [1, 3, 4, 5], [1, 3, 4, 5]),
        (["1", "Họp", "", "Sở A", "Sở B"], [0, 1, 4, 5], [0, 1, None, 4, 5]),
        (["1", "Họp", "", "", "Sở A"], [0, 1, 3], [0, 1, None, None, 5]),
    ],
    ids=["merged inside and at the end", "merged first", "an empty cell", "no room for two empty cells"],
)
def test_cells_are_laid_where_they_suit(
    cells: list[str], likely: list[int], places: list[int | None]
) -> None:
    fits = [[3.0 if c == place else 0.0 for c in range(len(COLUMNS))] for place in likely]
    assert lay_short([cell(text) for text in cells], COLUMNS, fits)[1] == places


def test_where_nothing_speaks_readily_merged_columns_are_left_out() -> None:
    sure = [[9.0 if c == place else 0.0 for c in range(len(COLUMNS))] for place in (0, 1)]
    fits = [*sure, *[[0.0] * len(COLUMNS)] * 3]
    assert lay_short([cell(text) for text in "abcde"], COLUMNS, fits)[1] == [0, 1, 3, 4, 5]
