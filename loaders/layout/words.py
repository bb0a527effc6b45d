"""How the words of a document stand: which side by side, which in capitals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

__all__ = ["Words"]


class _Spellings(dict[str, tuple[str, bool, bool]]):
    """By word: its small letters, whether it is in capitals, whether it only begins with one."""

    def __missing__(self, word: str) -> tuple[str, bool, bool]:
        upper = word.isupper()
        found = self[word] = (word.casefold(), upper, not upper and word[0].isupper())
        return found


class Words:
    """How the words of a document stand inside its lines: which side by side, which in capitals."""

    def __init__(self, texts: Iterable[str]) -> None:
        pairs: list[tuple[str, str]] = []
        seen: list[str] = []
        capital: list[str] = []
        whole: list[str] = []
        spellings = _Spellings()  # most words come many times
        for text in texts:
            before, last = ".", "."
            for word in text.split():
                folded, upper, raised = spellings[word]
                pairs.append((last, word))
                if upper:
                    whole.append(word)
                if before[-1] not in ".:;-+":
                    seen.append(folded)
                    if raised:
                        capital.append(folded)
                before, last = word, folded
        self._pairs, self._seen = Counter(pairs), Counter(seen)
        self._capital, self._whole = Counter(capital), Counter(whole)

    def together(self, before: str, word: str) -> int:
        """How often ``word`` follows ``before`` inside a line."""
        return self._pairs.get((before.casefold(), word), 0)

    def split(self, before: str, after: str) -> bool:
        """Whether a word of the document was cut in two at a line's end: "TT&T" and "T"."""
        return len(after) < 3 and after.isupper() and self._whole[before.rsplit(maxsplit=1)[-1] + after] > 0

    def capital(self, word: str) -> float:
        """The share of the places inside sentences where ``word`` is written with a capital."""
        if word.isupper():
            return 1.0
        folded = word.casefold()
        return (self._capital[folded] + 0.5) / (self._seen[folded] + 1.0)
