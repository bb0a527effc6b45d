"""Tables that nothing rules but whose cells are filled: the edges of what is filled are their rules.

Programs fill cell by cell, white ones too, or only the rows that are to be told apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from loaders.formats.pdf.rules import Rule

__all__ = ["Box", "edges_of"]

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
_LEAST = 6.0
"""What is lower or narrower, in points, is no cell of text."""
_FEWEST = 3
"""Fewer rows are those of a head."""
_NEAR = 1.0
"""Cells that stand no farther apart than so many points touch one another."""
_MOST = 5_000
_MOSTLY = 0.8


def edges_of(filled: Sequence[Box]) -> list[Rule]:
    """The edges of the ``filled`` shapes of a page as rules, where they are the cells of a table."""
    cells = [box for box in filled if min(box[2] - box[0], box[3] - box[1]) > _LEAST]
    tops = {round(top) for _, top, _, _ in cells}
    if len(tops) < _FEWEST or len(cells) > _MOST:
        return []
    if not (_side_by_side(cells) and _one_below_another(cells)):
        return []
    return [
        rule
        for left, top, right, bottom in cells
        for rule in (
            Rule(False, top, left, right),
            Rule(False, bottom, left, right),
            Rule(True, left, top, bottom),
            Rule(True, right, top, bottom),
        )
    ]


def _side_by_side(cells: Sequence[Box]) -> bool:
    """Whether most cells end where another begins: stripes over whole rows do not."""
    lefts = {round(left) for left, _, _, _ in cells}
    rights = {round(right) for _, _, right, _ in cells}
    inner = {at + d for at in lefts & {r + d for r in rights for d in (-1, 0, 1)} for d in (-1, 0, 1)}
    return sum(round(left) in inner or round(right) in inner for left, _, right, _ in cells) > _MOSTLY * len(
        cells
    )


def _one_below_another(cells: Sequence[Box]) -> bool:
    """Whether cells fill all heights: where only some rows are filled, the edges of the others are lost."""
    reached = None
    for _, top, _, bottom in sorted(cells, key=lambda box: box[1]):
        if reached is not None and top > reached + _NEAR:
            return False
        reached = max(reached or bottom, bottom)
    return True
