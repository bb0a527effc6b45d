"""What holds for the graphs of any corpus, shown on the hand-checked readings of the five plans."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from rdflib import RDF, BNode, URIRef

from loaders import records
from loaders.errors import RecordError
from loaders.graph.corpus import corpus_graphs
from loaders.graph.plan import PlanGraph, build_plan
from loaders.graph.triples import to_nquads
from ontology.registry import Registry
from ontology.terms import CCHC

READINGS = sorted((Path(__file__).parents[2] / "readings").glob("*.json"))


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry.load()


@pytest.fixture(scope="module")
def plans(registry: Registry) -> list[PlanGraph]:
    return [build_plan(records.load(p.read_text(encoding="utf-8")), registry) for p in READINGS]


def test_identities_are_readable_and_stand_for_the_document(plans: list[PlanGraph]) -> None:
    assert [p.key.path for p in plans] == [
        "ke-hoach/tinh/bac-giang/ubnd/2021/402-kh-ubnd",
        "ke-hoach/tinh/bac-giang/ubnd/2023/213-kh-ubnd",
        "quyet-dinh/tinh/bac-kan/ubnd/2023/2448-qd-ubnd",
        "ke-hoach/tinh/tuyen-quang/so-ke-hoach-va-dau-tu/2023/122-kh-skh",
        "ke-hoach/tinh/bac-kan/van-phong-ubnd/khong-so/thuc-hien-cong-tac-cai-cach-hanh-chinh-2025",
    ]


def test_no_triple_stands_in_two_graphs_and_no_node_is_blank(plans: list[PlanGraph]) -> None:
    seen = Counter(t for _, triples in corpus_graphs(plans) for t in triples)
    assert [t for t, n in seen.items() if n > 1] == []
    assert [t for t in seen if any(isinstance(x, BNode) for x in t)] == []


def test_a_plan_graph_is_the_same_whatever_else_is_loaded(plans: list[PlanGraph], registry: Registry) -> None:
    for plan, path in zip(plans, READINGS, strict=True):
        alone = build_plan(records.load(path.read_text(encoding="utf-8")), registry)
        among = dict(corpus_graphs(plans))[plan.graph]
        assert to_nquads(alone.triples, alone.graph) == to_nquads(among, plan.graph)


def test_the_order_of_plans_changes_nothing(plans: list[PlanGraph]) -> None:
    forward = {g: to_nquads(t, g) for g, t in corpus_graphs(plans)}
    assert {g: to_nquads(t, g) for g, t in corpus_graphs(plans[::-1])} == forward


def test_every_term_of_the_project_is_in_its_vocabulary(plans: list[PlanGraph]) -> None:
    known = {str(CCHC[name]) for name in CCHC.__annotations__ if not name.startswith("_")}
    used = {
        str(x)
        for _, triples in corpus_graphs(plans)
        for _, p, o in triples
        for x in (p, o)
        if isinstance(x, URIRef) and str(x).startswith(str(CCHC._NS))
    }
    assert used - known == set()


def test_parent_plans_are_those_named(plans: list[PlanGraph]) -> None:
    resolved = dict(corpus_graphs(plans))[plans[0].iris.graph("resolved")]
    parents = {(s.split("/id/")[1], str(o).split("/id/")[1]) for s, p, o in resolved if p == CCHC.parentPlan}
    office = plans[4].key.path
    assert (office, "ke-hoach/tinh/bac-kan/ubnd/2024/893-kh-ubnd") in parents
    assert (plans[1].key.path, plans[0].key.path) in parents
    assert not any(child.endswith("893-kh-ubnd") for child, _ in parents)


def test_a_loaded_plan_is_not_described_again(plans: list[PlanGraph]) -> None:
    resolved = dict(corpus_graphs(plans))[plans[0].iris.graph("resolved")]
    assert plans[0].plan not in {s for s, p, _ in resolved if p == RDF.type}


def test_two_rows_with_one_key_are_refused(registry: Registry) -> None:
    record = records.PlanRecord(
        doc="hai-dong.txt",
        document=records.DocumentRecord(kind="Kế hoạch"),
        targets=(
            records.Target(key="I/1", label="1", text="a"),
            records.Target(key="I/1", label="1", text="b"),
        ),
    )
    with pytest.raises(RecordError, match=r"hai-dong\.txt: 2 dòng cùng khoá"):
        build_plan(record, registry)
