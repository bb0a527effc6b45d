"""Where the cells of a row belong that lost others: how its table uses bodies and texts in whole rows."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from loaders.layout.columns import CONTENT_ROLES, Column, Role
from loaders.layout.labels import read_label
from loaders.layout.model import Passage

__all__ = ["Leaning"]

_PLURAL = re.compile(r"(?:các|cơ quan|đơn vị|sở, ban)\b", re.IGNORECASE)
_MANY = 0.3
"""Agencies named together rather coordinate than lead; so does each further name."""
_ABOVE = {Role.LEAD: -1.5, Role.COORD: 0.5}
"""A body that leads in the row above leads here too: had the lead been merged, it would work with itself."""
_SEEN = 2.0
"""The same text stands in that column in a whole row, and so hardly in another."""
_AGAIN = {Role.LEAD: -0.25, Role.COORD: 0.25}
"""Where bodies of one role are printed again row after row, none of that role was merged."""
_OWN, _ONLY = 2.5, 6.0
"""What is to be done is a row's own: the tasks and targets above it are merged; more so where none are."""


class Leaning:
    """How the whole rows of a table, and the row above, use the texts of a row that lost cells.

    Arguments: the cells of each row, and the columns.
    """

    def __init__(self, rows: Iterable[Sequence[Passage]], columns: Sequence[Column]) -> None:
        self._roles = [column.role for column in columns]
        self._names: dict[Role, Counter[str]] = {Role.LEAD: Counter(), Role.COORD: Counter()}
        self._texts: list[set[str]] = [set() for _ in columns]
        self._depths: list[set[int]] = [set() for _ in columns]
        self._firsts: list[set[int]] = [set() for _ in columns]
        self.work = max((c for c, role in enumerate(self._roles) if role in CONTENT_ROLES), default=None)
        self.weight = _ONLY if sum(role in CONTENT_ROLES for role in self._roles) == 1 else _OWN
        self._above: dict[Role, str] = {}
        self._again: set[Role] = set()
        before: Sequence[str] = ()
        for cells in rows:
            texts = [cell.text for cell in cells] if len(cells) == len(columns) else []
            for c, text in enumerate(texts):
                self._hear(c, text)
            if before and texts:
                self._again |= {
                    role for role, a, b in zip(self._roles, before, texts, strict=True) if a == b != ""
                }
            before = texts

    def _hear(self, c: int, text: str) -> None:
        if self._roles[c] in self._names:
            self._names[self._roles[c]].update(_names(text))
        elif self._roles[c] in CONTENT_ROLES:
            number = _number(text)
            self._depths[c].add(len(number))
            self._firsts[c] |= set(number[:1]) if len(number) > 1 else set()
        elif self._roles[c] not in (Role.NUMBER, *CONTENT_ROLES):
            self._texts[c].add(text)

    def towards(self, c: int, text: str) -> float:
        """How much speaks for ``text`` in column ``c``: log-odds; for agencies against the other column."""
        if self._roles[c] in CONTENT_ROLES:
            return self._of_work(c, text)
        seen = [text in texts for texts in self._texts]
        if any(seen):
            return _SEEN if seen[c] else -_SEEN
        return self._coordinates(text) if self._roles[c] is Role.COORD else 0.0

    def _of_work(self, c: int, text: str) -> float:
        """The labels of a level stand in one column of content, where each has its own.

        They have as many numbers ("1.2.1."), or the same first one ("3.1", "3.2" below "Hoạt động").
        """
        number = _number(text)
        told = 0.0
        if number and self.work is not None and any(self._depths[self.work]):
            seen = [len(number) in depths for depths in self._depths]
            if sum(seen) != 1 and len(number) > 1:
                seen = [number[0] in firsts for firsts in self._firsts]
            told = (_SEEN if seen[c] else -_SEEN) if sum(seen) == 1 else 0.0
        return told + (self.weight if c == self.work else 0.0)

    def _coordinates(self, text: str) -> float:
        names = _names(text)
        lead, coord = self._names[Role.LEAD], self._names[Role.COORD]
        told = [math.log((coord[name] + 0.5) / (lead[name] + 0.5)) for name in names]
        score = sum(told) / max(1, len(told)) + _MANY * (len(names) - 1)
        score += _MANY if _PLURAL.match(text) else 0.0
        for role in (Role.LEAD, Role.COORD):
            score += _AGAIN[role] if role in self._again else 0.0
            if not set(names).isdisjoint(_names(self._above.get(role, ""))):
                score += _ABOVE[role]
        return score

    def pass_row(self, texts: dict[int, Passage]) -> None:
        """Hear the cells of a row, by column; a column without one goes on as it was."""
        self._above |= {self._roles[c]: passage.text for c, passage in texts.items()}


def _number(text: str) -> tuple[int, ...]:
    """The number of the label that ``text`` begins with, before more text."""
    label = read_label(text)
    return label.number if label and label.end < len(text) else ()


def _names(text: str) -> list[str]:
    return [name for part in re.split(r"[;,]", text) if (name := part.strip(" .").casefold())]
