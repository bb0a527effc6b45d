"""Words that people type, matched with the names of things.

Words are compared folded (no marks, no case, đ as d). A thing fits when it has every word; a word
with a number in it ("107/2020") also fits the beginning of a longer number ("107/2020/NĐ-CP"),
but never a part of another number. Of the things that fit, the one with the fewest words left
over is meant, if there is only one such.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process
from rdflib import URIRef

from ontology.slug import fold
from queries.errors import Ambiguous, Candidate, Unknown

SHOWN = 10
"""Candidates told to the asker."""

FEW = 2
"""Words a name may have more than was typed and still be taken for it ("tỉnh", a year)."""

_WORD = re.compile(r"[^\W_]+(?:[/.&-]+[^\W_]+)*")
_FILLERS = frozenset({"so", "ngay", "cua", "va", "ve"})
"""Words between the parts of a citation that name nothing by themselves (số, ngày, của, và, về)."""


@dataclass(frozen=True)
class Named:
    """A thing with the name it is shown by, and other words it is known by."""

    iri: URIRef
    label: str
    aliases: tuple[str, ...] = ()

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words of the name and of the aliases."""
        return words(" ".join((self.label, *self.aliases)))

    def fits(self, asked: frozenset[str]) -> bool:
        """Whether it has every word of ``asked``."""
        return all(word in self.words or _begins_number(word, self.words) for word in asked)

    def left_over(self, asked: frozenset[str]) -> int:
        """Words of the name that were not asked for; 0 when one of its names is exactly what was asked."""
        return min(len(words(name) - asked) for name in (self.label, *self.aliases))


def words(text: str) -> frozenset[str]:
    """The folded words of ``text``; a document's number is one word, with its parts beside it."""
    found = {w for w in _WORD.findall(fold(text)) if w not in _FILLERS}
    parts = {p for w in found if not any(c.isdigit() for c in w) for p in re.split(r"[/.&-]+", w)}
    return frozenset(found | parts)


def choose(text: str, things: Sequence[Named], kind: str) -> URIRef:
    """The thing that ``text`` means; ``kind`` says in Vietnamese what is looked for.

    Raises :class:`Ambiguous` with the candidates, best first, or :class:`Unknown` with the nearest.
    """
    asked = words(text)
    fitting = [t for t in things if asked and t.fits(asked)]
    if not fitting:
        raise Unknown(f"Không có {kind} nào là “{text}”.", nearest(text, things))
    ranked = sorted(fitting, key=lambda t: (t.left_over(asked), t.label, t.iri))
    best = ranked[0].left_over(asked)
    alone = len(ranked) == 1 or (best <= FEW and ranked[1].left_over(asked) > best)
    if alone:
        return ranked[0].iri
    raise Ambiguous(
        f"“{text}” có thể là {len(ranked)} {kind}; hãy ghi rõ hơn.",
        tuple(Candidate(t.iri, t.label) for t in ranked[:SHOWN]),
    )


def nearest(text: str, things: Sequence[Named]) -> tuple[Candidate, ...]:
    """The things whose names look most like ``text``, best first."""
    names = {i: fold(t.label) for i, t in enumerate(things)}
    found = process.extract(fold(text), names, scorer=_likeness, limit=5, score_cutoff=50)
    return tuple(Candidate(things[i].iri, things[i].label) for _, _, i in found)


def _likeness(asked: str, name: str, **_: object) -> float:
    """Names with a slip in them look alike as a whole, numbers and keys as a part of a longer name."""
    return max(fuzz.token_sort_ratio(asked, name), 0.8 * fuzz.WRatio(asked, name))


def _begins_number(word: str, known: frozenset[str]) -> bool:
    """ "107/2020" begins "107/2020/nd-cp"; "10" begins nothing."""
    if not any(c.isdigit() for c in word):
        return False
    return any(k.startswith(word) and k[len(word)] in "/-" for k in known if len(k) > len(word))
