"""Which citation, figure or duty of a plan each line of a sheet is about, as the plan is read now.

A plan names one document many times in the same words, so the text of a line does not tell which mention is
meant, and a number in the order of the plan changes when one more is read. The lines of a sheet are therefore
matched together: what stands where it stood, then what moved with all that is equal to it, then what is read
a little differently at its old place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from rapidfuzz import fuzz

from loaders.people.attach import SIMILAR, Attachment, How
from loaders.people.ref import Ref, digest
from ontology.slug import fold

__all__ = ["Claim", "Printed", "matched"]

_DIGITS = re.compile(r"\d+")
_T = TypeVar("_T")


@dataclass(frozen=True)
class Claim:
    """What a line says of its record: how it names it, and where it stood ("" where that is lost)."""

    ref: Ref
    place: str

    @cached_property
    def digest(self) -> str:
        """The hash of the text that went out."""
        return self.ref.digest or digest(self.ref.text or "")


@dataclass(frozen=True)
class Printed:
    """A record of the plan: its key, the text that tells it from others, and where it stands."""

    key: str
    text: str
    place: str

    @cached_property
    def digest(self) -> str:
        """The hash of its text."""
        return digest(self.text)


def matched(claims: Iterable[Claim], printed: Iterable[Printed]) -> dict[str, Attachment]:
    """For each of ``claims``, by its code, the record of ``printed`` it is about, or why there is none."""
    work = _Matching(claims, printed)
    work.take_typed()
    work.take_in_place()
    work.take_moved()
    work.take_similar()
    return work.found


class _Matching:
    """``found`` so far; claims and records that are still to be matched, in the order of the plan."""

    def __init__(self, claims: Iterable[Claim], printed: Iterable[Printed]) -> None:
        self.found: dict[str, Attachment] = {}
        in_order = sorted(claims, key=lambda claim: (_number(claim.ref.key), claim.ref.key))
        self._claims = {str(claim.ref): claim for claim in in_order}
        self._all = {record.key: record for record in printed}
        self._free = dict(self._all)

    def take_typed(self) -> None:
        """Codes that a person typed have no hash: the key counts, and a text beside it is a check."""
        for claim in [c for c in self._claims.values() if c.ref.digest is None]:
            record, text = self._all.get(claim.ref.key), claim.ref.text
            if record is None:
                continue
            if text is None or _similar(text, record.text):
                self._take(claim, record, How.SAME_TEXT if text else How.KEY_ALONE)
            else:
                self._close(claim, Attachment(None, How.OTHER_TEXT))

    def take_in_place(self) -> None:
        """Pair what has one text at one place; of several there the first with the first."""
        claims = _grouped(self._claims.values(), lambda claim: (claim.digest, claim.place))
        records = _grouped(self._free.values(), lambda record: (record.digest, record.place))
        for at, found in claims.items():
            for claim, record in zip(found, records.get(at, ()), strict=False):
                self._take(claim, record, How.SAME_TEXT)

    def take_moved(self) -> None:
        """Pair what has one text where there are as many lines as records with it, one by one."""
        claims = _grouped(self._claims.values(), lambda claim: claim.digest)
        records = _grouped(self._free.values(), lambda record: record.digest)
        for same, found in claims.items():
            if len(found) == len(records.get(same, ())):
                for claim, record in zip(found, records[same], strict=True):
                    self._take(claim, record, How.SAME_TEXT)

    def take_similar(self) -> None:
        """Give each line left the one record that reads a little differently where it stood, or none."""
        left = {record.digest for record in self._free.values()}
        places = _grouped(self._free.values(), lambda record: record.place)
        for claim in list(self._claims.values()):
            here = [r for r in places.get(claim.place, ()) if claim.place and r.key in self._free]
            like = [record for record in here if _similar(claim.ref.text or "", record.text)]
            if len(like) == 1:
                self._take(claim, like[0], How.SIMILAR_TEXT)
            else:
                several = like or claim.digest in left
                how = How.SEVERAL if several else How.OTHER_TEXT if here else How.GONE
                self._close(claim, Attachment(None, how))

    def _take(self, claim: Claim, record: Printed, how: How) -> None:
        self._free.pop(record.key, None)
        self._close(claim, Attachment(record.key, how))

    def _close(self, claim: Claim, attachment: Attachment) -> None:
        self.found[str(claim.ref)] = attachment
        del self._claims[str(claim.ref)]


def _number(key: str) -> int:
    """The number at the end of a key, by which records stand in the order of the plan."""
    found = re.search(r"\d{1,9}$", key)
    return int(found[0]) if found else 0


def _grouped(items: Iterable[_T], by: Callable[[_T], Hashable]) -> dict[Hashable, list[_T]]:
    groups: dict[Hashable, list[_T]] = {}
    for item in items:
        groups.setdefault(by(item), []).append(item)
    return groups


def _similar(one: str, other: str) -> bool:
    """Whether two texts may be readings of one: one holds the other, or they are alike with equal numbers."""
    a, b = fold(one), fold(other)
    if not a or not b:
        return False
    return a in b or b in a or (_DIGITS.findall(a) == _DIGITS.findall(b) and fuzz.ratio(a, b) >= SIMILAR)
