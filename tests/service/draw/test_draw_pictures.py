"""Pictures of the sample graph: what is in them, and that the file needs no other host."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from lxml import etree

from service.draw.page import page
from service.draw.pictures import picture_of, shorten
from service.draw.svg import svg
from service.draw.table import lines
from service.draw.vis import network
from service.store.embedded import EmbeddedStore
from tests.service import sample


@pytest.fixture(scope="module")
def store(sample_store: EmbeddedStore) -> EmbeddedStore:
    return sample_store


def kinds(store: EmbeddedStore, iri: str) -> list[str]:
    picture = picture_of(store, iri, 150, lambda _: None)
    assert picture is not None
    return [node.kind for node in picture.nodes]


def test_a_plan_is_drawn_as_its_tree(store: EmbeddedStore) -> None:
    assert kinds(store, sample.PLAN) == ["plan", "section", "target", "task", "activity", "activity"]


def test_a_document_is_drawn_with_plans_rows_and_agencies(store: EmbeddedStore) -> None:
    assert kinds(store, sample.DECREE) == ["document", "plan", "activity", "activity", "group", "agency"]


def test_a_document_cited_by_a_plan_as_a_whole_leads_to_its_issuer(store: EmbeddedStore) -> None:
    picture = picture_of(store, sample.RESOLUTION, 150, lambda _: None)
    assert picture is not None
    assert [(line.tie, line.target.label) for line in lines(picture)] == [
        ("cites", "Kế hoạch 1/KH-UBND"),
        ("part", "Viện dẫn ở phần chung của kế hoạch"),
        ("issuer", "UBND tỉnh Mẫu"),
    ]


def test_there_is_no_picture_of_an_agency(store: EmbeddedStore) -> None:
    assert picture_of(store, sample.AGENCY, 150, lambda _: None) is None


def test_a_small_limit_is_kept(store: EmbeddedStore) -> None:
    picture = picture_of(store, sample.PLAN, 4, lambda _: None)
    assert picture is not None
    assert len(picture.nodes) <= 4
    assert picture.hidden > 0
    assert picture.nodes[-1].label.endswith("nữa")


def test_the_network_has_fixed_places(store: EmbeddedStore) -> None:
    picture = picture_of(store, sample.PLAN, 150, lambda _: "/x")
    assert picture is not None
    data = network(picture)
    assert [(n["x"], n["y"]) for n in data["nodes"]] == [(n.x, n.y) for n in picture.nodes]
    assert all(n["physics"] is False and n["href"] == "/x" for n in data["nodes"])
    assert data["options"]["physics"] == {"enabled": False}
    assert data["options"]["edges"]["smooth"] is False
    assert len(data["edges"]) == len(picture.edges)


class References(HTMLParser):
    """Every address that a browser would load by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        loads = {"script": "src", "link": "href", "img": "src", "iframe": "src", "object": "data"}
        self.found += [v for k, v in attrs if k == loads.get(tag) and v]


def test_the_file_loads_nothing(store: EmbeddedStore) -> None:
    picture = picture_of(store, sample.PLAN, 150, lambda _: None)
    assert picture is not None
    text = page(picture)
    parser = References()
    parser.feed(text)
    assert parser.found == []
    urls = re.findall(r"url\(\s*[\"']?(.{5})", text.split("</style>")[0])
    assert urls
    assert set(urls) == {"data:"}
    assert '<html lang="vi">' in text
    assert "sourceMappingURL" not in text


def test_a_hostile_text_stays_text(store: EmbeddedStore) -> None:
    picture = picture_of(store, sample.PLAN, 150, lambda _: None)
    assert picture is not None
    text = page(picture)
    assert "<script>alert" not in text
    data = text.split('id="network-data">')[1].split("</script>")[0]
    assert any("<script>alert(1)</script>" in node["label"] for node in json.loads(data)["nodes"])
    drawn = svg(picture)
    assert "<script" not in drawn


def test_a_character_that_xml_forbids_breaks_no_svg(store: EmbeddedStore) -> None:
    picture = picture_of(store, sample.PLAN, 150, lambda _: None)
    assert picture is not None
    root = etree.fromstring(svg(replace(picture, title="\x1b[2Jđỏ")).encode())
    assert "\ufffd[2Jđỏ" in "".join(root.itertext())


def test_the_svg_is_well_formed_and_holds_every_box(store: EmbeddedStore) -> None:
    picture = picture_of(store, sample.PLAN, 150, lambda _: None)
    assert picture is not None
    root = etree.fromstring(svg(picture).encode())
    name = "{http://www.w3.org/2000/svg}"
    assert len(root.findall(f".//{name}rect")) == len(picture.nodes)
    assert len(root.findall(f".//{name}path")) == len(picture.edges)


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("ngắn", 10, "ngắn"),
        ("một hai ba bốn", 9, "một hai…"),
        ("mộthaibabốn", 5, "mộth…"),
    ],
)
def test_texts_are_cut_at_a_word(text: str, most: int, expected: str) -> None:
    assert shorten(text, most) == expected
