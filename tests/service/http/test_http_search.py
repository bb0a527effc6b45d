"""``/api/search`` and ``/tim``: hits, counts that narrow, pages, and what cannot be asked."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from starlette.testclient import TestClient

from tests.service import sample


def test_hits_for_programs(client: TestClient) -> None:
    answer = client.get("/api/search", params={"q": "tuyen truyen"}).json()
    assert {
        "iri": sample.ACTIVITY,
        "label": "3.1. Ban hành kế hoạch tuyên truyền",
        "kind": "activity",
        "plan": sample.PLAN,
        "exact": False,
        "snippet": "Ban hành kế hoạch tuyên truyền · =Kế hoạch · SNV",
    }.items() <= next(hit for hit in answer["hits"] if hit["iri"] == sample.ACTIVITY).items()
    assert answer["total"] == len(answer["hits"])
    assert sum(counted["count"] for counted in answer["kinds"]) == answer["total"]
    assert {counted["iri"] for counted in answer["plans"]} == {
        hit["plan"] for hit in answer["hits"] if hit["plan"]
    }


def test_hits_are_narrowed_by_kind_and_plan(client: TestClient) -> None:
    def asked(**parameters: object) -> list[dict[str, str]]:
        return client.get("/api/search", params={"q": "ke hoach", **parameters}).json()["hits"]  # type: ignore[arg-type]

    assert {hit["kind"] for hit in asked(kind="activity")} == {"activity"}
    assert {hit["plan"] for hit in asked(plan="1/KH-UBND")} == {sample.PLAN}
    assert asked(limit=1) == asked()[:1]
    assert asked(limit=1, offset=1) == asked()[1:2]


def test_names_that_may_be_meant(client: TestClient) -> None:
    answer = client.get("/api/search", params={"q": "so noi vuj"}).json()
    assert answer["hits"] == []
    assert answer["suggestions"][0]["label"].startswith("Sở Nội vụ")


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("q=a&kind=nothing", 400),
        ("q=a&limit=0", 400),
        ("q=a&limit=201", 400),
        ("q=a&offset=-1", 400),
        ("q=a&offset=99999999", 400),
        ("q=a&limit=x", 400),
        ("q=a&plan=999/KH-XYZ", 404),
        ("", 200),
        ("q=" + "a" * 3000, 200),
        ("q=" + quote('" OR NEAR( * ^ : -'), 200),
    ],
)
def test_what_can_be_asked(client: TestClient, query: str, status: int) -> None:
    for path in ("/api/search", "/tim"):
        if path == "/tim" and ("limit" in query or "offset" in query):
            continue
        response = client.get(f"{path}?{query}", headers={"accept": "application/json"})
        assert response.status_code == status, response.text


def page(client: TestClient, address: str) -> BeautifulSoup:
    response = client.get(address, headers={"accept": "text/html"})
    assert response.status_code == 200
    return BeautifulSoup(response.text, "html.parser")


def test_a_page_of_hits_with_links_that_narrow(client: TestClient) -> None:
    soup = page(client, "/tim?q=ke+hoach")
    assert [mark.get_text() for mark in soup.select(".hits mark")]
    links = {str(a["href"]): int(a.find_next_sibling("span").get_text()) for a in soup.select(".toc a")}  # type: ignore[union-attr]
    for link, count in links.items():
        narrowed = page(client, link)
        assert len(narrowed.select(".hits li")) == count
        (chip,) = narrowed.select(".chips a")
        assert str(chip["href"]) == "/tim?q=ke+hoach"


def test_what_was_typed_and_what_is_found_stay_text(client: TestClient) -> None:
    text = client.get("/tim", params={"q": '<script>alert(1)</script>"'}).text
    assert "<script>alert" not in text
    assert "&lt;script&gt;" in text


def test_nothing_found_is_said(client: TestClient) -> None:
    soup = page(client, "/tim?q=zzzz")
    assert "Không có kết quả" in soup.select_one("[role=status]").get_text()  # type: ignore[union-attr]
    assert soup.select(".hits mark") == []
