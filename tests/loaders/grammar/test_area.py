"""Titles of sections and their areas."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders.grammar import area
from ontology.codes import codes

READINGS = sorted((Path(__file__).parents[2] / "readings").glob("*.json"))

PAIRS: list[tuple[str | None, str | None]] = [
    (None, None),
    ("", None),
    ("I. Cải cách thể chế", "institution"),
    ("Tiếp tục xây dựng, hoàn thiện thể chế", "institution"),
    ("Khẩn trương, quyết liệt hoàn thiện thể chế; xóa bỏ rào cản", "institution"),
    ("2. Về cải cách thủ tục hành chính", "procedure"),
    ("CẢI CÁCH THỦ TỤC HÀNH CHÍNH (TTHC)", "procedure"),
    ("CẢI CÁCH TỔ CHỨC BỘ MÁY", "apparatus"),
    ("Xây dựng đội ngũ cán bộ, công chức, viên chức", "civil_service"),
    ("CẢI CÁCH CHẾ ĐỘ CÔNG VỤ", "civil_service"),
    ("V. Cải cách tài chính công", "public_finance"),
    ("Hiện đại hoá nền hành chính", "digital"),
    ("XÂY DỰNG VÀ PHÁT TRIỂN CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ", "digital"),
    ("Công tác chỉ đạo, điều hành cải cách hành chính", "direction"),
    ("Công tác chỉ đạo, điều hành kiểm soát TTHC", "direction"),
    ("Thực hiện cơ chế một cửa, một cửa liên thông", "procedure"),
    ("7. Công tác chỉ đạo, điều hành và tuyên truyền về cải cách hành chính", "direction"),
    ("CÔNG TÁC QUẢN LÝ, ĐIỀU HÀNH", "direction"),
    ("KIỆN TOÀN VÀ HOÀN THIỆN CƠ CHẾ CHỈ ĐẠO, ĐIỀU HÀNH PHÒNG CHÁY", None),
    ("CHỈ ĐẠO, ĐIỀU HÀNH PHÒNG CHÁY", None),
    ("PHÁT TRIỂN NGUỒN NHÂN LỰC", None),
]


@pytest.mark.parametrize(("title", "code"), PAIRS)
def test_area_of_a_title(title: str | None, code: str | None) -> None:
    assert area.of_title(title) == code
    assert code is None or code in codes("area")


@pytest.mark.parametrize("path", READINGS, ids=lambda path: path.stem)
def test_areas_of_the_hand_checked_readings(path: Path) -> None:
    for section in json.loads(path.read_text(encoding="utf-8"))["sections"]:
        assert area.of_title(section["title"]) == section["area"]
