"""Citations and figures of rows that a person corrected, brought to what the rows say now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from loaders.grammar import citation, measure
from loaders.layout.model import Line, Passage
from loaders.people.mend import Entry
from loaders.records import Activity, CitationRecord, MeasureRecord, PlanRecord, Target, Task
from loaders.rows.years import row_years

__all__ = ["read_again"]

Row = Target | Task | Activity
_M = TypeVar("_M", CitationRecord, MeasureRecord)


def read_again(
    plan: PlanRecord, entries: Mapping[str, Sequence[Entry]], before: Mapping[str, str]
) -> dict[str, list[Entry]]:
    """``entries`` by table, with the mentions in the changed rows of ``plan`` read again by the same grammar.

    ``before`` gives the texts of the changed rows as they were, by key. What the old text said and the new
    one says as well stays with its place; so does what other cells of the row say, and what a person stated.
    Mentions in rows that are gone stay with the plan.
    """
    listed: list[Row] = [*plan.targets, *plan.tasks, *plan.activities]
    rows = {row.key: row for row in listed}
    now = {key: row for key, row in rows.items() if key in before}
    out = {name: list(of_table) for name, of_table in entries.items()}
    for name, found in (("citations", _citations(plan, now)), ("measures", _measures(plan, now))):
        kept = [_held(entry, rows) for entry in entries[name] if not _lost(entry, before, now)]
        said = {_said(entry.record) for entry in kept}
        new = [record for record in found if _said(record) not in said]
        out[name] = kept + [Entry("", record) for record in new]
    return out


def _held(entry: Entry, rows: Mapping[str, Row]) -> Entry:
    record = entry.record
    assert isinstance(record, CitationRecord | MeasureRecord)  # noqa: S101 - duties stand in no row
    return (
        entry
        if record.in_ in rows or record.in_ is None
        else replace(entry, record=replace(record, in_=None))
    )


def _lost(entry: Entry, before: Mapping[str, str], now: Mapping[str, Row]) -> bool:
    """Whether the entry's text stood in its row's old text and stands in the new one no more."""
    record = entry.record
    row = now.get(getattr(record, "in_", None) or "")
    if row is None or entry.place is not None:
        return False
    return record.text in before[row.key] and record.text not in (row.text or "")


def _said(record: object) -> tuple[str | None, str]:
    """What tells one mention of a row from another: a document's number, or the words."""
    assert isinstance(record, CitationRecord | MeasureRecord)  # noqa: S101 - duties stand in no row
    number = record.number if isinstance(record, CitationRecord) else None
    return record.in_, number or record.text


def _citations(plan: PlanRecord, rows: Mapping[str, Row]) -> Iterable[CitationRecord]:
    for key, row in rows.items():
        found = citation.find(_passage(row), where="annex", in_=key, own=plan.document.number)
        yield from (_placed(record, row) for record in found)


def _measures(plan: PlanRecord, rows: Mapping[str, Row]) -> Iterable[MeasureRecord]:
    years = row_years(plan.activities) if rows else {}
    since = plan.document.period[0] if plan.document.period else None
    for key, row in rows.items():
        found = measure.find(_passage(row), where="annex", in_=key, year=years.get(key), since=since)
        yield from (_placed(record, row) for record in found)


def _placed(record: _M, row: Row) -> _M:
    """``record`` where its row stands."""
    return replace(record, lines=row.lines, page=row.page, sheet=row.sheet, rows=row.rows, file=row.file)


def _passage(row: Row) -> Passage:
    return Passage.of([Line(1, row.text or "")])
