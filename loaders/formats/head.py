"""The head of a task table in a grid: where it stands, its columns, and which boxes fall under which."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.formats.pieces import Box, Grid
from loaders.layout.columns import CONTENT_ROLES, Column, Role, columns_of, gives_figures
from loaders.layout.divided import part_title
from loaders.layout.model import Passage

__all__ = ["Head", "find_head", "offsets_of"]

_SEARCHED, _FARTHEST = 40, 500
"""Rows from the top in which a head is looked for, and where it must be found: sheets may hold a letterhead
above it, or the whole text of the plan."""
_DEEPEST = 3
_LONGEST_TITLE = 90
_WORK = re.compile(r"^\d{1,2}\.\d|^(?:mục tiêu|nhiệm vụ|hoạt động) \d|; ", re.IGNORECASE)
"""What cells of work have and no title: numbers below numbers, counted work, lists."""
_ASKED = {Role.LEAD, Role.COORD, Role.TIME, Role.PRODUCT}


@dataclass(frozen=True)
class Head:
    """A head: its first row, the row after it, and for each column its title, meaning and edges.

    ``edges`` are in the unit of the grid's widths.
    """

    start: int
    end: int
    titles: tuple[Passage, ...]
    columns: tuple[Column, ...]
    edges: tuple[tuple[float, float], ...]
    offsets: tuple[float, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The titles, folded."""
        return tuple(title.text.casefold() for title in self.titles)

    def is_again(self, other: Head) -> bool:
        """Whether ``other`` is this head printed again; a row too low for it cuts the longest title."""
        pairs = list(itertools.zip_longest(self.names, other.names, fillvalue=""))
        equal = sum(a == b for a, b in pairs)
        cut = sum(a != b and bool(a and b) and (a.startswith(b) or b.startswith(a)) for a, b in pairs)
        return equal + cut == len(pairs) and cut < 2

    def places(self, box: Box) -> list[int]:
        """The columns that ``box`` covers: more than half of a column, or the one it stands in."""
        left, right = self._edges_of(box)
        shares = [max(0.0, min(right, e) - max(left, s)) for s, e in self.edges]
        covered = [c for c, (s, e) in enumerate(self.edges) if shares[c] > (e - s) / 2]
        if covered or not any(shares):
            return covered
        return [max(range(len(shares)), key=lambda c: shares[c])]

    def _edges_of(self, box: Box) -> tuple[float, float]:
        last = len(self.offsets) - 1
        return self.offsets[min(box.column, last)], self.offsets[min(box.column + box.width, last)]

    def repeats(self, boxes: Sequence[Box]) -> bool:
        """Whether a row prints (part of) the head again."""
        texts = [box.words.casefold() for box in boxes if box.words]
        names = set(self.names)
        upper = sum(text in names for text in texts)
        return len(texts) > 2 and upper * 3 >= len(texts) * 2

    def fitted(self, grid: Grid) -> Head:
        """This head over a grid without one: column by column, scaled to its width."""
        offsets = offsets_of(grid.widths)
        if len(grid.widths) == len(self.edges):
            return replace(self, edges=tuple(itertools.pairwise(offsets)), offsets=offsets)
        scale = self.offsets[-1] / offsets[-1] if offsets[-1] else 1.0
        return replace(self, offsets=tuple(offset * scale for offset in offsets))


def find_head(grid: Grid, *, far: bool = False) -> Head | None:
    """The head of ``grid``, None where no row names the columns of a table of tasks or of figures.

    ``far`` where the grid goes on with no table, so that all above a head is text.
    """
    if len(grid.widths) < 3:
        return None
    rows: dict[int, list[Box]] = {}
    for box in grid.boxes:
        if box.row < (_FARTHEST if far else _SEARCHED):
            rows.setdefault(box.row, []).append(box)
    for r in sorted(rows):
        if len(rows[r]) > 2 and _names_columns([box.words for box in rows[r]]):
            return _head(grid, r, _depth(grid, r, rows))
    return None


def _names_columns(titles: Sequence[str]) -> bool:
    shown = [title for title in titles if title]
    if any(len(title) > _LONGEST_TITLE or _WORK.search(title) for title in shown):
        return False
    if gives_figures(shown):
        return True
    roles = [column.role for column in columns_of(shown)]
    known = {role for role in roles if role is not Role.EXTRA}
    named = sum(role is not Role.EXTRA for role in roles)
    return (
        len(known) >= 3
        and named * 2 > len(roles)
        and bool(known & set(CONTENT_ROLES))
        and bool(known & _ASKED)
    )


def _depth(grid: Grid, start: int, rows: dict[int, list[Box]]) -> int:
    """The rows of the head: as many as its boxes span, and one more under a box over several columns."""
    top = rows[start]
    deep = _until_work(start, min(_DEEPEST, max(box.height for box in top)), rows)
    below = [box for box in rows.get(start + 1, []) if box.words]
    wide = [box for box in top if box.width > 1]
    parting = [b for box in wide if len(found := _under(box, below)) > 1 for b in found]
    if (
        deep == 1
        and below
        and len(parting) == len(below)
        and all(len(b.words) < _LONGEST_TITLE for b in below)
    ):
        deep = 2
    return deep


def _until_work(start: int, deep: int, rows: dict[int, list[Box]]) -> int:
    """``deep``, or the rows above the first with work below the title of one column that has ended.

    Where rules left out show cells over several rows, a title and the blank cell below it are one box.
    """
    for r in range(start + 1, start + deep):
        ended = {b.column for b in rows[start] if b.width == 1 and b.words and start + b.height <= r}
        texts = [box.words for box in rows.get(r, []) if box.column in ended]
        if any(len(text) > _LONGEST_TITLE or _WORK.search(text) for text in texts):
            return r - start
    return deep


def _under(box: Box, boxes: Sequence[Box]) -> list[Box]:
    """The boxes that part ``box``: each stands under it whole."""
    return [b for b in boxes if _within(b, box)]


def _head(grid: Grid, start: int, depth: int) -> Head:
    offsets = offsets_of(grid.widths)
    inside = [box for box in grid.boxes if start <= box.row < start + depth]
    parts = _columns(inside, len(grid.widths))
    titles, columns, edges = [], [], []
    for first, last in parts:
        over = sorted(
            (b for b in inside if b.column <= first and last <= b.column + b.width), key=lambda b: b.row
        )
        title = _title(over)
        titles.append(title)
        columns.append(columns_of([title.text])[0])
        edges.append((offsets[first], offsets[last]))
    return Head(start, start + depth, tuple(titles), tuple(columns), tuple(edges), offsets)


def _columns(boxes: Sequence[Box], width: int) -> list[tuple[int, int]]:
    """The columns of the grid grouped as the lowest boxes of the head part them."""
    cuts = {0, width}
    for box in boxes:
        below = [b for b in boxes if b.row > box.row and _within(b, box) and b.words]
        if box.words and not below:
            cuts |= {box.column, min(width, box.column + box.width)}
    ordered = sorted(cuts)
    return list(itertools.pairwise(ordered))


def _within(lower: Box, upper: Box) -> bool:
    return upper.column <= lower.column and lower.column + lower.width <= upper.column + upper.width


def _title(boxes: Sequence[Box]) -> Passage:
    """The title of a column: the lowest box where it says what the column is, else all its boxes."""
    passages = [Passage.of(line for text in box.texts() for line in text.lines) for box in boxes]
    shown = [passage for passage in passages if passage]
    if not shown:
        return Passage()
    return functools.reduce(part_title, shown)


def offsets_of(widths: Sequence[float]) -> tuple[float, ...]:
    """The edges of columns as wide as ``widths``, from 0."""
    out = [0.0]
    for width in widths:
        out.append(out[-1] + width)
    return tuple(out)
