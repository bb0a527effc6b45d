"""The measures of resolving, on the hand-checked readings of the five plans.

right-nodes.csv (tests/ontology/registry) gives the node of every agency name with the rule used,
right-documents.csv the document of every citation, right-names.csv the node of names of other provinces and
years. All were written by hand from the plans and the rules of docs/decisions/701-703, before the names were
resolved. An empty node: nobody can say.
"""

from __future__ import annotations

import csv
from pathlib import Path

from loaders.records import PlanRecord, load
from loaders.resolve.agency import Agencies
from loaders.resolve.citation import resolve_citations
from ontology.registry import Registry

TESTS = Path(__file__).parents[2]
REGISTRY = Registry.load()
READINGS = [load(p.read_text(encoding="utf-8")) for p in sorted((TESTS / "readings").glob("*.json"))]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def names(plan: PlanRecord) -> set[str]:
    rows_of_plan = {name for activity in plan.activities for name in (*activity.lead, *activity.coord)}
    return rows_of_plan | {duty.agency for duty in plan.assignments}


def measured(found: list[str], right: list[str]) -> tuple[float, float]:
    """Precision over what was answered, recall over what has an answer."""
    hits = sum(f == r for f, r in zip(found, right, strict=True) if r)
    return hits / sum(map(bool, found)), hits / sum(map(bool, right))


def test_every_agency_resolves_to_its_node_or_is_listed_as_unknown() -> None:
    table = {
        (r["plan"], r["name"]): (r["node"], r["kind"])
        for r in rows(TESTS / "ontology/registry/right-nodes.csv")
    }
    assert set(table) == {(plan.doc, name) for plan in READINGS for name in names(plan)}
    found, right = [], []
    for plan in READINGS:
        day = plan.document.date or str((plan.document.period or (0,))[0])
        reader = Agencies.of(plan.document.issuer, day, REGISTRY)
        for name in sorted(names(plan)):
            ref, (node, kind) = reader.resolve(name), table[plan.doc, name]
            found.append(f"{ref.kind} {ref.iri_path}" if ref.known else "")
            right.append(f"{kind} {node}" if node else "")
    precision, recall = measured(found, right)
    assert precision >= 0.99
    assert recall >= 0.97


def test_names_of_other_provinces_and_years_mean_their_node_or_are_unknown() -> None:
    table = rows(TESTS / "loaders/resolve/right-names.csv")
    refs = [Agencies.of(r["issuer"], r["on"], REGISTRY).resolve(r["name"]) for r in table]
    found = [f"{ref.kind} {ref.iri_path}" if ref.known else "" for ref in refs]
    precision, recall = measured(found, [f"{r['kind']} {r['node']}" if r["node"] else "" for r in table])
    assert precision >= 0.99
    assert recall >= 0.97


def test_all_citations_of_one_instrument_meet_in_one_node() -> None:
    table = rows(TESTS / "loaders/resolve/right-documents.csv")
    keys = resolve_citations(READINGS, REGISTRY).keys
    assert [r["plan"] for r in table] == [p.doc for p in READINGS for _ in p.citations]
    found = [key.path if key else "" for plan in keys for key in plan]
    precision, recall = measured(found, [r["node"] for r in table])
    assert precision == 1.0
    assert recall >= 0.98


def test_the_readings_hold_no_contradicting_dates() -> None:
    assert resolve_citations(READINGS, REGISTRY).conflicts == ()
