"""Markdown pages: paragraphs, and tables between tabs, bars, and lines of bars."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.formats import read_layout
from loaders.formats.markup import plain
from loaders.layout.model import Paragraph, Table
from tests.loaders.formats.tables_of_text import CRAWL_HEAD, crawled, layout_of, rows_of, tables_of

HEAD = "TT\tMục tiêu\tNhiệm vụ\tHoạt động\tSản phẩm\tChủ trì\tPhối hợp\tThời gian"


@pytest.mark.parametrize("suffix", [".md", ".txt"])
@pytest.mark.parametrize(
    "lines",
    [
        ("TT\tNhiệm vụ\tSản phẩm\tChủ trì", "1\tRà soát văn bản\tBáo cáo\tSở Tư pháp"),
        ("| TT | Nhiệm vụ | Sản phẩm | Chủ trì |", "| 1 | Rà soát văn bản | Báo cáo | Sở Tư pháp |"),
        ("|", "TT", "|", "Nhiệm vụ", "|", "Sản phẩm", "|", "Chủ trì", "|", "|",
         "1", "|", "Rà soát văn bản", "|", "Báo cáo", "|", "Sở Tư pháp", "|"),
        ("TT Nhiệm vụ Sản phẩm Chủ trì Phối hợp Thời gian", "________", "1 Rà soát văn bản", "Báo cáo",
         "Sở Tư pháp", "Sở Nội vụ", "Quý I/2024", "2 Ban hành quy chế", "Quy chế", "Sở Nội vụ", "Sở Tư pháp", "Quý II/2024"),
    ],
    ids=["tabs", "bars", "crawled", "flattened"],
)  # fmt: skip
def test_a_table_is_found_by_its_marks_and_not_by_the_suffix(
    tmp_path: Path, lines: tuple[str, ...], suffix: str
) -> None:
    path = tmp_path / f"ke-hoach{suffix}"
    path.write_text("\n".join(lines), encoding="utf-8")
    first = rows_of(read_layout(path))[0]
    assert [cell for cell in first if cell not in "-^"][:4] == [
        "1",
        "Rà soát văn bản",
        "Báo cáo",
        "Sở Tư pháp",
    ]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("<b>Nhiệm vụ 1:</b> rà soát", "Nhiệm vụ 1: rà soát"),
        ("<p>Sở TT&amp;TT</p>", "Sở TT&TT"),
        ("Nghị quyết số 18-NQ/TW <sup>1</sup> ;", "Nghị quyết số 18-NQ/TW ;"),
        ("Nghị quyết số 18-NQ/TW[1] và", "Nghị quyết số 18-NQ/TW và"),
        (r"Nghị quyết số 18-NQ/TW\[12\],", "Nghị quyết số 18-NQ/TW,"),
        ("Nghị quyết số 18-NQ/TW[[1]](#_ftn1);", "Nghị quyết số 18-NQ/TW;"),
        ("[kế hoạch] [x]", "[kế hoạch] [x]"),
        ("**I. MỤC TIÊU**", "I. MỤC TIÊU"),
        ("giảm < 5% và > 3%", "giảm < 5% và > 3%"),
        (r"\*", "*"),
        ("* Phối hợp: *Sở A*", "* Phối hợp: Sở A"),
        ("* nghiêng*", "nghiêng"),
        ("_Cơ quan chủ trì:_ Sở A; tệp ke_hoach_2026", "Cơ quan chủ trì: Sở A; tệp ke_hoach_2026"),
        ("_____", "_____"),
    ],
)
def test_markup_is_left_out(marked: str, words: str) -> None:
    assert plain(marked).strip() == words


def test_a_cell_goes_on_after_a_page_break(tmp_path: Path) -> None:
    layout = layout_of(
        tmp_path,
        HEAD,
        "\t1. Hoàn thiện\t1.1. Nhiệm vụ 1: Rà soát\tHoạt động 1: Lập kế\tKế hoạch\t"
        "Sở Tư pháp\tCác sở, ban,\tNăm 2024",
        "",
        HEAD,
        "\t\tvăn bản\thoạch\t\t\tngành\t",
        "\t\t\tHoạt động 2: Tập huấn\tLớp học\tSở Nội vụ\tCác sở\t",
    )
    assert rows_of(layout) == [
        ["^", "1. Hoàn thiện", "1.1. Nhiệm vụ 1: Rà soát văn bản", "Hoạt động 1: Lập kế hoạch", "Kế hoạch",
         "Sở Tư pháp", "Các sở, ban, ngành", "Năm 2024"],
        ["^", "^", "^", "Hoạt động 2: Tập huấn", "Lớp học", "Sở Nội vụ", "Các sở", "^"],
    ]  # fmt: skip


def test_a_shifted_row_finds_its_columns(tmp_path: Path) -> None:
    layout = layout_of(
        tmp_path,
        HEAD,
        "I\tCẢI CÁCH THỂ CHẾ\t\t\t\t\t\t",
        "2. Tăng cường\t2.1. Nhiệm vụ 1: Rà soát\tHoạt động 1: Lập kế hoạch\tKế hoạch\t"
        "Sở Tư pháp\t\tNăm 2024\t",
    )
    assert rows_of(layout) == [
        ["I", "CẢI CÁCH THỂ CHẾ", "^", "^", "^", "^", "^", "^"],
        ["^", "2. Tăng cường", "2.1. Nhiệm vụ 1: Rà soát", "Hoạt động 1: Lập kế hoạch", "Kế hoạch",
         "Sở Tư pháp", "-", "Năm 2024"],
    ]  # fmt: skip


def test_a_table_between_bars(tmp_path: Path) -> None:
    layout = layout_of(
        tmp_path,
        "| TT | Nội dung | Chủ trì | Thời gian |",
        "|----|:---:|---|---|",
        "| 1 | Rà soát a \\| b | Sở Nội vụ | Quý I |",
    )
    assert rows_of(layout) == [["1", "Rà soát a | b", "Sở Nội vụ", "Quý I"]]


def test_a_table_in_html_keeps_its_spans_and_lines(tmp_path: Path) -> None:
    layout = layout_of(
        tmp_path,
        "II. NHIỆM VỤ",
        "",
        "<table><tr><th>TT</th><th>Nhiệm vụ</th><th>Hoạt động</th><th>Chủ trì</th></tr>",
        '<tr><td rowspan="2">1</td><td rowspan="2"><b>Rà soát</b></td><td>Lập danh mục</td><td>Sở A</td></tr>',
        "<tr><td>Báo cáo &amp; công bố<br>kết quả</td><td></td></tr></table>",
        "",
        "III. KINH PHÍ",
    )
    assert rows_of(layout) == [
        ["1", "Rà soát", "Lập danh mục", "Sở A"],
        ["^", "^", "Báo cáo & công bố kết quả", "-"],
    ]
    table = next(block for block in layout.blocks if isinstance(block, Table))
    assert [row.cells[2].passage.span() for row in table.rows] == [(4, 4), (5, 5)]
    texts = [block.text for block in layout.blocks if isinstance(block, Paragraph)]
    assert texts == ["II. NHIỆM VỤ", "III. KINH PHÍ"]


def test_headings_and_wrapped_paragraphs(tmp_path: Path) -> None:
    layout = layout_of(
        tmp_path, "## KẾ HOẠCH năm 2024", "", "Thực hiện Nghị quyết", "số 76/NQ-CP.", "- Nội dung"
    )
    shown = [(block.text, block.heading) for block in layout.blocks if isinstance(block, Paragraph)]
    assert shown == [("KẾ HOẠCH năm 2024", 2), ("Thực hiện Nghị quyết số 76/NQ-CP.", 0), ("- Nội dung", 0)]


def test_a_cell_of_a_whole_row_stays_in_its_column(tmp_path: Path) -> None:
    lines = (
        "TT | Nội dung | Thời gian | Chủ trì | Phối hợp | Kết quả",
        "1 | Đặt hàng | 2026 | Sở Y tế | Viện, trường; nông hộ | ",
    )
    assert rows_of(layout_of(tmp_path, *(f"| {line} |" for line in lines))) == [
        ["1", "Đặt hàng", "2026", "Sở Y tế", "Viện, trường; nông hộ", "-"]
    ]


def test_a_repeated_header_is_no_row(tmp_path: Path) -> None:
    row = ("1", "Hội nghị", "Sở A", "Sở B", "2025")
    layout = layout_of(tmp_path, "KẾ HOẠCH", *crawled(CRAWL_HEAD, row, CRAWL_HEAD, row))
    assert sum(map(len, tables_of(layout))) == 2


@pytest.mark.parametrize(
    ("between", "rows", "own"),
    [
        ("DANH SÁCH ĐẦU MỐI", ("TT | Họ và tên | Chức vụ | Điện thoại", "1 | An | Phó phòng | 0209"), True),
        ("Gồm:", ("TT | Họ và tên | Chức vụ | Điện thoại", "1 | An | Phó phòng | 0209"), True),
        ("PHỤ LỤC 2", ("Địa bàn | Số hộ | Tỷ lệ", "Xã A | 120 | 30%"), True),
        ("", ("2 | Sơ kết | Sở A | Quý IV",), False),
    ],
)
def test_a_table_with_titles_of_its_own_is_no_rest_of_the_one_above(
    tmp_path: Path, between: str, rows: tuple[str, ...], own: bool
) -> None:
    lines = [f"| {row} |" for row in ("TT | Nhiệm vụ | Chủ trì | Thời gian", "1 | Hội nghị | Sở A | Quý I")]
    layout = layout_of(tmp_path, *lines, "", between, "", *(f"| {row} |" for row in rows))
    assert list(map(len, tables_of(layout))) == ([1, 1] if own else [2])


def test_rows_with_a_bar_at_their_end(tmp_path: Path) -> None:
    layout = layout_of(
        tmp_path,
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |",
        "Số: 12/KH-UBND | Hà Nam, ngày 13 tháng 4 năm 2016 |",
        "KẾ HOẠCH",
        "STT | Nội dung | Cơ quan chủ trì | Thời gian |",
        "1 | Hội nghị | Sở A | Quý I |",
        "Nơi nhận: | TM. ỦY BAN NHÂN DÂN |",
    )
    assert tables_of(layout) == [[["1", "Hội nghị", "Sở A", "Quý I"]]]
    shown = [block.text for block in layout.blocks if isinstance(block, Paragraph)]
    assert shown[:2] == ["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert shown[-2:] == ["Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"]


@pytest.mark.parametrize("between", ["", "\n"], ids=["line by line", "blank lines"])
@pytest.mark.parametrize("edge", ["", " |"], ids=["no bars at the ends", "a bar at the end"])
def test_a_section_written_out_in_each_column(tmp_path: Path, edge: str, between: str) -> None:
    rows = [
        "TT | Nhiệm vụ | Chủ trì | Thời gian | Sản phẩm",
        "I | Nhà ở xã hội | Nhà ở xã hội | Nhà ở xã hội | Nhà ở xã hội",
        "1 | Rà soát quỹ đất | Sở Xây dựng | 2024 | Báo cáo",
        "II | Nước sạch | Nước sạch | Nước sạch | Nước sạch",
        "1 | Lập quy hoạch | Sở Y tế | 2025 | Quy hoạch",
    ]
    lines = [row + edge + between for row in rows]
    shown = [[cell for cell in row if cell not in "-^"] for row in rows_of(layout_of(tmp_path, *lines))]
    assert [row[:2] for row in shown] == [
        ["I", "Nhà ở xã hội"],
        ["1", "Rà soát quỹ đất"],
        ["II", "Nước sạch"],
        ["1", "Lập quy hoạch"],
    ]
    assert [len(row) for row in shown] == [2, 5, 2, 5]
