"""Flattened tables recovered."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.layout.flat import blocks_of
from loaders.layout.fragments import lattice_of
from loaders.layout.model import Fill, Line, Paragraph, Table
from tests.loaders.layout.flattened import flatten, wrapped

HEADERS = ("TT", "Nội dung", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện")
WIDTHS = (3, 40, 15, 14, 16, 12)
ROWS: list[list[str | None]] = [
    [text.strip() for text in row.split("|")]
    for row in """
1 | Rà soát, hệ thống hóa văn bản quy phạm pháp luật do Ủy ban nhân dân tỉnh ban hành
  | Báo cáo kết quả rà soát | Sở Tư pháp | Các sở, ban, ngành; UBND cấp huyện | Quý II/2025
2 | Xây dựng kế hoạch kiểm tra công tác cải cách hành chính của các cơ quan
  | Kế hoạch của UBND tỉnh | Sở Nội vụ | Văn phòng UBND tỉnh | Tháng 3/2025
3 | Tổ chức tập huấn nghiệp vụ cho công chức làm công tác cải cách hành chính
  | | Sở Nội vụ | Các sở, ban, ngành | Thường xuyên
4 | Công bố, công khai thủ tục hành chính trên Cổng Dịch vụ công quốc gia
  | Quyết định công bố của Chủ tịch | Các sở, ban, ngành | Văn phòng UBND tỉnh | Thường xuyên
5 | Đánh giá mức độ hài lòng của người dân đối với sự phục vụ của cơ quan hành chính
  | Báo cáo đánh giá | Văn phòng UBND tỉnh | Sở Nội vụ; Bưu điện tỉnh | Quý IV/2025
6 | Nâng cấp hệ thống thông tin giải quyết thủ tục hành chính của tỉnh
  | Hệ thống được nâng cấp | Sở Thông tin và Truyền thông | Các sở, ban, ngành; UBND cấp huyện | Năm 2025
""".strip()
    .replace("\n  |", "|")
    .split("\n")
]


def table_of(text: str) -> Table:
    tables = [
        block
        for block in blocks_of([Line(n, t) for n, t in enumerate(text.split("\n"), 1)])
        if isinstance(block, Table)
    ]
    assert len(tables) == 1
    return tables[0]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_cells_are_found_again() -> None:
    table = table_of(flatten(ROWS, WIDTHS, HEADERS))
    assert [passage.text for passage in table.header] == list(HEADERS)
    assert texts(table) == [[text or "" for text in row] for row in ROWS]


def test_a_number_stands_before_points_of_a_cell() -> None:
    rows = [[row[0], f"- {row[1]}", *row[2:]] for row in ROWS]
    assert texts(table_of(flatten(rows, WIDTHS, HEADERS))) == [[text or "" for text in row] for row in rows]


def test_general_nouns_begin_a_cell_of_agencies() -> None:
    rows = [[*row[:4], "Viện, Trường; Doanh nghiệp", row[5]] if row[0] == "4" else row for row in ROWS]
    assert texts(table_of(flatten(rows, WIDTHS, HEADERS)))[3][3:5] == [
        "Các sở, ban, ngành",
        "Viện, Trường; Doanh nghiệp",
    ]


def test_no_cell_ends_with_a_plural() -> None:
    union = "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh"
    rows = [[*row[:4], union, row[5]] for row in ROWS]
    assert {row[4] for row in texts(table_of(flatten(rows, WIDTHS, HEADERS)))} == {union}


def test_an_empty_cell_is_not_a_merged_one() -> None:
    more = [[str(number), *row[1:]] for number, row in enumerate(ROWS * 3, start=1)]
    rows = [[*row[:2], None, *row[3:]] if row[0] == "5" else row for row in more]
    fills = [row.cells[2].fill for row in table_of(flatten(rows, WIDTHS, HEADERS)).rows]
    assert [place for place, fill in enumerate(fills, start=1) if fill is Fill.EMPTY] == [3, 9, 15]
    assert [place for place, fill in enumerate(fills, start=1) if fill is Fill.MERGED] == [5]


@pytest.mark.parametrize("cut", [3, 9, 20])
def test_a_page_break_changes_nothing(cut: int) -> None:
    whole = flatten(ROWS, WIDTHS, HEADERS).split("\n\n")
    header = flatten([], WIDTHS, HEADERS).split("\n\n")
    place = len(header) + cut
    paged = [*whole[:place], "", "7 ", " ", *header, *whole[place:]]
    assert texts(table_of("\n\n".join(paged))) == [[text or "" for text in row] for row in ROWS]


@pytest.mark.parametrize("number", ["7 ", ""])
def test_footnotes_at_the_foot_of_a_page_are_no_part_of_its_cells(number: str) -> None:
    notes = [
        "1 ngày 25/10/2017 của Ban Chấp hành",
        "Trung ương.",
        "2 ngày 04 tháng 4 năm 2014 của Chính phủ.",
    ]
    whole = flatten(ROWS, WIDTHS, HEADERS).split("\n\n")
    header = flatten([], WIDTHS, HEADERS).split("\n\n")
    place = len(header) + 9
    paged = [*whole[:place], *notes, "", number, " ", *header, *whole[place:]]
    blocks = blocks_of([Line(n, t) for n, t in enumerate("\n\n".join(paged).split("\n"), 1)])
    (table,) = (block for block in blocks if isinstance(block, Table))
    assert texts(table) == [[text or "" for text in row] for row in ROWS]
    shown = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert shown[-2:] == ["1 ngày 25/10/2017 của Ban Chấp hành Trung ương.", notes[2]]


@pytest.mark.parametrize("kept", [(2, 2), (3, 2), (2, 1), (3, 1)])
def test_cells_that_a_page_cuts_go_on_in_the_column_they_speak_of(kept: tuple[int, int]) -> None:
    work = "Xây dựng kế hoạch kiểm tra công vụ, thành lập đoàn liên ngành và tổ chức kiểm tra tại các đơn vị"
    product = "Kế hoạch; quyết định thành lập đoàn; báo cáo kết quả kiểm tra"
    row = ["7", work, product, "Sở Nội vụ", "Thanh tra tỉnh", "Quý II/2025"]
    cells = [wrapped(text, width) for text, width in zip(row[1:3], WIDTHS[1:3], strict=True)]
    above = [cell[:n] for cell, n in zip(cells, kept, strict=True)]
    below = [f"{line} " for cell, n in zip(cells, kept, strict=True) for line in cell[n:]]
    first = [f"{line} " for line in (f"7 {above[0][0]}", *above[0][1:], *above[1], *row[3:])]
    header = flatten([], WIDTHS, HEADERS).split("\n\n")
    shown = [*flatten(ROWS, WIDTHS, HEADERS).split("\n\n"), *first, "", "5 ", " ", *header, *below]
    assert texts(table_of("\n\n".join(shown)))[-1] == row


def test_a_header_of_two_lines_is_known_again_by_its_letters() -> None:
    whole = flatten(ROWS, WIDTHS, HEADERS).split("\n\n")
    shown = len(flatten([], WIDTHS, HEADERS).split("\n\n"))
    header = [" ".join(HEADERS[:5]), HEADERS[5]]
    paged = [*header, *whole[shown:][:9], "", "4 ", " ", *header, *whole[shown:][9:]]
    assert texts(table_of("\n\n".join(paged))) == [[text or "" for text in row] for row in ROWS]


def test_a_product_that_its_work_names_may_stand_on_the_same_line() -> None:
    work = "Duy trì, cập nhật Cổng dữ liệu mở của tỉnh"
    row = ["7", work, "Cổng dữ liệu mở", "Sở Khoa học và Công nghệ", "Các sở, ban, ngành", "Thường xuyên"]
    shown = flatten([*ROWS, row], (3, 60, *WIDTHS[2:]), HEADERS).replace(f"{work} \n\nCổng", f"{work} Cổng")
    assert f"{work} Cổng" in shown
    assert texts(table_of(shown))[-1] == row


def test_what_follows_a_whole_time_on_its_line_is_another_cell() -> None:
    order = [0, 1, 3, 4, 5, 2]
    rows = [[row[i] for i in order] for row in ROWS]
    rows.append(["7", "Tổ chức Lễ hội", "Sở Du lịch", "Các sở, ban, ngành", "Tháng 9/2025", "Lễ hội"])
    rows.append(
        ["8", "Tham gia hội chợ", "Sở Du lịch", "Sở Công Thương", "Thường xuyên", "Gian hàng của tỉnh"]
    )
    shown = flatten(rows, [WIDTHS[i] for i in order], [HEADERS[i] for i in order])
    for row in rows[6:]:
        shown = shown.replace(f"{row[4]} \n\n{row[5]}", f"{row[4]} {row[5]}")
    assert texts(table_of(shown))[6:] == rows[6:]


def test_a_quarter_on_the_line_of_another_cell_is_a_time() -> None:
    rows = [[*row[:4], "Thanh tra Sở", row[5]] for row in ROWS]
    shown = flatten(rows, WIDTHS, HEADERS).replace(" \n\nQuý", " Quý")
    assert texts(table_of(shown)) == [[text or "" for text in row] for row in rows]


@pytest.mark.parametrize("paged", [False, True])
def test_a_sum_of_money_on_the_line_of_a_time_is_a_cell(paged: bool) -> None:
    headers, widths = (*HEADERS, "Kinh phí (triệu đồng)"), (*WIDTHS[:5], 16, 10)
    rows = [
        [*row, money] for row, money in zip(ROWS, ["150", "200", "2.500", "300", "80", "450"], strict=True)
    ]
    shown = flatten(rows, widths, headers)
    header = flatten([], widths, headers)
    for row in rows[1:]:  # the first stands on lines of its own, above a page break where there is one
        shown = shown.replace(f" \n\n{row[-1]} ", f" {row[-1]} ")
    shown = shown.replace("\n\n150 ", f"\n\n150 \n\n{header}") if paged else shown
    assert texts(table_of(shown)) == [[text or "" for text in row] for row in rows]


@pytest.mark.parametrize("cut", [4, 9, 15, 20])
@pytest.mark.parametrize("between", [[], ["7 "], ["- 7 -", ""]])
def test_a_page_without_the_header_again_is_known_by_its_page(cut: int, between: list[str]) -> None:
    shown = flatten(ROWS, WIDTHS, HEADERS).split("\n\n")
    place = len(flatten([], WIDTHS, HEADERS).split("\n\n")) + cut
    paged = [(text, 6) for text in shown[:place]] + [(text, 7) for text in [*between, *shown[place:]]]
    lines = [Line(number, text, page) for number, (text, page) in enumerate(paged, start=1)]
    (table,) = (block for block in blocks_of(lines) if isinstance(block, Table))
    assert texts(table) == [[text or "" for text in row] for row in ROWS]


@pytest.mark.parametrize("space", ["  ", "     ", "\t"])
def test_how_wide_spaces_between_words_are_changes_nothing(space: str) -> None:
    text = flatten(ROWS, WIDTHS, HEADERS)
    spread = re.sub(r"(?<=\S) (?=\S)", space, text)
    assert texts(table_of(spread)) == texts(table_of(text))


@pytest.mark.parametrize("end", ["", " ", "  ", "   "])
def test_spaces_that_end_every_line_are_no_empty_cells(end: str) -> None:
    shown = ["Rà soát" + end] * 9
    lattice = lattice_of([[Line(n, text) for n, text in enumerate([*shown, "Sửa đổi" + end + " "], 1)]], 4)
    empty = [fragment.line.number for (fragment, *_) in lattice.outgoing if not fragment.text]
    assert empty == ([10] if end else [])


def test_a_section_row_spans_the_table() -> None:
    lines = flatten(ROWS, WIDTHS, HEADERS).split("\n\n")
    header = len(flatten([], WIDTHS, HEADERS).split("\n\n"))
    lines.insert(header, "I CẢI CÁCH THỂ CHẾ ")
    first = table_of("\n\n".join(lines)).rows[0]
    assert [cell.text for cell in first.cells[:2]] == ["I", "CẢI CÁCH THỂ CHẾ"]
    assert {cell.fill for cell in first.cells[2:]} == {Fill.MERGED}


def test_tasks_and_activities_without_labels_are_told_apart() -> None:
    headers = ("TT", "Nhiệm vụ", "Hoạt động", *HEADERS[3:])
    widths = (3, 24, 34, *WIDTHS[3:])
    tasks = ["Hoàn thiện thể chế ở địa phương", "Nâng cao chất lượng đội ngũ", "Phát triển chính quyền số"]
    rows: list[list[str | None]] = []
    for place, row in enumerate(ROWS):
        first = place % 2 == 0
        upper = [str(place // 2 + 1), tasks[place // 2]] if first else [None, None]
        rows.append([*upper, row[1], *row[3:]])
    read = table_of(flatten(rows, widths, headers))
    assert texts(read) == [[text or "" for text in row] for row in rows]


def test_every_cell_knows_its_lines() -> None:
    text = flatten(ROWS, WIDTHS, HEADERS)
    source = text.split("\n")
    for row in table_of(text).rows:
        for cell in row.cells:
            for line in cell.passage.lines:
                assert line.text in source[line.number - 1]


@pytest.mark.parametrize("text", ["", "Không có bảng nào ở đây.", "TT Nội dung\n\n1 Rà soát"])
def test_text_without_a_table(text: str) -> None:
    assert not any(
        isinstance(b, Table) for b in blocks_of([Line(n, t) for n, t in enumerate(text.split("\n"), 1)])
    )


HOSTILE = [
    "Sở " * 2000,
    "(" * 4000,
    "1." * 4000,
    "a" * 50_000,
    "TT x\n" * 1500,
    "\n\n".join(["1 Rà soát", "Sở A"] * 800),
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_tables_end_and_lose_nothing(text: str) -> None:
    lines = [Line(n, t) for n, t in enumerate(f"{flatten([], WIDTHS, HEADERS)}\n\n{text}".split("\n"), 1)]
    (table,) = (block for block in blocks_of(lines) if isinstance(block, Table))
    kept = sum(len("".join(cell.text.split())) for row in table.rows for cell in row.cells)
    assert kept == len("".join(text.split())) or not any(letter.isalnum() for letter in text)


LINES = st.lists(
    st.sampled_from(["1", "Rà soát", "văn bản", "Sở A", "Quý I", " ", "   ", "", "I CHUNG", "- việc;"]),
    max_size=40,
)


@given(LINES)
def test_any_lines_are_read_once(texts: list[str]) -> None:
    lines = [Line(n, t) for n, t in enumerate([*flatten([], WIDTHS, HEADERS).split("\n"), *texts], 1)]
    tables = [block for block in blocks_of(lines) if isinstance(block, Table)]
    words = sorted(
        word for table in tables for row in table.rows for cell in row.cells for word in cell.text.split()
    )
    assert words == sorted(word for text in texts for word in text.split())
