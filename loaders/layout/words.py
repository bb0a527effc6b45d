"""How the words of a document stand: which side by side, which in capitals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

__all__ = ["Words"]


class Words:
    """How the words of a document stand inside its lines: which side by side, which in capitals."""

    def __init__(self, texts: Iterable[str]) -> None:
        words = " . ".join(["", *texts]).split()  # as if a sentence ended before each line
        self._spelt = set(words)
        folded = {word: word.casefold() for word in self._spelt}  # most words come many times
        self._pairs = Counter(zip(map(folded.__getitem__, words), words[1:], strict=False))
        self._seen: Counter[str] = Counter()
        self._capital: Counter[str] = Counter()
        inside = Counter(word for before, word in pairwise(words) if before[-1] not in ".:;-+")
        for word, count in inside.items():
            self._seen[folded[word]] += count
            if word[0].isupper() and not word.isupper():
                self._capital[folded[word]] += count

    def together(self, before: str, word: str) -> int:
        """How often ``word`` follows ``before`` inside a line."""
        return self._pairs.get((before.casefold(), word), 0)

    def split(self, before: str, after: str) -> bool:
        """Whether a word of the document was cut in two at a line's end: "TT&T" and "T"."""
        if len(after) >= 3 or not after.isupper():
            return False
        word = before.rsplit(maxsplit=1)[-1] + after
        return word.isupper() and word in self._spelt

    def capital(self, word: str) -> float:
        """The share of the places inside sentences where ``word`` is written with a capital."""
        if word.isupper():
            return 1.0
        folded = word.casefold()
        return (self._capital[folded] + 0.5) / (self._seen[folded] + 1.0)
