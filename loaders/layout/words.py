"""How the words of a document stand: which side by side, which in capitals."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

from loaders.spaces import single_spaced
from ontology.registry.registry import Registry

__all__ = ["Words"]

_NAMED = 3
"""How often two words are taken to be seen side by side that are so in the name of a body."""


class Words:
    """How the words of a document stand inside its lines: which side by side, which in capitals."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._lines = [*filter(None, texts)]
        words = " . ".join(["", *self._lines]).split()  # as if a sentence ended before each line
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
        """How often ``word`` follows ``before`` inside a line, or would if all bodies were named."""
        pair = before.casefold(), word
        seen = self._pairs.get(pair, 0)
        return max(seen, _NAMED) if pair in _names() else seen

    def stand_below(self, above: str, line: str) -> bool:
        """Whether ``line`` stands right below ``above`` anywhere."""
        return (above, line) in self._below

    @functools.cached_property
    def _below(self) -> frozenset[tuple[str, str]]:
        return frozenset(pairwise(filter(None, map(single_spaced, self._lines))))

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


@functools.cache
def _names() -> frozenset[tuple[str, str]]:
    """The words side by side in the names of the state's bodies, the first in small letters."""
    registry = Registry.load()
    known = (*registry.departments, *registry.bodies, *registry.central, *registry.groups)
    names = (name.split() for each in known for name in (each.name, *each.also))
    return frozenset((before.casefold(), word) for name in names for before, word in pairwise(name))
