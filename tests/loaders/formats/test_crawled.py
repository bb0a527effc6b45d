"""Crawled pages: tables whose cells stand between lines of bars."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from loaders.layout.model import Paragraph, Table
from tests.loaders.formats.tables_of_text import CRAWL_HEAD, CRAWLED, crawled, layout_of, rows_of, tables_of


def test_a_crawled_table(tmp_path: Path) -> None:
    layout = layout_of(tmp_path, "**KẾ HOẠCH**", *CRAWLED.split("\n"))
    assert rows_of(layout) == [
        ["I", "TUYÊN TRUYỀN", "^", "^", "^"],
        ["1", "Tổ chức hội nghị", "Sở Tư pháp", "2025", "-"],
        ["2", "Biên soạn tài liệu", "Sở Nội vụ", "Thường xuyên", "Tài liệu"],
    ]
    assert isinstance(layout.blocks[0], Paragraph)
    assert layout.blocks[0].emphasised


def test_bars_behind_the_last_words_of_cells(tmp_path: Path) -> None:
    lines = CRAWLED.split("\n")
    cells = [
        f"{line} |" if after == "|" and line not in {"|", ""} else line for line, after in pairwise(lines)
    ]
    printed = [line for before, line in pairwise(["", *cells]) if not (line == "|" and before.endswith(" |"))]
    assert tables_of(layout_of(tmp_path, "**KẾ HOẠCH**", *printed)) == tables_of(
        layout_of(tmp_path, "**KẾ HOẠCH**", *lines)
    )


def test_two_bars_on_a_line(tmp_path: Path) -> None:
    lines = CRAWLED.split("\n")
    last = len(lines) - 1 - lines[::-1].index("|")
    assert tables_of(layout_of(tmp_path, *lines[:last], "||", *lines[last + 1 :])) == tables_of(
        layout_of(tmp_path, *lines)
    )


def test_wrapped_cells_that_each_end_with_a_bar(tmp_path: Path) -> None:
    paragraph = "Bảo đảm " + "mọi người dân đều được dùng nước sạch, " * 5 + "không phân biệt vùng miền."
    layout = layout_of(
        tmp_path,
        *("ỦY", "BAN NHÂN", "DÂN |", "CỘNG", "HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |"),
        *(
            "Số: 8/KH-UBND |",
            "Huế, ngày 1/2/2021 |",
            "CẤP NƯỚC SẠCH NĂM 2021",
            "1. Mục tiêu chung",
            paragraph,
        ),
    )
    assert [block.text for block in layout.blocks if isinstance(block, Paragraph)] == [
        "ỦY BAN NHÂN DÂN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 8/KH-UBND",
        "Huế, ngày 1/2/2021",
        "CẤP NƯỚC SẠCH NĂM 2021",
        "1. Mục tiêu chung",
        paragraph,
    ]


def test_a_letterhead_between_bars_alone(tmp_path: Path) -> None:
    layout = layout_of(
        tmp_path,
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |",
        "Số: 8/KH-UBND | Huế, ngày 1/2/2021 |",
    )
    shown = [block.text for block in layout.blocks if isinstance(block, Paragraph)]
    assert shown == [
        "ỦY BAN NHÂN DÂN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 8/KH-UBND",
        "Huế, ngày 1/2/2021",
    ]


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (
            [("1", "Ban hành kế hoạch", "Sở A", "Các sở", "Quý I"), ("2", "Hội nghị", "Các huyện", "Quý II")],
            [["1", "Ban hành kế hoạch", "Sở A", "Các sở", "Quý I"], ["2", "Hội nghị", "^", "Các huyện", "Quý II"]],
        ),
        (
            [("A", "VIỆC CHUNG"), ("1", "Nhóm việc"), ("1.1", "Hội nghị", "Sở A", "Sở B", "2025")],
            [["A", "VIỆC CHUNG", "^", "^", "^"], ["1", "Nhóm việc", "^", "^", "^"], ["1.1", "Hội nghị", "Sở A", "Sở B", "2025"]],
        ),
    ],
)  # fmt: skip
def test_crawled_rows_that_lost_cells(
    tmp_path: Path, rows: list[tuple[str, ...]], wanted: list[list[str]]
) -> None:
    assert rows_of(layout_of(tmp_path, "KẾ HOẠCH", *crawled(CRAWL_HEAD, *rows))) == wanted


def test_a_body_left_alone_keeps_the_role_it_has_in_the_table(tmp_path: Path) -> None:
    head = (*CRAWL_HEAD[:4], "Lãnh đạo phụ trách", "Thời gian")
    rows = [
        ("1", "Họp", "Sở A", "Sở B", "Bà C", "Quý I"),
        ("2", "Tập huấn", "Sở D", "Sở B; Sở E", "Ông G", "Quý II"),
        ("3", "Báo cáo", "Sở B", "Bà C", "Quý III"),
    ]
    found = rows_of(layout_of(tmp_path, "KẾ HOẠCH", *crawled(head, *rows)))
    assert found[-1] == ["3", "Báo cáo", "^", "Sở B", "Bà C", "Quý III"]


@pytest.mark.parametrize(
    ("head", "rows", "wanted"),
    [
        (
            CRAWL_HEAD,
            [("I", "Hội nghị", "Sở A", "Sở B", "Quý I"), ("II", "Họp", "Sở A", "", "Quý II")],
            [["I", "Hội nghị", "Sở A", "Sở B", "Quý I"], ["II", "Họp", "Sở A", "-", "Quý II"]],
        ),
        (
            CRAWL_HEAD,
            [("Lĩnh vực y tế",), ("1", "Hội nghị", "Sở A", "Sở B", "Quý I"), ("Văn bản khác",), ("2", "Họp", "Sở A", "Sở B", "Quý II")],
            [["-", "Lĩnh vực y tế", "^", "^", "^"], ["1", "Hội nghị", "Sở A", "Sở B", "Quý I"], ["-", "Văn bản khác", "^", "^", "^"], ["2", "Họp", "Sở A", "Sở B", "Quý II"]],
        ),
        (
            CRAWL_HEAD[1:],
            [("I", "Lĩnh vực y tế", "", "", ""), ("1", "Hội nghị", "Sở A", "Sở B", "Quý I")],
            [["I", "Lĩnh vực y tế", "^", "^", "^"], ["1", "Hội nghị", "Sở A", "Sở B", "Quý I"]],
        ),
        (
            CRAWL_HEAD,
            [("1", "Nhóm việc", "", "", ""), ("-", "Hội nghị", "Các huyện", "Quý I"), ("-", "Họp", "Sở A", "Sở B", "2025")],
            [["1", "Nhóm việc", "-", "-", "-"], ["-", "Hội nghị", "^", "Các huyện", "Quý I"], ["-", "Họp", "Sở A", "Sở B", "2025"]],
        ),
        (
            CRAWL_HEAD,
            [("1", "Hội nghị", "Sở A", ""), ("VIỆC KHÁC CỦA NGÀNH",), ("2", "Họp", "Sở A", "Sở B", "2025")],
            [["1", "Hội nghị", "Sở A", "-", "^"], ["-", "VIỆC KHÁC CỦA NGÀNH", "^", "^", "^"], ["2", "Họp", "Sở A", "Sở B", "2025"]],
        ),
    ],
    ids=["rows with Roman numbers", "titles without numbers", "numbers without a title", "bullets as numbers", "capitals after a short row"],
)  # fmt: skip
def test_headings_of_crawled_rows(
    tmp_path: Path, head: tuple[str, ...], rows: list[tuple[str, ...]], wanted: list[list[str]]
) -> None:
    assert rows_of(layout_of(tmp_path, "KẾ HOẠCH", *crawled(head, *rows))) == wanted


def test_rows_under_merged_targets_and_tasks_keep_their_columns(tmp_path: Path) -> None:
    head = (
        "TT",
        "Mục tiêu",
        "Nhiệm vụ",
        "Hoạt động",
        "Sản phẩm",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Thời gian",
    )
    rows = [
        ("1", "1. Hoàn thiện thể chế", "1.1. Rà soát", "Lập kế hoạch", "Kế hoạch", "Sở Tư pháp", "Sở Y tế", "Quý I/2025"),
        ("3.2. Tổ chức rà soát", "Báo cáo", "Sở Tư pháp", "", "Quý II/2025"),
        ("2", "1.2. Kiểm tra văn bản", "Lập đoàn kiểm tra", "Quyết định", "Sở Tư pháp", "", "Năm 2025"),
    ]  # fmt: skip
    assert rows_of(layout_of(tmp_path, "KẾ HOẠCH", *crawled(head, *rows))) == [
        list(rows[0]),
        ["^", "^", "^", "3.2. Tổ chức rà soát", "Báo cáo", "Sở Tư pháp", "^", "Quý II/2025"],
        ["2", "^", "1.2. Kiểm tra văn bản", "Lập đoàn kiểm tra", "Quyết định", "Sở Tư pháp", "-", "Năm 2025"],
    ]


def test_a_table_on_lines_of_its_own_in_a_crawled_page(tmp_path: Path) -> None:
    rows = [
        "| TT | Nội dung | Cơ quan chủ trì | Thời gian |",
        "|---|---|---|---|",
        "| 1 | Họp | Sở A | Quý I |",
    ]
    layout = layout_of(
        tmp_path, *crawled(("UBND TỈNH",), ("Số: 1/KH-UBND",), ("KẾ HOẠCH",)), "I. NỘI DUNG", *rows
    )
    assert rows_of(layout) == [["1", "Họp", "Sở A", "Quý I"]]


def test_a_title_on_a_line_of_its_own_with_a_bar_at_its_end(tmp_path: Path) -> None:
    letterhead = ["|", "SỞ NỘI VỤ", "|", "CỘNG HÒA", "|", "|", "Số: 1/KH", "|"]
    rows = ["TT | Nhiệm vụ | Chủ trì | Thời gian |", "Lĩnh vực y tế |", "1 | Họp | Sở A | Quý I |"]
    assert tables_of(layout_of(tmp_path, *letterhead, *rows))[0][-1] == ["1", "Họp", "Sở A", "Quý I"]


def test_rows_that_the_crawl_left_out_stay_a_row_of_dots(tmp_path: Path) -> None:
    rows = [
        ("1", "Hội nghị", "Sở A", "Các sở", "Quý I"),
        ("........", ""),
        ("3", "Thi đua", "Sở B", "Sở C", "2025"),
    ]
    read = rows_of(layout_of(tmp_path, "KẾ HOẠCH", *crawled(CRAWL_HEAD, *rows)))
    assert [row[1] for row in read] == ["Hội nghị", "........", "Thi đua"]


def test_a_crawled_table_whose_rows_one_bar_parts(tmp_path: Path) -> None:
    cells = ["Số", "TT", "|", "Nội dung", "|", "Chủ trì", "|", "Thời gian", "|"]
    for number in ("1", "2"):
        cells += [number, "|", "Rà soát", "văn bản", "|", "Sở Tư pháp", "|", "Quý I", "|"]
    layout = layout_of(tmp_path, "KẾ HOẠCH", "II. NHIỆM VỤ", *cells, "III. KINH PHÍ", "1. Ngân sách bảo đảm.")
    assert rows_of(layout) == [[number, "Rà soát văn bản", "Sở Tư pháp", "Quý I"] for number in ("1", "2")]
    texts = [block.text for block in layout.blocks if isinstance(block, Paragraph)]
    assert texts == ["KẾ HOẠCH", "II. NHIỆM VỤ", "III. KINH PHÍ", "1. Ngân sách bảo đảm."]


def test_the_last_word_of_a_section_in_capitals_is_no_new_table(tmp_path: Path) -> None:
    title = ("I", "XÂY DỰNG CHÍNH QUYỀN, CHÍNH QUYỀN\nSỐ", "", "", "")
    rows = crawled(
        CRAWL_HEAD, ("1", "Hội nghị", "Sở A", "Sở B", "2025"), title, ("1", "Thi đua", "Sở A", "Sở B", "2025")
    )
    read = rows_of(layout_of(tmp_path, "KẾ HOẠCH", *rows))
    assert [row[1] for row in read] == ["Hội nghị", "XÂY DỰNG CHÍNH QUYỀN, CHÍNH QUYỀN SỐ", "Thi đua"]


def test_text_after_a_crawled_table_is_text(tmp_path: Path) -> None:
    rows = crawled(CRAWL_HEAD, ("1", "Hội nghị", "Sở A", "Sở B", "2025"))
    layout = layout_of(
        tmp_path, "KẾ HOẠCH", *rows, "IV. TỔ CHỨC THỰC HIỆN", "1. Sở A theo dõi.", "2. Sở B bố trí."
    )
    assert rows_of(layout) == [["1", "Hội nghị", "Sở A", "Sở B", "2025"]]
    assert isinstance(layout.blocks[-1], Paragraph)


def test_a_header_of_two_rows(tmp_path: Path) -> None:
    layout = layout_of(
        tmp_path,
        "KẾ HOẠCH",
        *crawled(
            ("TT", "Nội dung", "Cơ quan thực hiện", "Thời gian"),
            ("Chủ trì", "Phối hợp"),
            ("(1)", "(2)", "(3)", "(4)", "(5)"),
            ("1", "Hội nghị", "Sở A", "Sở B", "Quý I"),
        ),
    )
    assert tables_of(layout) == [[["1", "Hội nghị", "Sở A", "Sở B", "Quý I"]]]
    titles = [cell.text for block in layout.blocks if isinstance(block, Table) for cell in block.header]
    assert titles == ["TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"]


def test_a_whole_row_keeps_the_empty_cells_at_its_end(tmp_path: Path) -> None:
    head = (*CRAWL_HEAD, "Kinh phí", "Nguồn kinh phí")
    rows = [
        ("1", "Hội nghị", "Sở A", "Các sở", "Trình kỳ họp giữa năm 2024", "", ""),
        ("2", "Tập huấn", "Sở A", "Sở B", "Quý II", "20", "Ngân sách tỉnh"),
    ]
    assert tables_of(layout_of(tmp_path, "KẾ HOẠCH", *crawled(head, *rows))) == [[list(row) for row in rows]]


def test_a_heading_that_begins_like_a_body_is_what_is_to_be_done(tmp_path: Path) -> None:
    rows = [("I", "KIỂM SOÁT"), ("1", "Thanh tra, kiểm tra"), ("1.1", "Hội nghị", "Sở A", "Sở B", "Quý I")]
    found = rows_of(layout_of(tmp_path, "KẾ HOẠCH", *crawled(CRAWL_HEAD, *rows)))
    assert found[1][:2] == ["1", "Thanh tra, kiểm tra"]


@pytest.mark.parametrize(("section", "gap"), [("I", "^"), ("1", "-")])
def test_an_empty_cell_goes_on_inside_a_task_that_a_heading_in_a_section_is(
    tmp_path: Path, section: str, gap: str
) -> None:
    rows = [
        *([(section, "TUYÊN TRUYỀN")] if section == "I" else []),
        *(
            ("1", "Thông tin"),
            ("1.1", "Hội nghị", "Sở A", "", "Quý I"),
            ("1.2", "Tập huấn", "", "Sở B", "Quý II"),
        ),
    ]
    found = rows_of(layout_of(tmp_path, "KẾ HOẠCH", *crawled(CRAWL_HEAD, *rows)))
    assert found[-2:] == [
        ["1.1", "Hội nghị", "Sở A", "-", "Quý I"],
        ["1.2", "Tập huấn", gap, "Sở B", "Quý II"],
    ]


def test_a_header_printed_again_in_a_crawled_table_is_no_new_table(tmp_path: Path) -> None:
    head = ("TT", "Nhiệm vụ", "Hoạt động", "Chủ trì", "Thời gian")
    first = ("1", "Rà soát văn bản", "Lập danh mục", "Sở A", "Quý I")
    layout = layout_of(tmp_path, "KẾ HOẠCH", *crawled(head, first, head, ("Công bố", "Sở B", "Quý II")))
    assert rows_of(layout) == [list(first), ["^", "^", "Công bố", "Sở B", "Quý II"]]


def test_agencies_before_the_numbers_group_crawled_rows(tmp_path: Path) -> None:
    head = ("Cơ quan chủ trì", "TT", "Nhiệm vụ", "Cơ quan phối hợp", "Thời gian")
    rows = [
        ("Sở A", "1", "Họp", "Sở B", "Quý I"),
        ("2", "Tập huấn", "Sở C", "Quý II"),
        ("Sở D", "3", "Hội thi", "Sở B", "Quý II"),
    ]
    found = rows_of(layout_of(tmp_path, "KẾ HOẠCH", *crawled(head, *rows)))
    assert found[1] == ["^", "2", "Tập huấn", "Sở C", "Quý II"]
    assert [row[1] for row in found] == ["1", "2", "3"]


def test_a_header_again_below_a_row_that_lost_a_cell(tmp_path: Path) -> None:
    head = ("Thời gian", "Nội dung", "Chủ trì", "Phối hợp")
    rows = [
        ("Tháng 1", "Họp", "Sở A", "Sở B"),
        ("Tập huấn", "Sở A", "Sở C"),
        head,
        ("Quý II", "Hội thi", "Sở A", "Sở B"),
    ]
    found = rows_of(layout_of(tmp_path, "KẾ HOẠCH", *crawled(head, *rows)))
    assert found[1:] == [["^", "Tập huấn", "Sở A", "Sở C"], ["Quý II", "Hội thi", "Sở A", "Sở B"]]


def test_a_table_of_indicators_without_numbers_below_a_signature(tmp_path: Path) -> None:
    head = ("Chỉ tiêu", "Đơn vị tính", "Năm 2025", "Cơ quan chủ trì theo dõi")
    row = ("Tỷ lệ lao động qua đào tạo", "%", "75", "Sở Nội vụ")
    signed = ["|", "Nơi nhận:", "- Các đơn vị trực thuộc;", "|", "GIÁM ĐỐC", "|", "PHỤ LỤC"]
    assert rows_of(layout_of(tmp_path, *signed, *crawled(head, row))) == [list(row)]


def test_years_alone_are_titles_of_columns(tmp_path: Path) -> None:
    head = ("TT", "Chỉ tiêu", "Đơn vị tính", "2025", "2026")
    rows = [("1", "Tỷ lệ hồ sơ trực tuyến", "%", "70", "85"), ("2", "Số lớp", "Lớp", "3", "4")]
    assert rows_of(layout_of(tmp_path, "KẾ HOẠCH", *crawled(head, *rows))) == list(map(list, rows))


@pytest.mark.parametrize("between", [["", "**II. NHIỆM VỤ**"], ["**II. NHIỆM VỤ**"]])
def test_two_crawled_tables(tmp_path: Path, between: list[str]) -> None:
    first = crawled(
        ("TT", "Chỉ tiêu", "ĐVT", "Năm 2025", "Cơ quan theo dõi"), ("1", "Số cuộc", "Cuộc", "2", "Sở A")
    )
    second = crawled(CRAWL_HEAD, ("1", "Hội nghị", "Sở A", "Sở B", "2025"))
    layout = layout_of(tmp_path, "KẾ HOẠCH", *first, *between, *second)
    assert tables_of(layout) == [
        [["1", "Số cuộc", "Cuộc", "2", "Sở A"]],
        [["1", "Hội nghị", "Sở A", "Sở B", "2025"]],
    ]


@pytest.mark.parametrize(
    "after",
    [
        ["", "III. KINH PHÍ"],
        ["III. KINH PHÍ", "Bố trí trong dự toán.", "Được giao hằng năm.", "Theo phân cấp."],
        ["Nơi nhận:", "- Như trên."],
        ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        ["Các việc trên được điều chỉnh", "khi cần thiết."],
        ["*Ghi chú:* Có thể thay đổi.", "|", "Người lập", "|"],
        ["Ngoài ra, đủ cán bộ.", "IV. TỔ CHỨC", "Sở A theo dõi.", "|", "Nơi nhận:", "|", "KT. CHỦ TỊCH", "|"],
        ["Kế hoạch 12/KH-UBND năm 2025 về họp", "## Văn bản liên quan", "|", "Địa chỉ:", "|", "Phố A", "|"],
    ],
)
def test_what_ends_a_crawled_table(tmp_path: Path, after: list[str]) -> None:
    rows = crawled(
        CRAWL_HEAD, ("1", "Hội nghị", "Sở A", "Sở B", "2025"), ("2", "Tập huấn", "Sở A", "Sở B", "2025")
    )
    layout = layout_of(tmp_path, "KẾ HOẠCH", *rows, *after)
    assert [len(table) for table in tables_of(layout)] == [2]
    assert isinstance(layout.blocks[-1], Paragraph)


def test_a_data_sheet_of_a_portal_is_no_task_table(tmp_path: Path) -> None:
    layout = layout_of(
        tmp_path, "Số hiệu: | 12/KH-UBND | Loại văn bản: | Kế hoạch |", "Ngày ban hành: | 1/1/2024 |"
    )
    assert tables_of(layout) == []


def test_a_second_row_names_the_columns_below_a_spanning_one(tmp_path: Path) -> None:
    layout = layout_of(
        tmp_path,
        "| TT | Nội dung | Cơ quan thực hiện | | Thời gian |",
        "|---|---|---|---|---|",
        "| | | Chủ trì | Phối hợp | |",
        "| 1 | 2 | 3 | 4 | 5 |",
        "| 1 | Hội nghị | Sở A | Sở B | Quý I |",
    )
    assert tables_of(layout) == [[["1", "Hội nghị", "Sở A", "Sở B", "Quý I"]]]
    titles = [cell.text for block in layout.blocks if isinstance(block, Table) for cell in block.header]
    assert titles == ["TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"]


def test_a_second_row_without_gaps_parts_the_columns_above(tmp_path: Path) -> None:
    layout = layout_of(
        tmp_path,
        "TT | Nội dung | Phân công | Tiến độ |",
        "Chủ trì | Phối hợp | Quý I | Quý II |",
        "1 | Hội nghị | Sở A | Sở B | x | |",
    )
    assert tables_of(layout) == [[["1", "Hội nghị", "Sở A", "Sở B", "x", ""]]]


@pytest.mark.parametrize(
    "section", [("II", "PHÁT TRIỂN HẠ TẦNG"), ("II. PHÁT TRIỂN HẠ TẦNG",)], ids=["two cells", "one cell"]
)
def test_a_section_row_belongs_to_no_row_that_lost_cells(tmp_path: Path, section: tuple[str, ...]) -> None:
    head = ("Mục tiêu", "Nhiệm vụ", "Hoạt động", "Chủ trì", "Phối hợp", "Thời gian")
    layout = layout_of(
        tmp_path,
        "KẾ HOẠCH",
        *crawled(
            head,
            ("Đích", "Việc", "Rà soát văn bản", "Sở A", "", "Quý I"),
            ("Lập dự toán", "Sở B", "", "Quý II"),
            section,
            ("Đích khác", "Việc khác", "Mở lớp", "Sở A", "Sở B", "2025"),
        ),
    )
    assert tables_of(layout) == [
        [
            ["Đích", "Việc", "Rà soát văn bản", "Sở A", "", "Quý I"],
            ["", "", "Lập dự toán", "Sở B", "", "Quý II"],
            [
                *(["II", "PHÁT TRIỂN HẠ TẦNG"] if len(section) > 1 else ["II.", "PHÁT TRIỂN HẠ TẦNG"]),
                "",
                "",
                "",
                "",
            ],
            ["Đích khác", "Việc khác", "Mở lớp", "Sở A", "Sở B", "2025"],
        ]
    ]


def test_rows_whose_first_cells_are_merged(tmp_path: Path) -> None:
    head = (
        "TT",
        "Tiêu chí",
        "Điểm chuẩn",
        "Nhiệm vụ khắc phục",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Thời gian",
    )
    rows = [
        ("1", "Sáng kiến", "1,5", "Phát động thi đua", "Sở A", "Sở B", "Quý I"),
        ("Công khai kết quả trên mạng", "Trung tâm C", "Quý II"),
    ]  # fmt: skip
    found = rows_of(layout_of(tmp_path, "KẾ HOẠCH", *crawled(head, *rows)))
    assert found[-1] == ["^", "^", "^", "Công khai kết quả trên mạng", "Trung tâm C", "^", "Quý II"]


def test_a_mark_of_ditto_is_no_work(tmp_path: Path) -> None:
    head = (
        "TT",
        "Dự án, tiểu dự án",
        "Nội dung thực hiện",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Thời gian",
    )
    rows = [
        ("1", "Dự án 1", "Xây dựng công trình", "Sở A", "Sở B", "Quý I"),
        ("Duy tu công trình", "Như trên", "Như trên", "Quý II"),
    ]
    found = rows_of(layout_of(tmp_path, "KẾ HOẠCH", *crawled(head, *rows)))
    assert found[-1] == ["-", "-", "Duy tu công trình", "Như trên", "Như trên", "Quý II"]


def test_the_last_word_of_a_cell_is_no_title_of_numbers(tmp_path: Path) -> None:
    rows = [("1", "Đẩy mạnh chuyển đổi\nsố", "Sở A", "Sở B", "Quý I")]
    assert rows_of(layout_of(tmp_path, "KẾ HOẠCH", *crawled(CRAWL_HEAD, *rows))) == [
        ["1", "Đẩy mạnh chuyển đổi số", "Sở A", "Sở B", "Quý I"]
    ]


def test_a_table_of_figures_by_year(tmp_path: Path) -> None:
    head = ("TT", "Chỉ tiêu", "Đơn vị", "Năm 2024", "Năm 2025")
    rows = [("1", "Hồ sơ trực tuyến", "%", "50", "60")]
    assert rows_of(layout_of(tmp_path, "KẾ HOẠCH", *crawled(head, *rows))) == [list(rows[0])]


def test_sums_in_columns_of_years_that_lost_empty_cells(tmp_path: Path) -> None:
    head = ("TT", "Nội dung", "Thời gian", "Kinh phí", "Năm 2023", "Năm 2024", "Năm 2025")
    rows = [
        ("1", "Biên soạn tài liệu", "2023", "150", "150", ""),
        ("2", "Tập huấn", "2023-2025", "300", "100", "100", "100"),
        ("3", "Tổng kết Kế hoạch", "Quý IV/2025", "50", "", "50"),
    ]
    found = rows_of(layout_of(tmp_path, "KẾ HOẠCH", *crawled(head, *rows)))
    assert [row[3] for row in found] == ["150", "300", "50"]


def test_a_numbered_row_begins_in_lower_case(tmp_path: Path) -> None:
    head = ("TT", "Nhiệm vụ cụ thể", "Cơ quan chủ trì", "Thời gian")
    rows = [("1", "Công khai, minh bạch", "Sở A", "2025"), ("2", "ban hành quy chế", "Sở B", "2026")]
    found = rows_of(layout_of(tmp_path, "KẾ HOẠCH", *crawled(head, *rows)))
    assert found == [list(row) for row in rows]


def test_of_an_empty_and_a_merged_cell_the_product_is_empty(tmp_path: Path) -> None:
    head = ("TT", "Nội dung", "Thời gian", "Sản phẩm", "Cơ quan phối hợp", "Cơ quan chủ trì")
    rows = [
        ("1", "Họp", "Quý I", "Báo cáo", "Sở A", "Sở B"),
        ("2", "Sơ kết việc thực hiện", "", "Sở A; Sở C", "Sở D"),
    ]
    found = rows_of(layout_of(tmp_path, "KẾ HOẠCH", *crawled(head, *rows)))
    assert found[-1] == ["2", "Sơ kết việc thực hiện", "^", "-", "Sở A; Sở C", "Sở D"]


def test_a_title_with_a_roman_number_is_no_cell_of_the_short_row_above(tmp_path: Path) -> None:
    rows = [
        ("1", "Họp", "Sở A", "Sở B", "Quý I"),
        ("2", "Ban hành quy chế", "Sở C"),
        ("II. Cải cách thể chế",),
        ("1", "Báo cáo", "Sở A", "Sở B", "Quý II"),
    ]
    found = rows_of(layout_of(tmp_path, "KẾ HOẠCH", *crawled(CRAWL_HEAD, *rows)))
    assert found[1:3] == [
        ["2", "Ban hành quy chế", "Sở C", "^", "^"],
        ["II.", "Cải cách thể chế", "^", "^", "^"],
    ]


def test_cells_that_might_be_titles_begin_no_new_table(tmp_path: Path) -> None:
    head = ("TT", "Nội dung", "Thời gian", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm")
    rows = [
        ("1", "Chấm điểm Chỉ số", "Năm 2026", "Thanh tra tỉnh", "Các cơ quan, đơn vị có liên quan", "Lớp tập huấn"),
        ("2", "Hội nghị", "Trong năm 2026", "Sở A", "Các cơ quan, đơn vị có liên quan", "Lớp tập huấn"),
    ]  # fmt: skip
    found = tables_of(layout_of(tmp_path, "KẾ HOẠCH", *crawled(head, *rows)))
    assert [[row[0] for row in table] for table in found] == [["1", "2"]]


def test_the_gap_below_a_row_that_lost_cells_is_no_empty_cell(tmp_path: Path) -> None:
    rows = [
        ("1", "Hội nghị", "Sở Nội vụ", "Sở Tài chính", "Quý I/2026"),
        ("2", "Tập huấn cho công chức", "Quý II/2026"),
        ("", "CẢI CÁCH THỂ CHẾ"),
        ("3", "Kiểm tra", "Sở Tư pháp", "Sở Y tế", "Quý III/2026"),
    ]
    lines = [line for line in crawled(CRAWL_HEAD, *rows) if line]
    assert rows_of(layout_of(tmp_path, "KẾ HOẠCH", *lines))[1] == [
        *("2", "Tập huấn cho công chức", "^", "^", "Quý II/2026"),
    ]


def test_a_row_without_number_begins_with_its_work(tmp_path: Path) -> None:
    head = ("Nội dung", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Kinh phí")
    rows = [
        ("Khảo sát các điểm", "Danh mục", "UBND các xã", "Công an huyện", "Quý I/2024", ""),
        ("Cắm biển cảnh báo, làm rào chắn", "- Biển cảnh báo", "Quý II/2024", "60 triệu đồng"),
    ]
    lines = [line for line in crawled(head, *rows) if line]
    assert [row[0] for row in rows_of(layout_of(tmp_path, "KẾ HOẠCH", *lines))] == [row[0] for row in rows]


def test_a_row_cut_by_the_header_of_the_next_page_goes_on(tmp_path: Path) -> None:
    rows = [
        ("1", "Tập huấn cho chủ cơ sở của các trường mầm non,", "Sở Y tế;", "Sở A", "Quý I/2026"),
        CRAWL_HEAD,
        ("", "trường tiểu học trên địa bàn", "Công an tỉnh", "", ""),
        ("2", "Kiểm tra", "Sở B", "Sở C", "Quý II/2026"),
    ]
    lines = [line for line in crawled(CRAWL_HEAD, *rows) if line]
    found = rows_of(layout_of(tmp_path, "KẾ HOẠCH", *lines))
    assert [row[1:3] for row in found] == [
        [
            "Tập huấn cho chủ cơ sở của các trường mầm non, trường tiểu học trên địa bàn",
            "Sở Y tế; Công an tỉnh",
        ],
        ["Kiểm tra", "Sở B"],
    ]


def test_rows_numbered_by_their_column_stand_in_it(tmp_path: Path) -> None:
    head = (
        "Mục tiêu",
        "Nhiệm vụ",
        "Hoạt động",
        "Kết quả",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Thời gian",
    )
    rows = [
        ("1.1. Đúng hạn", "2.1. Ban hành", "3.1. Soạn thảo", "Kế hoạch", "Sở Nội vụ", "Các sở, ban, ngành", "Quý I"),
        ("3.2. Xây dựng kế hoạch kiểm tra", "Kế hoạch"),
        ("2.2. Kiểm tra", "3.3. Lập đoàn", "Thông báo", "Sở Nội vụ", "Sở Tư pháp", "Quý II"),
        ("3.4. Đánh giá, xếp hạng", "Quyết định", "Quý IV/2026"),
        ("1.2. Rõ ràng", "2.3. Rà soát", "3.5. Rà soát", "Báo cáo", "Sở Tư pháp", "Các sở, ban, ngành", "Quý II"),
    ]  # fmt: skip
    found = rows_of(layout_of(tmp_path, "KẾ HOẠCH", *crawled(head, *rows)))
    assert [row[:4] for row in found[1:4]] == [
        ["^", "^", "3.2. Xây dựng kế hoạch kiểm tra", "Kế hoạch"],
        ["^", "2.2. Kiểm tra", "3.3. Lập đoàn", "Thông báo"],
        ["^", "^", "3.4. Đánh giá, xếp hạng", "Quyết định"],
    ]
    assert [row[6] for row in found] == ["Quý I", "^", "Quý II", "Quý IV/2026", "Quý II"]
