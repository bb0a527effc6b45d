"""A row of a plan as it is shown: target, task, activity or duty."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import RDFS, SKOS

from ontology.slug import fold
from ontology.terms import CCHC
from service.views.facts import Facts, Link, Place

KINDS = {
    "target": CCHC.Target,
    "task": CCHC.Task,
    "activity": CCHC.Activity,
    "duty": CCHC.Duty,
    "section": CCHC.Section,
}


@dataclass(frozen=True)
class Row:
    """What a plan says in one row. ``kind`` is a key of :data:`KINDS`."""

    iri: str
    kind: str
    notation: str | None
    text: str
    leads: tuple[Link, ...]
    coordinating: tuple[Link, ...]
    responsible: tuple[Link, ...]
    lead_text: str | None
    coordinating_text: str | None
    schedule: str | None
    product: str | None
    budget: str | None
    plan: Link | None
    area: Link | None
    place: Place
    stated: str | None
    """Where a person corrected or added it, in people/."""


def row(node: Facts) -> Row:
    """The row that ``node``'s facts describe."""
    return Row(
        iri=node.iri,
        kind=kind_of(node) or "activity",
        notation=node.text(SKOS.notation),
        text=node.text(CCHC.text, RDFS.label) or "",
        leads=as_printed(node.links(CCHC.leadAgency), node.text(CCHC.leadText)),
        coordinating=as_printed(node.links(CCHC.coordinatingAgency), node.text(CCHC.coordinatingText)),
        responsible=node.links(CCHC.responsibleAgency),
        lead_text=node.text(CCHC.leadText),
        coordinating_text=node.text(CCHC.coordinatingText),
        schedule=node.text(CCHC.schedule),
        product=node.text(CCHC.product),
        budget=node.text(CCHC.budget),
        plan=node.link(CCHC.inPlan),
        area=node.link(CCHC.area),
        place=node.place,
        stated=node.text(CCHC.statedAt),
    )


def as_printed(agencies: tuple[Link, ...], text: str | None) -> tuple[Link, ...]:
    """``agencies`` in the order in which ``text`` names them; those it has in other words come last.

    The graph keeps no order, a plan does: who is named first answers for the work. "Nội vụ" after "các Sở:"
    is Sở Nội vụ, so the name without its first word counts too.
    """
    printed = fold(text or "")

    def place(agency: Link) -> int:
        name = fold(agency.short)
        found = (printed.find(said) for said in (name, name.partition(" ")[2]) if said)
        return next((at for at in found if at >= 0), len(printed))

    return tuple(sorted(agencies, key=place))


def kind_of(node: Facts) -> str | None:
    """The kind of row a node is, or None."""
    return next((name for name, iri in KINDS.items() if node.is_a(iri)), None)
