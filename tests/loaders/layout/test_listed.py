"""Agencies that only the lines of a crawled cell part."""

from __future__ import annotations

import pytest

from loaders.layout.listed import listed
from loaders.layout.model import Line, Passage


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("Ban CHQS xã|Công an xã|Trưởng các bản", "Ban CHQS xã; Công an xã; Trưởng các bản"),
        ("Sở Tài chính|Sở Nội vụ", "Sở Tài chính; Sở Nội vụ"),
        ("UBND các huyện, thành phố|Sở Y tế", "UBND các huyện, thành phố; Sở Y tế"),
        ("Sở Giáo dục và|Đào tạo", "Sở Giáo dục và Đào tạo"),
        ("Công an tỉnh, Cục|Thống kê tỉnh", "Công an tỉnh, Cục Thống kê tỉnh"),
        ("Bộ Chỉ huy|Bộ đội Biên phòng tỉnh", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh"),
        ("UBND xã|Trường Sơn", "UBND xã Trường Sơn"),
        ("Ban Nội chính|Tỉnh ủy", "Ban Nội chính Tỉnh ủy"),
        ("Giám đốc|Sở Y tế", "Giám đốc Sở Y tế"),
        ("Văn phòng Ban Chỉ|huy; các sở, ban, ngành", "Văn phòng Ban Chỉ huy; các sở, ban, ngành"),
        ("Sở A phối hợp Liên minh|Hợp tác xã tỉnh", "Sở A phối hợp Liên minh Hợp tác xã tỉnh"),
        ("Sở Y tế", "Sở Y tế"),
        ("", ""),
    ],
)
def test_the_end_of_a_line_parts_agencies(lines: str, text: str) -> None:
    printed = lines.split("|") if lines else []
    assert listed(Passage.of(Line(number, line) for number, line in enumerate(printed, 1))).text == text
