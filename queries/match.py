"""Words that people type, matched with the names of things.

Words are compared folded (no marks, no case, đ as d). A thing fits when it has every word; a word
with a number in it ("107/2020") also fits the beginning of a longer number ("107/2020/NĐ-CP"),
but never a part of another number, and the letters of a number may stand alone ("NĐ 107/2020"). Of the
things that fit, the one with the fewest words left over is meant, if there is only one such. Where nothing
fits, the names are ranked as people type them (:mod:`ontology.names`: initials, words left out, small
slips), and one is taken only if it is all that was typed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz import fuzz, process
from rdflib import URIRef

from ontology.names import Candidate as Likely
from ontology.names import Ranking, labelled
from ontology.slug import fold
from queries.errors import Ambiguous, Candidate, Unknown

SHOWN = 10
"""Candidates told to the asker."""

FEW = 2
"""Words a name may have more than was typed and still be taken for it (a year, "mức độ")."""

NEAR = 5
"""Candidates told when nothing fits."""

RANKED = 20_000
"""So many names are ranked in a second; of more (the rows of a whole country) only likeness is looked at."""

_CERTAIN = 1.0
"""The likeness of a name of which every word was typed, in full or by its initial."""

_WORD = re.compile(r"[^\W_]+(?:[/.&-]+[^\W_]+)*")
_FILLERS = frozenset({"so", "ngay", "cua", "va", "ve"})
"""Words between the parts of a citation that name nothing by themselves (số, ngày, của, và, về)."""


@dataclass(frozen=True)
class Named:
    """A thing with the name it is shown by, other words it is known by, and what tells it from namesakes."""

    iri: URIRef
    label: str
    aliases: tuple[str, ...] = ()
    note: str = ""

    @property
    def candidate(self) -> Candidate:
        """The thing as it is proposed to the asker."""
        return Candidate(self.iri, f"{self.label} ({self.note})" if self.note else self.label)

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words of the name, of the aliases and of the note."""
        return words(" ".join((self.label, *self.aliases, self.note)))

    def fits(self, asked: frozenset[str]) -> bool:
        """Whether it has every word of ``asked``."""
        return _has(self.words, asked)

    def left_over(self, asked: frozenset[str]) -> int:
        """Words of the name that were not asked for; 0 when one of its names is exactly what was asked.

        Of its names those count that have all that was asked, if there are any.
        """
        names = (self.label, *self.aliases, f"{self.label} {self.note}")
        meant = [name for name in names if _has(words(name), asked)]
        return min(_left_over(name, asked) for name in meant or names)


def words(text: str) -> frozenset[str]:
    """The folded words of ``text``; a document's number is one word, with its parts beside it."""
    return frozenset(_listed(text))


@lru_cache(maxsize=20_000)
def _listed(text: str) -> tuple[str, ...]:
    found = [w for w in _WORD.findall(fold(text)) if w not in _FILLERS]
    parted = (re.split(r"[/.&-]+", w) for w in found if not w.isalnum() and not any(c.isdigit() for c in w))
    return (*found, *(part for parts in parted for part in parts))


def _left_over(name: str, asked: frozenset[str]) -> int:
    """The words of ``name`` that were not asked for, each as often as it stands there ("tỉnh Hà Tĩnh").

    The kind of a place, "tỉnh" or "thành phố", is not missed.
    """
    left = [word for word in _listed(name) if word not in asked]
    return len(left) - ("tinh" in left) - 2 * ({"thanh", "pho"} <= set(left))


def choose(text: str, things: Sequence[Named], kind: str, few: int = FEW) -> URIRef:
    """The thing that ``text`` means; ``kind`` says in Vietnamese what is looked for.

    Of several that fit, one is taken if it has the fewest words left over, and at most ``few`` of them.

    Raises :class:`Ambiguous` with the candidates, best first, or :class:`Unknown` with the nearest.
    """
    asked = words(text)
    fitting = [t for t in things if asked and t.fits(asked)]
    if not fitting:
        return _by_likeness(text, things, kind)
    ranked = sorted(fitting, key=lambda t: (t.left_over(asked), t.label, t.iri))
    best = ranked[0].left_over(asked)
    if len(ranked) == 1 or (best <= few and ranked[1].left_over(asked) > best):
        return ranked[0].iri
    raise _ambiguous(text, ranked, kind)


def nearest(text: str, things: Sequence[Named]) -> tuple[Candidate, ...]:
    """The things whose names look most like ``text``, best first."""
    likely = [things[int(found.key)] for found in _ranked(text, things)]
    names = {i: fold(t.label) for i, t in enumerate(things)}
    alike = process.extract(fold(text), names, scorer=_likeness, limit=NEAR, score_cutoff=50)
    found = dict.fromkeys([*likely, *(things[i] for _, _, i in alike)])
    return tuple(thing.candidate for thing in found)[:NEAR]


def _by_likeness(text: str, things: Sequence[Named], kind: str) -> URIRef:
    """The one thing of whose name every word was typed in some form."""
    certain = [things[int(found.key)] for found in _ranked(text, things) if found.score == _CERTAIN]
    if len(certain) == 1:
        return certain[0].iri
    if certain:
        raise _ambiguous(text, certain, kind)
    raise Unknown(f"Không có {kind} nào là “{text}”.", nearest(text, things))


def _ambiguous(text: str, ranked: Sequence[Named], kind: str) -> Ambiguous:
    return Ambiguous(
        f"“{text}” có thể là {len(ranked)} {kind}; hãy ghi rõ hơn.",
        tuple(thing.candidate for thing in ranked[:SHOWN]),
    )


def _ranked(text: str, things: Sequence[Named]) -> list[Likely]:
    """The things like ``text`` by their places in ``things``, best first."""
    if len(things) > RANKED:
        return []
    return _ranking(tuple((thing.label, thing.aliases) for thing in things)).rank(text, SHOWN)


@lru_cache(maxsize=4)
def _ranking(names: tuple[tuple[str, tuple[str, ...]], ...]) -> Ranking:
    """The ranking over ``names``; the same graph asked again has it already."""
    return Ranking(tuple(labelled(str(i), label, also) for i, (label, also) in enumerate(names)))


def _likeness(asked: str, name: str, **_: object) -> float:
    """Names with a slip in them look alike as a whole, numbers and keys as a part of a longer name."""
    return max(fuzz.token_sort_ratio(asked, name), 0.8 * fuzz.WRatio(asked, name))


def _has(known: frozenset[str], asked: frozenset[str]) -> bool:
    missing = {word for word in asked if word not in known and not _begins_number(word, known)}
    return not missing or missing <= _symbols(known)


def _symbols(known: frozenset[str]) -> frozenset[str]:
    """The letters in numbers, by which people call a kind: "nd" and "cp" of "107/2020/nd-cp"."""
    numbers = (word for word in known if "/" in word and any(c.isdigit() for c in word))
    return frozenset(part for number in numbers for part in re.split(r"[/.&-]+", number) if part.isalpha())


def _begins_number(word: str, known: frozenset[str]) -> bool:
    """ "107/2020" begins "107/2020/nd-cp"; "10" begins nothing."""
    if not any(c.isdigit() for c in word):
        return False
    return any(k.startswith(word) and k[len(word)] in "/-" for k in known if len(k) > len(word))
