"""What is drawn of an instance: a plan as its tree, a document with the agencies it reaches."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from service.draw import columns, tree
from service.draw.model import Edge, Kind, Node, Picture, Tie
from service.store.model import Store
from service.texts import catalogue
from service.views.documents import Document, Head, document
from service.views.facts import Link
from service.views.plans import Branch, Plan, plan
from service.views.rows import Row

LABEL = 70
"""Characters of a box's text; the rest shows on pointing."""

Address = Callable[[str], str | None]
"""From a node's IRI to the address of its page, or None where there is none."""


def picture_of(store: Store, iri: str, most: int, address: Address) -> Picture | None:
    """The picture of ``iri`` with about ``most`` nodes; None where there is none for its kind."""
    shown = plan(store, iri)
    if shown is not None:
        return plan_picture(shown, most, address)
    cited = document(store, iri)
    return document_picture(cited, most, address) if cited is not None else None


def plan_picture(shown: Plan, most: int, address: Address) -> Picture:
    """The plan's tree: sections, targets, tasks, activities from left to right."""
    head = shown.head
    root = tree.Tree(
        head.iri,
        "plan",
        shorten(head.label),
        head.title or head.label,
        address(head.iri),
        tuple(_branch(b, address) for b in shown.tree),
    )
    cut, hidden = tree.prune(root, most, catalogue()("draw.more"))
    nodes, edges = tree.place(cut)
    return Picture(head.title or head.label, nodes, edges, hidden)


def document_picture(shown: Document, most: int, address: Address) -> Picture:
    """The document, the plans and rows that cite it, and the agencies that those rows name."""
    head = shown.head
    naming = [row for row in shown.rows if _named(row)] or list(shown.rows)
    rows = naming[: max(1, most // 3)]
    plans = shown.citing[: max(1, most // 3)]
    whole = _without_rows(plans, rows)
    ties: list[tuple[str, Tie, Link]] = [
        (row.iri, tie, agency) for row in rows for tie, agency in _named(row)
    ]
    ties += [(_whole(plan), "issuer", plan.issuer) for plan in whole if plan.issuer]
    agencies = list(dict.fromkeys(agency for _, _, agency in ties))
    kept = set(agencies[: max(1, most - len(rows) - len(plans) - len(whole) - 1)])
    edges = [Edge(head.iri, plan.iri, "cites") for plan in plans]
    edges += [Edge(plan.iri, _whole(plan), "part") for plan in whole]
    edges += [Edge(row.plan.iri, row.iri, "part") for row in rows if row.plan]
    edges += [Edge(source, agency.iri, tie) for source, tie, agency in ties if agency in kept]
    middle = [Node(_whole(plan), "more", catalogue()("draw.whole")) for plan in whole]
    placed = columns.place(
        [
            [_box(head.iri, "document", head.label, head.title, address)],
            [_box(plan.iri, "plan", plan.label, plan.title, address) for plan in plans],
            middle + [_box(row.iri, _kind(row), _label(row), row.text, address) for row in rows],
            [_box(a.iri, "group" if a.group else "agency", a.label, None, address) for a in sorted(kept)],
        ],
        edges,
    )
    hidden = len(naming) - len(rows) + len(shown.citing) - len(plans) + len(agencies) - len(kept)
    return Picture(head.label, placed, tuple(dict.fromkeys(edges)), hidden)


def _without_rows(plans: Sequence[Head], rows: Sequence[Row]) -> list[Head]:
    """The plans that cite the document as a whole: no row of theirs is drawn."""
    with_rows = {row.plan.iri for row in rows if row.plan}
    return [plan for plan in plans if plan.iri not in with_rows]


def _whole(plan: Head) -> str:
    """The identifier of the box that stands for a citation outside any row."""
    return f"{plan.iri}#whole"


def shorten(text: str, most: int = LABEL) -> str:
    """``text`` cut at a word to at most ``most`` characters."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def _branch(branch: Branch, address: Address) -> tree.Tree:
    row = branch.row
    return tree.Tree(
        row.iri,
        _kind(row),
        _label(row),
        row.text,
        address(row.iri),
        tuple(_branch(child, address) for child in branch.children),
    )


def _named(row: Row) -> list[tuple[Tie, Link]]:
    roles: list[tuple[Tie, tuple[Link, ...]]] = [
        ("lead", row.leads),
        ("coordinating", row.coordinating),
        ("responsible", row.responsible),
    ]
    return [(tie, agency) for tie, agencies in roles for agency in agencies]


def _box(iri: str, kind: Kind, label: str, full: str | None, address: Address) -> Node:
    return Node(iri, kind, shorten(label), full=full or label, href=address(iri))


def _kind(row: Row) -> Kind:
    kinds: dict[str, Kind] = {"section": "section", "target": "target", "task": "task"}
    return kinds.get(row.kind, "activity")


def _label(row: Row) -> str:
    return shorten(f"{row.notation}. {row.text}" if row.notation else row.text)
