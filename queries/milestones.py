"""What the question ``milestones`` leaves to count: which pairs are of one thing, and the verdict on each."""

from __future__ import annotations

from dataclasses import replace

from rapidfuzz import fuzz
from rdflib import Literal

from ontology.slug import fold
from queries.figure import Figure
from queries.model import Table, Term

ALIKE = 85
"""Least likeness (0..100) of what is measured in two linked rows for it to be one thing."""

Record = dict[str, Term | None]


def judged(table: Table) -> Table:
    """``table`` without the pairs that measure different things, ``verdict`` and ``years_left`` filled in."""
    kept = [record for record in table.records() if _one_thing(record)]
    for record in kept:
        one, above = _figure(record, ""), _figure(record, "above_")
        record["verdict"] = Literal(one.against(above))
        if one.due is not None and above.due is not None:
            record["years_left"] = Literal(above.due - one.due)
    return replace(table, rows=tuple(tuple(r[c.name] for c in table.columns) for r in kept))


def _one_thing(record: Record) -> bool:
    """Whether both figures are of one indicator, or say nearly the same words in the same unit."""
    if str(record["known_by"]) == "indicator":
        return True
    if fold(_text(record, "unit")) != fold(_text(record, "above_unit")):
        return False
    words = [fold(_text(record, f"{side}indicator")) for side in ("", "above_")]
    return all(words) and fuzz.token_sort_ratio(*words) >= ALIKE


def _figure(record: Record, side: str) -> Figure:
    due = _text(record, f"{side}due")
    return Figure(
        _text(record, f"{side}comparator"),
        float(_text(record, f"{side}value")),
        _text(record, f"{side}unit") or None,
        int(due) if due else None,
    )


def _text(record: Record, column: str) -> str:
    value = record[column]
    return "" if value is None else str(value)
