"""Names that may have been meant where no text has the words: typed with a slip, or by their initials."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ontology.names import Ranking, labelled
from service.search.index import Index, match_all
from service.search.texts import Entry
from service.search.words import Asked

__all__ = ["guesses"]

GUESSES = 5
"""Names proposed."""
RANKED = 500
"""Names looked at closely; of more, those that have most of the words."""
LEFT_OUT = 2
"""Words that may be wrong."""


def guesses(index: Index, text: str, wanted: Asked) -> tuple[Entry, ...]:
    """The names most like ``text``, best first (:mod:`ontology.names`)."""
    numbers = index.named() if len(index.named()) <= RANKED else _with_most_words(index, wanted)
    entries = {str(number): index.entry(number) for number in numbers}
    ranking = Ranking(tuple(labelled(key, entry.label) for key, entry in entries.items()))
    return tuple(entries[candidate.key] for candidate in ranking.rank(text, GUESSES))


def _with_most_words(index: Index, wanted: Asked) -> Sequence[int]:
    """Names that have all words but one, or else all but two."""
    named = index.named()
    for count in range(1, min(LEFT_OUT, len(wanted.words) - 1) + 1):
        found = {n for match in _without(wanted, count) for n in index.matching(match, RANKED) if n in named}
        if found:
            return sorted(found)[:RANKED]
    return ()


def _without(wanted: Asked, count: int) -> Iterator[str]:
    """The queries for all words but ``count``."""
    for kept in combinations(wanted.words, len(wanted.words) - count):
        yield match_all("folded", [(word,) for word in kept])
