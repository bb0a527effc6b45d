"""The pages in the reader's language: the switch, the cookie, and the two catalogues side by side."""

from __future__ import annotations

import re
import string

import pytest
from bs4 import BeautifulSoup
from starlette.testclient import TestClient

import queries
from service.texts import LANGUAGES, catalogue
from tests.service import sample

ACTIVITY = sample.ACTIVITY.replace(sample.ID, "/id/") + ".html"
PAGES = [
    "/",
    "/co-quan",
    "/tai-lieu",
    "/chi-tieu",
    "/cau-hoi",
    "/cau-hoi/plans",
    "/tim?q=cong",
    "/sparql",
    ACTIVITY,
]


def page(client: TestClient, address: str, language: str | None) -> BeautifulSoup:
    headers = {"accept": "text/html"} | ({"cookie": f"lang={language}"} if language else {})
    response = client.get(address, headers=headers)
    assert response.status_code == 200
    assert "Cookie" in response.headers["vary"]
    return BeautifulSoup(response.text, "html.parser")


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize(
    ("cookie", "language"), [(None, "vi"), ("vi", "vi"), ("en", "en"), ("xx", "vi"), ("", "vi")]
)
def test_a_page_speaks_the_language_chosen(
    client: TestClient, address: str, cookie: str | None, language: str
) -> None:
    soup = page(client, address, cookie)
    assert soup.html
    assert soup.html["lang"] == language
    assert catalogue(language)("site.agencies") in soup.nav.get_text()  # type: ignore[union-attr]


@pytest.mark.parametrize("address", PAGES)
def test_the_switch_leads_back_to_the_same_page(client: TestClient, address: str) -> None:
    link = page(client, address, None).select_one("a.tongue")
    assert link
    answer = client.get(str(link["href"]))
    assert answer.status_code == 303
    assert answer.headers["location"] == address
    assert re.match(r"lang=en; HttpOnly; .*SameSite=lax", answer.headers["set-cookie"], re.IGNORECASE)
    client.cookies.clear()


@pytest.mark.parametrize("address", ["//example.org/x?lang=en", "///example.org?lang=en&a=1"])
def test_the_switch_never_leads_to_another_host(client: TestClient, address: str) -> None:
    answer = client.get("http://testserver" + address)
    assert re.match(r"/[^/]", answer.headers["location"])
    client.cookies.clear()


def test_a_language_nobody_has_is_passed_over(client: TestClient) -> None:
    assert client.get("/?lang=xx").status_code == 200


def test_the_tag_follows_the_language(client: TestClient) -> None:
    tags = {client.get("/", headers={"cookie": f"lang={name}"}).headers["etag"] for name in LANGUAGES}
    assert len(tags) == len(LANGUAGES)


def test_questions_and_codes_are_english_too(client: TestClient) -> None:
    text = page(client, "/cau-hoi/plans", "en").get_text()
    assert queries.catalogue()["plans"].title_en in text


def test_errors_are_told_in_the_language_chosen(client: TestClient) -> None:
    response = client.get("/khong-co", headers={"cookie": "lang=en"})
    assert response.json()["error"]["message"] == catalogue("en")("problem.not-found")


def test_every_language_has_every_text_with_the_same_values() -> None:
    def values(name: str) -> dict[str, set[str]]:
        texts = catalogue(name)
        return {k: {f for _, f, _, _ in string.Formatter().parse(texts(k)) if f} for k in texts.keys}

    assert values("en") == values("vi")
    assert all(len(catalogue(name).keys) > 100 for name in LANGUAGES)
