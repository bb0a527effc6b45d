"""What a person did to a sheet of a plan's records: changed cells, new lines, lines taken out.

The sheet is compared with the copy of it that went out with it, in a hidden sheet. So only what the person
touched counts, and a better reading of everything else is never undone by an old sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from loaders.people.columns import Line, Sheet, strikes
from loaders.people.note import Note, Place
from loaders.people.ref import Ref
from ontology.slug import fold

__all__ = ["Addition", "Change", "Edit", "Removal", "edits"]

MOST_ADDED = 1_000
"""Largest number of new lines of a sheet; the longest plans have some 500 rows."""
MOST_REMOVED = 0.5
"""Largest share of the lines that can be missing and still be taken for lines that a person took out."""


@dataclass(frozen=True)
class Change:
    """Contents of cells of a line, by column; those that differ from the present reading count.

    They are the cells a person changed, or all of the line's where the copy to compare with is lost. ``at``
    is where the line says that its record stands in the document.
    """

    kind: str
    ref: Ref
    cells: Mapping[str, str]
    place: Place
    at: str = ""


@dataclass(frozen=True)
class Addition:
    """A new line: the plan it belongs to, its cells, and the line above it in the sheet (None at the top)."""

    kind: str
    plan: str
    cells: Mapping[str, str]
    after: Ref | None
    place: Place


@dataclass(frozen=True)
class Removal:
    """A record whose line was taken out of the sheet at ``place``, or struck out there."""

    kind: str
    ref: Ref
    place: Place
    at: str = ""


Edit = Change | Addition | Removal


def edits(sheet: Sheet, base: Sheet | None, plan: str | None = None) -> Iterator[Edit | Note]:
    """The edits of a sheet of rows, citations, figures or duties.

    Arguments: ``base`` the hidden copy of what went out, None where it is lost; ``plan`` the plan that the
    workbook is about, for sheets without lines that name it.
    A line that was left as it was gives a change without cells: it says that the line is still there.
    """
    known = {line["ref"]: line for line in base.lines} if base else {}
    owners = _owners(sheet, known)
    first = next((ref for line in sheet.lines if (ref := Ref.parse(line["ref"]))), None)
    near = first.plan if first else plan
    after: Ref | None = None
    added = 0
    for line in sheet.lines:
        cell = line["ref"]
        ref = Ref.parse(cell)
        if "ref" in line.unread:
            yield Note(
                line.place, "ô “Mã dòng” bị gộp; dòng này không được dùng, không dòng nào bị coi là đã xoá."
            )
        elif ref is None and cell:
            yield Note(
                line.place, f"cột “Mã dòng” ghi “{cell}”, không phải mã nào; hãy để trống cho dòng mới."
            )
        elif ref is None or (owners[cell] is not line and _differs(sheet, line, owners[cell])):
            added += 1
            if added <= MOST_ADDED:
                yield from _addition(sheet, line, near, after)
            elif added == MOST_ADDED + 1:
                yield Note(line.place, f"có hơn {MOST_ADDED} dòng mới; từ đây các dòng mới không được dùng.")
        elif owners[cell] is not line:
            yield Note(line.place, f"lặp lại dòng đã có ở {owners[cell].place}; không được dùng.")
        else:
            after, near = ref, ref.plan
            yield from _changes(sheet, line, known.get(cell), has_base=base is not None)
    if base is not None and all(_readable(line) for line in sheet.lines):
        yield from _removals(sheet, base, owners)


def _readable(line: Line) -> bool:
    """Whether the line's code is one, or left empty; behind a damaged one may be any line that went out."""
    return "ref" not in line.unread and (not line["ref"] or Ref.parse(line["ref"]) is not None)


def _owners(sheet: Sheet, known: Mapping[str, Line]) -> dict[str, Line]:
    """The line that a code belongs to: of several (people copy lines) the one still as it went out."""
    found: dict[str, Line] = {}
    for line in sheet.lines:
        original = known.get(line["ref"])
        kept = found.setdefault(line["ref"], line)
        if kept is line or original is None:
            continue
        if _differs(sheet, kept, original) and not _differs(sheet, line, original):
            found[line["ref"]] = line
    return found


def _differs(sheet: Sheet, line: Line, original: Line) -> bool:
    return any(line[field] != original[field] for field in sheet.kind.says if field not in line.unread)


def _cells(sheet: Sheet, line: Line) -> dict[str, str]:
    return {f: line[f] for f in sheet.kind.editable if f in sheet.fields and f not in line.unread}


def _addition(sheet: Sheet, line: Line, near: str | None, after: Ref | None) -> Iterator[Edit | Note]:
    cells = {field: text for field, text in _cells(sheet, line).items() if text}
    if fold(line["strike"]) in strikes():
        return
    if near is None:
        text = "không rõ dòng mới thuộc kế hoạch nào; hãy thêm dòng vào bảng đã xuất ra."
        yield Note(line.place, text)
    elif not any(field in cells for field in sheet.kind.says):
        titles = ", ".join(sheet.kind.heading(field) for field in sheet.kind.says)
        yield Note(line.place, f"dòng mới chưa có nội dung ở cột nào trong các cột {titles}.")
    else:
        yield Addition(sheet.kind.name, near, cells, after, line.place)


def _changes(sheet: Sheet, line: Line, original: Line | None, *, has_base: bool) -> Iterator[Edit | Note]:
    named = _named(sheet, original or line)
    assert named is not None  # noqa: S101 - callers have parsed the code
    kind, at = sheet.kind.name, (original or line)["place"]
    struck = line["strike"]
    if fold(struck) in strikes():
        yield Removal(kind, named, line.place, at)
        return
    if struck:
        yield Note(line.place, f"cột “Bỏ” ghi “{struck}”; hãy ghi x để bỏ dòng. Dòng được giữ.")
    if original is None and has_base:
        text = f"mã {named.key} không có trong bảng đã xuất ra; đối chiếu với bản đọc hiện nay."
        yield Note(line.place, text)
    cells = _cells(sheet, line)
    if original is not None:
        cells = {field: text for field, text in cells.items() if text != original[field]}
    yield Change(kind, named, cells, line.place, at)


def _removals(sheet: Sheet, base: Sheet, seen: Mapping[str, Line]) -> Iterator[Edit | Note]:
    gone = [line for line in base.lines if line["ref"] not in seen]
    if len(gone) > MOST_REMOVED * len(base.lines):
        text = (
            f"thiếu {len(gone)} trên {len(base.lines)} dòng đã xuất ra; không dòng nào bị coi là đã xoá. "
            "Muốn bỏ thì giữ dòng và ghi x ở cột “Bỏ”."
        )
        yield Note(sheet.place, text)
        return
    for line in gone:
        ref = _named(sheet, line)
        if ref is not None:
            yield Removal(sheet.kind.name, ref, sheet.place, line["place"])


def _named(sheet: Sheet, line: Line) -> Ref | None:
    """The record that ``line`` is about, with the text by which it is known again: of rows the deepest."""
    said = [line[field] for field in sheet.kind.says if line[field]]
    told = said[-1:] if sheet.kind.name == "rows" else said
    return Ref.parse(line["ref"], " ".join(told) or None)
