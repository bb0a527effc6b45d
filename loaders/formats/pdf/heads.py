"""The heads of task tables without rules: rows of words that name columns, over rows that stand in them."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from loaders.formats.pdf.columns import Columns, columns_beside, taken_by
from loaders.formats.pdf.page import Word
from loaders.formats.pdf.text import line_of
from loaders.layout.columns import parse_header, roles_in
from loaders.layout.labels import read_label

__all__ = ["AFTER", "find_table", "is_numbered_apart", "is_title"]

Row = Sequence[Word]
_DEEPEST = 8
_ROLES = 4
"""A head names at least so many kinds of columns."""
_LONGEST_TITLE = 60
_GUTTER = 0.8
"""Titles side by side mostly stand apart by so many letter heights."""
_WIDE_GAP = 0.6
"""A head ends before a gap of so many letter heights."""
_APART = 2.0
"""Words of a title stand no farther apart than so many letter heights."""
_SAME = 0.5
"""Words that stand no farther apart across the page, in points, stand at one place."""
AFTER = re.compile(r"(?:Nơi nhận|TM\.|KT\.|TL\.|TUQ\.)")
"""What stands right below a table."""


def find_table(rows: Sequence[Row], known: Columns | None = None) -> tuple[int, int, Columns] | None:
    """Where the head of the first task table in ``rows`` begins and ends, and its columns.

    ``known`` are those of a head met before: most pages repeat it word by word.
    """
    texts = [line_of(row).text for row in rows]
    for i, row in enumerate(rows):
        if known and (end := _repeated(rows, i, known)):
            return i, end, known
        if _may_open(row) and (found := _head_around(rows, texts, i)):
            return found.first, found.end, found.columns
    return None


def _repeated(rows: Sequence[Row], start: int, known: Columns) -> int:
    """Where the head of ``known`` columns ends if it stands at ``start`` as it was printed before; else 0."""
    printed = sorted((word.text, word.left) for title in known.titles for word in title)
    shown: list[tuple[str, float]] = []
    end = start
    while end < len(rows) and len(shown) < len(printed):
        shown += ((word.text, word.left) for word in rows[end])
        end += 1
    same = len(shown) == len(printed) and all(
        text == other and abs(left - before) < _SAME
        for (text, left), (other, before) in zip(sorted(shown), printed, strict=True)
    )
    return end if same else 0


class _Head(NamedTuple):
    """A head: how well its columns are named, its first row and that after its last, its columns."""

    worth: tuple[int, int, int]
    first: int
    end: int
    columns: Columns


def _head_around(rows: Sequence[Row], texts: Sequence[str], opening: int) -> _Head | None:
    """The head to which the row ``opening`` belongs: longer titles begin above shorter ones beside them."""
    first, end = _head_start(rows, opening), _head_end(rows, opening)
    apart = len(list(_apart(rows[opening]))) >= _ROLES - 1
    if not apart and len(roles_in(" ".join(texts[first:end]))) < _ROLES:
        return None
    body = _body(rows, opening)

    @functools.cache
    def below(stop: int) -> int:
        return taken_by([row for i, row in body if i >= stop])

    def named(starts: Iterable[int], ends: Iterable[int]) -> Iterator[_Head]:
        for start, stop in itertools.product(starts, ends):
            columns = columns_beside(rows[start:stop], below(stop))
            if columns:
                yield _Head(columns.worth, start, stop, columns)

    ends = range(opening + 1, end + 1)
    for start in range(opening, first - 1, -1):
        if longest := max(named([start], ends), key=itemgetter(0, 2), default=None):
            above = max(named(range(first, start + 1), [longest.end]), key=itemgetter(0))
            return max(named([above.first], ends), key=itemgetter(0, 2))
    return None


def _head_start(rows: Sequence[Row], start: int) -> int:
    """The first row that may belong to a head found at ``start``: none is far above the next."""
    first = start
    while first and start - first < _DEEPEST and _gap(rows, first) <= _WIDE_GAP * rows[first][0].height:
        first -= 1
    return first


def _gap(rows: Sequence[Row], i: int) -> float:
    """The gap above row ``i``."""
    return min(w.top for w in rows[i]) - max(w.bottom for w in rows[i - 1])


def _may_open(row: Row) -> bool:
    """Whether a head may be found at ``row``: short texts in it, or most of it, name two columns."""
    named = 0
    for text in _apart(row):
        columns, _ = parse_header(text)
        if len(text) <= _LONGEST_TITLE or len(columns) >= _ROLES - 1:
            named += len(columns)
    return named > 1


def _apart(row: Row) -> Iterator[str]:
    """The texts that stand apart in ``row``."""
    parts = [[row[0]]]
    for before, word in itertools.pairwise(row):
        if word.left - before.right > _GUTTER * word.height:
            parts.append([])
        parts[-1].append(word)
    return (" ".join(word.text for word in part) for part in parts)


def _head_end(rows: Sequence[Row], start: int) -> int:
    """Where a head that begins at ``start`` ends: before a gap, or a row that begins with a label."""
    end = start + 1
    while end < min(len(rows), start + _DEEPEST):
        height = rows[end][0].height
        if _gap(rows, end) > _WIDE_GAP * height or read_label(line_of(rows[end]).text):
            break
        end += 1
    return end


def _body(rows: Sequence[Row], start: int) -> list[tuple[int, Row]]:
    """The rows of the table from ``start`` on that are no titles over its width, with their places."""
    end = next((i for i in range(start, len(rows)) if AFTER.match(line_of(rows[i]).text)), len(rows))
    return [(i, rows[i]) for i in range(start, end) if not is_title(rows[i])]


def is_title(row: Row, found: Columns | None = None) -> bool:
    """Whether ``row`` is a title over the columns: its words stand close after its label."""
    text = line_of(row).text
    label = read_label(text)
    start = label.end if label else len(row[0].text) if is_numbered_apart(row) else len(text)
    if start >= len(text) or not ((label and label.roman) or text[start:].isupper()):
        return False
    apart = [b.left - a.right > _APART * a.height for a, b in itertools.pairwise(row)]
    if found is None or any(apart[1:]):
        return found is None
    first, second = found.place(row[0]), found.place(row[1])
    return second <= first + 1 and (label is not None or found.place(row[-1]) > second > first)


def is_numbered_apart(row: Row) -> bool:
    """Whether ``row`` begins with a bare number, as those in a column of numbers are."""
    return len(row) > 1 and row[0].text.isdecimal() and len(row[0].text) < 3
