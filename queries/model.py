"""What a named question is, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal as OneOf

from rdflib import BNode, Literal, URIRef

Term = URIRef | BNode | Literal

Kind = OneOf[
    "instrument",
    "agency",
    "plan",
    "item",
    "indicator",
    "year",
    "province",
    "level",
    "role",
    "text",
    "words",
    "date",
    "area",
]
"""The type of a parameter: how its text is understood (queries/names.py, queries/values.py)."""


@dataclass(frozen=True)
class Parameter:
    """A value a question takes. ``label`` and ``label_en`` say what it means."""

    name: str
    kind: Kind
    required: bool
    label: str
    label_en: str
    example: str


@dataclass(frozen=True)
class Column:
    """A column of the answer; ``name`` is stable, the labels are shown."""

    name: str
    label: str
    label_en: str
    link: str | None = None
    """The column with the IRI of what this one names, if any."""

    @property
    def is_link(self) -> bool:
        """Whether the column holds IRIs, which a table for people leaves out."""
        return self.name.endswith("_iri") or self.name == "item"


@dataclass(frozen=True)
class NamedQuery:
    """A question that ships with the program: one file in queries/."""

    name: str
    title: str
    title_en: str
    description: str
    description_en: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    text: str
    """SPARQL 1.1 with the value of parameter ``x`` in ``VALUES ?given_x { UNDEF }``."""
    then: str | None = None
    """What is counted on the answer that SPARQL cannot: "walk" (queries/walk.py) or "milestones"."""

    def parameter(self, name: str) -> Parameter | None:
        """The parameter called ``name``, if the question takes it."""
        return next((p for p in self.parameters if p.name == name), None)


def _says(column: str, term: Term | None) -> bool:
    """Whether ``term`` tells a reader something; that a row names the agency itself stands in ``through``."""
    return term is not None and (column, str(term)) != ("via", "name")


@dataclass(frozen=True)
class Table:
    """The answer to a named question: one term (or None) for each column of ``query`` in every row."""

    query: NamedQuery
    rows: tuple[tuple[Term | None, ...], ...]
    arguments: Mapping[str, Term] = field(default_factory=dict)
    """What the arguments were understood as."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the question, in order."""
        return self.query.columns

    @property
    def for_people(self) -> tuple[Column, ...]:
        """The columns that a table on a screen shows: no IRIs, and none that says nothing in any row."""
        filled = [any(_says(c.name, row[i]) for row in self.rows) for i, c in enumerate(self.columns)]
        return tuple(
            c
            for c, said in zip(self.columns, filled, strict=True)
            if not c.is_link and (said or not self.rows)
        )

    def records(self) -> list[dict[str, Term | None]]:
        """The rows as dictionaries from column name to term."""
        names = [c.name for c in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]
