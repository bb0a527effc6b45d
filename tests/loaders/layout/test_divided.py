"""Headers of two rows: which names of the second part which column of the first."""

from __future__ import annotations

import pytest

from loaders.layout.divided import divide, divide_aligned, is_period
from loaders.layout.model import Line, Passage


def cells(text: str) -> list[Passage]:
    return [Passage.of([Line(1, title)]) for title in text.split("|")]


@pytest.mark.parametrize(
    ("upper", "lower", "titles"),
    [
        ("TT|Việc|Cơ quan thực hiện|Hạn", "Chủ trì|Phối hợp", "TT|Việc|Chủ trì|Phối hợp|Hạn"),
        ("TT|Nội dung|Phân công|Tiến độ", "Chủ trì|Phối hợp|2025|2026", "TT|Nội dung|Chủ trì|Phối hợp|2025|2026"),
        ("TT|Nội dung|Chủ trì|Thời gian", "Bắt đầu|Kết thúc", "TT|Nội dung|Chủ trì|Thời gian Bắt đầu|Thời gian Kết thúc"),
        ("TT|Nội dung|Kinh phí|Chủ trì", "Tổng số|Ngân sách tỉnh", "TT|Nội dung|Kinh phí Tổng số|Ngân sách tỉnh|Chủ trì"),
        ("TT|Nội dung|Tổ chức thực thi", "Chủ trì|Phối hợp", "TT|Nội dung|Chủ trì|Phối hợp"),
        ("TT|Nội dung|Tổng kinh phí|Chủ trì", "2025|2026", "TT|Nội dung|Tổng kinh phí 2025|Tổng kinh phí 2026|Chủ trì"),
        ("TT|Nội dung|Thời gian (tháng)", "7|08|T9", "TT|Nội dung|Tháng 7|Tháng 08|Tháng 9"),
        ("TT|Chỉ tiêu|Đơn vị tính|Lộ trình|Chủ trì", "2025|2026", "TT|Chỉ tiêu|Đơn vị tính|2025|2026|Chủ trì"),
        ("TT|Nội dung|Số lượng|Chủ trì", "2025|2026", "TT|Nội dung|Số lượng 2025|Số lượng 2026|Chủ trì"),
        ("TT|Chỉ tiêu|ĐVT|Mục tiêu", "2025|2030", "TT|Chỉ tiêu|ĐVT|Mục tiêu 2025|Mục tiêu 2030"),
        ("TT|Chỉ tiêu|ĐVT|Kế hoạch", "Năm 2025|Năm 2030", "TT|Chỉ tiêu|ĐVT|Kế hoạch Năm 2025|Kế hoạch Năm 2030"),
        ("TT|Nội dung|Thời gian", "7|8", None),
        ("TT|Nội dung|Chủ trì", "1|Họp", None),
        ("TT|Nội dung|Chủ trì", "I|VIỆC CHUNG", None),
        ("TT|Nội dung|Cơ quan thực hiện", "Chủ trì", None),
        ("TT|Nội dung|Chủ trì", "2025|2026", None),
    ],
)  # fmt: skip
def test_a_second_row_parts_columns(upper: str, lower: str, titles: str | None) -> None:
    found = divide(cells(upper), cells(lower))
    assert ("|".join(title.text for title in found) if found else None) == titles


@pytest.mark.parametrize(
    ("upper", "lower", "titles"),
    [
        ("TT|Việc|Phân công||Năm||", "||Chủ trì|Phối hợp|2025|2026|2027", "TT|Việc|Chủ trì|Phối hợp|2025|2026|2027"),
        ("TT|Chỉ tiêu|Mục tiêu|", "||2025|2030", "TT|Chỉ tiêu|Mục tiêu 2025|Mục tiêu 2030"),
        ("TT|Việc|Chủ trì|Năm", "1|Họp|Sở A|2025", None),
        ("TT|Việc|Chủ trì|Năm", "|||2025", None),
    ],
)  # fmt: skip
def test_a_second_row_with_a_cell_below_each_title(upper: str, lower: str, titles: str | None) -> None:
    found = divide_aligned(cells(upper), cells(lower))
    assert ("|".join(title.text for title in found) if found else None) == titles


@pytest.mark.parametrize(
    ("title", "period"),
    [("2025", True), ("Năm 2025", True), ("Quý IV", True), ("Tháng 3", True), ("Mục tiêu năm 2025", False), ("12", False)],
)  # fmt: skip
def test_a_title_that_is_a_period(title: str, period: bool) -> None:
    assert is_period(title) is period


@pytest.mark.parametrize(
    ("amounts", "titles"),
    [
        (True, "TT|Nội dung|Thời gian|Kinh phí 2024|Kinh phí 2025 - 2026"),
        (False, "TT|Nội dung|2024|2025 - 2026|Kinh phí"),
    ],
)
def test_years_above_amounts_part_the_money(amounts: bool, titles: str) -> None:
    found = divide(cells("TT|Nội dung|Thời gian|Kinh phí"), cells("2024|2025 - 2026"), amounts=amounts)
    assert found is not None
    assert "|".join(title.text for title in found) == titles
