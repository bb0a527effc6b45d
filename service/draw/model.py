"""A picture before it is drawn: boxes with places, and lines between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal as OneOf

Kind = OneOf["document", "plan", "section", "target", "task", "activity", "agency", "group", "more"]
Tie = OneOf["part", "cites", "issuer", "lead", "coordinating", "responsible"]


@dataclass(frozen=True)
class Node:
    """A box. ``x`` and ``y`` are its middle in pixels, y downwards; ``full`` is its whole text."""

    id: str
    kind: Kind
    label: str
    x: float = 0.0
    y: float = 0.0
    full: str = ""
    href: str | None = None


@dataclass(frozen=True)
class Edge:
    """A line from one box to another; ``tie`` says what it means."""

    source: str
    target: str
    tie: Tie


@dataclass(frozen=True)
class Picture:
    """What is drawn. ``hidden`` counts what was left out to keep the picture readable."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    hidden: int = 0
