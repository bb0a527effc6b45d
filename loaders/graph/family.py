"""Which loaded plans stand above a plan: those it names, or the nearest of their family."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz
from rdflib import URIRef

from loaders.graph.plan import PlanGraph
from loaders.graph.resolved import Mention, parents_of
from ontology.slug import fold

SAME_SUBJECT = 80
"""Least likeness (0..100) of two titles without their years for plans on one subject."""
_YEARS = re.compile(r"\d{4}")


class Loaded:
    """The loaded plans, found by what a plan says of the one above it: the document itself, or its issuer."""

    def __init__(self, plans: Sequence[PlanGraph]) -> None:
        self._by_node: dict[URIRef, list[PlanGraph]] = defaultdict(list)
        self._by_issuer: dict[str | None, list[tuple[PlanGraph, str]]] = defaultdict(list)
        for plan in plans:
            self._by_node[plan.plan].append(plan)
            self._by_issuer[plan.key.issuer].append((plan, _subject(plan)))

    def above(self, plan: PlanGraph, found: Iterable[Mention]) -> list[PlanGraph]:
        """The plans to look in for the rows that ``plan`` carries out; ``found`` are its resolved citations.

        They are the parents it names; where none of these is loaded, for each the plan of the same issuer on
        the same subject that is nearest in time, the earlier one of two. In the order of their IRIs.
        """
        parents = parents_of(plan, found)
        named = sorted({m.document for m in parents})
        loaded = [p for document in named for p in self._by_node.get(document, ()) if p is not plan]
        if loaded:
            return loaded
        nearest = (self._nearest(plan, m.key.issuer) for m in parents)
        return sorted({p.plan: p for p in nearest if p}.values(), key=lambda p: p.plan)

    def _nearest(self, plan: PlanGraph, issuer: str | None) -> PlanGraph | None:
        subject = _subject(plan)
        family = [
            p
            for p, other in self._by_issuer.get(issuer, ())
            if p is not plan and subject and other and fuzz.token_set_ratio(subject, other) >= SAME_SUBJECT
        ]
        return min(family, key=lambda p: (_distance(p, plan), _first_year(p), p.plan), default=None)


def _subject(plan: PlanGraph) -> str:
    """The title without its years and marks."""
    return _YEARS.sub("", fold(plan.record.document.title or ""))


def _first_year(plan: PlanGraph) -> int:
    period = plan.record.document.period
    return period[0] if period else 0


def _distance(one: PlanGraph, other: PlanGraph) -> int:
    return abs(_first_year(one) - _first_year(other))
