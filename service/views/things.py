"""Any other instance (a citation, a measure, a jurisdiction, an oddity): its statements as they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rdflib import DCTERMS, ORG, RDF, RDFS, SKOS, Literal

from ontology.slug import fold
from ontology.terms import CCHC
from queries.show import in_words
from service.store.model import Store
from service.texts import catalogue, language
from service.views.documents import Head, loaded_of
from service.views.facts import Facts, Link, about, last_part

_NAMES = (RDFS.label, SKOS.prefLabel, CCHC.text)
"""What an instance is called: said in the heading, not again below it."""
_OTHERS = {
    str(RDF.type): "thing.type",
    str(DCTERMS.source): "thing.source",
    str(DCTERMS.date): "thing.date",
    str(ORG.originalOrganization): "thing.before",
    str(ORG.resultingOrganization): "thing.after",
    str(ORG.ChangeEvent): "thing.change",
}
"""Terms of other vocabularies that instances have, and the texts for them."""


@dataclass(frozen=True)
class Statement:
    """A property's label with the values and nodes it leads to."""

    label: str
    texts: tuple[str, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Thing:
    """An instance without a page of its own kind."""

    label: str
    statements: tuple[Statement, ...]
    plans: tuple[Head, ...]
    """The loaded plans of a jurisdiction, the latest first."""


def thing(store: Store, iri: str) -> Thing | None:
    """What the graph says of ``iri``, or None where it says nothing."""
    node = about(store, iri)
    if node is None:
        return None
    labels = {str(r["p"]): str(r["label"]) for r in store.select(_LABELS % language()).records()}
    named = labels | {term: catalogue()(key) for term, key in _OTHERS.items()}
    statements = tuple(sorted(_statements(node, named), key=lambda s: fold(s.label)))
    plans = loaded_of(store, iri) if node.is_a(CCHC.Jurisdiction) else ()
    return Thing(_title(node, named), statements, plans)


def _title(node: Facts, named: Mapping[str, str]) -> str:
    """What it is called, else what kind of thing it is."""
    kind = node.link(RDF.type)
    return node.text(*_NAMES) or (_in(named, kind).label if kind else last_part(node.iri))


def _statements(node: Facts, named: Mapping[str, str]) -> list[Statement]:
    return [
        Statement(
            named.get(predicate, last_part(predicate)),
            tuple(in_words("date", Literal(text)) for text in texts),
            tuple(_in(named, link) for link in links),
        )
        for predicate, (texts, links) in node.predicates().items()
        if predicate not in map(str, _NAMES)
    ]


def _in(named: Mapping[str, str], link: Link) -> Link:
    """``link`` under the name that its term has in other vocabularies, where it is one."""
    return replace(link, label=named.get(link.iri, link.label))


_LABELS = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
SELECT ?p ?label WHERE {
  VALUES ?kind { owl:ObjectProperty owl:DatatypeProperty owl:Class }
  ?p a ?kind ; rdfs:label ?label . FILTER(LANG(?label) = "%s")
} ORDER BY ?p ?label
"""
