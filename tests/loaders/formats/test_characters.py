"""Characters that look alike or do not show."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.formats.characters import shown
from loaders.formats.decode import lines_of

PRINTS = [
    ("Sở\u00a0Nội\u2009vụ\u3000tỉnh", "Sở Nội vụ tỉnh"),
    ("Kế\u200b hoạch\ufeff số\u2060 5\u200e", "Kế hoạch số 5"),
    ("Rà\u001b[31m soát\u0007", "Rà[31m soát"),
    ("12/QĐ\u2011UBND, 5\u20106", "12/QĐ-UBND, 5-6"),
    ("12/QĐ\u00adUBND", "12/QĐ-UBND"),
    ("2021\u00ad2025", "2021-2025"),
    ("tổ ch\u00adức, T\u00adỔ CH\u00adỨC", "tổ chức, TỔ CHỨC"),
    ("Ðề án, ủy viên ðoàn", "Đề án, ủy viên đoàn"),
    ("\uf0b7 Rà soát", "- Rà soát"),
    (unicodedata.normalize("NFD", "Uỷ ban"), "Uỷ ban"),
    ("U\u200by\u0309 ban", "Uỷ ban"),
    (r"Số: 5/KH-UBND\r\n ngày", "Số: 5/KH-UBND  ngày"),
    ("2021–2025 — hết\tcột\n", "2021–2025 — hết\tcột\n"),
]


@pytest.mark.parametrize(("text", "print_"), PRINTS)
def test_one_form_for_what_looks_alike(text: str, print_: str) -> None:
    assert shown(text) == print_


@given(st.text(max_size=60))
def test_what_is_shown_stays_as_it_is(text: str) -> None:
    assert shown(shown(text)) == shown(text)


def test_lines_of_a_file_are_as_shown(tmp_path: Path) -> None:
    path = tmp_path / "thử.txt"
    path.write_text("\ufeffSố:\u00a012/KH\u2011UBND\n\u200b\nÐiều\u00a01", encoding="utf-8")
    assert [line.text for line in lines_of(path, path.read_bytes())] == ["Số: 12/KH-UBND", "", "Điều 1"]
