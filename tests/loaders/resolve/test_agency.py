"""Names of agencies in a document and the paths they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.resolve.agency import Agencies, resolve_issuer
from loaders.resolve.day import as_day
from ontology.registry import Province, Registry

REGISTRY = Registry.load()
BAC_KAN, SO, HUYEN = "UBND tỉnh Bắc Kạn", "Sở Nội vụ tỉnh Bắc Kạn", "UBND huyện Ba Bể tỉnh Bắc Kạn"
CITY = "UBND thành phố Bắc Kạn, tỉnh Bắc Kạn"

ISSUERS = [
    ("UBND tỉnh Bắc Kạn", "2023-12-25", "tinh/bac-kan/ubnd"),
    ("Chủ tịch UBND tỉnh Bắc Kạn", "2023-12-25", "tinh/bac-kan/ubnd"),
    ("Ủy ban nhân dân thành phố Hà Nội", 2024, "tinh/ha-noi/ubnd"),
    ("UBND Thành phố Hồ Chí Minh", "2024-05", "tinh/ho-chi-minh/ubnd"),
    ("UBND tỉnh Thái Nguyên", "2025-06-30", "tinh/thai-nguyen/ubnd"),
    ("UBND tỉnh Thái Nguyên", "2025-07-01", "tinh/thai-nguyen-2025/ubnd"),
    ("UBND tỉnh Nghệ An", "2025-11-18", "tinh/nghe-an/ubnd"),
    ("Sở Kế hoạch và Đầu tư tỉnh Tuyên Quang", 2023, "tinh/tuyen-quang/so-ke-hoach-va-dau-tu"),
    ("Văn phòng UBND tỉnh Bắc Kạn", "2025-01", "tinh/bac-kan/van-phong-ubnd"),
    ("Thanh tra tỉnh Bắc Kạn", 2024, "tinh/bac-kan/thanh-tra"),
    ("UBND huyện Ba Bể tỉnh Bắc Kạn", 2024, "tinh/bac-kan/huyen-ba-be/ubnd"),
    ("UBND thành phố Bắc Kạn, tỉnh Bắc Kạn", 2024, "tinh/bac-kan/thanh-pho-bac-kan/ubnd"),
    ("UBND xã Yên Dương, huyện Ba Bể, tỉnh Bắc Kạn", 2024, "tinh/bac-kan/huyen-ba-be/xa-yen-duong/ubnd"),
    ("UBND phường Bắc Giang tỉnh Bắc Ninh", "2025-08-01", "tinh/bac-ninh-2025/phuong-bac-giang/ubnd"),
    ("UBND Quận 1, TP. Hồ Chí Minh", 2024, "tinh/ho-chi-minh/quan-1/ubnd"),
    ("UBND huyện Ba Bể", 2024, "tinh/bac-kan/huyen-ba-be/ubnd"),
    ("UBND huyện Châu Thành", 2024, "chua-ro/huyen-chau-thanh/ubnd"),
    ("BẢO HIỂM XÃ HỘI TỈNH BẮC KẠN", 2024, "tinh/bac-kan/bao-hiem-xa-hoi"),
    ("Bộ Nội vụ", 2024, "trung-uong/bo-noi-vu"),
    ("Thủ tướng Chính phủ", 2024, "trung-uong/thu-tuong-chinh-phu"),
]

NAMES = [
    # a province's plan
    (BAC_KAN, 2024, "Sở Nội vụ", "agency", "tinh/bac-kan/so-noi-vu"),
    (BAC_KAN, 2024, "Sở TT&TT", "agency", "tinh/bac-kan/so-thong-tin-va-truyen-thong"),
    (BAC_KAN, 2024, "SỞ LAO ĐỘNG – THƯƠNG BINH VÀ XÃ HỘI", "agency",
     "tinh/bac-kan/so-lao-dong-thuong-binh-va-xa-hoi"),
    (BAC_KAN, 2024, "Văn phòng UBND", "agency", "tinh/bac-kan/van-phong-ubnd"),
    (BAC_KAN, 2024, "Văn phòng Uỷ ban nhân dân tỉnh", "agency", "tinh/bac-kan/van-phong-ubnd"),
    (BAC_KAN, 2024, "Công an tỉnh", "agency", "tinh/bac-kan/cong-an"),
    (BAC_KAN, 2024, "Sở Nội vụ tỉnh Hà Giang", "agency", "tinh/ha-giang/so-noi-vu"),
    (BAC_KAN, 2024, "UBND huyện Ba Bể", "agency", "tinh/bac-kan/huyen-ba-be/ubnd"),
    (BAC_KAN, 2024, "UBND thành phố Bắc Kạn", "agency", "tinh/bac-kan/thanh-pho-bac-kan/ubnd"),
    (BAC_KAN, 2024, "Báo Bắc Kạn", "agency", "tinh/bac-kan/bao"),
    (BAC_KAN, 2024, "Bộ Tài chính", "agency", "trung-uong/bo-tai-chinh"),
    (BAC_KAN, 2024, "Bộ Chỉ huy Quân sự tỉnh", "agency", "tinh/bac-kan/bo-chi-huy-quan-su"),
    (BAC_KAN, 2024, "Vụ CCHC, Bộ Nội vụ", "unit", "trung-uong/bo-noi-vu/vu-cchc"),
    (BAC_KAN, 2024, "Giám đốc Sở Nội vụ", "office", "tinh/bac-kan/so-noi-vu/giam-doc"),
    (BAC_KAN, 2024, "Chi cục Văn thư - Lưu trữ thuộc Sở Nội vụ", "unit",
     "tinh/bac-kan/so-noi-vu/chi-cuc-van-thu-luu-tru"),
    (BAC_KAN, 2024, "Các sở, ban, ngành", "group", "tinh/bac-kan/nhom/2014/cac-so-ban-nganh"),
    (BAC_KAN, 2024, "UBND cấp huyện", "group", "tinh/bac-kan/nhom/2014/ubnd-cap-huyen"),
    (BAC_KAN, 2024, "Phòng Nội vụ cấp huyện", "group", "tinh/bac-kan/nhom/2014/phong-noi-vu-cap-huyen"),
    (BAC_KAN, 2024, "Cơ quan liên quan", "open_group", "tinh/bac-kan/nhom/2014/co-quan-lien-quan"),
    (BAC_KAN, 2024, "Các sở, ngành có quản lý các hệ thống thông tin", "open_group",
     "tinh/bac-kan/nhom/2014/cac-so-nganh-co-quan-ly-cac-he-thong-thong-tin"),
    (BAC_KAN, 2024, "Đơn vị được thanh tra", "open_group", "tinh/bac-kan/nhom/2014/don-vi-duoc-thanh-tra"),
    (BAC_KAN, 2024, "Giám đốc Sở", "office", "tinh/bac-kan/giam-doc-so"),
    (BAC_KAN, 2024, "UBND TP. Bắc Kạn", "agency", "tinh/bac-kan/thanh-pho-bac-kan/ubnd"),
    (BAC_KAN, 2024, "Công an TP Hà Nội", "agency", "tinh/ha-noi/cong-an"),
    (BAC_KAN, 2024, "UB MTTQ tỉnh", "agency", "tinh/bac-kan/uy-ban-mat-tran-to-quoc"),
    (BAC_KAN, 2024, "Chi cục Thuế huyện Ba Bể", "agency", "tinh/bac-kan/huyen-ba-be/chi-cuc-thue"),
    (BAC_KAN, 2024, "Bí thư Tỉnh ủy", "office", "tinh/bac-kan/tinh-uy/bi-thu"),
    (BAC_KAN, 2024, "UBND xã Yên Dương", "agency", "tinh/bac-kan/huyen-ba-be/xa-yen-duong/ubnd"),
    (BAC_KAN, 2024, "Ban Chỉ đạo CCHC của Chính phủ", "unit", "trung-uong/chinh-phu/ban-chi-dao-cchc"),
    # a city's plan
    (CITY, 2024, "Công an thành phố", "agency", "tinh/bac-kan/thanh-pho-bac-kan/cong-an"),
    (CITY, 2024, "Công an tỉnh", "agency", "tinh/bac-kan/cong-an"),
    ("UBND thành phố Hà Nội", 2024, "Công an thành phố", "agency", "tinh/ha-noi/cong-an"),
    # a district's plan
    (HUYEN, 2024, "UBND xã Yên Dương", "agency", "tinh/bac-kan/huyen-ba-be/xa-yen-duong/ubnd"),
    (HUYEN, 2024, "Tỉnh ủy", "agency", "tinh/bac-kan/tinh-uy"),
    (HUYEN, 2024, "Phòng Nội vụ huyện", "agency", "tinh/bac-kan/huyen-ba-be/phong-noi-vu"),
    (HUYEN, 2024, "Văn phòng HĐND - UBND huyện", "agency",
     "tinh/bac-kan/huyen-ba-be/van-phong-hdnd-va-ubnd"),
    (HUYEN, 2024, "Các phòng, ban, ngành", "open_group",
     "tinh/bac-kan/huyen-ba-be/nhom/2014/cac-phong-ban-nganh"),
    (HUYEN, 2024, "Phòng Nội vụ cấp huyện", "group", "tinh/bac-kan/nhom/2014/phong-noi-vu-cap-huyen"),
    # after the mergers
    ("UBND tỉnh Thái Nguyên", "2025-11-01", "Sở Nội vụ", "agency", "tinh/thai-nguyen-2025/so-noi-vu"),
    ("UBND tỉnh Thái Nguyên", "2025-11-01", "Các sở, ban, ngành", "group",
     "tinh/thai-nguyen-2025/nhom/2025-07/cac-so-ban-nganh"),
    # an agency's own plan
    (SO, 2024, "Văn phòng Sở", "unit", "tinh/bac-kan/so-noi-vu/van-phong"),
    (SO, 2024, "Thanh tra", "unit", "tinh/bac-kan/so-noi-vu/thanh-tra"),
    (SO, 2024, "Thanh tra tỉnh", "agency", "tinh/bac-kan/thanh-tra"),
    (SO, 2024, "Phòng Cải cách hành chính", "unit", "tinh/bac-kan/so-noi-vu/phong-cai-cach-hanh-chinh"),
    (SO, 2024, "UBND tỉnh", "agency", "tinh/bac-kan/ubnd"),
    (SO, 2024, "Sở Tài chính", "agency", "tinh/bac-kan/so-tai-chinh"),
    (SO, 2024, "Giám đốc Sở", "office", "tinh/bac-kan/so-noi-vu/giam-doc"),
    (SO, 2024, "Các phòng, ban, đơn vị", "group", "tinh/bac-kan/so-noi-vu/nhom/2014/cac-phong-ban-don-vi"),
    (SO, 2024, "Các phòng, đơn vị trực thuộc Sở", "group",
     "tinh/bac-kan/so-noi-vu/nhom/2014/cac-phong-don-vi-truc-thuoc-so"),
    (SO, 2024, "Các sở, ban, ngành", "group", "tinh/bac-kan/nhom/2014/cac-so-ban-nganh"),
    # a district's plan
    (HUYEN, 2024, "Phòng Nội vụ", "agency", "tinh/bac-kan/huyen-ba-be/phong-noi-vu"),
    (HUYEN, 2024, "Công an huyện", "agency", "tinh/bac-kan/huyen-ba-be/cong-an"),
    (HUYEN, 2024, "Công an tỉnh", "agency", "tinh/bac-kan/cong-an"),
    (HUYEN, 2024, "Sở Nội vụ", "agency", "tinh/bac-kan/so-noi-vu"),
    (HUYEN, 2024, "UBND cấp xã", "group", "tinh/bac-kan/huyen-ba-be/nhom/2014/ubnd-cap-xa"),
]  # fmt: skip


@pytest.mark.parametrize(("issuer", "on", "path"), ISSUERS)
def test_issuers(issuer: str, on: str | int, path: str) -> None:
    assert resolve_issuer(issuer, on, REGISTRY).iri_path == path


WORDINGS = (
    ("UBND {label}", "ubnd"),
    ("Uỷ ban Nhân dân {label}", "ubnd"),
    ("Chủ tịch UBND {label}", "ubnd"),
    ("Sở Nội vụ {label}", "so-noi-vu"),
    ("Sở Nội vụ {name}", "so-noi-vu"),
    ("Văn phòng UBND {label}", "van-phong-ubnd"),
    ("Thanh tra {label}", "thanh-tra"),
    ("Tỉnh ủy {name}", "tinh-uy"),
)


@pytest.mark.parametrize("province", REGISTRY.provinces, ids=lambda p: p.id)
def test_every_province_and_local_unit_is_read_from_its_issuers(province: Province) -> None:
    for wording, path in WORDINGS:
        issuer = wording.format(label=province.label, name=province.name)
        assert resolve_issuer(issuer, province.start, REGISTRY).iri_path == f"{province.id}/{path}"
    for rule in ("districts", "communes"):
        for unit in REGISTRY.units.on(province.id, rule, province.start)[::4]:
            place = ", ".join(filter(None, (unit.label, unit.district, province.label)))
            found = resolve_issuer(f"UBND {place}", province.start, REGISTRY)
            assert (found.iri_path, found.known) == (f"{REGISTRY.units.path(unit)}/ubnd", True)


@pytest.mark.parametrize(("issuer", "on", "name", "kind", "path"), NAMES)
def test_names(issuer: str, on: str | int, name: str, kind: str, path: str) -> None:
    found = Agencies.of(issuer, on, REGISTRY).resolve(name)
    assert (found.kind, found.iri_path, found.known) == (kind, path, True)


@pytest.mark.parametrize(
    "name",
    [
        "Tổ thẩm định",
        "Sở Hàng hải",
        "Các bạn",
        "—",
        "Công an huyện",
        "Sở Y tế, Sở Nội vụ",
        "Công ty Điện lực Bắc Kạn",
    ],
)
def test_what_nothing_explains_is_unknown(name: str) -> None:
    assert not Agencies.of(BAC_KAN, 2024, REGISTRY).resolve(name).known


@pytest.mark.parametrize(
    ("issuer", "on", "name", "path"),
    [
        (BAC_KAN, 2024, "Công an huyện", "tinh/bac-kan/cong-an-huyen"),
        (BAC_KAN, 2024, "Công an xã", "tinh/bac-kan/cong-an-xa"),
        (BAC_KAN, 2024, "UBND thành phố", "tinh/bac-kan/ubnd-thanh-pho"),
        (BAC_KAN, 2024, "Công an thành phố", "tinh/bac-kan/cong-an-thanh-pho"),
        (BAC_KAN, "2025-08-01", "UBND xã Yên Dương", "tinh/bac-kan/xa-yen-duong/ubnd"),
        (BAC_KAN, 2024, "***", "tinh/bac-kan/khong-ten"),
    ],
)
def test_what_may_be_several_or_none_is_no_known_agency(
    issuer: str, on: str | int, name: str, path: str
) -> None:
    found = Agencies.of(issuer, on, REGISTRY).resolve(name)
    assert (found.iri_path, found.known) == (path, False)


def test_a_department_named_for_the_whole_country_is_no_single_one() -> None:
    assert not Agencies.of("Bộ Nội vụ", 2024, REGISTRY).resolve("Sở Nội vụ").known
    assert Agencies.of("Bộ Nội vụ", 2024, REGISTRY).resolve("Sở Nội vụ tỉnh Bắc Kạn").known


def test_a_name_without_an_issuer_is_nowhere() -> None:
    found = Agencies.of(None, None, REGISTRY).resolve("Sở Nội vụ")
    assert (found.iri_path, found.known) == ("chua-ro/so-noi-vu", False)


@given(st.text(max_size=60), st.sampled_from([BAC_KAN, SO, HUYEN]))
def test_any_name_gives_an_ascii_path_and_the_same_one_again(name: str, issuer: str) -> None:
    reader = Agencies.of(issuer, 2024, REGISTRY)
    found = reader.resolve(name)
    assert found.iri_path.isascii() and "//" not in found.iri_path and not found.iri_path.endswith("/")
    assert reader.resolve(name) == found


DAYS = [
    ("2025-01", "2025-01-01"),
    (2024, "2024-01-01"),
    ("2024-05-06", "2024-05-06"),
    ("2021-06-31", "2021-06-01"),
    ("2021-13-31", "2021-01-01"),
    ("", "None"),
    ("năm 2021", "None"),
]


@pytest.mark.parametrize(("when", "day"), DAYS)
def test_days(when: str | int, day: str) -> None:
    assert str(as_day(when)) == day
