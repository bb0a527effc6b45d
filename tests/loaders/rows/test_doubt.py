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
        ("1 | rà soát văn bản | Sở Nội vụ | Sở Tư pháp | Quý I/2025", 1.0),
        ("1 | Rà soát văn bản | Sở Nội vụ | - | Quý I/2025", 0.85),
        ("1 | Rà soát văn bản | Sở Nội vụ | - | -", 0.7),
        ("1 | Rà soát văn bản | Sở Nội vụ và | Sở Tư pháp | Quý I/2025", 0.7),
        ("1 | Rà soát văn bản | Lập biểu mẫu | Sở Tư pháp | Quý I/2025", 0.7),
        ("1 | Rà soát văn bản | Sở Nội vụ | Sở Tư pháp | Sở Tài chính", 0.7),
        (f"1 | Rà soát văn bản | Sở Nội vụ | Sở Tư pháp{', Sở Tài chính' * 30} | Quý I/2025", 0.7),
    ],
    ids=[
        *("sure", "an open text", "a comma at the end", "a small letter", "a small letter after a number"),
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


def test_what_most_rows_have_and_one_lacks_is_told() -> None:
    rows = ("1 | Họp | Sở A | Quý I", "2 | Thi | - | Quý I", "- | Mở lớp | Sở A | -")
    assert notes(*rows) == [
        "Dòng “2” để trống cơ quan chủ trì.",
        "Dòng “0/3” để trống thời gian.",
    ]
    assert notes("1 | Họp | Sở A | Quý I", "2 | Thi | - | Quý I") == []
