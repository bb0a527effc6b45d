"""Citations and figures of rows whose text a person corrected, read again by the same grammar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from loaders.grammar import citation, measure
from loaders.layout.model import Line, Passage
from loaders.records import Activity, PlanRecord, Target, Task
from loaders.rows.years import row_years

__all__ = ["read_again"]


def read_again(plan: PlanRecord, before: Mapping[str, str]) -> PlanRecord:
    """``plan`` with the mentions in its changed rows; ``before`` gives their texts as they were, by key.

    What the old text said and the new one says as well stays with its place; what other cells of the row say
    stays too.
    """
    rows: list[Target | Task | Activity] = [*plan.targets, *plan.tasks, *plan.activities]
    now = {row.key: row for row in rows if row.key in before}
    citations = [c for c in plan.citations if c.in_ not in now or not _lost(c.text, before, now, c.in_)]
    measures = [m for m in plan.measures if m.in_ not in now or not _lost(m.text, before, now, m.in_)]
    cited = {(c.in_, c.number or c.text) for c in citations}
    reached = {(m.in_, m.text) for m in measures}
    years = row_years(plan.activities)
    since = plan.document.period[0] if plan.document.period else None
    for key, row in now.items():
        passage = Passage.of([Line(1, row.text or "")])
        found = citation.find(passage, where="annex", in_=key, own=plan.document.number)
        citations += [replace(c, lines=row.lines) for c in found if (key, c.number or c.text) not in cited]
        figures = measure.find(passage, where="annex", in_=key, year=years.get(key), since=since)
        measures += [replace(m, lines=row.lines) for m in figures if (key, m.text) not in reached]
    return replace(plan, citations=tuple(citations), measures=tuple(measures))


def _lost(
    text: str, before: Mapping[str, str], now: Mapping[str, Target | Task | Activity], key: str | None
) -> bool:
    """Whether ``text`` stood in the row's old text and stands in the new one no more."""
    row = now[key or ""]
    return text in before[row.key] and text not in (row.text or "")
