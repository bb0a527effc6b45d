"""The cells of an activity beside its text: its own, and those that merged cells hand down."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.layout.columns import Column, Role
from loaders.layout.model import Fill, Row
from loaders.rows.draft import ActivityDraft

__all__ = ["DETAIL_ROLES", "fill_details"]

_DITTO = re.compile(r"[-–\s]*(?:nt|như trên)[-–\s.]*|[\"“”]|''", re.IGNORECASE)
"""What stands for the cell above: "-nt-", "Như trên", a mark of ditto."""
DETAIL_ROLES = (Role.PRODUCT, Role.LEAD, Role.COORD, Role.TIME, Role.BUDGET)


def fill_details(
    draft: ActivityDraft, row: Row, columns: Sequence[Column], last: ActivityDraft | None
) -> None:
    """Give ``draft`` the cells of its ``row``; merged ones come from ``last``, the activity above."""
    own = [passage for passage in (draft.head, draft.passage) if passage]
    for column, cell in zip(columns, row.cells, strict=True):
        if column.role in DETAIL_ROLES:
            if last and _DITTO.fullmatch(cell.text):
                if column.role in last.cells:
                    draft.cells[column.role] = last.cells[column.role]
            elif cell.passage:
                draft.cells[column.role] = cell.passage
                own.append(cell.passage)
            elif cell.fill is Fill.MERGED and last and column.role in last.cells:
                draft.cells[column.role] = last.cells[column.role]
        elif column.role is Role.EXTRA and cell.passage:
            draft.extra[column.title] = cell.passage
        elif draft.bare and column.role is Role.TASK and cell.passage:
            own.append(cell.passage)
    draft.own = tuple(own)
