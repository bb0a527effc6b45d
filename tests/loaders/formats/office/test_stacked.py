"""Two tables under one another in one sheet or one Word table, and the signature below."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from loaders.formats import read_layout
from tests.loaders.formats.office.shown import blocks

TITLES = ["TT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Thời gian"]
ROW = ["1", "Rà soát văn bản", "Báo cáo", "Sở Tư pháp", "Quý I"]
OTHER = ["STT", "Tên văn bản", "Cơ quan soạn thảo", "Thời gian trình"]
OTHER_ROW = ["1", "Quy chế làm việc", "Sở Nội vụ", "Quý II"]
PEOPLE = ["TT", "Họ và tên", "Chức vụ", "Điện thoại"]

CASES: list[tuple[list[list[str]], list[Any]]] = [
    ([["PHỤ LỤC II"], OTHER, OTHER_ROW], [[TITLES, ROW], "PHỤ LỤC II", [OTHER, OTHER_ROW]]),
    ([["DANH MỤC VĂN BẢN"], OTHER, OTHER_ROW], [[TITLES, ROW], "DANH MỤC VĂN BẢN", [OTHER, OTHER_ROW]]),
    ([["PHỤ LỤC II"], TITLES, ROW], [[TITLES, ROW], "PHỤ LỤC II", [TITLES, ROW]]),
    ([TITLES, ROW], [[TITLES, ROW, ROW]]),
    ([PEOPLE, ["1", "Lê An", "Tổ trưởng", "09"]], [[TITLES, ROW], *PEOPLE, "1", "Lê An", "Tổ trưởng", "09"]),
    ([["TM. ỦY BAN NHÂN DÂN"], ["CHỦ TỊCH"]], [[TITLES, ROW], "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
    ([["", "", "", "KT. GIÁM ĐỐC"]], [[TITLES, ROW], "KT. GIÁM ĐỐC"]),
]


@pytest.mark.parametrize(("below", "expected"), CASES)
def test_what_stands_under_a_table(below: list[list[str]], expected: list[Any], tmp_path: Path) -> None:
    book = Workbook()
    for row in (TITLES, ROW, *below):
        book.active.append([text or None for text in row])
    book.save(tmp_path / "a.xlsx")
    assert blocks(read_layout(tmp_path / "a.xlsx")) == expected
