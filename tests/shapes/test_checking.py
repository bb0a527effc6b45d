"""Whole plans checked: hand-checked readings, every source of graphs, and records that lack things."""

from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest
from rdflib import URIRef

from loaders import records
from loaders.graph.corpus import corpus_graphs
from loaders.graph.plan import build_plan
from loaders.graph.triples import to_nquads
from ontology.registry import Registry
from service.store.embedded import EmbeddedStore
from service.store.generations import Generations
from service.store.model import Limits, Manifest
from shapes import check, check_record
from shapes.errors import NotLoaded
from shapes.finding import Finding
from shapes.memory import Memory
from shapes.rules import Severity

READINGS = Path(__file__).parents[1] / "readings"
REGISTRY = Registry.load()

# What needs work in the readings, checked by hand against the plans: rule and the row's key.
EXPECTED = {
    "bac-giang-2021-2030": {("plan-without-basis", "")},
    "bac-giang-2024": {("task-without-time", "II/5/5.1")},
    "bac-kan-2024": {("activity-without-lead", "III/3.39")},
    "so-khdt-tuyen-quang-2023": {("time-outside-plan", "I/2")},
    "van-phong-bac-kan-2025": {("plan-without-number", ""), ("plan-without-date", "")},
}


def reading(name: str) -> records.PlanRecord:
    return records.load((READINGS / f"{name}.json").read_text(encoding="utf-8"))


@cache
def findings(name: str) -> tuple[Finding, ...]:
    return tuple(check_record(reading(name), REGISTRY))


@cache
def quads() -> str:
    built = [build_plan(reading(name), REGISTRY) for name in EXPECTED]
    return "".join(to_nquads(triples, name) for name, triples in corpus_graphs(built))


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    folder = tmp_path_factory.mktemp("checked")
    Generations(folder).write([quads()], Manifest())
    store = EmbeddedStore(folder, Limits(workers=1))
    yield store
    store.close()


def key(finding: Finding) -> str:
    return unquote(finding.item.iri.partition("/row/")[2])


@pytest.mark.parametrize("name", EXPECTED)
def test_the_readings_have_the_faults_their_plans_have(name):
    found = [f for f in findings(name) if f.severity is not Severity.INFO]
    assert {(f.rule.name, key(f)) for f in found} == EXPECTED[name]
    assert all(f.place.file == reading(name).doc for f in found)


def test_no_reading_has_a_fault_of_form():
    for name in EXPECTED:
        faults = [f for f in findings(name) if f.rule.group == "form"]
        # Hand-checked targets and tasks carry no lines; those of the reader do.
        assert {f.rule.name for f in faults} <= {"row-without-place"}


def test_the_store_and_the_memory_give_the_same_findings(stored):
    assert [f.to_json() for f in check(stored)] == [f.to_json() for f in check(Memory(quads()))]


def test_one_plan_of_the_store_alone(stored):
    every = check(stored)
    plan = next(f.plan.iri for f in every if f.plan)
    assert check(stored, plan) == [f for f in every if f.plan and f.plan.iri == plan]


def test_a_plan_that_is_only_cited_is_no_plan_without_faults(stored):
    with pytest.raises(NotLoaded, match="viện dẫn"):
        check(stored, URIRef("https://example.org/nothing"))


def test_nothing_is_found_in_nothing():
    assert check(Memory("")) == []


def small(**changes) -> records.PlanRecord:
    """A plan with nothing to find but what ``changes`` of its activity make."""
    activity = records.Activity(
        **{
            "key": "I/1",
            "label": "1",
            "row": None,
            "task": None,
            "target": None,
            "text": "Kiểm tra công tác cải cách hành chính",
            "product": "Báo cáo",
            "lead_raw": "Sở Nội vụ",
            "lead": ("Sở Nội vụ",),
            "time": "Quý II/2024",
            "start": "2024-04-01",
            "end": "2024-06-30",
            "lines": (12, 14),
        }
        | changes
    )
    basis = records.CitationRecord(
        text="Nghị quyết số 76/NQ-CP ngày 15/7/2021",
        number="76/NQ-CP",
        kind="Nghị quyết",
        date="2021-07-15",
        issuer=None,
        role="basis",
        where="preamble",
        lines=(3, 3),
    )
    document = records.DocumentRecord(
        number="15/KH-UBND",
        kind="Kế hoạch",
        title="Kế hoạch cải cách hành chính năm 2024",
        issuer="UBND tỉnh Bắc Kạn",
        date="2024-01-15",
        period=(2024, 2024),
        signer="Nguyễn Văn A",
    )
    section = records.Section(key="I", title="CẢI CÁCH THỂ CHẾ", area="institution", lines=(10, 10))
    return records.PlanRecord(
        doc="du-thao.txt",
        document=document,
        sections=(section,),
        activities=(activity,),
        citations=(basis,),
    )


@pytest.mark.parametrize(
    ("changes", "rules"),
    [
        ({}, []),
        ({"lead": (), "lead_raw": None}, ["activity-without-lead"]),
        ({"lead": ()}, ["lead-not-recognised"]),
        ({"time": None, "start": None, "end": None}, ["activity-without-time"]),
        ({"time": "Thường xuyên", "start": None, "end": None, "recurring": True}, []),
        ({"time": "Khi có yêu cầu", "start": None, "end": None}, ["time-unclear"]),
        ({"start": "2024-07-01"}, ["end-before-start"]),
        ({"start": "2023-04-01", "end": "2023-06-30"}, ["time-outside-plan"]),
        ({"product": None}, ["plan-without-products"]),
        ({"coord": ("Sở Nội vụ", "Sở Tư pháp")}, ["lead-also-coordinating"]),
        ({"lead": ("Các sở, ban, ngành",), "coord": ("Các sở, ban, ngành",)}, ["group-also-coordinating"]),
        ({"text": ""}, ["row-without-text"]),
    ],
)
def test_a_change_of_a_good_plan_is_found_and_nothing_else(changes, rules):
    assert [f.rule.name for f in check_record(small(**changes), REGISTRY)] == rules


def test_a_finding_names_plan_row_and_lines():
    (finding,) = check_record(small(coord=("Sở Nội vụ",)), REGISTRY)
    assert finding.message == (
        "Kế hoạch 15/KH-UBND · hoạt động 1. Kiểm tra công tác cải cách hành chính: "
        "Một cơ quan vừa chủ trì vừa phối hợp: Sở Nội vụ tỉnh Bắc Kạn (du-thao.txt, dòng 12–14)"
    )


def test_a_plan_without_anything_is_checked_as_well():
    bare = records.PlanRecord(doc="trong.txt", document=records.DocumentRecord())
    missing = {f.rule.name for f in check_record(bare, REGISTRY)}
    assert missing >= {
        "plan-without-title",
        "plan-without-issuer",
        "plan-without-period",
        "plan-without-rows",
    }


def test_findings_come_in_the_same_order_each_time():
    name = "van-phong-bac-kan-2025"
    assert tuple(check_record(reading(name), REGISTRY)) == findings(name)
