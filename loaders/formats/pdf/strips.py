"""Sheets wider than their paper: the pages that hold their right columns are put beside those of the left.

Programs for sheets print such a table in strips, first all pages of the left columns, then those of the next
("down, then over"). Rules across stand at the same heights on the pages of both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.formats.pdf.grid import joined
from loaders.formats.pdf.margins import is_page_number
from loaders.formats.pdf.page import Page, Word
from loaders.formats.pdf.text import line_of, printed_lines, rows_of_words
from loaders.layout.columns import Role, named_role
from loaders.layout.labels import is_number

__all__ = ["beside"]

_SAME = 1.0
"""Rules at heights that differ by no more than so many points are at one height."""
_FEWEST = 4
"""Fewer heights may be alike by chance."""


def beside(pages: Sequence[Page]) -> list[Page]:
    """``pages`` with the strips of wide sheets put together; each page keeps the number of its left part."""
    strips = _Strips(list(pages), [_heights(page) for page in pages])
    i = 0
    while i < len(strips.pages):
        right = strips.right_part(i)
        if right:
            strips.put_beside(i, right)
        else:
            i += 1
    return strips.pages


@dataclass
class _Strips:
    pages: list[Page]
    heights: list[list[float]]
    """The heights of the rules across each page."""

    def right_part(self, i: int) -> int:
        """The page that holds the columns right of those of page ``i``, 0 for none.

        All pages from ``i`` on have such a page then, as far behind them as it is behind ``i``.
        """
        if len(self.heights[i]) < _FEWEST:
            return 0
        j = next((j for j in range(i + 1, len(self.pages)) if self._alike(i, j)), 0)
        if not j or not self._goes_on(i, j):
            return 0
        return j if all(self._alike(k, k + j - i) for k in range(i, j) if self.heights[k]) else 0

    def _alike(self, i: int, j: int) -> bool:
        return j < len(self.pages) and _alike(self.heights[i], self.heights[j])

    def _goes_on(self, i: int, j: int) -> bool:
        """Whether page ``j`` holds further columns, and no further rows or another table."""
        if min(len(_edges(self.pages[i])), len(_edges(self.pages[j]))) < 2:
            return False
        first, other = (_numbered(self.pages[k], self.heights[k][0]) for k in (i, j))
        return not other and (first or not _alike(_edges(self.pages[i]), _edges(self.pages[j])))

    def put_beside(self, i: int, right: int) -> None:
        """Put the strip of the page ``right`` beside that of page ``i``, the first of its own with rules."""
        last = max(k for k in range(i, right) if self.heights[k])
        first = max(0, i - (right - 1 - last))  # pages without rules stand before the table, in both strips
        shift = _right(self.pages[i]) - _left(self.pages[right])
        held = slice(last + 1, last + 1 + last + 1 - first)
        for k, part in enumerate(self.pages[held], start=first):
            self.pages[k] = _joined(self.pages[k], part, shift)
        del self.pages[held], self.heights[held]


def _heights(page: Page) -> list[float]:
    """The heights of the rules across."""
    levels: list[float] = []
    for rule in joined([rule for rule in page.rules if not rule.upright]):
        if not levels or rule.at - levels[-1] > _SAME:
            levels.append(rule.at)
    return levels


def _alike(heights: Sequence[float], others: Sequence[float]) -> bool:
    return len(heights) == len(others) and all(
        abs(a - b) <= _SAME for a, b in zip(heights, others, strict=True)
    )


def _numbered(page: Page, top: float) -> bool:
    """Whether the first column of the table of ``page``, which begins at ``top``, holds numbers."""
    left, right = _edges(page)[:2]
    rows = printed_lines(w for w in page.words if w.middle[1] > top and left < w.middle[0] < right)
    return 2 * sum(is_number(row.text) or named_role(row.text) is Role.NUMBER for row in rows) > len(rows)


def _edges(page: Page) -> list[float]:
    return sorted({round(rule.at, 1) for rule in page.rules if rule.upright})


def _left(page: Page) -> float:
    return min(_edges(page), default=0.0)


def _right(page: Page) -> float:
    return max(_edges(page), default=page.width)


def _text(page: Page) -> Iterator[Word]:
    """The words of ``page`` without its number."""
    for row in rows_of_words(page.words):
        if not is_page_number(page, line_of(row)):
            yield from row


def _joined(page: Page, right: Page, shift: float) -> Page:
    """``page`` with what stands on the ``right`` one, ``shift`` points farther to the right.

    Texts that cross the edge of a strip are drawn whole on both.
    """
    known: dict[tuple[str, int], list[float]] = {}
    for word in page.words:
        known.setdefault((word.text, round(word.top)), []).append(word.left)
    words = [
        word
        for word in (replace(w, left=w.left + shift, right=w.right + shift) for w in _text(right))
        if not any(
            abs(word.left - left) < word.height for left in known.get((word.text, round(word.top)), ())
        )
    ]
    rules = (
        replace(rule, at=rule.at + shift)
        if rule.upright
        else replace(rule, start=rule.start + shift, end=rule.end + shift)
        for rule in right.rules
    )
    width = max(page.width, right.width + shift)
    return replace(page, width=width, words=(*page.words, *words), rules=(*page.rules, *rules))
