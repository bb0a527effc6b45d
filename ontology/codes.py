"""The code lists: areas, kinds of documents, roles, precisions … kept in codes.csv."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rdflib import RDF, SKOS, Graph, Literal, URIRef

from ontology.terms import CCHC

CODE_BASE = "https://w3id.org/cchc/code/"


@dataclass(frozen=True)
class Code:
    """One entry of a code list, with its labels."""

    list: str
    code: str
    vi: str
    en: str
    definition: str
    source: str

    @property
    def iri(self) -> URIRef:
        """The concept's IRI."""
        return URIRef(f"{CODE_BASE}{self.list}/{self.code}")


@cache
def codes(name: str) -> Mapping[str, Code]:
    """The entries of list ``name``, by code; see the first column of codes.csv for the lists."""
    return {c.code: c for c in _all() if c.list == name}


@cache
def lists() -> tuple[str, ...]:
    """The names of the lists, in the order of codes.csv."""
    return tuple(dict.fromkeys(c.list for c in _all()))


def code_iri(name: str, code: str) -> URIRef:
    """The IRI of ``code`` in list ``name``. Raises ``KeyError`` for one the list does not have."""
    return codes(name)[code].iri


@cache
def _all() -> tuple[Code, ...]:
    text = files("ontology").joinpath("codes.csv").read_text(encoding="utf-8")
    return tuple(
        Code(row["list"], row["code"], row["vi"], row["en"], row["definition_vi"], row["source"])
        for row in csv.DictReader(text.splitlines())
    )


def codes_graph() -> Graph:
    """The code lists as SKOS concepts, one scheme a list."""
    graph = Graph()
    for code in _all():
        scheme = URIRef(CODE_BASE + code.list)
        graph.add((scheme, RDF.type, SKOS.ConceptScheme))
        graph.add((code.iri, RDF.type, CCHC.Area if code.list == "area" else SKOS.Concept))
        graph.add((code.iri, SKOS.inScheme, scheme))
        graph.add((code.iri, SKOS.notation, Literal(code.code)))
        graph.add((code.iri, SKOS.prefLabel, Literal(code.vi, lang="vi")))
        graph.add((code.iri, SKOS.prefLabel, Literal(code.en, lang="en")))
        if code.definition:
            graph.add((code.iri, SKOS.definition, Literal(code.definition, lang="vi")))
    return graph
