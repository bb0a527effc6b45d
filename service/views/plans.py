"""The loaded plans as a list, and one plan as its tree: section, target, task, activity."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from ontology.terms import CCHC
from service.store.model import Store
from service.views.dates import Dates, dates
from service.views.documents import Head, Mention, Related, head, loaded_plans, mentions, related
from service.views.facts import Facts, Link, about, by_order, facts
from service.views.rows import Row, kind_of, row

COUNTED = ("target", "task", "activity")


@dataclass(frozen=True)
class Listed:
    """A plan in the list, with the number of its rows of each kind."""

    head: Head
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Branch:
    """A row with the rows below it. ``row`` of a section holds its title."""

    row: Row
    children: tuple[Branch, ...] = ()

    @property
    def leaves(self) -> tuple[Row, ...]:
        """The activities right below."""
        return tuple(c.row for c in self.children if c.row.kind == "activity" and not c.children)

    @property
    def branches(self) -> tuple[Branch, ...]:
        """What stands below and is no such activity."""
        return tuple(c for c in self.children if c.row.kind != "activity" or c.children)

    @property
    def size(self) -> int:
        """Rows in this branch, its own included."""
        return 1 + sum(child.size for child in self.children)


@dataclass(frozen=True)
class Plan:
    """A plan with its tree, relations and duties."""

    head: Head
    counts: Mapping[str, int]
    out: tuple[Related, ...]
    mentions: tuple[Mention, ...]
    tree: tuple[Branch, ...]
    duties: tuple[Row, ...]
    below: tuple[Link, ...]
    """Loaded plans that name this one as the plan above them."""
    dates: Dates


def plans(store: Store) -> list[Listed]:
    """The loaded plans, the newest period first, then by issuer and number."""
    nodes = facts(store, "?graph cchc:graphOf ?s .")
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for record in store.select(_COUNTS).records():
        counts[str(record["plan"])][str(record["kind"]).rsplit("#", 1)[-1].lower()] = int(str(record["n"]))
    listed = [Listed(head(node, loaded=True), counts[iri]) for iri, node in nodes.items()]
    return sorted(listed, key=_newest)


def plan(store: Store, iri: str) -> Plan | None:
    """The plan ``iri`` with everything below it, or None where it is not loaded."""
    if iri not in loaded_plans(store):
        return None
    node = about(store, iri)
    if node is None:
        return None
    nodes = facts(store, "?s cchc:inPlan ?given .", iri)
    rows = {k: n for k, n in nodes.items() if kind_of(n)}
    below = facts(store, "?s cchc:parentPlan ?given .", iri).values()
    return Plan(
        head=head(node, loaded=True),
        counts=Counter(kind for n in rows.values() if (kind := kind_of(n))),
        out=related(node),
        mentions=mentions(store, "?s cchc:citedBy ?given .", iri),
        tree=_tree({k: n for k, n in rows.items() if not n.is_a(CCHC.Duty)}),
        duties=tuple(row(n) for n in by_order(rows.values()) if n.is_a(CCHC.Duty)),
        below=tuple(_listed(n) for n in sorted(below, key=_in_lists)),
        dates=dates(store, iri),
    )


def above(node: Facts) -> Link | None:
    """What ``node`` stands under in its table: its task, else its target, else its section."""
    return node.link(CCHC.inTask) or node.link(CCHC.contributesTo) or node.link(CCHC.inSection)


def _tree(nodes: Mapping[str, Facts]) -> tuple[Branch, ...]:
    children: dict[str | None, list[Facts]] = defaultdict(list)
    for node in by_order(nodes.values()):
        parent = None if node.is_a(CCHC.Section) else above(node)
        children[parent.iri if parent and parent.iri in nodes and parent.iri != node.iri else None].append(
            node
        )
    seen: set[str] = set()

    def branch(node: Facts) -> Branch:
        seen.add(node.iri)
        below = [n for n in sorted(children[node.iri], key=_rank) if n.iri not in seen]
        return Branch(row(node), tuple(branch(n) for n in below))

    return tuple(branch(n) for n in sorted(children[None], key=_rank))


def _rank(node: Facts) -> tuple[int, int, str]:
    """Reading order: by line; where lines are unknown by order."""
    return (node.place.first_line or 0, node.number(CCHC.order) or 0, node.iri)


def _listed(node: Facts) -> Link:
    """A plan by the name it has in lists, which tells it from those with the same number."""
    return Link(node.text(CCHC.listName) or head(node).label, node.iri)


def _in_lists(node: Facts) -> tuple[int, str]:
    return (node.number(CCHC.listOrder) or 0, node.iri)


def _newest(listed: Listed) -> tuple[int, str, str]:
    years = listed.head.years
    issuer = listed.head.issuer
    return (-years[0] if years else 0, issuer.label if issuer else "", listed.head.label)


_COUNTS = """
PREFIX cchc: <https://w3id.org/cchc/ontology#>
SELECT ?plan ?kind (COUNT(DISTINCT ?row) AS ?n) WHERE {
  VALUES ?kind { cchc:Target cchc:Task cchc:Activity }
  ?row a ?kind .
  { SELECT ?row ?plan { ?row cchc:inPlan ?plan } }
} GROUP BY ?plan ?kind
"""
