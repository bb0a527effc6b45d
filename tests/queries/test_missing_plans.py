"""Agencies that were renamed or merged: whose plan tells of their work."""

from dataclasses import replace
from pathlib import Path

import pytest
from chain import plan
from opened import opened

import queries
from loaders.graph.corpus import corpus_graphs
from loaders.graph.plan import build_plan
from loaders.graph.triples import to_nquads
from loaders.records import PlanRecord
from ontology.registry import Registry

PLACE = "tỉnh Bắc Giang"
OLD, NEW = "Sở Tài nguyên và Môi trường", "Sở Nông nghiệp và Môi trường"
ENDED, HEIR = "Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"


def above(lead: str, date: str) -> PlanRecord:
    made = plan("200/KH-UBND", f"UBND {PLACE}", (2025, 2025), None, leads={"I/2/1/a": (lead,)})
    return dated(made, date)


def below(issuer: str, date: str, year: int = 2025) -> PlanRecord:
    return dated(plan("7/KH-SO", f"{issuer} {PLACE}", (year, year), None), date)


def dated(made: PlanRecord, date: str) -> PlanRecord:
    return replace(made, document=replace(made.document, date=date))


CASES = [
    ("none", above(NEW, "2025-03-10"), [], {NEW: None}),
    ("its own", above(NEW, "2025-03-10"), [below(NEW, "2025-03-20")], {}),
    ("its predecessor's", above(NEW, "2025-03-10"), [below(OLD, "2025-01-20")], {}),
    ("for another year", above(NEW, "2025-03-10"), [below(OLD, "2024-01-20", 2024)], {NEW: "2024"}),
    ("its heir's since", above(ENDED, "2024-12-20"), [below(HEIR, "2025-03-20")], {}),
    ("its heir's before", above(ENDED, "2024-12-20"), [below(HEIR, "2025-01-20")], {ENDED: None}),
]


@pytest.mark.parametrize(("upper", "lower", "missing"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_whose_plan_tells_of_an_agency(
    tmp_path: Path, upper: PlanRecord, lower: list[PlanRecord], missing: dict[str, str | None]
) -> None:
    registry = Registry.load()
    graphs = corpus_graphs([build_plan(record, registry) for record in (upper, *lower)])
    with opened([to_nquads(triples, graph) for graph, triples in graphs], tmp_path) as store:
        found = queries.run(store, "missing-plans", {"plan": "200/KH-UBND"}).records()
    told = {str(r["agency"]): r["other_years"] and str(r["other_years"]) for r in found}
    assert told == {f"{agency} {PLACE}": years for agency, years in missing.items()}
