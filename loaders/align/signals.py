"""What speaks for and against a link, as named numbers between 0 and 1.

First two rows are compared by themselves (:class:`Likeness`). Then a parent row is seen in its place
(:class:`Standing`): what the rows below it say, and how it stands against the other rows that could be
meant. Few signals, for few links are known to weigh them by.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from loaders.align.index import View, product
from loaders.align.rows import Row

SHORT = 60.0
"""Squared length below which a row is too short to be "covered": about four rare pairs of syllables."""
CLOSE = 0.7
"""Rows with this share of the best likeness compete with it."""


class Likeness(NamedTuple):
    """Signals of two rows by themselves. The fields of both classes are the keys of the model."""

    covered: float
    """How much of the shorter row's words the other one holds."""
    matters_covered: float
    """How much of the child row's matters the parent row's family names."""
    family_matters: float
    """Cosine of the matters of both families (a row with those above and below it)."""
    family: float
    """Cosine of the words of both families."""
    same_area: float
    """1 where they share an area, or one of them has none."""
    same_document: float
    same_act: float
    other_act: float
    """1 where both name acts and none is common."""


class Standing(NamedTuple):
    """Signals of a parent row among the others, made from likenesses.

    A row's standing counts the likeness of its best row below as its own, for a task is often only named
    in general words and said in its activities.
    """

    own: float
    below: float
    """Best likeness among the rows below the parent row."""
    child_below: float
    """Best likeness of the rows below the child row to the parent row."""
    share: float
    """Against the best row of all."""
    share_of_level: float
    """Against the best row of the same level."""
    alone: float
    """Its share of the best, divided by the number of rows that compete."""
    lead: float
    """How far it is ahead of (or behind) the best other row of its level."""
    same_level: float
    """1 where both are targets, or both tasks, and the child plan has goals of its own."""
    heir: float
    """Likeness of the rows above the child row, as far as it has no counterpart by itself."""
    lifted: float
    """How much more like the rows below are than the row, where the child plan has goals of its own."""


@dataclass(frozen=True)
class Side:
    """One of two rows compared: the row and its vectors."""

    row: Row
    view: View


def likeness(child: Side, parent: Side, own_product: float, family_product: float) -> Likeness:
    """The signals of two rows; the scalar products of their vectors come from the index.

    A row of another field, whose family names no known matter, is judged by its words in their stead.
    """
    c, p, a, b = child.view, parent.view, child.row, parent.row
    covered = min(1.0, own_product / max(SHORT, min(c.own_norm, p.own_norm) ** 2))
    family = _cosine(family_product, c.family_norm, p.family_norm)
    subject = product(c.family_matters, p.family_matters)
    common = sum(weight for matter, weight in c.matters.items() if matter in p.family_matters)
    named = sum(c.matters.values())
    strange = not c.family_matters
    return Likeness(
        covered=covered,
        matters_covered=covered if strange else common / named if named else 0.0,
        family_matters=family if strange else _cosine(subject, c.family_matters_norm, p.family_matters_norm),
        family=family,
        same_area=float(not (a.areas and b.areas and a.areas.isdisjoint(b.areas))),
        same_document=float(not a.cites.isdisjoint(b.cites)),
        same_act=float(not a.acts.isdisjoint(b.acts)),
        other_act=float(bool(a.acts and b.acts and a.acts.isdisjoint(b.acts))),
    )


def standings(
    child: Row, parents: Sequence[Row], of_child: Mapping[str, Mapping[str, float]]
) -> dict[str, Standing]:
    """The standing of each of ``parents`` for ``child``.

    ``of_child`` holds, by the key of a child row and of a parent row, the likenesses found (absent: 0).
    """
    like = of_child.get(child.key, {})
    below = {p.key: _best(like, p.below) for p in parents}
    lifted = {p.key: max(like.get(p.key, 0.0), below[p.key]) for p in parents}
    best = max(lifted.values(), default=0.0)
    top = best or 1.0
    rivals = len({p.words for p in parents if lifted[p.key] > CLOSE * top}) or 1
    found: dict[str, Standing] = {}
    for level in sorted({p.level for p in parents}):
        rows = sorted((p for p in parents if p.level == level), key=lambda p: -lifted[p.key])
        first = rows[0]
        second = max((lifted[p.key] for p in rows if p.words != first.words), default=0.0)
        for row in rows:
            mine = lifted[row.key]
            found[row.key] = Standing(
                own=like.get(row.key, 0.0),
                below=below[row.key],
                child_below=_best_of(child.below, row.key, of_child),
                share=mine / top,
                share_of_level=mine / (lifted[first.key] or 1.0),
                alone=mine / top / rivals,
                lead=mine - (second if row.words == first.words else lifted[first.key]),
                same_level=float(child.has_goals and child.level == row.level),
                heir=(1 - best) * _best_of(child.above, row.key, of_child),
                lifted=max(0.0, below[row.key] - like.get(row.key, 0.0)) if child.has_goals else 0.0,
            )
    return found


def _cosine(product: float, length: float, other: float) -> float:
    return product / (length * other) if product else 0.0


def _best(likenesses: Mapping[str, float], keys: Sequence[str]) -> float:
    return max((likenesses.get(key, 0.0) for key in keys), default=0.0)


def _best_of(children: Sequence[str], parent: str, of_child: Mapping[str, Mapping[str, float]]) -> float:
    return max((of_child.get(key, {}).get(parent, 0.0) for key in children), default=0.0)
