"""Every record of a reading as a card that a person can compare with the source beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.people.outline import outline
from loaders.records import Activity, Assignment, CitationRecord, MeasureRecord, Oddity, Placed, PlanRecord
from ontology.codes import codes
from queries.show import date
from service.reading.doubts import doubts

__all__ = ["Card", "cards"]

_LEVELS = {"section": "Phần", "target": "Mục tiêu", "task": "Nhiệm vụ", "activity": "Hoạt động"}


@dataclass(frozen=True)
class Card:
    """One record: its kind, the name over it, its text and further facts; ``look`` says what to look at.

    ``first`` and ``last`` are its lines in the source, 0 where it has no place.
    """

    id: str
    kind: str
    name: str
    text: str
    first: int
    last: int
    facts: tuple[tuple[str, str], ...] = ()
    look: tuple[str, ...] = ()


def cards(plan: PlanRecord) -> list[Card]:
    """The cards of ``plan``: rows in the order of the plan, then mentions, figures, duties and oddities."""
    return [*_rows(plan), *_mentions(plan)]


def _rows(plan: PlanRecord) -> Iterator[Card]:
    rows = outline(plan)
    look = doubts(plan, rows)
    for number, row in enumerate(rows, 1):
        placed = row.record if _span(row.record) or row.details is None else row.details
        name = f"{_LEVELS[row.level]} {row.cells.get('number', '')}".strip()
        facts = tuple(_facts(row.details)) if row.details else ()
        first, last = _span(placed) or (0, 0)
        doubtful = tuple(look.get(row.key, ()))
        yield Card(f"row-{number}", row.level, name, row.text, first, last, facts, doubtful)


def _facts(activity: Activity) -> Iterator[tuple[str, str]]:
    """The cells of a row, each with what was understood of it."""
    told = (
        ("Sản phẩm", activity.product),
        ("Chủ trì", _understood(activity.lead_raw, activity.lead)),
        ("Phối hợp", _understood(activity.coord_raw, activity.coord)),
        ("Thời gian", _time(activity)),
        ("Kinh phí", activity.budget),
    )
    yield from ((name, text) for name, text in told if text)
    yield from (activity.extra or {}).items()


def _understood(raw: str | None, agencies: tuple[str, ...]) -> str | None:
    names = "; ".join(agencies)
    return raw if raw == names else f"{raw or '(trống)'} → {names or 'không rõ'}" if raw or names else None


def _time(activity: Activity) -> str | None:
    if activity.time is None:
        return None
    days = " – ".join(date(day) for day in (activity.start, activity.end) if day)
    return f"{activity.time} → {'lặp lại' if activity.recurring and not days else days or 'không có ngày'}"


def _mentions(plan: PlanRecord) -> Iterator[Card]:
    groups: tuple[Iterable[Placed], ...] = (plan.citations, plan.measures, plan.assignments, plan.oddities)
    for number, record in enumerate((record for group in groups for record in group), 1):
        first, last = _span(record) or (0, 0)
        kind, name, text, look = _mention(record)
        yield Card(f"mention-{number}", kind, name, text, first, last, look=look)


def _mention(record: Placed) -> tuple[str, str, str, tuple[str, ...]]:
    """Kind, name, text of a record that is no row, and what to look at."""
    if isinstance(record, CitationRecord):
        role = codes("role")[record.role].vi
        told = (record.kind, record.number, date(record.date), record.issuer)
        return "mention", f"Viện dẫn ({role})", f"{record.text} → {', '.join(t for t in told if t)}", ()
    if isinstance(record, MeasureRecord):
        value = f"{record.value:g}".replace(".", ",")
        figure = (record.indicator, record.comparator, value, record.unit, record.by)
        return "mention", "Chỉ tiêu", f"{record.text} → {' '.join(f for f in figure if f)}", ()
    if isinstance(record, Oddity):
        return "oddity", "Điểm bất thường", record.what, (record.what,)
    assert isinstance(record, Assignment)  # noqa: S101 - there is no other kind
    return "mention", f"Trách nhiệm: {record.agency}", record.text, ()


def _span(record: Placed) -> tuple[int, int] | None:
    return record.lines or record.rows
