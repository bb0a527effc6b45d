"""Rows that a page break cut."""

from __future__ import annotations

import pytest

from loaders.formats.pages import join_cut
from loaders.layout.columns import columns_of
from loaders.layout.model import Cell, Fill, Line, Passage, Row

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
