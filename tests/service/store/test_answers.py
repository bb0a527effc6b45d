"""The queries of strangers: evaluated in a worker, under limits, without a way out."""

import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from small_graph import manifest, quads

from service.errors import BadQuery, QueryError, QueryTimeout, QueryTooLarge, RefusedQuery, TooBusy
from service.store.embedded import EmbeddedStore
from service.store.generations import Generations
from service.store.model import Limits
from service.store.pool import Pool
from service.store.worker import Job, evaluate

JSON = "application/sparql-results+json"
SLOW = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"{{ ?s{i} ?p{i} ?o{i} }}" for i in range(14)) + " }"
DOUBLED = " ".join(f"BIND(CONCAT(?v{i}, ?v{i}) AS ?v{i + 1})" for i in range(40))
HUGE = f"SELECT (STRLEN(?v40) AS ?n) {{ BIND('a' AS ?v0) {DOUBLED} }}"


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    root = tmp_path_factory.mktemp("asked")
    Generations(root).write(quads(), manifest())
    store = EmbeddedStore(root, Limits(seconds=20, rows=3, workers=1))
    yield store
    store.close()


def test_formats_of_results(asked: EmbeddedStore) -> None:
    for form, accept, start in [
        ("SELECT ?o { ?s ?p ?o } ORDER BY ?o", JSON, b'{"head"'),
        ("SELECT ?o { ?s ?p ?o }", "application/sparql-results+xml", b"<?xml"),
        ("SELECT ?o { ?s ?p ?o }", "text/csv", b"o\r\n"),
        ("SELECT ?o { ?s ?p ?o }", "text/tab-separated-values", b"?o\n"),
        ("ASK { ?s ?p ?o }", JSON, b'{"head":{},"boolean":true}'),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "text/turtle", b"<http"),
        ("DESCRIBE <http://example.org/c>", "application/n-triples", b"<http://example.org/c>"),
    ]:
        answer = asked.answer(form, accept=accept)
        assert answer.media_type == accept
        assert answer.body.startswith(start)


def test_rows_past_the_limit_are_left_out_and_it_is_said(asked: EmbeddedStore) -> None:
    whole = asked.answer("SELECT ?o { ?s <http://example.org/name> ?o }", accept=JSON)
    assert not whole.truncated
    values = {b["o"]["value"] for b in json.loads(whole.body)["results"]["bindings"]}
    assert values == {'Bắc Kạn "x"\n', "Tuyên Quang"}
    cut = asked.answer("SELECT ?o { ?s ?p ?o }", accept=JSON)
    assert cut.truncated
    assert len(json.loads(cut.body)["results"]["bindings"]) == 3
    triples = asked.answer("CONSTRUCT WHERE { ?s ?p ?o }", accept="application/n-triples")
    assert triples.truncated
    assert triples.body.count(b"\n") == 3


DATASETS = [
    ("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", (), (), 6),
    ("SELECT (COUNT(*) AS ?n) FROM <http://example.org/g1> { ?s ?p ?o }", (), (), 3),
    ("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", ("http://example.org/g3",), (), 1),
    ("SELECT (COUNT(*) AS ?n) FROM <http://example.org/g1> { ?s ?p ?o }", ("http://example.org/g2",), (), 2),
    ("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", (), ("http://example.org/g1",), 0),
    ("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", (), ("http://example.org/g1",), 3),
    ("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", (), (), 6),
    ("SELECT (COUNT(*) AS ?n) FROM <http://example.org/none> { ?s ?p ?o }", (), (), 0),
    ("SELECT (COUNT(*) AS ?n) FROM <file:///etc/passwd> { ?s ?p ?o }", (), (), 0),
]


@pytest.mark.parametrize(("query", "default", "named", "n"), DATASETS)
def test_the_dataset_is_the_union_unless_one_is_named(
    asked: EmbeddedStore, query: str, default: tuple[str, ...], named: tuple[str, ...], n: int
) -> None:
    answer = asked.answer(query, accept="text/csv", default_graphs=default, named_graphs=named)
    assert answer.body == f"n\r\n{n}\r\n".encode()


@pytest.mark.parametrize(
    ("query", "error", "said"),
    [
        ("SELECT * {", BadQuery, "dòng 1, cột"),
        ("SELECT * { SERVICE <http://a/> { } }", RefusedQuery, "SERVICE"),
        ("DROP ALL", RefusedQuery, "chỉ để đọc"),
    ],
)
def test_bad_queries(asked: EmbeddedStore, query: str, error: type[QueryError], said: str) -> None:
    with pytest.raises(error, match=said):
        asked.answer(query, accept=JSON)


def test_a_slow_query_is_ended_and_the_next_is_answered(root: Path) -> None:
    store = EmbeddedStore(root, Limits(seconds=0.5, workers=1))
    for _ in range(2):
        with pytest.raises(QueryTimeout, match=r"0\.5 giây"):
            store.answer(SLOW, accept=JSON)
    assert store.answer("ASK { }", accept=JSON).body
    store.close()


def test_a_query_that_eats_memory_ends_its_worker_only(root: Path) -> None:
    store = EmbeddedStore(root, Limits(seconds=30, workers=1, megabytes=600))
    with pytest.raises(QueryTooLarge):
        store.answer(HUGE, accept=JSON)
    assert store.answer("ASK { }", accept=JSON).body
    store.close()


def test_the_limit_counts_what_is_written_not_what_threads_reserve(root: Path) -> None:
    store = EmbeddedStore(root, Limits(seconds=30, workers=1, megabytes=300))
    assert store.answer("ASK { }", accept=JSON).body
    store.close()


def test_with_all_workers_busy_a_query_does_not_wait_forever(root: Path) -> None:
    store = EmbeddedStore(root, Limits(seconds=1.5, workers=1, wait=0.1))
    store.answer("ASK { }", accept=JSON)
    outcomes: list[str] = []

    def ask() -> None:
        try:
            store.answer(SLOW, accept=JSON)
        except QueryError as error:
            outcomes.append(type(error).__name__)

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == [QueryTimeout.__name__, TooBusy.__name__]
    store.close()


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


def job(root: Path, listener: socket.socket) -> Job:
    port = listener.getsockname()[1]
    query = f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}"
    return Job(str(root / "generations/1/db"), query, JSON, 10, union=True)


def test_a_worker_cannot_connect_even_past_the_guard(root: Path, listener: socket.socket) -> None:
    pool = Pool(Limits(workers=1))
    with pytest.raises(QueryError):
        pool.run(job(root, listener))
    with pytest.raises(BlockingIOError):
        listener.accept()
    pool.close()


def test_the_engine_itself_would_connect(root: Path, listener: socket.socket) -> None:
    """Why the two locks are needed; when this fails the engine has learnt a switch of its own."""

    def refuse() -> None:
        listener.setblocking(True)
        listener.accept()[0].close()

    server = threading.Thread(target=refuse)
    server.start()
    with pytest.raises(OSError, match=r".+"):
        evaluate(ox.Store(), job(root, listener))
    server.join()
