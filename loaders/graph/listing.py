"""How lists over several plans call each plan and in which order: part of the graph ``resolved``.

Both follow from what the plans' own graphs say. They are written once, so that a list of many rows is sorted
by a number and names a plan by one look-up (docs/decisions/936).
"""

from __future__ import annotations

from collections.abc import Sequence

from loaders.graph.plan import PlanGraph, label_of, years_of
from loaders.graph.triples import Triples
from ontology.terms import CCHC


def list_triples(plans: Sequence[PlanGraph]) -> Triples:
    """``cchc:listName`` and ``cchc:listOrder`` of ``plans``, counted from 1 by name and then by IRI."""
    out = Triples()
    for order, (name, plan) in enumerate(sorted((list_name(plan), plan.plan) for plan in plans), 1):
        out.text(plan, CCHC.listName, name)
        out.integer(plan, CCHC.listOrder, order)
    return out


def list_name(plan: PlanGraph) -> str:
    """Kind and number, issuer, years: "Kế hoạch 213/KH-UBND, UBND tỉnh Bắc Giang, 2024"."""
    document = plan.record.document
    issuer = plan.issuer.label if plan.issuer else None
    return ", ".join(filter(None, (label_of(document), issuer, years_of(document))))
