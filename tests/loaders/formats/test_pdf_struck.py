"""Text struck through is left out; other lines across a page strike nothing."""

from __future__ import annotations

import pytest

from loaders.formats.pdf.rules import Rule
from loaders.formats.pdf.struck import without_struck
from loaders.formats.pdf.words import Word

WORDS = [
    Word("Giao", 10, 100, 38, 112),
    Word("Sở", 42, 100, 56, 112),
    Word("A", 60, 100, 68, 112),
    Word("xong", 10, 114, 36, 126),
]


def left(*rules: Rule) -> tuple[list[str], int]:
    words, kept = without_struck(WORDS, rules)
    return [word.text for word in words], len(kept)


def across(at: float, start: float, end: float) -> Rule:
    return Rule(upright=False, at=at, start=start, end=end)


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        ([across(106.5, 42, 56)], ["Giao", "A", "xong"]),
        ([across(106.5, 42, 60), across(106.5, 60, 68.4)], ["Giao", "xong"]),
        ([across(106.5, 42, 59.5)], ["Giao", "A", "xong"]),
    ],
    ids=["a word", "a line in two parts", "with the space behind"],
)
def test_words_with_a_line_through_their_middle_are_left_out(rules: list[Rule], words: list[str]) -> None:
    assert left(*rules) == (words, 0)


@pytest.mark.parametrize(
    "rule",
    [across(111, 42, 56), across(100, 42, 56), across(106.5, 0, 200), across(106.5, 44, 56), across(106.5, 42, 64)],
    ids=["below", "above", "over all", "from within a word", "into a word"],
)  # fmt: skip
def test_other_lines_strike_nothing(rule: Rule) -> None:
    assert left(rule) == ([word.text for word in WORDS], 1)


def test_upright_lines_strike_nothing() -> None:
    assert left(Rule(upright=True, at=50, start=90, end=130))[1] == 1
