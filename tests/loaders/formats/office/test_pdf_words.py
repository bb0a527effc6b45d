"""Words of PDF files whose letters are drawn in ways of their own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fpdf import FPDF

from loaders.formats import read_layout
from loaders.reader import plan_of
from tests.loaders.formats.office import make_pdf
from tests.loaders.formats.office.make_pdf import FONT
from tests.loaders.formats.office.plan import READINGS, sheet_of
from tests.loaders.formats.office.shown import blocks, known_rows, read_rows, tables
from tests.loaders.formats.office.test_pdf import HEAD, XS, document, grid, page, saved

TEXTS = (
    "Ủy ban nhân dân các huyện, thành phố chịu trách nhiệm thực hiện",
    "thị trấn, đơn vị sự nghiệp công lập trực thuộc UBND tỉnh Bắc Kạn",
)


@pytest.mark.parametrize("ruled", [True, False])
def test_fonts_that_state_no_height_are_read_by_the_size_of_their_letters(
    tmp_path: Path, ruled: bool
) -> None:
    sheet = sheet_of(READINGS[0])
    path = make_pdf.make(sheet, tmp_path / "plan.pdf", ruled=ruled)
    path.write_bytes(re.sub(rb"/(Ascent|Descent) -?\d+", rb"/\1 0", path.read_bytes()))
    assert b"/Ascent 0\n" in path.read_bytes()
    assert read_rows(plan_of(read_layout(path))) == known_rows(sheet)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("bare", [True, False], ids=["no height", "height"])
def test_letters_drawn_after_the_others_come_to_their_words(tmp_path: Path, text: str, bare: bool) -> None:
    """Letters that a font lacks are drawn with another, after the rest of their line."""
    pdf = FPDF(unit="pt", format="A4")
    pdf.add_font("DejaVu", fname=FONT)
    pdf.set_font("DejaVu", size=12)
    pdf.add_page()
    places = [(50 + pdf.get_string_width(text[:i]), letter) for i, letter in enumerate(text)]
    for late in (False, True):
        for x, letter in places:
            if letter != " " and (letter > "\u00ff") is late:
                pdf.text(x, 100, letter)
    path = tmp_path / "chu.pdf"
    pdf.output(str(path))
    if bare:
        path.write_bytes(re.sub(rb"/(Ascent|Descent) -?\d+", rb"/\1 0", path.read_bytes()))
    assert blocks(read_layout(path)) == [text]


def test_a_space_parts_words_that_all_but_touch(tmp_path: Path) -> None:
    """Letters of another font may be as wide as the space that follows them."""
    pdf = FPDF(unit="pt", format="A4")
    pdf.add_font("DejaVu", fname=FONT)
    pdf.set_font("DejaVu", size=12)
    pdf.add_page()
    pdf.text(50, 100, "Kế ")
    pdf.text(50 + pdf.get_string_width("Kế") + 0.2, 100, "hoạch")
    pdf.output(str(tmp_path / "chu.pdf"))
    assert blocks(read_layout(tmp_path / "chu.pdf")) == ["Kế hoạch"]


@pytest.mark.parametrize("size", [10.0, 10.9])
def test_marks_of_footnotes_are_also_those_little_smaller_than_the_text(tmp_path: Path, size: float) -> None:
    """Browsers set raised digits in five sixths of the size, other programs in nine tenths; units stay."""
    pdf = FPDF(unit="pt", format="A4")
    pdf.add_font("DejaVu", fname=FONT)
    pdf.add_page()
    for y, text, raised in ((100, "Nghị định 24/2014/NĐ-CP", "3"), (120, "Trụ sở 50 m", "2")):
        pdf.set_font("DejaVu", size=12)
        pdf.text(50, y, text)
        end = 50 + pdf.get_string_width(text)
        pdf.set_font("DejaVu", size=size)
        pdf.text(end, y - 4, raised)
    pdf.output(str(tmp_path / "chu.pdf"))
    layout = read_layout(tmp_path / "chu.pdf")
    assert blocks(layout) == ["Nghị định 24/2014/NĐ-CP Trụ sở 50 m2"]
    assert [line.text for line in layout.lines] == ["Nghị định 24/2014/NĐ-CP[^3]", "Trụ sở 50 m2"]


@pytest.mark.parametrize("raised", [3.0, 4.8])
def test_high_marks_of_footnotes_in_small_print(tmp_path: Path, raised: float) -> None:
    """In letters of eight points a mark of seven stands half between its line and the one above."""
    pdf = document()
    page(pdf, [])
    grid(pdf, XS, [50, 80, 120], [HEAD, ["1", "", "Sở Y tế", "2025"]])
    pdf.set_font_size(8)
    for y, text in ((92, "Thực hiện Nghị quyết số 18-"), (102, "NQ/TW"), (112, "và kế hoạch")):
        pdf.text(XS[1] + 3, y, text)
    pdf.set_font_size(7)
    pdf.text(XS[1] + 32, 102 - raised, "1")
    ((_, row),) = tables(read_layout(saved(pdf, tmp_path / "a.pdf")))
    assert row[1] == "Thực hiện Nghị quyết số 18-NQ/TW và kế hoạch"


def test_hyphens_that_a_font_names_soft_are_hyphens(tmp_path: Path) -> None:
    pdf = FPDF(unit="pt", format="A4")
    pdf.add_font("DejaVu", fname=FONT)
    pdf.set_font("DejaVu", size=12)
    pdf.add_page()
    pdf.text(50, 100, "Giai đoạn 2022\u00ad2025, kinh tế \u00ad xã hội")
    pdf.output(str(tmp_path / "chu.pdf"))
    assert blocks(read_layout(tmp_path / "chu.pdf")) == ["Giai đoạn 2022-2025, kinh tế - xã hội"]
