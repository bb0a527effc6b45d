"""Vietnamese text as comparable syllables.

Two spellings of one word must meet: tone marks stand on either vowel ("hoá", "hóa"), letters come
composed or not, and short forms ("TTHC") stand for words. A folded syllable is lower case with its tone
mark moved to the end; the tones themselves are kept, for they carry the meaning. Its place in the text is
kept for the evidence.
"""

from __future__ import annotations

import csv
import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from loaders.align import data

_WORD = re.compile(r"[^\W_]+")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_EXPLAINED = re.compile(r"((?:[^\W\d_]+[\s,-]+){2,9})\((?:[^()]{0,40}\s)?([A-ZĐ]{2,9})\)")

ShortForms = Mapping[str, tuple[str, ...]]
"""Folded short form -> the words it stands for."""


@dataclass(frozen=True)
class Syllables:
    """``folded[i]`` is compared, ``spans[i]`` its place in ``text``; a short form spreads over its words."""

    text: str
    folded: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def printed(self, start: int, end: int) -> str:
        """The syllables from ``start`` up to ``end`` as they stand in the text."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]]


@functools.lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """One syllable in lower case, its tone mark at its end, composed: "Hoá" and "hóa" become equal."""
    marks = ""
    letters = ""
    for char in unicodedata.normalize("NFD", word.lower()):
        if char in _TONES:
            marks += char
        else:
            letters += char
    return unicodedata.normalize("NFC", letters) + marks


def folded(text: str) -> tuple[str, ...]:
    """The folded syllables of a phrase of the word lists."""
    return tuple(fold(word) for word in _WORD.findall(unicodedata.normalize("NFC", text)))


def syllables(text: str, short_forms: ShortForms) -> Syllables:
    """The syllables of ``text``, short forms written out; punctuation is dropped."""
    text = unicodedata.normalize("NFC", text)
    keys: list[str] = []
    spans: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        key = fold(match[0])
        words = [fold(w) for w in short_forms.get(key, ())] or [key]
        keys += words
        spans += [match.span()] * len(words)
    return Syllables(text, tuple(keys), tuple(spans))


def short_forms(texts: Iterable[str]) -> ShortForms:
    """The short forms that hold in a document: the general ones, and those its ``texts`` explain.

    "văn bản quy phạm pháp luật (VBQPPL)" explains one where the initials of the words just before the
    bracket spell it; a document's own reading wins.
    """
    found = dict(_general())
    for text in texts:
        for match in _EXPLAINED.finditer(unicodedata.normalize("NFC", text)):
            words = _WORD.findall(match[1])[-len(match[2]) :]
            if "".join(word[0] for word in words).upper() == match[2]:
                found[fold(match[2])] = tuple(words)
    return found


@functools.cache
def stopwords() -> frozenset[str]:
    """Folded function words that carry no matter."""
    return frozenset(fold(word) for word in data.lines("stopwords.txt"))


@functools.cache
def _general() -> ShortForms:
    """Terms and bodies of ``ontology/abbreviations.csv`` with one reading, then the field's own list."""
    shared = csv.DictReader(files("ontology").joinpath("abbreviations.csv").read_text("utf-8").splitlines())
    rows = [row for row in shared if row["kind"] != "department" and ";" not in row["long"]]
    rows += data.table("short-forms.csv")
    return {fold(row["short"]): tuple(_WORD.findall(row["long"])) for row in rows if row["short"].isalpha()}
