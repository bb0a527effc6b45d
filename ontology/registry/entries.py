"""What every entry of a registry has: the days between which it holds, and its sources."""

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
class Named(Entry):
    """An entry known by a name and other spellings of it."""

    name: str
    also: tuple[str, ...] = ()

    @staticmethod
    def named(line: Line) -> dict[str, Any]:
        """The fields every named entry reads from its line."""
        return {"name": line.text("name"), "also": line.many("also"), **Entry.common(line)}


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where entries of the tables were found: ``address`` a web address or a file of the project, or None."""

    id: str
    title: str
    address: str | None
    note: str | None

    @classmethod
    def read(cls, line: Line) -> Self:
        """The source of a line."""
        title = line.text("title")
        return cls(id=line.text("id"), title=title, address=line.maybe("address"), note=line.maybe("note"))
