"""What every store does alike: the embedded one, and the remote one over HTTP."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from small_graph import EX, quads
from sparql_server import serving

from service.errors import BadQuery, RefusedQuery, RemoteFailed
from service.store.choose import open_store
from service.store.model import Bindings, Limits, Store

JSON = "application/sparql-results+json"
LIMITS = Limits(seconds=20, rows=4, workers=1)


@pytest.fixture(params=["embedded", "remote"])
def store(request: pytest.FixtureRequest, root: Path) -> Iterator[Store]:
    if request.param == "embedded":
        opened = open_store(root, LIMITS)
        yield opened
        opened.close()
    else:
        with serving(quads()) as address:
            yield open_store(address, LIMITS)


NAMES = "SELECT ?n { ?s <http://example.org/name> ?n } ORDER BY ?n"
SELECTS: list[tuple[str, Bindings, list[tuple[object, ...]]]] = [
    (NAMES, {}, [(Literal('Bắc Kạn "x"\n', lang="vi"),), (Literal("Tuyên Quang"),)]),
    (NAMES, {"s": URIRef(EX + "b")}, [(Literal("Tuyên Quang"),)]),
    (NAMES, {"n": Literal('Bắc Kạn "x"\n', lang="vi")}, [(Literal('Bắc Kạn "x"\n', lang="vi"),)]),
    (NAMES, {"n": Literal('Bắc Kạn "x"\n')}, []),
    (f"SELECT ?up {{ ?s <{EX}knows>+ ?up }} ORDER BY ?up", {"s": URIRef(EX + "a")},
     [(URIRef(EX + "b"),), (URIRef(EX + "c"),)]),
    (f"SELECT ?s ?y {{ ?s <{EX}knows> ?o OPTIONAL {{ ?o <{EX}year> ?y }} }} ORDER BY ?s", {}, [
        (URIRef(EX + "a"), None), (URIRef(EX + "b"), Literal(2025)),
    ]),
    (f"SELECT ?s {{ {{ VALUES ?y {{ UNDEF }} ?s <{EX}year> ?y }}"
     f" UNION {{ VALUES ?y {{ UNDEF }} ?s <{EX}age> ?y }} }}",
     {"y": Literal(2024)}, [(URIRef(EX + "a"),)]),
    (f"SELECT ?s {{ VALUES ?y {{ UNDEF }} ?s <{EX}year> ?z FILTER(!BOUND(?y) || ?y = ?z) }} ORDER BY ?s", {},
     [(URIRef(EX + "a"),), (URIRef(EX + "c"),)]),
    (f"SELECT ?s FROM <{EX}g3> {{ ?s ?p ?o }}", {}, [(URIRef(EX + "c"),)]),
]  # fmt: skip


@pytest.mark.parametrize(("query", "bindings", "rows"), SELECTS)
def test_select(store: Store, query: str, bindings: Bindings, rows: list[tuple[object, ...]]) -> None:
    assert list(store.select(query, bindings).rows) == rows


def test_graph(store: Store) -> None:
    found = store.graph("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", {"s": URIRef(EX + "c")})
    assert set(found) == {(URIRef(EX + "c"), URIRef(EX + "year"), Literal(2025))}


def test_answers_have_the_form_that_was_asked_for(store: Store) -> None:
    body = store.answer(NAMES, accept=JSON).body
    found = [b["n"]["value"] for b in json.loads(body)["results"]["bindings"]]
    assert found == ['Bắc Kạn "x"\n', "Tuyên Quang"]
    assert json.loads(store.answer("ASK { ?s ?p 5 }", accept=JSON).body)["boolean"] is False
    turtle = store.answer(f"DESCRIBE <{EX}c>", accept="text/turtle")
    assert len(Graph().parse(data=turtle.body, format="turtle")) == 1


def test_answers_are_cut_at_the_limit(store: Store) -> None:
    for query, accept in [
        ("SELECT ?s { ?s ?p ?o }", "text/csv"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "application/n-triples"),
    ]:
        answer = store.answer(query, accept=accept)
        assert answer.truncated
        assert answer.body.count(b"\n") - (accept == "text/csv") == LIMITS.rows


@pytest.mark.parametrize(
    ("default", "named", "n"), [((f"{EX}g3",), (), 1), ((), (f"{EX}g3",), 0), ((f"{EX}g1", f"{EX}g3"), (), 4)]
)
def test_the_caller_can_name_the_dataset(
    store: Store, default: tuple[str, ...], named: tuple[str, ...], n: int
) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    answer = store.answer(query, accept="text/csv", default_graphs=default, named_graphs=named)
    assert answer.body.split() == [b"n", str(n).encode()]


def test_bad_and_refused_queries(store: Store) -> None:
    with pytest.raises(BadQuery):
        store.answer("SELECT * {", accept=JSON)
    with pytest.raises(RefusedQuery):
        store.answer("SELECT * { SERVICE <http://a/> { } }", accept=JSON)


def test_a_form_that_does_not_fit_is_an_error_of_the_caller(store: Store) -> None:
    with pytest.raises(ValueError, match="SELECT"):
        store.select("ASK { }")
    with pytest.raises(ValueError, match="CONSTRUCT"):
        store.graph("SELECT * { }")


def test_a_server_that_is_not_there_is_a_clear_error() -> None:
    with serving([]) as address:
        pass
    with pytest.raises(RemoteFailed, match=address):
        open_store(address).select("SELECT * { }")
