"""The printed cells of a document's tables, each once, with the key of the row it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from loaders.grammar import schedule
from loaders.grammar.body import Parts
from loaders.grammar.cells import Cell
from loaders.layout.columns import Role
from loaders.layout.model import Layout, Passage, Table
from loaders.rows.draft import Sheet

__all__ = ["printed_cells"]

_FIELDS = {
    Role.PRODUCT: "product",
    Role.LEAD: "lead",
    Role.COORD: "coord",
    Role.TIME: "time",
    Role.BUDGET: "budget",
}


def printed_cells(layout: Layout, parts: Parts, sheet: Sheet, year: int | None) -> list[Cell]:
    """Every printed cell of the rows of ``sheet``: a merged one only with the row it begins in.

    Duties written as running text are left out: they stand in the paragraphs of ``layout``.
    """
    places = _parts_by_line(layout, parts)
    seen: set[int] = set()
    out: list[Cell] = []
    for key, field, passage, at in _cells(sheet, year):
        line = passage.line_at(0)
        if line is None or id(passage) in seen or line.number not in places:
            continue
        seen.add(id(passage))
        out.append(Cell(key, passage, field, at, places[line.number]))
    return out


def _cells(sheet: Sheet, year: int | None) -> Iterator[tuple[str, str, Passage, int | None]]:
    for row in (*sheet.targets, *sheet.tasks):
        yield row.key, "text", row.passage, None
    for activity in sheet.activities:
        time = activity.cells.get(Role.TIME, Passage())
        years = schedule.parse(time.text or None, year).years
        at = years[0] if len(years) == 1 else None
        yield activity.key, "text", activity.passage, at
        for role, field in _FIELDS.items():
            if role in activity.cells:
                yield activity.key, field, activity.cells[role], at
        for passage in activity.extra.values():
            yield activity.key, "extra", passage, at


def _parts_by_line(layout: Layout, parts: Parts) -> Mapping[int, str]:
    """The part of the document ("body" or "annex") of each line that a table holds."""
    places: dict[int, str] = {}
    for i, block in enumerate(layout.blocks):
        if isinstance(block, Table):
            where = "body" if parts.of(i) == "body" else "annex"
            lines = (line.number for row in block.rows for cell in row.cells for line in cell.passage.lines)
            places.update(dict.fromkeys(lines, where))
    return places
