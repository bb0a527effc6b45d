"""The sheets in which a person corrects the reading of a plan; ``loaders.people`` reads them again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl import Workbook

from loaders.people import Corrected, Ref, digest
from loaders.people.columns import COPY, Kind, comparators, items, kind
from loaders.people.head import written
from loaders.people.mend import Entry
from loaders.people.mentions import TABLES, Mention, Table
from loaders.people.outline import OutlineRow, outline
from loaders.people.position import position
from loaders.records import Oddity, PlanRecord
from loaders.resolve.document import plan_key
from ontology.codes import codes
from ontology.registry import Registry
from service.reading.doubts import doubts, doubts_of_mention
from service.reading.guide import write_guide
from service.reading.workbook import Column, new_book, saved, write_copy, write_sheet

__all__ = ["sheet_bytes"]

_WIDTHS: Mapping[str, int] = {
    "section": 30,
    "target": 40,
    "task": 40,
    "activity": 48,
    "product": 24,
    "lead": 24,
    "coord": 30,
    "time": 16,
    "look": 30,
    "item": 24,
    "value": 80,
    "number": 8,
    "strike": 6,
}
_MENTION_WIDTHS: Mapping[str, int] = {
    **_WIDTHS,
    "text": 60,
    "title": 40,
    "indicator": 48,
    "agency": 32,
    "issuer": 26,
    "number": 20,
    "value": 10,
    "area": 26,
}
_GREY = ("place", "under", "ref")
_LEVELS: Mapping[str, str] = {"section": "D9D9D9", "target": "E2EFDA", "task": "EDEDED"}
_DOUBT = "FFD966"
_STATED = "DDEBF7"
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "role": tuple(code.vi for code in codes("role").values()),
    "where": tuple(code.vi for code in codes("where").values()),
    "comparator": tuple(words[0] for words in comparators().values()),
    "strike": ("x",),
}

Line = Mapping[str, str]
Shades = Mapping[int, str]
"""Colour by number of the line, from 0."""


def sheet_bytes(plan: PlanRecord, registry: Registry, held: Corrected | None = None) -> bytes:
    """An XLSX file with the records of ``plan`` as an office has them, to be corrected.

    ``held`` is the plan with what people corrected before: that is shown, while the hidden copies keep the
    reading, so that the sheet says again what is in people/ already. Doubtful rows are coloured, and what
    people stated.
    """
    path = plan_key(plan, registry).path
    now = held or Corrected(plan)
    book = new_book()
    write_guide(book)
    rows, colours = _rows(now.record, plan, path, _told(now))
    _write(book, kind("rows"), rows, _rows(plan, plan, path, {})[0], colours)
    for table in TABLES.values():
        read = table.of(plan)
        copies = [Entry(key, record) for key, record in read.items()]
        entries = now.entries.get(table.name, copies)
        shown, copy = (
            [_mention(table, read, plan.oddities, path, e) for e in listed] for listed in (entries, copies)
        )
        _write(book, table.kind, shown, copy, _mention_colours(entries, shown))
    _write(book, kind("document"), _document(now.record, path), _document(plan, path), {})
    return saved(book)


def _told(held: Corrected) -> Mapping[str, list[str]]:
    """Where people stated a row, by key, in words."""
    return {key: [f"đã sửa ở {place}"] for key, place in held.marks.items()}


def _rows(
    shown: PlanRecord, plan: PlanRecord, path: str, told: Mapping[str, list[str]]
) -> tuple[list[Line], Shades]:
    """The lines of the rows of ``shown``, named as ``plan`` has them, and their colours."""
    listed = outline(shown)
    texts = {row.key: row.text for row in outline(plan)}
    look = doubts(shown, listed)
    lines: list[Line] = []
    shades: dict[int, str] = {}
    for number, row in enumerate(listed):
        placed = row.record if row.record.lines or row.details is None else row.details
        lines.append(
            {
                **row.cells,
                "look": "; ".join([*look.get(row.key, ()), *told.get(row.key, ())]),
                "place": position(placed, plan.doc),
                "ref": _ref(path, row, texts),
            }
        )
        colour = _STATED if row.key in told else _DOUBT if row.key in look else _LEVELS.get(row.level)
        shades |= {number: colour} if colour else {}
    return lines, shades


def _ref(path: str, row: OutlineRow, texts: Mapping[str, str]) -> str:
    """The code of ``row`` by its text as read; "" for a row that a person added."""
    if row.key not in texts:
        return ""
    text = texts[row.key]
    return str(Ref(path, row.key, digest(text) if text else None))


def _mention(
    table: Table, read: Mapping[str, Mention], oddities: Sequence[Oddity], path: str, entry: Entry
) -> Line:
    """The line of ``entry``, named as it was ``read``; without a name where a person added it."""
    record = read.get(entry.key)
    look = doubts_of_mention(entry.record, entry.record.text, oddities)
    told = [f"đã sửa ở {entry.place}"] if entry.place else []
    return {
        **table.cells(entry.record),
        "look": "; ".join(look + told),
        "place": position(entry.record),
        "ref": str(table.ref(path, entry.key, record)) if record else "",
    }


def _mention_colours(entries: Sequence[Entry], lines: Sequence[Line]) -> Shades:
    found = {number: _DOUBT for number, line in enumerate(lines) if line["look"]}
    return found | {number: _STATED for number, entry in enumerate(entries) if entry.place}


def _document(plan: PlanRecord, path: str) -> list[Line]:
    lines = [{"item": items()[name], "value": text} for name, text in written(plan.document).items()]
    return [{**lines[0], "ref": path}, *lines[1:]]


def _write(
    book: Workbook, written_as: Kind, shown: Sequence[Line], read: Sequence[Line], shades: Shades
) -> None:
    """The sheet to work in, and hidden behind it the copy that tells later what was changed."""
    widths = _MENTION_WIDTHS if written_as.name in TABLES else _WIDTHS
    columns = [
        Column(written_as.heading(f), widths.get(f, 14), grey=f in _GREY, choices=_CHOICES.get(f, ()))
        for f in written_as.columns
    ]
    plain = [place for place, column in enumerate(columns) if not column.grey]
    colours = {(number, place): colour for number, colour in shades.items() for place in plain}
    write_sheet(book, written_as.title, columns, _cells(written_as, shown), colours)
    write_copy(book, written_as.title + COPY, columns, _cells(written_as, read))


def _cells(written_as: Kind, lines: Sequence[Line]) -> list[list[str | None]]:
    return [[line.get(field) for field in written_as.columns] for line in lines]
