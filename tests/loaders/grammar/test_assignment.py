"""Duties of agencies: by headings, by the subject of a sentence, by the closing words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders.formats import read_layout
from loaders.grammar import assignment, body
from loaders.grammar.abbreviation import Abbreviations
from tests.loaders.grammar.build import layout_of

ROOT = Path(__file__).parents[3]
CHAPTER = "KẾ HOẠCH\nI. MỤC ĐÍCH\nSở Y tế chủ trì khám bệnh.\nII. TỔ CHỨC THỰC HIỆN\n"

CASES: list[tuple[str, list[str]]] = [
    ("1. Sở Nội vụ\nChủ trì theo dõi.\nBáo cáo UBND tỉnh.", ["Sở Nội vụ", "Sở Nội vụ"]),
    ("2.1. Sở Nội vụ - Cơ quan thường trực của Ban Chỉ đạo.\n- Hướng dẫn thực hiện.", ["Sở Nội vụ"]),
    (
        "1. Các sở, ban, ngành; UBND cấp xã\n1.1. Căn cứ Kế hoạch này xây dựng kế hoạch.",
        ["Các sở, ban, ngành", "UBND cấp xã"],
    ),
    ("1. Sở Nội vụ có trách nhiệm đôn đốc.", ["Sở Nội vụ"]),
    ("1. Sở Nội vụ\n- Theo dõi.\n2. Sở Tài chính bố trí kinh phí.", ["Sở Nội vụ", "Sở Tài chính"]),
    ("1. Căn cứ Kế hoạch này, các phòng, ban có trách nhiệm thực hiện.", ["Các phòng, ban"]),
    (
        "1. Đề nghị Báo tỉnh; Đài Truyền hình tỉnh: Tăng cường tuyên truyền.",
        ["Báo tỉnh", "Đài Truyền hình tỉnh"],
    ),
    (
        "1. Phòng Hành chính tổ chức - Quản trị có trách nhiệm theo dõi.",
        ["Phòng Hành chính tổ chức - Quản trị"],
    ),
    (
        "Trong quá trình thực hiện nếu có vướng mắc đề nghị các cơ quan, đơn vị phản ánh về Sở.",
        ["Các cơ quan, đơn vị"],
    ),
    ("Trên đây là Kế hoạch, yêu cầu Giám đốc Sở nghiêm túc thực hiện./.", ["Giám đốc Sở"]),
    ("- Tăng cường công tác giám sát.", []),
    ("Tổ chức phổ biến Kế hoạch.", []),
    ("Các cơ quan có tên dưới đây có trách nhiệm:", []),
]


@pytest.mark.parametrize(("text", "agencies"), CASES)
def test_who_is_given_a_duty(text: str, agencies: list[str]) -> None:
    parts = body.parts(layout_of(CHAPTER + text))
    assert [a.agency for a in assignment.find(parts, Abbreviations.general())] == agencies


def test_other_chapters_give_none() -> None:
    parts = body.parts(layout_of(CHAPTER + "III. KINH PHÍ\n1. Sở Tài chính bố trí kinh phí."))
    assert assignment.find(parts, Abbreviations.general()) == ()


@pytest.mark.parametrize("path", sorted((ROOT / "tests/readings").glob("*.json")), ids=lambda path: path.stem)
def test_agencies_of_the_hand_checked_readings(path: Path) -> None:
    reading = json.loads(path.read_text(encoding="utf-8"))
    layout = read_layout(ROOT / "plans" / reading["doc"])
    found = assignment.find(body.parts(layout), Abbreviations.of_document(layout))
    names = {a.agency.casefold() for a in found}
    assert names == {a["agency"].casefold() for a in reading["assignments"]}
    assert all(a.text and a.lines for a in found)
