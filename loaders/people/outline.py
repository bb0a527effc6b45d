"""The rows of a plan as an office's sheet has them: one line a row, each saying what it stands under."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loaders.records import WITHOUT_ACTIVITY, Activity, PlanRecord, Section, Target, Task, section_of

__all__ = ["DETAILS", "LEVELS", "OutlineRow", "outline"]

LEVELS = ("section", "target", "task", "activity")
"""The levels of rows from the top; the column that holds a row's text has the name of its level."""
DETAILS = ("product", "lead", "coord", "time", "budget")


@dataclass(frozen=True)
class OutlineRow:
    """One line: the row's level, key and cells by column, and the record it was made from.

    ``details`` is the activity record that holds its details: itself, or that of a task without activities.
    """

    level: str
    key: str
    text: str
    cells: Mapping[str, str]
    record: Section | Target | Task | Activity
    details: Activity | None = None


def outline(plan: PlanRecord) -> list[OutlineRow]:
    """The rows of ``plan`` from section to activity, what stands under a row after it."""
    return _Outline(plan).rows()


class _Outline:
    def __init__(self, plan: PlanRecord) -> None:
        self._plan = plan
        self._targets_of = {task.key: task.target for task in plan.tasks}
        self._bare = {a.task: a for a in plan.activities if a.key.endswith(WITHOUT_ACTIVITY) and a.task}
        self._below: dict[str, list[OutlineRow]] = {}
        bare = {a.key for a in self._bare.values()}
        shown = [a for a in plan.activities if a.key not in bare]
        # Activities first: those right under a target must not look as if they stood under its last task.
        for above, row in (
            *map(self._activity, shown),
            *map(self._task, plan.tasks),
            *map(_target, plan.targets),
        ):
            self._below.setdefault(above, []).append(row)

    def rows(self) -> list[OutlineRow]:
        """All rows, each once; those that stand under nothing known come last."""
        found: dict[str, OutlineRow] = {}
        tops = [s.key for s in self._plan.sections]
        for section in self._plan.sections:
            row = OutlineRow(
                "section",
                section.key,
                section.title,
                {"number": section.key, "section": section.title},
                section,
            )
            found.setdefault(row.key, row)
            self._add_below(section.key, found)
        for key in [k for k in self._below if k not in tops and k not in found]:
            self._add_below(key, found)
        return list(found.values())

    def _add_below(self, key: str, found: dict[str, OutlineRow]) -> None:
        for row in self._below.get(key, ()):
            if row.key not in found:  # also ends a loop of tasks
                found[row.key] = row
                self._add_below(row.key, found)

    def _task(self, task: Task) -> tuple[str, OutlineRow]:
        upper = [task.parent] if task.parent else []
        if task.target and task.target != self._targets_of.get(task.parent or ""):
            upper.append(task.target)
        details = self._bare.get(task.key)
        cells = _cells("task", task.label, task.text, upper) | _details(details)
        return _above(task.key, upper), OutlineRow("task", task.key, task.text, cells, task, details)

    def _activity(self, activity: Activity) -> tuple[str, OutlineRow]:
        upper = [activity.task] if activity.task else []
        if activity.target and activity.target != self._targets_of.get(activity.task or ""):
            upper.append(activity.target)
        text = activity.text or ""
        cells = _cells("activity", activity.label, text, upper) | _details(activity)
        return _above(activity.key, upper), OutlineRow(
            "activity", activity.key, text, cells, activity, activity
        )


def _target(target: Target) -> tuple[str, OutlineRow]:
    cells = _cells("target", target.label, target.text, [])
    return _above(target.key, []), OutlineRow("target", target.key, target.text, cells, target)


def _above(key: str, upper: Sequence[str]) -> str:
    """The key of the row a row is listed under: the first it names, else its section."""
    return upper[0] if upper else section_of(key)


def _cells(level: str, label: str | None, text: str, upper: Sequence[str]) -> dict[str, str]:
    return {"number": label or "", level: text, "under": "; ".join(upper)}


def _details(activity: Activity | None) -> dict[str, str]:
    if activity is None:
        return {}
    found = {
        "product": activity.product,
        "lead": activity.lead_raw or "; ".join(activity.lead),
        "coord": activity.coord_raw or "; ".join(activity.coord),
        "time": activity.time,
        "budget": activity.budget,
    }
    return {name: text for name, text in found.items() if text}
