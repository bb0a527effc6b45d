"""Places and the order of their agencies: provinces, districts, communes, regimes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from ontology.registry.entries import Entry
from ontology.registry.tables import Line


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
class Unit(Entry):
    """A district or a commune: its ``province`` by id, its ``kind`` ("huyện", "xã" …) and its name.

    ``district`` is the label of the district a commune lay in until that level ended; None for others.
    """

    province: str
    kind: str
    name: str
    district: str | None = None

    @property
    def label(self) -> str:
        """Name with its kind: "huyện Ba Bể"."""
        return f"{self.kind} {self.name}"

    @classmethod
    def read(cls, line: Line) -> Self:
        """The unit of a line."""
        return cls(
            province=line.text("province"),
            kind=line.text("kind"),
            name=line.text("name"),
            district=line.maybe("district"),
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
