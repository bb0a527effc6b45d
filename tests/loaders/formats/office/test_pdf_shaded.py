"""Tables that nothing rules but whose cells are filled."""

from __future__ import annotations

from pathlib import Path

import pytest
from fpdf import FPDF

from loaders.formats import read_layout
from loaders.formats.pdf.shaded import Box, edges_of
from tests.loaders.formats.office.shown import tables
from tests.loaders.formats.office.test_pdf import document, page, saved

XS = [40, 70, 190, 310, 430, 550]
HEAD = ["TT", "Mục tiêu", "Hoạt động", "Cơ quan chủ trì", "Thời gian"]


def filled(pdf: FPDF, column: int, top: int, height: int, text: str) -> None:
    """A filled cell, its text in the middle of its height."""
    pdf.set_fill_color(255 - top % 60)
    pdf.rect(XS[column], top, XS[column + 1] - XS[column], height, style="F")
    pdf.text(XS[column] + 4, top + height / 2, text)


def test_filled_cells_tell_rows_and_what_spans_them(tmp_path: Path) -> None:
    """Nothing else tells that the body leads both rows: it stands between them, and a target beside the second."""
    pdf = document()
    page(pdf, [])
    for c, title in enumerate(HEAD):
        filled(pdf, c, 50, 20, title)
    for n, target in enumerate(["Cắt giảm", "Số hóa"]):
        top = 70 + 60 * n
        filled(pdf, 1, top, 60, target)
        filled(pdf, 3, top, 60, "Sở Y tế")
        for r in range(2):
            for c, text in ((0, str(2 * n + r + 1)), (2, "Rà soát"), (4, "Quý I")):
                filled(pdf, c, top + 30 * r, 30, text)
    found = tables(read_layout(saved(pdf, tmp_path / "a.pdf")))
    assert [line[1] for line in found[0][1:]] == ["Cắt giảm", "^", "Số hóa", "^"]
    assert [line[3] for line in found[0][1:]] == ["Sở Y tế", "^", "Sở Y tế", "^"]


def boxes(tops: list[int], lefts: list[int], width: int = 100) -> list[Box]:
    return [(left, top, left + width, top + 20) for top in tops for left in lefts]


@pytest.mark.parametrize(
    ("shapes", "expected"),
    [
        (boxes([0, 20, 40], [0, 100, 200]), 36),
        (boxes([0, 40, 80], [0, 100, 200]), 0),
        (boxes(list(range(0, 200, 20)), [0], 300), 0),
        (boxes([0, 20], list(range(0, 900, 100))), 0),
        ([(0, y, 3, y + 20) for y in range(0, 400, 20)], 0),
        ([], 0),
    ],
    ids=["cells", "every second row", "stripes", "a head alone", "narrow marks", "nothing"],
)
def test_which_shapes_are_cells(shapes: list[Box], expected: int) -> None:
    assert len(edges_of(shapes)) == expected
