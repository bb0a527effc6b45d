"""One row of a plan with what stands above and below it, and its source text."""

from __future__ import annotations

from dataclasses import dataclass

from ontology.terms import CCHC
from service.store.model import Store
from service.views.chain import Chains, chains
from service.views.documents import Mention, Related, loaded_plans, mentions, related
from service.views.facts import Facts, Link, Place, about, facts
from service.views.plans import above
from service.views.rows import Row, kind_of, row

_HIGHEST = 40
"""Steps of a trace; a longer one would be a cycle."""
_AROUND = 3
"""Lines shown before and after the lines a row stands in."""


@dataclass(frozen=True)
class Measured:
    """A number to be reached, as it is shown."""

    text: str
    comparator: str | None
    value: str
    unit: str | None
    due: int | None
    indicator: Link | None


@dataclass(frozen=True)
class SourceLine:
    """A line of the source; ``own`` where it belongs to the row."""

    number: int
    text: str
    own: bool


@dataclass(frozen=True)
class Item:
    """A row in its context."""

    row: Row
    trace: tuple[Row, ...]
    """The rows above in its plan, the nearest first."""
    carried_out: tuple[Link, ...]
    """The documents that the row's plan says it carries out."""
    named: tuple[Related, ...]
    """What else the row's plan names. What a document that is only cited rests on is not known."""
    loaded: frozenset[str]
    """The plans whose text is in the graph."""
    below: tuple[Row, ...]
    chains: Chains
    """How it goes on in other plans, over links between rows."""
    measures: tuple[Measured, ...]
    mentions: tuple[Mention, ...]
    source: tuple[SourceLine, ...]


def item(store: Store, iri: str) -> Item | None:
    """The row ``iri`` in its context, or None where there is no such row."""
    node = about(store, iri)
    if node is None or kind_of(node) is None:
        return None
    named = _named_by_plan(store, node.link(CCHC.inPlan))
    below = facts(store, "{ ?s cchc:inTask ?given } UNION { ?s cchc:contributesTo ?given }", iri)
    return Item(
        row=row(node),
        trace=tuple(_trace(store, node)),
        carried_out=tuple(link for r in named if r.relation == "implements" for link in r.documents),
        named=tuple(r for r in named if r.relation != "implements"),
        loaded=loaded_plans(store),
        below=tuple(sorted(map(row, below.values()), key=lambda r: (r.place.first_line or 0, r.iri))),
        chains=chains(store, iri) if not node.is_a(CCHC.Section) else Chains(),
        measures=tuple(map(_measured, facts(store, "?s cchc:measureOf ?given .", iri).values())),
        mentions=mentions(store, "?s cchc:citedIn ?given .", iri),
        source=source_lines(store, node.place),
    )


def source_lines(store: Store, place: Place) -> tuple[SourceLine, ...]:
    """The lines of ``place`` in its file with a few around; empty where the text is not kept."""
    if place.file is None or place.first_line is None:
        return ()
    data = store.source(place.file)
    if data is None or b"\0" in data[:4096]:
        return ()
    lines = data.decode("utf-8-sig", errors="replace").splitlines()
    first, last = place.first_line, place.last_line or place.first_line
    shown = range(max(1, first - _AROUND), min(len(lines), last + _AROUND) + 1)
    return tuple(SourceLine(n, lines[n - 1], first <= n <= last) for n in shown)


def _trace(store: Store, node: Facts) -> list[Row]:
    """The rows above in the same plan, the nearest first."""
    steps: list[Row] = []
    seen = {node.iri}
    parent: Link | None = above(node)
    while parent and parent.iri not in seen and len(steps) < _HIGHEST:
        seen.add(parent.iri)
        found = about(store, parent.iri)
        if found is None:
            break
        steps.append(row(found))
        parent = None if found.is_a(CCHC.Section) else above(found)
    return steps


def _named_by_plan(store: Store, plan: Link | None) -> tuple[Related, ...]:
    found = about(store, plan.iri) if plan else None
    return related(found) if found else ()


def _measured(node: Facts) -> Measured:
    comparator = node.link(CCHC.comparator)
    return Measured(
        text=node.text(CCHC.text, CCHC.indicatorText) or "",
        comparator=comparator.label if comparator else None,
        value=node.text(CCHC.value) or "",
        unit=node.text(CCHC.unit),
        due=node.number(CCHC.due),
        indicator=node.link(CCHC.indicator),
    )
