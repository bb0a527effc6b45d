"""Tables ruled only between their rows: the columns that their head names are ruled as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.formats.pdf_columns import Columns, columns_under
from loaders.formats.pdf_grid import joined
from loaders.formats.pdf_heads import is_title
from loaders.formats.pdf_page import Rule, Word
from loaders.formats.pdf_text import line_of, rows_of_words
from loaders.layout.labels import read_label

__all__ = ["Across", "ruled_across"]

_NEAR = 3.0
"""Rules that end so near to one another end at one place."""
_FEWEST = 3
"""A table has at least so many rules over its whole width: around its head and below."""
_FEWEST_MORE = 2
"""The same of one that goes on from the page before."""
_MOST = 200
"""Pages with more heights of rules hold no table of rows."""


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


def ruled_across(rules: Sequence[Rule], words: Sequence[Word], before: Across | None) -> Across | None:
    """The table of a page that has rules across only; None where there is none.

    ``before`` is that of the page before: without a head the page goes on with it where it is as wide.
    """
    if not rules or any(rule.upright for rule in rules):
        return None
    lines = joined(rules)
    longest = max(lines, key=lambda rule: rule.end - rule.start)
    left, right = longest.start, longest.end
    lines = [r for r in lines if left - _NEAR <= r.start and r.end <= right + _NEAR]
    whole = [r.at for r in lines if r.start <= left + _NEAR and r.end >= right - _NEAR]
    goes_on = before is not None and abs(before.left - left) + abs(before.right - right) <= _NEAR
    if len(whole) < (_FEWEST_MORE if goes_on else _FEWEST):
        return None
    ys = tuple(sorted({r.at for r in lines if whole[0] <= r.at <= whole[-1]}))
    if len(ys) > _MOST:
        return None
    head = [w for w in words if whole[0] <= w.middle[1] < whole[1]]
    body = [w for w in words if whole[1] <= w.middle[1] < whole[-1]]
    shown = [row for row in rows_of_words(body) if not is_title(row)]
    known = [before.columns] if before and goes_on else []
    named = columns_under(rows_of_words(head), shown) if head and body else None
    columns = max([*known, *filter(None, [named])], key=lambda c: (c.named, c.whole), default=None)
    ends = [p for r in rules if whole[0] <= r.at <= whole[-1] for p in (r.start, r.end)]
    found = Across(left, right, ys, _at_ends(columns, left, right, ends)) if columns else None
    return found if found and found.parts_rows(words) else None


def _at_ends(columns: Columns, left: float, right: float, ends: Sequence[float]) -> Columns:
    """``columns`` parted where rules end: cells that span rows leave gaps in them.

    A title in the middle of its column tells only roughly where that begins.
    """
    edges = [left, *columns.cuts, right]
    cuts = []
    for before, cut, after in zip(edges, edges[1:], edges[2:], strict=False):
        nearest = min(ends, key=lambda end: abs(end - cut))
        cuts.append(nearest if 2 * abs(nearest - cut) < min(cut - before, after - cut) else cut)
    return replace(columns, cuts=tuple(cuts))
