"""The rows of a task table without rules: where its lines are parted, found over a page at once.

The lines of each column stand where they were printed, so what parts rows is seen: numbers and labels, gaps
wider than those between the lines of a cell, lines ended although the next word had room, and words after
which a cell cannot end. Rows are chosen that agree best with all of it (dynamic programming). What a first
choice shows of the table (whether rows have gaps between them, whether columns are set at the top of their
row or in its middle) weighs in a second one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from loaders.formats.pdf.page import Word
from loaders.layout import weights as w
from loaders.layout.columns import CONTENT_ROLES, Role
from loaders.layout.fragments import Fragment
from loaders.layout.wording import Wording

__all__ = ["Parting", "Printed", "parted"]

_CLIPPED = (-6.0, 4.0)
"""What words say of a joint counts no more than this."""
_GAP, _WIDE_GAP = (1.12, -4.0), (1.35, -8.0)
"""From so many times the usual distance of lines on: log-odds that the lower one goes on."""
_NEAR, _PADDED = 0.5, 4.0
"""The same of lines at the usual distance, and where rows are seen to have wider gaps between them."""
_NUMBERED = -8.0
"""The same of a number in the column of numbers."""
_UNLABELLED = 5.0
"""What a line without a label has more where cells begin with one, or one with a label of another form."""
_ASKEW = -2.5
"""A cell that stands otherwise in its row than its column does."""
_SLACK = 0.35
"""Places that differ by no more than this share of a line's height are the same."""
_SHRUNK = 0.25
_HOPELESS = -14.0
_EMPTY = {Role.NUMBER: -2.0, Role.LEAD: -1.0, Role.TIME: -0.7}
_EMPTY_LEAF, _EMPTY_OTHER = -4.0, -0.4
_FEW = 3
_OFTEN = 0.05
"""Share of the distances of lines that are the usual one, at least."""
_PLAIN = 4.0
"""From these log-odds on two lines are one cell though they were put into two rows."""
_REST = 2.0
"""From these log-odds on a cell goes on beside the next row."""


class Printed(NamedTuple):
    """A line of one column as printed: its words, its box, the width of its first word, and what it says."""

    column: int
    words: Sequence[Word]
    top: float
    bottom: float
    right: float
    begins: float
    fragment: Fragment

    @property
    def height(self) -> float:
        """The height of its letters."""
        return self.bottom - self.top


@dataclass
class _Habits:
    """What a first choice of rows shows of a table."""

    padded: bool = False
    middle: dict[int, bool] = field(default_factory=dict)
    """By column: whether its cells stand in the middle of their rows, or at the top; absent if not known."""


Row = list[Printed]
"""The lines of one row, from top to bottom."""


class Parting(NamedTuple):
    """The rows of a table on a page, and by columns their cells, whatever the rows."""

    rows: list[Row]
    cells: dict[int, list[Row]]


def parted(
    lines: Sequence[Printed], wording: Wording, spanning: Collection[int] = (), titles: Sequence[float] = ()
) -> Parting:
    """The rows that the ``lines`` of a page make.

    Arguments: the ``wording`` of the table's columns, those ``spanning`` rows, the heights of ``titles``
    between rows. A cell that goes on beside the next row stands whole in the one where it began.
    """
    table = _Table(lines, wording, spanning, titles)
    habits = table.seen(table.rows(_Habits()))
    rows = table.rows(habits)
    cells = {c: table.cells(c, rows, habits) for c in range(len(table.columns))}
    table.join_rests(rows, habits)
    return Parting(list(filter(None, rows)), cells)


class _Table:
    def __init__(
        self, lines: Sequence[Printed], wording: Wording, spanning: Collection[int], titles: Sequence[float]
    ) -> None:
        self.wording = wording
        self.titles = titles
        self.roles = [column.role for column in wording.columns]
        self.leaf = max((c for c, role in enumerate(self.roles) if role in CONTENT_ROLES), default=0)
        self.columns = [[line for line in lines if line.column == c] for c in range(len(self.roles))]
        self.pitch = _pitch(self.columns)
        self.rights = [max((line.right for line in column), default=0.0) for column in self.columns]
        self.atoms = list(_atoms([line for line in lines if line.column not in spanning]))
        self.empty = [0.0 if c in spanning else self._empty(c) for c in range(len(self.roles))]
        self.joints: dict[int, float] = {}
        """By line the log-odds that it goes on with the line above in its column, but for gaps."""
        for column in self.columns:
            joints = [self._joint(above, below) for above, below in pairwise(column)]
            form = _labels(column, joints)
            for line, joint in zip(column[1:], joints, strict=False):
                self.joints[id(line)] = joint + (_UNLABELLED if form and _form(line) != form else 0.0)

    def _empty(self, c: int) -> float:
        """The cost of an empty cell in column ``c``."""
        if c == self.leaf:
            return _EMPTY_LEAF
        if self.roles[c] is Role.NUMBER and len(self.columns[c]) < _FEW:
            return 0.0
        return _EMPTY.get(self.roles[c], _EMPTY_OTHER)

    def _joint(self, above: Printed, below: Printed) -> float:
        """The log-odds that ``below`` goes on in the cell of ``above``, but for gaps."""
        if self.roles[below.column] is Role.NUMBER:
            return _NUMBERED
        said = self.wording.joint(above.fragment, below.fragment)
        item = above.fragment.text[-1] in ".,;:" or below.fragment.text[0] in "-+•"
        room = 1000 * (self.rights[below.column] - above.right - 1.3 * below.begins) / below.height
        spare = max(w.ROOMY_MOST, w.ROOMY * room) * (w.ROOMY_LIST if item else 1.0) if room > 0 else w.WRAPPED
        return max(_CLIPPED[0], min(_CLIPPED[1], said)) + spare

    def _near(self, above: Printed, below: Printed, *, padded: bool) -> float:
        """What the gap between two lines of a column says."""
        distance = (below.top - above.top) / self.pitch
        if distance > _WIDE_GAP[0]:
            return _WIDE_GAP[1]
        if distance > _GAP[0]:
            return _GAP[1]
        return _PADDED if padded else _NEAR

    def _all_joints(self, habits: _Habits) -> dict[int, float]:
        """By line the log-odds that it goes on with the line above in its column."""
        return {
            id(below): self.joints[id(below)] + self._near(above, below, padded=habits.padded)
            for column in self.columns
            for above, below in pairwise(column)
        }

    def cells(self, c: int, rows: Sequence[Row], habits: _Habits) -> list[Row]:
        """The cells of column ``c``; over two ``rows`` only what is plainly one, unless gaps part them."""
        joints = self._all_joints(habits)
        homes = {id(line): r for r, row in enumerate(rows) for line in row}
        cells: list[Row] = []
        for line in self.columns[c]:
            apart = cells and homes.get(id(cells[-1][-1])) != homes.get(id(line))
            if joints.get(id(line), -1.0) > (_PLAIN if apart and not habits.padded else 0.0):
                cells[-1].append(line)
            else:
                cells.append([line])
        return cells

    def join_rests(self, rows: Sequence[Row], habits: _Habits) -> None:
        """Move what plainly goes on with a cell of the row above to that row."""
        joints = self._all_joints(habits)
        homes = {line.column: row for row in rows[:1] for line in row}
        for row in rows[1:]:
            for c in {line.column for line in row}:
                cell = [line for line in row if line.column == c]
                if c in homes and joints[id(cell[0])] > _REST and not self._part(homes[c][-1], cell[0]):
                    homes[c].extend(cell)
                    row[:] = [line for line in row if line.column != c]
                else:
                    homes[c] = row

    def rows(self, habits: _Habits) -> list[Row]:
        """The best rows, given ``habits``."""
        joints = self._all_joints(habits)
        best: list[tuple[float, int]] = [(0.0, 0)] + [(float("-inf"), 0)] * len(self.atoms)
        for start in range(len(self.atoms)):
            before = best[start][0]
            for end, score in self._bands(start, joints, habits):
                if before + score > best[end][0]:
                    best[end] = (before + score, start)
        ends = [len(self.atoms)]
        while ends[-1]:
            ends.append(best[ends[-1]][1])
        return [[line for atom in self.atoms[a:b] for line in atom] for a, b in pairwise(ends[::-1])]

    def _bands(self, start: int, joints: dict[int, float], habits: _Habits) -> Iterator[tuple[int, float]]:
        """The rows that may begin at atom ``start``: where each ends, and its score."""
        first: dict[int, Printed] = {}
        last: dict[int, Printed] = {}
        inner = 0.0
        for end in range(start, len(self.atoms)):
            if end > start and self._part(self.atoms[end - 1][0], self.atoms[end][0]):
                return
            for line in self.atoms[end]:
                if line.column in first:
                    inner += joints[id(line)]
                else:
                    first[line.column] = line
                last[line.column] = line
            if inner < _HOPELESS:
                return
            empty = sum(cost for c, cost in enumerate(self.empty) if c not in first)
            yield end + 1, inner + empty + self._askew(first, last, habits)

    def _part(self, above: Printed, below: Printed) -> bool:
        """Whether a title stands between two lines."""
        return any(above.top < title < below.top for title in self.titles)

    def _askew(self, first: dict[int, Printed], last: dict[int, Printed], habits: _Habits) -> float:
        """What speaks against a row whose cells are not set as their columns are."""
        if not habits.middle:
            return 0.0
        top = min(line.top for line in first.values())
        middle = (top + max(line.bottom for line in last.values())) / 2
        cost = 0.0
        for c, line in first.items():
            known = habits.middle.get(c)
            if known is not None:
                off = (line.top + last[c].bottom) / 2 - middle if known else line.top - top
                cost += _ASKEW if abs(off) > _SLACK * line.height else 0.0
        return cost

    def seen(self, rows: Sequence[Row]) -> _Habits:
        """The habits of the table as ``rows`` show them."""
        near = joins = leaves = 0
        for above, below in pairwise(rows):
            lasts = {line.column: line for line in above}
            firsts = {line.column: line for line in reversed(below)}
            gaps = {c: (firsts[c].top - lasts[c].top) / self.pitch for c in lasts.keys() & firsts.keys()}
            joins += bool(gaps)
            near += any(gap <= _GAP[0] for gap in gaps.values())
            leaves += gaps.get(self.leaf, _WIDE_GAP[0]) <= _GAP[0]
        # a cell that spans rows may be parted wrongly, one that does not tells more
        few = max(0.1 * joins, 0 if leaves else 1)
        return _Habits(joins > 1 and near <= few, dict(self._middles(rows)))

    def _middles(self, rows: Sequence[Row]) -> Iterator[tuple[int, bool]]:
        """Whether the cells of each column stand in the middle of their rows, where that can be seen."""
        for c in range(len(self.roles)):
            tops, middles = [], []
            for row in rows:
                cell = [line for line in row if line.column == c]
                top, bottom = min(line.top for line in row), max(line.bottom for line in row)
                if cell and bottom - top > 1.2 * (cell[-1].bottom - cell[0].top):
                    slack = _SLACK * cell[0].height
                    tops.append(abs(cell[0].top - top) <= slack)
                    middles.append(abs(cell[0].top + cell[-1].bottom - top - bottom) <= 2 * slack)
            if len(tops) >= _FEW and max(sum(tops), sum(middles)) > 0.6 * len(tops):
                yield c, sum(middles) > sum(tops)


def _form(line: Printed) -> tuple[Role | None, int] | None:
    """How the label that ``line`` begins with is made: its word, and of how many numbers."""
    label = line.fragment.label
    return (label.word, len(label.number)) if label else None


def _labels(column: Sequence[Printed], joints: Sequence[float]) -> tuple[Role | None, int] | None:
    """How the labels of a column are made where most of its cells begin with one."""
    firsts = [_form(line) for line, joint in zip(column[1:], joints, strict=False) if joint < 0]
    form, count = max(Counter(filter(None, firsts)).items(), key=lambda one: one[1], default=(None, 0))
    return form if count > 1 and 2 * count >= len(firsts) else None


def _pitch(columns: Sequence[Sequence[Printed]]) -> float:
    """The usual distance of the lines of a cell: the least that comes often."""
    gaps = sorted(below.top - above.top for column in columns for above, below in pairwise(column))
    gaps = [gap for gap in gaps if gap > 0]
    often = max(2, round(_OFTEN * len(gaps)))
    return next((gap for gap, other in zip(gaps, gaps[often - 1 :], strict=False) if other - gap < 1), 1e9)


def _atoms(lines: Sequence[Printed]) -> Iterator[list[Printed]]:
    """``lines`` grouped by height: those that stand beside one another are in one row."""
    atom: list[Printed] = []
    low = 0.0
    for line in sorted(lines, key=lambda line: (line.top + line.bottom, line.column)):
        if atom and line.top + _SHRUNK * line.height >= low:
            yield atom
            atom = []
        low = max(low if atom else 0.0, line.bottom - _SHRUNK * line.height)
        atom.append(line)
    if atom:
        yield atom
