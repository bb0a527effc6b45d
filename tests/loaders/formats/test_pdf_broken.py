"""Words and numbers broken over two lines of a narrow column."""

from __future__ import annotations

import pytest

from loaders.formats.pdf.broken import whole
from loaders.formats.pdf.text import Printed

BROKEN = [
    (["Thườn", "g xuyên"], ["Thường", "xuyên"]),
    (["Các sở, ngàn", "h, UBND huyệ", "n"], ["Các sở, ngành,", "UBND huyện"]),
    (["tổ chức th", "ực hiện"], ["tổ chức thực", "hiện"]),
    (["II", "I"], ["III"]),
    (["ST", "T"], ["STT"]),
    (["trước ngày 30/01/202", "4; tổ chức"], ["trước ngày 30/01/2024", "; tổ chức"]),
    (["Quý I/20", "25"], ["Quý I/2025"]),
    (["Năm 202", "5"], ["Năm 2025"]),
    (["2021-203", "0"], ["2021-2030"]),
]
KEPT = [
    ["Văn phòng", "UBND tỉnh"],
    ["Kế hoạch", "b) Báo cáo"],
    ["Kế hoạch", "c. Nội dung"],
    ["dài 5 km", "đường"],
    ["Quý I/2025", "5 việc"],
    ["Đạt trên 20", "25 đơn vị"],
    ["II", "Cải cách"],
    ["năm 2024", "- 2025"],
    ["15/7/2021", "20 hồ sơ"],
    ["2021-2025", "0 hồ sơ"],
    ["Sở TT&TT", "tỉnh"],
]


@pytest.mark.parametrize(("lines", "mended"), BROKEN)
def test_broken_words_are_made_whole(lines: list[str], mended: list[str]) -> None:
    assert texts(lines) == mended


@pytest.mark.parametrize("lines", KEPT)
def test_whole_words_stay(lines: list[str]) -> None:
    assert texts(lines) == lines


def texts(lines: list[str]) -> list[str]:
    return [line.text for line in whole(Printed(text, 0, 0, 10, 10, 5) for text in lines)]
