"""A province's own additions in ``registry/`` beside the plans: CSV tables, and Turtle that says the same.

``agencies.csv``: province, name, also, member_of, successor, from, to, source.
``abbreviations.csv``: short, long, from, source.
``documents.csv``: kind, number, issuer, title, from, source.
Every ``*.ttl``: see :mod:`ontology.registry.turtle`.
An entry that is wrong is refused with its line or subject and the reason; the others are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Protocol, TypeVar

from ontology.registry.agencies import Group, Merger, OwnAgency
from ontology.registry.documents import KnownDocument
from ontology.registry.errors import RegistryError
from ontology.registry.keys import compact
from ontology.registry.places import Province
from ontology.registry.tables import Line, checked, read
from ontology.registry.wording import Wording

__all__ = ["Additions", "Known", "additions"]

T = TypeVar("T")


class Known(Protocol):
    """What additions are held against: the shipped registries."""

    @property
    def groups(self) -> tuple[Group, ...]:
        """The canonical groups."""

    @property
    def wording(self) -> Wording:
        """The spellings and abbreviations."""

    def group(self, name: str) -> Group | None:
        """The canonical group meant by ``name``."""

    def province(self, name: str, on: date | None = None) -> Province | None:
        """The province called ``name`` on the day ``on``."""

    def province_by_id(self, path: str | None) -> Province | None:
        """The province with the id ``path``."""


@dataclass(frozen=True)
class Additions:
    """What a province has added, and the entries that were refused."""

    agencies: tuple[OwnAgency, ...]
    abbreviations: tuple[tuple[str, str], ...]
    """Short and long forms."""
    documents: tuple[KnownDocument, ...]
    mergers: tuple[Merger, ...]
    """Who took over from which of the agencies."""
    problems: tuple[RegistryError, ...]


def additions(known: Known, folder: Path) -> Additions:
    """What the files in ``folder`` add to what is ``known``."""
    files = _Files(folder)
    agencies = files.entries("agencies", _Agencies(known).read)
    short = files.entries("abbreviations", _Abbreviations(known.wording).read)
    documents = files.entries("documents", KnownDocument.read)
    kept, cycles = _without_cycles(agencies)
    return Additions(
        agencies=tuple(kept),
        abbreviations=tuple(short),
        documents=tuple(documents),
        mergers=tuple(_mergers(kept)),
        problems=(*files.refused, *cycles),
    )


class _Files:
    """The files of a folder: entries of one table from its CSV and from all Turtle, and what was refused."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.refused: list[RegistryError] = []
        self._turtle: dict[str, list[Line]] = {}
        for file in sorted(folder.glob("*.ttl")):
            from ontology.registry.turtle import lines  # most folders have none, and rdflib is slow to load

            found, refused = lines(file)
            self.refused += refused
            for table, entries in found.items():
                self._turtle.setdefault(table, []).extend(entries)

    def entries(self, table: str, make: Callable[[Line], T]) -> list[T]:
        """What ``make`` reads; the lines of the CSV first."""
        made, refused = read(self.folder / f"{table}.csv", make)
        more, refused_more = checked(self._turtle.get(table, ()), make)
        self.refused += [*refused, *refused_more]
        return made + more


class _Agencies:
    """Reads agencies.csv; a province has one agency of a name at a time."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.seen: dict[tuple[str, str, date], str] = {}

    def read(self, line: Line) -> OwnAgency:
        """The agency of a line; refused where a place, a group or a day is wrong, or it is there already."""
        fields = OwnAgency.named(line)
        province = self._province(line, fields["start"])
        group = line.maybe("member_of")
        if group and self.known.group(group) is None:
            raise line.error(f"không có nhóm «{group}».", f"Chọn: {'; '.join(self._groups())}.")
        successor = line.maybe("successor")
        if successor and fields["end"] is None:
            raise line.error(
                f"có cơ quan kế tiếp mà không có ngày kết thúc ({line.column('to')}).", "Ghi ngày kết thúc."
            )
        key = (province, compact(fields["name"]), fields["start"])
        if key in self.seen:
            raise line.error(f"«{fields['name']}» đã có ở {self.seen[key]}.", "Giữ lại một nơi.")
        self.seen[key] = f"{line.file.name}, {line.place}"
        return OwnAgency(province=province, member_of=group, successor=successor, line=line, **fields)

    def _province(self, line: Line, on: date) -> str:
        named = line.text("province").removeprefix("tỉnh ").removeprefix("thành phố ")
        province = self.known.province_by_id(named) or self.known.province(named, on)
        if province is None:
            raise line.error(
                f"không có tỉnh, thành phố «{named}».", "Viết tên như trong Nghị quyết 202/2025/QH15."
            )
        return province.id

    def _groups(self) -> list[str]:
        return [group.name for group in self.known.groups]


def _without_cycles(agencies: list[OwnAgency]) -> tuple[list[OwnAgency], list[RegistryError]]:
    """The agencies but for those whose successors lead back to themselves."""
    following = {(a.province, compact(a.name)): a for a in agencies}
    caught = [a for a in agencies if _leads_back(a, following)]
    told = [
        a.line.error(f"chuỗi kế tiếp của «{a.name}» quay lại chính nó.", f"Sửa {a.line.column('successor')}.")
        for a in caught
    ]
    return [a for a in agencies if a not in caught], told


def _leads_back(agency: OwnAgency, following: dict[tuple[str, str], OwnAgency]) -> bool:
    seen: set[str] = set()
    step: OwnAgency | None = agency
    while step and step.successor and step.name not in seen:
        seen.add(step.name)
        step = following.get((agency.province, compact(step.successor)))
        if step is agency:
            return True
    return False


def _mergers(agencies: Iterable[OwnAgency]) -> list[Merger]:
    return [
        Merger(
            before=a.name,
            after=a.successor,
            place=a.province,
            basis="sourced",
            start=a.end + timedelta(days=1),
            sources=a.sources,
        )
        for a in agencies
        if a.successor and a.end
    ]


class _Abbreviations:
    """Reads abbreviations.csv; one short form may stand for one thing only."""

    def __init__(self, wording: Wording) -> None:
        self.general = {compact(short): long for short, long in wording.abbreviations}
        self.taken = {compact(form): long for printed, long in wording.spellings for form in (printed, long)}

    def read(self, line: Line) -> tuple[str, str]:
        """The short form and what it stands for; a general one may be said again, not changed."""
        line.dated()
        short, long = line.text("short"), line.text("long")
        key = compact(short)
        stands = self.taken.get(key) or self.general.get(key)
        if stands and (key in self.taken or compact(stands) != compact(long)):
            raise line.error(f"chữ viết tắt «{short}» đã có, là «{stands}».", "Giữ lại một nơi.")
        self.taken[key] = long
        return short, long
