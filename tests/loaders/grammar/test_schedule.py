"""Printed times: pairs of print and dates, the hand-checked readings, and properties."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.grammar import schedule
from ontology.codes import codes

READINGS = sorted((Path(__file__).parents[2] / "readings").glob("*.json"))

# print, first day, last day, precision
DATED: list[tuple[str, str | None, str, str]] = [
    ("Ngày 15 tháng 3 năm 2024", "2024-03-15", "2024-03-15", "day"),
    ("Trước 10/2/2024", None, "2024-02-10", "day"),
    ("Chậm nhất ngày 15/12/2025", None, "2025-12-15", "day"),
    ("Hết quý II/2025", None, "2025-06-30", "quarter"),
    ("Hoàn thành trước 31-12-2025", None, "2025-12-31", "day"),
    ("Từ 01/3 đến 30/6/2024", "2024-03-01", "2024-06-30", "day"),
    ("Tháng 2/2024", "2024-02-01", "2024-02-29", "month"),
    ("Tháng 12 năm 2024", "2024-12-01", "2024-12-31", "month"),
    ("6/2025", "2025-06-01", "2025-06-30", "month"),
    ("Tháng 3, 4, 5/2024", "2024-03-01", "2024-05-31", "month"),
    ("Từ tháng 3 đến tháng 5 năm 2024", "2024-03-01", "2024-05-31", "month"),
    ("Nửa cuối năm 2025", "2025-07-01", "2025-12-31", "month"),
    ("Quý 1+2/2025", "2025-01-01", "2025-06-30", "quarter"),
    ("6 tháng đầu năm 2025", "2025-01-01", "2025-06-30", "month"),
    ("Tháng 02/2024 (Gửi KH về Sở Nội vụ)", "2024-02-01", "2024-02-29", "month"),
    ("9 tháng đầu năm 2025", "2025-01-01", "2025-09-30", "month"),
    ("3 tháng cuối năm 2025", "2025-10-01", "2025-12-31", "month"),
    ("Tháng 3, 6, 9, 12/2025", "2025-03-01", "2025-12-31", "month"),
    ("3-5/2025", "2025-03-01", "2025-05-31", "month"),
    ("Từ 15-30/11/2025", "2025-11-15", "2025-11-30", "day"),
    ("Quý I/2024", "2024-01-01", "2024-03-31", "quarter"),
    ("Quý I, II, III, IV/2024", "2024-01-01", "2024-12-31", "quarter"),
    ("QIV/2024", "2024-10-01", "2024-12-31", "quarter"),
    ("Qúy II/2024", "2024-04-01", "2024-06-30", "quarter"),
    ("Quý 1/2024", "2024-01-01", "2024-03-31", "quarter"),
    ("Quý III- IV/2024", "2024-07-01", "2024-12-31", "quarter"),
    ("Quý III, IV năm 2024", "2024-07-01", "2024-12-31", "quarter"),
    ("Trong quý III và quý IV năm 2025", "2025-07-01", "2025-12-31", "quarter"),
    ("Quý I/2024 - Quý II/2025", "2024-01-01", "2025-06-30", "period"),
    ("Năm 2024", "2024-01-01", "2024-12-31", "year"),
    ("Trong năm 2024", "2024-01-01", "2024-12-31", "year"),
    ("2025", "2025-01-01", "2025-12-31", "year"),
    ("Đến năm 2025", None, "2025-12-31", "year"),
    ("Đến hết năm 2025", None, "2025-12-31", "year"),
    ("Giai đoạn 2022- 2025", "2022-01-01", "2025-12-31", "period"),
    ("Từ 2021-2025", "2021-01-01", "2025-12-31", "period"),
    ("2026 – 2027", "2026-01-01", "2027-12-31", "period"),
    ("Năm 2024, 2025", "2024-01-01", "2025-12-31", "period"),
    ("Giai đoạn 2021-2025, định hướng đến năm 2030", "2021-01-01", "2025-12-31", "period"),
    ("Từ năm học 2022-2023 đến năm học 2024-2025", "2022-01-01", "2025-12-31", "period"),
    ("Triển khai 2022, hoàn thành 2025", "2022-01-01", "2025-12-31", "period"),
    ("Từ quý I/2024 đến tháng 6/2024", "2024-01-01", "2024-06-30", "period"),
    ("Năm 2024, thường xuyên", "2024-01-01", "2024-12-31", "year"),
    ("Bắt đầu: tháng 4/2024 Hoàn thành: tháng 10/2024", "2024-04-01", "2024-10-31", "month"),
]
UNCLEAR = [
    "Khi có phát sinh",
    "Sau khi Bộ Nội vụ công bố chỉ số cấp tỉnh năm 2023",
    "Theo Kế hoạch riêng",
    "Theo quy định tại Thông tư số 61/2017/TT-BTC ngày 15/6/2017",
    "2025 - nay",
    "Từ 01/7/2025",
    "Từ năm 2024",
    "Từ năm học 2024-2025",
    "Trước mùa mưa năm 2025",
    "Hoàn thành trước Tết Nguyên đán năm 2025",
    "Đầu năm học 2025-2026",
    "Năm 2024 và các năm tiếp theo",
    "Ban hành kế hoạch tháng 12/2023; triển khai trong năm 2024",
    "- Ban hành: Quý I/2024 - Thực hiện: Thường xuyên",
    "Tháng 3/2024 và thường xuyên",
    "Tháng 01/2024 và khi có văn bản của Trung ương",
    "Ngày 31/02/2024",
    "Quý IV",
    "Tháng 13/2024",
    "Trong năm",
    "2025 - 2021",
    "Năm 2025, 2024",
    "Trước 10/2/2024 và 15/3/2024",
    "Triển khai 2022, 2023 và hoàn thành 2025",
    "Triển khai 2022; báo cáo 2025",
    "….",
]
RECURRING: list[tuple[str, str | None]] = [
    ("Thường xuyên", None),
    ("Thường xuyện", None),
    ("Thường xuyên; theo chỉ đạo của UBND tỉnh", None),
    ("Nhiệm vụ thường xuyên", None),
    ("Thực hiện thường xuyên", None),
    ("02 lần/năm", None),
    ("6 tháng/lần", None),
    ("Hằng năm", None),
    ("Thực hiện hàng năm", None),
    ("Tháng 12 hằng năm", None),
    ("Hàng năm, đến năm 2025", "2025-12-31"),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), DATED)
def test_stated_spans(text: str, start: str | None, end: str, precision: str) -> None:
    read = schedule.parse(text)
    assert (read.start, read.end, read.precision, read.recurring) == (start, end, precision, False)
    assert precision in codes("precision")


@pytest.mark.parametrize("text", UNCLEAR)
def test_nothing_is_invented(text: str) -> None:
    read = schedule.parse(text)
    assert (read.start, read.end, read.recurring, read.precision) == (None, None, False, "unclear")


@pytest.mark.parametrize(("text", "end"), RECURRING)
def test_repeated_work(text: str, end: str | None) -> None:
    read = schedule.parse(text)
    assert (read.start, read.end, read.recurring, read.precision) == (None, end, True, "recurring")


@pytest.mark.parametrize("text", [None, "", "  "])
def test_no_text_is_no_time(text: str | None) -> None:
    assert schedule.parse(text) == schedule.Schedule()


def test_the_year_of_the_plan_completes_what_lacks_one() -> None:
    assert schedule.parse("Quý IV", 2024).end == "2024-12-31"
    assert schedule.parse("Trong năm", 2024).start == schedule.parse("Cả năm.", 2024).start == "2024-01-01"
    assert schedule.parse("Trước ngày 30/6", 2024).end == "2024-06-30"
    assert schedule.parse("Tháng 2/2023", 2024).end == "2023-02-28"


def test_a_day_between_points() -> None:
    read = schedule.parse("Trước 31.3.2025")
    assert (read.start, read.end) == (None, "2025-03-31")


SPELT = [
    ("Tháng Một", "2024-01-01", "2024-01-31"),
    ("Tháng mười hai năm 2025", "2025-12-01", "2025-12-31"),
    ("Tháng năm năm 2024", "2024-05-01", "2024-05-31"),
    ("Quý một", "2024-01-01", "2024-03-31"),
    ("Quý hai, quý ba", "2024-04-01", "2024-09-30"),
    ("Trước tháng mười/2024", None, "2024-10-31"),
    ("Tháng  năm 2025", "2025-01-01", "2025-12-31"),
]


@pytest.mark.parametrize(("text", "start", "end"), SPELT)
def test_months_and_quarters_in_words(text: str, start: str | None, end: str) -> None:
    read = schedule.parse(text, 2024)
    assert (read.start, read.end) == (start, end)


@pytest.mark.parametrize("path", READINGS, ids=lambda path: path.stem)
def test_every_time_of_the_hand_checked_readings(path: Path) -> None:
    for row in json.loads(path.read_text(encoding="utf-8"))["activities"]:
        read = schedule.parse(row["time"])
        assert (read.start, read.end, read.recurring) == (row["start"], row["end"], row["recurring"]), row[
            "key"
        ]


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["{d}/{m}/{y}", "ngày {d} tháng {m} năm {y}"]),
)
def test_every_day_is_read_back(day: date, form: str) -> None:
    read = schedule.parse(form.format(d=day.day, m=day.month, y=day.year))
    assert read.start == read.end == day.isoformat()


@given(st.integers(2000, 2090), st.integers(0, 9))
def test_every_range_of_years_is_read_back(first: int, length: int) -> None:
    read = schedule.parse(f"Giai đoạn {first} - {first + length}")
    assert (read.start, read.end) == (f"{first}-01-01", f"{first + length}-12-31")


@given(st.text(alphabet="Quý IVX/-,;2024 tháng năm từđến01hàng()", max_size=300))
def test_any_text_is_read_in_order(text: str) -> None:
    read = schedule.parse(text)
    assert read.start is None or (read.end is not None and read.start <= read.end)


def test_hostile_lengths_are_read_in_bounded_time() -> None:
    for text in (
        "tháng 1, " * 5000,
        "quý I-" * 5000,
        "2024, " * 5000,
        "1/" * 10000,
        "(" * 20000,
        "năm " * 9000,
    ):
        schedule.parse(text)
