"""PDF files whose text is there and says nothing are told as such."""

from __future__ import annotations

from pathlib import Path

import pytest
from fpdf import FPDF

from loaders.errors import NotAPlan, UnreadableFile
from loaders.formats import read_layout
from loaders.reader import read
from tests.loaders.formats.office.test_pdf import document, page, saved

ROWS = [
    "Rà soát thủ tục hành chính của các sở",
    "Công bố danh mục và quy trình của tỉnh",
    "Tập huấn về cải cách",
]


def sheet(pitch: float) -> FPDF:
    """A printed sheet whose rows are ``pitch`` points high, each with a text over two lines of 12 points."""
    pdf = document()
    page(pdf, [])
    for n in range(24):
        for x in (40, 240, 440):
            for line in (0, 12):
                pdf.text(x, 60 + n * pitch + line, ROWS[n % 3])
    return pdf


def test_rows_lower_than_their_texts_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"in chồng lên nhau.*nới chiều cao dòng"):
        read_layout(saved(sheet(14), tmp_path / "a.pdf"))


def test_rows_as_high_as_their_texts_are_read(tmp_path: Path) -> None:
    assert read_layout(saved(sheet(25), tmp_path / "a.pdf")).lines


@pytest.mark.parametrize(
    "hidden",
    [
        "8%1 7k1+ 78<m1 48$1* 6{ 4X\\ WULQK WKFY FkF V{",
        "UBND T§NH TUY£N QUANG S¤ K¥ HO¦CH V§ ¨T© Qu¢ l¬ thñc hiÃn",
    ],
    ids=["numbers of glyphs", "another encoding"],
)
def test_fonts_that_hide_their_letters_are_told(hidden: str, tmp_path: Path) -> None:
    pdf = document()
    page(pdf, [(40, 50 + 14 * n, hidden) for n in range(20)])
    path = saved(pdf, tmp_path / "a.pdf")
    with pytest.raises(NotAPlan, match=r"không đọc được: phần lớn chữ .*xuất lại PDF từ tệp gốc"):
        read(path)
