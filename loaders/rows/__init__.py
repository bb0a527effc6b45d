"""Tables and labelled duties to the rows of a plan: sections, targets, tasks, activities."""

from __future__ import annotations

from loaders.layout.columns import tells_work
from loaders.layout.model import Layout, Paragraph, Table
from loaders.rows.doubt import doubt
from loaders.rows.draft import Sheet
from loaders.rows.duties import read_duties
from loaders.rows.keys import give_keys
from loaders.rows.tables import read_table

__all__ = ["rows_of"]


def rows_of(layout: Layout) -> Sheet:
    """All rows of ``layout`` in reading order, with their keys, confidence and oddities."""
    sheet = Sheet()
    for block in layout.blocks:
        if isinstance(block, Table) and tells_work(block.titles):
            read_table(block, sheet)
    read_duties((block for block in layout.blocks if isinstance(block, Paragraph)), sheet)
    give_keys(sheet)
    doubt(sheet)
    return sheet
