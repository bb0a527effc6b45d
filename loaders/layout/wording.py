"""What the words of a fragment tell by themselves: the column it may begin a cell in, and whether it goes on.

Nothing here depends on what a reading has found, so every score is worked out once for all readings.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from loaders.layout import weights as w
from loaders.layout.columns import CONTENT_ROLES, Column, Role
from loaders.layout.cues import (
    begins_number,
    closes_name,
    hangs,
    hints,
    is_counted,
    is_plural,
    is_whole_time,
    suits,
)
from loaders.layout.fragments import Fragment
from loaders.layout.labels import Label, awaits_count
from loaders.layout.words import Words
from loaders.layout.wrapping import Wrapping

__all__ = ["Wording"]

_BULLETS = "-+•"
_JOINS = "-–/"
_OPEN = ",-–/("
"""Signs that a number may follow."""
_AMOUNTS = (Role.BUDGET, Role.EXTRA)
"""Columns where a number may stand alone."""
_NO_BULLETS = (Role.LEAD, Role.COORD, Role.TIME)
_NUMBER, _TIME = Role.NUMBER, Role.TIME


class Wording:
    """Scores (log-odds) of fragments by their words: a table of ``columns``, a document of ``words``."""

    def __init__(
        self, columns: Sequence[Column], words: Words, wrapping: Wrapping, depths: Sequence[int] = ()
    ) -> None:
        self.columns = columns
        self.wrapping = wrapping
        self._words = words
        self._depths = _depths(columns, depths)
        self._roles = [column.role for column in columns]
        self._ordinals = [column.ordinal for column in columns]
        self._numbered = _NUMBER in self._roles
        self._suited: dict[frozenset[Role], list[float]] = {}
        self._starts: dict[tuple[str, str], list[float]] = {}
        self._ends: dict[str, _End] = {}
        self._joints: dict[tuple[str, str], float] = {}
        self._aparts: dict[tuple[str, str], float] = {}

    def start(self, fragment: Fragment) -> list[float]:
        """The score of a cell beginning with ``fragment``, which has text, by column."""
        key = (fragment.text, fragment.ahead)
        known = self._starts.get(key)
        if known is None:
            known = self._starts[key] = self._start(fragment)
        return known

    def joint(self, above: Fragment, fragment: Fragment) -> float:
        """The score of ``fragment`` going on in the cell of ``above``, whatever the column."""
        return self.said(above.text, fragment) + fragment.stands

    def said(self, above: str, fragment: Fragment) -> float:
        """What the words alone say of ``fragment`` going on in the cell of the line ``above``."""
        key = above, fragment.text
        known = self._joints.get(key)
        if known is None:
            known = self._joints[key] = self._worded(above, fragment)
        return known

    def _worded(self, above: str, fragment: Fragment) -> float:
        end = self._ends.get(above)
        if end is None:
            end = self._ends[above] = _End.of(above)
        label = fragment.label
        if label and len(label.number) > 1 and not (end.awaits_count or end.hangs or end.cut):
            return w.DIGIT + 2 * w.LABELLED  # nothing else weighs as much
        score = self._joint(end, fragment)
        if end.word == fragment.head:
            return score + w.SAME_WORD
        if " " not in fragment.text and closes_name(above, fragment.text):
            return score + w.HANGS
        if end.whole_time and not _goes_with_time(fragment.text):
            return score + w.WHOLE_TIME
        if (end.hangs or end.last == ";") and _is_new_time(fragment.text) and _TIME not in hints(above):
            return score + w.LISTED_TIME
        return score

    def apart(self, before: str, head: str) -> float:
        """What speaks against cutting a line between the words ``before`` ends and ``head``."""
        known = self._aparts.get((before, head))
        if known is None:
            seen = self._words.together(before.rsplit(maxsplit=1)[-1], head)
            known = -min(w.KNOWN_PAIR_MOST, w.KNOWN_PAIR * math.log2(max(1, seen)))
            self._aparts[before, head] = known
        return known

    def again(self, above: Fragment, fragment: Fragment) -> bool:
        """Whether the two lines stand below one another elsewhere, too; those of one word may by chance."""
        return " " in above.text and self._words.stand_below(above.text, fragment.text)

    def suited(self, fragment: Fragment) -> list[float]:
        """How well what ``fragment`` says suits each column: nothing where it says nothing."""
        found = hints(fragment.text)
        return self._suits(found) if found else [0.0] * len(self._roles)

    def _start(self, fragment: Fragment) -> list[float]:
        timed = w.TIME_TEXT if is_whole_time(fragment.text) else 0.0
        # a whole time says nothing of the work on the next line: "Thường xuyên" above "Kiểm tra …"
        suited = self._suits(hints(fragment.text if timed else f"{fragment.text} {fragment.ahead}"))
        lower = w.LOWER_START if fragment.text[0].islower() else 0.0
        bullet = w.BULLET_START if fragment.text[0] in _BULLETS else 0.0
        label = fragment.label
        if not (label or fragment.number or timed or bullet):
            return [lower + own for own in suited] if lower else suited
        scores = []
        for c, role in enumerate(self._roles):
            if role is _NUMBER:
                scores.append(lower + self._in_numbers(fragment, label))
            elif fragment.number:
                scores.append(0.0 if role in _AMOUNTS else w.NUMBER_TEXT)
            else:
                score = lower + suited[c] + (self._labelled(label, c) if label else 0.0)
                score += timed if role in CONTENT_ROLES else 0.0
                scores.append(score + bullet if bullet and role in _NO_BULLETS else score)
        return scores

    def _suits(self, found: frozenset[Role]) -> list[float]:
        """How well a text with the hints ``found``, and no number alone, suits each column."""
        known = self._suited.get(found)
        if known is None:
            known = self._suited[found] = [
                w.NUMBER_TEXT if role is _NUMBER else suits(found, role) for role in self._roles
            ]
        return known

    def _in_numbers(self, fragment: Fragment, label: Label | None) -> float:
        if not (fragment.number or (label and label.end >= len(fragment.text))):
            return w.NUMBER_TEXT
        if label and len(label.number) > 1 and any(self._ordinals):
            return -w.BARE_NUMBER
        return w.BARE_NUMBER

    def _labelled(self, label: Label, c: int) -> float:
        role = self._roles[c]
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

    def _joint(self, before: _End, fragment: Fragment) -> float:
        text = fragment.text
        lower = text[0].islower()
        score = w.LOWER if lower else self._raised(before, fragment.head)
        hanging = before.hangs or (before.counted and begins_number(text))
        if before.cut or (before.awaits_count and text[0].isdigit()):
            score += w.CUT_WORD
        elif hanging:
            score += self._hanging(before, fragment)
        elif before.last == ";":
            score += w.SEMICOLON
        else:
            score += (w.STOPPED if before.last in ".:" else 0.0) + (0.0 if lower else self.wrapping.raised)
        if seen := self._words.together(before.word, fragment.head):
            score += min(w.KNOWN_PAIR_MOST, w.KNOWN_PAIR * math.log2(1 + seen))
        return score + self._begun(before, fragment, hanging=hanging)

    def _begun(self, before: _End, fragment: Fragment, *, hanging: bool) -> float:
        """What the marks that ``fragment`` begins with say."""
        first, label = fragment.text[0], fragment.label
        if first in _BULLETS:
            return w.BULLET
        if first == "(":
            return w.BRACKET
        if label is None or before.awaits_count:
            return 0.0
        deep = len(label.number) > 1
        if not deep and (before.last in _JOINS or hanging):
            return 0.0  # the number goes on: "Quý" + "II", "khoản" + "2 Điều 5"
        return w.LABELLED * (2 if deep else 1)

    def _hanging(self, before: _End, fragment: Fragment) -> float:
        """What an open end of ``before`` says: little where a number or an unwonted capital follows."""
        first = fragment.text[0]
        if is_plural(before.word):
            return w.HANGS_PLURAL
        if first.isdigit() and not (before.counted or before.last in _OPEN):
            return w.HANGS_DIGIT
        if first.isupper() and before.last != ",":
            return w.HANGS * (0.3 + 0.7 * self._words.capital(fragment.head))
        return w.HANGS

    def _raised(self, before: _End, word: str) -> float:
        """What a capital at the start of a line says: much where the word has none inside sentences."""
        if not word[0].isupper():
            return w.DIGIT
        if before.last in ".;:":
            return w.NAME
        return w.UPPER * (1 - self._words.capital(word)) + w.NAME


def _goes_with_time(text: str) -> bool:
    """Whether ``text`` may stand below a time in its cell: small letters, another time, a year."""
    return text[0].islower() or _TIME in hints(text)


def _is_new_time(text: str) -> bool:
    """Whether ``text`` is a whole time that begins with a capital: "Quý IV/2026"."""
    return text[0].isupper() and is_whole_time(text)


class _End(NamedTuple):
    """How a line ends."""

    last: str
    """Its last letter, and below its last word."""
    word: str
    cut: bool
    """Whether it ends in a hyphen or stroke inside a word or number: "2021-", "rà soát/"."""
    hangs: bool
    """Whether its phrase must go on, and below whether a number may follow its last word."""
    counted: bool
    awaits_count: bool
    whole_time: bool
    """Whether the line is a time that wants nothing more."""

    @classmethod
    def of(cls, text: str) -> _End:
        cut = text[-1] in _JOINS and len(text) > 1 and not text[-2].isspace()
        word = text.rsplit(maxsplit=1)[-1]
        return cls(
            text[-1], word, cut, hangs(text), is_counted(word), awaits_count(text), is_whole_time(text),
        )  # fmt: skip


def _depths(columns: Sequence[Column], given: Sequence[int]) -> dict[int, int]:
    """How many parts a label has in each content column: as ``given``, else one more than before."""
    content = [c for c, column in enumerate(columns) if column.role in CONTENT_ROLES]
    return dict(zip(content, given or range(1, len(content) + 1), strict=True))
