"""How the words of a document stand: which side by side, which in capitals."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

__all__ = ["Words"]


class Words:
    """How the words of a document stand inside its lines: which side by side, which in capitals."""

    def __init__(self, texts: Iterable[str]) -> None:
        words = " . ".join(["", *filter(None, texts)]).split()  # as if a sentence ended before each line
        folded = {word: word.casefold() for word in set(words)}  # most words come many times
        self._pairs = Counter(zip(map(folded.__getitem__, words), words[1:], strict=False))
        inside: defaultdict[str, int] = defaultdict(int)
        for (before, word), count in self._pairs.items():
            if before[-1] not in ".:;-+":
                inside[word] += count
        self._spelt = folded.keys()
        self._seen: defaultdict[str, int] = defaultdict(int)
        self._capital: defaultdict[str, int] = defaultdict(int)
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
        return (self._capital.get(folded, 0) + 0.5) / (self._seen.get(folded, 0) + 1.0)
