"""Where a record stands in its source, in words for a person; and where one that a person added stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from loaders.people.note import Place
from loaders.records import Placed

__all__ = ["position", "stated"]

_P = TypeVar("_P", bound=Placed)


def position(record: Placed, doc: str | None = None) -> str:
    """Where ``record`` stands: "dòng 12–14", with page and sheet where it has them.

    Where ``doc`` is given, the file is named as well if it is another one.
    """
    span = record.lines or record.rows
    parts = [record.file] if doc and record.file and record.file != doc else []
    parts += [f"trang tính “{record.sheet}”"] if record.sheet else []
    parts += [f"trang {record.page}"] if record.page else []
    if span:
        parts.append(f"dòng {span[0]}" if span[0] == span[1] else f"dòng {span[0]}–{span[1]}")
    return ", ".join(parts)


def stated(record: _P, place: Place | None) -> _P:
    """``record`` at the line of the sheet where a person added it; unchanged where there is none."""
    if place is None or place.row is None:
        return record
    return replace(record, file=place.file, sheet=place.sheet, rows=(place.row, place.row))
