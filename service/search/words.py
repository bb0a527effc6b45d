"""Text as words that can be found: without marks, and with its marks whatever way they were typed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from loaders.align.text import ShortForms, short_forms
from loaders.align.text import fold as syllable
from ontology.slug import fold

__all__ = ["Asked", "Word", "asked", "words"]

LONGEST, MOST = 200, 24
"""Characters and words of a search that are looked at."""

_WORD = re.compile(r"[^\W_]+")
_CHUNK = re.compile(r'"([^"]*)"|([^\s"]+)')
_TONES = dict(zip("\u0301\u0300\u0309\u0303\u0323", "12345", strict=True))


@dataclass(frozen=True)
class Word:
    """One word of a text: ``folded`` without marks, ``exact`` with them, and its place in the text."""

    folded: str
    exact: str
    start: int
    end: int


@dataclass(frozen=True)
class Asked:
    """A search: phrases that must all be found, each word after word ("107/2020" is a phrase of two)."""

    phrases: tuple[tuple[Word, ...], ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """All words, in the order typed."""
        return tuple(word for phrase in self.phrases for word in phrase)


def words(text: str, *, any_case: bool = False) -> list[Word]:
    """The words of ``text`` (composed, NFC); those of a short form ("TTHC") all stand in its place.

    A short form is in capitals, or in ``any_case`` where somebody typed it.
    """
    return [
        Word(_folded(word), _exact(word), found.start(), found.end())
        for found in _WORD.finditer(text)
        for word in _written_out(found[0], any_case)
    ]


@lru_cache(maxsize=50_000)
def _written_out(word: str, any_case: bool) -> tuple[str, ...]:
    known = any_case or word.isupper()
    return (_short_forms().get(syllable(word)) if known else None) or (word,)


@cache
def _short_forms() -> ShortForms:
    return short_forms(())


def asked(text: str) -> Asked:
    """What somebody who typed ``text`` looks for; words in quotes are one phrase."""
    plain = unicodedata.normalize("NFC", text[:LONGEST])
    chunks = (words(m[1] if m[1] is not None else m[2], any_case=True) for m in _CHUNK.finditer(plain))
    phrases: list[tuple[Word, ...]] = []
    left = MOST
    for chunk in chunks:
        if chunk[:left]:
            phrases.append(tuple(chunk[:left]))
            left -= len(phrases[-1])
    return Asked(tuple(phrases))


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    return fold(word)


@lru_cache(maxsize=50_000)
def _exact(word: str) -> str:
    """Lower case, the tone as a digit at the end: "hoà" and "hòa" become one, "hoa" another.

    >>> _exact("Hoà"), _exact("hòa"), _exact("hoa")
    ('hoa2', 'hoa2', 'hoa')
    """
    tones = letters = ""
    for char in unicodedata.normalize("NFD", word.casefold()):
        if char in _TONES:
            tones += _TONES[char]
        else:
            letters += char
    return unicodedata.normalize("NFC", letters) + tones
