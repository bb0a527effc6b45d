"""A generated corpus: provinces with a ten-year plan, a yearly plan and the plans of their departments.

Rows are alike in kind and number to those of real plans (10 targets, 30 tasks, 60 activities a plan); every
second row of a lower plan is linked to two rows above, by hand and not by the aligner.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.graph import iri
from loaders.graph.agencies import agency_triples
from loaders.graph.corpus import vocabulary_triples
from loaders.graph.indicators import indicator_triples
from loaders.graph.inferred import add_link, alignment_iri
from loaders.graph.iri import Iris
from loaders.graph.plan import PlanGraph, build_plan
from loaders.graph.resolved import mentions, resolved_triples
from loaders.graph.triples import Triples, decimal, to_nquads
from loaders.records import (
    Activity,
    CitationRecord,
    DocumentRecord,
    MeasureRecord,
    PlanRecord,
    Section,
    Target,
    Task,
)
from ontology.codes import code_iri
from ontology.registry import Registry
from ontology.terms import CCHC

TARGETS, TASKS, ACTIVITIES = 10, 30, 60
BLOCK = 1_000_000
INDICATOR = "mức độ hài lòng của người dân về giải quyết thủ tục hành chính"


def quads(provinces: int = 20, departments: int = 23) -> Iterator[str]:
    """N-Quads of ``provinces`` × (2 + ``departments``) plans."""
    registry = Registry.load()
    families = [family(registry, place.label, departments) for place in registry.provinces[:provinces]]
    plans = [plan for members in families for plan in members]
    names, found = Iris(), mentions(plans)
    resolved = resolved_triples(plans, found)
    resolved.update(indicator_triples(plans))
    for plan in plans:
        yield to_nquads(plan.triples, plan.graph)
    yield from _blocks(to_nquads(resolved, names.graph("resolved")))
    yield from _blocks(to_nquads(_links(families), names.graph("inferred")))
    yield from _blocks(to_nquads(agency_triples(plans), names.graph("registry/agencies")))
    yield to_nquads(vocabulary_triples(), names.graph("ontology"))


def _blocks(text: str) -> Iterator[str]:
    """``text`` in pieces that are quickly read."""
    return (text[i : i + BLOCK] for i in range(0, len(text), BLOCK))


def family(registry: Registry, place: str, departments: int) -> list[PlanGraph]:
    """The plans of one province: ten years, one year, then the departments."""
    names = [d.name for d in registry.departments][:departments]
    leads = [*names, "Các sở, ban, ngành", "UBND cấp huyện"]
    ten = _record(f"UBND {place}", "100/KH-UBND", (2021, 2030), leads, None)
    year = _record(f"UBND {place}", "200/KH-UBND", (2024, 2024), leads, ten)
    below = [
        _record(f"{name} {place}", f"{i}/KH-SO", (2024, 2024), [name], year) for i, name in enumerate(names)
    ]
    return [build_plan(record, registry) for record in (ten, year, *below)]


def _record(
    issuer: str, number: str, period: tuple[int, int], leads: Sequence[str], above: PlanRecord | None
) -> PlanRecord:
    heading = DocumentRecord(
        number=number,
        kind="Kế hoạch",
        title=f"Kế hoạch cải cách hành chính {period[0]}",
        issuer=issuer,
        date=f"{period[0] - 1}-12-20",
        period=period,
    )
    targets = [
        Target(key=f"I/1.{i}", label=f"1.{i}", text=f"Mục tiêu {i} của {issuer}") for i in range(TARGETS)
    ]
    tasks = [
        Task(
            key=f"I/2.{i}", label=f"2.{i}", target=targets[i % TARGETS].key, text=f"Nhiệm vụ {i} của {issuer}"
        )
        for i in range(TASKS)
    ]
    activities = [_activity(i, period, leads, tasks[i % TASKS]) for i in range(ACTIVITIES)]
    return PlanRecord(
        doc=f"{number.replace('/', '-')}.txt",
        document=heading,
        sections=(Section(key="I", title="CẢI CÁCH THỂ CHẾ", area="institution"),),
        targets=tuple(targets),
        tasks=tuple(tasks),
        activities=tuple(activities),
        citations=_citation(above),
        measures=tuple(_measure(t.key, i, period) for i, t in enumerate(targets)),
    )


def _activity(i: int, period: tuple[int, int], leads: Sequence[str], task: Task) -> Activity:
    return Activity(
        key=f"I/3.{i}",
        label=f"3.{i}",
        row=None,
        task=task.key,
        target=task.target,
        text=f"Hoạt động {i}",
        lead=(leads[i % len(leads)],),
        lead_raw=leads[i % len(leads)],
        coord=(leads[(i + 1) % len(leads)],),
        start=f"{period[0]}-01-01",
        end=f"{period[1]}-12-31",
        lines=(i * 3 + 1, i * 3 + 3),
    )


def _measure(key: str, order: int, period: tuple[int, int]) -> MeasureRecord:
    """The figure of a target: each of a plan is of another indicator, and every plan has these."""
    indicator = f"tỷ lệ hồ sơ nhóm {order} giải quyết đúng hạn" if order else INDICATOR
    value = 80 + order
    return MeasureRecord(
        text=f"{indicator} đạt {value}%",
        indicator=indicator,
        comparator=">=",
        value=value,
        unit="%",
        by=str(period[1]),
        where="annex",
        in_=key,
    )


def _citation(above: PlanRecord | None) -> tuple[CitationRecord, ...]:
    if above is None:
        return ()
    said = above.document
    mention = CitationRecord(
        text=f"Kế hoạch số {said.number}",
        number=said.number,
        kind="Kế hoạch",
        date=said.date,
        issuer=said.issuer,
        role="implements",
        where="preamble",
    )
    return (mention,)


def _links(families: Sequence[Sequence[PlanGraph]]) -> Triples:
    out = Triples()
    for ten, year, *below in families:
        for child, parent in [(year, ten), *((plan, year) for plan in below)]:
            out.add(child.plan, CCHC.alignedWith, parent.plan)
            _link_rows(out, child, parent)
    return out


def _link_rows(out: Triples, child: PlanGraph, parent: PlanGraph) -> None:
    below = (*_keys(child), *(a.key for a in child.record.activities))[::2]
    above = _keys(parent)
    for i, key in enumerate(below):
        for other in (above[i % len(above)], above[(i + 7) % len(above)]):
            one, two = iri.row(child.plan, key), iri.row(parent.plan, other)
            node = alignment_iri(one, two)
            add_link(out, node, one, two)
            out.add(node, CCHC.score, decimal(0.5 + i % 40 / 100))
            out.text(node, CCHC.evidence, "cùng nội dung")
            out.text(node, CCHC.evidence, f"cùng cụm từ “nhiệm vụ {i}”")
            out.add(node, CCHC.origin, code_iri("origin", "inferred"))
            out.add(one, CCHC.alignedTo, two)


def _keys(plan: PlanGraph) -> tuple[str, ...]:
    return (*(t.key for t in plan.record.targets), *(t.key for t in plan.record.tasks))
