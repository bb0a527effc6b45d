"""Keys of rows: "<section>/<label>", or whole paths where labels start again inside a section.

Source: the record format (docs/records.md, "Table, sections, keys").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from loaders.rows.draft import ActivityDraft, Draft, SectionDraft, Sheet, TargetDraft, TaskDraft

__all__ = ["give_keys"]


def give_keys(sheet: Sheet) -> None:
    """Fill ``key`` of every row of ``sheet``; equal keys are told apart by ``~2``, ``~3`` …"""
    used: Counter[str] = Counter()
    for number, section in enumerate(sheet.sections, start=1):
        section.key = section.label or str(number)
    _tell_apart(sheet.sections, Counter())
    names = _names(sheet)
    paths = _restarts(sheet, names)
    for target in sheet.targets:
        target.key = f"{_root(target.section)}/{names[target]}"
    _tell_apart(sheet.targets, used)
    for task in sheet.tasks:
        upper = task.parent or task.target if paths else None
        task.key = f"{upper.key if upper else _root(task.section)}/{names[task]}"
    _tell_apart(sheet.tasks, used)
    for activity in sheet.activities:
        above = activity.task or activity.target
        upper = above if paths or activity.bare else None
        activity.key = f"{upper.key if upper else _root(activity.section)}/{names[activity]}"
    _tell_apart(sheet.activities, used)


def _root(section: SectionDraft | None) -> str:
    return section.key if section else "0"


def _above(row: TargetDraft | TaskDraft | ActivityDraft) -> Draft | None:
    if isinstance(row, ActivityDraft):
        return row.task or row.target or row.section
    if isinstance(row, TaskDraft):
        return row.parent or row.target or row.section
    return row.section


def _rows(sheet: Sheet) -> list[TargetDraft | TaskDraft | ActivityDraft]:
    return [*sheet.targets, *sheet.tasks, *sheet.activities]


def _names(sheet: Sheet) -> dict[Draft, str]:
    """The last part of each key: the label, "-" for a bare task's activity, else its place."""
    places: Counter[tuple[type[Draft], Draft | None]] = Counter()
    names: dict[Draft, str] = {}
    for row in _rows(sheet):
        family = (type(row), _above(row))
        places[family] += 1
        bare = isinstance(row, ActivityDraft) and row.bare
        names[row] = "-" if bare else row.label or str(places[family])
    return names


def _restarts(sheet: Sheet, names: dict[Draft, str]) -> bool:
    """Whether labels, or places that stand for them, start again inside a section."""
    seen: set[tuple[SectionDraft | None, str]] = set()
    for row in _rows(sheet):
        if isinstance(row, ActivityDraft) and row.bare:
            continue
        mark = (row.section, names[row])
        if mark in seen:
            return True
        seen.add(mark)
    return False


def _tell_apart(rows: Sequence[Draft], used: Counter[str]) -> None:
    for row in rows:
        used[row.key] += 1
        if used[row.key] > 1:
            row.key = f"{row.key}~{used[row.key]}"
