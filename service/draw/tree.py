"""Trees as pictures: pruned evenly to a size, then laid out from left to right in O(n).

Every leaf takes the next free line and every parent stands beside its first child, like the merged
cells of a plan's own table: nothing overlaps, reading starts at the top left, and the same tree
gives the same picture (docs/decisions/401-tree-layout.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from service.draw.model import Edge, Kind, Node

COLUMN = 330.0
"""Pixels from one level to the next."""
LINE = 74.0
"""Pixels from one leaf to the next: room for a box of three lines of text."""


@dataclass(frozen=True)
class Tree:
    """A node with its children, not yet placed."""

    id: str
    kind: Kind
    label: str
    full: str = ""
    href: str | None = None
    children: tuple[Tree, ...] = ()


def size(tree: Tree) -> int:
    """Nodes in ``tree``."""
    return sum(1 for _ in _walk(tree))


def prune(tree: Tree, most: int, more: str = "+{n}") -> tuple[Tree, int]:
    """``tree`` with at most ``most`` nodes, and the number left out.

    Every parent keeps the same number of first children, the greatest that fits; the rest is one
    box with the text ``more``. Where even one child each is too many, the deepest levels go.
    """
    widest = max(len(node.children) for node, _ in _walk(tree))
    deepest = max(depth for _, depth in _walk(tree))
    for depth in range(deepest, -1, -1):
        for width in range(widest, 0, -1):
            cut = _cut(tree, width, depth, more)
            if size(cut) <= most or depth == 0:
                kept = sum(1 for node, _ in _walk(cut) if node.kind != "more")
                return cut, size(tree) - kept
    return tree, 0


def place(tree: Tree) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """The boxes and lines of ``tree``, the root at the left, in reading order."""
    nodes: list[Node] = []
    edges: list[Edge] = []
    leaves = 0
    for node, depth in _walk(tree):
        nodes.append(
            Node(node.id, node.kind, node.label, depth * COLUMN, leaves * LINE, node.full, node.href)
        )
        edges.extend(Edge(node.id, child.id, "part") for child in node.children)
        leaves += not node.children
    return tuple(nodes), tuple(edges)


def _cut(tree: Tree, width: int, depth: int, more: str) -> Tree:
    if not tree.children:
        return tree
    kept = tree.children[:width] if depth > 0 else ()
    left = sum(size(child) for child in tree.children[len(kept) :])
    children = tuple(_cut(child, width, depth - 1, more) for child in kept)
    if left:
        children += (Tree(f"{tree.id}#more", "more", more.format(n=left), href=tree.href),)
    return replace(tree, children=children)


def _walk(tree: Tree) -> Iterator[tuple[Tree, int]]:
    """Every node with its depth, in reading order."""
    stack = [(tree, 0)]
    while stack:
        node, depth = stack.pop()
        yield node, depth
        stack.extend((child, depth + 1) for child in reversed(node.children))
