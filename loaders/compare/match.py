"""Which row of the later edition is which row of the earlier one: one to one.

Rows of one level are compared. First those whose words are the same, then the most alike; standing under
rows that belong together, in one section or under one key speaks for a pair.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from loaders.align.text import stopwords
from loaders.compare.edition import Row

LEVELS = ("target", "task", "activity")
LEAST, BARE = 0.7, 0.6
"""Least likeness of two rows that are one: with what their places add, and of the words alone."""
SAME_ABOVE, SAME_KEY, SAME_SECTION = 0.1, 0.06, 0.04
"""What a place in the plan adds to the likeness of the words; never enough without them."""
SHARED = 0.3
"""Least share of common words of the shorter row for two rows to be compared at all."""


@dataclass(frozen=True)
class Worded:
    """A row with its words made comparable (:func:`loaders.compare.words.tokens`)."""

    row: Row
    tokens: tuple[str, ...]


@dataclass(frozen=True)
class Pair:
    """Two rows that are one; ``likeness`` 0..1 of their words."""

    old: Row
    new: Row
    likeness: float


def match(old: Sequence[Worded], new: Sequence[Worded]) -> list[Pair]:
    """The pairs of rows, no row in two of them, in the order of ``new``."""
    found: dict[str, Pair] = {}
    for level in LEVELS:
        found |= _matched(
            [w for w in old if w.row.level == level],
            [w for w in new if w.row.level == level],
            {key: pair.old.key for key, pair in found.items()},
        )
    order = {w.row.key: place for place, w in enumerate(new)}
    return sorted(found.values(), key=lambda pair: order[pair.new.key])


def _matched(old: Sequence[Worded], new: Sequence[Worded], above: Mapping[str, str]) -> dict[str, Pair]:
    """New key -> pair, the best pairs first; ``above`` are the pairs above: new key -> old key."""
    found: dict[str, Pair] = {}
    taken: set[str] = set()
    for _, likeness, one, other in sorted(_candidates(old, new, above), key=_best_first):
        if one.key not in taken and other.key not in found:
            taken.add(one.key)
            found[other.key] = Pair(one, other, likeness)
    return found


Candidate = tuple[float, float, Row, Row]
"""Score, likeness of the words, old row, new row."""


def _best_first(candidate: Candidate) -> tuple[float, str, str]:
    return -candidate[0], candidate[2].key, candidate[3].key


def _candidates(
    old: Sequence[Worded], new: Sequence[Worded], above: Mapping[str, str]
) -> Iterator[Candidate]:
    meant = {w.row.key: frozenset(w.tokens) - stopwords() for w in old}
    for other in new:
        words = frozenset(other.tokens) - stopwords()
        for one in old:
            if not _share(meant[one.row.key], words) and one.tokens != other.tokens:
                continue
            likeness = alike(one.tokens, other.tokens)
            score = likeness + _standing(one.row, other.row, above)
            if score >= LEAST and likeness >= BARE:
                yield score, likeness, one.row, other.row


def alike(one: Sequence[str], other: Sequence[str]) -> float:
    """Likeness 0..1 of two texts as syllables in order."""
    return fuzz.ratio(one, other) / 100


def _share(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= SHARED * min(len(one), len(other)) and not one.isdisjoint(other)


def _standing(old: Row, new: Row, above: Mapping[str, str]) -> float:
    """What the places of the rows in their plans add."""
    same_above = new.above is not None and above.get(new.above) == old.above
    return (
        SAME_ABOVE * same_above
        + SAME_KEY * (old.key == new.key)
        + SAME_SECTION * (old.section == new.section)
    )
