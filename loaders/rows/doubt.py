"""What a careful reader would stop at: confidence of each row, and oddities of numbering and blanks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from loaders.layout.columns import Role
from loaders.layout.cues import hangs, hints
from loaders.remembered import remembered
from loaders.rows.draft import ActivityDraft, Draft, Note, Sheet, span_of

__all__ = ["doubt"]

_COSTS = {"open": 0.3, "lower": 0.25, "unlike": 0.3, "blank": 0.15, "merged": 0.05}
"""What each doubt takes from a row's confidence."""
_TOLD = {
    Role.LEAD: frozenset({Role.LEAD}),
    Role.COORD: frozenset({Role.LEAD}),
    Role.TIME: frozenset({Role.TIME, Role.EXTRA}),
}
"""What the words of a cell may hint at, by its role."""
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_COUNT = re.compile(r".*[^\W\d]\s+(\d+)\W*")
"""The count at the end of a label in words."""
_RARE = 0.2
"""Share of the labels of a level below which two numbers in one label are a slip."""
_LONG = 250
"""A cell of agencies or times with more characters has likely swallowed another."""


def doubt(sheet: Sheet) -> None:
    """Set the confidence of every activity of ``sheet`` and add the oddities found to its notes."""
    for activity in sheet.activities:
        activity.confidence = max(0.0, 1.0 - sum(_COSTS[name] for name in _doubts(activity)))
    sheet.notes += _numbering(sheet.sections, "Mục", {_number(section) for section in sheet.sections})
    levels = (("Mục tiêu", sheet.targets), ("Nhiệm vụ", sheet.tasks), ("Hoạt động", sheet.activities))
    for section in [None, *sheet.sections]:
        held = [(name, [row for row in rows if row.section is section]) for name, rows in levels]
        counts = Counter(_number(row) for _, rows in held for row in rows)
        used = {number for number, count in counts.items() if count == 1}
        for name, rows in held:
            sheet.notes += _numbering(rows, name, used)
    for _, level in levels:
        sheet.notes += _counts(level)
    sheet.notes += _blanks(sheet)


def _doubts(activity: ActivityDraft) -> Iterator[str]:
    """The names of the doubts about ``activity``."""
    if _open(activity.passage.text):
        yield "open"
    if activity.label is None and activity.passage.text[:1].islower():
        yield "lower"
    for role, wanted in _TOLD.items():
        cell = activity.cells.get(role)
        if cell is None:
            yield "blank"
            continue
        if wanted.isdisjoint(hints(cell.text)) or len(cell.text) > _LONG:
            yield "unlike"
        if _open(cell.text):
            yield "open"
        if cell not in activity.own:
            yield "merged"


@remembered
def _open(text: str) -> bool:
    return hangs(text) and not text.endswith(",")


def _numbering(rows: Sequence[Draft], name: str, used: set[tuple[int, ...]]) -> Iterator[Note]:
    """Where the numbers of ``rows`` that follow one another leave out some not ``used`` elsewhere."""
    labelled = [(row, number) for row in rows if (number := _number(row))]
    for (above, before), (row, number) in pairwise(labelled):
        left_out = {(*number[:-1], last) for last in range(before[-1] + 1, number[-1])}
        if number[:-1] == before[:-1] and left_out - used:
            what = f"{name}: số thứ tự nhảy từ {above.label} đến {row.label}."
            yield Note(what, "numbering", row.span())


def _counts(rows: Sequence[Draft]) -> Iterator[Note]:
    """Labels that number and count a row differently ("3.5. Hoạt động 1:"), where most do it alike."""
    counted = [
        (row, int(found[1])) for row in rows if (found := _COUNT.fullmatch(row.head.text)) and _number(row)
    ]
    unlike = [row for row, count in counted if _number(row)[-1] != count]
    if len(unlike) < _RARE * len(counted):
        for row in unlike:
            yield Note(f"Nhãn “{row.head.text}” có hai số khác nhau.", "numbering", row.head.span())


def _number(row: Draft) -> tuple[int, ...]:
    return _number_of(row.label) if row.label else ()


@remembered
def _number_of(label: str) -> tuple[int, ...]:
    if set(label) <= _ROMAN.keys():
        return (_roman(label),)
    parts = label.split(".")
    return tuple(map(int, parts)) if all(map(str.isdigit, parts)) else ()


def _roman(label: str) -> int:
    values = [_ROMAN[letter] for letter in label]
    return sum(-v if later > v else v for v, later in zip(values, [*values[1:], 0], strict=True))


def _blanks(sheet: Sheet) -> Iterable[Note]:
    """Rows that lack a lead or a time that the others have."""
    for role, name in ((Role.LEAD, "cơ quan chủ trì"), (Role.TIME, "thời gian")):
        lacking = [activity for activity in sheet.activities if role not in activity.cells]
        if len(lacking) * 2 < len(sheet.activities):
            for activity in lacking:
                what = f"Dòng “{activity.label or activity.key}” để trống {name}."
                yield Note(what, "blank", span_of((activity.passage, *activity.own)))
