"""Duties written as text: "Đơn vị chủ trì: …  Đơn vị phối hợp: …  Thời gian: …", in brackets or in sentences.

The chapter that holds them is the section, headings above a duty are tasks, and each set of labels is one
activity: the text between the heading and the labels, or the item itself.
Source: the record format (docs/records.md, "Table, sections, keys").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from loaders.layout.columns import Role
from loaders.layout.model import Paragraph, Passage
from loaders.rows.draft import ActivityDraft, SectionDraft, Sheet, TaskDraft
from loaders.rows.labelled import CONTENT
from loaders.rows.levels import BULLET, CHAPTER, NUMBER, PART, TEXT
from loaders.rows.meanings import ends_in_time, says_certain_time
from loaders.rows.outline import Cells, Duty, Item, outline
from loaders.rows.sentences import duties_of_sentences
from loaders.rows.shared_labels import settle

__all__ = ["read_duties"]

_MORE = re.compile(r"[^\W\d][^:.;()]{2,40}:")
_FEWEST = 2
"""So many duties that name a lead make a text of duties."""


def read_duties(paragraphs: Iterable[Paragraph], sheet: Sheet) -> None:
    """Add the duties that ``paragraphs`` tell to ``sheet``; text that tells none adds nothing."""
    text = outline(paragraphs)
    settle(text)
    duties = list(_kept(list(_below(text, (), {}))))
    if sum(Role.LEAD in duty.cells for duty in duties) < _FEWEST:
        duties = [] if sheet.activities else duties_of_sentences(text)
    if len(duties) < _FEWEST:
        return
    chapter = _chapter([*(item.level for item in duty.above), duty.level] for duty in duties)
    known: dict[Item, SectionDraft | TaskDraft] = {}
    for duty in duties:
        _add(duty, sheet, known, chapter)


def _kept(duties: Sequence[Duty]) -> Iterator[Duty]:
    """Those of ``duties`` that say who does them, and those beside them that only say when."""
    leading = {duty.above for duty in duties if {Role.LEAD, Role.COORD} & duty.cells.keys()}
    return (duty for duty in duties if duty.text and duty.above in leading)


def _below(item: Item, above: tuple[Item, ...], handed: Cells) -> Iterator[Duty]:
    """The duties below ``item``, for which what is told above them all, ``handed``, holds as well."""
    for lower in item.below:
        telling = any(each.tells() for each in lower.below)
        for_all = lower.led_by or _tells_all(lower)
        if telling and lower.cells.keys() & _roles_below(lower) and not for_all:
            yield _duty(lower, above, {})
            yield from _below(lower, (*above, lower), {})
        elif telling or for_all:
            yield from _below(
                lower, (*above, lower) if _heads(lower) else above, {**handed, **_for_all(lower)}
            )
        elif lower.cells or (Role.LEAD in handed and not lower.below):
            yield _duty(lower, above, handed)


def _tells_all(item: Item) -> bool:
    """Whether what is told of ``item``, a chapter or one that says so, is told of the items in it."""
    numbered = sum(lower.label is not None for lower in item.below)
    return (item.level < NUMBER or item.for_all) and Role.LEAD in item.cells and numbered >= _FEWEST


def _roles_below(item: Item) -> set[Role]:
    return {role for lower in item.below for role in (*lower.cells, *_roles_below(lower))}


def _for_all(heading: Item) -> Cells:
    """What ``heading`` tells for all below it: its labels, or a time, alone ("Tháng 9") or in brackets."""
    if heading.cells or heading.led_by:
        return {**heading.led_by, **heading.cells}
    if heading.hinted and heading.hinted.cells.keys() == {Role.TIME}:
        return heading.hinted.cells
    return {Role.TIME: heading.text} if says_certain_time(heading.text.text) else {}


def _heads(item: Item) -> bool:
    """Whether ``item`` is a heading over others, and not only a sentence before them."""
    return item.level != TEXT or not item.text.text.endswith((".", ";", ":"))


def _duty(item: Item, above: tuple[Item, ...], handed: Cells) -> Duty:
    """The duty that ``item`` is, or the bullets below its labels are."""
    cells = {**handed, **item.cells}
    work = [lower for lower in item.below if not lower.below] if item.level < TEXT and item.aside else []
    if work and all(_is_work(lower) for lower in work):
        joined = Item(TEXT, [passage for lower in work for passage in lower.printed])
        return Duty((*above, item), TEXT, None, joined.shown, cells, (joined.text, *item.cells.values()))
    label = item.label.text if item.label else None
    text, own = item.shown, (item.text, *item.cells.values())
    due = ends_in_time(text.text) if not item.cells else None
    if due:
        end = len(text.text.rstrip(" .;"))
        text, cells[Role.TIME] = text.part(0, due).part(0, -1), text.part(due, end)
    return Duty(above, item.level, label, text, cells, own)


def _is_work(item: Item) -> bool:
    """Whether a bullet says what is to be done, and not more about a duty: "- Hình thức: …"."""
    text = item.text.text
    bullet = BULLET.match(text)
    return bullet is not None and not _MORE.match(text, bullet.end())


def _chapter(nestings: Iterable[Sequence[int]]) -> int:
    """The level of the chapters that hold the duties, by the levels of headings and duty: that of "II.", else
    of "B." or of "2."."""
    above = list(nestings)
    highest = {levels[0] for levels in above}
    if any(CHAPTER in levels for levels in above) or highest not in ({PART}, {NUMBER}):
        return CHAPTER
    return highest.pop()


def _add(duty: Duty, sheet: Sheet, known: dict[Item, SectionDraft | TaskDraft], chapter: int) -> None:
    section: SectionDraft | None = None
    task: TaskDraft | None = None
    for heading in duty.above:
        if heading.level < chapter or CONTENT.fullmatch(heading.text.text):
            continue
        draft = known.get(heading) or _drafted(heading, sheet, chapter, section, task)
        known[heading] = draft
        if isinstance(draft, SectionDraft):
            section = draft
        else:
            task = draft
    cells = dict(duty.cells)
    beside = cells.pop(Role.EXTRA, Passage())
    title, said = beside.text.partition(":")[0], beside.part(beside.text.find(":") + 1)
    extra = {title: said} if said else {}
    sheet.activities.append(
        ActivityDraft(duty.label, duty.text, section, task, cells=cells, extra=extra, own=duty.own)
    )


def _drafted(
    heading: Item, sheet: Sheet, chapter: int, section: SectionDraft | None, task: TaskDraft | None
) -> SectionDraft | TaskDraft:
    """A section made of ``heading``, or a task in the section and below the task at hand."""
    label = heading.label.text if heading.label else None
    if heading.level == chapter:
        made = SectionDraft(label, heading.text)
        sheet.sections.append(made)
        return made
    lower = TaskDraft(label, heading.shown, section, parent=task)
    sheet.tasks.append(lower)
    return lower
