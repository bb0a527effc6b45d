"""Passages: texts that know their lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loaders.layout.model import Line, Passage

WORDS = st.lists(st.text(alphabet="abcđêơ-/", min_size=1, max_size=8), max_size=8)


def passage(words: list[str]) -> Passage:
    return Passage.of(Line(number, word) for number, word in enumerate(words, start=1))


@given(st.text(alphabet="ab \t\u00a0", max_size=8))
def test_one_line_is_the_passage_of_that_line(text: str) -> None:
    line = Line(3, text)
    assert Passage.on(line) == Passage.of([line])


@given(WORDS, st.integers(0, 40), st.integers(0, 40))
def test_a_part_keeps_text_and_places(words: list[str], start: int, length: int) -> None:
    whole = passage(words)
    part = whole.part(start, start + length)
    assert part.text == whole.text[start : start + length].strip()
    first = start + whole.text[start : start + length].find(part.text)
    for offset, letter in enumerate(part.text):
        assert letter == whole.text[first + offset]
        assert part.line_at(offset) == whole.line_at(first + offset)


@given(WORDS, WORDS)
def test_joining_is_reading_on(one: list[str], other: list[str]) -> None:
    lines = [Line(number, word) for number, word in enumerate([*one, *other], start=1)]
    joined = Passage.of(lines[: len(one)]).joined(Passage.of(lines[len(one) :]))
    assert joined == Passage.of(lines)
