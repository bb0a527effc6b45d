"""Rows whose cells stand in their middle: edges and spans are told by the middles of texts."""

from __future__ import annotations

from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from loaders.formats.pdf.bands import Printed, Row
from loaders.formats.pdf.middle import Span, edges_of, is_middle, rows_beside, widened
from loaders.layout.fragments import lines_of_column

PITCH, HEIGHT, PAD = 12.0, 11.0, 4.0


def cell(middle: float, lines: int) -> Row:
    """A cell of so many lines whose middle is at ``middle``."""
    top = middle - ((lines - 1) * PITCH + HEIGHT) / 2
    tops = [top + n * PITCH for n in range(lines)]
    fragments = lines_of_column(["Rà soát"] * lines)
    return [Printed(0, (), y, y + HEIGHT, 90.0, 9.0, f) for y, f in zip(tops, fragments, strict=True)]


def edges(lines: list[int]) -> list[float]:
    """The edges of rows of so many lines."""
    return list(accumulate((n * PITCH + 2 * PAD for n in lines), initial=100.0))


def shown(found: list[float]) -> list[int]:
    return [round(edge) for edge in found]


LINES = st.lists(st.integers(1, 9), min_size=1, max_size=12)


@given(LINES, st.data())
def test_edges_lie_between_the_texts(lines: list[int], data: st.DataObject) -> None:
    places = edges(lines)
    leaves = [
        cell((a + b) / 2, data.draw(st.integers(1, n)))
        for a, b, n in zip(places, places[1:], lines, strict=False)
    ]
    spans = [Span(leaf[0].top, leaf[-1].bottom) for leaf in leaves]
    found = edges_of(spans)
    assert len(found) == len(lines) + 1
    for span, top, foot in zip(spans, found, found[1:], strict=False):
        assert top - 1.01 <= span.top and span.bottom <= foot + 1.01
        assert abs(span.middle - (top + foot) / 2) < 0.01


@given(LINES, st.data())
def test_a_cell_stands_beside_the_rows_whose_middle_is_its_own(lines: list[int], data: st.DataObject) -> None:
    """The highest cell of each row tells its edges but for the padding, which is the same in all rows."""
    places = edges(lines)
    middles = [(a + b) / 2 for a, b in pairwise(places)]
    leaves = [cell(at, 1) for at in middles]
    high = [cell(at, n) for at, n in zip(middles, lines, strict=True)]
    spans = widened([Span(leaf[0].top, leaf[-1].bottom) for leaf in leaves], high)
    starts = sorted({0, *data.draw(st.lists(st.integers(0, len(lines) - 1), max_size=5))})
    spanning = [
        cell((places[a] + places[b]) / 2, 1) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]
    assert rows_beside(spanning, spans, edges_of(spans)) == starts


def test_titles_are_spanned_by_none() -> None:
    rows = [Span(100, 111), Span(124, 135, title=True), Span(148, 159), Span(172, 183)]
    found = edges_of(rows)
    assert shown(found) == [94, 118, 142, 166, 190]
    assert rows_beside([cell(106, 1), cell(166, 1)], rows, found) == [0, 2]


def test_edges_are_chosen_anew_below_a_row_whose_text_is_not_in_its_middle() -> None:
    found = edges_of([Span(100, 111), Span(124, 135), Span(148, 400), Span(404, 415)])
    assert all(a < b for a, b in pairwise(found))


def test_more_cells_than_rows_stand_beside_the_nearest() -> None:
    rows = [Span(100, 111), Span(124, 135)]
    assert rows_beside([cell(100, 1), cell(112, 1), cell(130, 1)], rows, edges_of(rows)) == [0, 0, 1]


def test_cells_at_the_top_of_their_rows_are_not_in_the_middle() -> None:
    leaves = [cell(120 + 60 * n, 4) for n in range(4)]
    tops = [cell(leaf[0].top + HEIGHT / 2, 1) for leaf in leaves]
    assert is_middle(leaves, [cell(120 + 60 * n, 2) for n in range(4)])
    assert not is_middle(leaves, tops)
