"""What speaks for and against a link, as named numbers between 0 and 1.

First two rows are compared by themselves (:class:`Likeness`). Then a parent row is seen in its place
(:class:`Standing`): what the rows below and above it say, and how it stands against the other rows
that could be meant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from loaders.align.index import View, cosine
from loaders.align.rows import Row

SHORT = 60.0
"""Squared length below which a row is too short to be "covered": about four rare pairs of syllables."""
LIFTED = 0.9
"""A row stands for what its rows below are like, a little weaker than for its own likeness."""
CLOSE = 0.7
"""Rows with this share of the best likeness compete with it."""


class Likeness(NamedTuple):
    """Signals of two rows by themselves. The fields of both classes are the keys of the model."""

    words: float
    """Cosine of the words."""
    covered: float
    """How much of the shorter row's words the other one holds."""
    rare_matter: float
    """Rarity of the rarest matter in common."""
    matters_covered: float
    """How much of the child row's matters the parent row's family names."""
    family_matters: float
    """Cosine of the families' matters."""
    other_matter: float
    """1 where both name matters and none is common."""
    family: float
    """Cosine of the families' words."""
    same_area: float
    other_area: float
    same_document: float
    same_act: float
    other_act: float


class Standing(NamedTuple):
    """Signals of a parent row among the others, made from likenesses."""

    own: float
    below: float
    """Best likeness among the rows below the parent row."""
    above: float
    """Best likeness among the rows above the parent row."""
    child_above: float
    """Likeness of the row above the child row to the parent row."""
    child_below: float
    """Best likeness of the rows below the child row to the parent row."""
    share: float
    """Against the best row of all."""
    share_of_level: float
    """Against the best row of the same level."""
    alone: float
    """The same, divided by the number of rows that compete."""
    is_target: float
    other_area: float


@dataclass(frozen=True)
class Side:
    """One of two rows compared: the row and its vectors."""

    row: Row
    view: View


def likeness(child: Side, parent: Side, own_product: float, family_product: float, rarest: float) -> Likeness:
    """The signals of two rows; the scalar products of their vectors come from the index."""
    c, p, a, b = child.view, parent.view, child.row, parent.row
    common = [weight for matter, weight in c.matters.items() if matter in p.family_matters]
    rare = max((w for m, w in c.matters.items() if m in p.matters), default=0.0)
    named = sum(c.matters.values())
    return Likeness(
        words=own_product / (c.own_norm * p.own_norm) if own_product else 0.0,
        covered=min(1.0, own_product / max(SHORT, min(c.own_norm, p.own_norm) ** 2)),
        rare_matter=rare / rarest,
        matters_covered=sum(common) / named if named else 0.0,
        family_matters=cosine(c.family_matters, p.family_matters),
        other_matter=float(bool(c.matters and p.family_matters and not common)),
        family=family_product / (c.family_norm * p.family_norm) if family_product else 0.0,
        same_area=float(a.area is not None and a.area == b.area),
        other_area=other_area(a, b),
        same_document=float(not a.cites.isdisjoint(b.cites)),
        same_act=float(not a.acts.isdisjoint(b.acts)),
        other_act=float(bool(a.acts and b.acts and a.acts.isdisjoint(b.acts))),
    )


def other_area(child: Row, parent: Row) -> float:
    """1 where both rows have an area and it differs."""
    return float(None not in (child.area, parent.area) and child.area != parent.area)


def standings(
    child: Row, parents: Sequence[Row], of_child: Mapping[str, Mapping[str, float]]
) -> dict[str, Standing]:
    """The standing of each of ``parents`` for ``child``.

    ``of_child`` holds, by the key of a child row and of a parent row, the likenesses found (absent: 0).
    """
    like = of_child.get(child.key, {})
    below = {p.key: _best(like, p.below) for p in parents}
    lifted = {p.key: max(like.get(p.key, 0.0), LIFTED * below[p.key]) for p in parents}
    top = max(lifted.values(), default=0.0) or 1.0
    tops = {level: _best(lifted, [p.key for p in parents if p.level == level]) for level in _levels(parents)}
    rivals = sum(x > CLOSE * top for x in lifted.values()) or 1
    return {
        p.key: Standing(
            own=like.get(p.key, 0.0),
            below=below[p.key],
            above=_best(like, p.above),
            child_above=max((of_child.get(k, {}).get(p.key, 0.0) for k in child.above), default=0.0),
            child_below=max((of_child.get(k, {}).get(p.key, 0.0) for k in child.below), default=0.0),
            share=lifted[p.key] / top,
            share_of_level=lifted[p.key] / (tops[p.level] or 1.0),
            alone=lifted[p.key] / top / rivals,
            is_target=float(p.level == "target"),
            other_area=other_area(child, p),
        )
        for p in parents
    }


def _best(likenesses: Mapping[str, float], keys: Sequence[str]) -> float:
    return max((likenesses.get(key, 0.0) for key in keys), default=0.0)


def _levels(rows: Sequence[Row]) -> list[str]:
    return sorted({row.level for row in rows})
