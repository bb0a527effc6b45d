"""Text of fonts and encodings from before Unicode."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.errors import UnreadableFile
from loaders.formats import read_layout
from loaders.formats.legacy_text import _letters, from_tcvn3, is_legacy_font, looks_legacy, unicode_of

TEXT = "Cải cách thủ tục hành chính của Ủy ban nhân dân tỉnh; đơn vị sự nghiệp, cơ quan ngang sở, phường, xã."
LETTERS = _letters()
TO_OLD = {letter: chr(code) for code, letter in LETTERS.items()}
WORDS = st.text(st.sampled_from(sorted(TO_OLD) + list("abcdeghiklmnopqrstuvxy ")), max_size=40)


def old(text: str) -> str:
    return "".join(TO_OLD.get(letter, letter) for letter in text)


def test_the_table_has_every_letter_once() -> None:
    assert len(set(LETTERS.values())) == len(LETTERS) == 74
    assert all(unicodedata.is_normalized("NFC", letter) for letter in LETTERS.values())


@given(WORDS)
def test_old_text_comes_back(text: str) -> None:
    assert from_tcvn3(old(text)) == text


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("Së Néi vô", ".VnTime", "Sở Nội vụ"),
        ("Së Néi vô", "ABCDEF+.VnTime", "Sở Nội vụ"),
        ("kÕ ho¹ch", ".VnTimeH", "KẾ HOẠCH"),
        ("kÕ ho¹ch", ".VnArialH,Bold", "KẾ HOẠCH"),
        ("Sở Nội vụ", "Times New Roman", "Sở Nội vụ"),
        ("vô", "VNI-Times", "vô"),
    ],
)
def test_the_font_decides(text: str, font: str, expected: str) -> None:
    assert unicode_of(text, font) == expected


def test_fonts() -> None:
    names = [".VnTime", ".VnTimeH", "VnArial", "Times New Roman", "VNI-Times", ""]
    assert [is_legacy_font(name) for name in names] == [True, True, True, False, False, False]


@pytest.mark.parametrize(
    ("text", "legacy"), [(old(TEXT), True), (TEXT, False), ("Plain «quoted» text ©", False)]
)
def test_letters_tell(text: str, legacy: bool) -> None:
    assert looks_legacy(text) is legacy


@pytest.mark.parametrize(
    "data",
    [
        old(TEXT.replace("Ủ", "ủ")).encode("latin-1"),
        old(TEXT.replace("Ủ", "ủ")).encode(),
    ],
)
def test_a_text_file_in_old_letters(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert read_layout(tmp_path / "a.txt").lines[0].text == TEXT.replace("Ủ", "ủ")


def windows_1258(text: str) -> bytes:
    """``text`` with each tone as a mark after its letter, as that encoding wants it."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    out = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(p for p in parts if p not in tones))
        out.append(base + "".join(p for p in parts if p in tones))
    return "".join(out).encode("cp1258")


def test_a_text_file_in_windows_1258(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(windows_1258(TEXT))
    assert read_layout(tmp_path / "a.txt").lines[0].text == TEXT


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("План реформы".encode("koi8-r"))
    with pytest.raises(UnreadableFile, match="UTF-8"):
        read_layout(tmp_path / "a.txt")
