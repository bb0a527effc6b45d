"""What the words of a fragment tell by themselves: the column it may begin a cell in, and whether it goes on.

Nothing here depends on what a reading has found, so every score is worked out once for all readings.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from loaders.layout import weights as w
from loaders.layout.columns import CONTENT_ROLES, Column, Role
from loaders.layout.cues import awaits_number, hangs, hints, suits
from loaders.layout.fragments import Fragment
from loaders.layout.labels import Label, awaits_count
from loaders.layout.words import Words

__all__ = ["Wording"]

_BULLETS = "-+•"
_NO_BULLETS = (Role.LEAD, Role.COORD, Role.TIME)


class Wording:
    """Scores (log-odds) of fragments by their words: a table of ``columns``, a document of ``words``."""

    def __init__(self, columns: Sequence[Column], words: Words) -> None:
        self._columns = columns
        self._words = words
        self._depths = _depths(columns)
        self._ordinals = [column.ordinal for column in columns]
        self._numbered = any(column.role is Role.NUMBER for column in columns)
        self._starts: dict[tuple[str, str], list[float]] = {}
        self._joints: dict[tuple[str, int], float] = {}

    def start(self, fragment: Fragment) -> list[float]:
        """The score of a cell beginning with ``fragment``, which has text, by column."""
        key = (fragment.text, fragment.ahead)
        known = self._starts.get(key)
        if known is None:
            known = self._starts[key] = self._start(fragment)
        return known

    def joint(self, above: Fragment, fragment: Fragment) -> float:
        """The score of ``fragment`` going on in the cell of ``above``, whatever the column."""
        key = (above.text, id(fragment))
        known = self._joints.get(key)
        if known is None:
            known = self._joints[key] = self._joint(above.text, fragment)
        return known

    def apart(self, before: str, head: str) -> float:
        """What speaks against cutting a line between the words ``before`` ends and ``head``."""
        seen = self._words.together(before.rsplit(maxsplit=1)[-1], head)
        return -min(w.KNOWN_PAIR_MOST, w.KNOWN_PAIR * math.log2(max(1, seen)))

    def _start(self, fragment: Fragment) -> list[float]:
        found = hints(f"{fragment.text} {fragment.ahead}")
        lower = w.LOWER_START if fragment.text[0].islower() else 0.0
        bullet = w.BULLET_START if fragment.text[0] in _BULLETS else 0.0
        scores = []
        for c, column in enumerate(self._columns):
            if column.role is Role.NUMBER:
                scores.append(lower + self._in_numbers(fragment, fragment.label))
            elif fragment.number:
                scores.append(lower + w.NUMBER_TEXT)
            else:
                score = lower + suits(found, column.role) + self._labelled(fragment.label, c)
                scores.append(score + bullet if column.role in _NO_BULLETS else score)
        return scores

    def _in_numbers(self, fragment: Fragment, label: Label | None) -> float:
        if not (fragment.number or (label and label.end >= len(fragment.text))):
            return w.NUMBER_TEXT
        if label and len(label.number) > 1 and any(self._ordinals):
            return -w.BARE_NUMBER
        return w.BARE_NUMBER

    def _labelled(self, label: Label | None, c: int) -> float:
        role = self._columns[c].role
        if label is None:
            return 0.0
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

    def _joint(self, before: str, fragment: Fragment) -> float:
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
        if text[0] in _BULLETS:
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

    def _raised(self, before: str, word: str) -> float:
        """What a capital at the start of a line says: much where the word has none inside sentences."""
        if not word[0].isupper():
            return w.DIGIT
        if before[-1] in ".;:":
            return w.NAME
        return w.UPPER * (1 - self._words.capital(word)) + w.NAME


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
