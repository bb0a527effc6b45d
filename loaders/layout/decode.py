"""The best reading of a flattened table: dynamic programming over the lattice of its fragments.

A state says in which column the last fragment stands, whether that cell is an empty one, and whether
the row goes on from the page before. Moves: the same cell goes on, a cell further right begins, a row
begins, a section row begins, a row cut by a page goes on.
"""

from __future__ import annotations

import enum
from typing import NamedTuple

from loaders.layout import weights as w
from loaders.layout.columns import Role
from loaders.layout.evidence import Evidence
from loaders.layout.fragments import Fragment, Lattice
from loaders.layout.labels import read_label

__all__ = ["SECTION", "Move", "Step", "decode"]

SECTION = -1
"""The column of a fragment in a section row."""
_NEVER = float("-inf")


class Move(enum.IntEnum):
    """How a fragment follows the one before it."""

    SAME = 0
    NEXT = 1
    ROW = 2
    SECTION = 3
    CUT = 4


class Step(NamedTuple):
    """A fragment and where it was read to stand."""

    fragment: Fragment
    column: int
    move: Move


class _Mark(NamedTuple):
    """The best way to a state: its score, the state before, the step taken, the last text of its cell."""

    score: float
    node: int
    state: int
    fragment: Fragment | None
    move: Move
    text: Fragment | None


_Marks = list[_Mark | None]
_Alive = list[tuple[int, _Mark]]


def decode(lattice: Lattice, evidence: Evidence) -> list[Step]:
    """The best path through ``lattice``: one step a fragment in reading order."""
    n = len(evidence.columns)
    nodes: list[_Marks] = [[None] * (4 * n + 1) for _ in range(lattice.last + 1)]
    nodes[0][4 * n] = _Mark(0.0, -1, -1, None, Move.ROW, None)
    decoder = _Decoder(evidence)
    for at, fragments in enumerate(lattice.outgoing):
        decoder.expand(at, nodes, fragments)
    return _traced(nodes, n)


def _traced(nodes: list[_Marks], n: int) -> list[Step]:
    at = len(nodes) - 1
    _, state = max(((mark.score, s) for s, mark in enumerate(nodes[at]) if mark), default=(_NEVER, 0))
    steps: list[Step] = []
    while at > 0:
        mark = nodes[at][state]
        if mark is None or mark.fragment is None:
            return []
        steps.append(Step(mark.fragment, SECTION if state == 4 * n else state % n, mark.move))
        at, state = mark.node, mark.state
    return steps[::-1]


class _Decoder:
    """States of ``n`` columns: text, empty cell, the same two in a cut row; then the section row."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        n = self.n = len(evidence.columns)
        self.absent = evidence.habits.absent
        self.ends = [min(w.END_MOST, sum(self.absent[c + 1 :])) for c in range(n)] * 2 + [0.0] * (2 * n + 1)
        self.row_start = [w.ROW_START.get(column.role, _NEVER) for column in evidence.columns]
        self.tails: list[Fragment | None] = [None] * n
        self.spanning = {
            c for c, column in enumerate(evidence.columns) if column.role in (Role.TARGET, Role.TASK)
        }
        self.numbers = {c for c, column in enumerate(evidence.columns) if column.role is Role.NUMBER}

    def expand(self, at: int, nodes: list[_Marks], fragments: tuple[Fragment, ...]) -> None:
        """Follow every fragment that begins at node ``at`` from every state alive there."""
        here = nodes[at]
        alive = _pruned(here)
        if not alive:
            return
        top = fragments[0].top
        ended = self._ended(alive, top=top)
        if top:
            self.tails = self._tails(nodes, at, ended[1])
        # A line in lower case goes on: where no page was cut, nothing else need be tried.
        cut = any(2 * self.n <= s < 4 * self.n for s, _ in alive)
        plain = not cut and len(fragments) == 1 and fragments[0].goes_on
        for fragment in fragments:
            target = nodes[fragment.end]
            if not fragment.text:
                self._blank(at, alive, target, fragment)
            elif fragment.opens:
                self._same(at, alive, target, fragment)
            if not plain or not any(target):
                self._next(at, here, target, fragment, cut=cut)
                self._row(at, ended, target, fragment)

    def _ended(self, alive: _Alive, *, top: bool) -> tuple[float, int]:
        """Score and state of the best row that ends here; at a page's ``top`` what it lacks costs nothing."""
        best, state = _NEVER, -1
        for s, mark in alive:
            score = mark.score if top else mark.score - self.ends[s]
            if score > best:
                best, state = score, s
        return best, state

    def _tails(self, nodes: list[_Marks], at: int, state: int) -> list[Fragment | None]:
        """The last text of each cell of the row that ends at node ``at``; targets and tasks may span rows."""
        n = self.n
        tails: list[Fragment | None] = [None] * n
        wanted, in_row = set(range(n)), True
        while at > 0 and wanted:
            mark = nodes[at][state]
            if mark is None or mark.move is Move.SECTION:
                break
            c = state % n
            if c in wanted and mark.fragment is not None and mark.fragment.text:
                tails[c] = mark.fragment
                wanted.discard(c)
            if in_row and mark.move is Move.ROW:
                in_row = False
                wanted &= self.spanning
            at, state = mark.node, mark.state
        return tails

    def _blank(self, at: int, alive: _Alive, target: _Marks, space: Fragment) -> None:
        """An empty line inside a cell, or one more space of an empty one."""
        cost = w.BLANKS if len(space.line.text) > 1 and not space.line.text.strip() else w.BLANK
        for state, mark in alive:
            if mark.fragment is not None:
                _put(target, state, (mark.score + cost, at, state, space, Move.SAME, mark.text))

    def _same(self, at: int, alive: _Alive, target: _Marks, fragment: Fragment) -> None:
        evidence, n = self.evidence, self.n
        joints: dict[int, float] = {}
        for state, mark in alive:
            if mark.text is None or (state % n in self.numbers and state < 4 * n):
                continue
            above = mark.text
            joint = joints.get(id(above))
            if joint is None:
                joint = joints[id(above)] = evidence.joint(above, fragment)
            score = mark.score + joint
            if state < 4 * n:
                score += evidence.too_wide(fragment, state % n)
                if mark.fragment is above:
                    score += evidence.wrap(above, fragment, state % n)
            elif fragment.label or fragment.text[0] in "-+•":
                score += 2 * w.LABELLED  # a title holds no list
            _put(target, state, (score, at, state, fragment, Move.SAME, fragment))

    def _next(self, at: int, here: _Marks, target: _Marks, fragment: Fragment, *, cut: bool) -> None:
        """A cell further right in the same row, or in the rest of a row that a page cut."""
        n, starts = self.n, self.evidence.start(fragment)
        inline = bool(fragment.text) and not fragment.opens
        text = fragment if fragment.text else None
        for base in (0, 2 * n) if cut else (0,):
            own = starts
            if base and text:
                fresh = [score + w.CUT_FRESH for score in starts]
                cuts = [score + w.CUT_CELL for score in self.evidence.cut(fragment, self.tails)]
                own = list(map(max, fresh, cuts))
            best, state = _NEVER, -1
            for c in range(n):
                if best > _NEVER:
                    goal = base + c + (0 if text else n)
                    _put(target, goal, (best + own[c], at, state, fragment, Move.NEXT, text))
                best -= w.CUT_SKIP if base else self.absent[c]
                for s in (base + c, base + n + c):
                    mark = here[s]
                    if mark is None:
                        continue
                    score = mark.score + (self._inline(mark, fragment, c, base) if inline else 0.0)
                    if score > best:
                        best, state = score, s

    def _inline(self, before: _Mark, fragment: Fragment, c: int, cut: int) -> float:
        """What speaks against a cell beginning on the line of the cell ``before`` in column ``c``."""
        if c in self.numbers:
            return 0.0
        apart = self.evidence.apart(before.text, fragment) if before.text else 0.0
        if before.move is Move.SAME:
            apart += w.SPLIT_TALL
        if cut and before.move is not Move.CUT:
            apart += w.SPLIT_CUT
        return apart + w.SPLIT

    def _row(self, at: int, ended: tuple[float, int], target: _Marks, fragment: Fragment) -> None:
        """A new row: an ordinary one, a section row, or the rest of a row at the top of a page."""
        if not fragment.opens and fragment.text:
            return
        n, (score, state) = self.n, ended
        text = fragment if fragment.text else None
        kind = 0 if text else n
        starts = self.evidence.start(fragment)
        for c in range(n):
            if self.row_start[c] > _NEVER:
                own = score + self.row_start[c] + starts[c]
                _put(target, kind + c, (own, at, state, fragment, Move.ROW, text))
        if text and fragment.top:
            for c, own in enumerate(self.evidence.cut(fragment, self.tails)):
                _put(target, 2 * n + c, (score + w.PAGE_CUT + own, at, state, fragment, Move.CUT, text))
        if text and _is_section(fragment.text):
            _put(target, 4 * n, (score + w.SECTION, at, state, fragment, Move.SECTION, text))


def _pruned(here: _Marks) -> _Alive:
    """The states alive; those far behind the best are given up."""
    alive = [(s, mark) for s, mark in enumerate(here) if mark is not None]
    if not alive:
        return alive
    least = max([mark.score for _, mark in alive]) - w.BEAM
    for s, mark in alive:
        if mark.score < least:
            here[s] = None
    return [(s, mark) for s, mark in alive if mark.score >= least]


def _put(target: _Marks, state: int, mark: tuple[float, int, int, Fragment, Move, Fragment | None]) -> None:
    """Keep ``mark`` at ``state`` where it is the best so far."""
    old = target[state]
    if old is None or mark[0] > old.score:
        target[state] = _Mark(*mark)


def _is_section(text: str) -> bool:
    label = read_label(text)
    return label is not None and label.roman and label.end < len(text)
