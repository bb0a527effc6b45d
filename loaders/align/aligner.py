"""Which rows of the plan above a row of a plan carries out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from loaders.align import evidence
from loaders.align.index import Postings, Weights
from loaders.align.model import Model, shipped
from loaders.align.rows import Row, rows_of
from loaders.align.signals import Likeness, Side, Standing, likeness, standings
from loaders.records import PlanRecord

CANDIDATES = 60
"""How many rows of the plan above are compared in full with one row; the others share too little with it."""

Likenesses = dict[str, dict[str, float]]
"""Child row -> parent row -> likeness."""


@dataclass(frozen=True)
class Proposal:
    """A row of the plan above; ``level`` is target, task or activity, ``score`` 0..1."""

    key: str
    level: str
    score: float
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Alignment:
    """The proposals for one row of the child plan, best first; none where it has no counterpart."""

    child: str
    parents: tuple[Proposal, ...]

    def to_json(self) -> dict[str, Any]:
        """One entry of "links" as ``cchc align --json`` prints it."""
        return {"child": self.child, "parents": [asdict(p) for p in self.parents]}


def align(child: PlanRecord, parent: PlanRecord, model: Model | None = None) -> tuple[Alignment, ...]:
    """For each target, task and activity of ``child``, the rows of ``parent`` that it carries out.

    Every row of ``child`` with text gets an entry, in the order targets, tasks, activities. To align many
    plans with one above them, keep one :class:`Aligner`.
    """
    return Aligner(parent, model).align(child)


class Aligner:
    """A plan indexed so that plans below it can be aligned with it."""

    def __init__(self, parent: PlanRecord, model: Model | None = None) -> None:
        self._parent = parent
        self.model = model or shipped()
        self.rows = rows_of(parent)
        self._weights = Weights(self.rows.values())
        self._sides = {k: Side(r, self._weights.view(r, self.rows)) for k, r in self.rows.items()}
        self._own = Postings({k: s.view.own for k, s in self._sides.items()})
        self._family = Postings({k: s.view.family for k, s in self._sides.items()})

    def align(self, child: PlanRecord) -> tuple[Alignment, ...]:
        """The alignment of ``child`` with this plan."""
        rows = rows_of(child)
        found = self.likenesses(rows)
        evident = evidence.Evidence(child, self._parent, rows, self.rows, found)
        printed = (row for row in rows.values() if not row.part_of)
        return tuple(Alignment(row.key, self._proposals(row, found, evident)) for row in printed)

    def likenesses(self, rows: Mapping[str, Row]) -> Likenesses:
        """The likeness of every row of a child plan to the rows of this plan that come into question."""
        judge = self.model.likeness
        return {k: {p: judge(s) for p, s in self.compare(row, rows).items()} for k, row in rows.items()}

    def compare(self, row: Row, rows: Mapping[str, Row]) -> dict[str, Likeness]:
        """The signals between ``row``, one of ``rows``, and its candidates in this plan."""
        side = Side(row, self._weights.view(row, rows))
        own = self._own.products(side.view.own)
        family = self._family.products(side.view.family)
        return {
            key: likeness(side, self._sides[key], own.get(key, 0.0), family[key])
            for key in self._candidates(side, family)
        }

    def standings(self, row: Row, found: Likenesses) -> dict[str, Standing]:
        """The standings of this plan's linkable rows for ``row``, as far as they come into question."""
        near = {key for k in found.get(row.key, {}) for key in (k, *self.rows[k].above)}
        return standings(row, [r for r in self.rows.values() if r.key in near and r.linkable], found)

    def _candidates(self, side: Side, family: Mapping[str, float]) -> list[str]:
        """Keys of the rows whose families share most with that of ``side``."""
        ranked = sorted(family, key=lambda key: (-family[key] / self._sides[key].view.family_norm, key))
        return ranked[:CANDIDATES]

    def _proposals(self, row: Row, found: Likenesses, evident: evidence.Evidence) -> tuple[Proposal, ...]:
        scores = {key: self.model.standing(s) for key, s in self.standings(row, found).items()}
        best = max(scores.values(), default=0.0)
        near = {key for key, score in scores.items() if score >= self.model.margin * best}
        near |= {bearer for key in near if (bearer := self._bearer(key, found[row.key], scores))}
        kept = sorted(
            (key for key in near if scores[key] >= self.model.threshold), key=lambda key: (-scores[key], key)
        )
        return tuple(
            Proposal(key, self.rows[key].level, round(scores[key], 3), evident.of(row.key, key))
            for key in kept[: self.model.most]
        )

    def _bearer(self, key: str, like: Mapping[str, float], scores: Mapping[str, float]) -> str | None:
        """The task through which the row ``key`` is meant, where a row below it is more alike than itself."""
        below = self.rows[key].below
        nearest = max(below, key=lambda k: like.get(k, 0.0), default=key)
        if like.get(nearest, 0.0) <= like.get(key, 0.0):
            return None
        line = (nearest, *self.rows[nearest].above)
        return next((k for k in line if k in below and k in scores), None)
