"""``/graphs``: whole graphs by name (W3C SPARQL 1.1 Graph Store HTTP Protocol)."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from rdflib import RDF, VOID, Graph
from starlette.testclient import TestClient

from service.http.app import create_app
from service.settings import Settings
from service.store.embedded import EmbeddedStore

FORMATS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}


@pytest.fixture(scope="module")
def name(sample_store: EmbeddedStore) -> str:
    rows = sample_store.select("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g").rows
    return str(rows[0][0])


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("whole", [True, False])
def test_a_graph_comes_whole_in_every_format(
    client: TestClient, sample_store: EmbeddedStore, name: str, kind: str, whole: bool
) -> None:
    response = client.get(
        "/graphs", params={"default": ""} if whole else {"graph": name}, headers={"accept": kind}
    )
    assert response.headers["content-type"].startswith(kind)
    where = "?s ?p ?o" if whole else f"GRAPH <{name}> {{ ?s ?p ?o }}"
    expected = sample_store.select(f"SELECT DISTINCT ?s ?p ?o WHERE {{ {where} }}").rows
    assert len({str(q.triple) for q in ox.parse(response.content, format=FORMATS[kind])}) == len(expected)


def test_head_answers_without_a_body(client: TestClient, name: str) -> None:
    response = client.head("/graphs", params={"graph": name})
    assert (response.status_code, response.content) == (200, b"")


@pytest.mark.parametrize(
    ("address", "accept", "status", "code"),
    [
        ("/graphs", "*/*", 400, "one-graph"),
        ("/graphs?default&graph=http://example.org/g", "*/*", 400, "one-graph"),
        ("/graphs?graph=http://example.org/a&graph=http://example.org/b", "*/*", 400, "one-graph"),
        ("/graphs?graph=relative", "*/*", 400, "graph-iri"),
        ("/graphs?graph=http://example.org/none", "*/*", 404, "unknown-graph"),
        ("/graphs?default", "image/png", 406, "format"),
    ],
)
def test_what_cannot_be_given_is_told(
    client: TestClient, address: str, accept: str, status: int, code: str
) -> None:
    response = client.get(address, headers={"accept": accept})
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_the_graphs_are_read_only(client: TestClient, name: str, method: str) -> None:
    assert client.request(method, "/graphs", params={"graph": name}, content=b"").status_code == 405


def test_a_graph_beyond_the_limit_is_refused(sample_store: EmbeddedStore) -> None:
    with TestClient(create_app(sample_store, Settings(graph_triples=3))) as client:
        response = client.get("/graphs?default")
    assert (response.status_code, response.json()["error"]["code"]) == (413, "long-graph")


def test_the_iri_of_a_graph_leads_to_the_graph(client: TestClient, name: str) -> None:
    response = client.get(name.replace("https://w3id.org/cchc/", "/"))
    assert response.status_code == 303
    there = client.get(response.headers["location"], headers={"accept": "text/turtle"})
    assert there.content == client.get("/graphs", params={"graph": name}).content
    unknown = client.get("/graph/plan/none%20<x>")
    assert client.get(unknown.headers["location"]).status_code == 404


def test_the_data_describe_themselves(client: TestClient, sample_store: EmbeddedStore) -> None:
    found = client.get("/.well-known/void")
    assert (found.status_code, found.headers["location"]) == (303, "/sparql")
    text = client.get(found.headers["location"], headers={"accept": "text/turtle"}).text
    ((data, count),) = Graph().parse(data=text).subject_objects(VOID.triples)
    rows = sample_store.select("SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }").rows
    assert [(data, RDF.type, VOID.Dataset) in Graph().parse(data=text), count] == [True, rows[0][0]]
