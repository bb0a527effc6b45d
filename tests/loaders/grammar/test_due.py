"""By when a figure is due: years before and after their figures, and years that are none."""

from __future__ import annotations

import pytest

from loaders.grammar import due, measure
from tests.loaders.grammar.build import passage_of

DUE: list[tuple[str, list[str | None]]] = [
    ("Đến năm 2025, 80% hồ sơ trực tuyến", ["2025"]),
    ("80% hồ sơ trực tuyến vào năm 2025", ["2025"]),
    ("đạt 80% vào năm 2025 và 100% vào năm 2030", ["2025", "2030"]),
    ("năm 2025 đạt 80%, năm 2030 đạt 100%", ["2025", "2030"]),
    ("Năm 2024 tỷ lệ tương ứng là 30%, 20%, 15%", ["2024"] * 3),
    ("giai đoạn 2023 - 2025, mỗi năm tăng 20%", ["2025"]),
    ("Đến 31/12/2026, 90% văn bản", ["2026"]),
    ("trước tháng 6/2026 hoàn thành 50%", ["2026"]),
    ("đến hết quý II/2027 đạt 70%", ["2027"]),
    ("Đến năm 2025, 80% hồ sơ. 90% văn bản", ["2025", None]),
    ("tăng 20% so với năm 2024", [None]),
    ("cắt giảm 20% chi phí tại các văn bản có hiệu lực đến hết ngày 31 tháng 5 năm 2020", [None]),
    (
        'tối thiểu 24 mô hình của Đề án "Phát triển dữ liệu giai đoạn 2022 - 2025, tầm nhìn đến năm 2030"',
        [None],
    ),
]


@pytest.mark.parametrize(("text", "years"), DUE)
def test_the_year_by_which_a_figure_is_due(text: str, years: list[str | None]) -> None:
    found = measure.find(passage_of(text), where="body", since=2023)
    assert [m.by for m in found] == years


def test_the_year_of_the_row_stands_in_for_a_year_that_is_not_due() -> None:
    (found,) = measure.find(passage_of("tăng 20% so với năm 2022"), where="annex", year=2025, since=2023)
    assert found.by == "2025"


PAST: list[tuple[str, bool]] = [
    ("đạt 95% (năm 2022 đạt ", True),
    ("đạt 95% (năm 2022: ", True),
    ("đạt 95%, cao hơn năm 2022 (", True),
    ("năm 2025 đạt ", False),
    ("nâng từ năm 2022 đến nay, phấn đấu ", False),
]


@pytest.mark.parametrize(("before", "past"), PAST)
def test_what_an_earlier_year_reached_is_past(before: str, past: bool) -> None:
    assert due.is_past(f"{before}80% hồ sơ", len(before), 2025) is past
    assert not due.is_past(f"{before}80% hồ sơ", len(before), None)
