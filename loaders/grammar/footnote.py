"""Footnotes: their marks in running text, and the paragraphs that hold them.

A mark stands as "[1]" or "[^1]" in plain text, or in the source line only, whose passages are free of it: as
``<sup>1</sup>`` or "[1]" (Markdown), as "[^1]" (Word, PDF, pages).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.layout.model import Layout, Paragraph, Passage

__all__ = ["Footnotes", "without_marks"]

_KEPT = re.compile(r"\s*\[\^?(\d{1,3})\]\s?")
_RAW = re.compile(
    r"\s*(?:<sup>\s*|\[?\\?\[\^?)(\d{1,3})(?:\s*</sup>|\\?\]\]?(?:\([^()\s]*\))?)", re.IGNORECASE
)

_MARKED = re.compile(r"<[sS][uU][pP]>\s*\d|\[\^?\d")
"""What a line with such a mark holds."""


@dataclass(frozen=True)
class Footnotes:
    """The footnotes of a document: their texts by mark, and the source lines that hold marks."""

    texts: Mapping[str, str] = field(default_factory=dict)
    marked: Mapping[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, layout: Layout) -> Footnotes:
        """Those of ``layout``."""
        marked = {
            line.number: line.text
            for line in layout.lines
            if ("[" in line.text or "<s" in line.text or "<S" in line.text)
            and _MARKED.search(line.text)
            and _RAW.search(line.text)
        }
        empty = cls({}, marked)
        paragraphs = [block for block in layout.blocks if isinstance(block, Paragraph)]
        if not marked and not any("[^" in paragraph.text for paragraph in paragraphs):
            return empty
        return cls(dict(found for paragraph in paragraphs if (found := empty.begun(paragraph))), marked)

    def begun(self, paragraph: Paragraph) -> tuple[str, str] | None:
        """Mark and text of the footnote that ``paragraph`` is, or None."""
        if not self.marked and "[^" not in paragraph.text:
            return None
        kept = _KEPT.match(paragraph.text) if paragraph.text.startswith("[") else None
        if kept:
            return kept[1], paragraph.text[kept.end() :]
        lines = paragraph.passage.lines
        source = self.marked.get(lines[0].number) if lines else None
        raw = _RAW.match(source) if source else None
        return (raw[1], paragraph.text) if raw else None

    def mark_after(self, passage: Passage, start: int, end: int) -> str | None:
        """The mark that stands in the source right after the characters ``start:end`` of ``passage``."""
        line = passage.line_at(end - 1)
        source = self.marked.get(line.number) if line else None
        if source is None:
            return None
        within = max(start, max((s for s in passage.starts if s < end), default=0))
        printed = r"\s*".join(re.escape(word) for word in passage.text[within:end].split()[-2:])
        found = re.search(rf"{printed}{_RAW.pattern}", source, re.IGNORECASE)
        return found[1] if found else None


def without_marks(text: str) -> str:
    """``text`` without the marks that a format keeps in it."""
    return _KEPT.sub("", text)
