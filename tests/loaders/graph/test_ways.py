"""The ways in which a row reaches an agency, over small worlds of agencies, groups and successors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, URIRef

from loaders.graph.triples import Triples
from loaders.graph.ways import way_triples
from ontology.terms import CCHC

Edge = tuple[str, str, str]

# what is known, and the edges passedTo that follow
WORLDS: list[tuple[str, set[Edge], set[tuple[str, str]]]] = [
    ("nothing is known", set(), set()),
    ("a successor", {("a", "succeededBy", "b")}, {("a", "b")}),
    (
        "several steps",
        {("a", "succeededBy", "b"), ("b", "succeededBy", "c")},
        {("a", "b"), ("a", "c"), ("b", "c")},
    ),
    ("the heir of a member", {("g", "includes", "a"), ("a", "succeededBy", "b")}, {("a", "b"), ("g", "b")}),
    (
        "the heir is a member itself",
        {("g", "includes", "a"), ("g", "includes", "b"), ("a", "succeededBy", "b")},
        {("a", "b")},
    ),
    (
        "two that follow each other",
        {("a", "succeededBy", "b"), ("b", "succeededBy", "a")},
        {("a", "b"), ("b", "a")},
    ),
]


def node(name: str) -> URIRef:
    return URIRef(f"https://example.org/{name}")


def world(edges: set[Edge]) -> Triples:
    known = Triples()
    for subject, predicate, value in edges:
        known.add(node(subject), CCHC[predicate], node(value))
        known.add(node(subject), RDF.type, CCHC.Agency)
        known.add(node(value), RDF.type, CCHC.Agency)
    return known


def passed(ways: Triples) -> set[tuple[str, str]]:
    return {(s[-1], o[-1]) for s, p, o in ways if p == CCHC.passedTo}


@pytest.mark.parametrize(("edges", "expected"), [w[1:] for w in WORLDS], ids=[w[0] for w in WORLDS])
def test_work_goes_to_whoever_has_it_later(edges: set[Edge], expected: set[tuple[str, str]]) -> None:
    assert passed(way_triples(world(edges))) == expected


names = st.sampled_from("abcdef")
edges = st.sets(st.tuples(names, st.sampled_from(["includes", "succeededBy"]), names), max_size=15)


@given(edges)
def test_every_agency_names_itself_and_no_way_is_told_twice(known: set[Edge]) -> None:
    ways = way_triples(world(known))
    agencies = {name for subject, _, value in known for name in (subject, value)}
    assert {(s[-1], o[-1]) for s, p, o in ways if p == CCHC.namesItself} == {(a, a) for a in agencies}
    members = {(s, o) for s, p, o in known if p == "includes"}
    assert not passed(ways) & (members | {(a, a) for a in agencies})
