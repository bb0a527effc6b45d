"""The entries of the registries: what each table's line says, typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from ontology.registry.tables import Line

Sources = tuple[str, ...]
"""Ids of sources.csv."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What every entry has: the days between which it holds (both included), and its sources.

    ``start`` is the day the registries can vouch for; see docs/decisions/701.
    """

    start: date
    end: date | None = None
    sources: Sources = ()

    def holds(self, on: date) -> bool:
        """Whether the entry holds on the day ``on``."""
        return self.start <= on and (self.end is None or on <= self.end)

    @staticmethod
    def common(line: Line) -> dict[str, Any]:
        """The fields every entry reads from its line."""
        return {"start": line.start(), "end": line.day("to"), "sources": line.sources()}


@dataclass(frozen=True, kw_only=True)
class Province(Entry):
    """A province or a city under the central government.

    ``id`` is its IRI path (``tinh/bac-kan``), ``kind`` "tỉnh" or "thành phố".
    ``merged_from`` holds the ids of the units it was made of.
    """

    id: str
    name: str
    kind: str
    merged_from: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Name with its kind, as documents print it: "tỉnh Bắc Kạn"."""
        return f"{self.kind} {self.name}"

    @classmethod
    def read(cls, line: Line) -> Self:
        """The province of a line."""
        return cls(
            id=line.text("id"),
            name=line.text("name"),
            kind=line.one_of("kind", ("tỉnh", "thành phố")),
            merged_from=line.many("merged_from"),
            also=line.many("also"),
            **cls.common(line),
        )


@dataclass(frozen=True, kw_only=True)
class Regime(Entry):
    """A decree's order of the agencies under the People's Committees; ``levels`` it has: tinh, huyen, xa."""

    id: str
    decree: str
    amended_by: str | None
    levels: tuple[str, ...]

    @classmethod
    def read(cls, line: Line) -> Self:
        """The regime of a line."""
        return cls(
            id=line.text("id"),
            decree=line.text("decree"),
            amended_by=line.maybe("amended_by"),
            levels=line.many("levels"),
            **cls.common(line),
        )


@dataclass(frozen=True, kw_only=True)
class Named(Entry):
    """An entry known by a name and other spellings of it."""

    name: str
    also: tuple[str, ...] = ()

    @staticmethod
    def named(line: Line) -> dict[str, Any]:
        """The fields every named entry reads from its line."""
        return {"name": line.text("name"), "also": line.many("also"), **Entry.common(line)}


@dataclass(frozen=True, kw_only=True)
class Department(Named):
    """A specialised agency of a provincial People's Committee; ``scope`` uniform, or some (places only)."""

    scope: str

    @classmethod
    def read(cls, line: Line) -> Self:
        """The department of a line."""
        return cls(scope=line.one_of("scope", ("uniform", "some")), **cls.named(line))


@dataclass(frozen=True, kw_only=True)
class Body(Named):
    """Another body of a province, or of the centre; ``kind`` is a code: committee, party, union …"""

    kind: str

    @classmethod
    def read(cls, line: Line) -> Self:
        """The body of a line."""
        return cls(kind=line.text("kind"), **cls.named(line))


@dataclass(frozen=True, kw_only=True)
class Group(Named):
    """A canonical group name.

    ``rule`` says who is meant: departments, districts, communes, units (of the issuing agency) or unlisted;
    ``level`` "tinh" for groups of a province, "don-vi" for groups inside an agency.
    """

    rule: str
    level: str

    @classmethod
    def read(cls, line: Line) -> Self:
        """The group of a line."""
        rules = ("departments", "districts", "communes", "units", "unlisted")
        level = line.one_of("level", ("tinh", "don-vi"))
        return cls(rule=line.one_of("rule", rules), level=level, **cls.named(line))


@dataclass(frozen=True, kw_only=True)
class Head:
    """How a name in no table is read by its first words: ``kind`` agency, unit or office."""

    head: str
    kind: str
    level: str

    @classmethod
    def read(cls, line: Line) -> Self:
        """The head of a line."""
        kind = line.one_of("kind", ("agency", "unit", "office"))
        return cls(head=line.text("head"), kind=kind, level=line.maybe("level") or "")


@dataclass(frozen=True, kw_only=True)
class Symbol(Entry):
    """Letters in a document's number: ``use`` kind ("NĐ") or issuer ("CP"), ``level`` of an issuer."""

    letters: str
    use: str
    name: str
    level: str

    @classmethod
    def read(cls, line: Line) -> Self:
        """The symbol of a line."""
        use = line.one_of("use", ("kind", "issuer"))
        level = line.one_of("level", ("trung-uong", "tinh")) if use == "issuer" else ""
        return cls(
            letters=line.text("letters"), use=use, name=line.text("name"), level=level, **cls.common(line)
        )
