"""Rows whose cells stand in their middle: where rows end, and beside which of them each cell stands.

The cells of the column of activities stand in one row each, so the middle of that row is known. Two rows
share an edge: once one edge is known, all follow. It lies somewhere between two texts, and so must all
others, which leaves little choice. A cell over several rows stands in the middle between two edges.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from loaders.formats.pdf.bands import Row

__all__ = ["Span", "edges_of", "is_middle", "rows_beside", "span_of", "widened"]

_SLACK = 0.35
"""Places that differ by no more than this share of a line's height are the same."""
_OVER = 1.0
"""Texts may reach over an edge by so many points."""
_FAR = 3.0
"""Places farther apart, in heights of a line, count no more than this."""
_CUT = 0.5
"""Cost of a cell at the top of its rows at the head or foot of a page, where the page may have cut it."""
_BLANK = 0.2
"""Cost of a row beside which no cell stands."""


_Choice = tuple[float, tuple[int, ...]]
"""What the rows of the cells so far cost, and the first row of each cell."""


class Span(NamedTuple):
    """What stands in one row: where its text begins and ends; whether it is a title over all columns."""

    top: float
    bottom: float
    title: bool = False

    @property
    def middle(self) -> float:
        """Its middle."""
        return (self.top + self.bottom) / 2


def span_of(cell: Row) -> Span:
    """Where the text of ``cell`` begins and ends."""
    return Span(cell[0].top, cell[-1].bottom)


def widened(rows: Sequence[Span], cells: Iterable[Row]) -> list[Span]:
    """``rows`` as high as those of ``cells`` that stand in their middle and reach into no other."""
    out = list(rows)
    for span, height in ((span_of(cell), cell[0].height) for cell in cells):
        for i, row in enumerate(rows):
            above = rows[i - 1].bottom if i else -math.inf
            below = rows[i + 1].top if i + 1 < len(rows) else math.inf
            if (
                abs(span.middle - row.middle) <= _SLACK * height
                and above <= span.top
                and span.bottom <= below
            ):
                half = max(out[i].bottom - row.middle, (span.bottom - span.top) / 2)
                out[i] = Span(row.middle - half, row.middle + half, row.title)
    return out


def is_middle(leaves: Sequence[Row], others: Sequence[Row]) -> bool:
    """Whether more of ``others`` stand in the middle of the leaf beside them than at its top.

    The first and last leaf of a page do not count: what pages cut stands at its top in any table.
    """
    found = 0
    for cell in others:
        span, slack = span_of(cell), _SLACK * cell[0].height
        for leaf in map(span_of, leaves[1:-1] or leaves):
            if leaf.top < span.bottom and span.top < leaf.bottom:
                found += abs(span.middle - leaf.middle) <= slack
                found -= abs(span.top - leaf.top) <= slack
    return found > 0


def edges_of(rows: Sequence[Span]) -> list[float]:
    """The edges of ``rows``, from the top of the first to the foot of the last.

    Where no choice of the first edge leaves all others between their texts, as where a page cut a row,
    another is chosen from there on.
    """
    edges: list[float] = []
    while len(edges) < len(rows) + 1:
        edges[-1:] = _chain(rows, max(0, len(edges) - 1))
    return edges


def _chain(rows: Sequence[Span], first: int) -> list[float]:
    """The edges from the top of the row ``first`` on, as far as one choice of it fits."""
    row = rows[first]
    above = rows[first - 1].bottom if first else 0.0
    low, high = min(above, row.top) - _OVER, row.top + _OVER
    shifts = [(1.0, 0.0)]  # each edge is the first times 1 or -1, and so much
    for i in range(first, len(rows)):
        sign, shift = -shifts[-1][0], 2 * rows[i].middle - shifts[-1][1]
        below = rows[i + 1].top if i + 1 < len(rows) else math.inf
        least, most = sorted(((rows[i].bottom - _OVER - shift) * sign, (below + _OVER - shift) * sign))
        if max(low, least) > min(high, most):
            break
        low, high = max(low, least), min(high, most)
        shifts.append((sign, shift))
    at = (low + high) / 2
    return [sign * at + shift for sign, shift in shifts] if shifts[1:] else [row.top, row.bottom]


def rows_beside(cells: Sequence[Row], rows: Sequence[Span], edges: Sequence[float]) -> list[int]:
    """For each of ``cells`` of a column the first of ``rows`` that it spans, given their ``edges``.

    Titles are spanned by none. Of all choices that is taken in which cells are least off the middle of their
    rows and fewest rows are left blank (dynamic programming over the rows).
    """
    blank = [0.0 if row.title else _BLANK for row in rows]
    best: list[_Choice] = [(cost, ()) for cost in accumulate(blank, initial=0.0)]
    for cell in cells:
        found: list[_Choice] = [(math.inf, ())] * (len(rows) + 1)
        for start, end in _runs(cell, rows, edges):
            cost, before = best[start]
            found[end] = min(found[end], (cost + _off(cell, start, end, edges), (*before, start)))
        for end, cost in enumerate(blank, start=1):
            found[end] = min(found[end], (found[end - 1][0] + cost, found[end - 1][1]))
        best = found
    cost, starts = best[-1]
    return list(starts) if cost < math.inf else [_nearest(span_of(cell), rows) for cell in cells]


def _off(cell: Row, start: int, end: int, edges: Sequence[float]) -> float:
    """How far ``cell`` is off the middle of the rows from ``start`` to ``end``, in heights of its lines."""
    span, height = span_of(cell), cell[0].height
    off = abs(span.middle - (edges[start] + edges[end]) / 2) / height
    if not start or end == len(edges) - 1:  # what a page cut stands at its top
        off = min(off, abs(span.top - edges[start]) / height + _CUT)
    return min(_FAR, off)


def _runs(cell: Row, rows: Sequence[Span], edges: Sequence[float]) -> Iterator[tuple[int, int]]:
    """The runs of ``rows`` without titles in whose middle ``cell`` stands roughly.

    Also single rows, and what reaches to the head or foot of the page, where it may have been cut.
    """
    span, reach = span_of(cell), 2 * _FAR * cell[0].height
    stop = 0
    for start in range(len(rows)):
        if edges[start] > span.bottom:
            return
        if stop <= start:
            stop = next((i for i in range(start, len(rows)) if rows[i].title), len(rows))
        wanted = 2 * span.middle - edges[start]
        for end in range(start + 1, stop + 1):
            if start and end > start + 1 and edges[end] > wanted + reach:
                break
            if edges[end] >= span.top and (not start or end == start + 1 or edges[end] >= wanted - reach):
                yield start, end
        if stop == len(rows):
            yield start, stop


def _nearest(span: Span, rows: Sequence[Span]) -> int:
    """The row in whose middle ``span`` stands most nearly."""
    plain = [i for i, row in enumerate(rows) if not row.title]
    return min(plain, key=lambda i: abs(rows[i].middle - span.middle))
