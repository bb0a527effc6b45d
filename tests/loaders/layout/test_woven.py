"""Two cells printed word by word through one another."""

from __future__ import annotations

from itertools import zip_longest
from textwrap import wrap

import pytest

from loaders.layout.grid import RawRow
from loaders.layout.model import NOTHING, Line, Passage
from loaders.layout.woven import parted

PRODUCTS = [
    "Báo cáo kết quả kiểm tra công tác văn thư, lưu trữ của các cơ quan, đơn vị",
    "Kế hoạch kiểm tra công tác cải cách hành chính của tỉnh",
    "Báo cáo kết quả thực hiện Kế hoạch kiểm tra công tác cải cách hành chính",
    "Văn bản đôn đốc, hướng dẫn thực hiện; báo cáo kết quả rà soát thủ tục hành chính",
]
LEADS = [
    "Sở Nội vụ, các sở, ban, ngành, UBND cấp huyện",
    "Sở Nội vụ (đối với cấp tỉnh), UBND cấp huyện (đối với cấp xã)",
    "Các sở, ban, ngành, UBND cấp huyện, UBND cấp xã",
    "Văn phòng UBND tỉnh, các sở, ban, ngành, UBND cấp huyện, UBND cấp xã",
]
ROWS = [("Việc", product, lead, "Năm 2024") for product, lead in zip(PRODUCTS, LEADS, strict=True)]


def table(*rows: tuple[str, ...]) -> list[RawRow]:
    """Rows of cells, each row on a line; the last begins a page."""
    lines = [[Passage.on(Line(n, text)) for text in cells] for n, cells in enumerate(rows, start=1)]
    return [RawRow(tuple(cells), fresh=cells is lines[-1]) for cells in lines]


def through(first: str, second: str, width: int = 12) -> str:
    """The lines of two narrow cells in turn."""
    pairs = zip_longest(wrap(first, width), wrap(second, width), fillvalue="")
    return " ".join(line for pair in pairs for line in pair if line)


def texts(rows: list[RawRow]) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in rows]


@pytest.mark.parametrize(
    ("product", "lead"),
    [
        ("công tác cải cách hành chính của các cơ quan, đơn vị", "ban, ngành, UBND cấp huyện, UBND cấp xã"),
        ("kết quả thực hiện Kế hoạch kiểm tra công tác cải cách hành chính", "ban, ngành, UBND cấp huyện"),
    ],
    ids=["as many lines", "one ends before the other"],
)
def test_cells_printed_through_one_another_are_parted(product: str, lead: str) -> None:
    above = ("Việc khác", "Báo cáo", "Các sở,", "Năm 2024")
    found, woven = parted(table(*ROWS, above, ("", through(product, lead), "", "")), 4, ())
    assert texts(found)[-1] == ["", product, lead, ""]
    assert [passage.span() for passage in woven] == [(6, 6)]


def test_words_of_the_text_beside_the_table_count() -> None:
    product = "kết quả theo dõi tình hình thi hành pháp luật trong lĩnh vực trọng tâm"
    above = ("Việc khác", "Báo cáo", "Các sở,", "Năm 2024")
    rows = table(*ROWS, above, ("", through(product, "ban, ngành, UBND cấp huyện, UBND cấp xã"), "", ""))
    told = ["Theo dõi tình hình thi hành pháp luật trong lĩnh vực trọng tâm của tỉnh."]
    assert texts(parted(rows, 4, told)[0])[-1][1] == product


WOVEN = through("công tác cải cách hành chính của các cơ quan, đơn vị", "ban, ngành, UBND cấp huyện")


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Các sở,", "kết quả kiểm tra công tác cải cách hành chính của các cơ quan, đơn vị, địa phương"),
        ("Sở Nội vụ", WOVEN),
        ("Các sở,", " ".join([WOVEN] * 9)),
        ("Các sở,", "của UBND cấp huyện"),
    ],
    ids=["one cell", "nothing is unfinished above", "too long", "too short"],
)
def test_whole_cells_stay(above: str, below: str) -> None:
    rows = table(*ROWS, ("Việc khác", "Báo cáo", above, "Năm 2024"), ("", below, "", ""))
    assert parted(rows, 4, ()) == (rows, ())


def test_only_a_new_page_cuts_cells() -> None:
    rows = table(*ROWS, ("Việc khác", "Báo cáo", "Các sở,", "Năm 2024"), ("", WOVEN, "", ""))
    rows[-1] = RawRow(rows[-1].cells)
    assert parted(rows, 4, ()) == (rows, ())


def test_rows_that_lost_cells_stay() -> None:
    rows = table(*ROWS, ("Việc khác", "Báo cáo", "Các sở,", "Năm 2024"), (WOVEN, ""))
    assert parted(rows, 4, ()) == (rows, ())
    assert rows[-1].cells[1] == NOTHING
