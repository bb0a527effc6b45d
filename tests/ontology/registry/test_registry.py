"""Asking the registries: provinces by name and day, departments, who took over whose work."""

from __future__ import annotations

from datetime import date

import pytest

from ontology.registry import Registry, Succession

REGISTRY = Registry.load()
SUCCESSION = Succession(REGISTRY)

PROVINCES = [
    ("Bắc Kạn", date(2024, 1, 1), "tinh/bac-kan"),
    ("bac kan", date(2024, 1, 1), "tinh/bac-kan"),
    ("Bắc Kạn", date(2026, 1, 1), "tinh/bac-kan"),
    ("Tuyên Quang", date(2025, 6, 30), "tinh/tuyen-quang"),
    ("Tuyên Quang", date(2025, 7, 1), "tinh/tuyen-quang-2025"),
    ("Tuyên Quang", None, "tinh/tuyen-quang-2025"),
    ("Tuyên Quang", date(2005, 1, 1), "tinh/tuyen-quang"),
    ("Nghệ An", date(2026, 1, 1), "tinh/nghe-an"),
    ("Thừa Thiên Huế", date(2024, 1, 1), "tinh/hue"),
    ("TP.HCM", date(2024, 1, 1), "tinh/ho-chi-minh"),
    ("Atlantis", None, None),
]


@pytest.mark.parametrize(("name", "on", "path"), PROVINCES)
def test_provinces(name: str, on: date | None, path: str | None) -> None:
    found = REGISTRY.province(name, on)
    assert (found.id if found else None) == path


REGIMES = [
    (date(2005, 1, 1), "2014"),
    (date(2025, 2, 28), "2014"),
    (date(2025, 3, 1), "2025"),
    (date(2025, 7, 1), "2025-07"),
    (None, "2025-07"),
]


@pytest.mark.parametrize(("on", "regime"), REGIMES)
def test_regimes(on: date | None, regime: str) -> None:
    assert REGISTRY.regime(on).id == regime


DEPARTMENTS = [
    ("sở tttt", "Sở Thông tin và Truyền thông"),
    ("Sở TT&TT", "Sở Thông tin và Truyền thông"),
    ("SKH&ĐT", "Sở Kế hoạch và Đầu tư"),
    ("Sở VH,TT&DL", "Sở Văn hóa, Thể thao và Du lịch"),
    ("Sở Văn hoá Thể thao & Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
    ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
    ("SNV", "Sở Nội vụ"),
    ("Sở Nội", None),
]


@pytest.mark.parametrize(("name", "official"), DEPARTMENTS)
def test_departments(name: str, official: str | None) -> None:
    found = REGISTRY.department(name)
    assert (found.name if found else None) == official


SUCCESSORS = [
    (
        "tinh/bac-giang/so-thong-tin-va-truyen-thong",
        [
            ("tinh/bac-giang/so-khoa-hoc-va-cong-nghe", "sourced"),
            ("tinh/bac-ninh-2025/so-khoa-hoc-va-cong-nghe", "pattern"),
        ],
    ),
    (
        "tinh/bac-kan/so-ke-hoach-va-dau-tu",
        [("tinh/bac-kan/so-tai-chinh", "pattern"), ("tinh/thai-nguyen-2025/so-tai-chinh", "pattern")],
    ),
    (
        "tinh/quang-nam/ban-dan-toc",
        [
            ("tinh/quang-nam/so-dan-toc-va-ton-giao", "pattern"),
            ("tinh/da-nang-2025/so-dan-toc-va-ton-giao", "pattern"),
        ],
    ),
    (
        "tinh/lao-cai/ban-dan-toc",
        [
            ("tinh/lao-cai/so-dan-toc-va-ton-giao", "sourced"),
            ("tinh/lao-cai-2025/so-dan-toc-va-ton-giao", "pattern"),
        ],
    ),
    # ended before the provinces were merged, and no source says who has all of its work
    ("tinh/bac-giang/cuc-thue", []),
    ("trung-uong/uy-ban-dan-toc", [("trung-uong/bo-dan-toc-va-ton-giao", "sourced")]),
    ("trung-uong/bo-lao-dong-thuong-binh-va-xa-hoi", [("trung-uong/bo-noi-vu", "sourced")]),
    ("tinh/bac-kan/ubnd", [("tinh/thai-nguyen-2025/ubnd", "sourced")]),
    ("tinh/nghe-an/so-noi-vu", []),
    ("tinh/nghe-an/so-xay-dung", []),
    ("tinh/lam-dong/so-lao-dong-thuong-binh-va-xa-hoi",
     [("tinh/lam-dong/so-noi-vu", "sourced"), ("tinh/lam-dong-2025/so-noi-vu", "pattern")]),
    ("trung-uong/bo-giao-thong-van-tai", [("trung-uong/bo-xay-dung", "sourced")]),
]  # fmt: skip


@pytest.mark.parametrize(("path", "steps"), SUCCESSORS)
def test_successors(path: str, steps: list[tuple[str, str]]) -> None:
    assert [(step.after, step.basis) for step in SUCCESSION.successors(path)] == steps


@pytest.mark.parametrize(("path", "steps"), [s for s in SUCCESSORS if s[1]])
def test_predecessors_lead_back(path: str, steps: list[tuple[str, str]]) -> None:
    assert path in {step.before for step in SUCCESSION.predecessors(steps[-1][0])}


def test_nobody_came_before_what_never_changed() -> None:
    assert SUCCESSION.predecessors("tinh/nghe-an/so-y-te") == ()
    assert SUCCESSION.predecessors("tinh/nghe-an/so-noi-vu")[0].basis == "pattern"
