"""Tables that are ruled only between their rows."""

from __future__ import annotations

from pathlib import Path

from fpdf import FPDF

from loaders.formats import read_layout
from tests.loaders.formats.office.shown import tables
from tests.loaders.formats.office.test_pdf import document, page, saved

XS = [40.0, 80.0, 200.0, 340.0, 440.0, 520.0]
HEAD = ["TT", "Mục tiêu", "Nội dung", "Chủ trì", "Thời gian"]
FIRST = [
    ["I", "CẢI CÁCH THỂ CHẾ", "", "", ""],
    ["1", "1.1. Cắt giảm", "Rà soát thủ tục", "Sở Y tế", "2025"],
    ["2", "", "Lấy ý kiến", "Sở Nội vụ", "2026"],
]
SECOND = [["3", "1.2. Họp", "Mời các sở họp", "Sở Y tế", "2026"]]
TITLE = ["I", "CẢI CÁCH THỂ CHẾ", "^", "^", "^"]
SPANNED = ["2", "^", "Lấy ý kiến", "Sở Nội vụ", "2026"]


def ruled_between(pdf: FPDF, rows: list[list[str]], *, spans: int = -1) -> None:
    """Draw ``rows`` with a rule above and below each; none in the second column above the row ``spans``."""
    for r in range(len(rows) + 1):
        y = 50 + 30 * r
        for c, x in enumerate(XS[:-1]):
            if (r, c) != (spans, 1):
                pdf.line(x, y, XS[c + 1], y)
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            offset = (XS[c + 1] - XS[c] - pdf.get_string_width(text)) / 2 if not r and row is HEAD else 3
            pdf.text(XS[c] + offset, 65 + 30 * r, text)


def test_columns_are_those_of_the_head_also_on_the_next_page(tmp_path: Path) -> None:
    pdf = document()
    page(pdf, [])
    ruled_between(pdf, [HEAD, *FIRST], spans=3)
    page(pdf, [])
    ruled_between(pdf, SECOND)
    expected = [[HEAD, TITLE, FIRST[1], SPANNED, *SECOND]]
    assert tables(read_layout(saved(pdf, tmp_path / "a.pdf"))) == expected


def test_rules_below_letterheads_are_no_table(tmp_path: Path) -> None:
    pdf = document()
    page(pdf, [(60, 60, "ỦY BAN NHÂN DÂN"), (60, 80, "TỈNH A"), (60, 120, "Căn cứ Luật số 77/2015/QH13;")])
    for y in (65, 85, 130):
        pdf.line(60, y, 160, y)
    assert tables(read_layout(saved(pdf, tmp_path / "a.pdf"))) == []


def test_rules_around_the_head_and_below_the_table_part_no_rows(tmp_path: Path) -> None:
    pdf = document()
    rows = [[str(n), f"1.{n}. Cắt giảm", "Rà soát thủ tục", "Sở Y tế", "2025"] for n in range(1, 6)]
    page(pdf, [])
    for y in (50, 80, 230):
        pdf.line(XS[0], y, XS[-1], y)
    for r, row in enumerate([HEAD, *rows]):
        for c, text in enumerate(row):
            pdf.text(XS[c] + 3, 65 + 30 * r, text)
    assert tables(read_layout(saved(pdf, tmp_path / "a.pdf"))) == [[HEAD, *rows]]


NARROW = [40.0, 70.0, 168.0, 300.0, 368.0, 420.0]


def ruled_below(pdf: FPDF, rows: list[list[str]], *, close: bool = True) -> None:
    """Draw ``rows`` with a rule below each cell, as browsers print borders below cells; none below the last if cut."""
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            pdf.text(NARROW[c] + 3, 65 + 30 * r, text)
            if close or r < len(rows) - 1:
                pdf.line(NARROW[c], 80 + 30 * r, NARROW[c + 1], 80 + 30 * r)


def test_rules_below_cells_tell_columns_and_rows_that_pages_cut(tmp_path: Path) -> None:
    pdf = document()
    cut = ["4", "1.3. Mở rộng", "Thuê đường truyền", "Sở Y tế", "2026"]
    page(pdf, [(200, 30, "Phụ lục")])
    ruled_below(pdf, [HEAD, FIRST[1], SECOND[0], cut], close=False)
    page(pdf, [(300, 20, "2")])
    ruled_below(pdf, [HEAD, ["", "đến xã", "tới các xã", "", ""], FIRST[2]])
    joined = ["4", "1.3. Mở rộng đến xã", "Thuê đường truyền tới các xã", "Sở Y tế", "2026"]
    expected = [[HEAD, FIRST[1], SECOND[0], joined, FIRST[2]]]
    assert tables(read_layout(saved(pdf, tmp_path / "a.pdf"))) == expected


def test_a_row_goes_on_at_the_top_of_a_page_without_a_head(tmp_path: Path) -> None:
    pdf = document()
    page(pdf, [])
    ruled_below(pdf, [HEAD, FIRST[1], ["2", "1.2. Họp", "Mời các sở", "Sở Y tế", "2026"]], close=False)
    page(pdf, [])
    ruled_below(
        pdf, [["", "", "họp định kỳ", "", ""], ["3", "1.3. Xây dựng", "Lấy ý kiến", "Sở Nội vụ", "2026"]]
    )
    found = tables(read_layout(saved(pdf, tmp_path / "a.pdf")))
    assert [row[2] for row in found[0]] == [
        "Nội dung",
        "Rà soát thủ tục",
        "Mời các sở họp định kỳ",
        "Lấy ý kiến",
    ]


def test_rules_that_end_only_beside_cells_over_rows_part_not_all_columns(tmp_path: Path) -> None:
    pdf = document()
    page(pdf, [])
    rows = [HEAD, FIRST[1], ["2", "", "Lấy ý kiến", "Sở Nội vụ", ""], *SECOND]
    for y in (50, 80, 140, 170):
        pdf.line(XS[0], y, XS[-1], y)
    for left, right in ((XS[0], XS[1]), (XS[2], XS[4])):
        pdf.line(left, 110, right, 110)
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            pdf.text(XS[c] + 3, 65 + 30 * r, text)
    spanned = ["2", "^", "Lấy ý kiến", "Sở Nội vụ", "^"]
    assert tables(read_layout(saved(pdf, tmp_path / "a.pdf"))) == [[HEAD, FIRST[1], spanned, *SECOND]]


def test_a_frame_around_the_table_parts_no_columns(tmp_path: Path) -> None:
    pdf = document()
    page(pdf, [])
    long = "2.1 Rà soát, đánh giá việc giải quyết thủ tục hành chính của các cơ quan"
    rows = [HEAD, FIRST[1], [long, "", "", "", ""], *SECOND]
    ruled_between(pdf, rows)
    for x in (XS[0], XS[-1]):
        pdf.line(x, 50, x, 50 + 30 * len(rows))
    expected = [[HEAD, FIRST[1], ["2.1", long[4:], "^", "^", "^"], *SECOND]]
    assert tables(read_layout(saved(pdf, tmp_path / "a.pdf"))) == expected
