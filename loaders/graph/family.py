"""Which loaded plans stand above a plan: those it names, or the nearest of their family."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from loaders.graph.plan import PlanGraph
from loaders.graph.resolved import Mention, parents_of
from ontology.slug import fold

SAME_SUBJECT = 80
"""Least likeness (0..100) of two titles without their years for plans on one subject."""
_YEARS = re.compile(r"\d{4}")


def plans_above(plan: PlanGraph, plans: Sequence[PlanGraph], found: Iterable[Mention]) -> list[PlanGraph]:
    """The loaded plans to look in for the rows that ``plan`` carries out.

    They are the parents it names; where none of these is loaded, for each the plan of the same issuer on the
    same subject that is nearest in time, the earlier one of two.
    """
    parents = parents_of(plan, found)
    named = {m.document for m in parents}
    loaded = [p for p in plans if p.plan in named and p is not plan]
    if loaded:
        return loaded
    nearest = (_nearest(plan, m.key.issuer, plans) for m in parents)
    return sorted({p.plan: p for p in nearest if p}.values(), key=lambda p: p.plan)


def _nearest(plan: PlanGraph, issuer: str | None, plans: Sequence[PlanGraph]) -> PlanGraph | None:
    family = [p for p in plans if p is not plan and p.key.issuer == issuer and _same_subject(p, plan)]
    return min(family, key=lambda p: (_distance(p, plan), _first_year(p), p.plan), default=None)


def _same_subject(one: PlanGraph, other: PlanGraph) -> bool:
    titles = [_YEARS.sub("", fold(p.record.document.title or "")) for p in (one, other)]
    return all(titles) and fuzz.token_set_ratio(*titles) >= SAME_SUBJECT


def _first_year(plan: PlanGraph) -> int:
    period = plan.record.document.period
    return period[0] if period else 0


def _distance(one: PlanGraph, other: PlanGraph) -> int:
    return abs(_first_year(one) - _first_year(other))
