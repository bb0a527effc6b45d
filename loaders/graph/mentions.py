"""Citations, measures and oddities of one plan in RDF, as its document has them."""

from __future__ import annotations

from collections.abc import Mapping

from rdflib import RDF, URIRef

from loaders.graph import iri
from loaders.graph.place import add_place
from loaders.graph.triples import Triples, decimal
from loaders.records import WITHOUT_ACTIVITY, CitationRecord, MeasureRecord, Oddity, PlanRecord
from ontology.codes import code_iri
from ontology.terms import CCHC

COMPARATORS: Mapping[str, str] = {
    ">": "above",
    ">=": "at-least",
    "=": "equal",
    "<=": "at-most",
    "<": "below",
    "+": "increase",
}


def add_mentions(out: Triples, plan: URIRef, record: PlanRecord) -> None:
    """Write every citation, measure and oddity of ``record``; nothing is resolved here."""
    for order, citation in enumerate(record.citations, 1):
        _citation(out, plan, order, citation, record.doc)
    for order, measure in enumerate(record.measures, 1):
        _measure(out, plan, order, measure, record.doc)
    for order, oddity in enumerate(record.oddities, 1):
        _oddity(out, plan, order, oddity, record.doc)


def holder(plan: URIRef, key: str | None) -> URIRef:
    """The row a mention stands in, or the plan where it stands in none."""
    return iri.row(plan, key.removesuffix(WITHOUT_ACTIVITY)) if key else plan


def _citation(out: Triples, plan: URIRef, order: int, citation: CitationRecord, file: str) -> None:
    subject = iri.part(plan, "citation", order)
    out.add(subject, RDF.type, CCHC.Citation)
    out.add(subject, CCHC.citedBy, plan)
    out.add(subject, CCHC.citedIn, holder(plan, citation.in_))
    out.add(subject, CCHC.citationRole, code_iri("role", citation.role))
    out.add(subject, CCHC.citationPlace, code_iri("where", citation.where))
    out.vietnamese(subject, CCHC.text, citation.text)
    out.text(subject, CCHC.printedNumber, citation.number)
    out.text(subject, CCHC.printedDate, citation.date)
    out.text(subject, CCHC.printedKind, citation.kind)
    out.text(subject, CCHC.printedIssuer, citation.issuer)
    out.text(subject, CCHC.printedTitle, citation.title)
    out.add(subject, CCHC.area, code_iri("area", citation.area) if citation.area else None)
    out.integer(subject, CCHC.order, order)
    add_place(out, subject, citation, file)


def _measure(out: Triples, plan: URIRef, order: int, measure: MeasureRecord, file: str) -> None:
    subject = iri.part(plan, "measure", order)
    out.add(subject, RDF.type, CCHC.Measure)
    out.add(subject, CCHC.inPlan, plan)
    out.add(subject, CCHC.measureOf, holder(plan, measure.in_))
    out.vietnamese(subject, CCHC.text, measure.text)
    out.text(subject, CCHC.indicatorText, measure.indicator)
    out.add(subject, CCHC.comparator, code_iri("comparator", COMPARATORS[measure.comparator]))
    out.add(subject, CCHC.value, decimal(measure.value))
    out.text(subject, CCHC.unit, measure.unit)
    out.integer(subject, CCHC.due, int(measure.by) if measure.by else None)
    out.integer(subject, CCHC.order, order)
    add_place(out, subject, measure, file)


def _oddity(out: Triples, plan: URIRef, order: int, oddity: Oddity, file: str) -> None:
    subject = iri.part(plan, "oddity", order)
    out.add(subject, RDF.type, CCHC.Oddity)
    out.add(subject, CCHC.inPlan, plan)
    out.vietnamese(subject, CCHC.text, oddity.what)
    out.add(subject, CCHC.oddityKind, code_iri("oddity", oddity.kind))
    add_place(out, subject, oddity, file)
