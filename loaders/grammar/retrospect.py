"""Chapters that look back, where nothing is to be reached, and chapters of targets, where all is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.grammar import chapter, lists
from loaders.grammar.body import OPENING, Parts
from loaders.grammar.text import plain
from loaders.layout.model import Paragraph

__all__ = ["ahead"]

_LONGEST_LEAD = 120
_TOP = 1
_WORDS = lists.words("measure")
_BACK = re.compile(rf"(?<!\w){lists.any_of(map(plain, _WORDS['looking_back']))}(?!\w)")
_FORWARD = re.compile(rf"(?<!\w){lists.any_of(map(plain, _WORDS['looking_ahead']))}(?!\w)")


_NUMBERED = re.compile(r"[^\W_][\w.]{0,6}[.)/]\s")
_OPENS_BACK = re.compile(rf"{_NUMBERED.pattern}\s*(?:các\s+|về\s+)?(?:{_BACK.pattern})(?!\s+này)")
"""A heading that crawled lines have run together with what stands below it."""
_AIMS = re.compile(r"\b(?:mục tiêu|chỉ tiêu)\b")


def ahead(parts: Parts) -> Iterator[tuple[Paragraph, bool]]:
    """The paragraphs of the body but those of chapters that look back, and whether targets are their subject.

    A chapter ends with the next heading of its level or a higher one.
    """
    back = aims = inside = None
    for _, paragraph in parts.paragraphs("body"):
        text = paragraph.text
        level = chapter.level_of(text)
        title = plain(text) if level is not None else ""
        if level is None and _opens_back(text):
            level, title = chapter.level_of(text[:OPENING]), plain(text[:OPENING])
        if level is not None and (back is None or level <= back):
            back = level if _looks_back(title) else None
        if level is not None and (aims is None or level <= aims):
            aims = level if _AIMS.search(title) else None
        inside = inside if level is None else level
        if level is None and _announces(text):
            aims = inside or _TOP
        if back is None:
            yield paragraph, aims is not None


def _announces(text: str) -> bool:
    """Whether a line without a label leads over to targets: "Các chỉ tiêu chủ yếu đến năm 2025:"."""
    return len(text) <= _LONGEST_LEAD and text.endswith(":") and _AIMS.search(plain(text)) is not None


def _looks_back(title: str) -> bool:
    """Whether a heading tells of the years before; after a share the same words are an item of targets."""
    found = _BACK.search(title)
    return found is not None and "%" not in title[: found.start()] and not _FORWARD.search(title)


def _opens_back(text: str) -> bool:
    return _NUMBERED.match(text) is not None and _OPENS_BACK.match(plain(text[:OPENING])) is not None
