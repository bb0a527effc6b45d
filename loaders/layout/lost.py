"""The columns of the cells of crawled rows that lost some: merged with those above, they left nothing.

As many columns are left out whichever way the cells are laid, so what counts is what each cell holds and
which columns are merged readily. Printed empty cells keep their place between their neighbours. Rows below
one another that lost as many cells have rather lost the same ones: a merged cell spans them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from loaders.layout.columns import Column, Role
from loaders.layout.model import Passage

__all__ = ["Laid", "lay_alike", "lay_short"]

_LOST = {
    Role.PRODUCT: 1.0,
    Role.LEAD: 0.2,
    Role.COORD: 0.0,
    Role.TIME: 0.0,
    Role.BUDGET: 0.5,
    Role.EXTRA: 0.5,
}
"""How much speaks against a merged cell in a column of this role."""
_EMPTY = {Role.EXTRA: 3, Role.PRODUCT: 2, Role.BUDGET: 2, Role.COORD: 1}
"""How readily a cell is printed empty; those of other columns hardly are."""
_CROWDED = -10.0
"""Between two cells stand fewer columns than empty cells."""
_GAP_BELOW = -5.0
"""What looks like an empty cell at the end of a row is the gap below it."""
_OTHERWISE = -1.5
"""A row lost other cells than the row above it, and as many."""

Fits = Sequence[Sequence[float]]
"""For each cell with text how well it suits each column: log-odds."""


class Laid(NamedTuple):
    """How well the cells of a row suit the columns they are laid on, and these; None for an empty cell that
    finds no room."""

    score: float
    columns: tuple[int | None, ...]


def lay_short(cells: Sequence[Passage], columns: Sequence[Column], fits: Fits) -> Laid:
    """The best way to lay the ``cells`` of a row on ``columns``."""
    filled = [i for i, cell in enumerate(cells) if cell]
    ways = [_Way(0.0, ())]
    before = -1
    for i, fit in zip(filled, fits, strict=True):
        empty, before = i - before - 1, i
        ways = [
            max(way.then(c, _gap(columns[way.next : c], empty) + fit[c]) for way in ways if way.next <= c)
            for c in range(ways[0].next, len(columns))
        ]
    left = len(cells) - before - 1
    best = max(_Way(way.score + _end(columns[way.next :], left), way.columns) for way in ways)
    return Laid(best.score, tuple(_with_empty(cells, dict(zip(filled, best.columns, strict=True)), columns)))


def lay_alike(
    rows: Sequence[tuple[Sequence[Passage], Fits]],
    columns: Sequence[Column],
    usual: tuple[int | None, ...] | None = None,
) -> list[Laid]:
    """The best way to lay ``rows`` below one another, each of as many cells.

    ``usual`` are the columns of the last row of as many cells above them.
    """
    each = [lay_short(cells, columns, fits) for cells, fits in rows]
    chosen = [laid.columns for laid in each]
    shapes = list(
        dict.fromkeys(shape for shape in (*chosen, *([usual] if usual else [])) if None not in shape)
    )
    if len(shapes) < 2 or len({*chosen, *shapes}) > len(shapes):
        return each
    scores = [[_score(cells, fits, shape, columns) for shape in shapes] for cells, fits in rows]
    best = [
        own + (0.0 if usual in (None, shape) else _OTHERWISE)
        for own, shape in zip(scores[0], shapes, strict=True)
    ]
    steps = []
    for row in scores[1:]:
        other = max(range(len(shapes)), key=best.__getitem__)
        froms = [s if best[s] >= best[other] + _OTHERWISE else other for s in range(len(shapes))]
        best = [
            own + best[s] + (0.0 if s == to else _OTHERWISE)
            for to, (own, s) in enumerate(zip(row, froms, strict=True))
        ]
        steps.append(froms)
    at = max(range(len(shapes)), key=best.__getitem__)
    path = [at, *(at := froms[at] for froms in reversed(steps))][::-1]
    return [Laid(row[s], shapes[s]) for row, s in zip(scores, path, strict=True)]


def _score(
    cells: Sequence[Passage], fits: Fits, shape: Sequence[int | None], columns: Sequence[Column]
) -> float:
    """How well ``cells`` suit the columns of ``shape``."""
    held = [c for cell, c in zip(cells, shape, strict=True) if cell and c is not None]
    lost = set(range(len(columns))) - set(shape)
    return sum(fit[c] for fit, c in zip(fits, held, strict=True)) - sum(
        _LOST.get(columns[c].role, 0.0) for c in lost
    )


class _Way(NamedTuple):
    """How the first cells are laid, and in which columns; of ways that score alike the one further right."""

    score: float
    columns: tuple[int, ...]

    @property
    def next(self) -> int:
        """The first column after them."""
        return self.columns[-1] + 1 if self.columns else 0

    def then(self, c: int, score: float) -> _Way:
        """This way with another cell in column ``c``."""
        return _Way(self.score + score, (*self.columns, c))


def _gap(between: Sequence[Column], empty: int) -> float:
    """What the columns ``between`` two cells say, of which so many hold printed ``empty`` cells."""
    lost = len(between) - empty
    if lost < 0:
        return _CROWDED * -lost
    costs = sorted(_LOST.get(column.role, 0.0) for column in between)
    return -sum(costs[:lost])


def _end(after: Sequence[Column], empty: int) -> float:
    """The same for the columns ``after`` the last cell; the gap below the row may look like an empty one."""
    return max(_gap(after, empty), _gap(after, empty - 1) + _GAP_BELOW) if empty else _gap(after, empty)


def _with_empty(
    cells: Sequence[Passage], held: dict[int, int], columns: Sequence[Column]
) -> Iterator[int | None]:
    """The columns of all cells, of those with text ``held``; of more columns than empty cells where cells are
    rather empty."""
    for (i, before), (j, after) in pairwise([(-1, -1), *held.items(), (len(cells), len(columns))]):
        if i >= 0:
            yield before
        rather = sorted(range(before + 1, after), key=lambda c: -_EMPTY.get(columns[c].role, 0))
        empty: list[int | None] = [*sorted(rather[: j - i - 1])]
        yield from empty + [None] * (j - i - 1 - len(empty))
