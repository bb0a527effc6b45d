"""The registries as one object: who there is, where, and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

from ontology.registry.agencies import Body, Department, Group, Head, Merger, OwnAgency
from ontology.registry.documents import KnownDocument, Relation, Symbol
from ontology.registry.entries import Named, Source
from ontology.registry.errors import RegistryError
from ontology.registry.keys import compact, initials
from ontology.registry.own import additions
from ontology.registry.places import Province, Regime, Unit
from ontology.registry.symbols import Symbols
from ontology.registry.tables import Line, read
from ontology.registry.units import Units
from ontology.registry.wording import Wording, read_abbreviation, read_noun, read_spelling

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
    wording: Wording
    letters: tuple[Symbol, ...]
    mergers: tuple[Merger, ...]
    documents: tuple[KnownDocument, ...]
    relations: tuple[Relation, ...]
    sources: tuple[Source, ...]
    own: tuple[OwnAgency, ...] = ()
    own_abbreviations: tuple[tuple[str, str], ...] = ()
    """Short and long forms that a province has added; they are in ``wording`` too."""
    problems: tuple[RegistryError, ...] = ()

    @classmethod
    def load(cls, folder: Path | None = None) -> Registry:
        """The shipped registries, and from ``folder`` a province's own additions (``ontology.registry.own``).

        Refused additions are listed in ``problems``. Raises :class:`RegistryError` where a shipped table
        is broken.
        """
        shipped = cls._load()
        return shipped._with_own(folder) if folder else shipped

    @classmethod
    def _load(cls) -> Registry:
        return cls(
            provinces=_shipped("provinces.csv", Province.read),
            regimes=_shipped("regimes.csv", Regime.read),
            departments=_shipped("departments.csv", Department.read),
            bodies=_shipped("bodies.csv", Body.read),
            central=_shipped("central.csv", Body.read),
            groups=_shipped("groups.csv", Group.read),
            wording=Wording(
                _shipped("spellings.csv", read_spelling),
                _shipped("heads.csv", Head.read),
                _shipped("nouns.csv", read_noun),
                tuple(filter(None, _shipped("../abbreviations.csv", read_abbreviation))),
            ),
            letters=_shipped("symbols.csv", Symbol.read),
            mergers=_shipped("mergers.csv", Merger.read),
            documents=_shipped("documents.csv", KnownDocument.read),
            relations=_shipped("relations.csv", Relation.read),
            sources=_shipped("sources.csv", Source.read),
        )

    def _with_own(self, folder: Path) -> Registry:
        own = additions(self, folder)
        return replace(
            self,
            own=own.agencies,
            own_abbreviations=own.abbreviations,
            mergers=(*own.mergers, *self.mergers),
            wording=self.wording.with_own(own.abbreviations),
            documents=(*self.documents, *own.documents),
            problems=own.problems,
        )

    def province(self, name: str, on: date | None = None) -> Province | None:
        """The province called ``name`` (without "tỉnh") on the day ``on``, else the last one of that name."""
        named = self._provinces.get(compact(name), ())
        return next((p for p in named if on and p.holds(max(on, START))), named[-1] if named else None)

    def province_by_id(self, path: str | None) -> Province | None:
        """The province with the id (IRI path) ``path``."""
        return self._by_id.get(path or "")

    def regime(self, on: date | None = None) -> Regime:
        """The order of agencies in force on the day ``on``; the present one where no day is given."""
        return next((r for r in self.regimes if on and r.holds(max(on, START))), self.regimes[-1])

    def department(self, name: str) -> Department | None:
        """The department called ``name`` under any regime, in full or by its initials ("STTTT")."""
        return self._departments.get(compact(name)) or self._initials.get(compact(name))

    def own_agency(self, name: str, province: str) -> OwnAgency | None:
        """The agency called ``name`` that the province with the id ``province`` has added."""
        return self._own.get((province, compact(name)))

    def other_names(self, own: OwnAgency) -> tuple[str, ...]:
        """The other names of an agency a province has added, and the abbreviations of its name."""
        names = {compact(own.name), compact(own.name.removesuffix(" tỉnh"))}
        return (*own.also, *(short for short, long in self.own_abbreviations if compact(long) in names))

    def body(self, name: str) -> Body | None:
        """The other body of a province called ``name``."""
        return self._bodies.get(compact(name))

    def centre(self, name: str) -> Body | None:
        """The body of the centre called ``name``."""
        return self._central.get(compact(name))

    def group(self, name: str) -> Group | None:
        """The canonical group meant by ``name``."""
        return self._groups.get(compact(name))

    def departments_on(self, on: date, scope: str | None = None) -> tuple[Department, ...]:
        """The departments of the day ``on``, all or of one scope ("uniform", "some")."""
        held = (d for d in self.departments if d.holds(max(on, START)))
        return tuple(d for d in held if scope in (None, d.scope))

    @cached_property
    def units(self) -> Units:
        """Districts and communes."""
        return _units(FOLDER)

    @cached_property
    def symbols(self) -> Symbols:
        """The letters in the numbers of documents."""
        return Symbols.of(self.letters, reversed(self.departments), self.central)

    @cached_property
    def _provinces(self) -> dict[str, tuple[Province, ...]]:
        found: dict[str, tuple[Province, ...]] = {}
        for province in self.provinces:
            for name in (province.name, *province.also):
                found[compact(name)] = (*found.get(compact(name), ()), province)
        return found

    @cached_property
    def _by_id(self) -> dict[str, Province]:
        """Each province by its id; one that changed its name or kind as it is now, for all of its time."""
        found: dict[str, Province] = {}
        for province in self.provinces:
            first = found.get(province.id, province)
            found[province.id] = replace(province, start=first.start)
        return found

    @cached_property
    def _departments(self) -> dict[str, Department]:
        return _index(self.departments)

    @cached_property
    def _initials(self) -> dict[str, Department]:
        return {short: d for d in reversed(self.departments) for short in initials(d.name)}

    @cached_property
    def _own(self) -> dict[tuple[str, str], OwnAgency]:
        return {
            (o.province, compact(self.wording.spell(name))): o for o in self.own for name in (o.name, *o.also)
        }

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


@cache
def _units(folder: Path) -> Units:
    """The units of the tables in ``folder``: 14,000 lines, read once for all registries of a process."""
    return Units.of(
        _shipped(folder / "districts.csv", Unit.read), _shipped(folder / "communes.csv", Unit.read)
    )


def _shipped(table: str | Path, make: Callable[[Line], T]) -> tuple[T, ...]:
    made, refused = read(FOLDER / table, make)
    if refused:
        raise refused[0]
    return tuple(made)
