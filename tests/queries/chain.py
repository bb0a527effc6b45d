"""A small chain of plans: national, province for ten years and for one, department, commune; links set by hand.

The province's ten-year plan names the national programme, the yearly one the ten-year one, the department's
the yearly one. The commune's names a district plan that is not loaded and stands in for it is the yearly one.
Two more plans name each other.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from loaders.graph import iri
from loaders.graph.agencies import agency_triples
from loaders.graph.corpus import vocabulary_triples
from loaders.graph.inferred import add_link, alignment_iri
from loaders.graph.iri import Iris
from loaders.graph.plan import PlanGraph, build_plan
from loaders.graph.resolved import mentions, resolved_triples
from loaders.graph.triples import Triples, decimal, to_nquads
from loaders.records import (
    Activity,
    Assignment,
    CitationRecord,
    DocumentRecord,
    PlanRecord,
    Section,
    Target,
    Task,
)
from ontology.codes import code_iri
from ontology.registry import Registry
from ontology.terms import CCHC

NATION, TEN, YEAR, OFFICE, COMMUNE = "76/NQ-CP", "402/KH-UBND", "213/KH-UBND", "15/KH-SNV", "19/KH-UBND"


def plan(
    number: str,
    issuer: str,
    period: tuple[int, int],
    above: str | None,
    *,
    kind: str = "Kế hoạch",
    leads: dict[str, tuple[str, ...]] | None = None,
    duties: Iterable[str] = (),
) -> PlanRecord:
    """A plan with targets I/1 and I/2, tasks I/1/1 (nested: I/1/1/1) and I/2/1, activities below each task."""
    given = leads or {}
    return PlanRecord(
        doc=f"{number.split('/', maxsplit=1)[0]}.txt",
        document=DocumentRecord(
            number=number,
            kind=kind,
            title=f"Cải cách hành chính {issuer}",
            issuer=issuer,
            date=f"{period[0] - 1}-12-01",
            period=period,
        ),
        sections=(Section(key="I", title="CẢI CÁCH THỂ CHẾ", area="institution", lines=(1, 1)),),
        targets=tuple(
            Target(key=f"I/{i}", label=f"{i}", text=f"Mục tiêu {i} {number}", lines=(i, i)) for i in (1, 2)
        ),
        tasks=(
            _task("I/1/1", "I/1", None, number),
            _task("I/1/1/1", None, "I/1/1", number),
            _task("I/2/1", "I/2", None, number),
        ),
        activities=tuple(
            _activity(f"{task}/{n}", task, number, given.get(f"{task}/{n}", ()))
            for task, n in (("I/1/1/1", "a"), ("I/2/1", "a"), ("I/2/1", "b"))
        ),
        citations=(_citation(above),) if above else (),
        assignments=tuple(
            Assignment(agency=a, text=f"Ban hành kế hoạch {number}", lines=(9, 9)) for a in duties
        ),
    )


def _task(key: str, target: str | None, parent: str | None, number: str) -> Task:
    return Task(key=key, label=key[2:], target=target, parent=parent, text=f"Nhiệm vụ {key} {number}")


def _activity(key: str, task: str, number: str, leads: tuple[str, ...]) -> Activity:
    return Activity(
        key=key,
        label=key[-1],
        row=None,
        task=task,
        target=None,
        text=f"Hoạt động {key} {number}",
        lead=leads,
        lines=(5, 6),
    )


def _citation(printed: str) -> CitationRecord:
    """A mention "KIND NUMBER ISSUER DATE" of the document above."""
    kind, number, issuer, date = printed.split("|")
    return CitationRecord(
        text=f"{kind} số {number}",
        number=number,
        kind=kind,
        date=date,
        issuer=issuer,
        role="implements",
        where="preamble",
        lines=(2, 2),
    )


PLANS = [
    plan(NATION, "Chính phủ", (2021, 2030), None, kind="Nghị quyết"),
    plan(TEN, "UBND tỉnh Bắc Giang", (2021, 2030), f"Nghị quyết|{NATION}|Chính phủ|2020-12-01"),
    plan(
        YEAR,
        "UBND tỉnh Bắc Giang",
        (2024, 2024),
        f"Kế hoạch|{TEN}|UBND tỉnh Bắc Giang|2020-12-01",
        leads={
            "I/1/1/1/a": ("Sở Nội vụ",),
            "I/2/1/a": ("Sở Tư pháp", "Bộ Nội vụ"),
            "I/2/1/b": ("Các sở, ban, ngành",),
        },
        duties=("Sở Tư pháp",),
    ),
    plan(
        OFFICE,
        "Sở Nội vụ tỉnh Bắc Giang",
        (2024, 2024),
        f"Kế hoạch|{YEAR}|UBND tỉnh Bắc Giang|2023-12-01",
        leads={"I/2/1/a": ("Phòng Cải cách hành chính",), "I/2/1/b": ("UBND cấp huyện",)},
    ),
    plan(
        COMMUNE,
        "UBND xã Dĩnh Trì, tỉnh Bắc Giang",
        (2024, 2024),
        "Kế hoạch|17/KH-UBND|UBND huyện Lạng Giang|2023-12-01",
    ),
    plan(
        "11/KH-A",
        "Sở Y tế tỉnh Bắc Giang",
        (2023, 2023),
        "Kế hoạch|12/KH-B|Sở Xây dựng tỉnh Bắc Giang|2022-12-01",
    ),
    plan(
        "12/KH-B",
        "Sở Xây dựng tỉnh Bắc Giang",
        (2023, 2023),
        "Kế hoạch|11/KH-A|Sở Y tế tỉnh Bắc Giang|2022-12-01",
    ),
]


@dataclass(frozen=True)
class Link:
    """A row, the row above it that it carries out, and who says so."""

    child: tuple[str, str]
    parent: tuple[str, str]
    origin: str = "inferred"
    score: float | None = 0.8


LINKS = [
    Link((TEN, "I/1"), (NATION, "I/1")),
    Link((YEAR, "I/1"), (TEN, "I/1"), score=0.9),
    Link((YEAR, "I/1"), (TEN, "I/1/1"), score=0.7),
    Link((OFFICE, "I/1/1/1"), (YEAR, "I/1/1/1"), "person", None),
    Link((OFFICE, "I/1"), (YEAR, "I/1")),
    Link((COMMUNE, "I/1"), (YEAR, "I/1"), score=0.6),
    Link(("11/KH-A", "I/1"), ("12/KH-B", "I/1")),
    Link(("12/KH-B", "I/1"), ("11/KH-A", "I/1")),
]


def chain_quads() -> list[str]:
    """The graph of the chain as N-Quads."""
    registry = Registry.load()
    plans = [build_plan(record, registry) for record in PLANS]
    names = Iris()
    graphs = [(plan.graph, plan.triples) for plan in plans] + [
        (names.graph("resolved"), resolved_triples(plans, mentions(plans))),
        (names.graph("inferred"), _links({p.record.document.number: p for p in plans})),
        (names.graph("registry/agencies"), agency_triples(plans)),
        (names.graph("ontology"), vocabulary_triples()),
    ]
    return [to_nquads(triples, graph) for graph, triples in graphs]


def _links(plans: dict[str | None, PlanGraph]) -> Triples:
    out = Triples()
    for link in LINKS:
        child, parent = (plans[number] for number, _ in (link.child, link.parent))
        one, two = iri.row(child.plan, link.child[1]), iri.row(parent.plan, link.parent[1])
        node = alignment_iri(one, two)
        add_link(out, node, one, two)
        out.add(child.plan, CCHC.alignedWith, parent.plan)
        out.add(one, CCHC.alignedTo, two)
        out.add(node, CCHC.origin, code_iri("origin", link.origin))
        if link.score is not None:
            out.add(node, CCHC.score, decimal(link.score))
            out.text(node, CCHC.evidence, "cùng nội dung “thể chế”")
            out.text(node, CCHC.evidence, "cùng lĩnh vực “Cải cách thể chế”")
    return out
