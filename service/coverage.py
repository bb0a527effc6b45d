"""The targets of a plan against the plans below it: the answer of the question ``coverage`` as a matrix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rdflib import Literal, URIRef

from queries import run
from queries.model import Column, Table, Term
from queries.show import in_words
from service.store.model import Store


@dataclass(frozen=True)
class Cell:
    """How many rows of a plan carry a target out; ``score`` the best one, None where people set the links."""

    links: int
    score: str | None = None


@dataclass(frozen=True)
class Line:
    """A target with what each plan below does for it, by the plan's IRI."""

    iri: str
    level: str
    label: str
    text: str
    place: str
    cells: Mapping[str, Cell]

    @property
    def served(self) -> int:
        """The number of plans that carry it out."""
        return sum(cell.links > 0 for cell in self.cells.values())


@dataclass(frozen=True)
class Matrix:
    """One line a target, one column a plan below (IRI -> name); ``stand_ins`` name a parent not loaded."""

    plan: str
    table: Table
    lines: tuple[Line, ...]
    children: Mapping[str, str]
    stand_ins: frozenset[str]


def matrix(store: Store, plan: URIRef) -> Matrix:
    """The matrix of the plan ``plan``."""
    table = run(store, "coverage", {"plan": str(plan)})
    records = table.records()
    children = {str(r["child_iri"]): str(r["child"]) for r in records}
    rows: dict[str, list[Mapping[str, Term | None]]] = {}
    for record in records:
        rows.setdefault(str(record["item"]), []).append(record)
    stand_ins = frozenset(str(r["child_iri"]) for r in records if str(r["standing"]) != "parent")
    return Matrix(str(plan), table, tuple(map(_line, rows.values())), children, stand_ins)


def sheet(found: Matrix) -> Table:
    """``found`` as a table for spreadsheets: a column a plan, cells with the number of rows."""
    names = ("level", "label", "text", "place")
    fixed = [c for c in found.table.columns if c.name in names]
    below = [Column(f"plan{i}", name, name) for i, name in enumerate(found.children.values(), 1)]
    query = replace(found.table.query, columns=(*fixed, *below))
    return Table(query, tuple(_cells(line, fixed, found) for line in found.lines))


def _line(records: list[Mapping[str, Term | None]]) -> Line:
    first = records[0]
    cells = {str(r["child_iri"]): Cell(int(str(r["links"])), _optional(r["score"])) for r in records}
    said = {name: _optional(first[name]) or "" for name in ("item", "level", "label", "text", "place")}
    return Line(said["item"], said["level"], said["label"], said["text"], said["place"], cells)


def _cells(line: Line, fixed: list[Column], found: Matrix) -> tuple[Term | None, ...]:
    said = {
        "level": in_words("level", Literal(line.level)),
        "label": line.label,
        "text": line.text,
        "place": line.place,
    }
    numbers = [Literal(line.cells[child].links) for child in found.children]
    return (*(Literal(said[c.name]) for c in fixed), *numbers)


def _optional(term: Term | None) -> str | None:
    return None if term is None else str(term)
