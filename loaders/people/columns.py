"""Which kind of sheet a person sent and which column is which, by the titles of ``data/columns.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from loaders.people.note import Note, Place
from loaders.people.raw import MAX_ROWS, RawSheet
from ontology.slug import fold

__all__ = [
    "COPY",
    "Kind",
    "Line",
    "Sheet",
    "comparators",
    "is_copy",
    "items",
    "kind",
    "recognise",
    "strikes",
    "verdicts",
]

COPY = " (bản gốc)"
"""End of the titles of the hidden sheets that hold what went out."""
HEADER_WITHIN = 15
"""Rows from the top in which the header is looked for: people put titles above it."""


@dataclass(frozen=True)
class Kind:
    """A kind of sheet: the title it is written with, its columns by field, and those it cannot lack.

    ``says`` are the fields that hold what a line is about, ``given`` those that are not for a person to fill.
    """

    name: str
    title: str
    required: tuple[str, ...]
    columns: Mapping[str, tuple[str, ...]]
    says: tuple[str, ...] = ()
    given: tuple[str, ...] = ()

    @property
    def editable(self) -> tuple[str, ...]:
        """The fields whose contents a person may change."""
        return tuple(f for f in self.columns if f not in (*self.given, "strike"))

    def heading(self, field: str) -> str:
        """The title under which column ``field`` is written."""
        return self.columns[field][0]

    def fields(self, header: Sequence[str]) -> dict[str, int]:
        """Field to the place of its column in ``header``; of two columns with one title the first."""
        known = {fold(title): name for name, titles in self.columns.items() for title in titles}
        found: dict[str, int] = {}
        for place, title in enumerate(header):
            name = known.get(fold(title).rstrip(" :.*"))
            if name is not None:
                found.setdefault(name, place)
        return found


@dataclass(frozen=True)
class Line:
    """One row below the header: where it stands, and its cells by field; "" where empty or missing.

    ``unread`` are the fields of which it is not known what a person wants there.
    """

    place: Place
    cells: Mapping[str, str]
    unread: frozenset[str] = frozenset()

    def __getitem__(self, field: str) -> str:
        return self.cells.get(field, "")


@dataclass(frozen=True)
class Sheet:
    """A sheet of a known kind, its lines that are not blank, and the fields it has."""

    kind: Kind
    place: Place
    fields: frozenset[str]
    lines: tuple[Line, ...]


@cache
def _data() -> Mapping[str, Mapping[str, Any]]:
    text = files("loaders.people").joinpath("data/columns.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def kind(name: str) -> Kind:
    """The kind of sheet called ``name`` in ``data/columns.toml``."""
    found = _data()[name]
    columns = {field: tuple(titles) for field, titles in found["columns"].items()}
    says, given = tuple(found.get("says", ())), tuple(found.get("given", ()))
    return Kind(name, found["title"], tuple(found["required"]), columns, says, given)


@cache
def verdicts() -> Mapping[str, str]:
    """Folded word of a decision to its code: accepted, rejected or added."""
    return _codes_by_word("verdicts")


@cache
def strikes() -> frozenset[str]:
    """The folded words that take a line out."""
    return frozenset(_codes_by_word("strikes"))


@cache
def comparators() -> Mapping[str, tuple[str, ...]]:
    """The words for each comparator of a figure, the one the program writes first."""
    return {sign: tuple(words) for sign, words in _data()["comparators"].items()}


def _codes_by_word(table: str) -> Mapping[str, str]:
    return {fold(word): code for code, words in _data()[table].items() for word in words}


@cache
def items() -> Mapping[str, str]:
    """What a sheet "document" says of a plan: field of the document's record to its Vietnamese name."""
    return dict(_data()["document"]["items"])


@cache
def _kinds() -> tuple[Kind, ...]:
    return tuple(kind(name) for name, found in _data().items() if "columns" in found)


def is_copy(raw: RawSheet) -> bool:
    """Whether ``raw`` is a copy of what went out: hidden, or shown again and known by its title."""
    return raw.hidden or fold(raw.title or "").endswith(fold(COPY))


def recognise(raw: RawSheet, file: str) -> tuple[Sheet | None, list[Note]]:
    """``raw`` as a sheet of its kind, None where it is of no kind; and what is to be told of its columns."""
    place = Place(file, raw.title)
    found = next(_headers(raw), None)
    if found is None:
        blank = not any(any(row) for row in raw.rows)
        return None, [] if blank else [Note(place, _missing(raw))]
    row, known = found
    fields = known.fields(raw.rows[row])
    notes = list(_column_notes(raw, row, known, fields, place))
    if raw.cut:
        notes.append(Note(place, f"trang tính dài quá {MAX_ROWS} dòng; phần sau không được đọc."))
    notes += _unread_notes(raw, row, known, fields, place)
    unread: dict[int, set[int]] = {}
    for r, column in raw.unread:
        unread.setdefault(r, set()).add(column)
    lines = tuple(
        _line(Place(file, raw.title, number + 1), cells, fields, unread.get(number, set()))
        for number, cells in enumerate(raw.rows[row + 1 :], row + 1)
        if any(cells)
    )
    return Sheet(known, place, frozenset(fields), lines), notes


def _line(place: Place, cells: Sequence[str], fields: Mapping[str, int], unread: set[int]) -> Line:
    found = {field: cells[i] for field, i in fields.items() if i < len(cells)}
    return Line(place, found, frozenset(field for field, i in fields.items() if i in unread))


def _headers(raw: RawSheet) -> Iterator[tuple[int, Kind]]:
    """Rows that are the header of a kind, the kind that knows most of its columns first."""
    for number, row in enumerate(raw.rows[:HEADER_WITHIN]):
        fitting = [k for k in _kinds() if set(k.required) <= set(k.fields(row))]
        if fitting:
            yield number, max(fitting, key=lambda k: len(k.fields(row)))


def _missing(raw: RawSheet) -> str:
    """What keeps ``raw`` from the kind it is nearest to."""
    rows = raw.rows[:HEADER_WITHIN]
    best = max(((k, k.fields(r)) for r in rows for k in _kinds()), key=lambda found: len(found[1]))
    nearest, fields = best
    lacking = [f"“{nearest.heading(f)}”" for f in nearest.required if f not in fields]
    if not fields:
        return "không nhận ra bảng nào; trang tính này không được dùng."
    return f"bảng “{nearest.title}” thiếu cột {', '.join(lacking)}; hãy trả lại tên cột như khi xuất ra."


def _column_notes(
    raw: RawSheet, row: int, known: Kind, fields: Mapping[str, int], place: Place
) -> Iterator[Note]:
    at = Place(place.file, place.sheet, row + 1)
    for column, title in enumerate(raw.rows[row]):
        filled = any(len(cells) > column and cells[column] for cells in raw.rows[row + 1 :])
        if column in fields.values() or not filled:
            continue
        twice = bool(known.fields([title]))
        said = (
            f"cột “{title}” có hai lần"
            if twice
            else f"cột “{title}” không rõ"
            if title
            else "có cột không tên"
        )
        yield Note(at, f"{said}; nội dung của cột này không được dùng.")


def _unread_notes(
    raw: RawSheet, row: int, known: Kind, fields: Mapping[str, int], place: Place
) -> Iterator[Note]:
    for field, column in fields.items():
        found = sorted(r for r, c in raw.unread if c == column and r > row)
        if found:
            text = (
                f"cột “{known.heading(field)}”: {len(found)} ô bị gộp hoặc là công thức chưa có kết quả, "
                "giữ như cũ; hãy bỏ gộp ô, gõ nội dung thay cho công thức."
            )
            yield Note(Place(place.file, place.sheet, found[0] + 1), text)
