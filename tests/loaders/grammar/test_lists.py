"""Regular expressions made of lists of words."""

from __future__ import annotations

import re

import pytest

from loaders.grammar import lists

APART = re.compile(lists.standing_apart(lists.spelt(["đề án", "đề", "sở"])))


@pytest.mark.parametrize(
    ("text", "found"),
    [("theo đề  án này", "đề  án"), ("đề nghị", "đề"), ("vấnđề", None), ("cơ sở", "sở"), ("", None)],
)
def test_words_that_stand_apart(text: str, found: str | None) -> None:
    match = APART.search(text)
    assert (match[0] if match else None) == found
