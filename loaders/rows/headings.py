"""Headings above duties: how deep each stands, and which of them is the chapter that holds the duties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from loaders.layout.columns import Role
from loaders.layout.labels import Label, read_label
from loaders.layout.model import Passage

__all__ = ["Heading", "carries_out", "chapter_level", "under"]

_CARRYING_OUT = re.compile(r"tổ chức (?:triển khai )?thực hiện$|tổ chức triển khai$")
_PART = re.compile(
    r"\s*((?:PHẦN|Phần)\s+(?:(?:THỨ|thứ)\s+\w+|[IVX]+|\d+)|[A-EĐ](?=\s*[./]))\s*[.:/–-]?\s+(?=(\w+))"
)
_PARTS = frozenset("ABCDĐEGH")
_ITEM = re.compile(r"\s*(?:\((\d{1,2})\)|([a-zđ])\.(?=\s+[^\W\d_]))\s+")
_WORDED = re.compile(
    r"\s*(?:giải\s+pháp|nội\s+dung|nhóm(?:\s+nhiệm\s+vụ)?|công\s+việc|(?:tiểu\s+)?dự\s+án|hợp\s+phần|chuyên\s+đề|bước|giai\s+đoạn|đợt)"
    r"\s+(?:số\s+)?(\d{1,2})\s*[:.]\s+",
    re.IGNORECASE,
)
_PART_LEVEL, _UNDER, _WORD, _CHAPTER, _LOW_WORD, _LETTER, _BRACKETED = -1, 1, 2, 3, 8, 9, 10
"""Levels of headings; "II." has 0, "A." below it ``_UNDER``,
numbers have one below another from ``_CHAPTER`` on ("2.", "2.1")."""


class Heading(NamedTuple):
    """A heading above a duty: its level (smaller is higher), its label and its text."""

    level: int
    label: Label
    passage: Passage


def chapter_level(nestings: Iterable[Sequence[Heading]]) -> int:
    """The level of the chapters that hold the duties: 0 for "II.", else that of "B." or of "2."."""
    above = [[heading.level for heading in nesting] for nesting in nestings]
    if any(0 in levels for levels in above):
        return 0
    if all(levels[:1] == [_PART_LEVEL] for levels in above):
        return _PART_LEVEL
    numbered = all(levels[:1] == [_CHAPTER] for levels in above) and any(levels[1:] for levels in above)
    return _CHAPTER if numbered else 0


def under(
    headings: list[Heading], pending: list[Passage], passage: Passage
) -> tuple[list[Heading], list[Passage]]:
    """Headings and text so far, with ``passage`` taken in: under its own label it is a heading."""
    label = _own_label(passage.text) or read_label(passage.text)
    if label is None or label.end >= len(passage.text):
        return headings, [*pending, passage]
    level = _level(label, headings)
    return [*(h for h in headings if h.level < level), Heading(level, label, passage.part(label.end))], []


def carries_out(headings: Iterable[Heading]) -> bool:
    """Whether the chapter is that of "Tổ chức thực hiện": its sentences give duties of their own."""
    return any(h.level < _LETTER and _CARRYING_OUT.search(h.passage.text.lower()) for h in headings)


def _own_label(text: str) -> Label | None:
    """A label that only text has, no table, or None: "B. NHIỆM VỤ", "Giải pháp 1:", "(1)", "a."."""
    part = _PART.match(text)
    if part and len(part[2]) > 1 and part[2].isupper():
        return Label(part[1], part.end())
    worded = _WORDED.match(text)
    if worded:
        return Label(worded[1], worded.end(), word=Role.TASK)
    item = _ITEM.match(text)
    return Label(item[1] or item[2], item.end()) if item else None


def _level(label: Label, above: Sequence[Heading]) -> int:
    """How deep ``label`` stands: "Nhiệm vụ 1:" over numbers where it comes first, else under them."""
    if label.text in _PARTS and any(level == 0 for level, *_ in above) and all(h.level >= 0 for h in above):
        return _UNDER
    if label.roman:
        return 0
    if label.text.isupper() or label.text.startswith("Phần"):
        return _PART_LEVEL
    if label.number:
        return _CHAPTER + len(label.number) - 1
    if label.word:
        same = (level for level, other, _ in above if other.word)
        return next(same, _LOW_WORD if any(level >= _CHAPTER for level, *_ in above) else _WORD)
    return _BRACKETED if label.text.isdecimal() else _LETTER
