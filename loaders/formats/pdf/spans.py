"""The rows beside which the cells of a column stand that may span several rows."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.formats.pdf.bands import Row

__all__ = ["homes"]

_FAR = 3.0
"""Places farther apart, in heights of a line, count no more than this."""
_NEAR = 1.0
"""Boxes of letters may overlap by so many points."""
_BARE = 0.5
"""Cost of a row at the top of a page beside which no cell begins: one may go on from the page before."""


def homes(cells: Sequence[Row], rows: Sequence[Row]) -> list[int | None]:
    """For each of ``cells`` the first of ``rows`` it spans; None for the rest of one that a page cut.

    Cells stand at the top of their rows or in the middle: that which they agree with better.
    """
    above = cells[:1] if rows else cells
    if rows and cells and cells[0][-1].bottom > rows[0][0].top + _NEAR:
        above = []
    return [*(None for _ in above), *_homes(cells[len(above) :], rows)]


def _homes(cells: Sequence[Row], rows: Sequence[Row]) -> list[int]:
    edges = [(min(line.top for line in row), max(line.bottom for line in row)) for row in rows]
    top = [min(range(len(rows)), key=lambda at: _off(cell, cell[0].top, edges[at][0])) for cell in cells]
    cost = sum(_off(cell, cell[0].top, edges[at][0]) for cell, at in zip(cells, top, strict=True))
    if len(cells) > len(rows):
        return top
    least, middle = _in_the_middle(cells, edges)
    return middle if least < cost - _BARE else top


def _off(cell: Row, place: float, wanted: float) -> float:
    return min(_FAR, abs(place - wanted) / cell[0].height)


def _in_the_middle(cells: Sequence[Row], edges: Sequence[tuple[float, float]]) -> tuple[float, list[int]]:
    """The first rows of ``cells`` that stand in the middle of theirs, and how far off they are at least."""
    best = [(_BARE * start, [start]) for start in range(len(edges) + 1)]
    for cell in cells:
        centre = (cell[0].top + cell[-1].bottom) / 2
        best = [
            min(
                (
                    (
                        cost + _off(cell, centre, (edges[starts[-1]][0] + edges[end - 1][1]) / 2),
                        [*starts, end],
                    )
                    for cost, starts in best[:end]
                ),
                default=(float("inf"), [0]),
            )
            for end in range(len(edges) + 1)
        ]
    cost, starts = best[-1]
    return cost, starts[:-1]
