"""A province's own additions: CSV tables in ``registry/`` beside the plans.

``agencies.csv``: province, name, also, member_of, successor, from, to, source.
``abbreviations.csv``: short, long, from, source.
``documents.csv``: kind, number, issuer, title, from, source.
A line that is wrong is refused with its number and the reason; the others are kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from ontology.registry.agencies import Merger, OwnAgency
from ontology.registry.documents import KnownDocument
from ontology.registry.errors import RegistryError
from ontology.registry.keys import compact
from ontology.registry.tables import Line, read

if TYPE_CHECKING:
    from ontology.registry.registry import Registry

__all__ = ["add_own"]


def add_own(registry: Registry, folder: Path) -> Registry:
    """``registry`` with what the tables in ``folder`` add; what was refused is added to its ``problems``."""
    agencies, refused = read(folder / "agencies.csv", _Agencies(registry).read)
    agencies, cycles = _without_cycles(agencies, folder / "agencies.csv")
    short, refused_short = read(folder / "abbreviations.csv", _Abbreviations(registry).read)
    documents, refused_documents = read(folder / "documents.csv", KnownDocument.read)
    return replace(
        registry,
        own=tuple(agencies),
        mergers=(*_mergers(agencies), *registry.mergers),
        wording=registry.wording.with_own(short),
        documents=(*registry.documents, *documents),
        problems=(*registry.problems, *refused, *cycles, *refused_short, *refused_documents),
    )


class _Agencies:
    """Reads agencies.csv; a province has one agency of a name at a time."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.seen: dict[tuple[str, str, date], int] = {}

    def read(self, line: Line) -> OwnAgency:
        """The agency of a line; refused where a place, a group or a day is wrong, or it is there already."""
        fields = OwnAgency.named(line)
        province = self._province(line, fields["start"])
        group = line.maybe("member_of")
        if group and self.registry.group(group) is None:
            raise line.error(f"không có nhóm «{group}».", f"Chọn: {'; '.join(self._groups())}.")
        successor = line.maybe("successor")
        if successor and fields["end"] is None:
            raise line.error("có cơ quan kế tiếp mà không có ngày kết thúc (cột «to»).", "Ghi ngày kết thúc.")
        before = self.seen.setdefault((province, compact(fields["name"]), fields["start"]), line.number)
        if before != line.number:
            raise line.error(f"«{fields['name']}» đã có ở dòng {before}.", "Giữ lại một dòng.")
        return OwnAgency(province=province, member_of=group, successor=successor, line=line.number, **fields)

    def _province(self, line: Line, on: date) -> str:
        named = line.text("province").removeprefix("tỉnh ").removeprefix("thành phố ")
        province = self.registry.province(named, on)
        if province is None:
            raise line.error(
                f"không có tỉnh, thành phố «{named}».", "Viết tên như trong Nghị quyết 202/2025/QH15."
            )
        return province.id

    def _groups(self) -> list[str]:
        return [group.name for group in self.registry.groups]


def _without_cycles(agencies: list[OwnAgency], file: Path) -> tuple[list[OwnAgency], list[RegistryError]]:
    """The agencies but for those whose successors lead back to themselves."""
    following = {(a.province, compact(a.name)): a for a in agencies}
    caught = [a for a in agencies if _leads_back(a, following)]
    told = [
        RegistryError(
            file, a.line, f"chuỗi kế tiếp của «{a.name}» quay lại chính nó.", "Sửa cột «successor»."
        )
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

    def __init__(self, registry: Registry) -> None:
        wording = registry.wording
        self.general = {compact(short): long for short, long in wording.abbreviations}
        self.taken = {compact(form): long for printed, long in wording.spellings for form in (printed, long)}

    def read(self, line: Line) -> tuple[str, str]:
        """The short form and what it stands for; a general one may be said again, not changed."""
        line.start()
        line.sources()
        short, long = line.text("short"), line.text("long")
        key = compact(short)
        stands = self.taken.get(key) or self.general.get(key)
        if stands and (key in self.taken or compact(stands) != compact(long)):
            raise line.error(f"chữ viết tắt «{short}» đã có, là «{stands}».", "Giữ lại một dòng.")
        self.taken[key] = long
        return short, long
