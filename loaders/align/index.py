"""Weights of words and matters, and an inverted index over the rows of the plan above.

A word weighs by its rarity in the plan above (inverse document frequency), so that what every row says
("thực hiện", "tăng cường") counts next to nothing there, without a list of such phrases. The index gives
the cosine of one row to all rows that share a word with it in one pass over the postings.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from loaders.align.rows import Row, Words

Vector = dict[str, float]

SYLLABLE = 0.35
"""Weight of a single syllable against a pair, which is a word more often than not."""
NEAR = 0.4
"""Weight of words that stand in rows above and below, or in the product, against a row's own."""


@dataclass(frozen=True)
class View:
    """A row's vectors: its own words and matters, and those of its family (the rows above and below too)."""

    own: Vector
    family: Vector
    matters: Vector
    family_matters: Vector
    own_norm: float
    family_norm: float
    family_matters_norm: float


class Weights:
    """Rarity of words and matters among ``rows``; unseen ones are the rarest."""

    def __init__(self, rows: Iterable[Row]) -> None:
        kept = list(rows)
        self.rarest = math.log(2 * (len(kept) + 1))
        self._words = self._rarity(len(kept), Counter(w for row in kept for w in row.words))
        self._matters = self._rarity(len(kept), Counter(m for row in kept for m in row.matters))

    def view(self, row: Row, rows: Mapping[str, Row]) -> View:
        """The vectors of ``row``, one of ``rows``."""
        relatives = [rows[key] for key in (*row.above, *row.below) if key in rows]
        own = self.words(row.words)
        around = self.words(tuple(sorted({*row.product_words, *(w for r in relatives for w in r.words)})))
        near = row.product_matters.union(*(r.matters | r.product_matters for r in relatives))
        matters = self.matters(row.matters)
        family = {w: x * NEAR for w, x in around.items()} | own
        family_matters = {m: x * NEAR for m, x in self.matters(near).items()} | matters
        return View(own, family, matters, family_matters, *map(norm, (own, family, family_matters)))

    def words(self, words: Words) -> Vector:
        """The weights of ``words``."""
        get, rarest = self._words.get, self.rarest
        return {w: get(w, rarest) if " " in w else SYLLABLE * get(w, rarest) for w in words}

    def matters(self, codes: frozenset[str]) -> Vector:
        """The weights of matters."""
        return {code: self._matters.get(code, self.rarest) for code in sorted(codes)}

    @staticmethod
    def _rarity(total: int, counts: Counter[str]) -> Vector:
        return {term: math.log((total + 1) / (count + 0.5)) for term, count in counts.items()}


class Postings:
    """Which rows hold a word, and with what weight."""

    def __init__(self, vectors: Mapping[str, Vector]) -> None:
        self._keys = list(vectors)
        self._rows: dict[str, list[tuple[int, float]]] = {}
        for place, vector in enumerate(vectors.values()):
            for word, weight in vector.items():
                self._rows.setdefault(word, []).append((place, weight))

    def products(self, vector: Vector) -> dict[str, float]:
        """Row key -> scalar product with ``vector``, for rows that share a word."""
        sums = [0.0] * len(self._keys)
        for word, weight in vector.items():
            for place, other in self._rows.get(word, ()):
                sums[place] += weight * other
        return {key: total for key, total in zip(self._keys, sums, strict=True) if total}


def norm(vector: Vector) -> float:
    """Length of ``vector``."""
    return math.sqrt(sum(x * x for x in vector.values()))


def product(a: Vector, b: Vector) -> float:
    """Scalar product of two short vectors."""
    return sum(x * b[k] for k, x in a.items() if k in b)
