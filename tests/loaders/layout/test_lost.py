"""The columns of the cells of a row that lost some."""

from __future__ import annotations

import pytest

from loaders.layout.columns import columns_of
from loaders.layout.lost import lay_alike, lay_short
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
        (["1", "Họp", "", "Sở A", "Sở B"], [0, 1, 4, 5], [0, 1, 3, 4, 5]),
        (["1", "Họp", "", "", "Sở A"], [0, 1, 3], [0, 1, 2, 3, 5]),
    ],
    ids=["merged inside and at the end", "merged first", "an empty product", "no room for two empty cells"],
)
def test_cells_are_laid_where_they_suit(cells: list[str], likely: list[int], places: list[int]) -> None:
    assert lay_short([cell(text) for text in cells], COLUMNS, fits(likely)).columns == tuple(places)


def fits(likely: list[int], much: float = 3.0) -> list[list[float]]:
    return [[much if c == place else 0.0 for c in range(len(COLUMNS))] for place in likely]


def test_where_nothing_speaks_readily_merged_columns_are_left_out() -> None:
    unknown = [[0.0] * len(COLUMNS)] * 3
    found = lay_short([cell(text) for text in "abcde"], COLUMNS, [*fits([0, 1]), *unknown])
    assert found.columns == (0, 1, 3, 4, 5)


def test_rows_below_one_another_rather_lost_the_same_cells() -> None:
    row = [cell(text) for text in ("Họp", "Sở A")]
    leads, helps, hardly = fits([1, 4]), fits([1, 5]), fits([1, 4], 0.5)
    assert [laid.columns for laid in lay_alike([(row, helps), (row, hardly)], COLUMNS)] == [(1, 5), (1, 5)]
    assert [laid.columns for laid in lay_alike([(row, helps), (row, leads)], COLUMNS)] == [(1, 5), (1, 4)]
    assert lay_alike([(row, leads)], COLUMNS) == [lay_short(row, COLUMNS, leads)]


def test_rows_rather_lost_what_the_last_short_row_lost() -> None:
    row = [cell(text) for text in ("Họp", "Sở A")]
    leads, hardly = fits([1, 4]), fits([1, 4], 0.5)
    assert [laid.columns for laid in lay_alike([(row, hardly)], COLUMNS, (1, 5))] == [(1, 5)]
    assert [laid.columns for laid in lay_alike([(row, leads)], COLUMNS, (1, 5))] == [(1, 4)]
