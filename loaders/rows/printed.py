"""The printed cells of a document's tables, each once, with the key of the row it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from loaders.grammar.body import Parts
from loaders.grammar.cells import Cell
from loaders.layout.columns import Role, tells_work
from loaders.layout.model import Passage, Table
from loaders.rows.draft import Sheet

__all__ = ["printed_cells"]

_FIELDS = {
    Role.PRODUCT: "product",
    Role.LEAD: "lead",
    Role.COORD: "coord",
    Role.TIME: "time",
    Role.BUDGET: "budget",
}


def printed_cells(parts: Parts, sheet: Sheet, years: Mapping[str, int]) -> list[Cell]:
    """Every printed cell of the rows of ``sheet``: a merged one only with the row it begins in.

    Titles of sections, sentences that give sums and tables that tell no work belong to no row: their cells
    have no key.
    ``years`` gives the single year of a row's time, by key (:func:`loaders.rows.years.row_years`).
    Duties written as running text are left out: they stand in the paragraphs of ``parts``.
    """
    places = _parts_by_line(parts)
    targets = {id(row.passage) for row in sheet.targets}
    seen: set[int] = set()
    out: list[Cell] = []
    for key, field, passage in (*_cells(sheet), *_others(parts)):
        known = id(passage)
        where = places.get(passage.lines[0].number) if passage.lines and known not in seen else None
        if where:
            seen.add(known)
            out.append(Cell(key, passage, field, years.get(key or ""), where, known in targets))
    return out


def _cells(sheet: Sheet) -> Iterator[tuple[str | None, str, Passage]]:
    for section in sheet.sections:
        yield None, "section", section.passage
    for passage in sheet.sums:
        yield None, "sum", passage
    for row in (*sheet.targets, *sheet.tasks):
        yield row.key, "text", row.passage
    for activity in sheet.activities:
        yield activity.key, "text", activity.passage
        for role, field in _FIELDS.items():
            if role in activity.cells:
                yield activity.key, field, activity.cells[role]
        for passage in activity.extra.values():
            yield activity.key, "extra", passage


def _others(parts: Parts) -> Iterator[tuple[None, str, Passage]]:
    """The cells of tables that tell no work: of figures, of documents, of people."""
    for _, block in parts.blocks("body", "annex"):
        if isinstance(block, Table) and not tells_work(block.titles):
            yield from ((None, "other", cell.passage) for row in block.rows for cell in row.cells)


def _parts_by_line(parts: Parts) -> Mapping[int, str]:
    """The part of the document ("body" or "annex") of each line that a table holds."""
    places: dict[int, str] = {}
    for i, block in enumerate(parts.layout.blocks):
        if isinstance(block, Table):
            where = "body" if parts.of(i) == "body" else "annex"
            places |= {
                line.number: where for row in block.rows for cell in row.cells for line in cell.passage.lines
            }
    return places
