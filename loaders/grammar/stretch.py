"""The part of a clause that a figure stands in: "…, trong đó trên 60% …" is a part of its own.

The figures of a list share theirs ("Trên 95% …, 85% … và 65% …").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.grammar import lists
from loaders.grammar.text import plain

__all__ = ["stretches"]

_WORDS = lists.words("measure")
_OPENER = lists.any_of(map(plain, _WORDS["openers"]))
_APART = re.compile(r"trong(?<!\wtrong)\s+(?:số\s+)?đó(?!\w)")
_OPENED = re.compile(rf"[,(](?=\s*(?:đồng\s+thời|{_OPENER})(?!\w))")
_ENDS = re.compile(
    rf",\s*(?={lists.any_of(map(plain, _WORDS['closers']))}(?!\w))|\s(?=để\s+(?:đảm\s+bảo|bảo\s+đảm))"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

Span = tuple[int, int]


def stretches(text: str, clause: Span, figures: Sequence[Span]) -> list[tuple[Span, list[Span]]]:
    """The stretches of one ``clause`` of ``text``, each with those of ``figures`` that stand in it.

    ``figures`` go from left to right. What stands before the first is kept where it names a year.
    """
    words = plain(text)
    starts = [(_start(words, clause[0], figures[0][0]), [figures[0]])]
    for (_, last), figure in pairwise(figures):
        begins = _break(words, last, figure[0])
        if begins is None:
            starts[-1][1].append(figure)
        else:
            starts.append((begins, [figure]))
    ends = [*(start for start, _ in starts[1:]), clause[1]]
    return [
        (_trimmed(words, start, end, held[-1][1]), held)
        for (start, held), end in zip(starts, ends, strict=True)
    ]


def _start(words: str, start: int, figure: int) -> int:
    begins = _break(words, start, figure)
    return start if begins is None or _YEAR.search(words, start, begins) else begins


def _break(words: str, start: int, end: int) -> int | None:
    """Where the last new stretch begins between ``start`` and ``end``, None where none does."""
    if begins := [found.start() for found in _APART.finditer(words, start, end)]:
        return begins[-1]
    opened = [found.end() for found in _OPENED.finditer(words, start, end)]
    return opened[-1] if opened else None


def _trimmed(words: str, start: int, end: int, figure: int) -> Span:
    """The stretch without what it is for ("…, góp phần …") after its last ``figure``."""
    closed = _ENDS.search(words, figure, end)
    end = closed.start() if closed else end
    return start, start + len(words[start:end].rstrip(" ,"))
