"""Walks: how far each step is, how sure the whole way is, and the tree they make; cycles end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal, URIRef

import queries
from queries.model import Table, Term
from queries.walk import ORIGINS, Branch, tree, walked

TRACE = queries.named("trace")
NAMES = "abcdef"


def walk(*steps: str) -> Table:
    """A walk of steps "a>b origin"; the first one is its start."""
    rows: list[dict[str, Term | None]] = [
        {"item": URIRef(f"x:{steps[0]}"), "relation": Literal("self"), "origin": Literal("document")}
    ]
    for step in steps[1:]:
        ends, origin = step.split()
        before, after = ends.split(">")
        rows.append(
            {"from_iri": URIRef(f"x:{before}"), "item": URIRef(f"x:{after}"), "origin": Literal(origin)}
        )
    return Table(TRACE, tuple(tuple(row.get(c.name) for c in TRACE.columns) for row in rows))


WALKS = [
    (["a"], {"a": (0, "document")}),
    (["a", "a>b document", "b>c document"], {"b": (1, "document"), "c": (2, "document")}),
    (["a", "a>b inferred", "b>c document"], {"b": (1, "inferred"), "c": (2, "inferred")}),
    (["a", "a>b person", "b>c document"], {"b": (1, "person"), "c": (2, "person")}),
    (["a", "a>b person", "b>c inferred"], {"c": (2, "inferred")}),
    (["a", "a>b document", "b>a document"], {"b": (1, "document")}),
]


@pytest.mark.parametrize(("steps", "expected"), WALKS)
def test_steps_are_counted_and_the_least_sure_is_told(
    steps: list[str], expected: dict[str, tuple[int, str]]
) -> None:
    found = {str(r["item"])[2:]: (r["step"], r["reached"]) for r in walked(walk(*steps)).records()}
    told = {name: (Literal(step), Literal(origin)) for name, (step, origin) in expected.items()}
    assert {name: found[name] for name in told if name != "a" or len(steps) == 1} == told


def test_a_thing_reached_twice_is_as_sure_as_its_surest_way_and_as_near_as_its_shortest() -> None:
    records = walked(walk("a", "a>c inferred", "a>b document", "b>c document", "c>d document")).records()
    by_step = {(str(r["from_iri"])[2:], str(r["item"])[2:]): r for r in records[1:]}
    assert str(by_step["a", "c"]["reached"]) == "inferred"
    assert str(by_step["b", "c"]["reached"]) == "document"
    assert str(by_step["c", "d"]["reached"]) == "document"
    assert by_step["c", "d"]["step"] == Literal(2)


def shape(branch: Branch) -> object:
    name = str(branch.record["item"])[2:] + ("!" if branch.again else "")
    return (name, [shape(b) for b in branch.branches]) if branch.branches else name


TREES = [
    (["a"], "a"),
    (["a", "a>b document", "a>c inferred"], ("a", ["b", "c"])),
    # what is reached over documents and over an inference goes on where documents lead
    (
        ["a", "a>c inferred", "a>b document", "b>c document", "c>d document"],
        ("a", ["c!", ("b", [("c", ["d"])])]),
    ),
    (["a", "a>b document", "b>a document"], ("a", [("b", ["a!"])])),
    (["a", "a>b document", "b>c document", "c>b document"], ("a", [("b", [("c", ["b!"])])])),
]


@pytest.mark.parametrize(("steps", "expected"), TREES)
def test_the_tree_goes_on_once_from_each_thing(steps: list[str], expected: object) -> None:
    assert shape(tree(walk(*steps))) == expected


def test_an_answer_without_a_start_is_no_walk() -> None:
    with pytest.raises(ValueError, match="start"):
        tree(Table(TRACE, ()))


@given(
    st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(ORIGINS)), max_size=20)
)
def test_every_thing_that_can_be_reached_goes_on_in_one_place_of_the_tree(
    steps: list[tuple[str, str, str]],
) -> None:
    table = walk("a", *(f"{x}>{y} {origin}" for x, y, origin in steps))
    reached = {str(r["item"]) for r in walked(table).records() if r["step"] is not None}
    whole: list[str] = []

    def visit(branch: Branch) -> None:
        if not branch.again:
            whole.append(str(branch.record["item"]))
        for below in branch.branches:
            visit(below)

    visit(tree(table))
    assert sorted(whole) == sorted(reached)
