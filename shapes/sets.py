"""The queries of this folder over whole graphs."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import SH, URIRef

from shapes.core import Result
from shapes.rules import rules
from shapes.source import Source


def results(source: Source, plan: URIRef | None = None) -> Iterator[Result]:
    """What the queries find in ``source``, or in ``plan`` alone; in no order.

    Findings about several plans have no plan and are left out when one is asked for.
    """
    for rule in rules().values():
        if rule.query is None or (plan is not None and "?plan" not in _projection(rule.query)):
            continue
        for row in source.select(rule.query, {"plan": plan} if plan else None).records():
            item, of = row["item"], row.get("plan")
            if isinstance(item, URIRef):
                plan_of_item = of if isinstance(of, URIRef) else None
                yield Result(rule, item, SH.SPARQLConstraintComponent, plan_of_item, row.get("value"))


def _projection(query: str) -> str:
    return query.partition("SELECT")[2].partition("WHERE")[0]
