"""The reform area of each part of a plan's body, by its headings."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass

from loaders.grammar import area
from loaders.grammar.body import Parts
from loaders.remembered import remembered

__all__ = ["Chapters", "level_of"]

_LABEL = re.compile(r"\W*(?P<label>[IVX]+|[A-E]|\d{1,2}(?:\.\d{1,2})*|[a-zđ])\s*[.)/:-]\s*\S")
_PART = re.compile(r"\W*(?:PHẦN|Phần)\s+(?:thứ\s+\w+|[IVX]+|\d+)\b", re.IGNORECASE)
_LONGEST = 120
"""Characters of a heading."""


@dataclass(frozen=True)
class Chapters:
    """Where chapters begin: ``lines`` in order, and the area (or None) that holds from each on."""

    lines: tuple[int, ...] = ()
    areas: tuple[str | None, ...] = ()

    @classmethod
    def of(cls, parts: Parts) -> Chapters:
        """The chapters of the body.

        A heading without an area inside a chapter of an area goes on with it; one of the same or a higher
        level ends it.
        """
        found: list[tuple[int, str | None]] = []
        current, level = None, 0
        for _, paragraph in parts.paragraphs("body"):
            depth = level_of(paragraph.text)
            span = paragraph.passage.span()
            if depth is None or span is None:
                continue
            own = area.of_title(paragraph.text)
            if own or depth <= level:
                current, level = own, depth
                found.append((span[0], current))
        return cls(tuple(line for line, _ in found), tuple(code for _, code in found))

    def at(self, line: int) -> str | None:
        """The area of the chapter that holds ``line``."""
        place = bisect.bisect_right(self.lines, line) - 1
        return self.areas[place] if place >= 0 else None


def level_of(text: str) -> int | None:
    """The depth of a heading by its label (part, A, I, 1, 1.1, a), None where ``text`` is no heading."""
    return _heading(text) if len(text) <= _LONGEST else None


@remembered
def _heading(text: str) -> int | None:
    if _PART.match(text):
        return 0
    label = _LABEL.match(text)
    return _level(label["label"]) if label else None


def _level(label: str) -> int:
    """The depth of a heading's label: A, I, 1, 1.1, a."""
    if label.isdigit() or "." in label:
        return 3 + label.count(".")
    if label.isupper():
        return 2 if set(label) <= set("IVX") else 1
    return 6
