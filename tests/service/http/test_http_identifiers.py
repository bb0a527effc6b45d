"""``/id/…`` leads to the page or the data of every instance."""

from __future__ import annotations

import json

import pyoxigraph as ox
import pytest
from rdflib import Graph, Literal, URIRef
from starlette.testclient import TestClient

from ontology.terms import CCHC
from service.http.forms import WRITTEN
from tests.service import sample

ADDRESS = sample.ACTIVITY.replace(sample.ID, "/id/")


@pytest.mark.parametrize(
    ("accept", "suffix"),
    [
        ("text/html,application/xhtml+xml,*/*;q=0.8", ".html"),
        ("*/*", ".html"),
        ("text/turtle", ".ttl"),
        ("application/ld+json", ".jsonld"),
        ("application/json", ".json"),
        ("application/rdf+xml;q=0.9, text/turtle;q=0.1", ".rdf"),
        ("image/png", ".html"),
    ],
)
def test_303_by_accept(client: TestClient, accept: str, suffix: str) -> None:
    response = client.get(ADDRESS, headers={"accept": accept})
    assert response.status_code == 303
    assert response.headers["location"] == ADDRESS + suffix
    assert client.get(response.headers["location"]).status_code == 200


@pytest.mark.parametrize(
    ("suffix", "form"),
    [
        (".jsonld", ox.RdfFormat.JSON_LD),
        (".json", ox.RdfFormat.JSON_LD),
        (".nt", ox.RdfFormat.N_TRIPLES),
        (".rdf", ox.RdfFormat.RDF_XML),
    ],
)
def test_every_form_holds_the_same(client: TestClient, suffix: str, form: ox.RdfFormat) -> None:
    def triples(suffix: str, form: ox.RdfFormat) -> set[str]:
        response = client.get(ADDRESS + suffix)
        assert response.status_code == 200
        return {str(quad.triple) for quad in ox.parse(response.content, format=form)}

    found = triples(suffix, form)
    assert any(sample.ACTIVITY in triple for triple in found)
    assert found == triples(".ttl", ox.RdfFormat.TURTLE)


def test_json_is_in_the_words_of_the_published_context(client: TestClient) -> None:
    text = client.get(ADDRESS + ".json").text
    data = json.loads(text)
    published = json.loads(client.get("/context.jsonld").text)["@context"]
    assert data["@context"].items() <= published.items()
    first = data["@graph"][0]
    assert (first["@id"], first["key"]) == (sample.ACTIVITY, "I/3.1")
    assert set(first) <= {"@id", "@type"} | data["@context"].keys() | {"rdfs:label", "skos:notation"}
    assert [node["@id"] for node in data["@graph"][1:]] == sorted(n["@id"] for n in data["@graph"][1:])


@pytest.mark.parametrize("kind", sorted(WRITTEN))
def test_the_same_graph_is_the_same_text(kind: str) -> None:
    triples = [(URIRef(f"http://a/{n}"), CCHC.cites, URIRef(f"http://a/{n % 3}")) for n in range(20)]
    one, other = Graph(), Graph()
    for triple in triples:
        one.add(triple)
    for triple in reversed(triples):
        other.add(triple)
    assert WRITTEN[kind](one, triples[0][0]) == WRITTEN[kind](other, triples[0][0])


def test_xml_holds_no_character_that_xml_forbids() -> None:
    graph = Graph()
    graph.add((URIRef("http://a/1"), CCHC.text, Literal("\x1b[31mđỏ\x00\uffff\tvà & xanh")))
    again = Graph().parse(data=WRITTEN["application/rdf+xml"](graph, URIRef("http://a/1")), format="xml")
    assert [str(o) for o in again.objects()] == ["\ufffd[31mđỏ\ufffd\ufffd\tvà & xanh"]


def test_who_points_here_is_told(client: TestClient) -> None:
    text = client.get(sample.DECREE.replace(sample.ID, "/id/") + ".nt").text
    assert f"<{sample.TASK}>" in text


def test_small_letters_in_an_escape_mean_the_same(client: TestClient) -> None:
    assert client.get(ADDRESS.replace("%2F", "%2f") + ".html").status_code == 200


@pytest.mark.parametrize("suffix", ["", ".html", ".ttl"])
def test_a_former_iri_leads_to_the_present_one(client: TestClient, suffix: str) -> None:
    response = client.get("/id/ke-hoach/tinh/mau/ubnd/khong-so/cu" + suffix)
    assert response.status_code == 301
    assert response.headers["location"] == sample.PLAN.replace(sample.ID, "/id/") + suffix
