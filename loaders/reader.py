"""A document to its records: formats -> layout -> rows and grammar -> records.

>>> read(Path("plans/van-phong-bac-kan-2025.txt")).document.kind  # doctest: +SKIP
'Kế hoạch'
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from loaders.formats import read_layout
from loaders.grammar import body
from loaders.grammar.abbreviation import Abbreviations
from loaders.grammar.agency import parse as parse_agencies
from loaders.grammar.area import of_title
from loaders.grammar.document import read as read_document
from loaders.grammar.schedule import parse as parse_schedule
from loaders.layout.columns import Role
from loaders.layout.model import Layout, Passage, Table
from loaders.records import (
    Activity,
    DocumentRecord,
    Oddity,
    PlanRecord,
    Section,
    Target,
    Task,
)
from loaders.rows.draft import ActivityDraft, Draft, Sheet, span_of
from loaders.rows.keys import give_keys
from loaders.rows.tables import is_task_table, read_table

__all__ = ["read", "read_layout_records"]

_FOOTNOTE = re.compile(r"\s*\[\^\d+\]")


def read(path: Path) -> PlanRecord:
    """The records of the plan at ``path``.

    Raises ``UnreadableFile`` (no text) or ``NotAPlan`` (text, but no plan).
    """
    layout = read_layout(path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return read_layout_records(layout, digest)


def rows_of(layout: Layout) -> Sheet:
    """All rows of ``layout``, keyed."""
    sheet = Sheet()
    for block in layout.blocks:
        if isinstance(block, Table) and is_task_table(block):
            read_table(block, sheet)
    give_keys(sheet)
    return sheet


def read_layout_records(layout: Layout, sha256: str | None = None) -> PlanRecord:
    """The records of a document whose layout is at hand."""
    sheet = rows_of(layout)
    parts = body.parts(layout)
    document = read_document(layout, parts)
    words = _Words(Abbreviations.of_document(layout), _single_year(document))
    return PlanRecord(
        doc=layout.name,
        document=document,
        sha256=sha256,
        sections=tuple(
            Section(
                key=s.key, title=_text(s.passage), area=of_title(_text(s.passage)), lines=s.passage.span()
            )
            for s in sheet.sections
        ),
        targets=tuple(
            Target(key=t.key, label=t.label, text=_text(t.passage), lines=t.passage.span())
            for t in sheet.targets
        ),
        tasks=tuple(
            Task(
                key=t.key,
                label=t.label,
                target=_key(t.target),
                text=_text(t.passage),
                parent=_key(t.parent),
                lines=t.passage.span(),
            )
            for t in sheet.tasks
        ),
        activities=tuple(_activity(a, words) for a in sheet.activities),
        oddities=tuple(Oddity(what=n.what, kind=n.kind, lines=n.lines) for n in sheet.notes),
    )


def _key(row: Draft | None) -> str | None:
    return row.key if row else None


def _text(passage: Passage) -> str:
    return _FOOTNOTE.sub("", passage.text)


def _cell(draft: ActivityDraft, role: Role) -> str | None:
    passage = draft.cells.get(role)
    return _text(passage) if passage else None


@dataclass(frozen=True)
class _Words:
    """What the cells of a row are read with: the document's short forms, and its year where it has one."""

    abbreviations: Abbreviations
    year: int | None


def _single_year(document: DocumentRecord) -> int | None:
    period = document.period
    return period[0] if period and period[0] == period[1] else None


def _activity(draft: ActivityDraft, words: _Words) -> Activity:
    lead, coord, time = (_cell(draft, role) for role in (Role.LEAD, Role.COORD, Role.TIME))
    schedule = parse_schedule(time, words.year)
    return Activity(
        key=draft.key,
        label=draft.label,
        row=draft.row,
        task=_key(draft.task),
        target=_key(draft.target),
        text=None if draft.bare else _text(draft.passage),
        product=_cell(draft, Role.PRODUCT),
        lead_raw=lead,
        lead=parse_agencies(lead, words.abbreviations),
        coord_raw=coord,
        coord=parse_agencies(coord, words.abbreviations),
        time=time,
        start=schedule.start,
        end=schedule.end,
        recurring=schedule.recurring,
        budget=_cell(draft, Role.BUDGET),
        lines=span_of(draft.own),
        confidence=round(draft.confidence, 2),
        extra={title: _text(p) for title, p in draft.extra.items()} or None,
    )
