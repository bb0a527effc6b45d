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


@given(WORDS, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 4)), max_size=3))
def test_without_some_characters_all_others_keep_their_lines(
    words: list[str], cuts: list[tuple[int, int]]
) -> None:
    whole = passage(words)
    spans: list[tuple[int, int]] = []
    for start, length in sorted(cuts):
        if (not spans or start >= spans[-1][1]) and start + length <= len(whole.text):
            spans.append((start, start + length))
    kept = [i for i in range(len(whole.text)) if not any(a <= i < b for a, b in spans)]
    less = whole.without(spans)
    assert less.text == "".join(whole.text[i] for i in kept)
    assert [less.line_at(i) for i in range(len(kept))] == [whole.line_at(i) for i in kept]
