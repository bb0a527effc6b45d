"""Documents: what the letters of their numbers mean, titles that are known, and what amends what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from ontology.registry.entries import Entry
from ontology.registry.tables import Line


@dataclass(frozen=True, kw_only=True)
class Symbol(Entry):
    """Letters of a number: ``use`` kind ("NĐ") or issuer ("CP"), ``level`` of an issuer."""

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


@dataclass(frozen=True, kw_only=True)
class KnownDocument(Entry):
    """A document whose title a source states at ``place``; ``start`` is its date of issue."""

    kind: str
    number: str
    issuer: str
    title: str
    place: str | None = None

    @classmethod
    def read(cls, line: Line) -> Self:
        """The document of a line."""
        return cls(
            kind=line.text("kind"),
            number=line.text("number"),
            issuer=line.text("issuer"),
            title=line.text("title"),
            place=line.maybe("place"),
            **cls.common(line),
        )


@dataclass(frozen=True, kw_only=True)
class Relation(Entry):
    """What one document does to another: ``relation`` amends, replaces, repeals or details; both by path."""

    document: str
    relation: str
    other: str
    place: str | None

    @classmethod
    def read(cls, line: Line) -> Self:
        """The relation of a line."""
        return cls(
            document=line.text("document"),
            relation=line.one_of("relation", ("amends", "replaces", "repeals", "details")),
            other=line.text("other"),
            place=line.maybe("place"),
            **cls.common(line),
        )
