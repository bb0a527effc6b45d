"""Tables grouped by agency: without a column of who leads, the title above the rows says it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loaders.grammar import agency
from loaders.layout.columns import Column, Role
from loaders.rows.draft import ActivityDraft, SectionDraft

__all__ = ["lead_by_section"]

_LEAST = 2


def lead_by_section(
    sections: Sequence[SectionDraft], activities: Iterable[ActivityDraft], columns: Iterable[Column]
) -> None:
    """Give the ``activities`` of a table the body that their section names, where all ``sections`` name one.

    Arguments: the sections and activities of one table, and its columns. A table with a column of who leads
    is left as it is.
    """
    if len(sections) < _LEAST or any(column.role is Role.LEAD for column in columns):
        return
    if not all(agency.begins(section.passage.text) for section in sections):
        return
    for activity in activities:
        if activity.section is not None:
            activity.cells.setdefault(Role.LEAD, activity.section.passage)
