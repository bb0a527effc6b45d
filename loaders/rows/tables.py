"""Tables to rows: which cell is a target, a task, an activity, and what merged cells hand down."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.layout.columns import CONTENT_ROLES, Column, Role, columns_of, levelled
from loaders.layout.labels import find_labels, read_label
from loaders.layout.model import NOTHING, Fill, Passage, Row, Table
from loaders.rows.bodies import lead_by_section
from loaders.rows.details import fill_details
from loaders.rows.draft import ActivityDraft, Draft, SectionDraft, Sheet, TargetDraft, TaskDraft
from loaders.rows.gaps import gap_note, is_gap
from loaders.rows.leaves import read_leaves

__all__ = ["read_table"]

_TOTAL = re.compile(r"\W*(?:tổng(?: cộng| số| kinh phí)?|cộng)\W*", re.IGNORECASE)
_SUM = re.compile(r"\W*(?:tổng (?:cộng|số|kinh phí|vốn|nhu cầu)|cộng)\b", re.IGNORECASE)
_MONEY = re.compile(r"[\d.,\s]+|[^:]*:\s*\d[\d.,]*\s*(?:nghìn|triệu|tỷ|đồng)\b.*", re.DOTALL)
"""Sums, or a sentence that gives one: "Tổng kinh phí dự kiến: 12.500 triệu đồng, gồm …"."""


def read_table(table: Table, sheet: Sheet) -> None:
    """Add the rows of ``table``, whose titles tell work, to ``sheet``."""
    columns = levelled(columns_of(table.titles))
    content = [column for column in columns if column.role in CONTENT_ROLES]
    rows = [row for row in table.rows if not _adds_up(row)]
    sheet.sums += [_first(row) for row in table.rows if _adds_up(row)]
    before = len(sheet.sections), len(sheet.activities)
    if len(content) == 1:
        read_leaves(rows, columns, sheet)
    else:
        walk = _Walk(columns, sheet, sheet.sections[-1] if sheet.sections else None)
        titled = bool(rows) and _is_title(rows[0])
        for row, after in zip(rows, [*rows[1:], None], strict=False):
            title = titled and _is_title(row) and after is not None and _opens_task(after, columns)
            walk.take(row, heads_rows=title or (after is not None and _heads(row, after, columns)))
    lead_by_section(sheet.sections[before[0] :], sheet.activities[before[1] :], columns)


def _adds_up(row: Row) -> bool:
    """Whether ``row`` gives the sums of the rows above: "Tổng cộng"."""
    first, *others = [text for cell in row.cells if (text := cell.passage.text)] or [""]
    if _SUM.match(first) and all(map(_MONEY.fullmatch, others or [first])):
        return True
    return bool(_TOTAL.fullmatch(first))


def _first(row: Row) -> Passage:
    """The first cell of ``row`` with a text."""
    return next((cell.passage for cell in row.cells if cell.passage), NOTHING)


def _is_title(row: Row) -> bool:
    """Whether nothing but a text without a number stands in ``row``."""
    filled = [text for cell in row.cells if (text := cell.passage.text)]
    return len(filled) == 1 and read_label(filled[0]) is None and filled[0][-1] not in ".;"


def _opens_task(row: Row, columns: Sequence[Column]) -> bool:
    """Whether ``row`` has a text in the first column of content, and others."""
    first = next(c for c, column in enumerate(columns) if column.role in CONTENT_ROLES)
    return bool(row.cells[first].passage) and not _is_title(row)


@dataclass
class _Walk:
    """A walk down a table with several content columns."""

    columns: Sequence[Column]
    sheet: Sheet
    section: SectionDraft | None
    target: TargetDraft | None = None
    task: TaskDraft | None = None
    row: str | None = None
    number: Passage = NOTHING
    """The number cell of the row at hand, where it stands right before the activity."""
    last: ActivityDraft | None = None

    def take(self, row: Row, *, heads_rows: bool = False) -> None:
        """Read one row; ``heads_rows`` when it only numbers and names the rows below."""
        if is_gap(row):
            self.sheet.notes.append(gap_note(row))
            return
        title = section_title(row, self.columns, always=heads_rows)
        if title:
            self._open_section(*title)
            return
        texts = {
            c.role: cell.passage for c, cell in zip(self.columns, row.cells, strict=True) if cell.passage.text
        }
        self._take_upper(texts)
        activity = texts.get(Role.ACTIVITY)
        if activity:
            for label, head, passage in activities_in(activity):
                self._add(row, ActivityDraft(label, passage, self.section, head=head))
        elif Role.TASK in texts:
            self._add(row, ActivityDraft(None, NOTHING, self.section, bare=True))

    def _open_section(self, label: str | None, head: Passage, title: Passage) -> None:
        self.section = SectionDraft(label, title, head=head)
        self.sheet.sections.append(self.section)
        self.target = self.task = self.last = None
        self.row = None

    def _take_upper(self, texts: dict[Role, Passage]) -> None:
        number = texts.get(Role.NUMBER, NOTHING)
        printed = number.text.strip(" .") or None
        self.number = NOTHING if Role.TARGET in texts or Role.TASK in texts else number
        if Role.TARGET in texts:
            label, head, passage = labelled(texts[Role.TARGET])
            if label is None and printed:
                label, head, printed = printed, number, None
            if not _repeats(self.target, label, passage):
                self.target = TargetDraft(label, passage, self.section, head=head)
                self.sheet.targets.append(self.target)
            if Role.TASK not in texts and Role.ACTIVITY not in texts:
                self.task = None
        if Role.TASK in texts:
            label, head, passage = labelled(texts[Role.TASK])
            if not (_repeats(self.task, label, passage) and self.task and self.task.target is self.target):
                self.task = TaskDraft(label, passage, self.section, self.target, head=head)
                self.sheet.tasks.append(self.task)
                self.row = None
        self.row = printed or self.row

    def _add(self, row: Row, draft: ActivityDraft) -> None:
        draft.task, draft.target, draft.row = self.task, self.target, self.row
        if self.last and self.last.bare and self.last.task is self.task and not self.last.cells:
            self.sheet.activities.remove(self.last)  # the row named the task; its activities come below
        fill_details(draft, row, self.columns, self.last)
        draft.own = (self.number, *draft.own)
        self.sheet.activities.append(draft)
        self.last = draft


def _repeats(draft: Draft | None, label: str | None, passage: Passage) -> bool:
    """Whether a cell prints ``draft`` again: sheets whose cells are not merged say it on every row."""
    return draft is not None and draft.label == label and draft.passage.text == passage.text


def _heads(row: Row, after: Row, columns: Sequence[Column]) -> bool:
    """Whether ``row`` is a number and a title alone, and ``after`` the first row below: "1", then "1.1"."""
    if columns[0].role is not Role.NUMBER or not after.cells[1].passage:
        return False
    filled = [i for i, cell in enumerate(row.cells) if cell.passage.text]
    if filled != [0, 1]:
        return False
    upper, lower = (read_label(each.cells[0].text) for each in (row, after))
    if upper is None or lower is None or not upper.number:
        return False
    return lower.number[: len(upper.number)] == upper.number and len(lower.number) > len(upper.number)


def section_title(
    row: Row, columns: Sequence[Column], *, always: bool = False
) -> tuple[str | None, Passage, Passage] | None:
    """Label, its print and title of a section row; None for another row.

    ``always`` when the row is known to be one.
    """
    filled = [cell.passage for cell in row.cells if cell.passage.text]
    if not 1 <= len(filled) <= 2 or any(cell.passage for cell in row.cells[2:]):
        return None
    label = read_label(filled[0].text)
    if label and label.roman:
        rest = filled[0].part(label.end)
        return (label.text, filled[0], rest or filled[-1]) if rest or len(filled) == 2 else None
    if always:
        return (label.text if label else None), filled[0] if label else NOTHING, filled[-1]
    spanning = all(cell.fill is Fill.MERGED for cell in row.cells[2:]) and len(columns) > 2
    if filled[-1].text.isupper() and spanning:
        return (label.text if label and len(filled) == 2 else None), filled[0], filled[-1]
    return None


def labelled(passage: Passage) -> tuple[str | None, Passage, Passage]:
    """The label at the start of ``passage``, its print, and the text after it."""
    label = read_label(passage.text)
    if label is None or label.roman or label.end >= len(passage.text):
        return None, NOTHING, passage
    return label.text, passage.part(0, label.end), passage.part(label.end)


def activities_in(passage: Passage) -> list[tuple[str | None, Passage, Passage]]:
    """The activities of one cell: several where worded labels ("Hoạt động 2:") stand in it."""
    starts = find_labels(passage.text)
    if len(starts) < 2:
        return [labelled(passage)]
    if starts[0]:
        starts = [0, *starts]
    ends = [*starts[1:], len(passage.text)]
    return [labelled(passage.part(a, b)) for a, b in zip(starts, ends, strict=True)]
