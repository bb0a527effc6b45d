"""The best reading of a flattened table: dynamic programming over the lattice of its fragments.

A state says in which column the last fragment stands, whether that cell is an empty one, and whether
the row goes on from the page before. Moves: the same cell goes on, a cell further right begins, a row
begins, a section row begins, a row cut by a page goes on.
"""

from __future__ import annotations

import enum
from operator import itemgetter

from loaders.layout import weights as w
from loaders.layout.columns import Role
from loaders.layout.cues import is_unfinished
from loaders.layout.evidence import Evidence
from loaders.layout.fragments import Fragment, Lattice

__all__ = ["SECTION", "Move", "Step", "best_score", "decode"]

SECTION = -1
"""The column of a fragment in a section row."""
_NEVER = float("-inf")
_ALWAYS = float("inf")
_NOTHING: frozenset[int] = frozenset()
_score = itemgetter(0)


class Move(enum.IntEnum):
    """How a fragment follows the one before it."""

    SAME = 0
    NEXT = 1
    ROW = 2
    SECTION = 3
    CUT = 4


_SAME, _NEXT, _ROW, _SECTION, _CUT = Move  # found in a tenth of the time

Step = tuple[Fragment, int, Move]
"""A fragment, the column it was read to stand in, and how."""
_Way = tuple[float, int, Fragment | None, "_Way | None", Fragment, Move]
"""The best way to a state: its score, the state, the last text of the cell, the way to the state before (None
where all begins), the fragment read since then, and the move. A plain tuple: many are made, few are kept."""


def decode(lattice: Lattice, evidence: Evidence) -> list[Step]:
    """The best path through ``lattice``: one step a fragment in reading order."""
    return _followed(lattice, evidence).steps(lattice.last)


def best_score(lattice: Lattice, evidence: Evidence) -> float:
    """The score of the best path through ``lattice``."""
    best = _followed(lattice, evidence).best(lattice.last)
    return best[0] if best else _NEVER


def _followed(lattice: Lattice, evidence: Evidence) -> _Decoder:
    decoder = _Decoder(evidence, lattice)
    for at, fragments in enumerate(lattice.outgoing):
        decoder.expand(at, fragments)
    return decoder


class _Decoder:
    """States by column: text, empty cell; then the section row; then the first two again in a cut row."""

    def __init__(self, evidence: Evidence, lattice: Lattice) -> None:
        self.evidence = evidence
        roles = [column.role for column in evidence.columns]
        n = self.n = len(roles)
        self.absent, self.skipped = evidence.habits.absent, [w.CUT_SKIP] * n
        ends = [min(w.END_MOST, sum(self.absent[c + 1 :])) for c in range(n)]
        twice = [c for c in range(n) for _ in range(2)]
        self.section, self.cut = 2 * n, 2 * n + 1
        """The state of a section row, and the first of the states of cut rows."""
        self.columns = [*twice, SECTION, *twice]
        self.ends = [*(ends[c] for c in twice), 0.0, *(0.0 for _ in twice)]
        unnumbered = max((self.absent[c] for c, role in enumerate(roles) if role is Role.NUMBER), default=0.0)
        self.row_starts = [
            (c, w.ROW_START[role] - (0.0 if role is Role.NUMBER else unnumbered))
            for c, role in enumerate(roles)
            if role in w.ROW_START
        ]
        self.spanning = frozenset(c for c, role in enumerate(roles) if role in (Role.TARGET, Role.TASK))
        self.numbers = {c for c, role in enumerate(roles) if role is Role.NUMBER}
        self.nodes: list[list[_Way | None]] = [[None] * self.cut for _ in range(lattice.last + 1)]
        """By node and state, with the states of cut rows only where there are any."""
        if lattice.last:
            self.nodes[0][self.section] = (0.0, self.section, None, None, lattice.outgoing[0][0], _ROW)
        self.tails: list[Fragment | None] = [None] * n

    def steps(self, at: int) -> list[Step]:
        """The best way to node ``at``."""
        steps: list[Step] = []
        way = self.best(at)
        while way and way[3]:
            _, state, _, before, fragment, move = way
            steps.append((fragment, self.columns[state], move))
            way = before
        return steps[::-1]

    def best(self, at: int) -> _Way | None:
        """The best way to node ``at``, which is asked for once."""
        return max(self._alive(at), key=_score, default=None)

    def expand(self, at: int, fragments: tuple[Fragment, ...]) -> None:
        """Follow every fragment that begins at node ``at`` from every state alive there."""
        here, first = self._alive(at), fragments[0]
        if not here:
            return
        rows, rest = (here, []) if here[-1][1] < self.section else self._parted(here)
        if rest or first.top:
            self._widen(fragments)
        # What surely goes on begins nothing, but where a page was cut.
        if first.opens and first.text and self._go_on(at, here, fragments) and not (rest or first.top):
            return
        ended = self._ended(here, top=first.top) if first.opens else None
        if first.top and ended:
            self.tails = self._tails(ended[1])
            self.skipped = [_skipped(tail) for tail in self.tails]
        if first.text and not first.opens:
            rows, rest = self._inline(rows, first), self._inline(rest, first)
        for fragment in fragments:
            if not fragment.text:
                self._blank(here, fragment)
            own = self.evidence.start(fragment)
            if rows:
                self._next(rows, fragment, own)
            if rest:
                self._next(rest, fragment, self._carried(fragment, own), cut=self.cut)
            if ended:
                self._row(*ended, fragment, own)

    def _alive(self, at: int) -> list[_Way]:
        """The ways to node ``at`` by state; those far behind the best are given up."""
        ways = list(filter(None, self.nodes[at]))
        self.nodes[at] = []
        if not ways:
            return ways
        least = max(ways)[0] - w.BEAM
        return ways if min(ways)[0] >= least else [way for way in ways if way[0] >= least]

    def _parted(self, here: list[_Way]) -> tuple[list[_Way], list[_Way]]:
        """Those of ``here`` in an ordinary row, and those in the rest of a row that a page cut."""
        return [way for way in here if way[1] < self.section], [way for way in here if way[1] >= self.cut]

    def _widen(self, fragments: tuple[Fragment, ...]) -> None:
        """Make room for the states of cut rows where ``fragments`` end."""
        for fragment in fragments:
            node = self.nodes[fragment.end]
            node.extend([None] * (len(self.columns) - len(node)))

    def _ended(self, here: list[_Way], *, top: bool) -> tuple[float, _Way]:
        """The best row that ends here, with its score; at a page's ``top`` what it lacks costs nothing."""
        if top:
            best = max(here, key=_score)
            return best[0], best
        left = [way[0] - self.ends[way[1]] for way in here]
        score = max(left)
        return score, here[left.index(score)]

    def _tails(self, way: _Way | None) -> list[Fragment | None]:
        """The last text of each cell of the row that ends in ``way``; targets and tasks may span rows."""
        tails: list[Fragment | None] = [None] * self.n
        wanted, in_row = set(range(self.n)), True
        while wanted and way and way[3]:
            _, state, _, way, fragment, move = way
            if move is _SECTION:
                break
            c = self.columns[state]
            if c in wanted and fragment.text:
                tails[c] = fragment
                wanted.discard(c)
            if in_row and move is _ROW:
                in_row = False
                wanted &= self.spanning
        return tails

    def _blank(self, here: list[_Way], space: Fragment) -> None:
        """An empty line inside a cell, or one more space of an empty one. No other fragment ends with it."""
        cost = w.BLANKS if len(space.line.text) > 1 and not space.line.text.strip() else w.BLANK
        node = self.nodes[space.end]
        for way in here:
            score, state, text, before, _, _ = way
            if before:
                node[state] = (score + cost, state, text, way, space, _SAME)

    def _go_on(self, at: int, here: list[_Way], fragments: tuple[Fragment, ...]) -> bool:
        """The cells go on with ``fragments``, which begin a line; whether they surely do.

        A line in lower case does if any cell can, another where that is as good as certain of each.
        """
        least = _ALWAYS
        for fragment in fragments:
            least = min(least, self._same(at, here, fragment))
        return len(fragments) == 1 and (least >= w.SURE or (fragments[0].goes_on and least > _NEVER))

    def _same(self, at: int, here: list[_Way], fragment: Fragment) -> float:
        """The cell goes on: the least that speaks for it in any. The number of a row does not."""
        node, columns = self.nodes[fragment.end], self.columns
        cost = w.PAGE_CUT if fragment.top else 0.0
        known, own, joint, least = None, self.evidence.nothing, 0.0, _ALWAYS
        for way in here:
            score, state, above, _, _, _ = way
            c = columns[state]
            if above is None or c in self.numbers:
                continue
            if above is not known:
                known, joint = above, self.evidence.going_on(above, fragment)
                least = min(joint, least)
                if joint > w.HOPELESS:
                    own = self.evidence.stays(joint, above if above.end == at else None, fragment)
            if joint <= w.HOPELESS:
                continue
            score += own[c] + cost
            old = node[state]
            if old is None or score > old[0]:
                node[state] = (score, state, fragment, way, fragment, _SAME)
        return _NEVER if known is None else least

    def _skip(self, before: _Way, c: int) -> float:
        """The cost of leaving out column ``c`` of targets or tasks after ``before``, which may be merged."""
        _, state, _, above, _, move = before
        opens = move is _ROW and above is not None and above[1] == self.section
        return w.UNDER if opens or self.columns[state] in self.spanning else self.absent[c]

    def _inline(self, here: list[_Way], fragment: Fragment) -> list[_Way]:
        """The ways ``here`` with what speaks against a cell beginning on the line of their last cell."""
        return [(way[0] + self._split(way, fragment), *way[1:]) for way in here]

    def _split(self, way: _Way, fragment: Fragment) -> float:
        """What speaks against a cell beginning on the line of the cell that ``way`` leads to."""
        _, state, text, _, _, move = way
        if self.columns[state] in self.numbers:
            return 0.0
        apart = self.evidence.apart(text, fragment) if text else 0.0
        if move is _SAME:
            apart += w.SPLIT_TALL
        if state >= self.cut and move is not _CUT:
            apart += w.SPLIT_CUT
        return apart + w.SPLIT

    def _next(self, here: list[_Way], fragment: Fragment, own: list[float], cut: int = 0) -> None:
        """A cell further right than ``here`` in the same row: an ordinary one, or one ``cut`` by a page.

        One walk over the columns from the left takes the best way so far along; what it leaves out costs.
        """
        node, columns, text = self.nodes[fragment.end], self.columns, fragment if fragment.text else None
        costs, spanning = (self.skipped, _NOTHING) if cut else (self.absent, self.spanning)
        before, *others = here
        best, c = before[0], columns[before[1]] + 1
        state = (cut if text else cut + 1) + 2 * c
        for way in (*others, None):
            last = columns[way[1]] if way else self.n - 1
            while c <= last:
                begun, old = best + own[c], node[state]
                if old is None or begun > old[0]:
                    node[state] = (begun, state, text, before, fragment, _NEXT)
                best -= self._skip(before, c) if c in spanning else costs[c]
                c += 1
                state += 2
            if way and way[0] > best:
                best, before = way[0], way

    def _carried(self, fragment: Fragment, fresh: list[float]) -> list[float]:
        """The score of ``fragment`` by column in a cut row: a cell carried on, or a fresh one."""
        if not fragment.text:
            return fresh
        cut, tails = self.evidence.cut, self.tails
        return [
            max(score + w.CUT_FRESH, cut(fragment, tails[c], c) + w.CUT_CELL) for c, score in enumerate(fresh)
        ]

    def _row(self, score: float, ended: _Way, fragment: Fragment, own: list[float]) -> None:
        """A new row: an ordinary one, a section row, or the rest of a row at the top of a page."""
        node, text = self.nodes[fragment.end], fragment if fragment.text else None
        first = 0 if text else 1
        for c, cost in self.row_starts:
            begun, state = score + cost + own[c], first + 2 * c
            old = node[state]
            if old is None or begun > old[0]:
                node[state] = (begun, state, text, ended, fragment, _ROW)
        if text and fragment.top:
            before = score + w.PAGE_CUT
            for c, tail in enumerate(self.tails):
                state = self.cut + 2 * c
                rest = before + self.evidence.cut(fragment, tail, c)
                before -= self.skipped[c] - w.CUT_SKIP
                old = node[state]
                if old is None or rest > old[0]:
                    node[state] = (rest, state, text, ended, fragment, _CUT)
        if (fragment.label and _is_section(fragment)) or fragment.start in self.evidence.parts:
            old = node[self.section]
            if old is None or score + w.SECTION > old[0]:
                node[self.section] = (score + w.SECTION, self.section, text, ended, fragment, _SECTION)


def _skipped(tail: Fragment | None) -> float:
    """The cost of a cell that ends in ``tail`` not going on in a row that a page cut."""
    return w.CUT_SKIP + (w.CUT_HANGS if tail and is_unfinished(tail.text) else 0.0)


def _is_section(fragment: Fragment) -> bool:
    label = fragment.label
    return label is not None and label.roman and label.end < len(fragment.text)
