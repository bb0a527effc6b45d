"""Marks of footnotes that were printed as digits beside the text: "24/2014/NĐ-CP3", "hành chính¹".

Text taken out of a PDF, and programs that print PDF from HTML, set a raised mark as a plain digit. It is told
by what it touches: a symbol that ends in no digit, a date, or another word where a footnote, or a number in
the count of marks, has no other (docs/decisions/183-marks-as-plain-digits.md).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from loaders.grammar import lists
from loaders.grammar.footnote import Footnotes, opens_dated, plain_digits
from loaders.layout.model import Layout, Paragraph, Passage, Row, Table

__all__ = ["without_lowered"]

_ENDS = "|".join(sorted(lists.words("instruments")["end_in_letters"], key=len, reverse=True))
_DIGITS = r"[1-9]\d?"
_TOUCHING = rf"{_DIGITS}(?:(?![\w/-])|(?=ngày|của))"
_BEHIND_NUMBER = re.compile(
    rf"[-–/](?:\s?(?:{_ENDS}|(?:UBTV)?QH1\d)"
    rf"(?P<mark>{_TOUCHING}|\({_DIGITS}\)|\s{_DIGITS}(?=\s*[,;)]|\s+(?:ngày\s+\d|của\s)))"
    rf"|(?<=\d/)(?:19|20)\d\d(?P<dated>{_TOUCHING}))"
)
"""A mark behind a document's number, or a date; the National Assembly has two digits: "88/2015/QH136"."""
_RAISED = re.compile(r"(?<=\S)(?<![\d\s][kdc]m)(?<![\d\s]m)(?P<mark>\s?[⁰¹²³⁴-⁹]{1,2})")
"""A raised digit that is a character of its own, and no power of a unit."""
_FIRST = "¹"
"""A document with such marks has this one."""


_BEHIND_WORD = re.compile(
    rf"(?:[a-zà-ỹ]{{2}}|[-/][A-ZĐ&]{{2,9}}|năm\s(?:19|20)\d\d)(?P<mark>{_DIGITS})(?!\w)"
)
"""What may be a mark where one is lacking."""


class _Mark(NamedTuple):
    start: int
    end: int
    digits: str


def without_lowered(layout: Layout) -> Layout:
    """``layout`` with such marks taken out of its passages and listed in ``noted``."""
    texts = [passage.text for block in layout.blocks for passage in block.passages]
    raised = any(_FIRST in text for text in texts)
    telling = texts if raised else [text for text in texts if "/" in text]
    told = _freed(layout, telling, lambda text: _told_alone(text, raised=raised))
    lost = _skipped({int(mark) for _, mark in told.noted})
    if any(map(opens_dated, texts)):
        lost |= Footnotes.of(told).unmarked()
    if not lost:
        return told
    seen = Counter(mark.digits for text in texts for mark in _behind_words(text))
    sure = {mark for mark in lost if seen[mark] == 1}
    return _freed(told, texts, lambda text: [mark for mark in _behind_words(text) if mark.digits in sure])


def _skipped(marks: set[int]) -> set[str]:
    """The numbers between ``marks``, since notes are counted through a document; none where most lack."""
    count = range(1, max(marks, default=0))
    return {str(n) for n in count if n not in marks} if 2 * len(marks) > len(count) else set()


def _told_alone(text: str, *, raised: bool) -> list[_Mark]:
    """The marks in ``text`` that what they touch tells; ``raised`` where the document has raised ones."""
    marks = []
    for found in _BEHIND_NUMBER.finditer(text) if "/" in text else ():
        group = "mark" if found["mark"] else "dated"
        marks.append(_Mark(*found.span(group), found[group].strip(" ()")))
    for found in _RAISED.finditer(text) if raised else ():
        marks.append(_Mark(*found.span("mark"), plain_digits(found["mark"].strip())))
    return sorted(marks)


def _behind_words(text: str) -> list[_Mark]:
    return [_Mark(*found.span("mark"), found["mark"]) for found in _BEHIND_WORD.finditer(text)]


def _freed(layout: Layout, texts: Iterable[str], marks_in: Callable[[str], Sequence[_Mark]]) -> Layout:
    """``layout``, which holds ``texts``, without the marks that ``marks_in`` finds in them."""
    if not any(map(marks_in, texts)):
        return layout
    noted = set(layout.noted)

    def freed(passage: Passage) -> Passage:
        marks = marks_in(passage.text)
        noted.update((line.number, m.digits) for m in marks if (line := passage.line_at(m.end - 1)))
        return passage.without([(mark.start, mark.end) for mark in marks]) if marks else passage

    def freed_block(block: Paragraph | Table) -> Paragraph | Table:
        if isinstance(block, Paragraph):
            return replace(block, passage=freed(block.passage))
        rows = [[cell._replace(passage=freed(cell.passage)) for cell in row.cells] for row in block.rows]
        return replace(block, rows=tuple(Row(tuple(cells)) for cells in rows))

    return replace(layout, blocks=tuple(map(freed_block, layout.blocks)), noted=frozenset(noted))
