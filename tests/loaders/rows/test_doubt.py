"""How sure a row is, and what a reader is told of numbers and blanks."""

from __future__ import annotations

import pytest

from tests.loaders.rows.build import sheet_of, table

HEADER = "TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian"
SURE = "1 | Rà soát văn bản | Sở Nội vụ | Sở Tư pháp | Quý I/2025"


@pytest.mark.parametrize(
    ("row", "confidence"),
    [
        (SURE, 1.0),
        ("1 | Rà soát văn bản và | Sở Nội vụ | Sở Tư pháp | Quý I/2025", 0.7),
        ("1 | Rà soát văn bản, | Sở Nội vụ | Sở Tư pháp | Quý I/2025", 1.0),
        ("- | rà soát văn bản | Sở Nội vụ | Sở Tư pháp | Quý I/2025", 0.75),
        ("- | Rà soát văn bản | Sở Nội vụ | Sở Tư pháp | Quý I/2025", 1.0),
        ("1 | rà soát văn bản | Sở Nội vụ | Sở Tư pháp | Quý I/2025", 1.0),
        ("1 | Rà soát văn bản | Sở Nội vụ | - | Quý I/2025", 0.85),
        ("1 | Rà soát văn bản | Sở Nội vụ | - | -", 0.7),
        ("1 | Rà soát văn bản | Sở Nội vụ và | Sở Tư pháp | Quý I/2025", 0.7),
        ("1 | Rà soát văn bản | Lập biểu mẫu | Sở Tư pháp | Quý I/2025", 0.7),
        ("1 | Rà soát văn bản | Sở Nội vụ | Sở Tư pháp | Sở Tài chính", 0.7),
        (f"1 | Rà soát văn bản | Sở Nội vụ | Sở Tư pháp{', Sở Tài chính' * 30} | Quý I/2025", 0.7),
    ],
    ids=[
        *(
            "sure",
            "an open text",
            "a comma at the end",
            "a small letter",
            "no number",
            "a small letter after a number",
        ),
        *("one blank", "two blanks", "an open cell", "no agency", "no time", "a long cell"),
    ],
)
def test_the_confidence_of_a_row(row: str, confidence: float) -> None:
    (activity,) = sheet_of(table(HEADER, row)).activities
    assert activity.confidence == pytest.approx(confidence)


def test_a_merged_cell_is_a_little_less_sure() -> None:
    below = sheet_of(table(HEADER, SURE, "2 | Kiểm tra công vụ | ^ | Sở Tư pháp | Quý II/2025")).activities[1]
    assert below.confidence == pytest.approx(0.95)


def notes(*rows: str) -> list[str]:
    return [note.what for note in sheet_of(table("TT | Nhiệm vụ | Chủ trì | Thời gian", *rows)).notes]


def numbered(*labels: str) -> list[str]:
    return [f"{label} | Việc {label} | Sở A | Quý I" for label in labels]


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        (("1", "2", "3"), []),
        (("1", "2", "4"), ["Hoạt động: số thứ tự nhảy từ 2 đến 4."]),
        (("1", "-", "2"), []),
        (("1.1", "1.3", "2.1"), ["Hoạt động: số thứ tự nhảy từ 1.1 đến 1.3."]),
        (("1.2", "2.4"), []),
        (("a", "c"), []),
    ],
    ids=["no jump", "a jump", "a row without a number", "of parts", "of two tasks", "letters"],
)
def test_numbers_that_are_left_out(labels: tuple[str, ...], told: list[str]) -> None:
    assert notes(*numbered(*labels)) == told


def test_numbers_of_sections_are_compared_as_numbers() -> None:
    rows = [
        row for label in ("I", "II", "IV", "V", "IX") for row in (f"{label} | MỤC | ^ | ^", *numbered("1"))
    ]
    assert notes(*rows) == [
        "Mục: số thứ tự nhảy từ II đến IV.",
        "Mục: số thứ tự nhảy từ V đến IX.",
    ]


def test_sections_in_a_row_leave_no_number_out() -> None:
    assert (
        notes(*(row for label in ("III", "IV") for row in (f"{label} | MỤC | ^ | ^", *numbered("1")))) == []
    )


def test_numbers_are_compared_within_a_section() -> None:
    assert notes("I | MỘT | ^ | ^", *numbered("1"), "II | HAI | ^ | ^", *numbered("3", "4")) == []


@pytest.mark.parametrize(
    ("activities", "told"),
    [(["2"], []), (["2", "2"], ["Nhiệm vụ: số thứ tự nhảy từ 1 đến 3."]), (["5"], ["Nhiệm vụ: số thứ tự nhảy từ 1 đến 3."])],
    ids=["once", "twice", "another"],
)  # fmt: skip
def test_a_number_that_another_level_has_once_is_not_left_out(activities: list[str], told: list[str]) -> None:
    rows = [f"1. Một | {number}. Làm | Sở A | Quý I" for number in activities]
    header = "Nhiệm vụ | Hoạt động | Chủ trì | Thời gian"
    found = sheet_of(table(header, *rows, "3. Ba | Thi | Sở A | Quý I")).notes
    assert [note.what for note in found] == told


def test_what_most_rows_have_and_one_lacks_is_told() -> None:
    rows = ("1 | Họp | Sở A | Quý I", "2 | Thi | - | Quý I", "- | Mở lớp | Sở A | -")
    assert notes(*rows) == [
        "Dòng “2” để trống cơ quan chủ trì.",
        "Dòng “0/3” để trống thời gian.",
    ]
    assert notes("1 | Họp | Sở A | Quý I", "2 | Thi | - | Quý I") == []
