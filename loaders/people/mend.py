"""Citations, figures and duties of a plan as people corrected them: changed, added, taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from loaders.grammar.abbreviation import Abbreviations
from loaders.people.attach import Attachment, How
from loaders.people.edits import Addition, Change, Edit, Removal
from loaders.people.match import Claim, matched
from loaders.people.mentions import TABLES, Mention, Setting, Table
from loaders.people.note import Note, Place
from loaders.records import PlanRecord
from ontology.slug import fold

__all__ = ["Entry", "mended"]

_PLACED = frozenset({"text", "role", "where", "in_"})
"""Fields that a changed text says nothing about."""
_Sheet = tuple[str, str | None]
"""A sheet by its file and title."""
_Said = dict[str, dict[object, Place]]
"""The values that sheets give the fields of one record, and where."""


@dataclass(frozen=True)
class Entry:
    """One record while a plan is corrected; its key is "citation/3" as read, "citation/+1" if it is new."""

    key: str
    record: Mention
    place: Place | None = None
    """Where in people/ it is stated, None where it stands as it was read."""

    @property
    def added(self) -> bool:
        """Whether a person added it."""
        return "+" in self.key


def mended(
    plan: PlanRecord, edits: Sequence[Edit], words: Callable[[], Abbreviations]
) -> tuple[dict[str, list[Entry]], list[Note]]:
    """The records of ``plan`` by table with ``edits`` applied, and what is to be told of those that were not.

    Records keep their places in the document. ``words`` gives the abbreviations of the document.
    """
    setting = Setting(plan, words)
    found, notes = {}, []
    for table in TABLES.values():
        work = _Mending(table, setting)
        own = [edit for edit in edits if edit.kind == table.name]
        if own:
            work.apply(own)
        found[table.name] = list(work.entries.values())
        notes += work.notes
    return found, notes


class _Mending:
    def __init__(self, table: Table, setting: Setting) -> None:
        self.entries = {key: Entry(key, record) for key, record in table.of(setting.plan).items()}
        self.notes: list[Note] = []
        self._table = table
        self._setting = setting
        self._found: dict[_Sheet, dict[str, Attachment]] = {}
        """For each sheet what its lines are about, by their codes."""
        self._lines: dict[_Sheet, set[str]] = {}
        """For each sheet the keys of the records that have a line in it."""
        self._below: dict[tuple[_Sheet, str], str] = {}
        """The record last added below each line of a sheet, by its code."""

    def apply(self, edits: Sequence[Edit]) -> None:
        """Apply ``edits`` of this table: changes, then what is taken out, then what is new."""
        self._match(edit for edit in edits if not isinstance(edit, Addition))
        self._change(edit for edit in edits if isinstance(edit, Change))
        gone = self._struck(edit for edit in edits if isinstance(edit, Removal))
        for edit in edits:
            if isinstance(edit, Addition):
                self._add(edit, gone)
        for key in gone:
            del self.entries[key]

    def _match(self, lines: Iterable[Change | Removal]) -> None:
        claims: dict[_Sheet, dict[str, Claim]] = {}
        for edit in lines:
            claims.setdefault(_sheet(edit.place), {})[str(edit.ref)] = Claim(edit.ref, edit.at)
        printed = self._table.printed(self._setting.plan)
        for sheet, of_sheet in claims.items():
            self._found[sheet] = matched(of_sheet.values(), printed)
            self._lines[sheet] = {a.key for a in self._found[sheet].values() if a.key is not None}

    def _change(self, changes: Iterable[Change]) -> None:
        said: dict[str, _Said] = {}
        for edit in changes:
            key = self._met(edit, told=bool(edit.cells))
            if key is None:
                continue
            record = self.entries[key].record
            for field, value in self._values(edit.cells, edit.place, self._table.cells(record)).items():
                if value != getattr(record, field):
                    said.setdefault(key, {}).setdefault(field, {}).setdefault(value, edit.place)
        for key, fields in said.items():
            self._agreed(key, fields)

    def _values(self, cells: Mapping[str, str], place: Place, now: Mapping[str, str]) -> dict[str, Any]:
        """The values of those ``cells`` that differ from ``now``; what is not understood is told."""
        found: dict[str, Any] = {}
        for field, text in cells.items():
            if text == now.get(field, ""):
                continue
            try:
                found[field] = self._table.value(field, text, self._setting)
            except ValueError as error:
                told = f"cột “{self._table.kind.heading(field)}”: {error}. Ô này chưa được dùng."
                self.notes.append(Note(place, told))
        return found

    def _agreed(self, key: str, fields: _Said) -> None:
        """Give the record ``key`` the values on which the sheets agree."""
        agreed: dict[str, Any] = {}
        for field, values in fields.items():
            if len(values) == 1:
                agreed[field] = next(iter(values))
                continue
            where = "; ".join(str(place) for place in sorted(values.values()))
            text = f"sửa cột “{self._table.kind.heading(field)}” trái nhau ({where}); ô này giữ như văn bản."
            self.notes += [Note(place, text) for place in values.values()]
        if agreed:
            record = self.entries[key].record
            where_first = min(place for field in agreed for place in fields[field].values())
            changed = replace(record, **(self._implied(record, agreed) | agreed))
            self.entries[key] = Entry(key, changed, where_first)

    def _implied(self, record: Mention, agreed: Mapping[str, Any]) -> dict[str, Any]:
        """What else changes with a text: the fields that its reading now gives another value."""
        if "text" not in agreed:
            return {}
        row = {"in_": getattr(record, "in_", None)} if "in_" in self._table.kind.editable else {}
        before = self._table.made({"text": record.text, **row}, self._setting)
        after = self._table.made({"text": agreed["text"], **row}, self._setting)
        if before is None or after is None:
            return {}
        read = [field for field in self._table.kind.editable if field not in _PLACED]
        return {f: getattr(after, f) for f in read if getattr(after, f) != getattr(before, f)}

    def _struck(self, removals: Iterable[Removal]) -> set[str]:
        """The keys of the records taken out; what another sheet corrects is kept, and told."""
        gone: set[str] = set()
        for edit in removals:
            key = self._met(edit, told=edit.place.row is not None)
            if key is None:
                continue
            changed = self.entries[key].place
            if changed is None:
                gone.add(key)
            else:
                self.notes.append(Note(edit.place, f"bỏ dòng được sửa ở {changed}; dòng được giữ."))
        return gone

    def _add(self, edit: Addition, gone: set[str]) -> None:
        values = self._values(edit.cells, edit.place, {})
        made = self._table.made(values, self._setting) if "text" in values else None
        lacking = [f for f in self._table.needs if made is None or getattr(made, f) in (None, "")]
        if made is None or lacking:
            titles = [self._table.kind.heading(f) for f in lacking if f not in values]
            text = f"dòng mới chưa đủ để dùng; hãy ghi {', '.join(f'“{title}”' for title in titles)}."
            self.notes.append(Note(edit.place, text))
            return
        lines = self._lines.setdefault(_sheet(edit.place), set())
        twin = self._twin(made, lines | gone)
        if twin is None:
            key = self._insert(edit, made)
        else:
            key = twin.key
            self._merge(twin, values, edit.place)
        lines.add(key)
        self._below[_sheet(edit.place), str(edit.after or "")] = key

    def _twin(self, made: Mention, taken: set[str]) -> Entry | None:
        """The record that says the same as ``made``; those with the keys ``taken`` are others.

        Later readings may find what a person once added, and two people may add one thing.
        """
        said = fold(made.text)
        for entry in self.entries.values():
            other = entry.record
            same = all(getattr(made, f) == getattr(other, f) for f in self._table.alike)
            if same and entry.key not in taken and (said in fold(other.text) or fold(other.text) in said):
                return entry
        return None

    def _merge(self, twin: Entry, values: Mapping[str, Any], place: Place) -> None:
        """Give ``twin`` what a new line says differently; what another person stated is not overruled."""
        other = {f: v for f, v in values.items() if f != "text" and v != getattr(twin.record, f)}
        if other and twin.place:
            titles = ", ".join(f"“{self._table.kind.heading(f)}”" for f in other)
            text = f"dòng mới trùng với dòng ở {twin.place} nhưng khác ở cột {titles}; giữ như dòng kia."
            self.notes.append(Note(place, text))
        elif other:
            self.entries[twin.key] = Entry(twin.key, replace(twin.record, **other), place)

    def _insert(self, edit: Addition, made: Mention) -> str:
        """Put ``made`` below the line above it in the sheet; the key it gets."""
        count = sum(entry.added for entry in self.entries.values()) + 1
        key = f"{self._table.part}/+{count}"
        sheet, above = _sheet(edit.place), str(edit.after or "")
        met = self._found.get(sheet, {}).get(above)
        anchor = self._below.get((sheet, above)) or (met.key if met else None)
        items = list(self.entries.items())
        known = [k for k, _ in items]
        place = known.index(anchor) + 1 if anchor in known else len(items) if above else 0
        items.insert(place, (key, Entry(key, made, edit.place)))
        self.entries = dict(items)
        return key

    def _met(self, edit: Change | Removal, *, told: bool) -> str | None:
        """The key of the record that a line is about; where there is none that is told if wished."""
        found = self._found[_sheet(edit.place)][str(edit.ref)]
        as_wished = isinstance(edit, Removal) and found.how is How.GONE
        if found.key is None and told and not as_wished:
            text = f"dòng {edit.ref.key}: {found.how.value}; nội dung sửa chưa được dùng."
            self.notes.append(Note(edit.place, text))
        return found.key


def _sheet(place: Place) -> _Sheet:
    return place.file, place.sheet
