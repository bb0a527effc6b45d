"""The local units of all provinces: districts with their communes until 30 June 2025, communes since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Self

from ontology.registry.keys import compact
from ontology.registry.places import Unit
from ontology.slug import mark_digits, slug

__all__ = ["VOUCHED", "Units"]

VOUCHED = date(2025, 1, 1)
"""The day from which the tables are whole; the units before it are older, but not all that were are there."""


@dataclass(frozen=True)
class Units:
    """Districts and communes by province and rule ("districts", "communes"), and their names."""

    by_province: Mapping[tuple[str, str], tuple[Unit, ...]]
    named: Mapping[tuple[str, str], tuple[Unit, ...]]
    """Units by province and (compact) label: several communes of a province may share one."""
    homes: Mapping[str, frozenset[str]]
    """Ids of the provinces that have a unit of a (compact) label."""
    doubtful: frozenset[tuple[str, str]]
    """Path of the place above, and slug, where two units share one."""

    @classmethod
    def of(cls, districts: Iterable[Unit], communes: Iterable[Unit]) -> Self:
        """The units of the two tables."""
        found: dict[tuple[str, str], list[Unit]] = {}
        named: dict[tuple[str, str], list[Unit]] = {}
        homes: dict[str, set[str]] = {}
        shared: Counter[tuple[str, str]] = Counter()
        for rule, units in (("districts", districts), ("communes", communes)):
            for unit in units:
                label = compact(unit.label)
                found.setdefault((unit.province, rule), []).append(unit)
                named.setdefault((unit.province, label), []).append(unit)
                homes.setdefault(label, set()).add(unit.province)
                shared[_above(unit), slug(unit.label)] += 1
        return cls(
            {key: tuple(units) for key, units in found.items()},
            {key: tuple(units) for key, units in named.items()},
            {label: frozenset(provinces) for label, provinces in homes.items()},
            frozenset(key for key, count in shared.items() if count > 1),
        )

    def on(self, province: str, rule: str, day: date) -> tuple[Unit, ...]:
        """The districts or communes (``rule``) of the province with id ``province`` on ``day``.

        The tables know the state just before and after 1 July 2025; an earlier day is given the former.
        """
        return _on(self.by_province.get((province, rule), ()), day)

    def within(self, above: str, rule: str, day: date) -> tuple[tuple[str, Unit], ...]:
        """Paths and units: districts or communes (``rule``) of ``day`` in the place with path ``above``."""
        placed = self._placed.get((_province(above), rule), ())
        return tuple(
            (path, unit) for path, unit in placed if path.startswith(f"{above}/") and _is_on(unit, day)
        )

    def called(self, province: str, label: str, day: date | None) -> tuple[Unit, ...]:
        """The units of a province called ``label`` ("xã Yên Dương") on ``day``; without a day, of any."""
        units = self.named.get((province, compact(label)), ())
        return _on(units, day) if day else units

    def home(self, label: str) -> str | None:
        """The id of the province of the unit called ``label``, where only one has such a unit."""
        homes = self.homes.get(compact(label), frozenset())
        return next(iter(homes)) if len(homes) == 1 else None

    def slug(self, above: str, label: str) -> str:
        """The last part of the path of a unit in the place with the path ``above``.

        Two of a place with one slug keep their marks as digits.
        """
        made = slug(label)
        return f"{made}-{mark_digits(label)}" if (above, made) in self.doubtful else made

    def path(self, unit: Unit) -> str:
        """The path of a unit: under its province, a commune of before July 2025 under its district."""
        above = _above(unit)
        return f"{above}/{self.slug(above, unit.label)}"

    @cached_property
    def by_path(self) -> Mapping[str, Unit]:
        """All units by their paths."""
        return dict(pair for placed in self._placed.values() for pair in placed)

    @cached_property
    def _placed(self) -> Mapping[tuple[str, str], tuple[tuple[str, Unit], ...]]:
        return {key: tuple((self.path(u), u) for u in units) for key, units in self.by_province.items()}


def _above(unit: Unit) -> str:
    # No two districts of a province share a slug: theirs is plain.
    return f"{unit.province}/{_plain(unit.district)}" if unit.district else unit.province


@cache
def _plain(label: str) -> str:
    return slug(label)


def _on(units: Iterable[Unit], day: date) -> tuple[Unit, ...]:
    return tuple(unit for unit in units if _is_on(unit, day))


def _is_on(unit: Unit, day: date) -> bool:
    return day <= unit.end if unit.end else unit.start <= day


def _province(path: str) -> str:
    """The id of the province that the place with ``path`` is or lies in: its first two steps."""
    return "/".join(path.split("/", maxsplit=2)[:2])
