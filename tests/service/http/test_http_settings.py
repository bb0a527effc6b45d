"""Settings, texts and documentation that must not drift apart from the code."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from service.errors import ServiceError
from service.http import sparql
from service.settings import Settings, from_environment
from service.store.guard import query_form
from service.templating import templates
from service.texts import catalogue

ROOT = Path(__file__).parents[3]
DOCS = (ROOT / "docs" / "http.md").read_text(encoding="utf-8")


def test_the_environment_changes_a_setting() -> None:
    assert from_environment({}) == Settings()
    changed = from_environment(
        {"CCHC_QUERY_SECONDS": "2.5", "CCHC_QUERY_ROWS": "7", "CCHC_CACHE_SECONDS": "0"}
    )
    assert (changed.query_seconds, changed.query_rows, changed.cache_seconds) == (2.5, 7, 0)
    assert changed.limits().rows == 7


@pytest.mark.parametrize("value", ["", "-1", "0", "mười", "1e12", "nan", "1.5"])
def test_a_wrong_setting_is_told_by_name(value: str) -> None:
    with pytest.raises(ServiceError, match="CCHC_QUERY_ROWS"):
        from_environment({"CCHC_QUERY_ROWS": value})


@pytest.mark.parametrize("field", dataclasses.fields(Settings), ids=lambda f: f.name)
def test_every_setting_is_documented_with_its_default(field: Any) -> None:
    line = next((x for x in DOCS.splitlines() if f"`CCHC_{field.name.upper()}`" in x), "")
    assert f"| {field.default:g} |".replace("inf", "") in line or f"| {field.default} |" in line


def paths(router: Any) -> set[str]:
    found: set[str] = set()
    for route in router.routes:
        inner = getattr(route, "original_router", None)
        found |= paths(inner) if inner is not None else {route.path.split("{")[0].rstrip("/") or "/"}
    return found


def test_every_route_is_documented(client: TestClient) -> None:
    assert [path for path in sorted(paths(client.app)) if f"`{path}" not in DOCS] == []


def test_every_text_that_templates_name_exists() -> None:
    folder = ROOT / "service" / "templates"
    named = {
        key
        for file in folder.iterdir()
        for key in re.findall(r'\bt\("([a-z_.]+)"(?! ~)', file.read_text(encoding="utf-8"))
    }
    assert {key for key in named if not key.endswith(".")} - catalogue().keys == set()
    assert all(templates().get_template(file.name) for file in folder.iterdir())


@pytest.mark.parametrize("example", sparql.examples(), ids=lambda e: e.title)
def test_every_example_query_runs(client: TestClient, example: sparql.Example) -> None:
    form = query_form(example.query)
    response = client.get("/sparql", params={"query": example.query})
    assert response.status_code == 200, response.text
    if form == "select" and "2024-04" not in example.query:
        assert response.json()["results"]["bindings"]
