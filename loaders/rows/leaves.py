"""Tables with one content column: headings above, leaf rows below.

A row whose label goes on in the next row's ("1.1" before "1.1.1", "1" before "a)") or that has no cell but
its text above deeper rows is a heading: the first level is the section, further ones are tasks; so is a
title without a number above numbered rows. Leaf rows are activities; what the other cells of a heading say
holds for all below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.grammar import area
from loaders.layout.columns import CONTENT_ROLES, Column, Role
from loaders.layout.labels import Label, read_label
from loaders.layout.model import Fill, Passage, Row
from loaders.rows.details import fill_details
from loaders.rows.draft import ActivityDraft, SectionDraft, Sheet, TaskDraft
from loaders.rows.gaps import gap_note, is_gap

__all__ = ["read_leaves"]

_LONGEST_TITLE = 120
_NUMERAL = re.compile(r"[IVX]+")
_FEWEST = 4
"""Columns of a table whose rows may have a number and a label."""
_BELOW_NUMBERS, _BELOW_ALL = 9, 10
"""Depths of headings without a number, which stand beside each other, and of such rows below them."""


@dataclass(frozen=True)
class _Leaf:
    """A row with its label taken off. ``alone`` when no other cell has text, ``depth`` 0 for sections."""

    row: Row
    head: Passage
    label: Label | None
    number: str | None
    text: Passage
    alone: bool
    depth: int


def read_leaves(rows: Sequence[Row], columns: Sequence[Column], sheet: Sheet) -> None:
    """Add the rows of a table with one content column to ``sheet``."""
    columns = _by_labels(rows, columns)
    leaves = _in_levels([leaf for row in rows if (leaf := _leaf(row, columns))])
    walk = _Walk(leaves, columns, sheet)
    for leaf, after in zip(leaves, [*leaves[1:], None], strict=False):
        walk.take(leaf, after)


class _Walk:
    """A walk down a table with one content column, with the section and the tasks that are open."""

    def __init__(self, leaves: Sequence[_Leaf], columns: Sequence[Column], sheet: Sheet) -> None:
        self._columns = columns
        self._sheet = sheet
        self._roman = any(leaf.label and leaf.label.roman for leaf in leaves)
        self._titled = _begins_with_title(leaves)
        self._numbered = any(leaf.number for leaf in leaves)
        self._section = sheet.sections[-1] if sheet.sections else None
        self._tasks: list[tuple[int, TaskDraft]] = []
        """The tasks that are open and their depths, from the outermost on."""
        self._handed: dict[TaskDraft | None, dict[Role, Passage]] = {}
        """What the heading of each task says of all below it."""
        self._last: ActivityDraft | None = None

    def take(self, leaf: _Leaf, after: _Leaf | None) -> None:
        """Read one row; ``after`` is the next one."""
        if is_gap(leaf.row):
            self._skip(leaf, after)
            return
        title = _is_title(leaf) and after is not None and _titles(after, self._titled, self._numbered)
        heading = title or _is_heading(leaf, after)
        depth = 0 if title else leaf.depth if heading or leaf.label else _BELOW_ALL
        while self._tasks and self._tasks[-1][0] >= depth:
            self._tasks.pop()
        if _opens_section(leaf, after, self._roman) or (title and not self._roman):
            self._open_section(leaf)
        elif heading:
            self._open_task(leaf, depth)
        else:
            self._add(leaf)

    @property
    def _task(self) -> TaskDraft | None:
        return self._tasks[-1][1] if self._tasks else None

    def _skip(self, leaf: _Leaf, after: _Leaf | None) -> None:
        if not _goes_on(self._last, after):
            self._section, self._tasks = None, []
        self._last = None
        self._sheet.notes.append(gap_note(leaf.row))

    def _open_section(self, leaf: _Leaf) -> None:
        self._section = SectionDraft(leaf.number, leaf.text, head=leaf.head)
        self._sheet.sections.append(self._section)
        self._tasks, self._last = [], None

    def _open_task(self, leaf: _Leaf, depth: int) -> None:
        task = TaskDraft(leaf.number, leaf.text, self._section, parent=self._task, head=leaf.head)
        self._handed[task] = self._handed.get(self._task, {}) | _stated(leaf.row, self._columns)
        self._sheet.tasks.append(task)
        self._tasks.append((depth, task))
        self._last = None

    def _add(self, leaf: _Leaf) -> None:
        draft = ActivityDraft(
            leaf.number, leaf.text, self._section, self._task, row=leaf.number, head=leaf.head
        )
        fill_details(draft, leaf.row, self._columns, self._last)
        draft.cells = self._handed.get(self._task, {}) | draft.cells
        self._sheet.activities.append(draft)
        self._last = draft


def _by_labels(rows: Sequence[Row], columns: Sequence[Column]) -> Sequence[Column]:
    """``columns``, and where rows have a label beside a number that only counts them, that for their number.

    "TT | Chi tiết | Tên nhiệm vụ": 1 | a), 2 | b), the headings with a label alone.
    """
    if len(columns) < _FEWEST or [columns[0].role, columns[1].role] != [Role.NUMBER, Role.EXTRA]:
        return columns
    labels = [row.cells[1].passage.text for row in rows if row.cells[1].passage]
    if len(labels) < len(rows) or all(map(str.isdecimal, labels)) or not all(map(_is_bare, labels)):
        return columns
    first, second = columns[:2]
    return [replace(first, role=Role.EXTRA), replace(second, role=Role.NUMBER), *columns[2:]]


def _is_bare(text: str) -> bool:
    """Whether ``text`` is a label and no more."""
    label = read_label(text)
    return text.isdecimal() or (label is not None and label.end >= len(text))


def _in_levels(leaves: Sequence[_Leaf]) -> list[_Leaf]:
    """``leaves`` where of letters and Roman numbers the first kind heads sections, the other tasks.

    Rows that name areas of reform stay sections, whatever stands above them.
    """
    headed = [leaf for leaf in leaves if leaf.label and leaf.label.roman]
    lower = [leaf for leaf in headed if _is_numeral(leaf) != _is_numeral(headed[0])]
    if any(area.of_title(leaf.text.text) for leaf in lower):
        return list(leaves)
    return [
        replace(leaf, label=leaf.label._replace(roman=False)) if leaf in lower and leaf.label else leaf
        for leaf in leaves
    ]


def _is_numeral(leaf: _Leaf) -> bool:
    return leaf.label is not None and _NUMERAL.fullmatch(leaf.label.text) is not None


def _stated(row: Row, columns: Sequence[Column]) -> dict[Role, Passage]:
    """What a heading says of all rows below it."""
    heading = ActivityDraft(None, Passage(), None)
    fill_details(heading, row, columns, None)
    return heading.cells


def _begins_with_title(leaves: Sequence[_Leaf]) -> bool:
    """Whether a title without a number is the first row, or the first below a section with one."""
    below = [leaf for leaf in leaves if not (leaf.label and leaf.label.roman)]
    return bool(below) and _is_title(below[0])


def _titles(after: _Leaf, titled: bool, numbered: bool) -> bool:
    """Whether a text alone is the title of the row ``after`` it and of more.

    ``titled``: the table begins with one; ``numbered``: some of its rows have numbers.
    """
    first = after.number == "1"
    return first or (titled and (after.label is not None if numbered else not after.alone))


def _is_title(leaf: _Leaf) -> bool:
    """Whether nothing but a short text without a number stands in the row."""
    text = leaf.text.text
    return leaf.alone and leaf.number is None and len(text) < _LONGEST_TITLE and text[-1] not in ".;"


def _goes_on(last: ActivityDraft | None, after: _Leaf | None) -> bool:
    """Whether the numbers rise over a gap, so that only rows of the same section are lost."""
    numbers = [number for number in (last and last.label, after and after.number) if number]
    return len(numbers) == 2 and all(map(str.isdigit, numbers)) and int(numbers[0]) < int(numbers[1])


def _leaf(row: Row, columns: Sequence[Column]) -> _Leaf | None:
    number = text = Passage()
    alone = True
    for i, (column, cell) in enumerate(zip(columns, row.cells, strict=True)):
        if column.role is Role.NUMBER:
            number = cell.passage
        elif column.role in CONTENT_ROLES:
            text = text or cell.passage
        elif i == 1 and cell.passage and not any(later.passage for later in row.cells[2:]):
            number, text = number or text, cell.passage
        elif cell.passage:
            alone = False
    label = read_label(number.text) if number else read_label(text.text)
    if label and not number:
        number, text = text.part(0, label.end), text.part(label.end)
    if not text:
        return None
    shown = label.text if label else number.text.strip(" .-+•*–") or None
    return _Leaf(row, number, label, shown, text, alone, _depth(label))


def _depth(label: Label | None) -> int:
    if label is None:
        return _BELOW_NUMBERS
    if label.roman:
        return 0
    return len(label.number) if label.number else 6


def _opens_section(leaf: _Leaf, after: _Leaf | None, roman: bool) -> bool:
    if leaf.label and leaf.label.roman:
        return leaf.alone or leaf.text.text.isupper()
    if roman or not leaf.alone or not leaf.text.text.isupper():
        return False
    return leaf.label is None or (len(leaf.label.number) == 1 and after is not None)


def _is_heading(leaf: _Leaf, after: _Leaf | None) -> bool:
    if after is None:
        return False
    if leaf.label and leaf.label.number and after.label:
        depth = len(leaf.label.number)
        if len(after.label.number) > depth:
            return after.label.number[:depth] == leaf.label.number or leaf.alone
        return (leaf.alone or after.number == "a") and not after.label.number and not after.label.roman
    if not leaf.alone or (
        any(cell.fill is Fill.MERGED for cell in leaf.row.cells[2:]) and leaf.label is None
    ):
        return False
    return after.label is None or leaf.depth == 0 < after.depth
