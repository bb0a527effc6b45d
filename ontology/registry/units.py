"""The local units of all provinces: districts until 30 June 2025, communes since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from ontology.registry.keys import compact
from ontology.registry.places import Unit
from ontology.slug import mark_digits, slug

__all__ = ["Units"]


@dataclass(frozen=True)
class Units:
    """Districts and communes by province and rule ("districts", "communes"), and their names."""

    by_province: Mapping[tuple[str, str], tuple[Unit, ...]]
    homes: Mapping[str, frozenset[str]]
    """Ids of the provinces that have a unit of a (compact) label."""
    doubtful: frozenset[tuple[str, str]]
    """Province and slug where two units of a province share one."""

    @classmethod
    def of(cls, districts: Iterable[Unit], communes: Iterable[Unit]) -> Self:
        """The units of the two tables."""
        found: dict[tuple[str, str], list[Unit]] = {}
        homes: dict[str, set[str]] = {}
        shared: Counter[tuple[str, str]] = Counter()
        for rule, units in (("districts", districts), ("communes", communes)):
            for unit in units:
                found.setdefault((unit.province, rule), []).append(unit)
                homes.setdefault(compact(unit.label), set()).add(unit.province)
                shared[unit.province, slug(unit.label)] += 1
        return cls(
            {key: tuple(units) for key, units in found.items()},
            {label: frozenset(provinces) for label, provinces in homes.items()},
            frozenset(key for key, count in shared.items() if count > 1),
        )

    def on(self, province: str, rule: str, day: date) -> tuple[Unit, ...]:
        """The districts or communes (``rule``) of the province with id ``province`` on ``day``.

        The tables know the state just before and after 1 July 2025; an earlier day is given the former.
        """
        found = self.by_province.get((province, rule), ())
        return tuple(u for u in found if (day <= u.end if u.end else u.start <= day))

    def home(self, label: str) -> str | None:
        """The id of the province of the unit called ``label``, where only one has such a unit."""
        homes = self.homes.get(compact(label), frozenset())
        return next(iter(homes)) if len(homes) == 1 else None

    def slug(self, province: str, label: str) -> str:
        """The last part of a unit's path; two of a province with one slug keep their marks as digits."""
        made = slug(label)
        return f"{made}-{mark_digits(label)}" if (province, made) in self.doubtful else made
