"""Who has the work today, and who had it before: mergers of departments, ministries, provinces, step by step.

Agencies are IRI paths (``tinh/bac-giang/so-thong-tin-va-truyen-thong``). A step is sourced where a source
states it for that place; otherwise it follows the pattern of the whole country and says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ontology.registry.agencies import Merger
from ontology.registry.places import Province
from ontology.registry.registry import Registry
from ontology.slug import slug

__all__ = ["Step", "Succession"]

_SPOKESMEN = ("ubnd", "hdnd")
"""Bodies whose succession is stated with the merger of their provinces."""


@dataclass(frozen=True, order=True)
class Step:
    """On ``day`` the work of the agency ``before`` went to ``after``; ``basis`` is sourced or pattern."""

    day: date
    before: str
    after: str
    basis: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Succession:
    """The successions of one set of registries."""

    registry: Registry

    def successors(self, path: str) -> tuple[Step, ...]:
        """The steps from ``path`` to who has its work today, in order; empty where nothing has changed."""
        steps: list[Step] = []
        while step := self._next(path, steps[-1].day if steps else date.min):
            steps.append(step)
            path = step.after
        return tuple(steps)

    def predecessors(self, path: str, until: date = date.max) -> tuple[Step, ...]:
        """Every step before ``until`` that led to ``path``, nearest first."""
        found = sorted((step for step in self._previous(path) if step.day < until), reverse=True)
        earlier = (older for step in found for older in self.predecessors(step.before, step.day))
        return (*found, *earlier)

    def _next(self, path: str, since: date) -> Step | None:
        place, name = _parts(path)
        steps = [_step(merger, place) for merger in self._mergers_in(place) if _slug(merger.before) == name]
        formed = (new for new in self._formed_of.get(place, ()) if self._stands(name, new))
        steps += [_moved(place, name, new) for new in formed]
        return min((step for step in steps if step.day > since), default=None)

    def _previous(self, path: str) -> Iterator[Step]:
        place, name = _parts(path)
        for merger in self._mergers_in(place):
            if _slug(merger.after) == name:
                yield _step(merger, place)
        province = self.registry.province_by_id(place)
        if province and self._stands(name, province):
            yield from (_moved(old, name, province) for old in province.merged_from)

    def _stands(self, name: str, new: Province) -> bool:
        """Whether there still was an agency called ``name`` when the province ``new`` was formed."""
        end = self._ends.get(name)
        return end is None or end >= new.start

    def _mergers_in(self, place: str) -> list[Merger]:
        """The mergers stated for ``place``; the country's pattern for those no source states there."""
        own = [merger for merger in self.registry.mergers if merger.place == place]
        stated = {merger.before for merger in own}
        province = self.registry.province_by_id(place)
        pattern = (m for m in self.registry.mergers if m.place is None and m.before not in stated)
        return own + [m for m in pattern if province and province.holds(m.start)]

    @cached_property
    def _ends(self) -> dict[str, date]:
        """The last days of departments and bodies of provinces, by the last part of their paths."""
        entries = (*self.registry.departments, *self.registry.bodies)
        return {_slug(entry.name): entry.end for entry in entries if entry.end}

    @cached_property
    def _formed_of(self) -> dict[str, list[Province]]:
        found: dict[str, list[Province]] = {}
        for province in self.registry.provinces:
            for old in province.merged_from:
                found.setdefault(old, []).append(province)
        return found


def _parts(path: str) -> tuple[str, str]:
    """Place and name of an agency; units, groups and local agencies have no succession of their own."""
    place, _, name = path.rpartition("/")
    return place, name


def _slug(name: str) -> str:
    """The last part of the path of an agency called ``name`` (its place is in the part before)."""
    return slug(name.removesuffix(" tỉnh"))


def _step(merger: Merger, place: str) -> Step:
    before, after = f"{place}/{_slug(merger.before)}", f"{place}/{_slug(merger.after)}"
    return Step(merger.start, before, after, merger.basis, merger.sources)


def _moved(old: str, name: str, new: Province) -> Step:
    """An agency of a merged province goes on as the one of that name in the new province."""
    basis = "sourced" if name in _SPOKESMEN else "pattern"
    return Step(new.start, f"{old}/{name}", f"{new.id}/{name}", basis, new.sources)
