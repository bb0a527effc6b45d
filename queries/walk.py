"""Answers that are walks: every row is one step, from one thing to the next, out from the thing asked about.

The query finds the steps; how far each is and how sure is counted here, for SPARQL 1.1 has no shortest path.
A walk has the columns ``step``, ``reached``, ``origin``, ``item`` and ``from_iri``; the row without
``from_iri`` is where it starts. Cycles end where they meet what is reached already.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rdflib import Literal

from queries.model import Table, Term

ORIGINS = ("document", "person", "inferred")
"""How a step is known, the surest first."""

Record = dict[str, Term | None]


@dataclass(frozen=True)
class Branch:
    """One step of a walk, with those that go on from there."""

    record: Mapping[str, Term | None]
    branches: tuple[Branch, ...] = ()
    again: bool = False
    """Whether the thing stands elsewhere in the tree, where the steps from it are shown."""


def walked(table: Table) -> Table:
    """``table`` with ``step`` (the fewest steps from the start) and ``reached`` filled in, nearest first.

    ``reached`` is the least sure origin on the surest way: "document" where documents alone lead there.
    """
    records = table.records()
    start, after = _steps(records)
    near = _spread(after, {start: 0}, len(ORIGINS))
    surest = _surest(start, after)
    for record in records:
        before = str(record["from_iri"] or start)
        if before in near:
            record["step"] = Literal(near[before] + (record["from_iri"] is not None))
            record["reached"] = Literal(ORIGINS[max(_rank(record), surest[before])])
    ordered = sorted(records, key=lambda r: int(str(r["step"])) if r["step"] is not None else len(records))
    return replace(table, rows=tuple(tuple(r[c.name] for c in table.columns) for r in ordered))


def tree(table: Table) -> Branch:
    """The walk ``table`` as a tree; a thing reached on several ways goes on only on the surest, shortest one.

    Raises ``ValueError`` for an answer without a start.
    """
    records = table.records()
    start, after = _steps(records)
    chosen = _chosen(start, after)

    def branch(record: Record) -> Branch:
        item = str(record["item"])
        if chosen.get(item) is not record:
            return Branch(record, again=item in chosen or item == start)
        return Branch(record, tuple(branch(step) for step in after[item]))

    first = next(r for r in records if r["from_iri"] is None)
    return Branch(first, tuple(branch(step) for step in after[start]))


def _steps(records: Sequence[Record]) -> tuple[str, Mapping[str, list[Record]]]:
    """The thing the walk starts from, and the steps from each thing."""
    after: dict[str, list[Record]] = defaultdict(list)
    start = None
    for record in records:
        if record["from_iri"] is None:
            start = str(record["item"])
        else:
            after[str(record["from_iri"])].append(record)
    if start is None:
        raise ValueError("a walk without a start")
    return start, after


def _spread(after: Mapping[str, list[Record]], found: dict[str, int], ranks: int) -> dict[str, int]:
    """The things reached from those ``found`` over the surest ``ranks`` origins, with the steps to each."""
    reached = dict(found)
    queue = list(found)
    for item in queue:
        for step in after.get(item, ()):
            if _rank(step) < ranks and str(step["item"]) not in reached:
                reached[str(step["item"])] = reached[item] + 1
                queue.append(str(step["item"]))
    return reached


def _surest(start: str, after: Mapping[str, list[Record]]) -> dict[str, int]:
    """For each thing the rank of the least sure origin on the surest way to it."""
    surest: dict[str, int] = {}
    for rank in range(len(ORIGINS)):
        for item in _spread(after, {start: 0}, rank + 1):
            surest.setdefault(item, rank)
    return surest


def _chosen(start: str, after: Mapping[str, list[Record]]) -> dict[str, Record]:
    """For each thing the step by which the tree goes there: over sure steps as far as they lead."""
    chosen: dict[str, Record] = {}
    for rank in range(len(ORIGINS)):
        queue = [start, *chosen]
        for item in queue:
            for step in after.get(item, ()):
                reached = str(step["item"])
                if _rank(step) <= rank and reached != start and reached not in chosen:
                    chosen[reached] = step
                    queue.append(reached)
    return chosen


def _rank(record: Record) -> int:
    return ORIGINS.index(str(record["origin"]))
