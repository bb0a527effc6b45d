"""A plan as far as it is compared with another edition of it: its rows, whatever they come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from loaders.records import WITHOUT_ACTIVITY, Activity, MeasureRecord, PlanRecord, Target, Task, section_of


@dataclass(frozen=True, kw_only=True)
class Row:
    """One target, task or activity; ``above`` is the key of the row it stands under.

    ``lead`` and ``coordinating`` are agencies by canonical name, sorted; ``figures`` as :func:`figure`
    writes them, sorted; ``start`` and ``end`` ISO dates.
    """

    key: str
    level: str
    text: str
    label: str | None = None
    above: str | None = None
    section: str = ""
    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    schedule: str | None = None
    start: str | None = None
    end: str | None = None
    product: str | None = None
    figures: tuple[str, ...] = ()
    place: str | None = None
    iri: str | None = None
    """The row's node, where it comes from a graph."""


@dataclass(frozen=True)
class Edition:
    """One plan: how lists call it, the first year it is for, and its rows in order."""

    label: str
    year: int | None
    rows: tuple[Row, ...]
    iri: str | None = None


def edition_of(plan: PlanRecord) -> Edition:
    """The edition that the records of a plan make."""
    document = plan.document
    name = " ".join(filter(None, (document.kind or "Kế hoạch", document.number or "(chưa ghi số)")))
    label = ", ".join(filter(None, (name, document.issuer)))
    return Edition(label, document.period[0] if document.period else None, tuple(_rows(plan)))


def figure(comparator: str, value: float | str, unit: str | None, due: int | str | None) -> str:
    """A number to be reached in one line: ">= 90 % (2025)"."""
    number = f"{float(value):.6f}".rstrip("0").rstrip(".")
    return " ".join(filter(None, (comparator, number, unit, f"({due})" if due else "")))


Figures = dict[str, list[str]]


def _figures(measures: Iterable[MeasureRecord]) -> Figures:
    found: Figures = {}
    for m in measures:
        if m.in_:
            key = m.in_.removesuffix(WITHOUT_ACTIVITY)
            found.setdefault(key, []).append(figure(m.comparator, m.value, m.unit, m.by))
    return found


def _rows(plan: PlanRecord) -> Iterator[Row]:
    figures = _figures(plan.measures)
    work = {a.task: a for a in plan.activities if a.key.endswith(WITHOUT_ACTIVITY) and a.task}
    for target in plan.targets:
        yield _row(plan, target, "target", None, figures)
    for task in plan.tasks:
        row = _row(plan, task, "task", task.parent or task.target, figures)
        yield _worked(row, work[task.key]) if task.key in work else row
    for activity in plan.activities:
        if not activity.key.endswith(WITHOUT_ACTIVITY):
            row = _row(plan, activity, "activity", activity.task or activity.target, figures)
            yield _worked(row, activity)


def _row(
    plan: PlanRecord, record: Target | Task | Activity, level: str, above: str | None, figures: Figures
) -> Row:
    lines = record.lines or record.rows
    return Row(
        key=record.key,
        level=level,
        text=record.text or "",
        label=record.label,
        above=above,
        section=section_of(record.key),
        figures=tuple(sorted(figures.get(record.key, ()))),
        place=f"{record.file or plan.doc}:{lines[0]}-{lines[1]}" if lines else None,
    )


def _worked(row: Row, work: Activity) -> Row:
    """``row`` with the agencies, time and product of ``work``."""
    return replace(
        row,
        lead=tuple(sorted(work.lead)),
        coordinating=tuple(sorted(work.coord)),
        schedule=work.time,
        start=work.start,
        end=work.end,
        product=work.product,
    )
