"""Marks of footnotes printed as digits beside the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.grammar import mention
from loaders.grammar.lowered import without_lowered
from loaders.layout.model import Cell, Layout, Line, Passage, Row, Table
from loaders.reader import plan_of
from tests.loaders.grammar.build import layout_of, passage_of

KNOWN = [
    "76/NQ-CP",
    "107/2020/NĐ-CP",
    "18-NQ/TW",
    "19/2025/QĐ-TTg",
    "5/TT-BNV",
    "12/KH-UBND",
    "88/2015/QH13",
    "1/2019/UBTVQH14",
]
MARKED = [
    ("Nghị định 107/2020/NĐ-CP3", "Nghị định 107/2020/NĐ-CP", ["3"]),
    ("số 18-NQ/TW1; số 19-NQ/TW12.", "số 18-NQ/TW; số 19-NQ/TW.", ["1", "12"]),
    ("số 107/2020/NĐ-CP3ngày 14/9/2020", "số 107/2020/NĐ-CPngày 14/9/2020", ["3"]),
    ("Luật số 88/2015/QH136, Nghị quyết 1/2019/UBTVQH144", "Luật số 88/2015/QH13, Nghị quyết 1/2019/UBTVQH14", ["6", "4"]),
    ("số 18-NQ/TW 1 ; số 76/NQ-CP 2 ngày 15/7/2021", "số 18-NQ/TW ; số 76/NQ-CP ngày 15/7/2021", ["1", "2"]),
    ("số 18-NQ/TW(1) và 76/NQ - CP2", "số 18-NQ/TW và 76/NQ - CP", ["1", "2"]),
    ("số 76/NQ-CP ngày 15/7/20213 của Chính phủ", "số 76/NQ-CP ngày 15/7/2021 của Chính phủ", ["3"]),
    ("bộ máy hành chính¹ của Sở Nội vụ ²", "bộ máy hành chính của Sở Nội vụ", ["1", "2"]),
]  # fmt: skip
UNMARKED = [
    "Kế hoạch số 20/KH-BCĐ389, 6/ĐA06/CP, 5/QĐ-TCT06, 7/QĐ-BCĐ138, 9/NQ-HĐND16",
    "Luật số 88/2015/QH13 và Nghị quyết số 1/2019/UBTVQH14",
    "từ 01/2024 đến 12/2025, tiếp 2021-2030 và 15/7/2021",
    "theo Nghị định số 30/2020/NĐ-CP 2 lần một năm, 3 đơn vị",
    "Phụ lục 5/KH-UBND-2",
    "Trụ sở 1.500 m² hoặc 3 km² của Sở A, hạng 1¹",
    "thực hiện Quyết định 06/QĐ-TTg01",
]


def texts(layout: Layout) -> list[str]:
    return [passage.text for block in layout.blocks for passage in block.passages]


@pytest.mark.parametrize(("printed", "text", "marks"), MARKED)
def test_marks_are_taken_out_and_noted(printed: str, text: str, marks: list[str]) -> None:
    layout = without_lowered(layout_of(printed))
    assert texts(layout) == [" ".join(text.split())]
    assert layout.noted == {(1, mark) for mark in marks}
    assert [line.text for line in layout.lines] == [printed]


@pytest.mark.parametrize("text", UNMARKED)
def test_other_digits_stay(text: str) -> None:
    layout = layout_of(text)
    assert texts(without_lowered(layout)) == [text.replace("¹", "")]


@given(
    st.sampled_from(KNOWN), st.integers(1, 99), st.sampled_from(["", ",", ";", ".", " ngày 1/2/2024", ")"])
)
def test_a_known_number_is_itself_with_any_mark(number: str, mark: int, after: str) -> None:
    (text,) = texts(without_lowered(layout_of(f"Thực hiện văn bản số {number}{mark}{after}")))
    (found,) = mention.scan(text)
    assert found.number == number


def test_a_mark_behind_a_number_that_a_narrow_cell_breaks() -> None:
    passage = Passage.of([Line(4, "số 24/2014/NĐ-"), Line(5, "CP3, Sở A")])
    table = Table((passage_of("Hoạt động"),), (Row((Cell(passage),)),))
    layout = without_lowered(Layout("x", (table,), passage.lines))
    assert texts(layout) == ["Hoạt động", "số 24/2014/NĐ-CP, Sở A"]
    assert layout.noted == {(5, "3")}


@pytest.mark.parametrize(
    ("mark", "note"),
    [("3", "3 ngày"), (" 3", "3ngày"), ("(3)", "(3) ngày"), ("3", "3 Nghị định số 24/2014/NĐ-CP ngày"), ("3", "3. ngày"), ("³", "³ ngày")],
)  # fmt: skip
def test_the_note_of_such_a_mark_dates_its_mention(mark: str, note: str) -> None:
    layout = layout_of(
        f"I. A\nTheo¹ Nghị định số 24/2014/NĐ-CP{mark}, sửa đổi\n{note} 04 tháng 4 năm 2014 của Chính phủ"
    )
    (found,) = plan_of(layout).citations
    assert (found.text, found.number, found.date, found.issuer) == (
        "Nghị định số 24/2014/NĐ-CP",
        "24/2014/NĐ-CP",
        "2014-04-04",
        "Chính phủ",
    )


def test_a_numbered_list_of_documents_is_none_of_notes() -> None:
    layout = layout_of(
        "I. A\n1 Nghị định số 5/2024/NĐ-CP ngày 1/2/2024\n2 Nghị định số 6/2024/NĐ-CP\nTheo quy định2"
    )
    assert without_lowered(layout) is layout


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("76/NQ-CP1, 5/KH-BCĐ2 và 6/QĐ-TTg3", "76/NQ-CP, 5/KH-BCĐ và 6/QĐ-TTg"),
        ("76/NQ-CP1, Sở Nội vụ2 và 6/QĐ-TTg3", "76/NQ-CP, Sở Nội vụ và 6/QĐ-TTg"),
        ("76/NQ-CP1, 5/KH-BCĐ4 và 6/QĐ-TTg3", "76/NQ-CP, 5/KH-BCĐ4 và 6/QĐ-TTg"),
        ("76/NQ-CP6, 7/NQ-CP1 và 5/KH-BCĐ2", "76/NQ-CP, 7/NQ-CP và 5/KH-BCĐ2"),
    ],
)
def test_a_mark_that_the_count_lacks(said: str, text: str) -> None:
    assert texts(without_lowered(layout_of(said))) == [text]


def test_an_item_of_a_list_is_no_note_of_a_mark_with_its_number() -> None:
    layout = layout_of("I. A\nTheo Nghị định số 5/2024/NĐ-CP1, gồm:\n1. Nghị quyết số 6/NQ-CP ngày 1/2/2024")
    assert [(c.number, c.date, c.where) for c in plan_of(layout).citations] == [
        ("5/2024/NĐ-CP", None, "body"),
        ("6/NQ-CP", "2024-02-01", "body"),
    ]


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Luật Viên chức năm 20101; năm 2024", "Luật Viên chức năm 2010; năm 2024"),
        ("giao Sở Nội vụ1 rà soát", "giao Sở Nội vụ rà soát"),
        ("số 5/KH-BCĐ1 của tỉnh", "số 5/KH-BCĐ của tỉnh"),
        ("mức độ1 hay mức độ1", "mức độ1 hay mức độ1"),
        ("mã A1 và P.1", "mã A1 và P.1"),
    ],
)
def test_a_note_without_a_mark_finds_it_behind_a_word_where_there_is_one(said: str, text: str) -> None:
    layout = without_lowered(layout_of(f"{said}\n1 ngày 15/11/2010 của Quốc hội"))
    assert texts(layout)[0] == text
