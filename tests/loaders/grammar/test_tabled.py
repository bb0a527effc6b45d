"""Figures in columns of tables: the indicator in the row, the unit in one column, the year in a title."""

from __future__ import annotations

import pytest

from loaders.grammar import tabled
from loaders.records import Activity
from tests.loaders.rows.build import table

# columns of a row, then (comparator, value, unit, by) of each figure
CASES: list[tuple[dict[str, str], list[tuple[str, float, str, str | None]]]] = [
    ({"Đơn vị tính": "%", "Kế hoạch năm 2025": "≥ 80"}, [(">=", 80, "%", "2025")]),
    ({"ĐVT": "Lớp", "2025": "12", "2026": "1.500"}, [("=", 12, "Lớp", "2025"), ("=", 1500, "Lớp", "2026")]),
    ({"Giai đoạn 2021 - 2025": "Trên 7,5%"}, [(">", 7.5, "%", "2025")]),
    ({"ĐVT": "tỷ đồng", "Năm 2025": "1.234,5"}, [("=", 1234.5, "tỷ đồng", "2025")]),
    ({"ĐVT": "%", "Năm 2025": "90 trở lên"}, [(">=", 90, "%", "2025")]),
    ({"ĐVT": "%", "Thực hiện năm 2024": "71", "Ước thực hiện 2024": "70"}, []),
    ({"Kế hoạch năm 2025": "12"}, []),
    ({"ĐVT": "%", "Ghi chú": "80", "Năm 2025": "Quý I"}, []),
    ({"ĐVT": "%", "Năm 2025": "Từ 80 đến 85"}, [(">=", 80, "%", "2025"), ("<=", 85, "%", "2025")]),
    ({"ĐVT": "%", "Năm 2025": "từ 80 trở lên"}, [(">=", 80, "%", "2025")]),
    ({"Mục tiêu năm 2026": "ít nhất 12 mô hình"}, [(">=", 12, "mô hình", "2026")]),
    ({"ĐVT": "Hạng", "Năm 2025": "Trong nhóm 18"}, [("<=", 18, "hạng", "2025")]),
    ({"Đơn vị tính": "Xã", "Kế hoạch": "14"}, [("=", 14, "Xã", None)]),
    ({"Kế hoạch": "14%"}, []),
    ({"ĐVT": "%", "Kết quả cần đạt": "≥ 14", "Kết quả": "12"}, [(">=", 14, "%", None)]),
    ({"ĐVT": "%", "TH 2025": "71", "Ước 2025": "72"}, []),
]


@pytest.mark.parametrize(("columns", "figures"), CASES)
def test_figures_of_a_row(columns: dict[str, str], figures: list[tuple[str, float, str, str | None]]) -> None:
    row = Activity(
        key="I/1",
        label="1",
        row="1",
        task=None,
        target=None,
        text="Hồ sơ đúng hạn",
        extra=columns,
        lines=(4, 9),
    )
    found = tabled.of_rows([row], {"I/1": "body"})
    assert [(m.comparator, m.value, m.unit, m.by) for m in found] == figures
    assert all(
        (m.in_, m.where, m.indicator, m.lines) == ("I/1", "body", "Hồ sơ đúng hạn", (4, 9)) for m in found
    )


@pytest.mark.parametrize(
    ("product", "columns", "figures"),
    [
        ("≥ 55", {"Đơn vị": "% GDP"}, [(">=", 55, "% GDP")]),
        ("0,7", {"Đơn vị": "Chỉ số"}, [("=", 0.7, "Chỉ số")]),
        ("100%", {"Đơn vị": "%"}, []),  # the cell itself says it
        ("Báo cáo", {"Đơn vị": "Văn bản"}, []),
        ("12", {}, []),
    ],
)
def test_a_result_that_is_a_number_is_to_be_reached(
    product: str, columns: dict[str, str], figures: list[tuple[str, float, str]]
) -> None:
    row = Activity(
        key="I/1", label="1", row="1", task=None, target=None, text="Quy mô", product=product, extra=columns
    )
    assert [(m.comparator, m.value, m.unit) for m in tabled.of_rows([row], {})] == figures


def test_a_table_that_only_gives_figures() -> None:
    rows = table(
        "TT | Chỉ tiêu | Đơn vị | Năm 2024 | Năm 2025",
        "1 | Hồ sơ đúng hạn | % | 90 | ≥ 95",
        "2 | Hội nghị | - | 3 | 4",
    )
    found = list(tabled.of_tables([(rows, "body")]))
    assert [(m.indicator, m.comparator, m.value, m.unit, m.by) for m in found] == [
        ("Hồ sơ đúng hạn", "=", 90, "%", "2024"),
        ("Hồ sơ đúng hạn", ">=", 95, "%", "2025"),
    ]
    assert {(m.where, m.in_, m.lines) for m in found} == {("body", None, (2, 2))}
    later = list(tabled.of_tables([(rows, "body")], 2025))
    assert [(m.value, m.by) for m in later] == [(95, "2025")]
