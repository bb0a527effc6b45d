"""Rows that a page break cut."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from loaders.formats.pages import join_cut
from loaders.formats.pieces import Box, Grid, Lines, Text
from loaders.formats.tables import blocks_of
from loaders.layout.columns import Column, columns_of
from loaders.layout.model import Cell, Fill, Line, Passage, Row, Table

COLUMNS = columns_of(["TT", "Nội dung", "Sản phẩm", "Cơ quan chủ trì"])
ABOVE = [
    ["1", "Rà soát văn bản", "Báo cáo", "Sở Tư pháp"],
    ["2", "Công bố thủ tục", "Quyết định", "Văn phòng"],
    ["3", "Tự kiểm tra", "Báo cáo kết quả", "Sở Tư pháp và Sở"],
]


def row(texts: list[str]) -> Row:
    return Row(tuple(Cell(Passage.of([Line(1, text)])) if text else Cell(fill=Fill.EMPTY) for text in texts))


@pytest.mark.parametrize(
    ("above", "below", "joined", "left"),
    [
        (ABOVE, ["4", "Hệ thống hóa", "tự kiểm tra", "Nội vụ"], "Báo cáo kết quả tự kiểm tra", ""),
        (ABOVE, ["4", "Hệ thống hóa", "Tờ trình", "Nội vụ"], "Báo cáo kết quả", "Tờ trình"),
        (ABOVE[1:], ["4", "Hệ thống hóa", "tự kiểm tra", ""], "Báo cáo kết quả", "tự kiểm tra"),
        (
            [*ABOVE[:2], ["3", "Ký số", "phần mềm", "Sở"]],
            ["4", "Lưu trữ", "kho số", ""],
            "phần mềm",
            "kho số",
        ),
    ],
    ids=["the rest of a detail", "a detail of its own", "too few rows to tell", "details in lower case"],
)
def test_the_rest_of_a_detail_beside_a_new_row(
    above: list[list[str]], below: list[str], joined: str, left: str
) -> None:
    rows, fresh = [row(texts) for texts in above], [row(below)]
    join_cut(rows, fresh, COLUMNS, set())
    assert (rows[-1].cells[2].text, fresh[0].cells[2].text) == (joined, left)


PLAIN = columns_of(["TT", "Nội dung", "Sản phẩm", "Cơ quan chủ trì", "Thời gian"])
DEEP = columns_of(["TT", "Mục tiêu", "Nhiệm vụ", "Hoạt động", "Cơ quan chủ trì"])
LABELLED = [
    ["1", "1. Cắt giảm", "1.1. Rà soát", "1.1.1. Lập danh mục", "Sở Y tế"],
    ["2", "2. Số hóa", "2.1. Quét hồ sơ", "2.1.1. Thuê kho", "Sở Nội vụ"],
]


@pytest.mark.parametrize(
    ("columns", "above", "below", "cut", "expected"),
    [
        (
            PLAIN,
            [["5", "Ký số", "Báo cáo", "Sở Y tế", "2025"], ["6", "", "Kho số", "Sở Nội", "2026"]],
            ["", "Lưu trữ hồ sơ", "", "vụ", ""],
            False,
            [["6", "Lưu trữ hồ sơ", "Kho số", "Sở Nội vụ", "2026"]],
        ),
        (
            PLAIN,
            [["5", "Ký số", "Báo cáo", "Sở Y tế", "2025"], ["6", "", "Kho số", "Sở Nội vụ", "2026"]],
            ["", "Lưu trữ hồ sơ", "", "Sở Tài chính", ""],
            False,
            [["6", "", "Kho số", "Sở Nội vụ", "2026"], ["", "Lưu trữ hồ sơ", "", "Sở Tài chính", ""]],
        ),
        (
            DEEP,
            [*LABELLED, ["3", "", "", "", "Sở Y tế"]],
            ["", "3. Họp", "3.1. Mời họp", "3.1.1. Gửi giấy mời", ""],
            False,
            [["3", "3. Họp", "3.1. Mời họp", "3.1.1. Gửi giấy mời", "Sở Y tế"]],
        ),
        (
            DEEP,
            [*LABELLED, ["", "", "", "2.1.2. Thuê", "Sở"]],
            ["3", "", "", "Kho số", "Y tế"],
            True,
            [["3", "", "", "2.1.2. Thuê Kho số", "Sở Y tế"]],
        ),
        (
            DEEP,
            LABELLED,
            ["", "3. Họp", "3.1. Mời họp", "3.1.1. Gửi giấy mời", ""],
            True,
            [LABELLED[-1], ["", "3. Họp", "3.1. Mời họp", "3.1.1. Gửi giấy mời", ""]],
        ),
        (
            PLAIN,
            [["5", "Ký số", "Báo cáo", "Sở Y tế", "2025"], ["", "Lưu trữ hồ sơ của", "Kho", "", ""]],
            ["6", "các phòng.", "Số liệu", "Sở Nội vụ", "2026"],
            False,
            [["6", "Lưu trữ hồ sơ của các phòng.", "Kho Số liệu", "Sở Nội vụ", "2026"]],
        ),
        (
            PLAIN,
            [
                ["5", "Ký số", "Báo cáo", "Sở Y tế", "2025"],
                ["6", "Họp tại Bộ phận", "Biên bản của", "Sở A", "2026"],
            ],
            ["", "Một cửa các cấp", "UBND cấp xã", "", ""],
            False,
            [["6", "Họp tại Bộ phận Một cửa các cấp", "Biên bản của UBND cấp xã", "Sở A", "2026"]],
        ),
        (
            PLAIN,
            [["5", "Ký số", "Báo cáo", "Sở Y tế", "2025"], ["", "Lưu trữ hồ sơ", "Kho", "", ""]],
            ["6", "Số hóa", "Số liệu", "Sở Nội vụ", "2026"],
            False,
            [["", "Lưu trữ hồ sơ", "Kho", "", ""], ["6", "Số hóa", "Số liệu", "Sở Nội vụ", "2026"]],
        ),
    ],
    ids=[
        "work moved on whole",
        "two rows",
        "target, task and work moved on whole",
        "cut",
        "closed by nothing",
        "its number in the middle",
        "neither a number nor who and when",
        "work of its own beside a number",
    ],
)
def test_a_row_whose_cells_stand_on_two_pages(
    columns: Sequence[Column], above: list[list[str]], below: list[str], cut: bool, expected: list[list[str]]
) -> None:
    rows, fresh = [row(texts) for texts in above], [row(below)]
    join_cut(rows, fresh, columns, set(), cut=cut)
    found = [[cell.text for cell in row.cells] for row in (*rows[len(above) - 1 :], *fresh)]
    assert found == expected


def test_a_head_alone_at_the_top_of_a_page_leaves_the_rows_below_to_go_on() -> None:
    path = Path("a.pdf")
    lines = Lines(path)

    def grid(texts: list[list[str]], *, fresh: bool) -> Grid:
        boxes = (
            Box(r, c, (Text((lines.add(text),)),) if text else ())
            for r, shown in enumerate(texts)
            for c, text in enumerate(shown)
        )
        return Grid((1.0,) * len(texts[0]), tuple(boxes), fresh=fresh)

    head = ["TT", "Nội dung", "Sản phẩm", "Cơ quan chủ trì"]
    pieces = [grid([head, *ABOVE], fresh=True), grid([head], fresh=True)]
    (table,) = blocks_of([*pieces, grid([["", "", "", "Nội vụ"]], fresh=False)])
    assert isinstance(table, Table)
    assert [row.cells[3].text for row in table.rows][-1] == "Sở Tư pháp và Sở Nội vụ"


def test_a_title_at_the_top_of_a_page_is_no_rest_of_a_target() -> None:
    columns = columns_of(["TT", "Mục tiêu", "Nhiệm vụ", "Hoạt động", "Cơ quan chủ trì"])
    rows = [row([str(n), f"1.{n}. Đích", f"2.{n}. Việc", f"3.{n}. Làm", "Sở Y tế"]) for n in range(1, 6)]
    title = row(["V", "Cải cách tài chính công", "", "", ""])
    fresh = [
        Row((*title.cells[:2], *[Cell(fill=Fill.MERGED)] * 3)),
        row(["6", "1.1. Đích", "2.1. Việc", "", ""]),
    ]
    join_cut(rows, fresh, columns, set())
    assert rows[-1].cells[1].text == "1.5. Đích"
    assert fresh[0].cells[1].text == "Cải cách tài chính công"


UPPER = [("TT", 1), ("Nội dung", 1), ("Kết quả/Sản", 1), ("Phân công thực hiện", 2), ("Thời", 1)]


def lines(*texts: str) -> Cell:
    return (
        Cell(Passage.of([Line(n, text) for n, text in enumerate(texts, 1)]))
        if texts
        else Cell(fill=Fill.EMPTY)
    )


REPRINTED = [
    ("one line", ["Rà soát", "các văn bản của"], ["các văn bản của", "tỉnh"], "Rà soát các văn bản của tỉnh"),
    (
        "two lines",
        ["Rà soát", "các văn bản"],
        ["Rà soát", "các văn bản", "của tỉnh"],
        "Rà soát các văn bản của tỉnh",
    ),
    ("other words", ["Rà soát", "các văn bản"], ["các văn bản khác"], "Rà soát các văn bản các văn bản khác"),
]


@pytest.mark.parametrize(
    ("above", "below", "text"), [case[1:] for case in REPRINTED], ids=[c[0] for c in REPRINTED]
)
def test_lines_at_the_cut_that_both_pages_print(above: list[str], below: list[str], text: str) -> None:
    rows = [row(["1", "Họp", "", "Sở A"]), Row((lines("2"), lines(*above), lines(), lines("Sở Tư pháp")))]
    fresh = [Row((lines(), lines(*below), lines("Báo cáo"), lines()))]
    join_cut(rows, fresh, COLUMNS, set(), cut=text.endswith("khác"))
    assert [cell.text for cell in rows[-1].cells] == ["2", text, "Báo cáo", "Sở Tư pháp"]
    assert not fresh


def test_equal_rows_on_two_pages_are_two() -> None:
    rows, fresh = [row(["", "Báo cáo định kỳ", "", "Sở A"])], [row(["", "Báo cáo định kỳ", "", "Sở A"])]
    join_cut(rows, fresh, COLUMNS, set())
    assert len(fresh) == 1


@pytest.mark.parametrize(
    "rest",
    [
        [[("", 1), ("", 1), ("phẩm", 1), ("Cơ quan chủ trì", 1), ("Cơ quan phối hợp", 1), ("gian", 1)]],
        [
            [("", 1), ("", 1), ("phẩm", 1), ("", 2), ("gian", 1)],
            [("", 1), ("", 1), ("", 1), ("Cơ quan chủ trì", 1), ("Cơ quan phối hợp", 1), ("", 1)],
        ],
    ],
    ids=["between its rows", "inside its first row"],
)
def test_a_head_that_a_page_cut_is_one(rest: list[list[tuple[str, int]]]) -> None:
    lines = Lines(Path("a.pdf"))

    def grid(texts: list[list[tuple[str, int]]], widths: tuple[float, ...], *, fresh: bool) -> Grid:
        boxes = []
        for r, shown in enumerate(texts):
            column = 0
            for text, width in shown:
                wide = width if len(widths) > 5 else 1
                boxes.append(Box(r, column, (Text((lines.add(text),)),) if text else (), 1, wide))
                column += wide
        return Grid(widths, tuple(boxes), fresh=fresh)

    wide, narrow = (20.0, 90.0, 60.0, 120.0, 40.0), (20.0, 90.0, 60.0, 60.0, 60.0, 40.0)
    row_below = [(text, 1) for text in ("1", "Ký số", "Báo cáo", "Sở Y tế", "Sở Nội vụ", "2025")]
    pieces = [grid([UPPER], wide, fresh=True), grid([*rest, row_below], narrow, fresh=True)]
    (table,) = blocks_of(pieces)
    assert isinstance(table, Table)
    titles = ["TT", "Nội dung", "Kết quả/Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]
    assert [title.text for title in table.header] == titles
    assert [[cell.text for cell in row.cells] for row in table.rows] == [[text for text, _ in row_below]]
