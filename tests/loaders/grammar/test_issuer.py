"""Who issued."""

from __future__ import annotations

import pytest

from loaders.grammar import issuer


@pytest.mark.parametrize(
    ("printed", "short"),
    [
        ("Ủy ban nhân dân (UBND) tỉnh Bắc Kạn", "UBND tỉnh Bắc Kạn"),
        ("Chủ tịch UBND tỉnh Bắc Giang", "UBND tỉnh Bắc Giang"),
        ("Hội đồng nhân dân tỉnh", "HĐND tỉnh"),
        ("Bộ trưởng Bộ Nội vụ", "Bộ Nội vụ"),
        ("Phó Giám đốc Sở Nội vụ", "Sở Nội vụ"),
    ],
)
def test_short_forms_of_issuers(printed: str, short: str) -> None:
    assert issuer.short(printed) == short


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("UBND HUYỆN CHỢ ĐỒN PHÒNG NỘI VỤ", "Phòng Nội vụ huyện Chợ Đồn"),
        ("ỦY BAN NHÂN DÂN TỈNH HÀ GIANG SỞ CÔNG THƯƠNG", "Sở Công Thương tỉnh Hà Giang"),
        ("UBND TỈNH BẮC KẠN VĂN PHÒNG", "Văn phòng UBND tỉnh Bắc Kạn"),
        ("UBND HUYỆN BA VÌ UBND XÃ TÂN LẬP", "UBND xã Tân Lập"),
        ("UBND THÀNH PHỐ HẢI PHÒNG", "UBND thành phố Hải Phòng"),
        ("UBND TỈNH HÀ NAM\nSỞ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA\nVIỆT NAM", "Sở Y tế tỉnh Hà Nam"),
        ("UBND TỈNH HÀ NAM\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT\nNAM", "UBND tỉnh Hà Nam"),
        ("NGÂN HÀNG NHÀ NƯỚC\nVIỆT NAM", "Ngân hàng nhà nước Việt Nam"),
        ("HỘI ĐỒNG NHÂN\nDÂN TỈNH HÀ NAM", "HĐND tỉnh Hà Nam"),
        ("BỘ Y TẾ CỤC QUẢN LÝ DƯỢC", "Cục quản lý dược"),
        ("BỘ GIÁO DỤC VÀ ĐÀO TẠO TRƯỜNG ĐẠI HỌC VINH", "Trường đại học vinh"),
        ("TẬP ĐOÀN ĐIỆN LỰC VIỆT NAM CÔNG TY ĐIỆN LỰC HÀ NAM", "Công ty điện lực Hà Nam"),
        ("SỞ Y TẾ TỈNH HÀ NAM BỆNH VIỆN MẮT", "Bệnh viện mắt tỉnh Hà Nam"),
        ("ĐẢNG BỘ TỈNH HÀ NAM HUYỆN ỦY LÝ NHÂN", "Huyện ủy Lý Nhân tỉnh Hà Nam"),
        ("ĐẢNG BỘ TỈNH HÀ NAM\nTHỊ ỦY DUY TIÊN", "Thị ủy Duy Tiên tỉnh Hà Nam"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG ĐOÀN QUỐC HỘI", "Đảng đoàn Quốc hội"),
        ("UBND TỈNH HÀ NAM BAN NỘI CHÍNH", "Ban nội chính tỉnh Hà Nam"),
    ],
)
def test_bodies_in_one_line_of_a_letterhead(line: str, name: str) -> None:
    assert issuer.of_letterhead(line.split("\n"), None) == name


@pytest.mark.parametrize(
    ("province", "place", "name"),
    [
        ("TỈNH ĐK LK", "tỉnh Đắk Lắk", "UBND tỉnh Đắk Lắk"),
        ("TỈNH HÀ NAM", "tỉnh Hà Giang", "UBND tỉnh Hà Nam"),
        ("TỈNH XYZ", "tỉnh Hà Giang", "UBND tỉnh Xyz"),
        ("TỈNH ĐK LK", None, "UBND tỉnh Đk Lk"),
    ],
)
def test_a_misspelt_province_is_spelt_as_in_the_text(province: str, place: str | None, name: str) -> None:
    assert issuer.of_letterhead(["ỦY BAN NHÂN DÂN", province], place) == name


def test_a_school_of_a_university_is_of_no_province() -> None:
    lines = ["ĐẠI HỌC HUẾ", "TRƯỜNG ĐẠI HỌC SƯ PHẠM"]
    assert issuer.of_letterhead(lines, "thành phố Huế") == "Trường đại học sư phạm"
