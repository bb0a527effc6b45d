"""Who signed."""

from __future__ import annotations

import pytest

from loaders.grammar import signer


@pytest.mark.parametrize(
    ("lines", "name", "office"),
    [
        (["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Đăng Bình"], "Nguyễn Đăng Bình", "CHỦ TỊCH"),
        (["Nơi nhận:", "- Sở Nội vụ;", "CHÁNH VĂN PHÒNG", "Vũ Đức Chính"], "Vũ Đức Chính", "CHÁNH VĂN PHÒNG"),
        (["KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Lê Thị Hà"], "Lê Thị Hà", "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC"),
        (["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐCLê Thị Hà"], "Lê Thị Hà", "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC"),
        (["Nơi nhận:", "- Lưu: VT."], None, None),
        (["Lưu VT.", "CỤC TRƯỞNG", "Lưu Văn Bình"], "Lưu Văn Bình", "CỤC TRƯỞNG"),
        (["(Đã ký)", "Hoàng Văn Nam"], "Hoàng Văn Nam", None),
        (["Nơi nhận: GIÁM ĐỐC", "- Sở A;", "- Lưu: VT. Lê Văn Bình"], "Lê Văn Bình", "GIÁM ĐỐC"),
        (["Nơi nhận:", "- Sở A; Lê Văn Bình", "- Lưu: VT."], "Lê Văn Bình", None),
        (["Nơi nhận:", "- Sở A; Báo Bình Định", "- Lưu: VT."], None, None),
        (["Nơi nhận:", "- Sở A; Quảng Ngãi", "- Lưu: VT."], None, None),
        (["Nơi nhận: GIÁM ĐỐC", "- Lưu: VT, Bình."], None, "GIÁM ĐỐC"),
        (["Nơi nhận: | CHỦ TỊCH |", "- Lưu: VT. | H’Yim Kđoh |"], "H’Yim Kđoh", "CHỦ TỊCH"),
        (["GIÁM ĐỐC", "Đại tá Lê Văn Nhân"], "Lê Văn Nhân", "GIÁM ĐỐC"),
        (["GIÁM ĐỐC", "TS. Lê Văn Nhân"], "Lê Văn Nhân", "GIÁM ĐỐC"),
        (["GIÁM ĐỐC", "Ths. Lê Văn Nhân"], "Lê Văn Nhân", "GIÁM ĐỐC"),
        (["CHỦ TỊCH", "ông Lê Văn Nhân"], None, "CHỦ TỊCH"),
        (["KT. THỐNG ĐỐC", "PHÓ THỐNG ĐỐC", "Y Ngọc"], "Y Ngọc", "KT. THỐNG ĐỐC PHÓ THỐNG ĐỐC"),
    ],
)
def test_who_signed(lines: list[str], name: str | None, office: str | None) -> None:
    assert signer.of_lines(lines) == (name, office)
