"""Short rows that were read as one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from loaders.layout.apart import rows_apart
from loaders.layout.model import Line, Passage


def cells(text: str) -> list[Passage]:
    return [Passage.of([Line(1, word)]) if word != "-" else Passage() for word in text.split()]


def laid(row: Sequence[Passage]) -> tuple[float, list[int | None]]:
    """Work is what begins in lower case; a row of more than one is hardly one."""
    places: list[int | None] = [1 if cell and cell.text.islower() else 0 for cell in row]
    return -10.0 * max(0, places.count(1) - 1), places


@pytest.mark.parametrize(
    ("row", "rows"),
    [
        ("họp Kế-hoạch - báo-cáo Quý-I", ["họp Kế-hoạch", "báo-cáo Quý-I"]),
        ("họp X - thi Y - nộp Z", ["họp X", "thi Y", "nộp Z"]),
        ("họp Kế-hoạch - Sở-A Quý-I", ["họp Kế-hoạch - Sở-A Quý-I"]),
        ("họp - báo-cáo Quý-I", ["họp - báo-cáo Quý-I"]),
    ],
    ids=["two rows", "three rows", "no work behind the gap", "one cell is no row"],
)
def test_each_row_holds_its_own_work(row: str, rows: list[str]) -> None:
    found = [[cell.text or "-" for cell in part] for part in rows_apart(cells(row), 1, laid)]
    assert [" ".join(part) for part in found] == rows
