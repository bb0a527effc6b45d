"""The folder people/: every sheet in it, sorted into what it says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from loaders.errors import UnreadableFile
from loaders.people.columns import Sheet, is_copy, recognise
from loaders.people.edits import Edit, edits
from loaders.people.head import HeadChange, head_changes
from loaders.people.links import Decision, decisions
from loaders.people.mentions import TABLES
from loaders.people.note import Note, Place
from loaders.people.ref import Ref
from loaders.people.sheets import SUFFIXES, read_sheets

__all__ = ["People", "folder_of"]

NAME = "people"
_LEFTOVERS = ("~$", ".")
"""How the names of files begin that an office program leaves behind while a sheet is open."""


@dataclass
class People:
    """What the sheets of a folder say; ``notes`` tell of lines, columns and files that were not used."""

    decisions: list[Decision] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    heads: list[HeadChange] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    @classmethod
    def load(cls, folder: Path | None) -> Self:
        """All sheets below ``folder``, in the order of their names; nothing where there is no folder."""
        people = cls()
        if folder is not None and folder.is_dir():
            for path in sorted(p for p in folder.rglob("*") if p.is_file()):
                if not path.name.startswith(_LEFTOVERS):
                    people._take(path, path.relative_to(folder).as_posix())
        return people

    def _take(self, path: Path, name: str) -> None:
        if path.suffix.lower() not in SUFFIXES:
            known = ", ".join(SUFFIXES)
            self.notes.append(Note(Place(name), f"không phải bảng tính ({known}); tệp không được dùng."))
            return
        try:
            raws = read_sheets(path)
        except UnreadableFile as error:
            self.notes.append(Note(Place(name, row=error.line), f"{error.reason} {error.advice}".strip()))
            return
        shown: list[Sheet] = []
        copies: list[Sheet] = []
        for raw in raws:
            sheet, notes = recognise(raw, name)
            if is_copy(raw):
                copies += [sheet] if sheet else []
            else:
                self.notes += notes
                shown += [sheet] if sheet else []
        plan = next((p for sheet in (*shown, *copies) if (p := _plan_of(sheet))), None)
        for sheet in shown:
            self._sort(sheet, next((c for c in copies if c.kind == sheet.kind), None), plan)

    def _sort(self, sheet: Sheet, base: Sheet | None, plan: str | None) -> None:
        """Take what ``sheet`` says; ``base`` is the copy that went out, ``plan`` that of its workbook."""
        found: Iterable[Decision | Edit | HeadChange | Note] = ()
        if sheet.kind.name == "links":
            found = decisions(sheet)
        elif sheet.kind.name == "rows" or sheet.kind.name in TABLES:
            found = edits(sheet, base, plan)
        elif sheet.kind.name == "document":
            found = head_changes(sheet, base)
        for entry in found:
            if isinstance(entry, Note):
                self.notes.append(entry)
            elif isinstance(entry, Decision):
                self.decisions.append(entry)
            elif isinstance(entry, HeadChange):
                self.heads.append(entry)
            else:
                self.edits.append(entry)


def _plan_of(sheet: Sheet) -> str | None:
    """The plan that a sheet of a corrected reading names first."""
    for line in sheet.lines:
        if sheet.kind.name == "document" and line["ref"]:
            return line["ref"]
        if ref := Ref.parse(line["ref"]):
            return ref.plan
    return None


def folder_of(paths: Iterable[Path], name: str = NAME) -> Path | None:
    """The folder people/ (or ``name``) that belongs to the plans at ``paths``: beside the first or in it.

    For a file that is beside it or beside its folder; None where there is none.
    """
    first = next(iter(paths), None)
    if first is None:
        return None
    start = first.resolve() if first.is_dir() else first.resolve().parent
    return next((folder / name for folder in (start, start.parent) if (folder / name).is_dir()), None)
