"""``/ontology``, ``/code`` and ``/context.jsonld``: pages, data by negotiation, anchors."""

from __future__ import annotations

import json
from urllib.parse import quote

import pyoxigraph as ox
import pytest
from bs4 import BeautifulSoup
from rdflib import Graph, URIRef
from rdflib.compare import isomorphic
from starlette.testclient import TestClient

from ontology.codes import CODE_BASE, codes, codes_graph, lists
from ontology.describe import NAMESPACE
from ontology.generate import classes, load, name, properties
from service.texts import catalogue

FORMS = [
    ("text/turtle", ox.RdfFormat.TURTLE, ".ttl"),
    ("application/ld+json", ox.RdfFormat.JSON_LD, ".jsonld"),
    ("application/rdf+xml", ox.RdfFormat.RDF_XML, ".rdf"),
    ("application/n-triples", ox.RdfFormat.N_TRIPLES, ".nt"),
]


def parsed(text: str, form: ox.RdfFormat) -> Graph:
    """Read by another reader than the one that may have written it."""
    lines = "".join(f"{quad.triple} .\n" for quad in ox.parse(input=text.encode(), format=form))
    return Graph().parse(data=lines, format="nt")


@pytest.mark.parametrize(("kind", "form", "suffix"), FORMS)
def test_the_vocabulary_as_data(client: TestClient, kind: str, form: ox.RdfFormat, suffix: str) -> None:
    negotiated = client.get("/ontology", headers={"accept": kind})
    assert negotiated.headers["content-type"].startswith(kind)
    assert "Accept" in negotiated.headers["vary"].split(", ")
    by_suffix = client.get(f"/ontology{suffix}")
    assert by_suffix.text == negotiated.text
    assert isomorphic(parsed(by_suffix.text, form), load())


def test_every_term_has_its_place_in_the_page(client: TestClient) -> None:
    soup = BeautifulSoup(client.get("/ontology", headers={"accept": "text/html"}).text, "html.parser")
    terms = [*classes(load()), *properties(load())]
    for term in terms:
        section = soup.find(id=name(term))
        assert section is not None, term
        assert NAMESPACE + name(term) in section.get_text()
    lead = soup.find(id="leadAgency")
    assert lead is not None
    text = " ".join(lead.get_text(" ").split())
    assert "cơ quan chủ trì" in text
    assert "dùng cho cchc:Row" in text
    assert "giá trị cchc:Agency" in text
    assert "ví dụ Sở Nội vụ" in text
    for link in soup.select("main a[href^='#']"):
        assert soup.find(id=str(link["href"])[1:]) is not None


def test_the_picture_has_every_class(client: TestClient) -> None:
    answer = client.get("/ontology.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    soup = BeautifulSoup(answer.text, "xml")
    shown = {text.get_text() for text in soup.find_all("text")}
    assert {f"cchc:{name(term)}" for term in classes(load())} <= shown


def test_the_context_reads_data_of_the_vocabulary(client: TestClient) -> None:
    context = json.loads(client.get("/context.jsonld").text)
    data = {**context, "@id": "https://example.org/r", "leadAgency": "https://example.org/a"}
    graph = parsed(json.dumps(data), ox.RdfFormat.JSON_LD)
    assert (
        URIRef("https://example.org/r"),
        URIRef(NAMESPACE + "leadAgency"),
        URIRef("https://example.org/a"),
    ) in graph


@pytest.mark.parametrize("listed", lists())
def test_a_code_leads_to_its_list(client: TestClient, listed: str) -> None:
    page = client.get(f"/code/{listed}", headers={"accept": "text/html"})
    soup = BeautifulSoup(page.text, "html.parser")
    data = parsed(client.get(f"/code/{listed}.ttl").text, ox.RdfFormat.TURTLE)
    for code, known in codes(listed).items():
        assert soup.find(id=code) is not None
        assert set(codes_graph().triples((known.iri, None, None))) <= set(data)
        address = "/" + str(known.iri).removeprefix(CODE_BASE.removesuffix("code/"))
        to_page = client.get(address, headers={"accept": "text/html"})
        assert (to_page.status_code, to_page.headers["location"]) == (
            303,
            f"/code/{listed}.html#{quote(code)}",
        )
        to_data = client.get(address, headers={"accept": "application/ld+json"})
        assert to_data.headers["location"] == f"/code/{listed}.jsonld"
    assert f"codes.{listed}" in catalogue()


@pytest.mark.parametrize(
    "address",
    ["/ontology.pdf", "/ontologyx", "/code/none", "/code/area/none", "/code/area.pdf", "/code/none/x"],
)
def test_what_is_not_there(client: TestClient, address: str) -> None:
    response = client.get(address, headers={"accept": "application/json"})
    assert response.status_code == 404
    assert response.json()["error"]["status"] == 404
