"""The registries as one object: who there is, where, and when."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from ontology.registry.agencies import Body, Department, Group, Head, Merger, OwnAgency
from ontology.registry.documents import KnownDocument, Relation, Symbol
from ontology.registry.entries import Named
from ontology.registry.errors import RegistryError
from ontology.registry.keys import compact, initials
from ontology.registry.own import add_own
from ontology.registry.places import Province, Regime, Unit
from ontology.registry.tables import Line, read
from ontology.slug import fold, mark_digits, slug

FOLDER = Path(__file__).parent
START = date(2014, 4, 4)
"""The day the registries reach back to; an earlier day is asked as this one."""

T = TypeVar("T")
N = TypeVar("N", bound=Named)


@dataclass(frozen=True)
class Registry:
    """All registries of the project, with a province's own additions where there are any.

    ``problems`` are the entries that were refused; they concern only the additions.
    """

    provinces: tuple[Province, ...]
    regimes: tuple[Regime, ...]
    departments: tuple[Department, ...]
    bodies: tuple[Body, ...]
    central: tuple[Body, ...]
    groups: tuple[Group, ...]
    heads: tuple[Head, ...]
    nouns: tuple[tuple[str, str], ...]
    spellings: tuple[tuple[str, str], ...]
    symbols: tuple[Symbol, ...]
    mergers: tuple[Merger, ...]
    documents: tuple[KnownDocument, ...]
    relations: tuple[Relation, ...]
    own: tuple[OwnAgency, ...] = ()
    problems: tuple[RegistryError, ...] = ()

    @classmethod
    def load(cls, folder: Path | None = None) -> Registry:
        """The shipped registries, and from ``folder`` a province's own additions (``ontology.registry.own``).

        Refused additions are listed in ``problems``. Raises :class:`RegistryError` where a shipped table
        is broken.
        """
        shipped = cls._load()
        return add_own(shipped, folder) if folder else shipped

    @classmethod
    def _load(cls) -> Registry:
        return cls(
            provinces=_shipped("provinces.csv", Province.read),
            regimes=_shipped("regimes.csv", Regime.read),
            departments=_shipped("departments.csv", Department.read),
            bodies=_shipped("bodies.csv", Body.read),
            central=_shipped("central.csv", Body.read),
            groups=_shipped("groups.csv", Group.read),
            heads=_shipped("heads.csv", Head.read),
            nouns=_shipped("nouns.csv", _noun),
            spellings=_shipped("spellings.csv", lambda line: (line.text("printed"), line.text("canonical"))),
            symbols=_shipped("symbols.csv", Symbol.read),
            mergers=_shipped("mergers.csv", Merger.read),
            documents=_shipped("documents.csv", KnownDocument.read),
            relations=_shipped("relations.csv", Relation.read),
        )

    def province(self, name: str, on: date | None = None) -> Province | None:
        """The province called ``name`` (without "tỉnh") on the day ``on``, else the last one of that name."""
        named = self._provinces.get(compact(name), ())
        return next((p for p in named if on and p.holds(max(on, START))), named[-1] if named else None)

    def regime(self, on: date | None = None) -> Regime:
        """The order of agencies in force on the day ``on``; the present one where no day is given."""
        return next((r for r in self.regimes if on and r.holds(max(on, START))), self.regimes[-1])

    def department(self, name: str) -> Department | None:
        """The department called ``name`` under any regime, in full or by its initials ("STTTT")."""
        return self._departments.get(compact(name)) or self._initials.get(compact(name))

    def own_agency(self, name: str, province: str) -> OwnAgency | None:
        """The agency called ``name`` that the province with the id ``province`` has added."""
        return self._own.get((province, compact(name)))

    def body(self, name: str) -> Body | None:
        """The other body of a province called ``name``."""
        return self._bodies.get(compact(name))

    def centre(self, name: str) -> Body | None:
        """The body of the centre called ``name``."""
        return self._central.get(compact(name))

    def group(self, name: str) -> Group | None:
        """The canonical group meant by ``name``."""
        return self._groups.get(compact(name))

    def spell(self, name: str) -> str:
        """``name`` with the long forms of spellings.csv written short ("Ủy ban nhân dân" -> "UBND")."""
        parts = name.split()
        folded = [fold(part) for part in parts]
        for wanted, canonical in self._spelled:
            for i in reversed(range(len(parts) - len(wanted) + 1)):
                if folded[i : i + len(wanted)] == wanted:
                    parts[i : i + len(wanted)] = [canonical]
                    folded[i : i + len(wanted)] = [fold(canonical)]
        return " ".join(parts)

    def head(self, name: str) -> Head | None:
        """The longest head of heads.csv that ``name`` begins with, as written there."""
        fitting = [h for h in self.heads if f"{name} ".startswith(f"{h.head} ")]
        return max(fitting, key=lambda h: len(h.head), default=None)

    def is_open(self, name: str) -> bool:
        """Whether ``name`` is made of general nouns alone ("Các cơ quan, đơn vị có liên quan")."""
        said = _said(name)
        return bool(said) and not self._general.sub("", said).strip()

    def describes(self, name: str) -> bool:
        """Whether ``name`` describes a group: "Cơ quan rà soát", "Các sở, ngành có hệ thống thông tin".

        Any general noun after "các"; without it only those that begin no proper name, and no capitals.
        """
        said = _said(name)
        plural = said.startswith("các ")
        uses = ("noun", "general") if plural else ("general",)
        first = any(
            f"{said.removeprefix('các ')} ".startswith(f"{n} ") for n, use in self.nouns if use in uses
        )
        return first and (plural or name[1:] == name[1:].lower())

    def kind_of(self, letters: str) -> str | None:
        """The kind of document that ``letters`` of a number stand for: "NĐ" -> "Nghị định"."""
        return self._kinds.get(fold(letters))

    def issuer_of(self, letters: str) -> tuple[str, str] | None:
        """Name and level of who issues under ``letters``: "CP", "TTg", "QH15", "BNV", "UBND", "SNV" …

        Ministries and departments are known by their initials, the others by symbols.csv.
        """
        return self._issuers.get(re.sub(r"\d+$", "", fold(letters)))

    def departments_on(self, on: date, scope: str | None = None) -> tuple[Department, ...]:
        """The departments of the day ``on``, all or of one scope ("uniform", "some")."""
        held = (d for d in self.departments if d.holds(max(on, START)))
        return tuple(d for d in held if scope in (None, d.scope))

    def units_on(self, province: str, rule: str, on: date) -> tuple[Unit, ...]:
        """The districts or communes (``rule``) of the province with id ``province`` on the day ``on``.

        The tables know the state just before and after 1 July 2025; an earlier day is given the former.
        """
        found = self._units.get((province, rule), ())
        return tuple(u for u in found if (on <= u.end if u.end else u.start <= on))

    def unit_home(self, label: str) -> Province | None:
        """The province of the local unit called ``label`` ("huyện Ba Bể") where only one has such a unit."""
        homes = self._unit_homes.get(compact(label), set())
        return next((p for p in self.provinces if homes == {p.id}), None)

    def unit_slug(self, province: str, label: str) -> str:
        """The last part of a local unit's path; two of a province with one slug keep their marks."""
        made = slug(label)
        return f"{made}-{mark_digits(label)}" if (province, made) in self._doubtful_units else made

    @cached_property
    def _unit_homes(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for (province, _), units in self._units.items():
            for unit in units:
                found.setdefault(compact(unit.label), set()).add(province)
        return found

    @cached_property
    def _doubtful_units(self) -> set[tuple[str, str]]:
        counted = Counter((u.province, slug(u.label)) for units in self._units.values() for u in units)
        return {unit for unit, count in counted.items() if count > 1}

    @cached_property
    def _units(self) -> dict[tuple[str, str], tuple[Unit, ...]]:
        found: dict[tuple[str, str], tuple[Unit, ...]] = {}
        for rule in ("districts", "communes"):
            for unit in _shipped(f"{rule}.csv", Unit.read):
                found[unit.province, rule] = (*found.get((unit.province, rule), ()), unit)
        return found

    @cached_property
    def _provinces(self) -> dict[str, tuple[Province, ...]]:
        found: dict[str, tuple[Province, ...]] = {}
        for province in self.provinces:
            for name in (province.name, *province.also):
                found[compact(name)] = (*found.get(compact(name), ()), province)
        return found

    @cached_property
    def _general(self) -> re.Pattern[str]:
        nouns = sorted((noun for noun, _ in self.nouns), key=lambda noun: (-len(noun), noun))
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, nouns))})(?!\w)")

    @cached_property
    def _spelled(self) -> list[tuple[list[str], str]]:
        return [(fold(printed).split(), canonical) for printed, canonical in self.spellings]

    @cached_property
    def _departments(self) -> dict[str, Department]:
        return _index(self.departments)

    @cached_property
    def _initials(self) -> dict[str, Department]:
        return {short: d for d in reversed(self.departments) for short in initials(d.name)}

    @cached_property
    def _own(self) -> dict[tuple[str, str], OwnAgency]:
        return {(o.province, compact(self.spell(name))): o for o in self.own for name in (o.name, *o.also)}

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return {fold(s.letters): s.name for s in self.symbols if s.use == "kind"}

    @cached_property
    def _issuers(self) -> dict[str, tuple[str, str]]:
        ministries = [m for m in self.central if m.kind == "ministry"]
        central = {short: (m.name, "trung-uong") for m in ministries for short in initials(m.name)[1:]}
        local = {short: (d.name, "tinh") for short, d in self._initials.items() if short[0] == "s"}
        given = {fold(s.letters): (s.name, s.level) for s in self.symbols if s.use == "issuer"}
        return {**local, **central, **given}

    @cached_property
    def _bodies(self) -> dict[str, Body]:
        return _index(self.bodies)

    @cached_property
    def _central(self) -> dict[str, Body]:
        return _index(self.central)

    @cached_property
    def _groups(self) -> dict[str, Group]:
        return _index(self.groups)


def _index(entries: Iterable[N]) -> dict[str, N]:
    return {compact(name): entry for entry in entries for name in (entry.name, *entry.also)}


def _shipped(table: str, make: Callable[[Line], T]) -> tuple[T, ...]:
    made, refused = read(FOLDER / table, make)
    if refused:
        raise refused[0]
    return tuple(made)


def _noun(line: Line) -> tuple[str, str]:
    use = line.one_of("use", ("noun", "general", "filler"))
    return _said(line.text("noun")), use


def _said(text: str) -> str:
    """The words of ``text`` with their marks: "bạn" is no "ban"."""
    return " ".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).casefold()))
