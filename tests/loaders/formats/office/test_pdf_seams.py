"""Heads repeated over a row that a page cut, where the program draws no rule between them."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.formats import read_layout
from tests.loaders.formats.office.shown import tables
from tests.loaders.formats.office.test_pdf import document, grid, page, saved

XS = [40.0, 70.0, 190.0, 330.0, 430.0, 520.0]
HEAD = ["TT", "Mục tiêu", "Nội dung", "Chủ trì", "Thời gian"]
FIRST = ["1", "1.1. Cắt giảm", "Rà soát thủ tục", "Sở Y tế", "2025"]
YS = [50, 80, 120, 160, 200]
SHOWN = [
    HEAD,
    ["1", "1.1. Cắt giảm thủ tục rườm rà", "Rà soát thủ tục", "Sở Y tế", "2025"],
    ["2", "^", "Lấy ý kiến", "Sở Nội vụ", "2026"],
    ["3", "1.2. Họp", "Mời họp", "Sở Y tế", "2026"],
    ["4", "1.3. Thi", "Chấm thi", "Sở Nội vụ", "2026"],
]
ROWS = [
    ["2", "thủ tục rườm rà", *SHOWN[2][2:]],
    *SHOWN[3:],
]


@pytest.mark.parametrize("across", [[0, 2, 3, 4], [0]])
def test_a_head_not_closed_over_the_rest_of_a_cell(tmp_path: Path, across: list[int]) -> None:
    """A rule closes the head over the columns ``across`` at most; the upright rules end with it everywhere."""
    pdf = document()
    page(pdf, [])
    grid(pdf, XS, [50, 80, 120], [HEAD, FIRST])
    page(pdf, [])
    for r, row in enumerate([HEAD, *ROWS]):
        for c, text in enumerate(row):
            pdf.text(XS[c] + 3, YS[r] + 12, text)
    for x in XS:
        pdf.line(x, YS[0], x, YS[1])
        pdf.line(x, YS[1], x, YS[-1])
    for y in [YS[0], *YS[2:]]:
        pdf.line(XS[0], y, XS[-1], y)
    for c in across:
        pdf.line(XS[c], YS[1], XS[c + 1], YS[1])
    assert tables(read_layout(saved(pdf, tmp_path / "a.pdf"))) == [SHOWN]
