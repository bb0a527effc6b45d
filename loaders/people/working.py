"""The rows of a plan while they are corrected: cells filled, rows put in and taken out, links kept whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from loaders.grammar import agency, area, schedule
from loaders.grammar.abbreviation import Abbreviations
from loaders.people.outline import DETAILS, LEVELS, outline
from loaders.records import WITHOUT_ACTIVITY, Activity, PlanRecord, Section, Target, Task

__all__ = ["Words", "Working"]

Words = Callable[[], Abbreviations]
"""The abbreviations of the plan's document, found only when a correction needs them."""
_RAW = {"lead": "lead_raw", "coord": "coord_raw"}


class Working:
    """A plan's rows by level and key, in order. Problems are Vietnamese sentences for who wrote."""

    def __init__(self, plan: PlanRecord, words: Words) -> None:
        self._plan = plan
        self._words = words
        self.sections = {s.key: s for s in plan.sections}
        self.targets = {t.key: t for t in plan.targets}
        self.tasks = {t.key: t for t in plan.tasks}
        self.activities = {a.key: a for a in plan.activities}
        self.original = {row.key: row for row in outline(plan)}
        self.touched: set[str] = set()
        """Rows that are not as they were read."""
        self._before: dict[str, str] = {}
        self._rows: Mapping[str, dict[str, Any]] = {
            "section": self.sections,
            "target": self.targets,
            "task": self.tasks,
            "activity": self.activities,
        }

    def level(self, key: str) -> str | None:
        """The level of the row ``key``, None where there is no such row."""
        return next((level for level in LEVELS if key in self._rows[level]), None)

    def texts(self) -> dict[str, str]:
        """The text of every row that has one."""
        found = {s.key: s.title for s in self.sections.values()}
        rows: list[Target | Task | Activity] = [*self.targets.values(), *self.tasks.values()]
        rows += self.activities.values()
        return found | {row.key: row.text for row in rows if row.text}

    def fill(self, key: str, cells: Mapping[str, str]) -> list[str]:
        """Give the row ``key`` the contents of ``cells``; the problems of those that could not be used."""
        level = self.level(key)
        assert level is not None  # noqa: S101 - callers look rows up first
        wrong = [f for f in LEVELS if f != level and cells.get(f)]
        if wrong:
            return ["không đổi được loại của dòng; hãy xoá dòng này và thêm dòng mới."]
        problems = []
        if level in cells and not cells[level]:
            problems = ["dòng không còn nội dung; muốn bỏ thì xoá cả dòng. Nội dung cũ được giữ."]
        if cells.get(level):
            self._text(level, key, cells[level])
        if level == "section" and cells.get("number", key) != key:
            problems.append("số của phần không đổi được: mã các dòng bắt đầu bằng số này.")
        elif "number" in cells and level != "section":
            self._put(level, key, label=cells["number"] or None)
        if "under" in cells and level in ("task", "activity"):
            problems += self._move(level, key, cells["under"])
        details = {f: cells[f] or None for f in DETAILS if f in cells}
        if details and level in ("task", "activity"):
            self._details(key if level == "activity" else self._bare(key), details)
        elif any(details.values()):
            problems.append("chỉ nhiệm vụ và hoạt động có sản phẩm, cơ quan, thời gian, kinh phí.")
        return problems

    def insert(self, level: str, key: str, above: tuple[str | None, str | None], after: str | None) -> None:
        """Put in an empty row after the row ``after``; ``above`` are the task and target it stands under."""
        task, target = above
        made: Section | Target | Task | Activity
        if level == "section":
            made = Section(key=key, title="")
        elif level == "target":
            made = Target(key=key, label=None, text="")
        elif level == "task":
            made = Task(key=key, label=None, target=target, text="", parent=task)
        else:
            made = Activity(key=key, label=None, row=None, task=task, target=target, text="")
        rows = self._rows[level]
        place = self._place(level, after)
        items = [*rows.items()]
        rows.clear()
        rows.update([*items[:place], (key, made), *items[place:]])

    def remove(self, key: str) -> None:
        """Take the row ``key`` out; what stood under it stands under the row above it."""
        task = self.tasks.pop(key, None)
        for level in LEVELS:
            self._rows[level].pop(key, None)
        if task is not None:
            self.activities.pop(task.key + WITHOUT_ACTIVITY, None)
        upper = task.parent if task else None
        for other in [t for t in self.tasks.values() if key in (t.parent, t.target)]:
            target = None if other.target == key else other.target
            self._put("task", other.key, parent=upper if other.parent == key else other.parent, target=target)
        for act in [a for a in self.activities.values() if key in (a.task, a.target)]:
            target = None if act.target == key else act.target
            self._put("activity", act.key, task=upper if act.task == key else act.task, target=target)

    def record(self) -> PlanRecord:
        """The plan with the rows as they stand now; its mentions as they were."""
        return replace(
            self._plan,
            sections=tuple(self.sections.values()),
            targets=tuple(self.targets.values()),
            tasks=tuple(self.tasks.values()),
            activities=tuple(self.activities.values()),
        )

    def before(self) -> dict[str, str]:
        """The texts, as they were, of the rows that are there and have another one now."""
        keys = self.texts().keys() | self.activities.keys()
        return {key: text for key, text in self._before.items() if key in keys}

    def _put(self, level: str, key: str, **fields: object) -> None:
        self._rows[level][key] = replace(self._rows[level][key], **fields)
        self.touched.add(key.removesuffix(WITHOUT_ACTIVITY))

    def _text(self, level: str, key: str, text: str) -> None:
        self._before.setdefault(key, self.texts().get(key, ""))
        if level == "section":
            self._put(level, key, title=text, area=area.of_title(text))
        else:
            self._put(level, key, text=text)

    def _details(self, key: str, details: Mapping[str, str | None]) -> None:
        fields: dict[str, object] = {_RAW.get(name, name): text for name, text in details.items()}
        for role in _RAW:
            if role in details:
                fields[role] = agency.parse(details[role], self._words())
        if "time" in details:
            when = schedule.parse(details["time"], self._plan.document.year)
            fields |= {"start": when.start, "end": when.end, "recurring": when.recurring}
        self._put("activity", key, **fields)

    def _bare(self, task: str) -> str:
        """The key of the record that holds the details of a task; made where the task has none yet."""
        key = task + WITHOUT_ACTIVITY
        if key not in self.activities:
            target = self.tasks[task].target
            self.activities[key] = Activity(
                key=key,
                label=None,
                row=None,
                task=task,
                target=target,
                text=None,
                lines=self.tasks[task].lines,
            )
        return key

    def _move(self, level: str, key: str, under: str) -> list[str]:
        """Let the row stand under the tasks and targets that ``under`` names by key."""
        keys = [part.strip() for part in under.split(";") if part.strip()]
        unknown = [k for k in keys if k not in self.tasks and k not in self.targets]
        if unknown:
            return [f"cột “Thuộc”: không có nhiệm vụ hay mục tiêu nào mang mã {', '.join(unknown)}."]
        task = next((k for k in keys if k in self.tasks), None)
        if level == "task" and task is not None and key in self._line_of(task):
            return [f"cột “Thuộc”: dòng không thể thuộc chính nó hay dòng dưới nó ({task})."]
        target = next((k for k in keys if k in self.targets), None)
        target = target or (self.tasks[task].target if task else None)
        self._put(level, key, target=target, **{"parent" if level == "task" else "task": task})
        return []

    def _line_of(self, task: str) -> set[str]:
        """``task`` and the tasks it is nested in."""
        found: set[str] = set()
        key: str | None = task
        while key in self.tasks and key not in found:
            found.add(key)
            key = self.tasks[key].parent
        return found

    def _place(self, level: str, after: str | None) -> int:
        """Where in its level a row after ``after`` belongs: behind the last of that level up to there."""
        rows = [*self._rows[level]]
        order = [row.key for row in outline(self.record())]
        upto = set(order[: order.index(after) + 1]) if after in order else set()
        return max(
            (
                i + 1
                for i, key in enumerate(rows)
                if key in upto or key.removesuffix(WITHOUT_ACTIVITY) in upto
            ),
            default=0,
        )
