"""Headers: freshness, safety, sharing and compression."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest
from starlette.testclient import TestClient

from service.http.app import create_app
from service.http.negotiation import choose
from service.settings import Settings
from service.store.embedded import EmbeddedStore
from service.store.model import Manifest
from tests.service import sample

PAGES = ["/", "/tai-lieu", "/api/queries", "/openapi.json", "/sparql?query=ASK%20%7B%7D", "/static/style.css"]


@pytest.mark.parametrize("address", PAGES)
def test_what_the_client_holds_is_confirmed(client: TestClient, address: str) -> None:
    first = client.get(address)
    assert first.headers["cache-control"] == "no-cache"
    again = client.get(address, headers={"if-none-match": f'"other", {first.headers["etag"]}'})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == first.headers["etag"]


def test_the_tag_follows_the_format(client: TestClient) -> None:
    one = client.get("/sparql?query=ASK{}", headers={"accept": "text/csv"}).headers
    other = client.get("/sparql?query=ASK{}", headers={"accept": "application/json"}).headers
    assert one["etag"] != other["etag"]
    assert "Accept" in one["vary"]


def test_a_new_graph_has_new_tags(tmp_path: Path) -> None:
    sample.write(tmp_path)
    store = sample.opened(tmp_path)
    with TestClient(create_app(store)) as client:
        before = client.get("/").headers["etag"]
        name = ox.NamedNode("http://example.org/a")
        sample.write(tmp_path, [ox.Quad(name, name, name, name)])
        response = client.get("/", headers={"if-none-match": before})
    store.close()
    shutil.rmtree(tmp_path)
    assert response.status_code == 200
    assert response.headers["etag"] != before


def test_time_to_keep_is_a_setting(sample_store: EmbeddedStore) -> None:
    app = create_app(sample_store, Settings(cache_seconds=60))
    with TestClient(app) as client:
        assert client.get("/").headers["cache-control"] == "public, max-age=60"


def test_errors_are_not_kept(client: TestClient) -> None:
    response = client.get("/khong-co")
    assert response.headers["cache-control"] == "no-store"
    assert "etag" not in response.headers


@pytest.mark.parametrize("address", [*PAGES, "/khong-co", "/health"])
def test_safe_headers_everywhere(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert "server" not in headers


def test_others_may_read_but_without_credentials(client: TestClient) -> None:
    headers = client.get("/sparql?query=ASK{}", headers={"origin": "http://example.org"}).headers
    assert headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in headers
    asked = {"origin": "http://example.org", "access-control-request-method": "POST"}
    assert client.options("/sparql", headers=asked).status_code == 200


def test_long_answers_are_compressed(client: TestClient) -> None:
    response = client.get("/static/style.css", headers={"accept-encoding": "gzip"})
    assert response.headers["content-encoding"] == "gzip"


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "a/one"),
        ("", "a/one"),
        ("*/*", "a/one"),
        ("b/two", "b/two"),
        ("b/*", "b/two"),
        ("a/one;q=0.2, b/two;q=0.9", "b/two"),
        ("*/*;q=0.9, a/one;q=0.1", "b/two"),
        ("A/ONE", "a/one"),
        ("a/one;q=0, */*", "b/two"),
        ("a/one;q=0", None),
        ("c/three", None),
        (";;;,,,q=", "a/one"),
        ("a/one;q=nan", "a/one"),
        ("b/two;q=2, a/one;q=0.1", "a/one"),
        ("b/two;level=1;q=0.7, a/one;q=0.3", "b/two"),
    ],
)
def test_choice_by_accept(accept: str | None, expected: str | None) -> None:
    assert choose(accept, ("a/one", "b/two")) == expected


def test_a_graph_without_a_digest_gets_no_tag(sample_store: EmbeddedStore) -> None:
    class Remote:
        manifest = Manifest()
        select = sample_store.select
        source = sample_store.source

    with TestClient(create_app(Remote())) as client:  # type: ignore[arg-type]
        assert "etag" not in client.get("/").headers
