"""Layouts and records in a short form that tests can state."""

from __future__ import annotations

from typing import Any

from loaders.layout.model import Cell, Fill, Layout, Paragraph, Table
from loaders.records import PlanRecord
from tests.loaders.formats.office.plan import Sheet

FIELDS = ("text", "product", "lead_raw", "coord_raw", "time", "budget")


def cell(cell: Cell) -> str:
    """The text of a cell; "^" where merged."""
    return "^" if cell.fill is Fill.MERGED and not cell.passage else cell.text


def blocks(layout: Layout) -> list[Any]:
    """Paragraphs as texts, tables as lists of rows, the head first."""
    return [block.text if isinstance(block, Paragraph) else table(block) for block in layout.blocks]


def table(block: Table) -> list[list[str]]:
    return [[title.text for title in block.header], *([cell(c) for c in row.cells] for row in block.rows)]


def tables(layout: Layout) -> list[list[list[str]]]:
    return [table(block) for block in layout.blocks if isinstance(block, Table)]


def squashed(text: str | None) -> str:
    return "".join((text or "").split()).strip(".")


def rows(activities: Any, upper: dict[str, str]) -> list[dict[str, str]]:
    """Each activity with the texts of its cells and of the task and target above it, white space left out."""
    return [
        {name: squashed(a[name]) for name in FIELDS}
        | {level: squashed(upper.get(a[level] or "")) for level in ("task", "target")}
        for a in activities
    ]


def read_rows(plan: PlanRecord) -> list[dict[str, str]]:
    read = plan.to_json()
    return rows(read["activities"], {r["key"]: r["text"] for r in (*read["targets"], *read["tasks"])})


def known_rows(sheet: Sheet) -> list[dict[str, str]]:
    known = sheet.reading
    return rows(known["activities"], {r["key"]: r["text"] for r in (*known["targets"], *known["tasks"])})
