"""Headings between the parts of a table are its sections."""

from __future__ import annotations

import pytest

from loaders.layout.model import Paragraph
from loaders.rows.numbers import number_of
from tests.loaders.rows.build import passage, sheet_of, table

HEAD = "TT | Nhiệm vụ | Chủ trì | Thời gian"
ROWS = ("1 | Rà soát văn bản | Sở Tư pháp | Quý I", "2 | Kiểm tra | Sở Nội vụ | Quý II")


def read(*above: str, head: str = HEAD, first: str = ROWS[0]) -> list[tuple[str, str]]:
    """Keys and texts of the sections of tables, each below one of the texts ``above`` ("" for none)."""
    blocks = []
    for i, text in enumerate(above):
        blocks += [Paragraph(passage(each)) for each in text.split("|") if each]
        blocks.append(table(HEAD, first, ROWS[1]) if i else table(head, *ROWS))
    return [(section.key, section.passage.text) for section in sheet_of(*blocks).sections]


@pytest.mark.parametrize(
    ("above", "sections"),
    [
        (("I. THỂ CHẾ", "II. THỦ TỤC"), [("I", "THỂ CHẾ"), ("II", "THỦ TỤC")]),
        (("2.1. Thể chế", "2.2. Thủ tục"), [("2.1", "Thể chế"), ("2.2", "Thủ tục")]),
        (("1. Thể chế", "2. Thủ tục|(Kèm theo bảng)"), [("1", "Thể chế"), ("2", "Thủ tục")]),
        (("1. Thể chế", "", "2. Thủ tục"), [("1", "Thể chế"), ("2", "Thủ tục")]),
        (("I. THỂ CHẾ",), []),
        (("I. THỂ CHẾ", "IV. THỦ TỤC"), []),
        (("PHỤ LỤC I", "PHỤ LỤC II"), []),
        (("1. Các sở nộp báo cáo;", "2. Thủ tục"), []),
    ],
)
def test_headings_between_tables(above: tuple[str, ...], sections: list[tuple[str, str]]) -> None:
    assert read(*above) == sections


def test_tables_of_other_things_or_with_sections_keep_theirs() -> None:
    assert read("1. Thể chế", "2. Thủ tục", head=HEAD.replace("Chủ trì", "Phối hợp")) == []
    assert read("1. Thể chế", "2. Thủ tục", first="A | CÔNG VIỆC CHUNG | ^ | ^") == [("A", "CÔNG VIỆC CHUNG")]


def test_rows_are_numbered_by_their_section() -> None:
    blocks = [Paragraph(passage("1. Thể chế")), table(HEAD, *ROWS), Paragraph(passage("2. Thủ tục"))]
    sheet = sheet_of(*blocks, table(HEAD, *ROWS))
    assert [activity.key for activity in sheet.activities] == ["1/1", "1/2", "2/1", "2/2"]


@pytest.mark.parametrize(
    ("label", "number"), [("IV", (4,)), ("2.1", (2, 1)), ("7", (7,)), ("a", ()), ("A", ()), ("", ())]
)
def test_numbers_of_labels(label: str, number: tuple[int, ...]) -> None:
    assert number_of(label) == number
