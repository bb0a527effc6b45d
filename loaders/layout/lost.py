"""The columns of the cells of a crawled row that lost some: merged with those above, they left nothing.

As many columns are left out whichever way the cells are laid, so what counts is what each cell holds and
which columns are merged readily. Printed empty cells keep their place between their neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from loaders.layout.columns import Column, Role
from loaders.layout.model import Passage

__all__ = ["lay_short"]

_LOST = {
    Role.PRODUCT: 1.0,
    Role.LEAD: 0.2,
    Role.COORD: 0.0,
    Role.TIME: 0.0,
    Role.BUDGET: 0.5,
    Role.EXTRA: 0.5,
}
"""How much speaks against a merged cell in a column of this role."""
_CROWDED = -10.0
"""Between two cells stand fewer columns than empty cells."""


def lay_short(
    cells: Sequence[Passage], columns: Sequence[Column], fits: Sequence[Sequence[float]]
) -> tuple[float, list[int | None]]:
    """How well the cells suit the columns they are laid on, and the column of each, None without text.

    Arguments: ``fits`` for each cell with text how well it suits each of ``columns``: log-odds.
    """
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
    best = max(_Way(way.score + _gap(columns[way.next :], left), way.columns) for way in ways)
    out: list[int | None] = [None] * len(cells)
    for i, c in zip(filled, best.columns, strict=True):
        out[i] = c
    return best.score, out


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
