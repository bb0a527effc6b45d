"""A picture's content as lines of a table, for readers who cannot or will not look at it."""

from __future__ import annotations

from dataclasses import dataclass

from service.draw.model import Node, Picture, Tie


@dataclass(frozen=True)
class Line:
    """One line between two boxes."""

    source: Node
    tie: Tie
    target: Node


def lines(picture: Picture) -> tuple[Line, ...]:
    """Every line of ``picture`` with its two ends, in the picture's order."""
    nodes = {node.id: node for node in picture.nodes}
    return tuple(Line(nodes[e.source], e.tie, nodes[e.target]) for e in picture.edges)
