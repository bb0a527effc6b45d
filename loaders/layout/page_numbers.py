"""Page numbers in running text: lines of their own that count the pages, and cut sentences in two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.layout.model import Line

__all__ = ["without_page_numbers"]

_NUMBER = re.compile(r"[-–]?\s*(\d{1,3})\s*[-–]?")
_ENDS = frozenset("0123456789-–")
_FEWEST_LINES = 10
"""Lines with text that a page has at least: numbers nearer to each other count something else."""
_SECOND = 2
"""A number that stands alone is one of a page only where it can be the second: the first has none."""


def without_page_numbers(lines: Sequence[Line]) -> list[Line]:
    """``lines`` of running text without the numbers of their pages and the empty lines around each.

    Numbers of pages follow one another, at least ten lines with text apart. Tables are not running text: the
    numbers of their rows look the same.
    """
    numbers = _page_numbers(lines)
    if not numbers:
        return list(lines)
    dropped: set[int] = set()
    for i in numbers:
        first, last = i, i + 1
        while first and not lines[first - 1].text.strip():
            first -= 1
        while last < len(lines) and not lines[last].text.strip():
            last += 1
        dropped.update(range(first, last))
    return [line for i, line in enumerate(lines) if i not in dropped]


def _page_numbers(lines: Sequence[Line]) -> tuple[int, ...]:
    """The places of the longest run of page numbers in ``lines``."""
    runs: dict[int, tuple[int, ...]] = {}
    """By its last number, the longest run so far."""
    above = 0
    """The lines with text above a line."""
    counted: list[int] = []
    for i, line in enumerate(lines):
        counted.append(above)
        text = line.text.strip()
        above += bool(text)
        found = _NUMBER.fullmatch(text) if text[-1:] in _ENDS else None
        if found is None:
            continue
        number = int(found[1])
        before = runs.get(number - 1, ())
        if counted[i] - (counted[before[-1]] if before else 0) < _FEWEST_LINES:
            continue
        if len(before) + 1 > len(runs.get(number, ())):
            runs[number] = (*before, i)
    longest = max(runs.values(), key=len, default=())
    return longest if len(longest) > 1 or runs.get(_SECOND) == longest else ()
