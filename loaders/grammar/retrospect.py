"""Chapters that look back: what a plan tells of the years before is nothing to be reached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.grammar import chapter, lists
from loaders.grammar.body import Parts
from loaders.grammar.text import plain
from loaders.layout.model import Paragraph

__all__ = ["ahead"]

_WORDS = lists.words("measure")
_BACK = re.compile(rf"(?<!\w){lists.any_of(map(plain, _WORDS['looking_back']))}(?!\w)")
_FORWARD = re.compile(rf"(?<!\w){lists.any_of(map(plain, _WORDS['looking_ahead']))}(?!\w)")


def ahead(parts: Parts) -> Iterator[Paragraph]:
    """The paragraphs of the body but those of chapters that look back.

    Such a chapter ends with the next heading of its level or a higher one.
    """
    back: int | None = None
    for _, paragraph in parts.paragraphs("body"):
        level = chapter.level_of(paragraph.text)
        if level is not None and (back is None or level <= back):
            title = plain(paragraph.text)
            back = level if _BACK.search(title) and not _FORWARD.search(title) else None
        if back is None:
            yield paragraph
