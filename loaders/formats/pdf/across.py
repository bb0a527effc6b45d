"""Tables ruled only between their rows: the columns that their head names are ruled as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from loaders.formats.pdf.columns import Columns, columns_between, columns_under, crosses, flush
from loaders.formats.pdf.grid import joined
from loaders.formats.pdf.heads import AFTER, is_title
from loaders.formats.pdf.page import Rule, Word
from loaders.formats.pdf.text import line_of, rows_of_words
from loaders.layout.labels import read_label

__all__ = ["Across", "ruled_across", "without_frame"]

_NEAR = 3.0
"""Rules that end so near to one another end at one place."""
_CLOSE = 1.5
"""A row that a page cut stands so many letter heights from the rule of the next."""
_OVER = 1.0
"""Letters stand over a rule by no more than this."""
_DEEPEST = 8
"""A head has at most so many lines."""
_MOST = 200
"""Pages with more heights of rules hold no table of rows."""


Row = Sequence[Word]


@dataclass(frozen=True)
class Across:
    """A table ruled only across: from ``left`` to ``right``, at the heights ``ys``; its columns."""

    left: float
    right: float
    ys: tuple[float, ...]
    columns: Columns

    def parts_rows(self, words: Sequence[Word]) -> bool:
        """Whether rules part the rows, not only the head from all of them: few hold two numbers or labels."""
        begun = [
            sum(_begins(line_of(row).text) for row in rows_of_words(self._between(words, top, bottom, 0)))
            for top, bottom in pairwise(self.ys)
        ]
        return 2 * sum(count > 1 for count in begun) < len(begun)

    def _between(self, words: Sequence[Word], top: float, bottom: float, column: int) -> list[Word]:
        """The words between two rules that stand in ``column``."""
        return [
            w
            for w in words
            if top <= w.middle[1] < bottom and self.left <= w.left and self.columns.place(w) == column
        ]

    def uprights(self, words: Sequence[Word]) -> list[Rule]:
        """The upright rules that the table lacks; a row that holds only a title has none but the first."""
        found = []
        for top, bottom in pairwise(self.ys):
            rows = rows_of_words(w for w in words if top <= w.middle[1] < bottom)
            cuts = self.columns.cuts
            if len(rows) == 1 and (is_title(rows[0], self.columns) or self.columns.crossed(rows[0])):
                cuts = tuple(cut for cut in cuts[:1] if not any(w.left < cut < w.right for w in rows[0]))
            found += [Rule(True, at, top, bottom) for at in (self.left, *cuts, self.right)]
        return found


def _begins(text: str) -> bool:
    """Whether a row begins with ``text``: a number or a label."""
    return text[:1].isdigit() or read_label(text) is not None


class _Ruling(NamedTuple):
    """The rules of a table: its edges, heights, those over the whole width, and where rules end inside."""

    left: float
    right: float
    heights: list[float]
    whole: list[float]
    ends: list[float]


def without_frame(rules: Sequence[Rule]) -> list[Rule]:
    """``rules`` without the upright ones that close a table on the left and right and part no columns."""
    across = [rule for rule in rules if not rule.upright]
    left, right = min((r.start for r in across), default=0.0), max((r.end for r in across), default=0.0)
    return [
        rule for rule in rules if not rule.upright or min(abs(rule.at - left), abs(rule.at - right)) > _NEAR
    ]


def ruled_across(rules: Sequence[Rule], rows: Sequence[Row], before: Across | None) -> Across | None:
    """The table of a page whose ``rules`` all run across (one at least); None where there is none.

    ``rows`` are the lines of the page without page numbers and running heads. ``before`` is the table of the
    page before: without a head the page goes on with it where it is as wide. There may be no rule above the
    head, nor around the rows that pages cut.
    """
    ruling = _ruling(rules)
    left, right, heights, whole, _ = ruling
    goes_on = before is not None and abs(before.left - left) + abs(before.right - right) <= _NEAR
    known = before.columns if before and goes_on else None
    head = _head(rows, ruling, known)
    columns = max(filter(None, (known, head and head[1])), key=lambda c: c.worth, default=None)
    if columns is None:
        return None
    above = [row for row in reversed(rows) if row[0].bottom <= whole[0] + _OVER]
    top = head[0] if head else _reached(above, columns.cuts, whole[0])
    foot = _reached([row for row in rows if row[0].top >= whole[-1] - _OVER], columns.cuts, whole[-1])
    ys = tuple(sorted({top, *(y for y in heights if top <= y <= foot), foot}))
    found = Across(left, right, ys, columns)
    return found if len(ys) <= _MOST and found.parts_rows([w for row in rows for w in row]) else None


def _ruling(rules: Sequence[Rule]) -> _Ruling:
    """What ``rules`` that run across tell of a table as wide as the longest of them."""
    lines = joined(rules)
    longest = max(lines, key=lambda rule: rule.end - rule.start)
    left, right = longest.start, longest.end
    lines = [r for r in lines if left - _NEAR <= r.start and r.end <= right + _NEAR]
    whole = [r.at for r in lines if r.start <= left + _NEAR and r.end >= right - _NEAR]
    ends: list[float] = []
    for end in sorted(p for rule in rules for p in (rule.start, rule.end)):
        if [left, *ends][-1] + _NEAR < end < right - _NEAR:
            ends.append(end)
    return _Ruling(left, right, [rule.at for rule in lines], whole, ends)


def _head(rows: Sequence[Row], ruling: _Ruling, known: Columns | None) -> tuple[float, Columns] | None:
    """Where the head begins and the columns it names: between the first two rules, or above the first."""
    whole = ruling.whole
    if len(whole) > 2 and (columns := _named(rows, whole[0], whole[1], ruling)):
        return whole[0], columns
    if len(whole) == 1 and not known:
        return None
    above = [row for row in reversed(rows) if row[0].bottom <= whole[0] + _OVER]
    first = _reached(above, ruling.ends, whole[0])
    tops = [min(w.top for w in row) for row in above[:_DEEPEST] if row[0].bottom > first]
    named = [(top, columns) for top in reversed(tops) if (columns := _named(rows, top, whole[0], ruling))]
    return max(named, key=lambda head: head[1].worth, default=None)


def _named(rows: Sequence[Row], top: float, foot: float, ruling: _Ruling) -> Columns | None:
    """The columns that a head between ``top`` and ``foot`` names over the rows down to the last rule.

    They are parted where rules end, which many programs draw cell by cell, or by free stripes where those
    name more: where rules end only at cells that span rows, some columns are not parted.
    """
    head = [row for row in rows if top - _OVER <= row[0].top and row[0].bottom <= foot + _OVER]
    body = [row for row in rows if foot <= _level(row) < ruling.whole[-1] and not is_title(row)]
    if not head:
        return None
    ruled = columns_between([word for row in head for word in row], ruling.ends)
    under = columns_under(head, body) if body else None
    free = _at_ends(flush(under, body), ruling) if under else None
    return max(filter(None, (ruled, free)), key=lambda columns: columns.worth, default=None)


def _reached(rows: Sequence[Row], cuts: Sequence[float], edge: float) -> float:
    """How far a table goes beyond its rule at ``edge``: over ``rows`` that follow closely in its columns."""
    for row in rows:
        places = (min(word.top for word in row), max(word.bottom for word in row))
        near, far = sorted(places, key=lambda y: abs(y - edge))
        if abs(near - edge) > _CLOSE * row[0].height or crosses(row, cuts) or AFTER.match(line_of(row).text):
            break
        edge = far
    return edge


def _level(row: Row) -> float:
    """The height at which ``row`` stands."""
    return row[0].middle[1]


def _at_ends(columns: Columns, ruling: _Ruling) -> Columns:
    """``columns`` parted where rules end: cells that span rows leave gaps in them.

    A title in the middle of its column tells only roughly where that begins.
    """
    edges = [ruling.left, *columns.cuts, ruling.right]
    cuts = []
    for before, cut, after in zip(edges, edges[1:], edges[2:], strict=False):
        nearest = min(ruling.ends, key=lambda end: abs(end - cut), default=cut)
        cuts.append(nearest if 2 * abs(nearest - cut) < min(cut - before, after - cut) else cut)
    return replace(columns, cuts=tuple(cuts))
