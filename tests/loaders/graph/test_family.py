"""Which loaded plan stands above a plan."""

import pytest

from loaders.graph.family import Loaded
from loaders.graph.plan import PlanGraph, build_plan
from loaders.graph.resolved import mentions
from loaders.records import CitationRecord, DocumentRecord, PlanRecord
from ontology.registry import Registry

REGISTRY = Registry.load()
PROVINCE, OTHER, OFFICE = "UBND tỉnh Bắc Giang", "UBND tỉnh Nghệ An", "Sở Nội vụ tỉnh Bắc Giang"


def plan(number: str, issuer: str, year: int, *above: str, subject: str = "cải cách hành chính") -> PlanGraph:
    """A plan of ``issuer`` that says it carries out the plans ``above``, all of the province and the year."""
    record = PlanRecord(
        doc=f"{number[:3]}-{year}.txt",
        document=DocumentRecord(
            number=number,
            kind="Kế hoạch",
            title=f"Kế hoạch {subject} năm {year}".strip() if subject else "",
            issuer=issuer,
            date=f"{year}-01-10",
            period=(year, year),
        ),
        citations=tuple(
            CitationRecord(
                text=f"Kế hoạch số {one}",
                number=one,
                kind="Kế hoạch",
                date=f"{year}-01-10",
                issuer=PROVINCE,
                role="implements",
                where="preamble",
            )
            for one in above
        ),
    )
    return build_plan(record, REGISTRY)


CHILD = ("15/KH-SNV", OFFICE, 2024)
OLD, NEW = plan("11/KH-UBND", PROVINCE, 2022), plan("12/KH-UBND", PROVINCE, 2026)
NAMED, SECOND = plan("21/KH-UBND", PROVINCE, 2024), plan("22/KH-UBND", PROVINCE, 2024)
ELSEWHERE = plan("23/KH-UBND", OTHER, 2024)
FORESTS = plan("24/KH-UBND", PROVINCE, 2024, subject="trồng rừng phòng hộ đầu nguồn")
UNTITLED = plan("25/KH-UBND", PROVINCE, 2024, subject="")

CASES = [
    ("what is named and loaded", plan(*CHILD, "21/KH-UBND"), [OLD, NAMED, NEW], [NAMED]),
    ("all that are named", plan(*CHILD, "22/KH-UBND", "21/KH-UBND"), [SECOND, NAMED], [NAMED, SECOND]),
    ("those of them that are loaded", plan(*CHILD, "22/KH-UBND", "21/KH-UBND"), [OLD, NAMED], [NAMED]),
    ("else the nearest, of two the earlier", plan(*CHILD, "21/KH-UBND"), [NEW, OLD], [OLD]),
    ("of the same issuer", plan(*CHILD, "21/KH-UBND"), [ELSEWHERE, NEW], [NEW]),
    ("on the same subject", plan(*CHILD, "21/KH-UBND"), [FORESTS, UNTITLED, NEW], [NEW]),
    ("nothing is like it", plan(*CHILD, "21/KH-UBND"), [FORESTS, UNTITLED, ELSEWHERE], []),
    ("it names none", plan(*CHILD), [NAMED], []),
]


@pytest.mark.parametrize(("child", "others", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_the_plan_above(child: PlanGraph, others: list[PlanGraph], expected: list[PlanGraph]) -> None:
    plans = [*others, child]
    found = [m for m in mentions(plans) if m.plan is child]
    assert [p.record.doc for p in Loaded(plans).above(child, found)] == [p.record.doc for p in expected]
