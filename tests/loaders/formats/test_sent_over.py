"""Texts that stand on the page after that on which their cell begins."""

from __future__ import annotations

import pytest

from loaders.formats.sent_over import bring_up
from loaders.layout.columns import columns_of
from loaders.layout.model import Cell, Fill, Line, Passage, Row

COLUMNS = columns_of(["TT", "Mục tiêu", "Nhiệm vụ", "Hoạt động", "Cơ quan chủ trì"])
TITLE = ["II", "Cải cách thể chế", "^", "^", "^"]
FIRST = ["1", "Cắt giảm", "Rà soát", "Lập danh mục", "Sở Y tế"]


def row(texts: list[str]) -> Row:
    """``""`` for an empty cell, ``"^"`` for one that goes on with that above."""
    fills = {"": Fill.EMPTY, "^": Fill.MERGED}
    return Row(
        tuple(
            Cell(fill=fills[text]) if text in fills else Cell(Passage.of([Line(1, text)])) for text in texts
        )
    )


@pytest.mark.parametrize(
    ("above", "below", "lost", "targets"),
    [
        (
            [FIRST, ["2", "", "Công bố", "Trình duyệt", "Sở Y tế"], ["3", "^", "^", "Niêm yết", "^"]],
            [["4", "Số hóa", "^", "Quét hồ sơ", "Sở Y tế"]],
            False,
            ["Cắt giảm", "Số hóa", "", ""],
        ),
        (
            [["1", "", "Rà soát", "Lập danh mục", "Sở Y tế"], ["2", "^", "^", "Niêm yết", "^"]],
            [["3", "Số hóa", "Quét", "Quét hồ sơ", "Sở Y tế"]],
            False,
            ["", "", "Số hóa"],
        ),
        (
            [FIRST, ["2", "", "Công bố", "Trình duyệt", "Sở Y tế"]],
            [["3", "Số hóa", "Quét", "Quét hồ sơ", "Sở Y tế"]],
            False,
            ["Cắt giảm", "", "Số hóa"],
        ),
        (
            [
                FIRST,
                *[["2", "^", "^", "Trình duyệt", "Sở Y tế"]] * 4,
                ["3", "", "Công bố", "Niêm yết", "Sở Y tế"],
            ],
            [["4", "Số hóa", "Quét", "Quét hồ sơ", "Sở Y tế"]],
            False,
            ["Cắt giảm", "", "", "", "", "Số hóa", ""],
        ),
        (
            [FIRST, ["2", "", "Công bố", "Trình duyệt", "Sở Y tế"], ["3", "^", "^", "Niêm yết", "^"]],
            [TITLE],
            False,
            ["Cắt giảm", "", "", "Cải cách thể chế"],
        ),
        (
            [FIRST, TITLE, ["2", "^", "^", "Niêm yết", "^"], ["3", "^", "^", "Quét", "^"]],
            [["4", "^", "^", "Lưu hồ sơ", "^"], ["5", "Số hóa", "Quét", "Tạo kho", "Sở Y tế"]],
            True,
            ["Cắt giảm", "Cải cách thể chế", "Số hóa", "", "", ""],
        ),
        (
            [TITLE, FIRST, ["2", "^", "^", "Niêm yết", "^"]],
            [["3", "Số hóa", "Quét", "Tạo kho", "Sở Y tế"]],
            True,
            ["Cải cách thể chế", "Cắt giảm", "", "Số hóa"],
        ),
        ([TITLE], [["3", "Số hóa", "Quét", "Tạo kho", "Sở Y tế"]], True, ["Cải cách thể chế", "Số hóa"]),
        ([TITLE, ["2", "^", "^", "Niêm yết", "^"]], [], True, ["Cải cách thể chế", ""]),
    ],
    ids=[
        "a blank cell over rows",
        "the rest of a cell of the page before",
        "a blank cell of one row",
        "the same where no cell of the column is empty",
        "a title is no text of a cell",
        "below a title nothing goes on",
        "rows go on with what stands above",
        "a title at the foot",
        "no row below",
    ],
)
def test_texts_are_brought_up(
    above: list[list[str]], below: list[list[str]], lost: bool, targets: list[str]
) -> None:
    rows, fresh = [row(texts) for texts in above], [row(texts) for texts in below]
    bring_up(rows, fresh, COLUMNS, 0, lost=lost)
    assert [each.cells[1].text for each in [*rows, *fresh]] == targets


def test_the_place_of_a_text_brought_up_is_merged() -> None:
    rows = [
        row(FIRST),
        row(["2", "", "Công bố", "Trình duyệt", "Sở Y tế"]),
        row(["3", "^", "^", "Niêm yết", "^"]),
    ]
    fresh = [row(["4", "Số hóa", "Quét", "Quét hồ sơ", "Sở Y tế"])]
    bring_up(rows, fresh, COLUMNS, 0, lost=False)
    assert [cell.fill for cell in fresh[0].cells[1:3]] == [Fill.MERGED, Fill.TEXT]
