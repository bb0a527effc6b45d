"""What a reading weighs: the words of fragments, and the habits of the table seen by the reading before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.layout import weights as w
from loaders.layout.columns import Column, Role
from loaders.layout.fragments import Fragment
from loaders.layout.metrics import SPACE
from loaders.layout.rise import Counts
from loaders.layout.wording import Wording

__all__ = ["Evidence", "Habits"]


@dataclass
class Habits:
    """What a table is seen to do, learnt from a first reading of it; by column.

    ``widths`` the printed width (0: not known), ``absent`` the cost of leaving nothing in a row,
    ``empty`` the log-odds of a printed empty cell, ``labelled`` whether its cells begin with labels.
    """

    widths: list[float]
    loose: list[bool]
    """Whether a column may be far wider than its width says, which is that of its header alone."""
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
            [False] * len(roles),
            [w.ABSENT[r] for r in roles],
            [w.EMPTY[r] for r in roles],
            [False] * len(roles),
        )


_ROOMIEST = w.ROOMY_MOST / w.ROOMY
"""From here on more room left says no more."""
_ANY = float("inf")


class Evidence:
    """Scores (log-odds) of the readings of fragments in one table; ``counts`` what counts in it."""

    def __init__(self, wording: Wording, habits: Habits, counts: Counts) -> None:
        columns = self.columns = wording.columns
        self.habits = habits
        self._wording = wording
        self._counted = counts.numbers
        self.parts = counts.parts
        numbers = [column.role is Role.NUMBER for column in columns]
        self._in_count = [w.COUNTED if own else -w.COUNTED for own in numbers]
        self._uncut = [-w.COUNTED] * len(columns)
        self._out_of_count = [w.UNCOUNTED if own else 0.0 for own in numbers]
        self._labels = any(habits.labelled)
        self._cut_roles = [w.CUT_ROLE.get(column.role, 0.0) for column in columns]
        self._labelled = [
            w.NO_LABEL if labelled and column.role is not Role.NUMBER else 0.0
            for labelled, column in zip(habits.labelled, columns, strict=True)
        ]
        self.nothing = [0.0] * len(columns)
        self._limits = [
            _limit(width, w.TOO_WIDE_LOOSE if loose else w.TOO_WIDE)
            for width, loose in zip(habits.widths, habits.loose, strict=True)
        ]
        self._narrowest = min(limit for limit, *_ in self._limits)
        self._wide: dict[int, list[float]] = {}
        self._starts: dict[tuple[str, str], list[float]] = {}
        self._joints: dict[tuple[str, str], float] = {}
        self._free = [width * (1 - w.ROOM_DOUBT[0]) for width in habits.widths]

    def start(self, fragment: Fragment) -> list[float]:
        """The score of a cell beginning with ``fragment``, by column."""
        if not fragment.text:
            return self.habits.empty
        key = fragment.text, fragment.ahead
        scores = self._starts.get(key)
        if scores is None:
            scores = self._starts[key] = self._start(fragment)
        if fragment.start in self._counted:
            scores = [score + own for score, own in zip(scores, self._number(fragment), strict=True)]
        return scores

    def _start(self, fragment: Fragment) -> list[float]:
        """What its words and its width say of a cell beginning with ``fragment``, by column."""
        scores = self._wording.start(fragment)
        if fragment.width > self._narrowest:
            scores = [own + over for own, over in zip(scores, self.wide(fragment), strict=True)]
        if fragment.label is None and self._labels:
            scores = [score + missed for score, missed in zip(scores, self._labelled, strict=True)]
        usual = self.habits.starts.get(fragment.text)
        return [score + usual for score in scores] if usual else scores

    def _number(self, fragment: Fragment) -> list[float]:
        """What the count of the rows says, by column: its numbers stand alone, in the column of numbers."""
        if self._counted[fragment.start]:
            return self._in_count if fragment.number else self._uncut
        return self._out_of_count if fragment.number else self.nothing

    def wide(self, fragment: Fragment) -> list[float]:
        """What the width of ``fragment`` says against each column."""
        width = fragment.width
        if width <= self._narrowest:
            return self.nothing
        known = self._wide.get(width)
        if known is None:
            slack = 1 + w.WIDTH_SLACK
            known = self._wide[width] = [
                0.0 if width <= limit else w.TOO_WIDE_MOST if width >= most else cost * (width / own - slack)
                for limit, most, own, cost in self._limits
            ]
        return known

    def cut(self, fragment: Fragment, tail: Fragment | None, c: int) -> float:
        """The score of the cell of column ``c`` going on at the top of a page with ``fragment``.

        ``tail`` is the last fragment of the cell above, None for one that holds nothing.
        """
        bare = 2 * w.LABELLED if fragment.number else 0.0
        score = bare + self._cut_roles[c] + self.wide(fragment)[c]
        if tail is None:
            return score + w.CUT_NOTHING
        need, weight = _needed(tail, fragment)
        free = self._free[c]
        if self._wording.again(tail, fragment):
            score += w.CUT_AGAIN
        if fragment.text[0].islower():
            score += w.CUT_SUITS * self._wording.suited(fragment)[c]
        return score + (self.joint(tail, fragment) + (_wrap(free - need, weight) if free else 0.0))

    def joint(self, above: Fragment, fragment: Fragment) -> float:
        """The score of ``fragment`` going on in the cell of ``above``, whatever the column."""
        key = above.text, fragment.text
        known = self._joints.get(key)
        if known is None:
            parted = self.habits.starts.get(fragment.text, 0.0) + self.habits.ends.get(above.text, 0.0)
            known = self._joints[key] = self._wording.said(above.text, fragment) - parted
        return known + fragment.stands

    def going_on(self, above: Fragment, fragment: Fragment) -> float:
        """The same, where ``fragment`` may be the number of a row."""
        return self.joint(above, fragment) - (w.COUNTED if self._counted.get(fragment.start) else 0.0)

    def stays(self, joint: float, above: Fragment | None, fragment: Fragment) -> list[float]:
        """``joint``, that ``fragment`` goes on in a cell, with what each column says, last in a title.

        Where nothing stands between it and the line ``above``, the room left there speaks too.
        """
        wide = self.wide(fragment)
        if above:
            need, weight = _needed(above, fragment)
            most = w.ROOMY_MOST * weight
            scores = [
                joint + own
                if not free
                else joint + (own + w.WRAPPED)
                if free <= need
                else joint + (own + (w.ROOMY * room * weight if (room := free - need) < _ROOMIEST else most))
                for own, free in zip(wide, self._free, strict=True)
            ]
        else:
            scores = [joint + own for own in wide]
        # a title holds no list
        scores.append(joint + (2 * w.LABELLED if fragment.label or fragment.text[0] in "-+•" else 0.0))
        return scores

    def apart(self, before: Fragment, fragment: Fragment) -> float:
        """What speaks against cutting a line between two words that often stand side by side.

        What the cell before says already begins one of its own: the product that its work names.
        """
        named = w.NAMED_AGAIN if " " in fragment.text and fragment.text in before.text else 0.0
        return named + self._wording.apart(before.text, fragment.head)


def _limit(width: float, cost: float) -> tuple[float, float, float, float]:
    """From where on a line speaks against a column of ``width``, and from where on no louder; both given."""
    slack = 1 + w.WIDTH_SLACK
    return width * slack or _ANY, width * (slack + w.TOO_WIDE_MOST / cost), width, cost


def _needed(above: Fragment, fragment: Fragment) -> tuple[float, float]:
    """The room that the line ``above`` and the next word take, and the weight of what is left over."""
    item = fragment.text[0] in "-+•" or above.text[-1] in ".,;:"
    return above.width + SPACE + fragment.head_width + w.ROOM_DOUBT[1], w.ROOMY_LIST if item else 1.0


def _wrap(room: float, weight: float) -> float:
    """What it says that so much ``room`` was left."""
    if room <= 0:
        return w.WRAPPED
    return (w.ROOMY * room if room < _ROOMIEST else w.ROOMY_MOST) * weight
