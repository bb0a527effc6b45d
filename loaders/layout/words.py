"""How the words of a document stand: which side by side, which in capitals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

__all__ = ["Words"]


class Words:
    """How the words of a document stand inside its lines: which side by side, which in capitals.

    Where each word stands is noted for all; what that says is worked out for the few that are asked for.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._words = " . ".join(
            ["", *filter(None, texts)]
        ).split()  # as if a sentence ended before each line
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self._words):
            self._places[word].append(place)
        self._spellings: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._places:
            self._spellings[word.casefold()].append(word)
        self._capital: dict[str, float] = {}

    def together(self, before: str, word: str) -> int:
        """How often ``word`` follows ``before`` inside a line."""
        spellings = self._spellings.get(before.casefold(), ())
        return sum([self._words[place - 1] in spellings for place in self._places.get(word, ())])

    def split(self, before: str, after: str) -> bool:
        """Whether a word of the document was cut in two at a line's end: "TT&T" and "T"."""
        if len(after) >= 3 or not after.isupper():
            return False
        word = before.rsplit(maxsplit=1)[-1] + after
        return word.isupper() and word in self._places

    def capital(self, word: str) -> float:
        """The share of the places inside sentences where ``word`` is written with a capital."""
        if word.isupper():
            return 1.0
        known = self._capital.get(word)
        if known is None:
            inside = {each: self._inside(each) for each in self._spellings.get(word.casefold(), ())}
            raised = sum(count for each, count in inside.items() if each[0].isupper() and not each.isupper())
            known = self._capital[word] = (raised + 0.5) / (sum(inside.values()) + 1.0)
        return known

    def _inside(self, word: str) -> int:
        """How often ``word`` stands inside sentences."""
        return sum([self._words[place - 1][-1] not in ".:;-+" for place in self._places[word]])
