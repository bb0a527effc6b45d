"""What people state: decisions on links, in a graph of their own, and the marks of corrected rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rdflib import URIRef

from loaders.graph import iri
from loaders.graph.inferred import add_link, alignment_iri
from loaders.graph.iri import Iris
from loaders.graph.plan import PlanGraph
from loaders.graph.triples import Triples
from loaders.people import Corrected, Place, Settled
from loaders.records import WITHOUT_ACTIVITY
from ontology.codes import code_iri
from ontology.terms import CCHC

Links = Mapping[URIRef, tuple[URIRef, URIRef, Settled]]
"""Node of an alignment to its two rows and what people settled on it."""


def decided_links(settled: Iterable[Settled], iris: Iris) -> Links:
    """The links of ``settled`` by the node of their alignment."""
    found = {}
    for link in settled:
        child = iri.row(iris.thing(link.child.plan.path), link.child.key)
        parent = iri.row(iris.thing(link.parent.plan.path), link.parent.key)
        found[alignment_iri(child, parent)] = (child, parent, link)
    return found


def people_triples(links: Links, inferred: Triples) -> Triples:
    """The triples of the graph ``people``, without those that the graph ``inferred`` holds already.

    A rejected link keeps its node and has no edge ``alignedTo``.
    """
    out = Triples()
    proposed = {subject for subject, _, _ in inferred}
    for node, (child, parent, link) in links.items():
        if node not in proposed:
            add_link(out, node, child, parent)
        _decided(out, node, link)
        if link.shown:
            out.add(child, CCHC.alignedTo, parent)
    return out


def _decided(out: Triples, node: URIRef, link: Settled) -> None:
    decision = link.decision
    _state(out, node, decision.place)
    out.add(node, CCHC.decision, code_iri("decision", decision.verdict))
    out.text(node, CCHC.decidedBy, decision.by)
    out.date(node, CCHC.decidedOn, decision.on.isoformat() if decision.on else None)
    out.text(node, CCHC.remark, decision.remark)


def mark_corrected(plan: PlanGraph, corrected: Corrected) -> None:
    """Say in the graph of ``plan`` which records a person corrected or added, and where that is written."""
    sections = {s.key for s in corrected.record.sections}
    for key, place in corrected.marks.items():
        named = iri.section if key in sections else iri.row
        _state(plan.triples, named(plan.plan, key.removesuffix(WITHOUT_ACTIVITY)), place)
    for (kind, number), place in corrected.parts.items():
        _state(plan.triples, iri.part(plan.plan, kind, number), place)
    if corrected.head is not None:
        _state(plan.triples, plan.plan, corrected.head)


def _state(out: Triples, node: URIRef, place: Place) -> None:
    out.add(node, CCHC.origin, code_iri("origin", "person"))
    out.text(node, CCHC.statedAt, str(place))
