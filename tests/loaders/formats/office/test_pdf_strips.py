"""Sheets wider than their paper, printed in strips: all pages of the left columns, then those of the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from fpdf import FPDF

from loaders.formats import read_layout
from loaders.formats.pdf.apart import pages_apart
from loaders.formats.pdf.strips import beside
from tests.loaders.formats.office.shown import tables
from tests.loaders.formats.office.test_pdf import document, page, saved

HEAD = ["TT", "Nội dung", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]
FIRST = [
    HEAD,
    ["1", "Rà soát thủ tục", "Báo cáo", "Sở Y tế", "Sở Tư pháp", "Quý I"],
    ["2", "Lấy ý kiến", "Tờ trình", "Sở Nội vụ", "Các sở", "Quý II"],
    ["3", "Tập huấn", "Các lớp", "Sở Nội vụ", "Các sở", "Tháng 6"],
]
SECOND = [
    ["4", "Kiểm tra", "Thông báo", "Thanh tra", "Các sở", "Quý III"],
    ["5", "Tổng kết", "Báo cáo", "Sở Nội vụ", "Các sở", "Quý IV"],
    ["6", "Khen thưởng", "Quyết định", "Sở Nội vụ", "Các sở", "Quý IV"],
]
HEIGHTS = [18, 40, 26, 33]
WIDTH = 120


def strip(pdf: FPDF, rows: Sequence[Sequence[str]], heights: Sequence[int]) -> None:
    """A page with a ruled table of ``rows``."""
    page(pdf, [(280, 810, f"Trang {pdf.page_no() + 1}")])
    y = 60
    for row, height in zip(rows, heights, strict=False):
        for c, text in enumerate(row):
            pdf.rect(40 + c * WIDTH, y, WIDTH, height)
            pdf.text(44 + c * WIDTH, y + 12, text)
        y += height


def columns(rows: Sequence[Sequence[str]], first: int, end: int) -> list[Sequence[str]]:
    return [row[first:end] for row in rows]


@pytest.mark.parametrize(
    "cuts", [[0, 4, 6], [0, 2, 4, 6], [0, 3, 6]], ids=["two strips", "three", "of one width"]
)
def test_strips_are_put_together(cuts: list[int], tmp_path: Path) -> None:
    pdf = document()
    for a, b in pairwise(cuts):
        page(pdf, [(44, 60, "KẾ HOẠCH CẢI CÁCH")] if not a else [])
        strip(pdf, columns(FIRST, a, b), HEIGHTS)
        strip(pdf, columns(SECOND, a, b), HEIGHTS[1:])
    assert tables(read_layout(saved(pdf, tmp_path / "a.pdf"))) == [[*FIRST, *SECOND]]


@pytest.mark.parametrize(
    ("rows", "heights"),
    [(columns(FIRST, 0, 5), HEIGHTS), (FIRST, HEIGHTS), (columns(FIRST, 4, 6), HEIGHTS[::-1])],
    ids=["a table with numbers is one of its own", "the same columns", "rows of other heights"],
)
def test_other_pages_stay(rows: Sequence[Sequence[str]], heights: Sequence[int], tmp_path: Path) -> None:
    pdf = document()
    strip(pdf, FIRST, HEIGHTS)
    strip(pdf, rows, heights)
    path = saved(pdf, tmp_path / "a.pdf")
    assert [each.number for each in beside(pages_apart(path, path.read_bytes()))] == [1, 2]
