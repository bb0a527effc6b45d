"""Agencies, groups of them, how names are read, and who took over whose work."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self

from ontology.registry.entries import Entry, Named
from ontology.registry.tables import Line


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

    ``rule`` says who is meant: ministries, provinces, departments, districts, communes, units (of the issuing
    agency) or unlisted; ``level`` "trung-uong" for groups of the whole country, "tinh" for those of a
    province, "don-vi" for those inside an agency.
    """

    rule: str
    level: str

    @classmethod
    def read(cls, line: Line) -> Self:
        """The group of a line."""
        rules = ("ministries", "provinces", "departments", "districts", "communes", "units", "unlisted")
        level = line.one_of("level", ("trung-uong", "tinh", "don-vi"))
        return cls(rule=line.one_of("rule", rules), level=level, **cls.named(line))


@dataclass(frozen=True, kw_only=True)
class Head(Entry):
    """How a name in no table is read by its first words: ``kind`` agency, department, unit or office.

    An agency is one of its place where the name says that place; departments are only those of the table.
    """

    head: str
    kind: str
    level: str

    @classmethod
    def read(cls, line: Line) -> Self:
        """The head of a line."""
        kind = line.one_of("kind", ("agency", "department", "unit", "office"))
        return cls(head=line.text("head"), kind=kind, level=line.maybe("level") or "", **cls.common(line))


@dataclass(frozen=True, kw_only=True)
class Merger(Entry):
    """The work of ``before`` goes to ``after`` on the day ``start``.

    ``place`` is a province's id or trung-uong, None for the pattern followed where no local source is at
    hand; ``basis`` says which: sourced or pattern.
    """

    before: str
    after: str
    place: str | None
    basis: str

    @classmethod
    def read(cls, line: Line) -> Self:
        """The merger of a line."""
        return cls(
            before=line.text("before"),
            after=line.text("after"),
            place=line.maybe("place"),
            basis=line.one_of("basis", ("sourced", "pattern")),
            **cls.common(line),
        )


@dataclass(frozen=True, kw_only=True)
class OwnAgency(Named):
    """An agency a province adds for itself.

    ``province`` is the province's id, ``member_of`` the canonical group it belongs to, ``successor`` the name
    of the agency that takes over its work when it ends, ``line`` its line in the table.
    """

    line: Line = field(compare=False, repr=False)

    province: str
    member_of: str | None = None
    successor: str | None = None
