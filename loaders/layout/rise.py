"""The numbers of a table's rows and the letters of its parts: what goes on counting from line to line.

A number alone says little: it may be a row's, a page's, an amount. That it follows the one before it in
the count says much. The longest such count is found over the whole table before anything is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from loaders.layout.fragments import Fragment, Lattice

__all__ = ["LETTERED", "Counts", "counts_of", "row_numbers"]

LETTERED = re.compile(r"([A-HĐ])(?:[.)]\s*|\s+)(?=[^\W\d_])")
"""The letter of a part of the table before its title."""
_LETTERS = "ABCDĐEGH"
_SHARED = 0.8
"""Worth of a number that shares its line with other text, against one that stands alone."""
_PADDED = 0.4
"""The same of one written with a nought before it, as amounts are ("06 lớp")."""
_GAP = 10
"""A count leaves out fewer numbers than this at once: some share a line with other text or are lost."""
_LEFT_OUT = 0.9
"""Cost of a count that leaves numbers out."""
_LATE = 1.0
"""Cost of one that does not begin at 1."""
_AGAIN = 1.5
"""Cost of beginning again at 1 where no section begins."""
_FEW = 3
"""A count of fewer numbers may be chance."""


class _Number(NamedTuple):
    """A bare number, or a heading that a count may begin again under (no fragment)."""

    fragment: Fragment | None
    worth: float = 0.0


class _Count(NamedTuple):
    """A count up to a number: its worth, the node of its last number, and the count before that."""

    worth: float
    node: int
    before: _Count | None


class Counts(NamedTuple):
    """What counts in a table: ``numbers`` as of row_numbers, ``parts`` the nodes of lettered parts."""

    numbers: Mapping[int, bool]
    parts: frozenset[int] = frozenset()


def counts_of(lattice: Lattice) -> Counts:
    """What counts in the table of ``lattice``."""
    return Counts(row_numbers(lattice), _lettered(lattice))


def row_numbers(lattice: Lattice) -> dict[int, bool]:
    """By the node of ``lattice`` it begins at: whether a bare number goes on counting the rows.

    Numbers of headings are not among them, and none where nothing counts. Numbers with and without a
    point after them do not count together: where one kind numbers rows, the other labels what stands in
    them.
    """
    numbers = list(_numbers(lattice))
    counts = [count for dotted in (False, True) if (count := _longest(numbers, dotted=dotted))]
    best = max(counts, key=lambda count: count.worth, default=None)
    nodes = set()
    while best:
        nodes.add(best.node)
        best = best.before
    if len(nodes) < _FEW:
        return {}
    return {number.start: number.start in nodes for number, _ in numbers if number}


def _lettered(lattice: Lattice) -> frozenset[int]:
    """The nodes of ``lattice`` where parts of the table begin that are lettered from A on, two at least.

    The letter Đ may be left out.
    """
    nodes: list[int] = []
    awaited = "A"
    for fragments in lattice.outgoing:
        line = fragments[-1]
        letter = LETTERED.match(line.text) if line.opens and line.text[:1] in awaited else None
        if letter and line.text[letter.end()].isupper():
            nodes.append(line.start)
            after = _LETTERS.index(letter[1]) + 1
            awaited = _LETTERS[after : after + (2 if _LETTERS[after : after + 1] == "Đ" else 1)]
    return frozenset(nodes if len(nodes) > 1 else ())


def _longest(numbers: Sequence[_Number], *, dotted: bool) -> _Count | None:
    """The count of the greatest worth among the numbers with a point after them (``dotted``) or without."""
    upto: dict[int, _Count] = {}
    best: _Count | None = None
    again = 0.0
    for fragment, worth in numbers:
        if fragment is None:
            again = 0.0
        elif fragment.text.endswith(".") is dotted:
            number = int(fragment.text.rstrip("."))
            cost, before = _continued(number, upto, best, again)
            count = _Count(worth - cost + (before.worth if before else 0.0), fragment.start, before)
            if number not in upto or count.worth > upto[number].worth:
                upto[number] = count
            if best is None or count.worth > best.worth:
                best, again = count, _AGAIN
    return best


def _continued(
    number: int, upto: Mapping[int, _Count], best: _Count | None, again: float
) -> tuple[float, _Count | None]:
    """The count that ``number`` goes on with at the least loss, and what that costs."""
    ways: list[tuple[float, _Count | None]] = [(0.0 if number == 1 else _LATE, None)]
    ways += [(0.0, upto[number - 1])] if number - 1 in upto else []
    ways += [(_LEFT_OUT, upto[before]) for before in range(number - _GAP, number - 1) if before in upto]
    ways += [(again, best)] if number == 1 else []
    return max(ways, key=lambda way: (way[1].worth if way[1] else 0.0) - way[0])


def _numbers(lattice: Lattice) -> Iterator[_Number]:
    """The bare numbers of ``lattice`` in reading order, between its headings."""
    for fragments in lattice.outgoing:
        first, whole = fragments[0], fragments[-1]
        if (whole.label and whole.label.roman) or (first.number and _titled(whole)):
            yield _Number(None)
        elif first.number and first.text.rstrip(".").isdigit():
            padded = _PADDED if first.text[0] == "0" else 1.0
            yield _Number(first, padded if first is whole else padded * _SHARED)


def _titled(line: Fragment) -> bool:
    """Whether ``line`` or, below a number alone, the next one is in capitals."""
    return (line.ahead if line.number else line.text).isupper()
