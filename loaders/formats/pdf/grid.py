"""Ruled tables of a page: rules to cells, words to the cells they stand in.

Two neighbouring fields belong to one cell where no rule parts them, so cells over several rows or columns
show themselves. A table whose outer rules are missing is closed where its other rules end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.formats.pdf.page import Rule, Word

__all__ = ["Field", "Ruled", "joined", "ruled_tables", "widened"]

_NEAR = 3.0
"""Rules nearer to one another are one; ends nearer to a rule touch it."""
_SEAM = 0.1
"""What ends so near to where another begins ends there."""
_MOST_FIELDS = 5_000
_NEXT_LINE = 0.6
"""A line goes on with the one above within this share of its height."""


@dataclass(frozen=True)
class Field:
    """A cell: row and column from 0, how many it spans, its edges, its words."""

    row: int
    column: int
    height: int
    width: int
    left: float
    right: float
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Ruled:
    """A ruled table: the edges of its columns and rows, and its cells row by row.

    ``spilled`` are the words of cells whose text runs out below the table.
    ``cut`` where no rule at all closes the last row though the outer columns are ruled on the outside.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    fields: tuple[Field, ...]
    spilled: frozenset[Word] = frozenset()
    cut: bool = False

    def holds(self, word: Word) -> bool:
        """Whether ``word`` stands inside, or runs out of it."""
        x, y = word.middle
        if word in self.spilled:
            return True
        return self.xs[0] - _NEAR < x < self.xs[-1] + _NEAR and self.ys[0] - _NEAR < y < self.ys[-1] + _NEAR


def ruled_tables(rules: Sequence[Rule], words: Sequence[Word]) -> list[Ruled]:
    """The ruled tables of a page from top to bottom; a frame with a single cell is none."""
    across = joined([rule for rule in rules if not rule.upright])
    upright = joined([rule for rule in rules if rule.upright])
    tables = []
    for touching in _connected(across, upright):
        group = [*touching, *_seams(touching, rules)]
        xs = _edges(
            [r.at for r in group if r.upright], [p for r in group if not r.upright for p in (r.start, r.end)]
        )
        ys = _edges(
            [r.at for r in group if not r.upright], [p for r in group if r.upright for p in (r.start, r.end)]
        )
        if len(xs) > 2 and len(ys) > 1 and len(xs) * len(ys) < _MOST_FIELDS and _parts_rows(touching):
            tables.append(_table(xs, ys, group, words))
    return sorted(tables, key=lambda table: table.ys[0])


def widened(table: Ruled, xs: Sequence[float], words: Sequence[Word]) -> Ruled:
    """``table`` with the outer columns that it lacks of ``xs``, the edges of the table it goes on with.

    Where cells of the outer columns span all rows of a page, some programs draw no rules for them.
    """
    if len(xs) <= len(table.xs) or not all(any(abs(x - y) < _NEAR for y in xs) for x in table.xs):
        return table
    before = [x for x in xs if x < table.xs[0] - _NEAR]
    after = [x for x in xs if x > table.xs[-1] + _NEAR]
    edges = (*before, *table.xs, *after)
    fields = [replace(cell, column=cell.column + len(before)) for cell in table.fields]
    for c in (*range(len(before)), *range(len(before) + len(table.xs) - 1, len(edges) - 1)):
        left, right = edges[c], edges[c + 1]
        held = (w for w in words if left <= w.middle[0] < right and table.ys[0] <= w.middle[1] < table.ys[-1])
        fields.append(Field(0, c, len(table.ys) - 1, 1, left, right, tuple(held)))
    return replace(table, xs=edges, fields=tuple(sorted(fields, key=lambda cell: (cell.row, cell.column))))


def joined(rules: Sequence[Rule]) -> list[Rule]:
    """Rules on one line that touch one another, joined."""
    lines: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: r.at):
        if lines and rule.at - lines[-1][0].at < _NEAR:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    out: list[Rule] = []
    for line in lines:
        at = sum(rule.at for rule in line) / len(line)
        first = True
        for rule in sorted(line, key=lambda r: r.start):
            if not first and rule.start <= out[-1].end + _NEAR:
                out[-1] = Rule(rule.upright, at, out[-1].start, max(out[-1].end, rule.end))
            else:
                out.append(Rule(rule.upright, at, rule.start, rule.end))
            first = False
    return out


def _connected(across: Sequence[Rule], upright: Sequence[Rule]) -> Iterator[list[Rule]]:
    """The groups of rules that touch one another."""
    rest = set(range(len(upright)))
    used: set[int] = set()
    for seed in range(len(across)):
        if seed in used:
            continue
        used.add(seed)
        group, open_ones = [across[seed]], [across[seed]]
        while open_ones:
            rule = open_ones.pop()
            if rule.upright:
                found = [i for i in range(len(across)) if i not in used and _touch(across[i], rule)]
                used.update(found)
                new = [across[i] for i in found]
            else:
                found = [i for i in rest if _touch(rule, upright[i])]
                rest.difference_update(found)
                new = [upright[i] for i in sorted(found)]
            group += new
            open_ones += new
        yield group


def _seams(group: Sequence[Rule], rules: Sequence[Rule]) -> list[Rule]:
    """The foot of a head repeated over the rest of a row that a page cut, where no rule closes the head.

    It shows only in the upright rules: all end there, and others go on. Where a program draws them row by
    row that says nothing, unless no rule at all runs across. ``rules`` are those of the page as drawn.
    """
    across = [rule for rule in group if not rule.upright]
    left, right = min(rule.start for rule in across), max(rule.end for rule in across)
    edges = _edges([rule.at for rule in across], ())
    pieces = [rule for rule in rules if rule.upright and _inside(rule, (left, right), (edges[0], edges[-1]))]
    if len(pieces) > _MOST_FIELDS:
        return []
    first = sorted((rule for rule in pieces if rule.at <= left + _NEAR), key=lambda rule: rule.start)
    ends = [a.end for a, b in pairwise(first) if abs(a.end - b.start) <= _SEAM]
    ends = [at for at in ends if not any(rule.start + _SEAM < at < rule.end - _SEAM for rule in pieces)]
    bare = [at for at in ends if not any(abs(edge - at) <= _NEAR for edge in edges)]
    seldom = 2 * len(ends) <= len(edges) - 2
    return [Rule(False, at, left, right) for at in (ends if seldom else bare)]


def _inside(rule: Rule, across: tuple[float, float], down: tuple[float, float]) -> bool:
    """Whether the upright ``rule`` stands inside the box of the edges ``across`` and ``down``."""
    return (
        across[0] - _NEAR <= rule.at <= across[1] + _NEAR
        and down[0] - _NEAR <= rule.start
        and rule.end <= down[1] + _NEAR
    )


def _touch(across: Rule, upright: Rule) -> bool:
    return (
        across.start - _NEAR <= upright.at <= across.end + _NEAR
        and upright.start - _NEAR <= across.at <= upright.end + _NEAR
    )


def _edges(drawn: Sequence[float], ends: Sequence[float]) -> tuple[float, ...]:
    """The edges of rows or columns: where rules stand, and the outermost ends of the rules across them."""
    out: list[float] = []
    for at in sorted([*drawn, *((min(ends), max(ends)) if ends else ())]):
        if not out or at - out[-1] > _NEAR:
            out.append(at)
    return tuple(out)


def _table(
    xs: tuple[float, ...], ys: tuple[float, ...], rules: Sequence[Rule], words: Sequence[Word]
) -> Ruled:
    columns, rows = len(xs) - 1, len(ys) - 1
    owner = {(r, c): (r, c) for r in range(rows) for c in range(columns)}

    def root(place: tuple[int, int]) -> tuple[int, int]:
        while owner[place] != place:
            place = owner[place]
        return place

    upright = [rule for rule in rules if rule.upright]
    across = [rule for rule in rules if not rule.upright]
    for r in range(rows):
        for c in range(columns):
            if c + 1 < columns and not _drawn(upright, xs[c + 1], ys[r], ys[r + 1]):
                _join(owner, root((r, c)), root((r, c + 1)))
            if r + 1 < rows and not _drawn(across, ys[r + 1], xs[c], xs[c + 1]):
                _join(owner, root((r, c)), root((r + 1, c)))
    cells: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for place in owner:
        cells.setdefault(root(place), []).append(place)
    table = replace(_filled(xs, ys, cells, words), cut=_is_cut(xs, ys, across, upright))
    return _with_spilled(table, across, words)


def _parts_rows(rules: Sequence[Rule]) -> bool:
    """Whether ``rules`` part rows, not only columns and the head: then one rule juts out over all others."""
    across = [rule for rule in rules if not rule.upright]
    ats = [rule.at for rule in rules if rule.upright]
    jutting = (
        across[0].start < min(ats, default=0.0) - _NEAR and across[0].end > max(ats, default=0.0) + _NEAR
    )
    return len(across) > 1 or not jutting


def _is_cut(
    xs: tuple[float, ...], ys: tuple[float, ...], across: Sequence[Rule], upright: Sequence[Rule]
) -> bool:
    """Whether the last row is open below, in a table that has outer rules."""
    outer = all(_drawn(upright, x, ys[-2], ys[-1]) for x in (xs[0], xs[-1]))
    return outer and not any(_drawn(across, ys[-1], left, right) for left, right in pairwise(xs))


def _with_spilled(table: Ruled, across: Sequence[Rule], words: Sequence[Word]) -> Ruled:
    """``table`` with the text that browsers print below it where a page cuts a cell over several rows.

    Where a rule closes the cell, only a line that it runs through.
    """
    foot = table.ys[-1]
    below = sorted((word for word in words if word.middle[1] > foot), key=lambda w: w.top)
    fields, spilled = [], set[Word]()
    for cell in table.fields:
        rest: list[Word] = []
        if cell.words and cell.row + cell.height == len(table.ys) - 1:
            inside = [word for word in below if cell.left <= word.middle[0] < cell.right]
            if _drawn(across, foot, cell.left, cell.right):
                inside = [word for word in inside if word.top < foot]
            rest = _going_on(max(word.bottom for word in cell.words), inside)
        spilled.update(rest)
        known = set(cell.words)
        fields.append(replace(cell, words=(*cell.words, *(word for word in rest if word not in known))))
    return replace(table, fields=tuple(fields), spilled=frozenset(spilled))


def _going_on(bottom: float, below: Sequence[Word]) -> list[Word]:
    """The words of ``below`` (from the top) that stand line under line from ``bottom`` on."""
    rest: list[Word] = []
    for word in below:
        if word.top - bottom > _NEXT_LINE * word.height:
            break
        rest.append(word)
        bottom = max(bottom, word.bottom)
    return rest


def _join(owner: dict[tuple[int, int], tuple[int, int]], a: tuple[int, int], b: tuple[int, int]) -> None:
    first, second = min(a, b), max(a, b)
    owner[second] = first


def _drawn(rules: Sequence[Rule], at: float, start: float, end: float) -> bool:
    """Whether a rule at ``at`` covers the middle of the stretch from ``start`` to ``end``."""
    middle = (start + end) / 2
    return any(abs(rule.at - at) <= _NEAR and rule.start - 1 <= middle <= rule.end + 1 for rule in rules)


def _filled(
    xs: tuple[float, ...],
    ys: tuple[float, ...],
    cells: dict[tuple[int, int], list[tuple[int, int]]],
    words: Sequence[Word],
) -> Ruled:
    home = {place: first for first, places in cells.items() for place in places}
    held: dict[tuple[int, int], list[Word]] = {first: [] for first in cells}
    for word in words:
        x, y = word.middle
        c, r = _slot(xs, x), _slot(ys, y)
        if c is not None and r is not None:
            held[home[r, c]].append(word)
    fields = []
    for first, places in sorted(cells.items()):
        top, left = min(r for r, _ in places), min(c for _, c in places)
        down, right = max(r for r, _ in places) + 1, max(c for _, c in places) + 1
        fields.append(Field(top, left, down - top, right - left, xs[left], xs[right], tuple(held[first])))
    return Ruled(xs, ys, tuple(fields))


def _slot(edges: tuple[float, ...], at: float) -> int | None:
    """The stretch between ``edges`` in which ``at`` lies; a little outside counts as inside."""
    if not edges[0] - _NEAR < at < edges[-1] + _NEAR:
        return None
    return max(0, min(len(edges) - 2, sum(edge <= at for edge in edges) - 1))
