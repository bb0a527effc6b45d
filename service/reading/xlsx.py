"""The sheet in which a person corrects the reading of a plan; ``loaders.people`` reads it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl import Workbook

from loaders.people import Ref, digest
from loaders.people.columns import Kind, items, kind
from loaders.people.head import written
from loaders.people.outline import OutlineRow, outline
from loaders.records import PlanRecord
from loaders.resolve.document import plan_key
from ontology.registry import Registry
from service.reading.doubts import doubts, place
from service.reading.workbook import Column, new_book, saved, write_sheet

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
}
_GREY = ("place", "under", "ref")
_LEVELS: Mapping[str, str] = {"section": "D9D9D9", "target": "E2EFDA", "task": "EDEDED"}
_DOUBT = "FFD966"
_COPY = " (bản gốc)"
"""End of the titles of the hidden sheets that hold what went out."""


def sheet_bytes(plan: PlanRecord, registry: Registry) -> bytes:
    """An XLSX file: the rows of ``plan`` as an office has them, doubtful ones coloured, and its own data."""
    path = plan_key(plan, registry).path
    rows = outline(plan)
    look = doubts(plan, rows)
    cells = [_cells(plan, path, row, look.get(row.key, ())) for row in rows]
    document = [{"item": items()[name], "value": text} for name, text in written(plan.document).items()]
    document[0]["ref"] = path
    book = new_book()
    _write(book, kind("rows"), cells, _shades(rows, look))
    _write(book, kind("document"), document, {})
    return saved(book)


def _cells(plan: PlanRecord, path: str, row: OutlineRow, look: Sequence[str]) -> dict[str, str]:
    shown = row.record if row.record.lines or row.details is None else row.details
    ref = Ref(path, row.key, digest(row.text) if row.text else None)
    return {**row.cells, "look": "; ".join(look), "place": place(shown, plan.doc), "ref": str(ref)}


def _shades(rows: Sequence[OutlineRow], look: Mapping[str, object]) -> dict[tuple[int, int], str]:
    """The colour of each line: of its level, and over it that of a doubt."""
    width = len(kind("rows").columns) - len(_GREY)
    found: dict[tuple[int, int], str] = {}
    for number, row in enumerate(rows):
        colour = _DOUBT if row.key in look else _LEVELS.get(row.level)
        if colour:
            found |= {(number, column): colour for column in range(width)}
    return found


def _write(
    book: Workbook,
    written_as: Kind,
    rows: Sequence[Mapping[str, str]],
    shades: Mapping[tuple[int, int], str],
) -> None:
    """The sheet to work in, and hidden behind it the copy that tells later what was changed."""
    columns = [Column(written_as.heading(f), _WIDTHS.get(f, 14), grey=f in _GREY) for f in written_as.columns]
    cells = [[row.get(field) for field in written_as.columns] for row in rows]
    write_sheet(book, written_as.title, columns, cells, shades)
    write_sheet(book, written_as.title + _COPY, columns, cells).sheet_state = "hidden"
