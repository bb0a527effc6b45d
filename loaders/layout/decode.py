"""The best reading of a flattened table: dynamic programming over the lattice of its fragments.

A state says in which column the last fragment stands, whether that cell is an empty one, and whether
the row goes on from the page before. Moves: the same cell goes on, a cell further right begins, a row
begins, a section row begins, a row cut by a page goes on.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import NamedTuple

from loaders.layout import weights as w
from loaders.layout.columns import Role
from loaders.layout.evidence import Evidence
from loaders.layout.fragments import Fragment, Lattice

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


_Reach = list[tuple[int, float, int]]
"""Columns that a cell may begin in, each with the best score it is reached with, and from which state."""


def decode(lattice: Lattice, evidence: Evidence) -> list[Step]:
    """The best path through ``lattice``: one step a fragment in reading order."""
    decoder = _Decoder(evidence, lattice.last + 1)
    for at, fragments in enumerate(lattice.outgoing):
        decoder.expand(at, fragments)
    return decoder.steps(lattice.last)


class _Decoder:
    """States of ``n`` columns: text, empty cell; the section row; the first two again in a cut row.

    What is known of the states of all nodes stands in long lists, those of node k from ``k * width`` on:
    plain numbers and fragments, no object a state, which keeps memory small and the garbage collector idle.
    """

    def __init__(self, evidence: Evidence, nodes: int) -> None:
        self.evidence = evidence
        roles = [column.role for column in evidence.columns]
        n = self.n = len(roles)
        self.absent = evidence.habits.absent
        ends = [min(w.END_MOST, sum(self.absent[c + 1 :])) for c in range(n)] * 2
        self.ends = ends + [0.0] * (2 * n + 1)
        self.row_starts = [(c, w.ROW_START[role]) for c, role in enumerate(roles) if role in w.ROW_START]
        self.spanning = {c for c, role in enumerate(roles) if role in (Role.TARGET, Role.TASK)}
        self.numbers = {c for c, role in enumerate(roles) if role is Role.NUMBER}
        self.columns = [*range(n), *range(n), SECTION, *range(n), *range(n)]
        self.tails: list[Fragment | None] = [None] * n
        self.width = 4 * n + 1
        size = nodes * self.width
        self.scores = [_NEVER] * size
        self.scores[2 * n] = 0.0
        self.before = [-1] * size
        """The place of the state that the best way comes from."""
        self.taken: list[Fragment | None] = [None] * size
        self.moves = [Move.ROW] * size
        self.texts: list[Fragment | None] = [None] * size
        """The last text of the cell."""

    def steps(self, at: int) -> list[Step]:
        """The best way to node ``at``."""
        first = at * self.width
        ends = self.scores[first : first + self.width]
        place = first + ends.index(max(ends))
        steps: list[Step] = []
        while (fragment := self.taken[place]) is not None:
            steps.append(Step(fragment, self.columns[place % self.width], self.moves[place]))
            place = self.before[place]
        return steps[::-1]

    def expand(self, at: int, fragments: tuple[Fragment, ...]) -> None:
        """Follow every fragment that begins at node ``at`` from every state alive there."""
        base, first = at * self.width, fragments[0]
        here = self.scores[base : base + self.width]
        alive = _prune(here)
        if not alive:
            return
        score, state = self._ended(here, alive, top=first.top)
        if first.top:
            self.tails = self._tails(base + state)
        cut = alive[-1] > 2 * self.n
        # A line in lower case goes on: where no page was cut, nothing else need be tried.
        plain = not cut and len(fragments) == 1 and first.goes_on
        reaches: list[_Reach] = []
        for fragment in fragments:
            to = fragment.end * self.width
            if not fragment.text:
                self._blank(base, here, alive, to, fragment)
            elif fragment.opens:
                self._same(base, here, alive, to, fragment)
            if not plain or max(self.scores[to : to + self.width]) == _NEVER:
                # Fragments that begin at one node begin with one word, so what is reached is the same.
                reaches = reaches or self._reaches(base, here, alive, fragment, cut=cut)
                for row, reach in enumerate(reaches):
                    self._next(base, reach, to, fragment, row)
                self._row(base + state, score, to, fragment)

    def _put(self, to: int, score: float, before: int, fragment: Fragment, move: Move) -> None:
        """Keep the way from ``before`` to the state at ``to`` where it is the best so far."""
        if score > self.scores[to]:
            self.scores[to], self.before[to], self.taken[to] = score, before, fragment
            self.moves[to], self.texts[to] = move, fragment if fragment.text else None

    def _ended(self, here: list[float], alive: list[int], *, top: bool) -> tuple[float, int]:
        """Score and state of the best row that ends here; at a page's ``top`` what it lacks costs nothing."""
        ends = self.ends
        left = [here[state] if top else here[state] - ends[state] for state in alive]
        best = max(left)
        return best, alive[left.index(best)]

    def _tails(self, place: int) -> list[Fragment | None]:
        """The last text of each cell of the row that ends at ``place``; targets and tasks may span rows."""
        tails: list[Fragment | None] = [None] * self.n
        wanted, in_row = set(range(self.n)), True
        while wanted and (fragment := self.taken[place]) is not None:
            move = self.moves[place]
            if move is Move.SECTION:
                break
            c = self.columns[place % self.width]
            if c in wanted and fragment.text:
                tails[c] = fragment
                wanted.discard(c)
            if in_row and move is Move.ROW:
                in_row = False
                wanted &= self.spanning
            place = self.before[place]
        return tails

    def _blank(self, base: int, here: list[float], alive: list[int], to: int, space: Fragment) -> None:
        """An empty line inside a cell, or one more space of an empty one."""
        cost = w.BLANKS if len(space.line.text) > 1 and not space.line.text.strip() else w.BLANK
        for state in alive:
            if self.taken[base + state] is not None and here[state] + cost > self.scores[to + state]:
                self._put(to + state, here[state] + cost, base + state, space, Move.SAME)
                self.texts[to + state] = self.texts[base + state]

    def _same(self, base: int, here: list[float], alive: list[int], to: int, fragment: Fragment) -> None:
        """The cell goes on; the number of a row does not."""
        columns, texts, taken = self.columns, self.texts, self.taken
        listed = 2 * w.LABELLED if fragment.label or fragment.text[0] in "-+•" else 0.0
        wide = wraps = self.evidence.wide(fragment)
        known, joint = None, 0.0
        for state in alive:
            above, c = texts[base + state], columns[state]
            if above is None or c in self.numbers:
                continue
            if above is not known:
                known, joint = above, self.evidence.joint(above, fragment)
                wraps = self.evidence.wraps(above, fragment)
            score = here[state] + joint
            if c == SECTION:
                score += listed  # a title holds no list
            else:
                score += wide[c] + wraps[c] if taken[base + state] is above else wide[c]
            self._put(to + state, score, base + state, fragment, Move.SAME)

    def _reaches(
        self, base: int, here: list[float], alive: list[int], fragment: Fragment, *, cut: bool
    ) -> list[_Reach]:
        """From where each column is reached: in an ordinary row, and where one is alive in a ``cut`` one."""
        if fragment.text and not fragment.opens:
            here = here.copy()
            for state in alive:
                here[state] += self._inline(base + state, fragment, state)
        reaches = [_reach(here, 0, self.absent)]
        return [*reaches, _reach(here, 2 * self.n + 1, [w.CUT_SKIP] * self.n)] if cut else reaches

    def _inline(self, place: int, fragment: Fragment, state: int) -> float:
        """What speaks against a cell beginning on the line of the cell that ``state`` is in."""
        if self.taken[place] is None or self.columns[state] in self.numbers:
            return 0.0
        before, move = self.texts[place], self.moves[place]
        apart = self.evidence.apart(before, fragment) if before else 0.0
        if move is Move.SAME:
            apart += w.SPLIT_TALL
        if state > 2 * self.n and move is not Move.CUT:
            apart += w.SPLIT_CUT
        return apart + w.SPLIT

    def _next(self, base: int, reach: _Reach, to: int, fragment: Fragment, cut: int) -> None:
        """A cell further right in the same row, or in the rest of a row that a page ``cut``."""
        own = self.evidence.start(fragment)
        if cut and fragment.text:
            own = self._carried(fragment, own, reach)
        goal = to + (2 * self.n + 1 if cut else 0) + (0 if fragment.text else self.n)
        scores = self.scores
        for c, before, state in reach:
            score = before + own[c]
            if score > scores[goal + c]:
                self._put(goal + c, score, base + state, fragment, Move.NEXT)

    def _carried(self, fragment: Fragment, fresh: list[float], reach: _Reach) -> list[float]:
        """The score of ``fragment`` in reached columns of a cut row: a cell carried on, or a fresh one."""
        own = fresh.copy()
        for c, _, _ in reach:
            going_on = self.evidence.cut(fragment, self.tails[c], c) + w.CUT_CELL
            own[c] = max(fresh[c] + w.CUT_FRESH, going_on)
        return own

    def _row(self, before: int, score: float, to: int, fragment: Fragment) -> None:
        """A new row: an ordinary one, a section row, or the rest of a row at the top of a page."""
        if not fragment.opens and fragment.text:
            return
        n, starts = self.n, self.evidence.start(fragment)
        goal = to if fragment.text else to + n
        for c, start in self.row_starts:
            self._put(goal + c, score + start + starts[c], before, fragment, Move.ROW)
        if fragment.text and fragment.top:
            for c, tail in enumerate(self.tails):
                own = score + w.PAGE_CUT + self.evidence.cut(fragment, tail, c)
                self._put(to + 2 * n + 1 + c, own, before, fragment, Move.CUT)
        if _is_section(fragment):
            self._put(to + 2 * n, score + w.SECTION, before, fragment, Move.SECTION)


def _prune(scores: list[float]) -> list[int]:
    """The states reached, in their order; those far behind the best are given up."""
    best = max(scores)
    if best == _NEVER:
        return []
    least = best - w.BEAM
    alive = [state for state, score in enumerate(scores) if score >= least]
    if len(alive) + scores.count(_NEVER) < len(scores):
        scores[:] = [score if score >= least else _NEVER for score in scores]
    return alive


def _reach(scores: Sequence[float], base: int, costs: Sequence[float]) -> _Reach:
    """The columns that a new cell may begin in, from the states from ``base`` on that stand further left."""
    n = len(costs)
    reach: _Reach = []
    best, state = _NEVER, -1
    for c, cost in enumerate(costs):
        if state >= 0:
            reach.append((c, best, state))
            best -= cost
        if scores[base + c] > best:
            best, state = scores[base + c], base + c
        if scores[base + n + c] > best:
            best, state = scores[base + n + c], base + n + c
    return reach


def _is_section(fragment: Fragment) -> bool:
    label = fragment.label
    return label is not None and label.roman and label.end < len(fragment.text)
