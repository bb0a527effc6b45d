"""Duties written as labelled text: "Đơn vị chủ trì: …  Đơn vị phối hợp: …  Thời gian: …".

The chapter that holds them is the section, numbered headings above a duty are tasks, and each set of
labels is one activity: the text between the heading and the labels, or the numbered item itself.
Source: the record format (docs/records.md, "Table, sections, keys").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from loaders.layout.columns import Role, named_role
from loaders.layout.labels import Label, read_label
from loaders.layout.model import Paragraph, Passage
from loaders.rows.draft import ActivityDraft, SectionDraft, Sheet, TaskDraft
from loaders.rows.shared import by_role
from loaders.rows.told import roles_told

__all__ = ["read_duties"]

_DETAILS = frozenset({Role.PRODUCT, Role.LEAD, Role.COORD, Role.TIME, Role.BUDGET})
_NAME = re.compile(
    r"(?:^|(?<=[.;,()]\s)|(?<=[.;([])|(?<=[-+•*–]\s)|(?<=[-+•*–]))([^\W\d][^:.;()\n]{2,60}?)\s*:\s*"
)
_CONTENT = re.compile(
    r"[-+•*–\s]*nội dung(?: (?:thực hiện|công việc|nhiệm vụ|triển khai))*\s*:\s*", re.IGNORECASE
)
_LETTER_LABEL = re.compile(r"\s*[a-zđ]\)\s*")
_BULLET = re.compile(r"[-+•*–]\s*")
_EDGE = " .;,()[]-+•*–"
_CARRYING_OUT = re.compile(r"tổ chức (?:triển khai )?thực hiện$|tổ chức triển khai$")
_MORE = re.compile(r"[^\W\d][^:.;()]{2,40}:")
_PART = re.compile(
    r"\s*((?:PHẦN|Phần)\s+(?:(?:THỨ|thứ)\s+\w+|[IVX]+|\d+)|[A-EĐ](?=\s*[./]))\s*[.:/–-]?\s+(?=(\w+))"
)
_BRACKETED_NUMBER = re.compile(r"\s*\((\d{1,2})\)\s+")
_PART_LEVEL, _LETTER, _BRACKETED = -1, 6, 7
_FEWEST = 2
"""So many sets of labels that name a lead make a text of duties."""


@dataclass
class _Set:
    """One set of labels and the text it belongs to."""

    headings: tuple[tuple[int, Label, Passage], ...]
    label: str | None
    text: list[Passage]
    cells: dict[Role, Passage] = field(default_factory=dict)
    heading: tuple[int, Label, Passage] | None = None
    """The heading whose text it took, where its labels stand under it in brackets or as a line of text."""

    def take(self, below: list[Passage]) -> None:
        """The bullets ``below`` the labels are the text of a set that had only its heading's."""
        if self.heading and below and all(_is_work(passage.text) for passage in below):
            self.headings, self.label, self.text = (*self.headings, self.heading), None, below


def _is_work(text: str) -> bool:
    """Whether a bullet says what is to be done, and not more about a duty: "- Hình thức: …"."""
    bullet = _BULLET.match(text)
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
    chapter = _chapter_level(sets)
    known: dict[int, SectionDraft | TaskDraft] = {}
    for duty in sets:
        _add(duty, sheet, known, chapter)


def _chapter_level(sets: Iterable[_Set]) -> int:
    """The level of the chapters that hold the duties: 0 for "II.", 1 where chapters are numbered "2."."""
    above = [[level for level, *_ in duty.headings] for duty in sets]
    if any(0 in levels for levels in above):
        return 0
    if all(levels[:1] == [_PART_LEVEL] for levels in above):
        return _PART_LEVEL
    return 1 if all(levels[:1] == [1] for levels in above) and any(levels[1:] for levels in above) else 0


def _sets(paragraphs: Iterable[Paragraph]) -> Iterator[_Set]:
    headings: list[tuple[int, Label, Passage]] = []
    pending: list[Passage] = []
    current: _Set | None = None
    above: _Set | None = None
    for paragraph in paragraphs:
        passage = paragraph.passage
        before, details = _details(passage)
        if not details and not _of_carrying_out(headings):
            before, details = _told(passage)
        if not details:
            if current:
                yield current
                above, current, pending = current, None, []
            below = pending
            headings, pending = _under(headings, pending, passage)
            if above and not pending:
                above.take(below)
                above = None
            continue
        above = None
        if current is None or current.cells.keys() & details.keys():
            if current:
                yield current
                pending = []
            if before:
                if _BULLET.match(before.text):
                    pending = []  # brackets behind one bullet are its own
                headings, pending = _under(headings, pending, before)
            current = _opened(headings, pending, aside=not _BULLET.match(passage.text))
            pending = []
        current.cells.update(details)
    if current:
        yield current


def _under(
    headings: list[tuple[int, Label, Passage]], pending: list[Passage], passage: Passage
) -> tuple[list[tuple[int, Label, Passage]], list[Passage]]:
    """Headings and text so far, with ``passage`` taken in: under its own label it is a heading."""
    label = _part_label(passage.text) or _bracketed_label(passage.text) or read_label(passage.text)
    if label is None or label.end >= len(passage.text):
        return headings, [*pending, passage]
    level = _level(label)
    return [*(h for h in headings if h[0] < level), (level, label, passage.part(label.end))], []


def _opened(
    headings: list[tuple[int, Label, Passage]], pending: list[Passage], *, aside: bool = False
) -> _Set:
    """The set that begins under ``headings`` after ``pending``; ``aside`` for labels that are no bullets."""
    if pending or not headings:
        return _Set(tuple(headings), None, pending)
    *above, (_, label, passage) = headings
    return _Set(tuple(above), label.text, [passage], heading=headings[-1] if aside else None)


def _part_label(text: str) -> Label | None:
    """The label of a part above the chapters ("B. NHIỆM VỤ", "PHẦN II. NHIỆM VỤ"), or None."""
    found = _PART.match(text)
    return Label(found[1], found.end()) if found and len(found[2]) > 1 and found[2].isupper() else None


def _bracketed_label(text: str) -> Label | None:
    """The label "(1)" below all others, or None."""
    found = _BRACKETED_NUMBER.match(text)
    return Label(found[1], found.end()) if found else None


def _level(label: Label) -> int:
    if label.roman:
        return 0
    if label.text.isupper() or label.text.startswith("Phần"):
        return _PART_LEVEL
    if label.text.isdecimal() and not label.number:
        return _BRACKETED
    return len(label.number) if label.number else _LETTER


def _details(passage: Passage) -> tuple[Passage, dict[Role, Passage]]:
    """The text before the first label in ``passage``, and what its labels say by role."""
    if ":" not in passage.text:
        return Passage(), {}
    names = [(m, role) for m in _NAME.finditer(passage.text) if (role := _role(m[1])) in _DETAILS]
    if not names or not _plainly(passage.text, names[0][0].start(1)):
        return Passage(), {}
    ends = [match.start(1) for match, _ in names[1:]] + [len(passage.text)]
    cells: dict[Role, Passage] = {}
    before = _trimmed(passage, 0, names[0][0].start(1))
    for (match, role), end in zip(names, ends, strict=True):
        cell = _trimmed(passage, match.end(), end)
        if cell and role not in cells:
            cells |= by_role(role, match[1], cell)
    return (Passage() if _LETTER_LABEL.fullmatch(passage.text[: names[0][0].start(1)]) else before), cells


def _told(passage: Passage) -> tuple[Passage, dict[Role, Passage]]:
    """The text before the roles told at the end of ``passage``, and what they say.

    A numbered paragraph that only tells roles is an item of its own and not about the one above.
    """
    told = roles_told(passage)
    label = read_label(passage.text)
    if told is None or (label and told[0] <= label.end):
        return Passage(), {}
    return passage.part(0, told[0]), told[1]


def _of_carrying_out(headings: list[tuple[int, Label, Passage]]) -> bool:
    """Whether the chapter is that of "Tổ chức thực hiện": its sentences give duties of their own."""
    return any(level < _LETTER and _CARRYING_OUT.search(head.text.lower()) for level, _, head in headings)


def _plainly(text: str, start: int) -> bool:
    """Whether labels that begin at ``start`` are a set of their own: at the start, or several."""
    rest = sum(_role(match[1]) in _DETAILS for match in _NAME.finditer(text))
    return rest > 1 or not _LETTER_LABEL.sub("", text[:start], count=1).strip(_EDGE)


def _role(name: str) -> Role | None:
    role = named_role(name)
    return role if role in _DETAILS else None


def _trimmed(passage: Passage, start: int, end: int) -> Passage:
    text = passage.text[start:end]
    first = start + len(text) - len(text.lstrip(_EDGE))
    last = end - (len(text) - len(text.rstrip(_EDGE)))
    return passage.part(first, last) if last > first else Passage()


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
    sheet.activities.append(ActivityDraft(duty.label, text, section, task, cells=dict(duty.cells), own=own))


def _unbulleted(passage: Passage) -> Passage:
    bullet = _BULLET.match(passage.text)
    return passage.part(bullet.end()) if bullet else passage
