"""Why an answer is empty: nothing is loaded for what was asked, or what is loaded says nothing of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rdflib import URIRef

from queries.ask import run
from queries.model import Table
from queries.unsettled import unsettled

if TYPE_CHECKING:
    from service.store.model import Store

SCOPE = {"province": "tỉnh", "level": "cấp", "year": "năm"}
"""Parameters that choose among the loaded plans, as the question "plans" takes them too."""

_LOADED = """PREFIX cchc: <https://w3id.org/cchc/ontology#>
SELECT ?graph WHERE { ?graph cchc:graphOf ?plan } LIMIT 1"""
_YEARS = """PREFIX cchc: <https://w3id.org/cchc/ontology#>
SELECT (MIN(?year) AS ?first) (MAX(?year) AS ?last)
WHERE { ?graph cchc:graphOf ?plan . ?plan cchc:year ?year }"""


def why_empty(store: Store, table: Table, arguments: Mapping[str, str]) -> str | None:
    """One Vietnamese sentence on why ``table``, the answer to ``arguments``, is empty; None where it is not.

    Raises whatever the store raises.
    """
    if table.rows:
        return None
    if not store.select(_LOADED).rows:
        return "Chưa nạp kế hoạch nào; hãy dựng đồ thị bằng: cchc build."
    return (
        _no_plan(store, arguments)
        or _not_loaded(store, table)
        or unsettled(store, table.arguments.get("instrument", ""))
        or _nothing_said(table, arguments)
    )


def _no_plan(store: Store, arguments: Mapping[str, str]) -> str | None:
    """That no plan is loaded for the place, level or year asked for, or for the year alone."""
    scope = {name: value for name, value in arguments.items() if name in SCOPE and value.strip()}
    if not scope or run(store, "plans", scope).rows:
        return None
    asked = ", ".join(f"{SCOPE[name]} {value}" for name, value in scope.items())
    ((first, last),) = store.select(_YEARS).rows
    known = (
        f" Các kế hoạch đã nạp thuộc các năm {first}-{last}." if "year" in scope and first and last else ""
    )
    return f"Chưa nạp kế hoạch nào của {asked}.{known}"


def _not_loaded(store: Store, table: Table) -> str | None:
    plan = table.arguments.get("plan")
    if not isinstance(plan, URIRef) or store.select(_LOADED, {"plan": plan}).rows:
        return None
    return "Kế hoạch này mới chỉ được viện dẫn, chưa nạp nội dung."


def _nothing_said(table: Table, arguments: Mapping[str, str]) -> str:
    given = [(p.label, arguments[p.name]) for p in table.query.parameters if p.name in arguments]
    asked = "; ".join(f"{label} “{value}”" for label, value in given)
    return (
        f"Các kế hoạch đã nạp không có gì khớp với: {asked}."
        if asked
        else "Các kế hoạch đã nạp không có gì như vậy."
    )
