"""Scans: what Tesseract says is put where the picture shows it. A small program stands in for Tesseract."""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from fpdf import FPDF
from PIL import Image, ImageDraw

from loaders.errors import UnreadableFile
from loaders.formats import read_layout
from loaders.formats.pdf import ocr, reader
from loaders.formats.pdf.page import page_of
from loaders.layout.model import Table
from tests.loaders.formats.office.shown import tables

XS, YS = (100, 200, 700, 1100, 1400), (150, 230, 330)
WORDS = [
    ("TT", 0, 0),
    ("Nội_dung", 1, 0),
    ("Chủ_trì", 2, 0),
    ("Thời_gian", 3, 0),
    ("1", 0, 1),
    ("Việc_A", 1, 1),
    ("Sở_Y_tế", 2, 1),
    ("2025", 3, 1),
]
STAND_IN = """#!{python}
import sys
sys.stdin.buffer.read()
print("level", "left", "top", "width", "height", "conf", "text", sep="\\t")
for line in {lines!r}:
    print(*line, sep="\\t")
"""


def scan(path: Path, askew: float = 0.0) -> Path:
    """A page that is only a picture of a ruled table, turned by ``askew`` degrees."""
    picture = Image.new("L", (1654, 2339), 255)
    draw = ImageDraw.Draw(picture)
    for x in XS:
        draw.line((x, YS[0], x, YS[-1]), fill=0, width=3)
    for y in YS:
        draw.line((XS[0], y, XS[-1], y), fill=0, width=3)
    picture = picture.rotate(askew, Image.Resampling.BICUBIC, fillcolor=255)
    page = FPDF(unit="pt", format="A4")
    page.add_page()
    page.image(picture, 0, 0, page.w, page.h)
    page.output(str(path))
    return path


def stand_in(path: Path, lines: list[tuple[object, ...]]) -> str:
    path.write_text(STAND_IN.format(python=sys.executable, lines=lines), encoding="utf-8")
    path.chmod(0o700)
    return str(path)


def read_lines() -> list[tuple[object, ...]]:
    """The words as Tesseract would report them, a speck and a line without words among them."""
    lines: list[tuple[object, ...]] = [(1, 0, 0, 1654, 2339, -1, ""), (5, 900, 900, 9, 9, 12.5, "speck")]
    for text, c, r in WORDS:
        left = XS[c] + 20
        for piece in text.split("_"):
            lines.append((5, left, YS[r] + 30, 60, 28, 90.0, piece))
            left += 72
    return lines


@pytest.mark.parametrize("askew", [0.0, 0.4, -1.3, 2.0])
def test_a_ruled_table_in_a_scan(askew: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = stand_in(tmp_path / "tesseract", read_lines())
    monkeypatch.setattr(reader, "installed", lambda: program)
    layout = read_layout(scan(tmp_path / "a.pdf", askew))
    assert tables(layout) == [
        [["TT", "Nội dung", "Chủ trì", "Thời gian"], ["1", "Việc A", "Sở Y tế", "2025"]]
    ]
    assert layout.recognised == 0.9
    (table,) = (block for block in layout.blocks if isinstance(block, Table))
    assert {line.page for cell in table.rows[0].cells for line in cell.passage.lines} == {1}


def test_words_stand_in_their_line_and_specks_are_left_out(tmp_path: Path) -> None:
    lines: list[tuple[object, ...]] = [
        (4, 120, 170, 500, 40, -1, ""),
        (5, 120, 170, 60, 40, 96.0, "ngày"),
        (5, 190, 176, 28, 22, 96.0, "15"),
        (5, 228, 188, 14, 4, 91.0, "-"),
        (5, 252, 170, 60, 40, 96.0, "tháng"),
        (5, 330, 188, 9, 3, 12.0, "-"),
        (5, 350, 170, 90, 40, 0.0, "Thường"),
        (5, 450, 188, 26, 6, 14.0, "TA"),
    ]
    program = stand_in(tmp_path / "tesseract", lines)
    with pdfium.PdfDocument(scan(tmp_path / "a.pdf")) as document:
        page, confidences = ocr.recognised(program, document, page_of(document[0], 1))
    assert [word.text for word in page.words] == ["ngày", "15", "-", "tháng", "Thường"]
    assert len({(word.top, word.bottom) for word in page.words}) == 1
    assert confidences == [0.96, 0.96, 0.91, 0.96, 0.0]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [([], "không đọc được"), (None, "tesseract-ocr-vie")],
    ids=["reads nothing", "not installed"],
)
def test_a_scan_that_stays_a_picture(
    lines: list[tuple[object, ...]] | None, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = None if lines is None else stand_in(tmp_path / "tesseract", lines)
    monkeypatch.setattr(reader, "installed", lambda: program)
    with pytest.raises(UnreadableFile, match=reason):
        read_layout(scan(tmp_path / "a.pdf"))


def test_too_many_scanned_pages_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_SCANNED", 0)
    with pytest.raises(UnreadableFile, match="hơn 0 trang"):
        read_layout(scan(tmp_path / "a.pdf"))


def test_tesseract_counts_with_vietnamese_data_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for languages, found in (("eng", False), ("eng\nvie", True)):
        program = tmp_path / "tesseract"
        program.write_text(f"#!{sys.executable}\nprint({languages!r})\n", encoding="utf-8")
        program.chmod(0o700)
        monkeypatch.setenv("PATH", str(tmp_path))
        ocr.installed.cache_clear()
        assert (ocr.installed() is not None) is found
    ocr.installed.cache_clear()
