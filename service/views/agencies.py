"""Agencies: which rows they lead, coordinate or are made responsible for, by plan."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from rdflib import DCTERMS, ORG, RDFS, SKOS

from ontology.terms import CCHC
from service.store.model import Store
from service.views.documents import Head, issued_by
from service.views.facts import Facts, Link, about, facts, last_part
from service.views.rows import Row, row

ROLES = {
    "lead": CCHC.leadAgency,
    "coordinating": CCHC.coordinatingAgency,
    "responsible": CCHC.responsibleAgency,
}


@dataclass(frozen=True)
class Listed:
    """An agency in the list, with the rows that name it in each role."""

    agency: Link
    jurisdiction: Link | None
    counts: Counter[str]
    recognised: bool
    """Whether a registry or a rule of reading says who is meant."""


@dataclass(frozen=True)
class Work:
    """Rows of one plan that give an agency one role, by its own name, through a group or a predecessor."""

    plan: Link
    role: str
    through: Link | None
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Agency:
    """An agency with its work: rows that name it, then its groups, then its predecessors, each apart."""

    link: Link
    jurisdiction: Link | None
    names: tuple[str, ...]
    valid: tuple[str | None, str | None]
    sources: tuple[str, ...]
    """Where the registries found what they say of it."""
    recognised: bool
    members: tuple[Link, ...]
    groups: tuple[Link, ...]
    parents: tuple[Link, ...]
    heirs: tuple[Link, ...]
    """Who has its work after it."""
    issued: tuple[Head, ...]
    """The documents it issued, the latest first."""
    own: tuple[Work, ...]
    through_groups: tuple[Work, ...]
    through_predecessors: tuple[Work, ...]
    """Rows that name an agency whose work it has today, or a group with such an agency."""


def agencies(store: Store) -> list[Listed]:
    """The agencies that rows name, the most named first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    names = {str(iri): name for name, iri in ROLES.items()}
    for record in store.select(_COUNTS).records():
        counts[str(record["agency"])][names[str(record["role"])]] = int(str(record["n"]))
    nodes = facts(store, _NAMED)
    listed = [
        Listed(_link(n), n.link(CCHC.jurisdiction), counts[iri], _recognised(n)) for iri, n in nodes.items()
    ]
    return sorted(listed, key=lambda a: (-a.counts.total(), a.agency))


def agency(store: Store, iri: str) -> Agency | None:
    """The agency ``iri`` with its work, or None where there is no such agency."""
    node = about(store, iri)
    if node is None or not node.is_a(CCHC.Agency):
        return None
    groups = tuple(_link(n) for n in facts(store, "?s cchc:includes ?given .", iri).values())
    before = tuple(_link(n) for n in facts(store, "?s cchc:passedTo ?given .", iri).values())
    own = _work(store, iri, None)
    named = frozenset((work.role, shown.iri) for work in own for shown in work.rows)
    return Agency(
        link=_link(node),
        jurisdiction=node.link(CCHC.jurisdiction),
        names=tuple(n for n in node.texts(SKOS.altLabel)),
        valid=(node.text(CCHC.validFrom), node.text(CCHC.validUntil)),
        sources=node.texts(DCTERMS.source),
        recognised=_recognised(node),
        members=node.links(CCHC.includes),
        groups=groups,
        parents=node.links(ORG.unitOf),
        heirs=node.links(CCHC.passedTo),
        issued=issued_by(store, iri),
        own=tuple(own),
        through_groups=_through(store, groups, named),
        through_predecessors=_through(store, before, named),
    )


def _through(store: Store, named: tuple[Link, ...], told: frozenset[tuple[str, str]]) -> tuple[Work, ...]:
    """The rows that name any of ``named``, without those ``told`` already by role and row."""
    return tuple(work for link in named for work in _work(store, link.iri, link, told))


def _work(
    store: Store, iri: str, through: Link | None, told: frozenset[tuple[str, str]] = frozenset()
) -> list[Work]:
    """The rows that name ``iri``, one entry a plan and role."""
    found: dict[tuple[Link, str], list[Row]] = defaultdict(list)
    for node in facts(store, _ROLE + "?s ?role ?given .", iri).values():
        shown = row(node)
        for name, predicate in ROLES.items():
            if (name, node.iri) not in told and any(a.iri == iri for a in node.links(predicate)):
                found[shown.plan or Link("", ""), name].append(shown)
    order = list(ROLES)
    keys = sorted(found, key=lambda key: (key[0], order.index(key[1])))
    return [Work(plan, role, through, tuple(sorted(found[plan, role], key=_line))) for plan, role in keys]


def _link(node: Facts) -> Link:
    label = node.text(RDFS.label, SKOS.prefLabel) or last_part(node.iri)
    return Link(label, node.iri, node.is_a(CCHC.AgencyGroup), node.text(SKOS.prefLabel) or "")


def _recognised(node: Facts) -> bool:
    return node.text(CCHC.recognised) != "false"


def _line(shown: Row) -> tuple[int, str]:
    return (shown.place.first_line or 0, shown.iri)


_ROLE = f"VALUES ?role {{ {' '.join(f'<{p}>' for p in ROLES.values())} }} "
_NAMED = "{ SELECT DISTINCT ?s WHERE { " + _ROLE + "?row ?role ?s . } }"
_COUNTS = (
    "SELECT ?agency ?role (COUNT(DISTINCT ?row) AS ?n) WHERE { "
    + _ROLE
    + "?row ?role ?agency } GROUP BY ?agency ?role"
)
