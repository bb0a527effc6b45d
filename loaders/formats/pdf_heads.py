"""The heads of task tables without rules: rows of words that name columns, over rows that stand in them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from loaders.formats.pdf_columns import Columns, columns_under
from loaders.formats.pdf_page import Word
from loaders.formats.pdf_text import line_of
from loaders.layout.columns import parse_header, roles_in
from loaders.layout.labels import read_label

__all__ = ["AFTER", "find_table", "is_title"]

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
AFTER = re.compile(r"(?:Nơi nhận|TM\.|KT\.|TL\.|TUQ\.)")
"""What stands right below a table."""


def find_table(rows: Sequence[Row]) -> tuple[int, int, Columns] | None:
    """Where the head of the first task table in ``rows`` begins and ends, and its columns."""
    texts = [line_of(row).text for row in rows]
    for start in range(len(rows)):
        if _may_open(rows[start]) and (found := _head_at(rows, texts, start)):
            # Longer titles begin above the shorter ones beside them.
            above = range(_head_start(rows, start), start)
            heads = [found, *filter(None, (_head_at(rows, texts, first) for first in above))]
            _, first, stop, columns = max(heads, key=lambda head: head[:2])
            return first, stop, columns
    return None


_Head = tuple[tuple[int, int], int, int, Columns]
"""How many columns a head names, and names wholly; where it begins and ends; its columns."""


def _head_at(rows: Sequence[Row], texts: Sequence[str], start: int) -> _Head | None:
    """The head that begins at ``start``, if one does."""
    end = _head_end(rows, start)
    if len(roles_in(" ".join(texts[start:end]))) < _ROLES:
        return None
    body = _body(rows, start)
    heads = (
        (stop, columns_under(rows[start:stop], body[stop - start :])) for stop in range(start + 1, end + 1)
    )
    found = [((columns.named, columns.whole), start, stop, columns) for stop, columns in heads if columns]
    return max(found, key=lambda head: head[0], default=None)


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
    """Whether a head may begin with ``row``: a short text in it, or most of it, names columns."""
    for text in _apart(row):
        columns, _ = parse_header(text)
        if columns and (len(text) <= _LONGEST_TITLE or len(columns) >= _ROLES - 1):
            return True
    return False


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


def _body(rows: Sequence[Row], start: int) -> list[Row]:
    """The rows of the table below its head that are no titles over its width."""
    end = next((i for i in range(start, len(rows)) if AFTER.match(line_of(rows[i]).text)), len(rows))
    return [row for row in rows[start:end] if not is_title(row)]


def is_title(row: Row, found: Columns | None = None) -> bool:
    """Whether ``row`` is a title over the columns: its words stand close after its label."""
    text = line_of(row).text
    label = read_label(text)
    if not label or label.end >= len(text) or not (label.roman or text[label.end :].isupper()):
        return False
    apart = [b.left - a.right > _APART * a.height for a, b in itertools.pairwise(row)]
    return found is None or (not any(apart[1:]) and found.place(row[1]) <= found.place(row[0]) + 1)
