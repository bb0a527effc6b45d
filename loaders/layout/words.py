"""How the words of a document stand: which side by side, which in capitals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

__all__ = ["Words"]


class Words:
    """How the words of a document stand inside its lines: which side by side, which in capitals."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._seen: Counter[str] = Counter()
        self._capital: Counter[str] = Counter()
        self._whole: Counter[str] = Counter()
        for text in texts:
            words = text.split()
            self._whole.update(word for word in words if word.isupper())
            folded = [word.casefold() for word in words]
            self._pairs.update(zip(folded, words[1:], strict=False))
            inside = [i for i in range(1, len(words)) if words[i - 1][-1] not in ".:;-+"]
            self._seen.update(folded[i] for i in inside)
            self._capital.update(
                folded[i] for i in inside if words[i][0].isupper() and not words[i].isupper()
            )

    def together(self, before: str, word: str) -> int:
        """How often ``word`` follows ``before`` inside a line."""
        return self._pairs[before.casefold(), word]

    def split(self, before: str, after: str) -> bool:
        """Whether a word of the document was cut in two at a line's end: "TT&T" and "T"."""
        return after.isupper() and len(after) < 3 and self._whole[before.rsplit(maxsplit=1)[-1] + after] > 0

    def capital(self, word: str) -> float:
        """The share of the places inside sentences where ``word`` is written with a capital."""
        if word.isupper():
            return 1.0
        folded = word.casefold()
        return (self._capital[folded] + 0.5) / (self._seen[folded] + 1.0)
