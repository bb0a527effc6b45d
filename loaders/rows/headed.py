"""Sections that are headings between the parts of a table: "I. CẢI CÁCH THỂ CHẾ" above each part.

In one table such a heading is a row over all columns (docs/decisions/178-headings-between-tables.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from loaders.layout.columns import columns_of, tells_work
from loaders.layout.labels import read_label
from loaders.layout.model import NOTHING, Paragraph, Table
from loaders.rows.draft import SectionDraft
from loaders.rows.numbers import number_of
from loaders.rows.tables import section_title

__all__ = ["sections_above"]

_LONGEST = 200
"""Characters of a heading."""
_FEWEST = 2


def sections_above(blocks: Sequence[Paragraph | Table]) -> Mapping[int, SectionDraft]:
    """The sections that begin with the tables at these places of ``blocks``.

    Tables of tasks with the same titles and without sections of their own, below headings that count on.
    """
    tables = {i: b for i, b in enumerate(blocks) if isinstance(b, Table) and tells_work(b.titles)}
    found = {i: section for i in tables if (section := _heading(blocks[max(0, i - 2) : i]))}
    alike = len({tuple(map(str.casefold, table.titles)) for table in tables.values()}) == 1
    if len(found) < _FEWEST or not alike or not _count_on(list(found.values())):
        return {}
    return {} if any(map(_has_sections, tables.values())) else found


def _heading(above: Sequence[Paragraph | Table]) -> SectionDraft | None:
    """The heading right above a table, or above the remark in brackets there."""
    texts = [block.passage if isinstance(block, Paragraph) else NOTHING for block in above]
    while texts and texts[-1].text.startswith("("):
        texts.pop()
    passage = texts[-1] if texts else NOTHING
    label = read_label(passage.text)
    if label is None or label.word or label.end >= len(passage.text) or len(passage.text) > _LONGEST:
        return None
    if passage.text.endswith((";", ",")):
        return None
    return SectionDraft(label.text, passage.part(label.end), head=passage.part(0, label.end))


def _count_on(sections: Sequence[SectionDraft]) -> bool:
    numbers = [number_of(section.label or "") for section in sections]
    return all(numbers) and all(b == (*a[:-1], a[-1] + 1) for a, b in pairwise(numbers))


def _has_sections(table: Table) -> bool:
    columns = columns_of(table.titles)
    return any(section_title(row, columns) for row in table.rows)
