"""Word tables cut in two, each part with the head, and sheets whose cells are not merged: the same rows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from openpyxl import Workbook

from loaders.formats import read_layout
from loaders.reader import plan_of
from tests.loaders.formats.office.make_docx import fill
from tests.loaders.formats.office.plan import READINGS, Sheet, Slot, sheet_of
from tests.loaders.formats.office.shown import known_rows, read_rows

PART = 8
"""Rows of each part: the cells that span the cut are blank below it."""


@pytest.mark.parametrize("reading", READINGS, ids=lambda path: path.stem)
def test_word_tables_cut_by_hand_go_on(reading: Path, tmp_path: Path) -> None:
    sheet = sheet_of(reading)
    document = docx.Document()
    for text in sheet.before:
        document.add_paragraph(text)
    for first in range(0, len(sheet.rows), PART):
        write(document, sheet, part_of(sheet, first))
        document.add_paragraph()
    document.save(str(tmp_path / "cat.docx"))
    assert read_rows(plan_of(read_layout(tmp_path / "cat.docx"))) == known_rows(sheet)


def part_of(sheet: Sheet, first: int) -> list[list[Slot]]:
    """The rows from ``first`` on, with cells cut where they span the first or the last of them."""
    rows = [list(map(replace, row)) for row in sheet.rows[first : first + PART]]
    for c in range(len(sheet.fields)):
        owner = next((r for r in range(first, -1, -1) if not sheet.rows[r][c].covered), first)
        height = sheet.rows[owner][c].height - (first - owner)
        if owner < first and sheet.rows[owner][c].width == 1:
            rows[0][c] = Slot(height=height)
        for r, row in enumerate(rows):
            row[c].height = min(row[c].height, len(rows) - r)
    return rows


def write(document: Any, sheet: Sheet, rows: list[list[Slot]]) -> None:
    table = document.add_table(rows=1 + len(rows), cols=len(sheet.fields))
    cells = [row.cells for row in table.rows]
    for c, title in enumerate(sheet.head):
        cells[0][c].text = title
    for r, row in enumerate(rows, start=1):
        for c, slot in enumerate(row):
            if not slot.covered:
                fill(cells, r, c, slot, rough=False)


@pytest.mark.parametrize("reading", READINGS, ids=lambda path: path.stem)
def test_cells_printed_on_every_row_are_one_target_or_task(reading: Path, tmp_path: Path) -> None:
    sheet = sheet_of(reading)
    book = Workbook()
    for text in sheet.before:
        book.active.append([text])
    book.active.append(sheet.head)
    above = [""] * len(sheet.fields)
    for row in sheet.rows:
        spans = any(slot.width > 1 for slot in row)
        above = [
            slot.text if spans or not slot.covered else text for slot, text in zip(row, above, strict=True)
        ]
        book.active.append(above)
    book.save(tmp_path / "lap.xlsx")
    plan = plan_of(read_layout(tmp_path / "lap.xlsx"))
    assert read_rows(plan) == known_rows(sheet)
    assert [len(plan.targets), len(plan.sections)] == [len(sheet.reading[n]) for n in ("targets", "sections")]
