"""Duties written as labelled text: "Đơn vị chủ trì: …  Đơn vị phối hợp: …  Thời gian: …".

The chapter that holds them is the section, numbered headings above a duty are tasks, and each set of
labels is one activity: the text between the heading and the labels, or the numbered item itself.
Source: the record format (docs/records.md, "Table, sections, keys").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from loaders.layout.columns import Role
from loaders.layout.model import Paragraph, Passage
from loaders.rows.draft import ActivityDraft, SectionDraft, Sheet, TaskDraft
from loaders.rows.headings import Heading, carries_out, chapter_level, under
from loaders.rows.labelled import BULLET, Labels, told

__all__ = ["read_duties"]

_CONTENT = re.compile(
    r"[-+•*–→\s]*(?:nội dung|công việc|việc cần làm)"
    r"(?: (?:thực hiện|công việc|nhiệm vụ|hoạt động|triển khai|cụ thể))*\s*:\s*",
    re.IGNORECASE,
)
_MORE = re.compile(r"[^\W\d][^:.;()]{2,40}:")
_FEWEST = 2
"""So many sets of labels that name a lead make a text of duties."""


@dataclass
class _Set:
    """One set of labels and the text it belongs to."""

    headings: tuple[Heading, ...]
    label: str | None
    text: list[Passage]
    cells: dict[Role, Passage] = field(default_factory=dict)
    heading: Heading | None = None
    """The heading whose text it took."""
    aside: bool = False
    """Whether its labels stand under that heading in brackets or as a line of text."""

    @property
    def nesting(self) -> tuple[Heading, ...]:
        """All headings above its labels."""
        return (*self.headings, self.heading) if self.heading else self.headings

    def take(self, below: list[Passage]) -> None:
        """The bullets ``below`` the labels are the text of a set that had only its heading's."""
        if self.heading and self.aside and below and all(_is_work(passage.text) for passage in below):
            self.headings, self.heading, self.label, self.text = self.nesting, None, None, below


def _is_work(text: str) -> bool:
    """Whether a bullet says what is to be done, and not more about a duty: "- Hình thức: …"."""
    bullet = BULLET.match(text)
    return bullet is not None and not _MORE.match(text, bullet.end())


def read_duties(paragraphs: Iterable[Paragraph], sheet: Sheet) -> None:
    """Add the labelled duties in ``paragraphs`` to ``sheet``; text without a set of labels adds nothing."""
    sets = [
        duty
        for duty in _sets(paragraphs)
        if duty.text and (Role.LEAD in duty.cells or Role.COORD in duty.cells)
    ]
    if sum(Role.LEAD in duty.cells for duty in sets) < _FEWEST:
        return
    chapter = chapter_level(duty.nesting for duty in sets)
    known: dict[int, SectionDraft | TaskDraft] = {}
    for duty in sets:
        _add(duty, sheet, known, chapter)


def _sets(paragraphs: Iterable[Paragraph]) -> Iterator[_Set]:
    headings: list[Heading] = []
    pending: list[Passage] = []
    current: _Set | None = None
    above: _Set | None = None
    items: list[Passage] = []
    labels = Labels(paragraphs)
    for passage in labels.whole():
        before, details = labels.labelled(passage)
        if not details and headings and not carries_out(headings):
            before, details = told(passage)
        if not details:
            if current:
                yield current
                above, current, pending = current, None, []
            below = pending
            headings, pending = under(headings, pending, passage)
            if not pending:
                items = [*items, passage] if headings and _lettered(headings[-1]) else []
            if above and not pending:
                above.take(below)
                above = None
            continue
        above = None
        if current is None or current.cells.keys() & details.keys() - {Role.EXTRA}:
            if current:
                yield current
                pending = []
            if before:
                if BULLET.match(passage.text):
                    pending = []  # brackets behind one bullet are its own
                headings, pending = under(headings, pending, before)
                items = []
            current = _opened(headings, pending, items, aside=not BULLET.match(passage.text))
            pending, items = [], []
        current.cells = details | current.cells
    if current:
        yield current


def _lettered(heading: Heading) -> bool:
    return heading.label.text.isalpha() and heading.label.text.islower()


def _opened(
    headings: list[Heading], pending: list[Passage], items: list[Passage], *, aside: bool = False
) -> _Set:
    """The set that begins under ``headings`` after ``pending``; ``aside`` for labels that are no bullets.

    Below lettered ``items`` without labels of their own its labels hold for them all.
    """
    if len(items) > 1 and not pending and not _CONTENT.match(headings[-1].passage.text):
        return _Set(tuple(headings[:-1]), None, items)
    if pending or not headings:
        return _Set(tuple(headings), None, pending if headings else pending[-1:])
    *above, (_, label, passage) = headings
    return _Set(tuple(above), label.text, [passage], heading=headings[-1], aside=aside)


def _add(duty: _Set, sheet: Sheet, known: dict[int, SectionDraft | TaskDraft], chapter: int) -> None:
    section: SectionDraft | None = None
    task: TaskDraft | None = None
    for level, label, passage in duty.headings:
        if level < chapter:
            continue
        draft = known.get(id(passage))
        if draft is None:
            if level == chapter:
                draft = SectionDraft(label.text, passage)
                sheet.sections.append(draft)
            else:
                draft = TaskDraft(label.text, passage, section, parent=task)
                sheet.tasks.append(draft)
            known[id(passage)] = draft
        if isinstance(draft, SectionDraft):
            section = draft
        else:
            task = draft
    text = Passage()
    for piece in duty.text:
        text = text.joined(piece)
    named = _CONTENT.match(text.text)
    text = text.part(named.end()) if named else text
    own = (*duty.text, *duty.cells.values())
    if not duty.label and len(duty.text) == 1:
        text = _unbulleted(text)
    cells = dict(duty.cells)
    beside = cells.pop(Role.EXTRA, Passage())
    title, said = beside.text.partition(":")[0], beside.part(beside.text.find(":") + 1)
    extra = {title: said} if said else {}
    sheet.activities.append(ActivityDraft(duty.label, text, section, task, cells=cells, extra=extra, own=own))


def _unbulleted(passage: Passage) -> Passage:
    bullet = BULLET.match(passage.text)
    return passage.part(bullet.end()) if bullet else passage
