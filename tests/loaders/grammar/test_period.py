"""The years of a plan."""

from __future__ import annotations

import pytest

from loaders.grammar import period


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("KẾ HOẠCH cải cách hành chính năm 2024", (2024, 2024)),
        ("KẾ HOẠCH giai đoạn 2021 - 2030", (2021, 2030)),
        ("KẾ HOẠCH giai đoạn 2021-2025, định hướng đến năm 2030", (2021, 2025)),
        ("KẾ HOẠCH giai đoạn 2021-2025, định hướng phát triển đến năm 2030", (2021, 2025)),
        ("KẾ HOẠCH đến năm2025, tầmnhìn tới năm 2035", (None, 2025)),
        ("KẾ HOẠCH đào tạo và định hướng nghề nghiệp đến năm 2025", (None, 2025)),
        ("KẾ HOẠCH đến năm 2030", (None, 2030)),
        ("KẾ HOẠCH thực hiện Chương trình giai đoạn 2021-2025 trong năm 2024", (2024, 2024)),
        ("KẾ HOẠCH từ năm 2021 đến năm 2025", (2021, 2025)),
        ("KẾ HOẠCH thực hiện Quyết định số 1899/QĐ-TTg ngày 04/9/2025", None),
        ("KẾ HOẠCH", None),
    ],
)
def test_years_of_a_title(title: str, years: tuple[int | None, int] | None) -> None:
    assert period.of_title(title) == years


@pytest.mark.parametrize(
    ("stages", "first"),
    [
        ("- Thời gian thực hiện: Giai đoạn 2026 - 2030.", None),
        ("(Chủ trì: Sở Xây dựng. Thời gian: Giai đoạn 2026 - 2030. Sản phẩm: Công trình.)", None),
        ("Thời gian: Năm 2026. Chia hai bước: giai đoạn 2024 - 2026, giai đoạn 2027 - 2030", 2024),
        ("Giai đoạn 2021 - 2025 và giai đoạn 2026 - 2030", 2021),
        ("giai đoạn 2024 - 2030", 2024),
        ("- Giai đoạn 2024 - 2030: hỗ trợ hộ kinh doanh", 2024),
        ("Hỗ trợ hộ kinh doanh giai đoạn 2024 - 2030", None),
        ("theo Chiến lược giai đoạn 2021 - 2030", None),
        ("so với giai đoạn 2016 - 2020, giai đoạn 2021 - 2025", None),
        ("giai đoạn 2016 - 2020, giai đoạn 2021 - 2025, giai đoạn 2026 - 2030", 2021),
    ],
)
def test_the_first_year_of_stages_of_work(stages: str, first: int | None) -> None:
    assert period.of_text([stages], 2030, 2023) == first
