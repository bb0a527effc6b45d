"""The W3C SPARQL 1.1 Protocol tests (w3c/rdf-tests, sparql11/protocol), asked in our own words.

Each case is named as in the W3C manifest. The fourteen update tests can only be refused here,
since the graph built from plans is read-only.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
from starlette.testclient import TestClient

from service.http.app import create_app
from service.store.model import Limits
from tests.service import sample

DATA = "http://kasei.us/2009/09/sparql/data/data{}.rdf"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
KINDS = {
    "tabular": ("application/sparql-results+json", "application/sparql-results+xml", "text/csv"),
    "rdf": ("text/turtle", "application/rdf+xml", "application/n-triples"),
}


def typed(*numbers: int, graph: bool = False) -> str:
    """ASK whether the documents are typed, each in a graph of its own or all in the default graph."""
    parts = (f"<{DATA.format(n)}> a ?type" for n in numbers)
    inner = (f"GRAPH ?g{i} {{ {p} }}" if graph else f"{p} ." for i, p in enumerate(parts, 1))
    return f"ASK {{ {' '.join(inner)} }}"


def dataset(*, default: tuple[int, ...] = (), named: tuple[int, ...] = ()) -> str:
    pairs = [("default-graph-uri", DATA.format(n)) for n in default]
    return urlencode(pairs + [("named-graph-uri", DATA.format(n)) for n in named])


FULL = f"ASK {{ <{DATA.format(3)}> a ?t . GRAPH ?g {{ <{DATA.format(1)}> a ?u }} }}"
ONLY_NAMED = (
    f"ASK {{ GRAPH ?g {{ <{DATA.format(1)}> a ?t }} FILTER NOT EXISTS {{ <{DATA.format(1)}> a ?t }} }}"
)

ANSWERED: dict[str, tuple[str, str, str | None, str | None]] = {
    # name: method, address after /sparql/, content type, body
    "query_post_form": ("POST", "", FORM, urlencode({"query": "ASK {}"})),
    "query_dataset_default_graphs_get": (
        "GET",
        f"?query={quote(typed(1, 2))}&{dataset(default=(1, 2))}",
        None,
        None,
    ),
    "query_dataset_default_graphs_post": ("POST", f"?{dataset(default=(1, 2))}", QUERY, typed(1, 2)),
    "query_dataset_named_graphs_post": ("POST", f"?{dataset(named=(1, 2))}", QUERY, typed(1, 2, graph=True)),
    "query_dataset_named_graphs_get": (
        "GET",
        f"?query={quote(typed(1, 2, graph=True))}&{dataset(named=(1, 2))}",
        None,
        None,
    ),
    "query_dataset_full": ("POST", f"?{dataset(default=(3,), named=(1, 2))}", QUERY, FULL),
    "query_multiple_dataset": (
        "POST",
        f"?{dataset(default=(1, 2))}",
        QUERY,
        f"ASK FROM <{DATA.format(3)}> {{ <{DATA.format(1)}> a ?type . <{DATA.format(2)}> a ?type . }}",
    ),
    "query_get": ("GET", "?query=ASK%20%7B%7D", None, None),
    "query_content_type_ask": ("POST", "", FORM, urlencode({"query": "ASK {}"})),
    "query_post_direct": ("POST", "", QUERY, "ASK {}"),
    "named graphs stay out of the default graph": ("POST", f"?{dataset(named=(1,))}", QUERY, ONLY_NAMED),
}

TYPED: dict[str, tuple[str, str]] = {
    "query_content_type_select": ("SELECT (1 AS ?value) {}", "tabular"),
    "query_content_type_describe": ("DESCRIBE <http://example.org/>", "rdf"),
    "query_content_type_construct": ("CONSTRUCT { <s> <p> 1 } WHERE {}", "rdf"),
}

INSERT = "INSERT DATA { <http://example.org/s> <http://example.org/p> 1 }"
REFUSED: dict[str, tuple[str, str, str | None, str | bytes | None]] = {
    "bad_query_method": ("PUT", "?query=ASK%20%7B%7D", FORM, None),
    "bad_multiple_queries": ("GET", "?query=ASK%20%7B%7D&query=SELECT%20%2A%20%7B%7D", None, None),
    "bad_multiple_queries, form and address": ("POST", "?query=ASK%20%7B%7D", FORM, "query=ASK%20%7B%7D"),
    "bad_multiple_queries, body and address": ("POST", "?query=ASK%20%7B%7D", QUERY, "ASK {}"),
    "bad_query_wrong_media_type": ("POST", "", "text/plain", "ASK {}"),
    "bad_query_missing_form_type": ("POST", "", None, "query=ASK%20%7B%7D"),
    "bad_query_missing_direct_type": ("POST", "", None, "ASK {}"),
    "bad_query_non_utf8": ("POST", "", f"{QUERY}; charset=UTF-16", "ASK {}".encode("utf-16")),
    "bad_query_non_utf8, not said": ("POST", "", QUERY, "ASK {}".encode("utf-16")),
    "bad_query_syntax": ("GET", "?query=ASK%20%7B", None, None),
    "bad_update_get": ("GET", "?update=CLEAR%20ALL", None, None),
    "bad_multiple_updates": ("POST", "", FORM, "update=CLEAR%20NAMED&update=CLEAR%20DEFAULT"),
    "bad_update_wrong_media_type": ("POST", "", "text/plain", "CLEAR NAMED"),
    "bad_update_missing_form_type": ("POST", "", None, "update=CLEAR%20NAMED"),
    "bad_update_non_utf8": ("POST", "", f"{UPDATE}; charset=UTF-16", "CLEAR NAMED".encode("utf-16")),
    "bad_update_syntax": ("POST", "", FORM, "update=CLEAR%20XYZ"),
    "bad_update_dataset_conflict": (
        "POST",
        "?using-named-graph-uri=http%3A%2F%2Fexample%2Fpeople",
        UPDATE,
        INSERT,
    ),
    "update_dataset_default_graph": ("POST", f"?using-graph-uri={quote(DATA.format(1))}", UPDATE, INSERT),
    "update_dataset_default_graphs": ("POST", f"?using-graph-uri={quote(DATA.format(1))}", UPDATE, INSERT),
    "update_dataset_named_graphs": ("POST", "?using-named-graph-uri=http%3A%2F%2Fa%2F", UPDATE, INSERT),
    "update_dataset_full": ("POST", "?using-graph-uri=http%3A%2F%2Fa%2F", UPDATE, INSERT),
    "update_post_form": ("POST", "", FORM, urlencode({"update": INSERT})),
    "update_post_direct": ("POST", "", UPDATE, INSERT),
    "update_base_uri": ("POST", "", UPDATE, "BASE <http://example.org/> " + INSERT),
    "update as query": ("POST", "", QUERY, INSERT),
    "service": ("POST", "", QUERY, "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }"),
    "relative graph": ("GET", "?query=ASK%20%7B%7D&default-graph-uri=data.rdf", None, None),
    "no query": ("POST", "", FORM, "format=json"),
}


@pytest.fixture(scope="module")
def protocol(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder: Path = tmp_path_factory.mktemp("protocol")
    kind = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    document = ox.NamedNode("http://xmlns.com/foaf/0.1/Document")
    names = [ox.NamedNode(DATA.format(n)) for n in (1, 2, 3)]
    sample.write(folder, [ox.Quad(name, kind, document, name) for name in names])
    store = sample.opened(folder, Limits(workers=1))
    with TestClient(create_app(store), follow_redirects=False) as client:
        yield client
    store.close()


def ask(client: TestClient, request: tuple[str, str, str | None, Any], accept: str = "*/*") -> Any:
    method, address, content_type, body = request
    headers = {"accept": accept} | ({"content-type": content_type} if content_type else {})
    return client.request(method, "/sparql/" + address, headers=headers, content=body)


@pytest.mark.parametrize("name", ANSWERED)
def test_answered_with_true(protocol: TestClient, name: str) -> None:
    response = ask(protocol, ANSWERED[name])
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] in KINDS["tabular"]
    assert response.json()["boolean"] is True


@pytest.mark.parametrize("name", TYPED)
def test_answered_in_a_fitting_format(protocol: TestClient, name: str) -> None:
    query, kind = TYPED[name]
    response = ask(protocol, ("POST", "", FORM, urlencode({"query": query})))
    assert response.status_code == 200, response.text
    assert response.headers["content-type"].split(";")[0] in KINDS[kind]


@pytest.mark.parametrize("name", REFUSED)
def test_refused(protocol: TestClient, name: str) -> None:
    response = ask(protocol, REFUSED[name])
    assert 400 <= response.status_code < 500, response.text
    error = response.json()["error"]
    assert error["status"] == response.status_code
    assert error["message"]


def test_every_w3c_test_is_here() -> None:
    """34 in the manifest of 2024: 20 that ask (one more of each kind is ours) and 14 that update."""
    ours = {name for name in (*ANSWERED, *TYPED, *REFUSED) if " " not in name and "_" in name}
    assert len(ours) == 34


@pytest.mark.parametrize(
    ("query", "accept", "expected"),
    [
        ("SELECT * {}", "application/sparql-results+xml", "application/sparql-results+xml"),
        ("SELECT * {}", "application/xml", "application/sparql-results+xml"),
        ("SELECT * {}", "application/json;q=0.5, text/csv", "text/csv"),
        ("SELECT * {}", "text/tab-separated-values", "text/tab-separated-values"),
        ("SELECT * {}", "text/*", "text/csv"),
        ("ASK {}", "text/csv", "text/csv"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "application/rdf+xml, text/turtle;q=0.9", "application/rdf+xml"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "application/n-triples", "application/n-triples"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "application/ld+json", "application/ld+json"),
        ("SELECT * {}", "text/csv;q=x, garbage, ;;;", "application/sparql-results+json"),
        ("SELECT * {}", "text/html;q=0, */*", "application/sparql-results+json"),
    ],
)
def test_format_follows_accept(protocol: TestClient, query: str, accept: str, expected: str) -> None:
    response = ask(protocol, ("POST", "", QUERY, query), accept)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"].split(";")[0] == expected


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"format": "xml", "output": "xml", "results": "xml"}, "application/sparql-results+xml"),
        ({"format": "application/sparql-results+json"}, "application/sparql-results+json"),
        ({"output": "csv"}, "text/csv"),
        ({"format": "turtle"}, "application/sparql-results+json"),
    ],
)
def test_format_follows_the_parameters_of_clients(
    protocol: TestClient, parameters: dict[str, str], expected: str
) -> None:
    response = protocol.get("/sparql", params={"query": "SELECT * {}", **parameters})
    assert response.headers["content-type"].split(";")[0] == expected


def test_results_as_xml_hold_no_character_that_xml_forbids(protocol: TestClient) -> None:
    query = 'SELECT ("\\u001B[2Jđỏ" AS ?x) {}'
    response = ask(protocol, ("POST", "", QUERY, query), "application/sparql-results+xml")
    assert "".join(ElementTree.fromstring(response.text).itertext()) == "\ufffd[2Jđỏ"


def test_none_of_the_formats(protocol: TestClient) -> None:
    response = ask(protocol, ("POST", "", QUERY, "SELECT * {}"), "image/png")
    assert response.status_code == 406
    assert "text/csv" in response.json()["error"]["message"]


def test_head_has_headers_and_no_body(protocol: TestClient) -> None:
    response = protocol.head("/sparql", params={"query": "ASK {}"})
    assert response.status_code == 200
    assert response.content == b""
    assert int(response.headers["content-length"]) > 0


@pytest.mark.parametrize("accept", ["text/turtle", "application/rdf+xml", "*/*"])
def test_description_without_a_query(protocol: TestClient, accept: str) -> None:
    response = protocol.get("/sparql", headers={"accept": accept})
    assert response.status_code == 200
    assert "SPARQL11Query" in response.text
    assert "UnionDefaultGraph" in response.text
    assert "SPARQL11Update" not in response.text
    assert "http://testserver/sparql" in response.text


def test_form_for_browsers(protocol: TestClient) -> None:
    response = protocol.get("/sparql", headers={"accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert "<textarea" in response.text


def test_results_for_browsers(protocol: TestClient) -> None:
    response = protocol.get(
        "/sparql", params={"query": 'SELECT ("<b>" AS ?x) {}'}, headers={"accept": "text/html,*/*;q=0.8"}
    )
    assert "&lt;b&gt;" in response.text
    assert "<b>" not in response.text.split("<tbody>")[1]


def test_large_body_is_refused(protocol: TestClient) -> None:
    response = protocol.post("/sparql", content=b"x" * 300_000, headers={"content-type": QUERY})
    assert response.status_code == 413


def test_relative_iris_mean_this_graph(client: TestClient) -> None:
    query = "SELECT ?n { <id/nghi-quyet/2021/76-nq-cp> <ontology#number> ?n }"
    rows = client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    assert [row["n"]["value"] for row in rows] == ["76/NQ-CP"]
