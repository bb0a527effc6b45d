"""Small plans for the tests of the alignment."""

from collections.abc import Mapping

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


def target(key: str, text: str) -> Target:
    return Target(key=key, label=None, text=text)


def task(key: str, text: str, target: str | None = None, parent: str | None = None) -> Task:
    return Task(key=key, label=None, target=target, text=text, parent=parent)


def activity(
    key: str, text: str | None, task: str | None = None, target: str | None = None, product: str | None = None
) -> Activity:
    return Activity(key=key, label=None, row=None, task=task, target=target, text=text, product=product)


def cites(key: str, number: str) -> CitationRecord:
    return CitationRecord(
        text=f"Quyết định số {number}",
        number=number,
        kind="Quyết định",
        date=None,
        issuer=None,
        role="cited",
        where="annex",
        in_=key,
    )


def counts(key: str, indicator: str, value: float) -> MeasureRecord:
    return MeasureRecord(
        text=f"{value}% {indicator}",
        indicator=indicator,
        comparator="=",
        value=value,
        unit="%",
        by=None,
        where="annex",
        in_=key,
    )


def plan(
    *rows: Target | Task | Activity,
    areas: Mapping[str, str] | None = None,
    citations: tuple[CitationRecord, ...] = (),
    measures: tuple[MeasureRecord, ...] = (),
) -> PlanRecord:
    return PlanRecord(
        doc="plan",
        document=DocumentRecord(),
        sections=tuple(Section(key=k, title=k, area=a) for k, a in (areas or {}).items()),
        targets=tuple(r for r in rows if isinstance(r, Target)),
        tasks=tuple(r for r in rows if isinstance(r, Task)),
        activities=tuple(r for r in rows if isinstance(r, Activity)),
        citations=citations,
        measures=measures,
    )


PROVINCE = plan(
    target("I/1", "Nâng cao chất lượng công tác chỉ đạo cải cách hành chính"),
    task("I/1.1", "Tăng cường công tác tuyên truyền về CCHC", "I/1"),
    activity("I/1.1/1", "Tuyên truyền trên Cổng thông tin điện tử của tỉnh", "I/1.1", "I/1"),
    task("I/1.2", "Kiểm tra công tác CCHC tại các đơn vị", "I/1"),
    target("II/1", "100% phản ánh, kiến nghị được xử lý dứt điểm"),
    task("II/1.1", "Tiếp nhận, xử lý phản ánh, kiến nghị của cá nhân, tổ chức", "II/1"),
    target("II/2", "20% TTHC được rà soát có phương án đơn giản hóa"),
    task("II/2.1", "Rà soát, đánh giá TTHC", "II/2"),
    activity("II/2.1/1", "Xây dựng kế hoạch rà soát thủ tục hành chính", "II/2.1", "II/2"),
    activity("II/2.1/2", "Báo cáo kết quả rà soát", "II/2.1", "II/2"),
    areas={"I": "direction", "II": "procedure"},
)
"""A plan of a province: direction, and procedures."""
