"""What a reading weighs: the words of fragments, and the habits of the table seen by the reading before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

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
        self._starts: dict[int, list[float]] = {}

    def start(self, fragment: Fragment) -> list[float]:
        """The score of a cell beginning with ``fragment``, by column."""
        if not fragment.text:
            return self.habits.empty
        known = self._starts.get(id(fragment))
        if known is None:
            known = self._starts[id(fragment)] = self._start(fragment)
        return known

    def _start(self, fragment: Fragment) -> list[float]:
        usual = self.habits.starts.get(fragment.text, 0.0)
        scores = [
            score + usual + self.too_wide(fragment, c)
            for c, score in enumerate(self._wording.start(fragment))
        ]
        if fragment.label is None:
            scores = [score + cost for score, cost in zip(scores, self._labelled, strict=True)]
        return scores

    def too_wide(self, fragment: Fragment, c: int) -> float:
        """What the width of ``fragment`` says against column ``c``."""
        width = self.habits.widths[c]
        if fragment.width <= width or not width:
            return 0.0
        over = fragment.width / width - 1 - w.WIDTH_SLACK
        return max(w.TOO_WIDE_MOST, w.TOO_WIDE * over) if over > 0 else 0.0

    def cut(self, fragment: Fragment, tails: Sequence[Fragment | None]) -> list[float]:
        """The score of a cell going on at the top of a page with ``fragment``, by column.

        ``tails`` are the last fragments of the cells above, None for cells that hold nothing.
        """
        if not fragment.text:
            return [w.CUT_NOTHING] * len(self.columns)
        bare = 2 * w.LABELLED if fragment.number else 0.0
        scores = [bare + role + self.too_wide(fragment, c) for c, role in enumerate(self._cut_roles)]
        for c, tail in enumerate(tails):
            if tail is None:
                scores[c] += w.CUT_NOTHING
            else:
                scores[c] += self.joint(tail, fragment) + self.wrap(tail, fragment, c)
        return scores

    def joint(self, above: Fragment, fragment: Fragment) -> float:
        """The score of ``fragment`` going on in the cell of ``above``, whatever the column."""
        parted = self.habits.starts.get(fragment.text, 0.0) + self.habits.ends.get(above.text, 0.0)
        return self._wording.joint(above, fragment) - parted

    def apart(self, before: Fragment, fragment: Fragment) -> float:
        """What speaks against cutting a line between two words that often stand side by side."""
        return self._wording.apart(before.text, fragment.head)

    def wrap(self, above: Fragment, fragment: Fragment, c: int) -> float:
        """What the room left in the line ``above`` says on ``fragment`` going on in column ``c``."""
        width = self.habits.widths[c]
        if not width:
            return 0.0
        share, least = w.ROOM_DOUBT
        room = width - above.width - SPACE - fragment.head_width - share * width - least
        if room <= 0:
            return w.WRAPPED
        item = fragment.text[0] in "-+•" or above.text[-1] in ".,;:"
        score = max(w.ROOMY_MOST, w.ROOMY * room)
        return score * w.ROOMY_LIST if item else score
