"""What a person did to the sheet of a plan's rows: changed cells, new lines, lines taken out.

The sheet is compared with the copy of it that went out with it, in a hidden sheet. So only what the person
touched counts, and a better reading of everything else is never undone by an old sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from loaders.people.columns import Line, Sheet
from loaders.people.note import Note, Place
from loaders.people.outline import DETAILS, LEVELS
from loaders.people.ref import Ref

__all__ = ["Addition", "Change", "Edit", "Removal", "edits"]

EDITABLE = ("number", *LEVELS, *DETAILS, "under")
MOST_REMOVED = 0.5
"""Largest share of the lines that can be missing and still be taken for lines that a person took out."""


@dataclass(frozen=True)
class Change:
    """Contents of cells of a row, by column; those that differ from the present reading count.

    They are the cells a person changed, or all of the line's where the copy to compare with is lost.
    """

    ref: Ref
    cells: Mapping[str, str]
    place: Place


@dataclass(frozen=True)
class Addition:
    """A new line: the plan it belongs to, its cells, and the row above it in the sheet (None at the top)."""

    plan: str
    cells: Mapping[str, str]
    after: Ref | None
    place: Place


@dataclass(frozen=True)
class Removal:
    """A row whose line was taken out of the sheet at ``place``."""

    ref: Ref
    place: Place


Edit = Change | Addition | Removal


def edits(sheet: Sheet, base: Sheet | None) -> Iterator[Edit | Note]:
    """The edits of a sheet of rows; ``base`` is the hidden copy of what went out, None where it is lost.

    A row that was left as it was gives a change without cells: it says that the line is still there.
    """
    known = {line["ref"]: line for line in base.lines} if base else {}
    columns = [f for f in EDITABLE if f in sheet.fields]
    owners = _owners(sheet, known)
    near = _first_ref(sheet)
    after: Ref | None = None
    for line in sheet.lines:
        cell = line["ref"]
        ref = Ref.parse(cell)
        if ref is None and cell:
            yield Note(
                line.place, f"cột “Mã dòng” ghi “{cell}”, không phải mã nào; hãy để trống cho dòng mới."
            )
        elif ref is None or (owners[cell] is not line and _differs(line, owners[cell])):
            yield _addition(line, columns, near, after)
        elif owners[cell] is not line:
            yield Note(line.place, f"lặp lại dòng đã có ở {owners[cell].place}; không được dùng.")
        else:
            near = after = ref
            yield from _changes(line, ref, known.get(cell), columns, has_base=base is not None)
    if base is not None:
        yield from _removals(sheet, base, owners)


def _owners(sheet: Sheet, known: Mapping[str, Line]) -> dict[str, Line]:
    """The line that a code belongs to: of several (people copy lines) the one still as it went out."""
    found: dict[str, Line] = {}
    for line in sheet.lines:
        original = known.get(line["ref"])
        kept = found.setdefault(line["ref"], line)
        if kept is not line and original and _differs(kept, original) and not _differs(line, original):
            found[line["ref"]] = line
    return found


def _differs(line: Line, original: Line) -> bool:
    return any(line[level] != original[level] for level in LEVELS)


def _first_ref(sheet: Sheet) -> Ref | None:
    return next((ref for line in sheet.lines if (ref := Ref.parse(line["ref"]))), None)


def _addition(line: Line, columns: list[str], near: Ref | None, after: Ref | None) -> Edit | Note:
    cells = {f: line[f] for f in columns if line[f]}
    if near is None:
        return Note(line.place, "không rõ dòng mới thuộc kế hoạch nào; hãy thêm dòng vào bảng đã xuất ra.")
    if not any(level in cells for level in LEVELS):
        return Note(line.place, "dòng mới chưa có nội dung ở cột Mục tiêu, Nhiệm vụ hay Hoạt động.")
    return Addition(near.plan, cells, after, line.place)


def _changes(
    line: Line, ref: Ref, original: Line | None, columns: list[str], *, has_base: bool
) -> Iterator[Edit | Note]:
    if original is None and has_base:
        text = f"mã {ref.key} không có trong bảng đã xuất ra; đối chiếu với bản đọc hiện nay."
        yield Note(line.place, text)
    named = Ref(ref.plan, ref.key, ref.digest, _text(original or line))
    if original is None:
        yield Change(named, {f: line[f] for f in columns}, line.place)
    else:
        yield Change(named, {f: line[f] for f in columns if line[f] != original[f]}, line.place)


def _removals(sheet: Sheet, base: Sheet, seen: Mapping[str, Line]) -> Iterator[Edit | Note]:
    gone = [line for line in base.lines if line["ref"] not in seen]
    if len(gone) > MOST_REMOVED * len(base.lines):
        text = f"thiếu {len(gone)} trên {len(base.lines)} dòng đã xuất ra; không dòng nào bị coi là đã xoá."
        yield Note(sheet.place, text)
        return
    for line in gone:
        ref = Ref.parse(line["ref"], _text(line))
        if ref is not None:
            yield Removal(ref, sheet.place)


def _text(line: Line) -> str | None:
    """The text of the line's row: that of its deepest level."""
    return next((line[level] for level in reversed(LEVELS) if line[level]), None)
