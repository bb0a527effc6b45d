"""Layered pictures: each kind of node in a column of its own, ordered so that lines cross little."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from service.draw.model import Edge, Node
from service.draw.tree import COLUMN, LINE

_SWEEPS = 4


def place(columns: Sequence[Sequence[Node]], edges: Iterable[Edge]) -> tuple[Node, ...]:
    """The nodes of ``columns`` (left to right) with their places.

    Each column is ordered by the mean place of its neighbours, a few sweeps over all (Sugiyama's
    barycentre method, 1981); the first column keeps its order. All columns begin at the top.
    """
    near: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        near[edge.source].append(edge.target)
        near[edge.target].append(edge.source)
    ordered = [list(column) for column in columns]
    for _ in range(_SWEEPS):
        for number in range(1, len(ordered)):
            _sort(ordered[number], near, _heights(ordered))
    return tuple(
        replace(node, x=number * COLUMN, y=y)
        for number, column in enumerate(ordered)
        for node, y in zip(column, _lines(len(column)), strict=True)
    )


def _sort(column: list[Node], near: dict[str, list[str]], heights: dict[str, float]) -> None:
    own = {node.id: heights[node.id] for node in column}

    def middle(node: Node) -> tuple[float, float]:
        others = [heights[n] for n in near[node.id] if n in heights and n not in own]
        return (sum(others) / len(others) if others else own[node.id], own[node.id])

    column.sort(key=middle)


def _heights(columns: Sequence[Sequence[Node]]) -> dict[str, float]:
    return {n.id: y for c in columns for n, y in zip(c, _lines(len(c)), strict=True)}


def _lines(count: int) -> list[float]:
    """Heights of ``count`` boxes, from the top."""
    return [n * LINE for n in range(count)]
