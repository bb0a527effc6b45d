"""Who belongs to a group, and from when to when an agency is there."""

from __future__ import annotations

import pytest

from loaders.resolve.agency import Agencies
from loaders.resolve.lifetime import lifetime
from loaders.resolve.members import members
from ontology.registry import Registry

REGISTRY = Registry.load()

MEMBERS = [
    ("UBND tỉnh Bắc Kạn", 2024, "Các sở, ban, ngành", 17, "tinh/bac-kan/so-thong-tin-va-truyen-thong"),
    (
        "UBND tỉnh Bắc Kạn",
        "2025-04-01",
        "Các sở, ban, ngành",
        12,
        "tinh/bac-kan/so-nong-nghiep-va-moi-truong",
    ),
    ("UBND tỉnh Bắc Ninh", "2025-08-01", "Các sở, ban, ngành", 12, "tinh/bac-ninh-2025/thanh-tra"),
    ("Sở Nội vụ tỉnh Bắc Kạn", 2024, "Các sở, ban, ngành", 17, "tinh/bac-kan/van-phong-ubnd"),
    ("UBND xã Gia Lâm", 2024, "Các sở, ban, ngành", 0, None),
    ("UBND tỉnh Bắc Kạn", 2024, "UBND cấp huyện", 8, "tinh/bac-kan/thanh-pho-bac-kan/ubnd"),
    ("UBND tỉnh Bắc Ninh", "2025-08-01", "UBND cấp huyện", 0, None),
    ("UBND tỉnh Bắc Ninh", "2025-08-01", "UBND cấp xã", 99, "tinh/bac-ninh-2025/phuong-bac-giang/ubnd"),
    ("UBND tỉnh Bắc Kạn", 2024, "UBND cấp xã", 108, "tinh/bac-kan/huyen-ba-be/xa-yen-duong/ubnd"),
    (
        "UBND huyện Ba Bể tỉnh Bắc Kạn",
        2024,
        "UBND cấp xã",
        15,
        "tinh/bac-kan/huyen-ba-be/xa-yen-duong/ubnd",
    ),
    ("UBND tỉnh Bắc Kạn", 2024, "Cơ quan liên quan", 0, None),
    ("Chính phủ", 2024, "Các bộ, ngành", 22, "trung-uong/bo-ke-hoach-va-dau-tu"),
    ("Chính phủ", "2025-04-01", "Các bộ, ngành", 17, "trung-uong/bo-dan-toc-va-ton-giao"),
    ("Bộ Nội vụ", 2024, "UBND các tỉnh, thành phố", 63, "tinh/bac-kan/ubnd"),
    ("UBND tỉnh Bắc Kạn", "2025-08-01", "UBND các tỉnh, thành phố", 34, "tinh/thai-nguyen-2025/ubnd"),
    ("Văn phòng UBND tỉnh Bắc Kạn", 2025, "Các phòng, ban, đơn vị", 0, None),
]


@pytest.mark.parametrize(("issuer", "on", "group", "count", "one"), MEMBERS)
def test_members(issuer: str, on: str | int, group: str, count: int, one: str | None) -> None:
    names = Agencies.of(issuer, on, REGISTRY)
    found = members(names, names.resolve(group))
    assert len(found) == count
    assert one is None or one in {member.iri_path for member in found}
    assert all(member.known and member.kind == "agency" for member in found)


@pytest.mark.parametrize("on", [2024, "2025-08-01"])
def test_members_are_the_nodes_their_names_mean(on: str | int) -> None:
    names = Agencies.of("UBND tỉnh Nghệ An", on, REGISTRY)
    for group in ("UBND cấp xã", "UBND cấp huyện"):
        for member in members(names, names.resolve(group))[::9]:
            assert names.resolve(member.label) == member


LIFETIMES = [
    ("UBND tỉnh Nghệ An", 2024, "Sở Nội vụ", None, None),
    ("UBND tỉnh Nghệ An", 2024, "Sở Kế hoạch và Đầu tư", None, "2025-02-28"),
    ("UBND tỉnh Nghệ An", "2025-08-01", "Sở Nông nghiệp và Môi trường", "2025-03-01", None),
    ("UBND tỉnh Bắc Kạn", 2024, "Sở Nội vụ", None, "2025-06-30"),
    ("UBND tỉnh Thái Nguyên", "2025-08-01", "Sở Nội vụ", "2025-07-01", None),
    ("UBND tỉnh Nghệ An", 2024, "UBND huyện Nam Đàn", None, "2025-06-30"),
    ("UBND tỉnh Nghệ An", 2024, "Bộ Kế hoạch và Đầu tư", None, "2025-02-28"),
    ("UBND tỉnh Nghệ An", 2024, "Các sở, ban, ngành", None, None),
]


@pytest.mark.parametrize(("issuer", "on", "name", "start", "end"), LIFETIMES)
def test_lifetimes(issuer: str, on: str | int, name: str, start: str | None, end: str | None) -> None:
    days = lifetime(Agencies.of(issuer, on, REGISTRY).resolve(name), REGISTRY)
    assert [day and day.isoformat() for day in days] == [start, end]
