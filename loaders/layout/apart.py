"""Short rows that were read as one: in a crawled page the gap between two rows looks like an empty cell.

Whole rows tell what stands in each column; only then can it be seen that the cells on both sides of a gap
make a row each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from loaders.layout.model import Passage

__all__ = ["Laid", "rows_apart"]

Laid = Callable[[Sequence[Passage]], tuple[float, Sequence[int | None]]]
"""How well cells suit the columns they are laid on, and these columns."""
_ROW = 3.0
"""Cost of a further row."""
_FEWEST = 2
"""Cells with text in the shortest row."""


def rows_apart(cells: Sequence[Passage], work: int, laid: Laid) -> Iterator[Sequence[Passage]]:
    """``cells`` as one row, or as the rows they rather are, each with its own work in the column ``work``."""
    gaps = [i for i in range(_FEWEST, len(cells) - _FEWEST) if not cells[i]]
    ways = [
        (laid(cells[:i]), laid(cells[i + 1 :]), i) for i in gaps if _told(cells[:i]) and _told(cells[i + 1 :])
    ]
    sound = [(a[0] + b[0], i) for a, b, i in ways if work in a[1] and work in b[1]]
    if sound and max(sound)[0] - _ROW > laid(cells)[0]:
        place = max(sound)[1]
        yield from rows_apart(cells[:place], work, laid)
        yield from rows_apart(cells[place + 1 :], work, laid)
    else:
        yield cells


def _told(cells: Sequence[Passage]) -> bool:
    return sum(map(bool, cells)) >= _FEWEST
