"""Two plans compared: taken from the graph or from files, told as a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from rdflib import RDFS, Literal, URIRef

from loaders.compare import Change, Difference, Edition, Row, changes, counts
from loaders.compare.edition import figure
from loaders.graph.mentions import COMPARATORS
from loaders.records import section_of
from ontology.terms import CCHC
from queries.model import Column, NamedQuery, Table, Term
from queries.show import in_words
from service.show import amounts
from service.store.model import Store
from service.texts import catalogue
from service.views.facts import Facts, about, facts, last_part
from service.views.rows import kind_of, row

LEVELS = ("target", "task", "activity")
SIGNS = {code: sign for sign, code in COMPARATORS.items()}
"""Codes of the list "comparator" as records write them."""
COLUMNS = ("change", "level", "key", "text", "field", "old", "new", "old_place", "new_place")


def edition(store: Store, plan: URIRef) -> Edition:
    """The loaded plan ``plan`` as far as it is compared. One that is only cited has no rows."""
    node = about(store, str(plan)) or Facts(str(plan))
    nodes = facts(store, "?s cchc:inPlan ?given .", str(plan))
    figures = _figures(n for n in nodes.values() if n.is_a(CCHC.Measure))
    keys = {iri: n.text(CCHC.key) or last_part(iri) for iri, n in nodes.items()}
    rows = [n for n in nodes.values() if kind_of(n) in LEVELS]
    ordered = sorted(rows, key=lambda n: (LEVELS.index(kind_of(n) or ""), n.number(CCHC.order) or 0))
    issuer = node.link(CCHC.issuer)
    label = ", ".join(filter(None, (node.text(RDFS.label), issuer.label if issuer else None)))
    years = node.numbers(CCHC.year)
    return Edition(
        label, years[0] if years else None, tuple(_row(n, keys, figures) for n in ordered), str(plan)
    )


def _row(node: Facts, keys: dict[str, str], figures: dict[str, list[str]]) -> Row:
    shown = row(node)
    above = node.link(CCHC.inTask) or node.link(CCHC.contributesTo)
    place = shown.place
    return Row(
        key=keys[node.iri],
        level=shown.kind,
        text=shown.text,
        label=shown.notation,
        above=keys.get(above.iri) if above else None,
        section=section_of(keys[node.iri]),
        lead=tuple(sorted(link.short for link in shown.leads)),
        coordinating=tuple(sorted(link.short for link in shown.coordinating)),
        schedule=shown.schedule,
        start=node.text(CCHC.start),
        end=node.text(CCHC.end),
        product=shown.product,
        figures=tuple(sorted(figures[node.iri])),
        place=f"{place.file}:{place.first_line}-{place.last_line}" if place.file else None,
        iri=node.iri,
    )


def _figures(measures: Iterable[Facts]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for measure in measures:
        holder, comparator = measure.link(CCHC.measureOf), measure.link(CCHC.comparator)
        if holder and comparator:
            sign = SIGNS[comparator.iri.rsplit("/", 1)[-1]]
            value, unit = measure.text(CCHC.value) or "0", measure.text(CCHC.unit)
            found[holder.iri].append(figure(sign, value, unit, measure.number(CCHC.due)))
    return found


def table(found: Sequence[Change]) -> Table:
    """The rows that are not the same, one line for each thing that differs, for people and spreadsheets."""
    lines = (line for change in found if change.kind != "same" for line in _lines(change))
    return Table(_head(), tuple(lines))


def as_data(old: Edition, new: Edition, found: Sequence[Change]) -> dict[str, Any]:
    """The comparison as JSON: both plans, the counts, and every row that is not the same."""
    return {
        "old": {"plan": old.iri, "label": old.label, "year": old.year},
        "new": {"plan": new.iri, "label": new.label, "year": new.year},
        "counts": counts(found),
        "changes": [_data(change) for change in found if change.kind != "same"],
    }


def told(found: Sequence[Change]) -> str:
    """The counts of ``found`` in one line."""
    return catalogue()("compare.counts", **counts(found))


def compared(old: Edition, new: Edition) -> list[Change]:
    """What became of each row; see :func:`loaders.compare.changes`."""
    return changes(old, new)


def _lines(change: Change) -> Iterator[tuple[Term | None, ...]]:
    t = catalogue()
    differences = [(t(f"field.{d.field}"), *_told(d)) for d in change.differences]
    for field, old, new in differences or [("", "", "")]:
        cells = (
            t(f"change.{change.kind}"),
            in_words("level", Literal(change.row.level)),
            change.row.key,
            change.row.text,
            field,
            old,
            new,
            change.old.place if change.old else None,
            change.new.place if change.new else None,
        )
        yield tuple(Literal(cell) if cell else None for cell in cells)


def _told(difference: Difference) -> tuple[str, str]:
    said = (difference.old, difference.new)
    return (amounts(said[0]), amounts(said[1])) if difference.field == "figures" else said


def _data(change: Change) -> dict[str, Any]:
    return {
        "change": change.kind,
        "level": change.row.level,
        "old": _row_data(change.old),
        "new": _row_data(change.new),
        "likeness": change.likeness,
        "differences": [{"field": d.field, "old": d.old, "new": d.new} for d in change.differences],
    }


def _row_data(row: Row | None) -> dict[str, Any] | None:
    return {"key": row.key, "item": row.iri, "text": row.text, "place": row.place} if row else None


@cache
def _head() -> NamedQuery:
    t = catalogue()
    columns = tuple(Column(name, t(f"compare.{name}"), name) for name in COLUMNS)
    return NamedQuery("compare", t("compare.title"), "Two plans compared", "", "", (), columns, "")
