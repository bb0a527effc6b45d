"""Layouts: nothing overlaps, nothing is lost, the same input gives the same picture."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from service.draw import columns
from service.draw.model import Edge, Node
from service.draw.tree import COLUMN, LINE, Tree, place, prune, size


def trees(most: int = 60) -> st.SearchStrategy[Tree]:
    """Trees of any shape; identifiers are given afterwards by :func:`numbered`."""
    leaf = st.just(Tree("", "task", "x"))
    return st.recursive(
        leaf,
        lambda inner: st.lists(inner, max_size=6).map(lambda c: Tree("", "task", "x", children=tuple(c))),
        max_leaves=most,
    ).map(lambda tree: numbered(tree, iter(range(10_000))))


def numbered(tree: Tree, numbers: Iterator[int]) -> Tree:
    own = f"n{next(numbers)}"
    return Tree(own, tree.kind, tree.label, children=tuple(numbered(c, numbers) for c in tree.children))


@given(trees())
def test_no_two_boxes_share_a_place(tree: Tree) -> None:
    nodes, edges = place(tree)
    assert len(nodes) == size(tree) == len(edges) + 1
    assert len({(n.x, n.y) for n in nodes}) == len(nodes)


@given(trees())
def test_children_stand_right_of_their_parent_and_the_first_beside_it(tree: Tree) -> None:
    nodes, edges = place(tree)
    at = {n.id: n for n in nodes}
    first: dict[str, str] = {}
    for edge in edges:
        first.setdefault(edge.source, edge.target)
        assert at[edge.target].x == at[edge.source].x + COLUMN
        assert at[edge.target].y >= at[edge.source].y
    assert all(at[a].y == at[b].y for a, b in first.items())


@given(trees(), st.integers(min_value=2, max_value=40))
def test_pruning_counts_what_it_leaves_out(tree: Tree, most: int) -> None:
    cut, hidden = prune(tree, most)
    nodes, _ = place(cut)
    kept = [n for n in nodes if n.kind != "more"]
    assert len(kept) + hidden == size(tree)
    assert len(nodes) <= max(most, 2)
    if size(tree) <= most:
        assert (cut, hidden) == (tree, 0)


def test_pruning_is_even_and_says_how_many_more() -> None:
    wide = Tree("r", "plan", "r", children=tuple(
        Tree(f"t{i}", "task", "t", children=tuple(Tree(f"t{i}a{j}", "activity", "a") for j in range(9)))
        for i in range(3)
    ))  # fmt: skip
    cut, hidden = prune(wide, 16, "+{n} nữa")
    more = [n.label for n in place(cut)[0] if n.kind == "more"]
    assert (more, hidden) == (["+6 nữa"] * 3, 18)


def test_columns_are_ordered_by_their_neighbours() -> None:
    left = [Node(f"a{i}", "plan", f"a{i}") for i in range(3)]
    right = [Node(f"b{i}", "agency", f"b{i}") for i in range(3)]
    edges = [Edge("a0", "b2", "lead"), Edge("a1", "b1", "lead"), Edge("a2", "b0", "lead")]
    placed = {n.id: (n.x, n.y) for n in columns.place([left, right], edges)}
    assert placed["b2"] == (COLUMN, 0)
    assert placed["b0"] == (COLUMN, 2 * LINE)
    assert len(set(placed.values())) == 6
