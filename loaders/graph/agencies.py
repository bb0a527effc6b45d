"""The agencies that plans name, described once for all plans: names, places, and who belongs to a group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rdflib import ORG, RDF, RDFS, SKOS

from loaders.graph.iri import Iris
from loaders.graph.level import level_of
from loaders.graph.plan import PlanGraph, day_of
from loaders.graph.triples import Triples
from loaders.resolve.agency import AgencyRef
from loaders.resolve.day import as_day
from ontology.codes import code_iri
from ontology.registry import Registry
from ontology.registry.registry import START
from ontology.terms import CCHC

KINDS = {
    "group": (CCHC.Agency, CCHC.AgencyGroup),
    "open_group": (CCHC.Agency, CCHC.AgencyGroup, CCHC.OpenGroup),
}


def agency_triples(plans: Sequence[PlanGraph]) -> Triples:
    """The triples that describe every agency ``plans`` name; one node however many plans name it."""
    out = Triples()
    for plan in plans:
        for agency in plan.agencies.values():
            _describe(out, agency, plan.registry, plan.iris)
            for member in _members(plan, agency):
                _describe(out, member, plan.registry, plan.iris)
                out.add(plan.iris.thing(agency.iri_path), CCHC.includes, plan.iris.thing(member.iri_path))
    return out


def _members(plan: PlanGraph, group: AgencyRef) -> Iterator[AgencyRef]:
    """Who belongs to a group of departments: those every province has under the regime of the plan's day."""
    if group.rule == "departments":
        day = as_day(day_of(plan.record)) or START
        for department in plan.registry.departments_on(day, "uniform"):
            yield plan.names.resolve(department.name)


def _describe(out: Triples, agency: AgencyRef, registry: Registry, iris: Iris) -> None:
    node, place = iris.thing(agency.iri_path), iris.thing(agency.jurisdiction)
    level = level_of(agency, registry)
    out.add_all(node, RDF.type, KINDS.get(agency.kind, (CCHC.Agency,)))
    out.vietnamese(node, RDFS.label, agency.label)
    out.vietnamese(node, SKOS.prefLabel, agency.name)
    out.add(node, CCHC.jurisdiction, place)
    out.add(node, CCHC.level, code_iri("level", level) if level else None)
    out.add(node, ORG.unitOf, iris.thing(agency.parent) if agency.parent else None)
    out.add(place, RDF.type, CCHC.Jurisdiction)
    out.vietnamese(place, RDFS.label, place_label(agency.jurisdiction, registry))


def place_label(path: str, registry: Registry) -> str:
    """The label of a jurisdiction by its path."""
    named = {p.id: p.label for p in registry.provinces} | {"trung-uong": "trung ương"}
    return named.get(path) or path
