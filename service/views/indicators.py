"""Indicators: one number to be reached, over all plans and years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rdflib import DCTERMS, RDFS, SKOS

import queries
from ontology.terms import CCHC
from queries.show import plain
from service.store.model import Store
from service.views.facts import Link, about, last_part


@dataclass(frozen=True)
class Listed:
    """An indicator in the list: in how many plans it stands, and how many numbers it has."""

    indicator: Link
    plans: int
    measures: int


@dataclass(frozen=True)
class Indicator:
    """An indicator with its figures and those of them that differ (rows of the questions of these names).

    ``rule`` says by which words a measure is known as this one; None where equal words are the rule.
    """

    label: str
    english: str | None
    rule: str | None
    source: str | None
    figures: tuple[dict[str, Any], ...]
    conflicts: tuple[dict[str, Any], ...]


def indicators(store: Store) -> list[Listed]:
    """The indicators, those of most plans first."""
    found = [
        Listed(Link(str(r["label"]), str(r["indicator"])), int(str(r["plans"])), int(str(r["measures"])))
        for r in store.select(_COUNTED).records()
        if r["indicator"] is not None
    ]
    return sorted(found, key=lambda i: (-i.plans, -i.measures, i.indicator))


def indicator(store: Store, iri: str) -> Indicator | None:
    """The indicator ``iri``, or None where there is none."""
    node = about(store, iri)
    if node is None or not node.is_a(CCHC.Indicator):
        return None
    english = next((text for text in node.texts(SKOS.prefLabel) if text != node.text(SKOS.prefLabel)), None)
    return Indicator(
        label=node.text(RDFS.label) or last_part(iri),
        english=english,
        rule=node.text(SKOS.scopeNote),
        source=node.text(DCTERMS.source),
        figures=_rows(store, "figures", iri),
        conflicts=_rows(store, "figure-conflicts", iri),
    )


def _rows(store: Store, name: str, iri: str) -> tuple[dict[str, Any], ...]:
    records = queries.run(store, name, {"indicator": iri}).records()
    return tuple({column: plain(term) for column, term in record.items()} for record in records)


_COUNTED = """
PREFIX cchc: <https://w3id.org/cchc/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?indicator ?label (COUNT(DISTINCT ?plan) AS ?plans) (COUNT(DISTINCT ?measure) AS ?measures) WHERE {
  ?indicator a cchc:Indicator ; rdfs:label ?label .
  ?measure cchc:indicator ?indicator ; cchc:inPlan ?plan .
} GROUP BY ?indicator ?label
"""
