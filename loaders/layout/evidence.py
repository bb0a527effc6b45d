"""What a reading weighs: the words of fragments, and the habits of the table seen by the reading before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import add

from loaders.layout import weights as w
from loaders.layout.columns import Column, Role
from loaders.layout.fragments import Fragment
from loaders.layout.metrics import SPACE
from loaders.layout.wording import Wording

__all__ = ["Evidence", "Habits"]


@dataclass
class Habits:
    """What a table is seen to do, learnt from a first reading of it; by column.

    ``widths`` the printed width (0: not known), ``absent`` the cost of leaving nothing in a row,
    ``empty`` the log-odds of a printed empty cell, ``labelled`` whether its cells begin with labels.
    """

    widths: list[float]
    absent: list[float]
    empty: list[float]
    labelled: list[bool] = field(default_factory=list)
    starts: dict[str, float] = field(default_factory=dict)
    """By the text of a line that comes again and again: how much speaks for a cell beginning with it."""
    ends: dict[str, float] = field(default_factory=dict)
    """The same for a cell ending with it."""

    @classmethod
    def usual(cls, columns: Sequence[Column]) -> Habits:
        """Before anything is known of the table."""
        roles = [column.role for column in columns]
        return cls(
            [0.0] * len(roles),
            [w.ABSENT[r] for r in roles],
            [w.EMPTY[r] for r in roles],
            [False] * len(roles),
        )


class Evidence:
    """Scores (log-odds) of the readings of fragments in one table."""

    def __init__(self, columns: Sequence[Column], wording: Wording, habits: Habits) -> None:
        self.columns = columns
        self.habits = habits
        self._wording = wording
        self._cut_roles = [w.CUT_ROLE.get(column.role, 0.0) for column in columns]
        self._labelled = [
            w.NO_LABEL if labelled and column.role is not Role.NUMBER else 0.0
            for labelled, column in zip(habits.labelled, columns, strict=True)
        ]
        self._nothing = [0.0] * len(columns)
        self._narrowest = min(habits.widths)
        self._starts: dict[int, list[float]] = {}
        self._wides: dict[int, list[float]] = {}
        self._free = [width * (1 - w.ROOM_DOUBT[0]) for width in habits.widths]

    def start(self, fragment: Fragment) -> list[float]:
        """The score of a cell beginning with ``fragment``, by column."""
        if not fragment.text:
            return self.habits.empty
        known = self._starts.get(id(fragment))
        if known is None:
            known = self._starts[id(fragment)] = self._start(fragment)
        return known

    def _start(self, fragment: Fragment) -> list[float]:
        scores = list(map(add, self._wording.start(fragment), self.wide(fragment)))
        if fragment.label is None:
            scores = list(map(add, scores, self._labelled))
        usual = self.habits.starts.get(fragment.text)
        return [score + usual for score in scores] if usual else scores

    def wide(self, fragment: Fragment) -> list[float]:
        """What the width of ``fragment`` says against each column."""
        if fragment.width <= self._narrowest:
            return self._nothing
        known = self._wides.get(id(fragment))
        if known is None:
            width = fragment.width
            known = [_too_wide(width, own) if width > own > 0 else 0.0 for own in self.habits.widths]
            self._wides[id(fragment)] = known
        return known

    def cut(self, fragment: Fragment, tail: Fragment | None, c: int) -> float:
        """The score of the cell of column ``c`` going on at the top of a page with ``fragment``.

        ``tail`` is the last fragment of the cell above, None for one that holds nothing.
        """
        bare = 2 * w.LABELLED if fragment.number else 0.0
        score = bare + self._cut_roles[c] + self.wide(fragment)[c]
        if tail is None:
            return score + w.CUT_NOTHING
        return score + (self.joint(tail, fragment) + self._wrap_in(c, tail, fragment))

    def joint(self, above: Fragment, fragment: Fragment) -> float:
        """The score of ``fragment`` going on in the cell of ``above``, whatever the column."""
        parted = self.habits.starts.get(fragment.text, 0.0) + self.habits.ends.get(above.text, 0.0)
        return self._wording.joint(above, fragment) - parted

    def apart(self, before: Fragment, fragment: Fragment) -> float:
        """What speaks against cutting a line between two words that often stand side by side."""
        return self._wording.apart(before.text, fragment.head)

    def wraps(self, above: Fragment, fragment: Fragment) -> list[float]:
        """What the room left in the line ``above`` says on ``fragment`` going on in each column."""
        need, weight = _needed(above, fragment)
        return [_wrap(free - need, weight) if free else 0.0 for free in self._free]

    def _wrap_in(self, c: int, above: Fragment, fragment: Fragment) -> float:
        """The same for the column ``c`` alone."""
        need, weight = _needed(above, fragment)
        return _wrap(self._free[c] - need, weight) if self._free[c] else 0.0


def _needed(above: Fragment, fragment: Fragment) -> tuple[float, float]:
    """The room that the line ``above`` and the next word take, and the weight of what is left over."""
    item = fragment.text[0] in "-+•" or above.text[-1] in ".,;:"
    return above.width + SPACE + fragment.head_width + w.ROOM_DOUBT[1], w.ROOMY_LIST if item else 1.0


def _wrap(room: float, weight: float) -> float:
    """What it says that so much ``room`` was left."""
    return max(w.ROOMY_MOST, w.ROOMY * room) * weight if room > 0 else w.WRAPPED


def _too_wide(width: int, own: float) -> float:
    """What speaks against a line of ``width`` in a column of the smaller width ``own``."""
    over = width / own - 1 - w.WIDTH_SLACK
    return max(w.TOO_WIDE_MOST, w.TOO_WIDE * over) if over > 0 else 0.0
