"""Values are given to queries as data, whatever they hold."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import BNode, Literal, URIRef

from service.store.bind import bind, places
from service.store.model import Term
from service.store.terms import from_ox, to_ox

EMPTY = ox.Store()
NASTY = [
    '" } } SERVICE <http://a/> { #',
    "VALUES ?b { UNDEF }",
    "\\",
    "'\n\r\t",
    '"""',
    "} UNION { ?s ?p ?o",
    "\\u0022",
]
TEXTS = st.text() | st.sampled_from(NASTY)


def value_of(query: str, bindings: dict[str, Term], name: str) -> object:
    solutions = EMPTY.query(bind(query, bindings))
    assert isinstance(solutions, ox.QuerySolutions)
    (row,) = solutions
    return from_ox(row[name])


@given(TEXTS, TEXTS)
def test_a_value_comes_back_as_it_was_given(a: str, b: str) -> None:
    bindings: dict[str, Term] = {"a": Literal(a), "b": Literal(b, lang="vi")}
    for query in ("SELECT * { }", "SELECT * { VALUES ?a { UNDEF } VALUES ?b { UNDEF } }"):
        assert value_of(query, bindings, "a") == Literal(a)
        assert value_of(query, bindings, "b") == Literal(b, lang="vi")


BOUND = [
    ("SELECT ?x { ?x ?p ?o }", "SELECT ?x { VALUES ?x { <http://a/> }  ?x ?p ?o }"),
    ("ASK { ?x ?p '{' }", "ASK { VALUES ?x { <http://a/> }  ?x ?p '{' }"),
    (
        "CONSTRUCT { ?x ?p ?o } WHERE { ?x ?p ?o }",
        "CONSTRUCT { ?x ?p ?o } WHERE { VALUES ?x { <http://a/> }  ?x ?p ?o }",
    ),
    (
        "SELECT * { { VALUES ?x { UNDEF } } UNION { VALUES  ?x {UNDEF} } }",
        "SELECT * { { VALUES ?x { <http://a/> } } UNION { VALUES ?x { <http://a/> } } }",
    ),
]


@pytest.mark.parametrize(("query", "bound"), BOUND)
def test_a_value_goes_to_its_places_or_to_the_head(query: str, bound: str) -> None:
    assert bind(query, {"x": URIRef("http://a/")}) == bound


def test_the_places_of_a_query_are_known() -> None:
    assert places("SELECT * { VALUES ?x { UNDEF } VALUES ?y { 1 } VALUES ?z{UNDEF} }") == {"x", "z"}


@pytest.mark.parametrize(
    ("name", "term"),
    [
        ("x", URIRef("http://a/> } DROP ALL #")),
        ("x", URIRef("không phải IRI")),
        ("x } #", Literal("a")),
    ],
)
def test_what_cannot_be_written_is_an_error(name: str, term: Term) -> None:
    with pytest.raises(ValueError, match=r".+"):
        bind("SELECT * { }", {name: term})


def test_a_query_without_a_group_takes_no_values() -> None:
    with pytest.raises(ValueError, match="group"):
        bind("DESCRIBE <http://a/>", {"x": Literal("a")})


@pytest.mark.parametrize(
    "term",
    [
        URIRef("http://a/đ"),
        BNode("b1"),
        Literal("a"),
        Literal("a", lang="vi"),
        Literal("007", datatype=URIRef("http://www.w3.org/2001/XMLSchema#integer"), normalize=False),
    ],
)
def test_terms_pass_to_the_engine_and_back_unchanged(term: Term) -> None:
    back = from_ox(to_ox(term))
    assert back == term
    assert str(back) == str(term)
