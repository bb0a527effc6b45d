"""What speaks for and against each reading of a fragment: its column, its start, its joint with the line above."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from loaders.layout import weights as w
from loaders.layout.columns import CONTENT_ROLES, Column, Role
from loaders.layout.cues import awaits_number, hangs, hints, suits
from loaders.layout.fragments import Fragment
from loaders.layout.labels import Label, awaits_count
from loaders.layout.metrics import SPACE

__all__ = ["Evidence", "Habits", "Joints", "Words"]


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


class Words:
    """How the words of a document stand inside its lines: which side by side, which in capitals."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._seen: Counter[str] = Counter()
        self._capital: Counter[str] = Counter()
        self._whole: Counter[str] = Counter()
        for text in texts:
            words = text.split()
            self._whole.update(word for word in words if word.isupper())
            folded = [word.casefold() for word in words]
            self._pairs.update(zip(folded, words[1:], strict=False))
            inside = [i for i in range(1, len(words)) if words[i - 1][-1] not in ".:;-+"]
            self._seen.update(folded[i] for i in inside)
            self._capital.update(
                folded[i] for i in inside if words[i][0].isupper() and not words[i].isupper()
            )

    def together(self, before: str, word: str) -> int:
        """How often ``word`` follows ``before`` inside a line."""
        return self._pairs[before.casefold(), word]

    def split(self, before: str, after: str) -> bool:
        """Whether a word of the document was cut in two at a line's end: "TT&T" and "T"."""
        return after.isupper() and len(after) < 3 and self._whole[before.rsplit(maxsplit=1)[-1] + after] > 0

    def capital(self, word: str) -> float:
        """The share of the places inside sentences where ``word`` is written with a capital."""
        if word.isupper():
            return 1.0
        folded = word.casefold()
        return (self._capital[folded] + 0.5) / (self._seen[folded] + 1.0)


class Joints:
    """The score of a line going on in the cell of the line above it, as far as their words tell."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._known: dict[tuple[str, int], float] = {}

    def score(self, above: Fragment, fragment: Fragment) -> float:
        """The score of ``fragment`` going on after ``above``, whatever the column."""
        key = (above.text, id(fragment))
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._score(above.text, fragment)
        return known

    def _score(self, before: str, fragment: Fragment) -> float:
        text = fragment.text
        score = w.LOWER if text[0].islower() else self._raised(before, fragment.head)
        if _is_cut(before) or (awaits_count(before) and text[0].isdigit()):
            score += w.CUT_WORD
        elif hangs(before, text):
            score += self._hanging(before, fragment)
        elif before[-1] == ";":
            score += w.SEMICOLON
        elif before[-1] in ".:":
            score += w.STOPPED
        seen = self._words.together(before.rsplit(maxsplit=1)[-1], fragment.head)
        score += min(w.KNOWN_PAIR_MOST, w.KNOWN_PAIR * math.log2(1 + seen))
        if fragment.inside:
            score += w.INSIDE
        if text[0] in "-+•":
            score += w.BULLET
        elif text[0] == "(":
            score += w.BRACKET
        elif awaits_count(before):
            pass
        elif fragment.label and not _goes_on_number(before, text, fragment.label):
            score += w.LABELLED * (1 if len(fragment.label.number) < 2 else 2)
        return score + (w.TIGHT if fragment.tight else 0.0)

    def _hanging(self, before: str, fragment: Fragment) -> float:
        """What an open end of ``before`` says: little where a number or an unwonted capital follows."""
        first = fragment.text[0]
        if first.isdigit() and not awaits_number(before):
            return w.HANGS_DIGIT
        if first.isupper() and before[-1] != ",":
            return w.HANGS * (0.3 + 0.7 * self._words.capital(fragment.head))
        return w.HANGS

    def apart(self, before: str, head: str) -> float:
        """What speaks against cutting a line between the words ``before`` ends and ``head``."""
        seen = self._words.together(before.rsplit(maxsplit=1)[-1], head)
        return -min(w.KNOWN_PAIR_MOST, w.KNOWN_PAIR * math.log2(max(1, seen)))

    def _raised(self, before: str, word: str) -> float:
        """What a capital at the start of a line says: much where the word has none inside sentences."""
        if not word[0].isupper():
            return w.DIGIT
        if before[-1] in ".;:":
            return w.NAME
        return w.UPPER * (1 - self._words.capital(word)) + w.NAME


class Evidence:
    """Scores (log-odds) of the readings of fragments in one table."""

    def __init__(self, columns: Sequence[Column], joints: Joints, habits: Habits) -> None:
        self.columns = columns
        self.habits = habits
        self._joints = joints
        self._depths = _depths(columns)
        self._ordinals = [column.ordinal for column in columns]
        self._numbered = any(column.role is Role.NUMBER for column in columns)
        self._starts: dict[tuple[str, str], list[float]] = {}

    def start(self, fragment: Fragment) -> list[float]:
        """The score of a cell beginning with ``fragment``, by column."""
        if not fragment.text:
            return self.habits.empty
        key = (fragment.text, fragment.ahead)
        known = self._starts.get(key)
        if known is None:
            known = self._starts[key] = self._start(fragment)
        return known

    def _start(self, fragment: Fragment) -> list[float]:
        found = hints(f"{fragment.text} {fragment.ahead}")
        label = fragment.label
        lower = w.LOWER_START if fragment.text[0].islower() else 0.0
        lower += self.habits.starts.get(fragment.text, 0.0)
        scores = []
        for c, column in enumerate(self.columns):
            score = self.too_wide(fragment, c) + lower
            if column.role is Role.NUMBER:
                score += self._in_numbers(fragment, label)
            elif fragment.number:
                score += w.NUMBER_TEXT
            else:
                score += suits(found, column.role) + self._labelled(label, c)
                if fragment.text[0] in "-+•" and column.role in (Role.LEAD, Role.COORD, Role.TIME):
                    score += w.BULLET_START
            scores.append(score)
        return scores

    def _in_numbers(self, fragment: Fragment, label: Label | None) -> float:
        if not (fragment.number or (label and label.end >= len(fragment.text))):
            return w.NUMBER_TEXT
        if label and len(label.number) > 1 and any(self._ordinals):
            return -w.BARE_NUMBER
        return w.BARE_NUMBER

    def _labelled(self, label: Label | None, c: int) -> float:
        role = self.columns[c].role
        if label is None:
            return w.NO_LABEL if self.habits.labelled[c] else 0.0
        if role not in CONTENT_ROLES:
            return w.LABELLED
        if label.word:
            return w.WORDED if label.word is role else -w.WORDED
        if label.roman or not label.number:
            return 0.0
        if self._ordinals[c] is not None and len(label.number) > 1:
            return w.ORDINAL if label.number[0] == self._ordinals[c] else -w.ORDINAL
        if self._numbered and len(self._depths) == 1:
            return -2.0
        return w.DEPTH if self._depths.get(c) == len(label.number) else -w.DEPTH

    def too_wide(self, fragment: Fragment, c: int) -> float:
        """What the width of ``fragment`` says against column ``c``."""
        width = self.habits.widths[c]
        if not width:
            return 0.0
        over = fragment.width / width - 1 - w.WIDTH_SLACK
        return max(w.TOO_WIDE_MOST, w.TOO_WIDE * over) if over > 0 else 0.0

    def cut(self, fragment: Fragment, tails: Sequence[Fragment | None]) -> list[float]:
        """The score of a cell going on at the top of a page with ``fragment``, by column.

        ``tails`` are the last fragments of the cells above, None for cells that hold nothing.
        """
        if not fragment.text:
            return [w.CUT_NOTHING] * len(self.columns)
        scores = []
        for c, (column, tail) in enumerate(zip(self.columns, tails, strict=True)):
            score = w.CUT_ROLE.get(column.role, 0.0) + self.too_wide(fragment, c)
            if tail is None:
                score += w.CUT_NOTHING
            else:
                score += self.joint(tail, fragment) + self.wrap(tail, fragment, c)
            scores.append(score + (2 * w.LABELLED if fragment.number else 0.0))
        return scores

    def joint(self, above: Fragment, fragment: Fragment) -> float:
        """The score of ``fragment`` going on in the cell of ``above``, whatever the column."""
        parted = self.habits.starts.get(fragment.text, 0.0) + self.habits.ends.get(above.text, 0.0)
        return self._joints.score(above, fragment) - parted

    def apart(self, before: Fragment, fragment: Fragment) -> float:
        """What speaks against cutting a line between two words that often stand side by side."""
        return self._joints.apart(before.text, fragment.head)

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


def _is_cut(before: str) -> bool:
    """Whether ``before`` ends in a hyphen or stroke inside a word or number: "2021-", "rà soát/"."""
    return before[-1] in "-–/" and len(before) > 1 and not before[-2].isspace()


def _goes_on_number(before: str, text: str, label: Label) -> bool:
    """Whether the number in ``label`` may go on after ``before``: "Quý" + "II", "khoản" + "2 Điều 5"."""
    return len(label.number) < 2 and (before[-1] in "-–/" or hangs(before, text))


def _depths(columns: Sequence[Column]) -> dict[int, int]:
    """How many parts a label has in each content column: one more than in the column before it."""
    content = [c for c, column in enumerate(columns) if column.role in CONTENT_ROLES]
    return {c: depth for depth, c in enumerate(content, start=1)}
