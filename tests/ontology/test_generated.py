"""The vocabulary is the one source: what is made from it agrees with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import URIRef

from ontology import generate
from ontology.codes import codes, codes_graph
from ontology.terms import CCHC


@pytest.mark.parametrize("path", generate.outputs(), ids=lambda p: p.name)
def test_generated_file_is_current(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == generate.outputs()[path]


def test_python_terms_are_the_vocabulary() -> None:
    graph = generate.load()
    assert set(iter_terms()) == {*generate.classes(graph), *generate.properties(graph)}


def iter_terms() -> Iterator[URIRef]:
    return (CCHC[name] for name in CCHC.__annotations__ if not name.startswith("_"))


def test_an_unknown_term_is_refused() -> None:
    with pytest.raises(AttributeError):
        _ = CCHC.leadagency


@pytest.mark.parametrize(
    ("name", "count"), [("area", 7), ("precision", 7), ("role", 4), ("comparator", 6), ("origin", 3)]
)
def test_code_lists_are_whole(name: str, count: int) -> None:
    assert len(codes(name)) == count


def test_every_code_has_both_labels() -> None:
    for row in codes_graph().query(
        "SELECT ?c WHERE { ?c skos:inScheme ?s MINUS { ?c skos:prefLabel ?l FILTER(lang(?l) = 'en') } }"
    ):
        pytest.fail(f"{row} has no English label")
