"""Finding the row an entry speaks of in the plan as it is read now."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from rapidfuzz import fuzz

from loaders.people.ref import Ref, digest
from loaders.records import Activity, PlanRecord, Target, Task
from ontology.slug import fold

__all__ = ["SIMILAR", "Attachment", "How", "Rows", "attach"]

SIMILAR = 80.0
"""Least likeness (rapidfuzz ratio of folded texts, 0..100) at which a row of the same key is the same row."""


class How(enum.Enum):
    """How an entry met its row, or why it did not; the value is what a person is told."""

    SAME_TEXT = "đúng nội dung"
    SIMILAR_TEXT = "đúng mã, nội dung gần giống"
    KEY_ALONE = "đúng mã; không có nội dung để đối chiếu khi kế hoạch thay đổi"
    GONE = "không còn dòng nào có mã hay nội dung này"
    OTHER_TEXT = "dòng mang mã này nay có nội dung khác"
    SEVERAL = "nhiều dòng có cùng nội dung này và không dòng nào mang mã này"


@dataclass(frozen=True)
class Attachment:
    """The key of the row now, None where there is no certain one, and how it was found."""

    key: str | None
    how: How


@dataclass(frozen=True)
class Rows:
    """The texts of a plan's rows by key, and the keys by hash of text."""

    texts: Mapping[str, str]

    @classmethod
    def of(cls, record: PlanRecord, *, sections: bool = False) -> Self:
        """The targets, tasks and activities of ``record`` with a text, and its ``sections`` if wished."""
        rows: list[Target | Task | Activity] = [*record.targets, *record.tasks, *record.activities]
        texts = {s.key: s.title for s in record.sections} if sections else {}
        return cls(texts | {row.key: row.text for row in rows if row.text})

    @cached_property
    def by_digest(self) -> Mapping[str, tuple[str, ...]]:
        """The keys of the rows of each hash, in the order of the plan."""
        found: dict[str, tuple[str, ...]] = {}
        for key, text in self.texts.items():
            found[digest(text)] = (*found.get(digest(text), ()), key)
        return found


def attach(entry: Ref, rows: Rows) -> Attachment:
    """The row of ``rows`` that ``entry`` names: by the hash of its text, then by key with a similar text.

    Of several rows with that text the one with the key is meant. A person who wrote no hash may have left an
    old text beside a new key: there the text only finds a row where the key finds none. An entry that knows
    neither hash nor text goes by its key.
    """
    now = rows.texts.get(entry.key)
    if now is not None and entry.digest is None and entry.text is None:
        return Attachment(entry.key, How.KEY_ALONE)
    same = rows.by_digest.get(entry.digest or digest(entry.text or ""), ())
    if entry.key in same:
        return Attachment(entry.key, How.SAME_TEXT)
    if len(same) == 1 and (entry.digest or now is None):
        return Attachment(same[0], How.SAME_TEXT)
    if now is not None and entry.text and fuzz.ratio(fold(entry.text), fold(now)) >= SIMILAR:
        return Attachment(entry.key, How.SIMILAR_TEXT)
    if len(same) > 1:
        return Attachment(None, How.SEVERAL)
    return Attachment(None, How.GONE if now is None else How.OTHER_TEXT)
