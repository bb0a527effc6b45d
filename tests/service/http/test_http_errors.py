"""Every route answers what goes wrong in the one shape, and never with a stack trace."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from service.errors import (
    BadQuery,
    QueryTimeout,
    QueryTooLarge,
    RefusedQuery,
    ServiceError,
    StoreError,
    TooBusy,
)
from service.http.app import create_app
from service.store.embedded import EmbeddedStore
from tests.service import sample

HOSTILE = [
    "/id/../../etc/passwd",
    "/id/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "/static/..%2f..%2fsettings.py",
    "/static/settings.py",
    "/id/" + "a" * 5000,
    "/id/%00",
    "/id/x%20%3E%20%7D%20DROP%20ALL",
    "/id/%",
    "/id/%zz",
    "/id/%FF%FE",
    "/ve/nothing",
    "/ve/%3Cscript%3E",
    "/cau-hoi/khong-co",
    "/api/queries/khong-co",
    "/khong-co",
    "/id/",
]


def check_shape(response: Any) -> None:
    error = response.json()["error"]
    assert set(response.json()) == {"error"}
    assert set(error) == {"status", "code", "message"}
    assert error["status"] == response.status_code
    assert error["message"]
    assert "Traceback" not in response.text


@pytest.mark.parametrize("address", HOSTILE)
def test_wrong_addresses(client: TestClient, address: str) -> None:
    response = client.get(address, headers={"accept": "application/json"})
    assert response.status_code in (400, 404), response.text
    check_shape(response)


def paths(router: Any) -> set[str]:
    """The fixed beginnings of every route, of included routers too."""
    found: set[str] = set()
    for route in router.routes:
        inner = getattr(route, "original_router", None)
        found |= paths(inner) if inner is not None else {route.path.split("{")[0]}
    return found


def test_every_route_refuses_other_methods(client: TestClient) -> None:
    addresses = paths(client.app)
    assert {"/", "/sparql", "/health", "/api/queries", "/id/", "/openapi.json"} <= addresses
    for address in sorted(addresses):
        for method in ("DELETE", "PUT", "PATCH"):
            response = client.request(method, address)
            assert response.status_code in (404, 405), (method, address)
            check_shape(response)


class Failing:
    """A store whose every answer is ``error``."""

    def __init__(self, store: EmbeddedStore, error: Exception) -> None:
        self.manifest = store.manifest
        self.error = error

    def select(self, *_: object, **__: object) -> Any:
        raise self.error

    graph = answer = select

    def source(self, file: str) -> None:
        return None


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (BadQuery("Sai."), 400),
        (RefusedQuery("Không."), 403),
        (QueryTimeout("Lâu."), 503),
        (QueryTooLarge("Lớn."), 503),
        (TooBusy("Bận."), 503),
        (StoreError("Hỏng."), 503),
        (ServiceError("Hỏng."), 503),
        (RuntimeError("secret /etc/shadow"), 500),
    ],
)
def test_every_route_when_the_store_fails(sample_store: EmbeddedStore, error: Exception, status: int) -> None:
    app = create_app(Failing(sample_store, error))  # type: ignore[arg-type]
    needing = ["/", "/tai-lieu", "/co-quan", "/health", "/id/x", "/ve/x", "/sparql?query=ASK{}"]
    with TestClient(app, raise_server_exceptions=False) as client:
        for address in needing:
            response = client.get(address, headers={"accept": "application/json"})
            assert response.status_code == status, address
            check_shape(response)
            assert "secret" not in response.text
            assert response.headers["x-content-type-options"] == "nosniff"


def test_a_graph_that_vanishes_is_told(tmp_path: Path) -> None:
    sample.write(tmp_path)
    store = sample.opened(tmp_path)
    with TestClient(create_app(store)) as client:
        assert client.get("/").status_code == 200
        (tmp_path / "current").unlink()
        for address in ("/", "/health", "/sparql?query=ASK{}"):
            response = client.get(address, headers={"accept": "application/json"})
            assert response.status_code == 503
            check_shape(response)
    store.close()


def test_a_browser_gets_a_page(client: TestClient) -> None:
    response = client.get("/khong-co", headers={"accept": "text/html,*/*;q=0.8"})
    assert response.status_code == 404
    assert '<html lang="vi">' in response.text
    assert "Không có trang này." in response.text


def test_too_many_queries_are_asked_to_come_again(client: TestClient) -> None:
    line = client.app.state.queries  # type: ignore[attr-defined]
    before, line.total_tokens = line.total_tokens, 0
    try:
        response = client.get("/sparql", params={"query": "ASK {}"})
    finally:
        line.total_tokens = before
    assert response.status_code == 503
    assert response.headers["retry-after"] == "5"
    check_shape(response)


def test_a_slow_query_is_stopped(client: TestClient) -> None:
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    response = client.get("/sparql", params={"query": slow})
    assert response.status_code == 503
    assert response.json()["error"]["code"] == "query-timeout"
    assert client.get("/sparql", params={"query": "ASK {}"}).json()["boolean"] is True


def test_a_long_answer_is_cut_and_says_so(client: TestClient) -> None:
    response = client.get("/sparql", params={"query": "SELECT * { ?a ?b ?c . ?d ?e ?f }"})
    assert response.headers["x-truncated"] == "true"
    assert len(response.json()["results"]["bindings"]) == 500


def test_the_sample_names_are_real(client: TestClient) -> None:
    for iri in (sample.PLAN, sample.TASK, sample.AGENCY, sample.DECREE):
        assert client.get(iri.replace(sample.ID, "/id/") + ".html").status_code == 200


def test_pages_do_not_wait_for_a_slow_query(client: TestClient) -> None:
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    with ThreadPoolExecutor(1) as other:
        waiting = other.submit(client.get, "/sparql", params={"query": slow})
        assert client.get("/health").status_code == 200
        assert not waiting.done()
        assert waiting.result().status_code == 503
