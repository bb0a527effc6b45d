"""Names as people type them, ranked: without marks, abbreviated, in another order, with small slips.

A query is compared with every form of a name: in full and by its initials, with and without its place. Words
are paired one by one, so that order does not matter and what was left out costs little; the letters run
together are compared as well, for words that were joined or split.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from ontology.registry.keys import words

__all__ = ["Candidate", "Entry", "Ranking", "labelled", "rank"]

CUTOFF = 0.6
"""Score below which a name is not proposed."""
LEFT_OUT = 0.2
"""What a name loses when nothing of its other words was typed."""
SLIP = 0.7
"""Likeness two words need to be taken for each other."""
_SHORTLIST = 60
_SILENT = frozenset({"va", "tinh", "thanh", "pho"})
"""Words (và, tỉnh, thành phố) that a name does not miss when they were not typed."""


@dataclass(frozen=True)
class Entry:
    """A thing with its names (the official one first) and the place that tells it from its namesakes."""

    key: str
    names: tuple[str, ...]
    place: str = ""


_PLACED = re.compile(r"(?P<name>.+?) (?:\((?P<inside>.+)\)|(?P<place>(?:tỉnh|thành phố) [^\W\da-zà-ỹ].*))")


def labelled(key: str, label: str, also: tuple[str, ...] = ()) -> Entry:
    """The entry of a label that ends in its place ("Sở Nội vụ tỉnh X", "Các sở, ban, ngành (tỉnh X)").

    ``also`` are other names of the thing, without the place.
    """
    found = _PLACED.fullmatch(label)
    if found is None:
        return Entry(key, (label, *also))
    return Entry(key, (found["name"], *also), found["inside"] or found["place"])


@dataclass(frozen=True)
class Candidate:
    """A thing that a query may mean: ``score`` in 0..1, and the form of its name that fitted best."""

    key: str
    score: float
    form: str


def rank(query: str, entries: Iterable[Entry], limit: int = 10) -> list[Candidate]:
    """The entries that ``query`` may mean, best first. For many queries use :class:`Ranking`."""
    return Ranking(tuple(entries)).rank(query, limit)


@dataclass(frozen=True)
class Ranking:
    """The ranking over a fixed set of entries."""

    entries: tuple[Entry, ...]

    def rank(self, query: str, limit: int = 10) -> list[Candidate]:
        """At most ``limit`` entries that ``query`` may mean, best first; of equals the one typed like it."""
        asked = words(query)
        if not asked:
            return []
        best: dict[str, Candidate] = {}
        for index in self._shortlist(asked):
            entry, form = self._forms[index]
            found = Candidate(entry.key, round(_likeness(asked, words(form)), 4), form)
            if found.score >= CUTOFF and (entry.key not in best or found.score > best[entry.key].score):
                best[entry.key] = found
        typed = _plain(query)
        ranked = sorted(best.values(), key=lambda c: (-c.score, -fuzz.ratio(typed, _plain(c.form)), c.key))
        return ranked[:limit]

    def _shortlist(self, asked: Sequence[str]) -> list[int]:
        """The forms worth a closer look: those alike in their words, and those alike run together."""
        by_words = process.extract(
            " ".join(asked), self._spaced, scorer=fuzz.token_set_ratio, limit=_SHORTLIST
        )
        joined = process.extract("".join(asked), self._joined, scorer=fuzz.ratio, limit=_SHORTLIST)
        return sorted({index for _, _, index in (*by_words, *joined)})

    @cached_property
    def _forms(self) -> list[tuple[Entry, str]]:
        return [(entry, form) for entry in self.entries for form in _forms(entry)]

    @cached_property
    def _spaced(self) -> list[str]:
        return [" ".join(words(form)) for _, form in self._forms]

    @cached_property
    def _joined(self) -> list[str]:
        return ["".join(words(form)) for _, form in self._forms]


def _forms(entry: Entry) -> list[str]:
    shorts = [short for name in entry.names for short in _shorts(name)]
    return [f"{form} {entry.place}".strip() for form in dict.fromkeys((*entry.names, *shorts))]


def _shorts(name: str) -> tuple[str, ...]:
    """Short forms by initials: "so tttt" and "stttt" of "Sở Thông tin và Truyền thông"."""
    head, *rest = words(name) or ("",)
    letters = "".join(word[0] for word in rest if word != "va")
    return (f"{head} {letters}", f"{head[:1]}{letters}") if len(letters) > 1 else ()


def _likeness(asked: Sequence[str], form: Sequence[str]) -> float:
    """How well the words typed are found in a form, in 0..1; words weigh by their letters.

    Numbers do not slip: "107" is never taken for "108".
    """
    typed = [word for word in asked if word != "va"] or list(asked)
    if any(word.isdigit() and word not in form for word in typed):
        return 0.0
    form = [word for word in form if word in typed or word not in _SILENT]
    free, total, found = list(form), sum(map(len, typed)), 0.0
    for word in typed:
        best = max(free, key=lambda other: _alike(word, other), default="")
        likeness = _alike(word, best)
        if likeness:
            free.remove(best)
            found += likeness * len(word)
    left = sum(map(len, free)) / max(1, sum(map(len, form)))
    together = fuzz.ratio("".join(typed), "".join(form)) / 100
    return max(found / total * (1 - LEFT_OUT * left), together)


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    likeness = fuzz.ratio(one, other) / 100
    return likeness if likeness >= SLIP else 0.0


def _plain(text: str) -> str:
    """Lower case with its marks: what decides between names that differ in marks alone."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
