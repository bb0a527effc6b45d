"""The same plan in any office format gives the same rows as its hand-checked reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.formats import read_layout
from loaders.reader import plan_of
from tests.loaders.formats.office import make_docx, make_html, make_pdf, make_xlsx
from tests.loaders.formats.office.plan import READINGS, Sheet, sheet_of
from tests.loaders.formats.office.shown import known_rows, read_rows

MAKERS: dict[str, Callable[[Sheet, Path], Path]] = {
    "plain.docx": make_docx.make,
    "rough.docx": lambda sheet, path: make_docx.make(sheet, path, rough=True),
    "plan.xlsx": make_xlsx.make,
    "plan.html": make_html.make,
    "word.htm": make_html.make_by_word,
    "plan.pdf": make_pdf.make,
    "old.html": lambda sheet, path: make_html.make(sheet, path, encoding="utf-16"),
}


@pytest.mark.parametrize("maker", MAKERS)
@pytest.mark.parametrize("reading", READINGS, ids=lambda path: path.stem)
def test_an_office_file_gives_the_rows_of_the_reading(maker: str, reading: Path, tmp_path: Path) -> None:
    sheet = sheet_of(reading)
    layout = read_layout(MAKERS[maker](sheet, tmp_path / maker))
    plan = plan_of(layout)
    assert read_rows(plan) == known_rows(sheet)
    assert [s.title for s in plan.sections] == [s["title"] for s in sheet.reading["sections"]]


@pytest.mark.parametrize("maker", MAKERS)
def test_lines_are_numbered_from_one_and_every_passage_knows_its_lines(maker: str, tmp_path: Path) -> None:
    layout = read_layout(MAKERS[maker](sheet_of(READINGS[0]), tmp_path / maker))
    assert [line.number for line in layout.lines] == list(range(1, len(layout.lines) + 1))
    for activity in plan_of(layout).activities:
        assert activity.lines is not None
        first, last = activity.lines
        held = {word for line in layout.lines[first - 1 : last] for word in line.text.split()}
        assert set((activity.text or "").split()) <= held


@pytest.mark.parametrize("repeat", [True, False], ids=["head on each page", "head once"])
@pytest.mark.parametrize("reading", READINGS, ids=lambda path: path.stem)
def test_a_table_without_rules_gives_all_rows(reading: Path, repeat: bool, tmp_path: Path) -> None:
    """Without rules nothing says which cells span rows: numbers, labels, sentences and gaps tell them."""
    sheet = sheet_of(reading)
    path = make_pdf.make(sheet, tmp_path / "plan.pdf", ruled=False, repeat=repeat)
    assert read_rows(plan_of(read_layout(path))) == known_rows(sheet)
