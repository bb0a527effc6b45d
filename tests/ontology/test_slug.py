"""Slugs and folded text: pairs, and what must hold for any text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.slug import fold, slug

PAIRS = [
    ("Sở Nội vụ", "so noi vu", "so-noi-vu"),
    ("107/2020/NĐ-CP", "107/2020/nd-cp", "107-2020-nd-cp"),
    ("  Đắk   Lắk ", "dak lak", "dak-lak"),
    ("TT&TT", "tt&tt", "tt-tt"),
    ("Uỷ ban", "uy ban", "uy-ban"),
    ("Ủy ban", "uy ban", "uy-ban"),
    ("Khánh Hoà", "khanh hoa", "khanh-hoa"),
    ("Ưu tiên", "uu tien", "uu-tien"),
    ("…", "…", ""),
]


@pytest.mark.parametrize(("text", "folded", "slugged"), PAIRS)
def test_pairs(text: str, folded: str, slugged: str) -> None:
    assert (fold(text), slug(text)) == (folded, slugged)


@given(st.text())
def test_folding_is_stable_and_blind_to_the_unicode_form(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text())
def test_slugs_are_ascii_and_stable(text: str) -> None:
    made = slug(text)
    assert made.isascii()
    assert slug(made) == made
    assert not made.startswith("-") and not made.endswith("-") and "--" not in made
