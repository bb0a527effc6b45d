"""A number in its clause, with what stands around it."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["PER_YEAR", "Spot"]

PER_YEAR = re.compile(r"^\s*/\s*(năm|tháng|quý)\b")
_WINDOW = 60
"""Characters before and after a number that say what it is."""
_LONGEST_LEAD = 200
"""Characters before a number in which its duty or its name may begin."""


class Spot(NamedTuple):
    """Where a number stands: ``text`` as printed and ``words`` in plain form, of the same length.

    ``before`` and ``after`` are what stands next to it in its ``clause``, in plain form.
    """

    text: str
    words: str
    clause: tuple[int, int]
    start: int
    end: int
    before: str
    after: str

    @classmethod
    def of(cls, text: str, words: str, clause: tuple[int, int], place: tuple[int, int]) -> Spot:
        """The number at ``place`` of ``text``."""
        start, end = place
        before = words[max(clause[0], start - _WINDOW) : start]
        after = words[end : min(clause[1], end + _WINDOW)]
        after = PER_YEAR.sub("", after, count=1) if "/" in after else after
        return cls(text, words, clause, start, end, before, after)

    @property
    def lead(self) -> str:
        """What stands before the number in its clause, in plain form, further back than ``before``."""
        return self.words[max(self.clause[0], self.start - _LONGEST_LEAD) : self.start]
