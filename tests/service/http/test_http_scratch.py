"""A scratch graph over HTTP: the update tests of the W3C SPARQL 1.1 Protocol suite, asked in our own words
and now carried out, the Graph Store Protocol with its writes, and who may write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest
from starlette.testclient import TestClient

from service.http.app import create_app
from service.settings import Settings
from service.store.model import Limits
from service.store.scratch import ScratchStore

TOKEN = "mã để thử"
FORM = "application/x-www-form-urlencoded"
UPDATE = "application/sparql-update"
TURTLE = "text/turtle; charset=utf-8"
DATA = "http://kasei.us/2009/09/sparql/data/data{}.rdf"
OUT = "http://example.org/out/"
FILLED = (
    "PREFIX f: <http://xmlns.com/foaf/0.1/> CLEAR ALL; INSERT DATA { "
    + " ".join(f"GRAPH <{DATA.format(n)}> {{ <{DATA.format(n)}> a f:Document }}" for n in (1, 2, 3))
    + " }; "
)
PLAIN = FILLED + f"INSERT {{ GRAPH <{OUT}> {{ ?s a f:Image }} }} WHERE {{ ?s a f:Document }}"
NAMED = FILLED + f"INSERT {{ GRAPH <{OUT}> {{ ?s a f:Image }} }} WHERE {{ GRAPH ?g {{ ?s a f:Document }} }}"
FULL = (
    FILLED
    + f"INSERT {{ GRAPH <{OUT}> {{ ?s a f:Image }} }} "
    + "WHERE { { GRAPH ?g { ?s a f:Document } } UNION { ?s a f:Document } }"
)
INSERT = "INSERT DATA { <http://example.org/s> <http://example.org/p> 1 }"


def using(*, default: tuple[int, ...] = (), named: tuple[int, ...] = ()) -> str:
    pairs = [("using-graph-uri", DATA.format(n)) for n in default]
    return "?" + urlencode(pairs + [("using-named-graph-uri", DATA.format(n)) for n in named])


CARRIED_OUT: dict[str, tuple[str, str, str, tuple[int, ...]]] = {
    # name: address after /sparql/, content type, body, the documents that come out
    "update_dataset_default_graph": (using(default=(1,)), UPDATE, PLAIN, (1,)),
    "update_dataset_default_graphs": (using(default=(1, 2)), UPDATE, PLAIN, (1, 2)),
    "update_dataset_named_graphs": (using(named=(1, 2)), UPDATE, NAMED, (1, 2)),
    "update_dataset_full": (using(default=(1,), named=(2,)), UPDATE, FULL, (1, 2)),
    "update_post_form": ("", FORM, urlencode({"update": NAMED}), (1, 2, 3)),
    "update_post_direct": ("", UPDATE, NAMED, (1, 2, 3)),
    "dataset in a form": ("", FORM, urlencode({"update": PLAIN, "using-graph-uri": DATA.format(3)}), (3,)),
}
REFUSED: dict[str, tuple[str, str, str | None, str | bytes]] = {
    "bad_update_get": ("GET", "?update=CLEAR%20ALL", None, ""),
    "bad_multiple_updates": ("POST", "", FORM, "update=CLEAR%20NAMED&update=CLEAR%20DEFAULT"),
    "bad_update_wrong_media_type": ("POST", "", "text/plain", "CLEAR NAMED"),
    "bad_update_missing_form_type": ("POST", "", None, "update=CLEAR%20NAMED"),
    "bad_update_non_utf8": ("POST", "", f"{UPDATE}; charset=UTF-16", "CLEAR NAMED".encode("utf-16")),
    "bad_update_syntax": ("POST", "", FORM, "update=CLEAR%20XYZ"),
    "bad_update_dataset_conflict": (
        "POST",
        using(named=(1,)),
        UPDATE,
        f"INSERT {{ ?s ?p ?o }} USING <{DATA.format(1)}> WHERE {{ ?s ?p ?o }}",
    ),
    "the short form with a dataset": ("POST", using(named=(1,)), UPDATE, "DELETE WHERE { ?s ?p ?o }"),
    "a query and an update": ("POST", "", FORM, urlencode({"update": INSERT, "query": "ASK {}"})),
    "a query as an update": ("POST", "", UPDATE, "ASK {}"),
    "a graph that is not there": ("POST", "", UPDATE, "DROP GRAPH <http://example.org/none>"),
    "load": ("POST", "", UPDATE, "LOAD <http://example.org/data.ttl>"),
    "load, escaped": ("POST", "", UPDATE, "LO\\u0041D <http://example.org/data.ttl>"),
    "service": ("POST", "", UPDATE, "INSERT { ?s ?p ?o } WHERE { SERVICE <http://a/> { ?s ?p ?o } }"),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ScratchStore]:
    store = ScratchStore(tmp_path_factory.mktemp("scratch"), Limits(seconds=5, workers=1))
    yield store
    store.close()


@pytest.fixture
def client(store: ScratchStore) -> Iterator[TestClient]:
    store.update("CLEAR ALL; DROP ALL")
    headers = {"authorization": f"Bearer {TOKEN}".encode()}
    with TestClient(create_app(store, token=TOKEN), headers=headers, follow_redirects=False) as client:
        yield client


def send(client: TestClient, method: str, address: str, kind: str | None, body: Any) -> Any:
    headers = {"content-type": kind} if kind else {}
    return client.request(method, "/sparql/" + address, headers=headers, content=body)


def asks(client: TestClient, pattern: str) -> bool:
    answer = client.get("/sparql", params={"query": f"ASK {{ {pattern} }}", "format": "json"})
    return bool(answer.json()["boolean"])


@pytest.mark.parametrize("name", CARRIED_OUT)
def test_updates_are_carried_out(client: TestClient, store: ScratchStore, name: str) -> None:
    address, kind, body, expected = CARRIED_OUT[name]
    assert send(client, "POST", address, kind, body).status_code == 204
    assert sorted(t.subject.value for t in store.triples(OUT)) == [DATA.format(n) for n in expected]


def test_an_update_has_a_base(client: TestClient) -> None:
    relative = "BASE <http://example.org/> CLEAR SILENT GRAPH <t>; INSERT DATA { GRAPH <t> { <a> <b> <c> } }"
    assert send(client, "POST", "", UPDATE, relative).status_code == 204
    base = "http://example.org/"
    assert asks(client, f"GRAPH <{base}t> {{ <{base}a> <{base}b> <{base}c> }}")


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_carried_out_changes_nothing(client: TestClient, name: str) -> None:
    send(client, "POST", "", UPDATE, INSERT)
    response = send(client, *REFUSED[name])
    assert 400 <= response.status_code < 500, response.text
    assert response.json()["error"]["message"]
    assert asks(client, "<http://example.org/s> <http://example.org/p> 1")


def test_the_default_graph_is_the_unnamed_one(client: TestClient) -> None:
    send(client, "POST", "", UPDATE, "INSERT DATA { GRAPH <http://a/g> { <http://a/s> <http://a/p> 1 } }")
    assert asks(client, "GRAPH ?g { ?s ?p ?o }")
    assert not asks(client, "?s ?p ?o")


def test_an_update_without_end_is_stopped(tmp_path: Path) -> None:
    store = ScratchStore(tmp_path, Limits(seconds=0.5, workers=1))
    values = " ".join(f"VALUES ?{name} {{ {' '.join(map(str, range(200)))} }}" for name in "abcd")
    endless = f"INSERT {{ <http://a/s> <http://a/p> ?a }} WHERE {{ {values} }}"
    with TestClient(create_app(store, token=TOKEN)) as client:
        headers = {"authorization": f"Bearer {TOKEN}".encode(), "content-type": UPDATE}
        response = client.post("/sparql", headers=headers, content=endless)
    assert response.json()["error"]["code"] == "query-timeout"
    assert store.triples(None) == []
    store.close()


GRAPH = "http://example.org/gsp/person/1.ttl"
ADDRESS = f"/graphs?graph={quote(GRAPH, safe='')}"
PERSON = '@prefix v: <http://www.w3.org/2006/vcard/ns#> . <http://example.org/1> v:card [ v:fn "{}" ] .'
BOUNDARY = "một hai ba".encode().hex()
PARTED = (
    "".join(
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"; filename="{name}.ttl"\r\n'
        f"Content-Type: {TURTLE}\r\n\r\n{PERSON.format(name)}\r\n"
        for name in ("Lan", "Mai")
    )
    + f"--{BOUNDARY}--\r\n"
)


def write(client: TestClient, method: str, address: str, text: str, kind: str = TURTLE) -> Any:
    return client.request(method, address, headers={"content-type": kind}, content=text.encode())


def names(client: TestClient, address: str) -> list[str]:
    response = client.get(address, headers={"accept": "text/turtle"})
    assert response.status_code == 200
    triples = [q.triple for q in ox.parse(response.content, format=ox.RdfFormat.TURTLE)]
    return sorted(t.object.value for t in triples if t.predicate.value.endswith("#fn"))


@pytest.mark.parametrize("address", [ADDRESS, "/graphs?default"])
def test_put_makes_and_replaces(client: TestClient, address: str) -> None:
    first = write(client, "PUT", address, PERSON.format("Lan"))
    assert first.status_code == (201 if "graph=" in address else 204)
    assert names(client, address) == ["Lan"]
    assert write(client, "PUT", address, PERSON.format("Mai")).status_code == 204
    assert names(client, address) == ["Mai"]


def test_put_of_nothing_leaves_an_empty_graph(client: TestClient) -> None:
    assert write(client, "PUT", ADDRESS, "").status_code == 201
    assert names(client, ADDRESS) == []
    assert client.head(ADDRESS).status_code == 200


def test_delete_removes(client: TestClient) -> None:
    write(client, "PUT", ADDRESS, PERSON.format("Lan"))
    assert client.delete(ADDRESS).status_code == 204
    assert (client.get(ADDRESS).status_code, client.delete(ADDRESS).status_code) == (404, 404)
    assert client.head(ADDRESS).status_code == 404


def test_delete_of_the_default_graph_empties_it(client: TestClient) -> None:
    write(client, "PUT", "/graphs?default", PERSON.format("Lan"))
    assert client.delete("/graphs?default").status_code == 204
    assert names(client, "/graphs?default") == []


def test_post_adds(client: TestClient) -> None:
    assert write(client, "POST", ADDRESS, PERSON.format("An")).status_code == 201
    parted = write(client, "POST", ADDRESS, PARTED, f"multipart/form-data; boundary={BOUNDARY}")
    assert parted.status_code == 204
    assert names(client, ADDRESS) == ["An", "Lan", "Mai"]


def test_post_without_a_name_makes_a_new_graph(client: TestClient) -> None:
    made = write(client, "POST", "/graphs", PERSON.format("Lan"))
    assert made.status_code == 201
    assert names(client, made.headers["location"]) == ["Lan"]


def test_relative_iris_are_relative_to_the_graph(client: TestClient, store: ScratchStore) -> None:
    write(client, "PUT", ADDRESS, "<2> <p> <#a> .")
    (triple,) = store.triples(GRAPH)
    assert str(triple.subject) == "<http://example.org/gsp/person/2>"


@pytest.mark.parametrize(
    ("kind", "text", "status"),
    [
        (TURTLE, "<a> <b> .", 400),
        ("application/rdf+xml", PERSON, 400),
        ("application/n-quads", "", 415),
        ("text/html", "<p>", 415),
        (f"multipart/form-data; boundary={BOUNDARY}", PARTED.replace("text/turtle", "image/png"), 415),
    ],
)
def test_what_is_no_rdf_is_told(client: TestClient, kind: str, text: str, status: int) -> None:
    write(client, "PUT", ADDRESS, PERSON.format("Lan"))
    response = write(client, "PUT", ADDRESS, text, kind)
    assert (response.status_code, response.json()["error"]["status"]) == (status, status)
    assert names(client, ADDRESS) == ["Lan"]


@pytest.mark.parametrize(
    "address", ["/graphs?graph=relative", "/graphs?default&graph=http://a/", "/graphs?x=1"]
)
def test_which_graph_must_be_clear(client: TestClient, address: str) -> None:
    assert [write(client, method, address, "").status_code for method in ("PUT", "POST", "DELETE")] == [
        400
    ] * 3


def test_a_body_beyond_the_limit_is_refused(store: ScratchStore) -> None:
    with TestClient(create_app(store, Settings(body_bytes=10), token=TOKEN)) as client:
        headers = {"authorization": f"Bearer {TOKEN}".encode(), "content-type": TURTLE}
        assert client.put(ADDRESS, headers=headers, content=PERSON).status_code == 413


@pytest.mark.parametrize("given", [None, "", "Bearer", "Bearer ", "Bearer sai", f"Basic {TOKEN}", TOKEN])
def test_only_who_shows_the_token_writes(store: ScratchStore, given: str | None) -> None:
    headers = {"content-type": UPDATE} | ({} if given is None else {"authorization": given.encode()})
    before = len(store.triples(None))
    with TestClient(create_app(store, token=TOKEN)) as client:
        answers = [
            client.post("/sparql", headers=headers, content=INSERT),
            client.put("/graphs?default", headers={**headers, "content-type": TURTLE}, content=PERSON),
            client.post("/graphs?default", headers={**headers, "content-type": TURTLE}, content=PERSON),
            client.delete("/graphs?default", headers=headers),
        ]
        assert client.get("/sparql", params={"query": "ASK {}"}, headers=headers).status_code == 200
    assert {a.status_code for a in answers} == {401}
    assert {a.headers["www-authenticate"] for a in answers} == {"Bearer"}
    assert len(store.triples(None)) == before


@pytest.mark.parametrize(
    "page", ["/", "/co-quan", "/tim?q=a", "/bao-phu", "/health", "/openapi.json", "/sparql"]
)
def test_the_pages_stand_over_an_empty_graph(client: TestClient, page: str) -> None:
    assert client.get(page, headers={"accept": "text/html"}).status_code == 200


def test_the_endpoint_says_what_it_is(client: TestClient) -> None:
    described = client.get("/sparql", headers={"accept": "text/turtle"}).text
    assert "SPARQL11Update" in described
    assert "UnionDefaultGraph" not in described
    assert "Kho thử" in client.get("/sparql", headers={"accept": "text/html"}).text
