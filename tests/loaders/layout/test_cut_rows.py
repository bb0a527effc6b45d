"""Rows of a flattened table that a page cuts at one height through all their cells."""

from __future__ import annotations

from itertools import chain

import pytest

from loaders.layout.flat import blocks_of
from loaders.layout.model import Line, Table
from loaders.layout.spacing import cells_share_lines, cut_row, parting
from tests.loaders.layout.flattened import wrapped

HEADER = ["TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Sản phẩm"]
WIDTHS = [3, 34, 15, 17, 14, 15]
ROWS = [
    row.split(" | ")
    for row in (
        "1 | Ban hành kế hoạch kiểm tra công tác cải cách hành chính của tỉnh | Sở Nội vụ | Văn phòng UBND tỉnh"
        " | Quý I/2026 | Kế hoạch của UBND tỉnh",
        "2 | Rà soát, đơn giản hóa thủ tục hành chính nội bộ | Văn phòng UBND tỉnh | Các sở, ban, ngành"
        " | Năm 2026 | Quyết định công bố",
        "3 | Bồi dưỡng kỹ năng số cho cán bộ, công chức, viên chức | Sở Khoa học và Công nghệ"
        " | UBND các xã, phường | Tháng 6/2026 | Lớp bồi dưỡng",
        "4 | Theo dõi tình hình thi hành pháp luật trong lĩnh vực trọng tâm | Sở Tư pháp | Các sở, ban, ngành"
        " | Thường xuyên | Báo cáo",
    )
]


def cells(row: list[str]) -> list[list[str]]:
    return [wrapped(text, width) for text, width in zip(row, WIDTHS, strict=True)]


def table_of(pages: list[list[list[str]]], gap: str) -> Table:
    """The table of pages of cells; ``gap`` stands between two cells besides the end of the line."""
    shown = [gap.join(" \n".join(cell) + " \n" for cell in page) for page in pages]
    text = shown[0] + "".join(f"\n\n\n{n} \n\n{page}" for n, page in enumerate(shown[1:], start=2))
    blocks = list(blocks_of([Line(n, line) for n, line in enumerate(text.split("\n"), start=1)]))
    return next(block for block in blocks if isinstance(block, Table))


@pytest.mark.parametrize("gap", ["", "\n"], ids=["tight", "blank lines between cells"])
@pytest.mark.parametrize(
    "row",
    [
        "5 | Bồi dưỡng kiến thức pháp luật cho cán bộ, công chức, viên chức | Ban Quản lý khu kinh tế tỉnh"
        " | Các sở, ban, ngành; UBND các xã, phường | Quý IV/2026 | Hội nghị",
        "5 | Kiểm tra công tác cải cách hành chính tại các cơ quan, đơn vị | Sở Khoa học và Công nghệ"
        " | Bưu điện tỉnh; Công an tỉnh | Năm 2026 | Báo cáo",
        "5 | Nâng cấp Hệ thống thông tin giải quyết thủ tục hành chính | Sở Nội vụ | Văn phòng UBND tỉnh"
        " | Thường xuyên | Hệ thống được nâng cấp",
    ],
)
def test_all_cells_go_on_over_the_page(row: str, gap: str) -> None:
    cut = cells(row.split(" | "))
    above = [cell[:1] for cell in cut]
    below = [cell[1:] for cell in cut if cell[1:]]
    after = ["6", *ROWS[1][1:]]
    first = [*chain.from_iterable(map(cells, [HEADER, *ROWS])), *above]
    table = table_of([first, [*below, *chain.from_iterable(map(cells, [after, ["7", *ROWS[2][1:]]]))]], gap)
    assert [cell.text for cell in table.rows[4].cells] == row.split(" | ")
    assert [cell.text for cell in table.rows[5].cells] == after


def test_what_goes_on_alone_is_no_part_of_the_last_cell() -> None:
    work = "Sơ kết công tác cải cách hành chính của cơ quan, đơn vị năm 2026"
    row = ["5", work, "Sở Nội vụ", "Các sở, ban, ngành", "Quý IV/2026", "Báo cáo"]
    above = cells(row)
    below = [above[1].pop()]
    first = [*chain.from_iterable(map(cells, [HEADER, *ROWS])), *above]
    table = table_of([first, [below, *cells(["6", *ROWS[1][1:]])]], "")
    assert [cell.text for cell in table.rows[4].cells] == row


@pytest.mark.parametrize(
    ("page", "overleaf", "place"),
    [
        (["4", "Việc", "Sở", "5", "Việc", "Các"], ["khác", "sở"], 4),
        (["4", "Việc", "Sở", "5", "Việc", "Các"], ["6", "Việc"], 6),
        (["Việc", "Sở"], ["khác"], 2),
        (["4", "Việc"], ["", ""], 2),
    ],
    ids=["a row goes on", "a row begins", "no numbers", "nothing"],
)
def test_where_the_row_begins_that_a_page_cuts(page: list[str], overleaf: list[str], place: int) -> None:
    assert cut_row(page, overleaf) == place


@pytest.mark.parametrize(
    ("lines", "shared"),
    [
        (["1", "Việc", "2", "Việc", "3", "1.500 lượt"], False),
        (["1", "Việc", "2", "Việc", "3 Việc"], True),
        (["1", "Việc", "2 1.2. Việc"], True),
        (["Việc", "1"], True),
    ],
    ids=["each number alone", "one with text", "one with a label", "too few"],
)
def test_whether_cells_share_lines(lines: list[str], shared: bool) -> None:
    assert cells_share_lines([lines[:3], lines[3:]]) == shared


def test_blank_lines_around_every_number_part_all_cells() -> None:
    cells = ["1", "Ban hành\nkế hoạch", "Sở\nnội vụ", "2", "Rà soát\nthủ tục", "Sở\ntư pháp", "3", "Họp\nmặt"]
    apart, close = "\n\n".join(cells), "\n\n".join(cells).replace("\n\n2\n\n", "\n\n2\n")
    blank, lack = zip(*(parts(text) for text in (apart, close)), strict=True)
    assert blank[0] < blank[1] < 0 < lack[1] < lack[0]


def parts(text: str) -> tuple[float, float]:
    lines = text.split("\n")
    return parting([Line(n, line) for n, line in enumerate(lines, start=1)], lines)
