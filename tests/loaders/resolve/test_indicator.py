"""Measures and their indicators.

right-indicators.csv gives the indicator of every measure of the hand-checked readings by the rule: a listed
indicator where the measure is of that very thing for everyone it concerns, none where it is of one field
of work only, of a part of it, or of something the list does not have.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.records import load
from loaders.resolve.indicator import indicator_of
from loaders.resolve.measured import core, names_a_thing, scopes, unit_kind
from ontology.codes import codes
from ontology.indicators import UNITS, indicators
from ontology.registry import Registry
from ontology.slug import fold

TESTS = Path(__file__).parents[2]
UNIT = {"percent": "%", "rank": "hạng", "points": "điểm", "duration": "phút", "count": "lớp"}

with (Path(__file__).parent / "right-indicators.csv").open(encoding="utf-8", newline="") as file:
    RIGHT = list(csv.DictReader(file))


def test_the_list_is_of_the_measures_of_the_readings() -> None:
    plans = {p.stem: load(p.read_text(encoding="utf-8")) for p in (TESTS / "readings").glob("*.json")}
    found = [
        (name, str(order), measure.indicator, measure.unit)
        for name, plan in sorted(plans.items())
        for order, measure in enumerate(plan.measures, 1)
    ]
    assert found == [(r["plan"], r["order"], r["measured"], r["unit"]) for r in RIGHT]


@pytest.mark.parametrize("right", RIGHT, ids=lambda r: f"{r['plan']}-{r['order']}")
def test_a_measure_is_of_its_indicator_and_scope(right: dict[str, str]) -> None:
    found = indicator_of(right["measured"], right["unit"])
    assert (found.listed.id if found and found.listed else "") == right["indicator"]
    assert " ".join(found.scopes if found else ()) == right["scopes"]


def test_two_in_three_measures_of_the_readings_are_of_a_listed_indicator() -> None:
    assert sum(bool(r["indicator"]) for r in RIGHT) / len(RIGHT) > 2 / 3


@pytest.mark.parametrize("indicator", indicators(), ids=lambda i: i.id)
def test_an_indicator_is_known_by_its_own_name(indicator) -> None:
    for unit in indicator.units:
        found = indicator_of(indicator.vi, UNIT[unit])
        assert found is not None
        assert found.listed == indicator


def test_the_list_is_whole() -> None:
    sources = {source.id for source in Registry.load().sources}
    assert len({i.id for i in indicators()}) == len(indicators())
    for i in indicators():
        assert all((i.vi, i.en, i.place, *i.required))
        assert all(i.required)
        assert set(i.units) <= set(UNITS)
        assert i.source in sources


SAME = [
    (
        "công chức được bồi dưỡng kiến thức quản lý nhà nước",
        "Phấn đấu các công chức được bồi dưỡng kiến thức QLNN",
    ),
    ("Tỷ lệ cán bộ có trình độ đại học trở lên", "Đến năm 2025, cán bộ có trình độ đại học trở lên đạt"),
    ("cơ sở dữ liệu dùng chung được số hoá", "CSDL dùng chung được số hóa theo quy định"),
    (
        "doanh nghiệp có hợp tác nghiên cứu với viện",
        "doanh nghiệp có hợp tác nghiên cứu với viện (trừ doanh nghiệp nhỏ)",
    ),
    (
        "trường học đạt chuẩn quốc gia trên địa bàn tỉnh Cà Mau",
        "trường học đạt chuẩn quốc gia trên địa bàn tỉnh",
    ),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_measures_that_say_the_same_meet(one: str, other: str) -> None:
    found = indicator_of(one, "%")
    assert found is not None
    assert found.listed is None
    assert found == indicator_of(other, "%")
    assert found.key != getattr(indicator_of(other, "lớp"), "key", None)


@pytest.mark.parametrize(
    "text", ["", "kịp thời, đúng quy định", "trả trước hạn", "được cơ quan có thẩm quyền phê duyệt", "DVCTT"]
)
def test_the_rest_of_a_sentence_names_nothing(text: str) -> None:
    assert indicator_of(text, "%") is None


# what stands before or after the number, and the words that are measured
CORES = [
    ("hồ sơ đúng hạn, trong đó có trên 60% trả trước hạn", "ho so dung han"),
    (
        "Tối thiểu 80% thủ tục, trong số đó, tỷ lệ giao dịch thanh toán trực tuyến",
        "giao dich thanh toan truc tuyen",
    ),
    ("Trong đó, mức độ hài lòng về dịch vụ", "muc do hai long ve dich vu"),
    (
        "hồ sơ tại cấp tỉnh, 85% hồ sơ tại cấp huyện và 65% hồ sơ tại cấp xã qua mạng",
        "ho so tai cap tinh qua mang",
    ),
    ("Năm 2021, số hóa kết quả", "so hoa ket qua"),
    ("Giai đoạn 2021 - 2025 phấn đấu đạt tỷ lệ số hóa", "so hoa"),
    ("Chỉ số SIPAS tỉnh Bắc Giang đến năm 2030", "chi so sipas den nam 2030"),
]


@pytest.mark.parametrize(("text", "expected"), CORES)
def test_the_core_is_what_is_measured(text: str, expected: str) -> None:
    assert core(text) == expected


@given(st.text(max_size=200))
def test_any_text_has_a_folded_core_and_known_scopes(text: str) -> None:
    found = core(text)
    assert found == fold(found)
    assert not names_a_thing(text) or found
    assert set(scopes(text)) <= set(codes("level"))


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("%", "percent"),
        ("hạng", "rank"),
        ("phút/01 lần giao dịch", "duration"),
        ("ngày làm việc", "duration"),
        ("TTHC/đơn vị", "count"),
        (None, "count"),
    ],
)
def test_units_have_a_kind(unit: str | None, kind: str) -> None:
    assert unit_kind(unit) == kind
