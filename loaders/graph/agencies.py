"""The agencies that plans name, described once for all plans: names, places, lifetimes, members, changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from rdflib import DCTERMS, ORG, RDF, RDFS, SKOS, XSD, Literal, URIRef

from loaders.graph.documents import known_issuers, source_title
from loaders.graph.iri import Iris
from loaders.graph.level import level_of
from loaders.graph.plan import PlanGraph
from loaders.graph.triples import Triples
from loaders.graph.ways import way_triples
from loaders.resolve.agency import AgencyRef
from loaders.resolve.lifetime import entries_of, lifetime, places_of
from loaders.resolve.members import members
from loaders.resolve.place import NATION
from ontology.codes import code_iri
from ontology.registry import Entry, Registry, Step, Succession
from ontology.slug import slug
from ontology.terms import CCHC

KINDS = {
    "group": (CCHC.Agency, CCHC.AgencyGroup),
    "open_group": (CCHC.Agency, CCHC.AgencyGroup, CCHC.OpenGroup),
}


def agency_triples(plans: Sequence[PlanGraph]) -> Triples:
    """The triples that describe every agency ``plans`` name; one node however many plans name it."""
    out = Triples()
    if not plans:
        return out
    registry, iris = plans[0].registry, plans[0].iris
    named = _by_path((*known_issuers(registry), *(a for p in plans for a in p.agencies.values())))
    for plan in plans:
        for group in plan.agencies.values():
            for member in _members(plan, group):
                named.setdefault(member.iri_path, member)
                out.add(iris.thing(group.iri_path), CCHC.includes, iris.thing(member.iri_path))
    for agency in named.values():
        _describe(out, agency, registry, iris)
    for path in sorted({agency.parent for agency in named.values() if agency.parent} - named.keys()):
        _describe_path(out, path, registry, iris)
    _add_changes(out, named, registry, iris)
    out.update(way_triples(out))
    return out


def _by_path(agencies: Iterable[AgencyRef]) -> dict[str, AgencyRef]:
    """One reading of each node, whatever the order: one that is known, then the first by its label."""
    found: dict[str, AgencyRef] = {}
    for agency in sorted(agencies, key=lambda a: (not a.known, a.label, a.name)):
        found.setdefault(agency.iri_path, agency)
    return found


def _members(plan: PlanGraph, group: AgencyRef) -> Iterable[AgencyRef]:
    """Who belongs to a group; the units of an agency are those its own plan names."""
    if group.rule != "units":
        return members(plan.names, group)
    units = (a for a in plan.agencies.values() if a.kind == "unit")
    return (unit for unit in units if unit.parent == group.parent)


def _describe(out: Triples, agency: AgencyRef, registry: Registry, iris: Iris) -> None:
    node, place = iris.thing(agency.iri_path), iris.thing(agency.jurisdiction)
    level = level_of(agency, registry)
    out.add_all(node, RDF.type, KINDS.get(agency.kind, (CCHC.Agency,)))
    out.vietnamese(node, RDFS.label, agency.label)
    out.vietnamese(node, SKOS.prefLabel, agency.name)
    out.add(node, CCHC.jurisdiction, place)
    out.add(node, CCHC.level, code_iri("level", level) if level else None)
    out.add(node, ORG.unitOf, iris.thing(agency.parent) if agency.parent else None)
    first, last = lifetime(agency, registry)
    out.date(node, CCHC.validFrom, first.isoformat() if first else None)
    out.date(node, CCHC.validUntil, last.isoformat() if last else None)
    out.add(node, CCHC.recognised, None if agency.known else Literal(False))
    own = registry.own_agency(agency.name, agency.jurisdiction)
    for name in registry.other_names(own) if own else ():
        out.vietnamese(node, SKOS.altLabel, name)
    _add_sources(out, node, entries_of(agency, registry), registry)
    _add_place(out, agency.jurisdiction, registry, iris)


def _add_place(out: Triples, path: str, registry: Registry, iris: Iris) -> None:
    place, province = iris.thing(path), registry.province_by_id(path)
    out.add(place, RDF.type, CCHC.Jurisdiction)
    out.vietnamese(place, RDFS.label, place_label(path, registry))
    if province and province.end:
        out.date(place, CCHC.validUntil, province.end.isoformat())
    _add_sources(out, place, places_of(path, registry), registry)


def _add_sources(out: Triples, node: URIRef, entries: Iterable[Entry], registry: Registry) -> None:
    """Where the registries found what they say of ``node``."""
    for source in {source for entry in entries for source in entry.sources}:
        out.vietnamese(node, DCTERMS.source, source_title(source, registry))


def place_label(path: str, registry: Registry) -> str:
    """The label of a jurisdiction by its path: that of a district or commune says what it lies in."""
    province = registry.province_by_id(path)
    if province or path == NATION.path:
        return province.label if province else NATION.label
    above, unit = path.rpartition("/")[0], registry.units.by_path.get(path)
    return f"{unit.label}, {place_label(above, registry)}" if unit else path


def _add_changes(out: Triples, named: dict[str, AgencyRef], registry: Registry, iris: Iris) -> None:
    """What became of the agencies named, step by step, as org:ChangeEvent."""
    succession = Succession(registry)
    steps = {step for path in sorted(named) for step in _around(succession, path)}
    for step in sorted(steps):
        _add_step(out, step, registry, iris)
    for path in {p for step in steps for p in (step.before, step.after)} - named.keys():
        _describe_path(out, path, registry, iris)
    for agency in named.values():
        _add_end(out, agency, registry, iris)


def _add_end(out: Triples, agency: AgencyRef, registry: Registry, iris: Iris) -> None:
    """The end of an agency of a district or an old commune: an event that no agency comes out of."""
    unit = registry.units.by_path.get(agency.jurisdiction)
    if agency.kind != "agency" or unit is None or unit.end is None:
        return
    node, day = iris.thing(agency.iri_path), unit.end + timedelta(days=1)
    stated = [source_title(source, registry) for source in registry.regime(day).sources]
    _add_event(out, node, day, "sourced", stated)


def _around(succession: Succession, path: str) -> Iterator[Step]:
    yield from succession.successors(path)
    yield from succession.predecessors(path)


def _add_step(out: Triples, step: Step, registry: Registry, iris: Iris) -> None:
    before, after = iris.thing(step.before), iris.thing(step.after)
    out.add(before, CCHC.succeededBy, after)
    stated = [source_title(source, registry) for source in step.sources]
    event = _add_event(out, before, step.day, step.basis, stated)
    out.add(event, ORG.resultingOrganization, after)


def _add_event(out: Triples, before: URIRef, day: date, basis: str, stated: Iterable[str]) -> URIRef:
    """The change that ``before`` went through on ``day``; ``stated`` are the titles of its sources."""
    event = URIRef(f"{before}/change/{day.isoformat()}")
    out.add(event, RDF.type, ORG.ChangeEvent)
    out.add(event, ORG.originalOrganization, before)
    out.add(event, DCTERMS.date, Literal(day.isoformat(), datatype=XSD.date))
    out.add(event, CCHC.factBasis, code_iri("fact", basis))
    for title in stated:
        out.vietnamese(event, DCTERMS.source, title)
    return event


def _describe_path(out: Triples, path: str, registry: Registry, iris: Iris) -> None:
    """An agency that no plan names, known from a change or a unit of it: its name from the registries."""
    node, (place, _, last) = iris.thing(path), path.rpartition("/")
    entries = (*registry.departments, *registry.bodies, *registry.central, *registry.own)
    name = next((e.name for e in entries if slug(e.name.removesuffix(" tỉnh")) == last), last)
    core, where = name.removesuffix(" tỉnh"), place_label(place, registry)
    out.add(node, RDF.type, CCHC.Agency)
    out.vietnamese(node, RDFS.label, core if place == "trung-uong" else f"{core} {where}")
    out.vietnamese(node, SKOS.prefLabel, name)
    out.add(node, CCHC.jurisdiction, iris.thing(place))
    _add_place(out, place, registry, iris)
