"""Labels below the last item of a list: whether they hold for it alone or for the whole list."""

from __future__ import annotations

import pytest

from tests.loaders.rows.build import paragraphs, sheet_of

SAID = "Chủ trì: Sở A. Thời gian: Quý I."
OTHER = ("2. Hai", "Chủ trì: Sở B.")


@pytest.mark.parametrize(
    ("lines", "work"),
    [
        (("1. Một", "a) Rà soát.", "b) Kiểm tra.", SAID, *OTHER), ["a) Rà soát. b) Kiểm tra.", "Hai"]),
        (("1. Một", "1.1. Rà soát.", "1.2. Kiểm tra.", SAID, *OTHER), ["Kiểm tra.", "Hai"]),
        (("1. Một", "1.1. Rà soát.", "1.2. Kiểm tra.", SAID, "2. Hai", "2.1. Họp.", "2.2. Thi.", SAID),
         ["1.1. Rà soát. 1.2. Kiểm tra.", "2.1. Họp. 2.2. Thi."]),
        (("1. Một", "1.1. Rà soát.", "1.2. Kiểm tra.", SAID, "2. Hai", "2.1. Họp.", SAID, "2.2. Thi.", SAID),
         ["Kiểm tra.", "Họp.", "Thi."]),
        (("1. Một", "1.1. Rà soát.", "1.2. Kiểm tra.", SAID, "2. Hai", "2.1. Họp.", "2.2. Thi.", "3. Ba", SAID),
         ["Kiểm tra.", "Ba"]),
        (("1. Một", "a) Rà soát.", "- Lập sổ.", "b) Kiểm tra.", SAID, *OTHER), ["Kiểm tra.", "Hai"]),
        (("1. Một", "a) Nội dung: Rà soát.", "b) Kiểm tra.", SAID, *OTHER), ["Kiểm tra.", "Hai"]),
        (("1. Một", "a) Rà soát.", SAID, *OTHER), ["Rà soát.", "Hai"]),
        (("a) Ban hành:", "- Rà soát;", "- Kiến nghị.", SAID, "b) Mở lớp.", "Chủ trì: Sở B."),
         ["- Rà soát; - Kiến nghị.", "Mở lớp."]),
        (("a) Ban hành:", "- Rà soát;", "- Kiến nghị.", SAID, "b) Mở lớp.", "Chủ trì: Sở B.", "c) Thi.", SAID),
         ["Ban hành: - Rà soát; - Kiến nghị.", "Mở lớp.", "Thi."]),
    ],
    ids=[
        *("one list of letters", "one list of numbers", "two lists of numbers", "a list told item by item", "a list that is not told"),
        *("items with more below them", "a label of content", "a list of one", "as many told as not"),
        "bullets under a sentence where most items are told",
    ],
)  # fmt: skip
def test_labels_of_a_list(lines: tuple[str, ...], work: list[str]) -> None:
    sheet = sheet_of(*paragraphs("II. VIỆC", *lines))
    assert [activity.passage.text for activity in sheet.activities] == work


def test_the_labels_of_a_list_tell_of_the_whole() -> None:
    (both, other) = sheet_of(
        *paragraphs("II. VIỆC", "1. Một", "a) Rà soát.", "b) Kiểm tra.", SAID, *OTHER)
    ).activities
    assert both.label is None
    assert {role.value: cell.text for role, cell in both.cells.items()} == {"lead": "Sở A", "time": "Quý I"}
    assert other.label == "2"
