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


_Way = tuple[int, int, Fragment, Move, Fragment | None]
"""How a state was reached: the node and state before, fragment and move, and the last text of its cell."""


_Reach = list[tuple[int, float, int]]
"""Columns that a cell may begin in, each with the best score it is reached with, and from which state."""


class _Node:
    """A place between fragments: for each state the best score that leads to it, and how it was reached."""

    __slots__ = ("scores", "ways")

    def __init__(self, states: int) -> None:
        self.scores = [_NEVER] * states
        self.ways: list[_Way | None] = [None] * states

    def put(self, state: int, score: float, way: _Way) -> None:
        """Keep ``way`` to ``state`` where it is the best so far."""
        if score > self.scores[state]:
            self.scores[state] = score
            self.ways[state] = way

    def pruned(self) -> list[int]:
        """The states reached; those far behind the best are given up."""
        scores = self.scores
        best = max(scores)
        if best == _NEVER:
            return []
        least = best - w.BEAM
        alive = [state for state, score in enumerate(scores) if score >= least]
        if len(alive) + scores.count(_NEVER) < len(scores):
            self.scores = [score if score >= least else _NEVER for score in scores]
        return alive


def decode(lattice: Lattice, evidence: Evidence) -> list[Step]:
    """The best path through ``lattice``: one step a fragment in reading order."""
    decoder = _Decoder(evidence)
    nodes = [_Node(4 * decoder.n + 1) for _ in range(lattice.last + 1)]
    nodes[0].scores[2 * decoder.n] = 0.0
    for at, fragments in enumerate(lattice.outgoing):
        decoder.expand(at, nodes, fragments)
    return _traced(nodes, decoder.columns)


def _traced(nodes: Sequence[_Node], columns: Sequence[int]) -> list[Step]:
    at = len(nodes) - 1
    scores = nodes[at].scores
    state = scores.index(max(scores))
    steps: list[Step] = []
    while at > 0:
        way = nodes[at].ways[state]
        if way is None:
            return []
        at, before, fragment, move, _ = way
        steps.append(Step(fragment, columns[state], move))
        state = before
    return steps[::-1]


class _Decoder:
    """States of ``n`` columns: text, empty cell; the section row; the first two again in a cut row."""

    def __init__(self, evidence: Evidence) -> None:
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
        self.nothing = [0.0] * n

    def expand(self, at: int, nodes: Sequence[_Node], fragments: tuple[Fragment, ...]) -> None:
        """Follow every fragment that begins at node ``at`` from every state alive there."""
        node, n, first = nodes[at], self.n, fragments[0]
        alive = node.pruned()
        if not alive:
            return
        score, state = self._ended(node, alive, top=first.top)
        if first.top:
            self.tails = self._tails(nodes, at, state)
        cut = alive[-1] > 2 * n
        # A line in lower case goes on: where no page was cut, nothing else need be tried.
        plain = not cut and len(fragments) == 1 and first.goes_on
        reaches: list[_Reach] = []
        for fragment in fragments:
            target = nodes[fragment.end]
            if not fragment.text:
                self._blank(at, node, alive, target, fragment)
            elif fragment.opens:
                self._same(at, node, alive, target, fragment)
            if not plain or max(target.scores) == _NEVER:
                # Fragments that begin at one node begin with one word, so what is reached is the same.
                reaches = reaches or self._reaches(node, alive, fragment, cut=cut)
                for row, reach in enumerate(reaches):
                    self._next(at, reach, target, fragment, row)
                self._row(at, score, state, target, fragment)

    def _ended(self, node: _Node, alive: list[int], *, top: bool) -> tuple[float, int]:
        """Score and state of the best row that ends here; at a page's ``top`` what it lacks costs nothing."""
        scores, ends = node.scores, self.ends
        left = [scores[state] if top else scores[state] - ends[state] for state in alive]
        best = max(left)
        return best, alive[left.index(best)]

    def _tails(self, nodes: Sequence[_Node], at: int, state: int) -> list[Fragment | None]:
        """The last text of each cell of the row that ends at node ``at``; targets and tasks may span rows."""
        tails: list[Fragment | None] = [None] * self.n
        wanted, in_row = set(range(self.n)), True
        while at > 0 and wanted:
            way = nodes[at].ways[state]
            if way is None or way[3] is Move.SECTION:
                break
            c = self.columns[state]
            at, state, fragment, move, _ = way
            if c in wanted and fragment.text:
                tails[c] = fragment
                wanted.discard(c)
            if in_row and move is Move.ROW:
                in_row = False
                wanted &= self.spanning
        return tails

    def _blank(self, at: int, node: _Node, alive: list[int], target: _Node, space: Fragment) -> None:
        """An empty line inside a cell, or one more space of an empty one."""
        cost = w.BLANKS if len(space.line.text) > 1 and not space.line.text.strip() else w.BLANK
        for state in alive:
            way = node.ways[state]
            if way is not None:
                target.put(state, node.scores[state] + cost, (at, state, space, Move.SAME, way[4]))

    def _same(self, at: int, node: _Node, alive: list[int], target: _Node, fragment: Fragment) -> None:
        """The cell goes on; the number of a row does not."""
        columns, scores, ways = self.columns, node.scores, node.ways
        listed = 2 * w.LABELLED if fragment.label or fragment.text[0] in "-+•" else 0.0
        wide, wraps = self.evidence.wide(fragment), self.nothing
        known, joint = None, 0.0
        for state in alive:
            way, c = ways[state], columns[state]
            if way is None or way[4] is None or c in self.numbers:
                continue
            above = way[4]
            if above is not known:
                known, joint = above, self.evidence.joint(above, fragment)
                wraps = self.evidence.wraps(above, fragment)
            score = scores[state] + joint
            if c == SECTION:
                score += listed  # a title holds no list
            else:
                score += wide[c] + wraps[c] if way[2] is above else wide[c]
            target.put(state, score, (at, state, fragment, Move.SAME, fragment))

    def _reaches(self, node: _Node, alive: list[int], fragment: Fragment, *, cut: bool) -> list[_Reach]:
        """From where each column is reached: in an ordinary row, and where one is alive in a ``cut`` one."""
        scores = node.scores
        if fragment.text and not fragment.opens:
            scores = scores.copy()
            for state in alive:
                scores[state] += self._inline(node.ways[state], fragment, state)
        reaches = [_reach(scores, 0, self.absent)]
        return [*reaches, _reach(scores, 2 * self.n + 1, [w.CUT_SKIP] * self.n)] if cut else reaches

    def _inline(self, way: _Way | None, fragment: Fragment, state: int) -> float:
        """What speaks against a cell beginning on the line of the cell that ``state`` is in."""
        if way is None or self.columns[state] in self.numbers:
            return 0.0
        *_, move, before = way
        apart = self.evidence.apart(before, fragment) if before else 0.0
        if move is Move.SAME:
            apart += w.SPLIT_TALL
        if state > 2 * self.n and move is not Move.CUT:
            apart += w.SPLIT_CUT
        return apart + w.SPLIT

    def _next(self, at: int, reach: _Reach, target: _Node, fragment: Fragment, cut: int) -> None:
        """A cell further right in the same row, or in the rest of a row that a page ``cut``."""
        text = fragment if fragment.text else None
        goal = (2 * self.n + 1 if cut else 0) + (0 if text else self.n)
        own = self.evidence.start(fragment)
        scores, ways = target.scores, target.ways
        for c, before, state in reach:
            if cut and text:
                going_on = self.evidence.cut(fragment, self.tails[c], c) + w.CUT_CELL
                score = before + max(own[c] + w.CUT_FRESH, going_on)
            else:
                score = before + own[c]
            if score > scores[goal + c]:
                scores[goal + c] = score
                ways[goal + c] = (at, state, fragment, Move.NEXT, text)

    def _row(self, at: int, score: float, state: int, target: _Node, fragment: Fragment) -> None:
        """A new row: an ordinary one, a section row, or the rest of a row at the top of a page."""
        if not fragment.opens and fragment.text:
            return
        n = self.n
        text = fragment if fragment.text else None
        kind = 0 if text else n
        starts = self.evidence.start(fragment)
        scores, ways = target.scores, target.ways
        for c, start in self.row_starts:
            own = score + start + starts[c]
            if own > scores[kind + c]:
                scores[kind + c] = own
                ways[kind + c] = (at, state, fragment, Move.ROW, text)
        if text and fragment.top:
            for c, tail in enumerate(self.tails):
                own = score + w.PAGE_CUT + self.evidence.cut(fragment, tail, c)
                target.put(2 * n + 1 + c, own, (at, state, fragment, Move.CUT, text))
        if _is_section(fragment):
            target.put(2 * n, score + w.SECTION, (at, state, fragment, Move.SECTION, text))


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
