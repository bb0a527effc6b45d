"""Rows as they are found, before keys are given and their cells are understood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.layout.columns import Role
from loaders.layout.model import NOTHING, Passage
from loaders.records import Span

__all__ = ["ActivityDraft", "Draft", "Note", "SectionDraft", "Sheet", "TargetDraft", "TaskDraft", "span_of"]


@dataclass(eq=False)
class Draft:
    """A row of any level. ``key`` is empty until :func:`loaders.rows.keys.give_keys` fills it."""

    label: str | None
    passage: Passage
    key: str = field(default="", kw_only=True)
    head: Passage = field(default=NOTHING, kw_only=True)
    """The printed number or label before the text."""

    def span(self) -> Span | None:
        """First and last line of number and text."""
        return span_of((self.head, self.passage))


@dataclass(eq=False)
class SectionDraft(Draft):
    """A section row."""


@dataclass(eq=False)
class TargetDraft(Draft):
    """A target and the section it stands in."""

    section: SectionDraft | None


@dataclass(eq=False)
class TaskDraft(Draft):
    """A task, its section, the target it serves and the task it is nested in."""

    section: SectionDraft | None
    target: TargetDraft | None = None
    parent: TaskDraft | None = None


@dataclass(eq=False)
class ActivityDraft(Draft):
    """An activity with its cells, inherited ones included; ``bare`` when its task has no activity text."""

    section: SectionDraft | None
    task: TaskDraft | None = None
    target: TargetDraft | None = None
    row: str | None = None
    cells: dict[Role, Passage] = field(default_factory=dict)
    extra: dict[str, Passage] = field(default_factory=dict)
    own: tuple[Passage, ...] = ()
    """The cells printed in this row itself."""
    bare: bool = False
    confidence: float = 1.0


@dataclass(frozen=True)
class Note:
    """Something odd: what (Vietnamese), kind and place."""

    what: str
    kind: str
    lines: Span | None


@dataclass(eq=False)
class Sheet:
    """All rows of a document in reading order."""

    sections: list[SectionDraft] = field(default_factory=list)
    targets: list[TargetDraft] = field(default_factory=list)
    tasks: list[TaskDraft] = field(default_factory=list)
    activities: list[ActivityDraft] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    sums: list[Passage] = field(default_factory=list)
    """The first cells of rows that give sums."""


def span_of(passages: Iterable[Passage]) -> Span | None:
    """First and last line of all ``passages``, None where none has a line."""
    held = [passage.lines for passage in passages if passage.lines]
    if not held:
        return None
    return min([lines[0].number for lines in held]), max([lines[-1].number for lines in held])
