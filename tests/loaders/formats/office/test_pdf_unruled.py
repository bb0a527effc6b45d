"""Task tables without any rules: their heads, their columns over several pages, their rows."""

from __future__ import annotations

from pathlib import Path

from fpdf import FPDF

from loaders.formats import read_layout
from tests.loaders.formats.office.shown import tables
from tests.loaders.formats.office.test_pdf import document, page, saved

XS = [40.0, 66.0, 180.0, 290.0, 410.0, 480.0, 550.0]
HEAD = ["TT", "1. Mục tiêu", "2. Nội dung", "3. Cơ quan chủ trì", "4. Thời gian"]
PITCH = 12.0


def cells(pdf: FPDF, y: float, texts: list[list[str]]) -> None:
    """Draw a row whose cells, given line by line, stand in its middle from ``y`` on."""
    deep = max(map(len, texts))
    for x, lines in zip(XS, texts, strict=False):
        top = y + (deep - len(lines)) * PITCH / 2
        for n, line in enumerate(lines):
            pdf.text(x, top + n * PITCH, line)


def row(number: str, target: str, text: str, lead: str, time: str) -> list[list[str]]:
    return [[number], [target], [text], [lead], [time]]


FIRST = ["1", "", "Rà soát thủ tục", "Sở Y tế", "Quý I"]
SECOND = ["2", "Cắt giảm", "Lấy ý kiến", "Sở Nội vụ", "Quý II"]


def test_titles_with_ordinals_may_begin_above_the_others(tmp_path: Path) -> None:
    pdf = document()
    page(pdf, [])
    head = [
        ["TT"],
        ["1. Mục", "tiêu"],
        ["2. Nội dung"],
        ["3. Cơ quan", "chủ trì", "thực hiện"],
        ["4. Thời", "gian"],
    ]
    cells(pdf, 50, [*head, ["5. Kinh", "phí", "(triệu", "đồng)"]])
    cells(pdf, 110, row(*FIRST))
    cells(pdf, 140, row(*SECOND))
    found = tables(read_layout(saved(pdf, tmp_path / "a.pdf")))
    titles = [
        "TT",
        "1. Mục tiêu",
        "2. Nội dung",
        "3. Cơ quan chủ trì thực hiện",
        "4. Thời gian",
        "5. Kinh phí (triệu đồng)",
    ]
    assert [line[:5] for line in found[0]] == [titles[:5], FIRST, SECOND]
    assert found[0][0] == titles


def test_columns_are_told_by_all_pages(tmp_path: Path) -> None:
    """On the first page the second column is blank, so that a wide stripe is free before the third."""
    pdf = document()
    page(pdf, [(XS[1] + 35, 50, HEAD[1])])  # titles stand in the middle of their columns
    cells(pdf, 50, [[HEAD[0]], [""], *([title] for title in HEAD[2:])])
    for n in range(4):
        cells(pdf, 80 + 30 * n, row(str(n + 1), "", "Rà soát thủ tục", "Sở Y tế", "Quý I"))
    page(pdf, [])
    for n in range(8):
        cells(pdf, 50 + 30 * n, row(str(n + 5), f"1.{n} Giảm", "Lấy ý kiến", "Sở Nội vụ", "Quý II"))
    found = tables(read_layout(saved(pdf, tmp_path / "a.pdf")))
    assert [line[1] for line in found[0]][5:] == [f"1.{n} Giảm" for n in range(8)]
    assert [line[2] for line in found[0]][5:] == ["Lấy ý kiến"] * 8


def test_long_titles_between_rows_neither_end_a_table_nor_join_its_columns(tmp_path: Path) -> None:
    pdf = document()
    page(pdf, [])
    cells(pdf, 50, [[title] for title in HEAD])
    cells(pdf, 80, [["1"], [""], ["Cải cách thủ tục hành chính", "trên toàn địa bàn tỉnh ta"]])
    for n in range(24):
        cells(pdf, 120 + 24 * n, row(f"1.{n + 1}", "", f"Rà soát {n}", "Sở Y tế", "Quý I"))
    found = tables(read_layout(saved(pdf, tmp_path / "a.pdf")))
    assert found[0][0] == HEAD
    assert [line[3] for line in found[0][-24:]] == ["Sở Y tế"] * 24


def test_titles_without_a_point_behind_their_number_run_over_the_columns(tmp_path: Path) -> None:
    pdf = document()
    page(pdf, [])
    cells(pdf, 50, [[title] for title in HEAD])
    for n in range(6):
        cells(pdf, 80 + 18 * n, row(f"1.{n + 1}", "", f"Rà soát {n}", "Sở Y tế", "Quý I"))
    title = "XÂY DỰNG VÀ PHÁT TRIỂN CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ"
    cells(pdf, 80 + 18 * 6, [["7"], [title]])
    for n in range(6):
        cells(pdf, 206 + 18 * n, row(f"7.{n + 1}", "", f"Rà soát {n}", "Sở Y tế", "Quý I"))
    found = tables(read_layout(saved(pdf, tmp_path / "a.pdf")))
    assert found[0][7] == ["7", title, "^", "^", "^"]
    assert [line[2] for line in found[0][8:]] == [f"Rà soát {n}" for n in range(6)]


def test_few_lines_tell_how_far_the_lines_of_a_cell_stand_apart(tmp_path: Path) -> None:
    pdf = document()
    page(pdf, [])
    cells(pdf, 50, [[title] for title in HEAD])
    leads = ["Các phòng, ban, đơn vị", "Phòng Hành chính"] * 7
    for n, lead in enumerate(leads):
        cells(pdf, 80 + 18 * n, row(str(n + 1), "", f"Rà soát {n}", lead, "Quý I"))
    for n in range(3):
        cells(pdf, 332 + 30 * n, [[str(n + 15)], [""], ["Lấy ý kiến", "người dân"], ["Sở Y tế"], ["Quý I"]])
    found = tables(read_layout(saved(pdf, tmp_path / "a.pdf")))
    assert [line[3] for line in found[0]][1:] == [*leads, *["Sở Y tế"] * 3]
    assert found[0][-1][2] == "Lấy ý kiến người dân"


def test_details_in_the_middle_of_several_rows(tmp_path: Path) -> None:
    """Rows of 4, 2, 3 and 2 lines from 70 on; the body of the second holds for three rows."""
    pdf = document()
    page(pdf, [])
    cells(pdf, 50, [[title] for title in HEAD])
    texts = ["Rà soát", "Lấy ý kiến", "Tập huấn", "Kiểm tra"]
    edges = [70.0, 70 + 56, 70 + 56 + 32, 70 + 56 + 32 + 44, 70 + 56 + 32 + 44 + 32]

    def put(c: int, start: int, end: int, lines: list[str]) -> None:
        top = (edges[start] + edges[end] - PITCH * len(lines)) / 2 + 9
        for n, line in enumerate(lines):
            pdf.text(XS[c], top + n * PITCH, line)

    for r, text in enumerate(texts):
        put(0, r, r + 1, [str(r + 1)])
        put(2, r, r + 1, [text, "thủ tục", "hành chính", "các cấp"][: [4, 2, 3, 2][r]])
        put(4, r, r + 1, [f"Tháng {r + 1}"])
    put(3, 0, 1, ["Văn phòng"])
    put(3, 1, 4, ["Sở Y tế", "và các", "huyện"])
    put(1, 0, 2, ["Cắt giảm", "chi phí"])
    put(1, 2, 4, ["Nâng cao", "năng lực"])
    found = tables(read_layout(saved(pdf, tmp_path / "a.pdf")))
    assert [line[0] for line in found[0]] == ["TT", "1", "2", "3", "4"]
    assert [line[3] for line in found[0]][1:3] == ["Văn phòng", "Sở Y tế và các huyện"]
    assert [line[1] for line in found[0]][1::2] == ["Cắt giảm chi phí", "Nâng cao năng lực"]


def test_titles_of_several_lines_run_over_the_columns_with_spaces_alone(tmp_path: Path) -> None:
    pdf = document()
    page(pdf, [])
    cells(pdf, 50, [[title] for title in HEAD])
    for n in range(35):
        cells(pdf, 80 + 20 * n, row(f"1.{n + 1}", "Giảm", "Rà soát thủ tục", "Sở Y tế", "Quý I"))
    page(pdf, [])
    for n in range(30):
        cells(pdf, 50 + 20 * n, row(f"1.{n + 36}", "Giảm", "Rà soát thủ tục", "Sở Y tế", "Quý I"))
    upper = "Rà soát, đánh giá thủ tục hành chính nội bộ giữa các cơ quan"
    lower = "hành chính nhà nước trên địa bàn tỉnh A"
    cells(pdf, 660, [["2.1", ""], [upper, lower]])
    cells(pdf, 700, row("2.2", "Giảm", "Lấy ý kiến", "Sở Nội vụ", "Quý II"))
    found = tables(read_layout(saved(pdf, tmp_path / "a.pdf")))
    assert found[0][-2] == ["2.1", f"{upper} {lower}", "^", "^", "^"]
    assert found[0][-1] == ["2.2", "Giảm", "Lấy ý kiến", "Sở Nội vụ", "Quý II"]
