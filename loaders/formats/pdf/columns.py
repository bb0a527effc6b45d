"""The columns of a task table without rules: told by the names in its head and the free stripes below it.

Every stripe that the words of the table leave free from its head to its foot may part two columns. Of these
the ones are taken that cut the head into the most names of columns; a stripe that runs through a column by
chance cuts a name in two.
"""

from __future__ import annotations

import bisect
import functools
import itertools
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from loaders.formats.pdf.page import Word
from loaders.formats.pdf.text import line_of, rows_of_words
from loaders.layout.columns import CONTENT_ROLES, Column, Role, columns_of, parse_header

__all__ = ["Columns", "columns_beside", "columns_between", "columns_under", "crosses", "flush", "taken_by"]

Row = Sequence[Word]
_STEP = 0.5
"""Stripes are looked for at steps of so many points."""
_MOST_STEPS = 28_800
"""Pages are at most 14,400 points wide (ISO 32000-1, Annex C); letters may be drawn beyond."""
_NARROWEST = 2
"""Least width of a stripe in steps: titles may stand so near to one another."""
_ROOM = 4
"""The same where no title stands: columns of cells are farther apart."""
_FLUSH = 1.0
"""Cells that begin within so many points of one another begin at one place."""
_FEWEST = 3
_FEWEST_NAMES = 2
"""A head has so many titles at least that are names and nothing else."""
_CROSSED = 40
"""A stripe may be crossed by one row of the body in so many."""
_MOST_STRIPES = 24
_WIDE = 0.001
"""Worth of a point of a stripe's width: it tells between stripes alike in all else."""
_UNNAMED = -0.5
"""What a part of the head that names no known column costs against one that does."""


@dataclass(frozen=True)
class Columns:
    """The columns of an unruled table: what each means, and the cuts between them."""

    columns: tuple[Column, ...]
    titles: tuple[tuple[Word, ...], ...]
    cuts: tuple[float, ...]

    @property
    def named(self) -> int:
        """How many kinds of columns are named."""
        return len({column.role for column in self.columns} - {Role.EXTRA})

    @functools.cached_property
    def worth(self) -> tuple[int, int, int]:
        """How well they are named: how many kinds, how many titles are names and nothing else, few others."""
        whole = sum(_worth(_text_of(title)) > 0 for title in self.titles)
        return self.named, whole, -len(self.titles)

    def place(self, word: Word) -> int:
        """The column in which ``word`` stands."""
        return bisect.bisect_right(self.cuts, word.middle[0])

    def crossed(self, row: Row) -> bool:
        """Whether a word of ``row`` crosses a cut, as in running text."""
        return crosses(row, self.cuts)

    def runs(self, row: Row) -> bool:
        """Whether ``row`` is running text: its words cross most of the cuts; a long title crosses few."""
        return 2 * sum(w.left < cut < w.right for w in row for cut in self.cuts) > len(self.cuts)

    def fits(self, rows: Sequence[Row]) -> bool:
        """Whether ``rows`` stand in these columns: few words cross a cut, as in running text all rows do."""
        return sum(map(self.crossed, rows)) * 3 <= len(rows)

    def held(self, rows: Sequence[Row]) -> Sequence[Row]:
        """The first of ``rows`` that may stand in these columns or near them: those above running text."""
        running = list(map(self.runs, rows))
        return rows[: next((i for i in range(len(rows)) if all(running[i : i + 2])), len(rows))]


def crosses(row: Row, cuts: Sequence[float]) -> bool:
    """Whether a word of ``row`` crosses one of ``cuts``."""
    return any(word.left < cut < word.right for word in row for cut in cuts)


_FREE = re.compile(r"0+")
_LONGEST_TITLE = 24
"""Words of a title; more are none."""


class _Stripe(NamedTuple):
    """A stripe that the words leave free: its middle and width in points."""

    middle: float
    width: float


def columns_under(head: Sequence[Row], body: Sequence[Row]) -> Columns | None:
    """The columns that ``head`` names over ``body``; None where it is not the head of a task table."""
    return columns_beside(head, taken_by(body))


def columns_beside(head: Sequence[Row], taken: int) -> Columns | None:
    """As :func:`columns_under`, for a body that takes the steps ``taken`` (:func:`taken_by`)."""
    words = [word for row in head for word in row]
    own = _taken(words)
    if len(list(_stripes(own))) < 3:  # running text: its rows leave nothing free
        return None
    stripes = sorted(sorted(_stripes(own | taken), key=lambda s: -s.width)[:_MOST_STRIPES])
    if len(stripes) < 3:
        return None
    names, cuts = _best_cuts(words, stripes)
    return columns_between(words, _without_halves(words, cuts)) if names >= _FEWEST_NAMES else None


def flush(columns: Columns, body: Sequence[Row]) -> Columns:
    """``columns`` cut right before the cells of ``body`` that all begin at one place.

    So they hold where cells on another page are longer.
    """
    begun: list[list[float]] = [[] for _ in columns.titles]
    for row in body:
        for c, words in itertools.groupby(row, columns.place):
            begun[c].append(next(words).left)
    cuts = [
        max(cut, min(lefts) - _FLUSH) if _one_place(lefts) else cut
        for cut, lefts in zip(columns.cuts, begun[1:], strict=True)
    ]
    return replace(columns, cuts=tuple(cuts))


def _one_place(lefts: Sequence[float]) -> bool:
    """Whether most of the cells that begin at ``lefts`` begin at the first of them."""
    first = [left for left in lefts if left <= min(lefts) + _FLUSH]
    return len(first) >= _FEWEST and 2 * len(first) > len(lefts)


def columns_between(words: Sequence[Word], cuts: Sequence[float]) -> Columns | None:
    """The columns that the ``words`` of a head name between ``cuts``; None for those of no task table."""
    titles = _parts(words, cuts)
    if not all(titles):
        return None
    columns = columns_of([_text_of(title) for title in titles])
    roles = {column.role for column in columns} - {Role.EXTRA}
    if len(roles) < 4:
        return None
    if not roles & set(CONTENT_ROLES) or not roles & {Role.LEAD, Role.TIME}:
        return None
    return Columns(columns, tuple(map(tuple, titles)), tuple(cuts))


def taken_by(body: Sequence[Row]) -> int:
    """The steps across the page, a bit each, that more than hardly a row of ``body`` stands in."""
    many = round(len(body) / _CROSSED)
    held = [_steps(word) for row in body for word in row]
    changes = [0] * (max((end for _, end in held), default=0) + 1)
    for first, end in held:
        changes[first] += 1
        changes[end] -= 1
    bits = "".join("1" if crossed > many else "0" for crossed in itertools.accumulate(changes))
    return _closed(int(bits[::-1], 2))


def _closed(taken: int) -> int:
    """``taken`` with what is free between in less than the room between columns."""
    free = ~(taken << _ROOM)  # left of the page all is free
    begins = functools.reduce(int.__and__, (free >> n for n in range(_ROOM)))
    return ~functools.reduce(int.__or__, (begins << n for n in range(_ROOM))) >> _ROOM


def _steps(word: Word) -> tuple[int, int]:
    """The first step in which ``word`` stands, and the one after its last."""
    first = min(_MOST_STEPS, max(0, int(word.left / _STEP)))
    return first, max(first, min(_MOST_STEPS, math.ceil(word.right / _STEP)))


def _taken(words: Iterable[Word]) -> int:
    """The steps that ``words`` stand in."""
    taken = 0
    for first, end in map(_steps, words):
        taken |= (1 << end) - (1 << first)
    return taken


def _stripes(taken: int) -> Iterator[_Stripe]:
    """The stripes between the steps ``taken`` that are wide enough."""
    for first, end in (stretch.span() for stretch in _FREE.finditer(f"{taken:b}"[::-1])):
        if first and end - first >= _NARROWEST:
            yield _Stripe(_STEP * (first + end) / 2, _STEP * (end - first))


def _best_cuts(words: Sequence[Word], stripes: Sequence[_Stripe]) -> tuple[int, list[float]]:
    """Where stripes cut the head ``words`` into the most names of columns and the fewest nameless parts.

    Of stripes that do so alike the wider ones are taken: within a column few lines leave a narrow one free.
    Returns how many parts are names, and the cuts.
    """
    best: list[tuple[float, int, list[float]]] = [(0.0, 0, [])]
    places = [*(stripe.middle for stripe in stripes), math.inf]
    wide = [*(_WIDE * stripe.width for stripe in stripes), 0.0]
    slots = [(bisect.bisect_right(places, word.middle[0]), word.text) for word in words]
    held = Counter(slot for slot, _ in slots)
    before = [0, *itertools.accumulate(held[place] for place in range(len(places)))]
    for end, cut in enumerate(places):
        found = (-math.inf, 0, list[float]())
        for start in range(end + 1):
            score, names, cuts = best[start]
            if score + 1 + wide[end] < found[0]:
                continue
            worth = _UNNAMED
            if before[end + 1] - before[start] <= _LONGEST_TITLE:
                worth = _worth(" ".join(text for slot, text in slots if start <= slot <= end))
            inner = cuts if cut == math.inf else [*cuts, cut]
            found = max(found, (score + worth + wide[end], names + (worth > 0), inner))
        best.append(found)
    return best[-1][1:]


def _without_halves(words: Sequence[Word], cuts: list[float]) -> list[float]:
    """``cuts`` without those whose two sides are one name ("Cơ quan", "chủ trì")."""
    parts = _parts(words, cuts)
    for c, cut in enumerate(cuts):
        if _worth(_text_of([*parts[c], *parts[c + 1]])) > 0:
            return _without_halves(words, [other for other in cuts if other != cut])
    return cuts


@functools.lru_cache(maxsize=4096)  # pages of a table repeat their head
def _worth(title: str) -> float:
    """1 for the name of one column, less than nothing for anything else; no title cannot be."""
    if not title:
        return -math.inf
    columns, end = parse_header(text := unicodedata.normalize("NFC", title))
    return 1.0 if len(columns) == 1 and end >= len(text) else _UNNAMED


def _parts(words: Sequence[Word], cuts: Sequence[float]) -> list[list[Word]]:
    """``words`` parted at ``cuts``."""
    parts: list[list[Word]] = [[] for _ in range(len(cuts) + 1)]
    for word in words:
        parts[bisect.bisect_right(cuts, word.middle[0])].append(word)
    return parts


def _text_of(words: Sequence[Word]) -> str:
    """The text of ``words``, line under line."""
    return " ".join(" ".join(line_of(row).text for row in rows_of_words(words)).split())
