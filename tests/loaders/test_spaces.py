"""White space made single."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.spaces import single_spaced


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở Nội vụ", "Sở Nội vụ"),
        ("  Sở Nội  vụ ", "Sở Nội vụ"),
        ("Sở\tNội\u00a0vụ\n", "Sở Nội vụ"),
        ("Sở\u00adNội vụ", "Sở\u00adNội vụ"),
        ("   ", ""),
        ("", ""),
    ],
)
def test_white_space(text: str, expected: str) -> None:
    assert single_spaced(text) == expected


@given(st.text(st.sampled_from("ộ, \t\n\u00a0\u2003\u3000\u2028\u00ad\u200b\x1c")) | st.text())
def test_words_stay_and_stand_one_space_apart(text: str) -> None:
    assert single_spaced(text) == " ".join(text.split())
