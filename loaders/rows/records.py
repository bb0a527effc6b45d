"""Drafts to records: texts taken from passages, agencies and times understood."""

from __future__ import annotations

import functools
from collections.abc import Callable

from loaders.grammar import agency, area, schedule
from loaders.grammar.abbreviation import Abbreviations
from loaders.grammar.parted import lead_and_coordinating
from loaders.layout.columns import Role
from loaders.records import Activity, Section, Target, Task
from loaders.rows.draft import ActivityDraft, Draft, Sheet, span_of

__all__ = ["activity_records", "section_records", "target_records", "task_records"]


def section_records(sheet: Sheet) -> tuple[Section, ...]:
    """The sections of ``sheet``, each with its reform area."""
    return tuple(
        Section(key=s.key, title=s.passage.text, area=area.of_title(s.passage.text), lines=s.span())
        for s in sheet.sections
    )


def target_records(sheet: Sheet) -> tuple[Target, ...]:
    """The targets of ``sheet``."""
    return tuple(Target(key=t.key, label=t.label, text=t.passage.text, lines=t.span()) for t in sheet.targets)


def task_records(sheet: Sheet) -> tuple[Task, ...]:
    """The tasks of ``sheet``."""
    return tuple(
        Task(
            key=t.key,
            label=t.label,
            target=_key(t.target),
            text=t.passage.text,
            parent=_key(t.parent),
            lines=t.span(),
        )
        for t in sheet.tasks
    )


def activity_records(sheet: Sheet, abbreviations: Abbreviations, year: int | None) -> tuple[Activity, ...]:
    """The activities of ``sheet``; ``year`` is that of the plan where it is a single one."""

    @functools.cache  # a plan names the same agencies over and over
    def agencies(text: str | None) -> tuple[str, ...]:
        return agency.parse(text, abbreviations)

    return tuple(_activity(draft, agencies, year) for draft in sheet.activities)


def _activity(
    draft: ActivityDraft, agencies: Callable[[str | None], tuple[str, ...]], year: int | None
) -> Activity:
    lead, coord = _lead_and_coord(draft)
    time = _cell(draft, Role.TIME)
    when = schedule.parse(time, year)
    return Activity(
        key=draft.key,
        label=draft.label,
        row=draft.row,
        task=_key(draft.task),
        target=_key(draft.target),
        text=None if draft.bare else draft.passage.text,
        product=_cell(draft, Role.PRODUCT),
        lead_raw=lead,
        lead=agencies(lead),
        coord_raw=coord,
        coord=agencies(coord),
        time=time,
        start=when.start,
        end=when.end,
        recurring=when.recurring,
        budget=_cell(draft, Role.BUDGET),
        lines=span_of(draft.own),
        confidence=round(draft.confidence, 2),
        extra={title: passage.text for title, passage in draft.extra.items()} or None,
    )


def _lead_and_coord(draft: ActivityDraft) -> tuple[str | None, str | None]:
    """The two printed lists of agencies; where one cell tells both, each role's part of it."""
    lead, coord = _cell(draft, Role.LEAD), _cell(draft, Role.COORD)
    parts = lead_and_coordinating(lead or coord or "") if not (lead and coord) else None
    return (parts[0] or None, parts[1] or None) if parts else (lead, coord)


def _key(row: Draft | None) -> str | None:
    return row.key if row else None


def _cell(draft: ActivityDraft, role: Role) -> str | None:
    passage = draft.cells.get(role)
    return passage.text or None if passage else None
