"""Footnotes: their marks in running text, and the paragraphs that hold them.

A mark stands as "[1]" or "[^1]" in plain text, or in the source line only, whose passages are free of it: as
``<sup>1</sup>`` or "[1]" (Markdown), as "[^1]" (Word, PDF, pages), or as plain digits (``Layout.noted``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from loaders.grammar.mention import scan
from loaders.layout.model import Layout, Line, Paragraph, Passage

__all__ = ["Footnotes", "opens_dated", "plain_digits", "without_marks"]

_KEPT = re.compile(r"\s*\[\^?(\d{1,3})\]\s?")
_RAW = re.compile(
    r"\s*(?:<sup>\s*|\[?\\?\[\^?)(\d{1,3})(?:\s*</sup>|\\?\]\]?(?:\([^()\s]*\))?)", re.IGNORECASE
)

_LOWERED = r"\(?([1-9]\d?|[⁰¹²³⁴-⁹]{1,2})"
_NUMBERED = re.compile(rf"{_LOWERED}\)?(?:[.)]?\s*(?P<dated>(?=ngày\s*\d))|\s*(?=[^\W\d]))")
"""How a footnote begins whose mark is a plain digit; with a point it may be an item of a list."""
_MARKED = re.compile(r"<[sS][uU][pP]>\s*\d|\[\^?\d")
"""What a line with such a mark holds."""


@dataclass(frozen=True)
class Footnotes:
    """The footnotes of a document: by mark their texts and where each begins; the source lines with marks.

    ``noted`` are the marks printed as plain digits, each with its line.
    """

    texts: Mapping[str, Sequence[tuple[Line, str]]] = field(default_factory=dict)
    marked: Mapping[int, str] = field(default_factory=dict)
    noted: frozenset[tuple[int, str]] = frozenset()

    @classmethod
    def of(cls, layout: Layout) -> Footnotes:
        """Those of ``layout``."""
        lowered = {line for line, _ in layout.noted}
        marked = {
            line.number: line.text
            for line in layout.lines
            if (
                ("[" in line.text or "<s" in line.text or "<S" in line.text)
                and _MARKED.search(line.text)
                and _RAW.search(line.text)
            )
            or line.number in lowered
        }
        empty = cls({}, marked, layout.noted)
        texts: dict[str, list[tuple[Line, str]]] = {}
        for block in layout.blocks:
            if isinstance(block, Paragraph) and (found := empty.begun(block)) and block.passage.lines:
                texts.setdefault(found[0], []).append((block.passage.lines[0], found[1]))
        return replace(empty, texts=texts)

    def text(self, mark: str | None, line: Line | None) -> str | None:
        """The text of the footnote that ``mark`` on ``line`` leads to, None without one.

        Where each page counts its notes from 1, it is the one of the same page, or the next one below.
        """
        found = self.texts.get(mark or "", ())
        if len(found) < 2 or line is None:
            return found[0][1] if found else None
        beside = (text for at, text in found if line.page is not None and at.page == line.page)
        below = (text for at, text in found if at.number > line.number)
        return next(beside, None) or next(below, None)

    def begun(self, paragraph: Paragraph) -> tuple[str, str] | None:
        """Mark and text of the footnote that ``paragraph`` is, or None."""
        text = paragraph.text
        if self.marked or "[^" in text:
            kept = _KEPT.match(text) if text.startswith("[") else None
            if kept:
                return kept[1], text[kept.end() :]
            lines = paragraph.passage.lines
            source = self.marked.get(lines[0].number) if lines else None
            raw = _RAW.match(source) if source else None
            if raw:
                return raw[1], text
        return self._numbered(text)

    def _numbered(self, text: str) -> tuple[str, str] | None:
        """Mark and text of a footnote whose mark is a plain digit: it dates what is marked, or repeats it."""
        found = _NUMBERED.match(text)
        if not found:
            return None
        mark, said = plain_digits(found[1]), text[found.end() :]
        noted = any(mark == each for _, each in self.noted)
        named = noted and any(each.number and not each.start for each in scan(said))
        return (mark, said) if named or found["dated"] is not None else None

    def unmarked(self) -> set[str]:
        """The marks of footnotes that stand nowhere in the text."""
        found = {mark for _, mark in self.noted}
        for text in self.marked.values():
            found.update(raw[1] for raw in _RAW.finditer(text.strip(), 1))
        return set(self.texts) - found

    def mark_after(self, passage: Passage, start: int, end: int) -> str | None:
        """The mark that stands in the source right after the characters ``start:end`` of ``passage``."""
        line = passage.line_at(end - 1)
        source = self.marked.get(line.number) if line else None
        if source is None:
            return None
        within = max(start, max((s for s in passage.starts if s < end), default=0))
        printed = r"\s*".join(re.escape(word) for word in passage.text[within:end].split()[-2:])
        found = re.search(rf"{printed}{_RAW.pattern}", source, re.IGNORECASE)
        if not found and line and any(number == line.number for number, _ in self.noted):
            found = re.search(rf"{printed}\s*{_LOWERED}", line.text)  # a row of a sheet is one line
        return plain_digits(found[1]) if found else None


def opens_dated(text: str) -> bool:
    """Whether ``text`` opens as a footnote with a date does whose mark is a plain digit."""
    found = _NUMBERED.match(text)
    return found is not None and found["dated"] is not None


def plain_digits(mark: str) -> str:
    """The plain digits of ``mark``."""
    return unicodedata.normalize("NFKC", mark)


def without_marks(text: str) -> str:
    """``text`` without the marks that a format keeps in it."""
    return _KEPT.sub("", text)
