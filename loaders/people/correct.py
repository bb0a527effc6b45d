"""The records of a plan as people corrected them: changed, added, taken out, and where that is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from loaders.people.again import read_again
from loaders.people.attach import How, Rows, attach
from loaders.people.edits import Addition, Change, Edit, Removal
from loaders.people.mend import Entry, mended
from loaders.people.mentions import TABLES
from loaders.people.note import Note, Place
from loaders.people.outline import LEVELS
from loaders.people.position import stated
from loaders.people.ref import Ref, digest
from loaders.people.working import Words, Working
from loaders.records import WITHOUT_ACTIVITY, PlanRecord, section_of

__all__ = ["Corrected", "corrected"]


@dataclass(frozen=True)
class Corrected:
    """A plan's records as people hold them.

    ``marks`` says by key where each row they touched is written, ``parts`` the same of citations, figures and
    duties, by the name of their kind ("citation") and their number in the record. ``entries`` are these by
    table, before those in corrected rows were read again.
    """

    record: PlanRecord
    marks: Mapping[str, Place] = field(default_factory=dict)
    parts: Mapping[tuple[str, int], Place] = field(default_factory=dict)
    entries: Mapping[str, Sequence[Entry]] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    head: Place | None = None
    """Where the document's own data are corrected."""

    @property
    def files(self) -> tuple[str, ...]:
        """The files in people/ that say something of the plan."""
        places = [*self.marks.values(), *self.parts.values(), *([self.head] if self.head else [])]
        return tuple(sorted({place.file for place in places}))


def corrected(plan: PlanRecord, edits: Iterable[Edit], words: Words) -> Corrected:
    """``plan`` with ``edits`` applied; raw cells are read by the same grammar as the document's own.

    Rows keep their keys and places; what a person added stands where it is written. An edit that finds no
    row, or that another contradicts, is told.
    """
    listed = list(edits)
    work = _Work(plan, words)
    rows = [edit for edit in listed if edit.kind == "rows"]
    work.change(e for e in rows if isinstance(e, Change))
    work.remove(e for e in rows if isinstance(e, Removal))
    for edit in rows:
        if isinstance(edit, Addition):
            work.add(edit)
    record = work.stated()
    entries, notes = mended(record, listed, words)
    held = read_again(record, entries, work.rows.before())
    parts = {
        (TABLES[name].part, number): entry.place
        for name, listed_as in held.items()
        for number, entry in enumerate(listed_as, 1)
        if entry.place is not None
    }
    mentions: dict[str, Any] = {
        name: tuple(stated(entry.record, entry.place if entry.added else None) for entry in found)
        for name, found in held.items()
    }
    told = tuple(sorted([*notes, *work.notes]))
    return Corrected(replace(record, **mentions), work.marks, parts, entries, told)


class _Work:
    def __init__(self, plan: PlanRecord, words: Words) -> None:
        self.rows = Working(plan, words)
        self.marks: dict[str, Place] = {}
        self.notes: list[Note] = []
        self._read = Rows.of(plan, sections=True)
        self._claimed: set[str] = set()
        self._added: dict[str, Place] = {}
        self._below: dict[str | None, str] = {}
        """The row last added below each row of the sheet."""

    def change(self, changes: Iterable[Change]) -> None:
        """Apply the changes on which the sheets agree."""
        said: dict[str, dict[str, dict[str, Place]]] = {}
        for edit in changes:
            key = self._attached(edit.ref, edit.place, told=bool(edit.cells), gone=False)
            if key is None:
                continue
            self._claimed.add(key)
            now = self.rows.original[key].cells if key in self.rows.original else {}
            for name, text in edit.cells.items():
                if text != now.get(name, ""):
                    said.setdefault(key, {}).setdefault(name, {}).setdefault(text, edit.place)
        for key, cells in said.items():
            self._agreed(key, cells)

    def _agreed(self, key: str, cells: Mapping[str, Mapping[str, Place]]) -> None:
        agreed = {name: next(iter(texts)) for name, texts in cells.items() if len(texts) == 1}
        places = [place for texts in cells.values() for place in texts.values()]
        for texts in cells.values():
            if len(texts) > 1:
                where = "; ".join(str(place) for place in sorted(texts.values()))
                self.notes += [
                    Note(p, f"sửa dòng {key} trái nhau ({where}); ô này giữ như văn bản.")
                    for p in texts.values()
                ]
        problems = self.rows.fill(key, agreed)
        self.notes += [Note(min(places), f"dòng {key}: {problem}") for problem in problems]
        if key in self.rows.touched:
            self.marks[key] = min(places)

    def remove(self, removals: Iterable[Removal]) -> None:
        """Take out the rows whose lines are gone, unless another sheet corrects them."""
        for edit in removals:
            key = self._attached(edit.ref, edit.place, told=edit.place.row is not None, gone=True)
            if key in self.marks:
                text = f"dòng {key} bị xoá ở đây nhưng được sửa ở {self.marks[key]}; dòng được giữ."
                self.notes.append(Note(edit.place, text))
            elif key is not None:
                self.rows.remove(key)

    def add(self, edit: Addition) -> None:
        """Put in the rows of a new line: each text under the one before, the details with the last."""
        anchor = self._anchor(edit)
        filled = [level for level in LEVELS if edit.cells.get(level)]
        for level in filled:
            last = level == filled[-1]
            known = self._known(level, edit.cells[level], whole=last)
            if known is None:
                above = self._above(level, anchor)
                known = self._new_key(level, edit.cells.get("number", "") if last else "", anchor)
                self.rows.insert(level, known, above, anchor)
                self.rows.fill(known, {level: edit.cells[level]})
                self.marks[known] = self._added[known] = edit.place
            if last:
                self._fill(known, edit)
            self._claimed.add(known)
            anchor = known
        self._below[edit.after.key if edit.after else None] = anchor or ""

    def stated(self) -> PlanRecord:
        """The rows as they stand now, those added at the line of the sheet where they are written."""
        plan = self.rows.record()
        return replace(
            plan,
            sections=tuple(stated(row, self._added.get(row.key)) for row in plan.sections),
            targets=tuple(stated(row, self._added.get(row.key)) for row in plan.targets),
            tasks=tuple(stated(row, self._added.get(row.key)) for row in plan.tasks),
            activities=tuple(
                stated(row, self._added.get(row.key.removesuffix(WITHOUT_ACTIVITY)))
                for row in plan.activities
            ),
        )

    def _fill(self, key: str, edit: Addition) -> None:
        """Give a new line's other cells to its row; of a row that was there before only those that differ."""
        now = self.rows.original[key].cells if key in self.rows.original else {}
        rest = {f: text for f, text in edit.cells.items() if f not in LEVELS and text != now.get(f)}
        self.notes += [Note(edit.place, problem) for problem in self.rows.fill(key, rest)]
        if key in self.rows.touched:
            self.marks[key] = edit.place

    def _attached(self, ref: Ref, place: Place, *, told: bool, gone: bool) -> str | None:
        """The key of the row ``ref`` names; where there is none that is told if wished.

        ``gone``: a row that is not there any more is as it should be.
        """
        found = attach(ref, self._read)
        if found.key is None and told and not (gone and found.how is How.GONE):
            self.notes.append(Note(place, f"dòng {ref.key}: {found.how.value}; nội dung sửa chưa được dùng."))
        return found.key

    def _anchor(self, edit: Addition) -> str | None:
        """The row after which a new line comes: the one above it in the sheet, which may be new itself."""
        mark = edit.after.key if edit.after else None
        if mark in self._below:
            return self._below[mark]
        if edit.after is None:
            return None
        key = attach(edit.after, self._read).key
        return key if key and self.rows.level(key) else None

    def _known(self, level: str, text: str, *, whole: bool) -> str | None:
        """A row of the document that says the same: later readings may find what a person once added."""
        texts = self.rows.texts()
        same = [
            k
            for k in self._read.by_digest.get(digest(text), ())
            if k in texts and self.rows.level(k) == level
        ]
        free = [k for k in same if not whole or k not in self._claimed]
        return free[0] if free else None

    def _above(self, level: str, anchor: str | None) -> tuple[str | None, str | None]:
        """The task and target that a new row of ``level`` after ``anchor`` stands under."""
        if anchor is None or level in ("section", "target"):
            return None, None
        where = self.rows.level(anchor)
        if where == "target":
            return None, anchor
        if where == "section":
            return None, None
        if where == "activity":
            act = self.rows.activities[anchor]
            if level == "activity" or act.task is None:
                return (act.task if level == "activity" else None), act.target
            anchor = act.task
        task = self.rows.tasks[anchor]
        return (anchor if level == "activity" else task.parent), task.target

    def _new_key(self, level: str, label: str, anchor: str | None) -> str:
        """Section and label, as the reader gives keys; without a label a number that no reader gives."""
        taken = self.rows.texts().keys() | self.rows.activities.keys()
        root = section_of(anchor) if anchor else next(iter(self.rows.sections), "0")
        count = 1
        if level == "section":
            name, start = label or f"+{count}", ""
        else:
            name, start = label or f"+{count}", f"{root}/"
        key = start + name
        while key in taken:
            count += 1
            key = start + (f"{label}~{count}" if label else f"+{count}")
        return key
