"""A head that a page break cut: its upper half at the foot of a page, the rest at the top of the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.formats.head import Head, find_head, offsets_of
from loaders.formats.pieces import Box, Grid

__all__ = ["whole_head"]

_NEAR = 3.0
"""Edges of columns nearer to one another are one, in points."""


def whole_head(upper: Grid, head: Head, lower: Grid) -> tuple[Grid, Head] | None:
    """``lower`` with the head whose first row is ``upper`` above it, and that head.

    None where ``lower`` begins with nothing that parts a column of ``head``, as a head's second row does.
    """
    edges = _edges(lower)
    if upper.height != 1 or abs(edges[-1] - _edges(upper)[-1]) > _NEAR:
        return None
    top = [_placed(box, _edges(upper), edges) for box in upper.boxes]
    rest = {(box.column, box.width): box for box in lower.boxes if box.row == 0}
    down = 0 if any(box.width > 1 and (box.column, box.width) in rest for box in top) else 1
    boxes = []
    for box in top:
        below = rest.pop((box.column, box.width), None)
        boxes.append(_over(box, below, down) if below else box)
    boxes += [replace(box, row=down) for box in rest.values()]
    boxes += [replace(box, row=box.row + down) for box in lower.boxes if box.row]
    whole = replace(lower, boxes=tuple(sorted(boxes, key=lambda box: (box.row, box.column))))
    found = find_head(whole)
    if found is None or found.end != 2 or len(found.columns) <= len(head.columns):
        return None
    return whole, found


def _over(box: Box, below: Box, down: int) -> Box:
    """``box`` with its rest ``below``, which stands ``down`` rows further down."""
    return replace(box, height=below.height + down, pieces=(*box.pieces, *below.pieces))


def _edges(grid: Grid) -> tuple[float, ...]:
    return offsets_of(grid.widths)


def _placed(box: Box, edges: Sequence[float], others: Sequence[float]) -> Box:
    """``box``, which stands between ``edges``, as it stands between ``others``."""
    first, last = (_nearest(others, edges[at]) for at in (box.column, box.column + box.width))
    return replace(box, column=first, width=max(1, last - first))


def _nearest(edges: Sequence[float], at: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - at))
