"""Where the cells of a row belong that lost others."""

from __future__ import annotations

import pytest

from loaders.layout.columns import columns_of
from loaders.layout.leaning import Leaning
from loaders.layout.model import Line, Passage

TITLES = ["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Người theo dõi", "Thời gian"]
WHOLE = [
    ("1", "Họp", "Văn phòng Bộ", "Vụ Pháp chế; Cục Thuế", "Bà A", "Quý I"),
    ("2", "Báo cáo", "Văn phòng Bộ", "Vụ Pháp chế", "Ông B", "Quý II"),
]


def passage(text: str) -> Passage:
    return Passage.of([Line(1, text)])


def leaning(above: dict[int, str] | None = None) -> Leaning:
    found = Leaning([[passage(text) for text in row] for row in WHOLE], columns_of(TITLES))
    found.pass_row({c: passage(text) for c, text in (above or {}).items()})
    return found


@pytest.mark.parametrize(
    ("text", "above", "coordinates"),
    [
        ("Vụ Pháp chế", {}, True),
        ("Văn phòng Bộ", {}, False),
        ("Các đơn vị thuộc Bộ", {}, True),
        ("Sở A; Sở B", {}, True),
        ("Sở A", {2: "Sở A"}, False),
        ("Sở A; Sở B", {2: "Sở A"}, False),
        ("Sở A", {3: "Sở A"}, True),
    ],
)
def test_a_body_leads_or_coordinates_as_in_other_rows(
    text: str, above: dict[int, str], coordinates: bool
) -> None:
    assert (leaning(above).towards(3, text) > 0) is coordinates


def test_a_text_stands_where_it_stood() -> None:
    found = leaning()
    assert found.towards(4, "Bà A") > 0 > found.towards(3, "Bà A")
    assert found.towards(1, "Bà A") > 0  # what is to be done is a row's own
    assert found.towards(5, "Quý IV") == 0


def test_labels_of_a_level_stand_in_one_column() -> None:
    whole = [passage(text) for text in ("1.1. Rà soát", "1.1.1. Lập danh mục", "Sở A")]
    found = Leaning([whole], columns_of(["Nhiệm vụ", "Hoạt động", "Chủ trì"]))
    assert found.towards(1, "1.2.1. Kiểm tra") > found.towards(0, "1.2.1. Kiểm tra")
    assert found.towards(0, "1.3. Kiểm tra") > found.towards(1, "1.3. Kiểm tra")


@pytest.mark.parametrize(("role", "coordinates"), [(2, False), (3, True)])
def test_bodies_printed_again_are_not_merged(role: int, coordinates: bool) -> None:
    rows = [[str(n), f"Việc {n}", f"Sở A{n}", f"Sở B{n}", "Ông C", f"Quý {n}"] for n in (1, 2)]
    for row in rows:
        row[role] = "Sở D"
    found = Leaning([[passage(text) for text in row] for row in rows], columns_of(TITLES))
    assert (found.towards(3, "Sở E") > 0) is coordinates
