"""Any other instance (a citation, a measure, a jurisdiction, an oddity): its statements as they are."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import RDFS, SKOS

from ontology.terms import CCHC
from service.store.model import Store
from service.views.facts import Link, about, last_part


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


def thing(store: Store, iri: str) -> Thing | None:
    """What the graph says of ``iri``, or None where it says nothing."""
    node = about(store, iri)
    if node is None:
        return None
    label = node.text(RDFS.label, SKOS.prefLabel, CCHC.text) or last_part(iri)
    labels = {str(r["p"]): str(r["label"]) for r in store.select(_LABELS).records()}
    return Thing(label, tuple(_statements(node.predicates(), labels)))


def _statements(
    found: dict[str, tuple[tuple[str, ...], tuple[Link, ...]]], labels: dict[str, str]
) -> list[Statement]:
    named = [Statement(labels.get(p, last_part(p)), *values) for p, values in found.items()]
    return sorted(named, key=lambda s: s.label)


_LABELS = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
SELECT ?p ?label WHERE {
  VALUES ?kind { owl:ObjectProperty owl:DatatypeProperty }
  ?p a ?kind ; rdfs:label ?label . FILTER(LANG(?label) = "vi")
} ORDER BY ?p ?label
"""
