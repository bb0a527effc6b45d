"""Page breaks in a flattened table that only the numbers of the pages tell.

A number alone on a line may be a row's, an amount or a page's. Numbers of pages count on by one, about as
many lines apart each time, from the table's first page to its last; those of rows begin with its first line.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from loaders.layout.model import Line

__all__ = ["may_count_pages", "parted_by_numbers"]

_NUMBER = re.compile(r"\s*[-–]?\s*(\d{1,3})\s*[-–]?\s*")
_ROW = re.compile(r"\s*(?:\d{1,3}\.)*(\d{1,3})\s*\.?\s*(?:$|[^\W\d_])")
_SHORTEST = 30
"""Lines with text that a page holds at least."""
_FEWEST_LINES, _MOST_BEFORE = 10, 60
"""Lines of the text that each page before a number holds at least, and the most pages left out before them:
150 on line 200 counts no pages."""
_LEAST, _MOST = 0.3, 4.0
"""A page holds between so many times the lines of those before: cells of a page may be short or long."""
_MOST_NUMBERS = 3000
"""Among more numbers none is looked for."""
_FEWEST = 3
"""Fewer numbers may count by chance."""
_CHANCE = 0.3
"""Share of numbers that may go on with those of rows by chance."""
_GAP = 3
"""So many empty lines stand above the number of a page where the pages were taken out one after the other."""
_TIGHT = 0.05
"""Share of empty lines up to which one of them is such a gap."""
_NUMBERED = 2
"""So many rows a page show that they are numbered."""
_FIRST = 3
"""A row's number stands among so many first lines."""


class _Number(NamedTuple):
    """A number alone on a line: the place of the line, the lines with text above it, its value."""

    place: int
    above: int
    value: int


_ByValue = dict[int, list[_Number]]


def parted_by_numbers(lines: Sequence[Line]) -> list[list[Line]]:
    """The pages of ``lines`` of a table, without their numbers; one page where none are seen."""
    places = _page_numbers(lines)
    edges = [-1, *places, len(lines)]
    return [list(lines[a + 1 : b]) for a, b in pairwise(edges)]


def may_count_pages(value: int, line: Line) -> bool:
    """Whether the number ``value`` on ``line`` may be that of a page, for the lines before it."""
    return value <= line.number / _FEWEST_LINES + _MOST_BEFORE


def _page_numbers(lines: Sequence[Line]) -> list[int]:
    """The places of the page numbers in ``lines``: the longest count that goes through them all."""
    numbers = list(_numbers(lines))
    if below := _below_gaps(lines, numbers):
        return [number.place for number in below]
    text = sum(bool(line.text.strip()) for line in lines)
    by_value = _by_value(numbers) if len(numbers) <= _MOST_NUMBERS else {}
    best: list[_Number] = []
    seen: set[_Number] = set()
    for first in numbers:
        second = _after(by_value, first.value + 1, first.above + _SHORTEST)
        if second is None or first in seen:
            continue
        count = _counted(by_value, first, second)
        seen.update(count[1:])
        if len(count) > max(len(best), _FEWEST - 1) and _through(count, numbers, by_value, text):
            best = count
    return [number.place for number in best or _before_rows(lines, numbers)]


def _below_gaps(lines: Sequence[Line], numbers: Sequence[_Number]) -> list[_Number]:
    """The numbers alone below a gap between two pages, where all of them count on by one."""
    tight = sum(not line.text for line in lines) <= _TIGHT * len(lines)
    gap = 1 if tight else _GAP
    below = [
        number
        for number in numbers
        if number.place > gap
        and not any(line.text for line in lines[number.place - gap : number.place])
        and (tight or not any(line.text for line in lines[number.place + 1 : number.place + 2]))
        and may_count_pages(number.value, lines[number.place])
    ]
    apart = all(b.value == a.value + 1 and b.above - a.above >= _FEWEST_LINES for a, b in pairwise(below))
    alone = [number.value for number in below] == [1]  # rather that of a row
    sure = not tight or (_rows_are_numbered(lines, len(below)) and _apart(below, numbers))
    return below if apart and sure and not alone else []


def _rows_are_numbered(lines: Sequence[Line], pages: int) -> bool:
    """Whether the numbers of rows share a line with text, so that one alone, of ``pages``, is no row's."""
    return sum(_ROW.match(line.text) is not None for line in lines) > _NUMBERED * (pages + 1)


def _before_rows(lines: Sequence[Line], numbers: Sequence[_Number]) -> list[_Number]:
    """The numbers of a few pages: each stands right above a row, and goes on with no number of rows."""
    before = (0, *(number.value for number in numbers))
    alone = [
        number
        for number, last in zip(numbers, before, strict=False)
        if number.value not in (1, last + 1)
        and may_count_pages(number.value, lines[number.place])
        and (after := _opening(lines, number.place + 1)) is not None
        and after != number.value + 1
    ]
    apart = all(b.value == a.value + 1 and b.above - a.above >= _SHORTEST for a, b in pairwise(alone))
    return alone if alone and apart and alone[0].above >= _SHORTEST / 2 else []


def _opening(lines: Sequence[Line], start: int) -> int | None:
    """The last part of the number that opens the first line with text from ``start`` on, None without one."""
    text = next((line.text for line in lines[start:] if line.text.strip()), "")
    found = _ROW.match(text)
    return int(found[1]) if found else None


def _by_value(numbers: Sequence[_Number]) -> _ByValue:
    found: _ByValue = {}
    for number in numbers:
        found.setdefault(number.value, []).append(number)
    return found


def _after(by_value: _ByValue, value: int, above: float) -> _Number | None:
    """The first number of ``value`` with so many lines ``above``."""
    held = by_value.get(value, [])
    at = bisect.bisect_left(held, above, key=lambda number: number.above)
    return held[at] if at < len(held) else None


def _numbers(lines: Sequence[Line]) -> Iterator[_Number]:
    above = 0
    for place, line in enumerate(lines):
        if len(line.text) < 12 and (found := _NUMBER.fullmatch(line.text)):
            yield _Number(place, above, int(found[1]))
        above += bool(line.text.strip())


def _counted(by_value: _ByValue, first: _Number, second: _Number) -> list[_Number]:
    """The count that begins with ``first`` and ``second``."""
    count = [first, second]
    while after := _next(by_value, count[-1], _page(count), 1):
        count.append(after)
    return count


def _page(count: Sequence[_Number]) -> float:
    """How many lines the pages of ``count`` hold on an average."""
    return (count[-1].above - count[0].above) / (len(count) - 1)


def _next(by_value: _ByValue, last: _Number, page: float, step: int) -> _Number | None:
    """The number after ``last`` (before it, for a ``step`` of -1) that is about one ``page`` away."""
    held = by_value.get(last.value + step, [])
    at = bisect.bisect_left(held, last.above + step * page, key=lambda number: number.above)
    near = [
        number
        for number in held[max(0, at - 1) : at + 1]
        if _LEAST <= step * (number.above - last.above) / page <= _MOST
    ]
    return min(near, key=lambda number: abs(abs(number.above - last.above) - page), default=None)


def _through(count: Sequence[_Number], numbers: Sequence[_Number], by_value: _ByValue, text: int) -> bool:
    """Whether ``count`` goes through all ``text`` lines of a table, and no count of its rows does so."""
    page = _page(count)
    if count[0].above > _MOST * page or text - count[-1].above > _MOST * page:
        return False
    first = count[0]
    while before := _next(by_value, first, page, -1):
        first = before
    return first.above >= _FIRST and _apart(count, numbers)


def _apart(count: Sequence[_Number], numbers: Sequence[_Number]) -> bool:
    """Whether ``count`` hardly goes on with the numbers that stand between its own, as those of rows do."""
    own = set(count)
    others = [number for number in numbers if number not in own]
    values = [0, *(number.value for number in others), 0]
    joined = 0
    for number in count:
        at = bisect.bisect_left(others, number.place, key=lambda other: other.place)
        joined += values[at] == number.value - 1 or values[at + 1] == number.value + 1
    return joined <= _CHANCE * len(count)
