"""Slips of the print: what is told, and what only looks like a slip."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.grammar import citation, slips
from loaders.layout.model import Line, Passage
from loaders.records import Oddity
from tests.loaders.grammar.build import passage_of

TOLD: list[tuple[str, list[str]]] = [
    ("giải quyết thủtục cho dân", ["Chữ “thủtục” in dính liền, thiếu dấu cách."]),
    (
        "dịch vụcông, nângcao.",
        ["Chữ “nângcao” in dính liền, thiếu dấu cách.", "Chữ “vụcông” in dính liền, thiếu dấu cách."],
    ),
    ("báo cáo và và kế hoạch", ["“và” in hai lần liền nhau."]),
    ("cơ chế một cửa một cửa liên thông", ["“một cửa” in hai lần liền nhau."]),
    ("Số:      /KH-SYT", ["Số của văn bản để trống."]),
    (
        "(Kèm theo Kế hoạch số …/KH-UBND ngày …/3/2026)",
        ["Ngày của văn bản để trống.", "Số của văn bản để trống."],
    ),
    ("Hà Nam, ngày     tháng 3 năm 2026", ["Ngày của văn bản để trống."]),
    ("theo Kế hoạch số của Sở Y tế", ["Số của văn bản được dẫn để trống."]),
    # none
    ("những hạn chế còn tồn tại tại địa phương nêu trên trên địa bàn", []),
    ("thi hành hành chính công, quy định định kỳ, dần dần", []),
    ("nghiêng, khuyếch, quyền, giếng, rượu, thuở, nguyễn, ngoằn", []),
    ("tỉnh Đắk Lắk, huyện Krông Nô, ôtô, vắcxin, online, logistics", []),
    ("Số: 12/KH-SYT ngày 05 tháng 3 năm 2026", []),
    ("số lượng/tỷ lệ hồ sơ; Kế hoạch số 15 của Sở", []),
    ("- - - | | 1 1 2 1 2", []),
]
TIMES: list[tuple[str, list[str]]] = [
    ("Thường xuyện", ["“Thường xuyện” viết sai dấu."]),
    ("Hăng năm", ["“Hăng năm” viết sai dấu."]),
    ("Qúy II/2026", ["“Qúy” viết sai dấu."]),
    ("Thường xuyên; hàng năm, hằng quý", []),
    ("Quý I/2026", []),
    ("Theo quy định", []),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_slips_of_a_text(text: str, told: list[str]) -> None:
    assert sorted(oddity.what for oddity in slips.in_texts([passage_of(text)])) == told


@pytest.mark.parametrize(("text", "told"), TIMES)
def test_slips_of_a_time(text: str, told: list[str]) -> None:
    assert [oddity.what for oddity in slips.in_time(passage_of(text))] == told


def test_a_slip_is_told_where_it_stands_and_never_over_two_texts() -> None:
    first = Passage.of([Line(4, "Rà soát các"), Line(5, "các quy định và")])
    second = Passage.of([Line(9, "và sửa thủtục")])
    found = list(slips.in_texts([Passage(), first, second]))
    assert [(oddity.lines, oddity.kind) for oddity in found] == [((9, 9), "typo"), ((4, 5), "typo")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nghị định số 130/2005/NĐCP", ["“Nghị định số 130/2005/NĐCP”: hiểu là số 130/2005/NĐ-CP."]),
        ("Nghị định số 130/2005/NĐ-CP, Quyết định số 12 /QĐ-UBND", []),
        ("QUYẾT ĐỊNH SỐ 18/QĐ-TTG", []),
    ],
)
def test_a_mended_number_is_told(text: str, told: list[str]) -> None:
    found = citation.find(passage_of(text), where="body")
    assert [oddity.what for oddity in slips.in_numbers(found)] == told


def test_equal_slips_are_told_once_at_the_first_place() -> None:
    found = [Oddity(what="Sai.", kind="typo", lines=lines) for lines in ((7, 7), (3, 4), (9, 9))]
    alone = Oddity(what="Trống.", kind="blank", lines=None)
    assert slips.collected([*found, alone]) == (alone, Oddity(what="Sai. (3 chỗ)", kind="typo", lines=(3, 4)))


@given(st.lists(st.text(alphabet="aáđ bcnhg và/số:ngày.1 2026\n", max_size=60), max_size=6))
def test_any_texts_are_looked_through(texts: list[str]) -> None:
    passages = [Passage.of([Line(number, text)]) for number, text in enumerate(texts, start=1)]
    found = list(slips.in_texts(passages))
    assert all(oddity.lines and 1 <= oddity.lines[0] <= oddity.lines[1] <= len(texts) for oddity in found)


def test_hostile_lengths_are_read_in_bounded_time() -> None:
    for text in (
        "và " * 20000,
        "ngày " * 20000,
        "số . " * 20000,
        "thủtục" * 9000,
        "số" + " " * 50000,
        "a á " * 20000,
    ):
        list(slips.in_texts([passage_of(text)]))
        list(slips.in_time(passage_of(text)))
