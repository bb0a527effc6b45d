"""The cells of an activity beside its text: its own, and those that merged cells hand down."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.layout.columns import CONTENT_ROLES, Column, Role, role_of
from loaders.layout.cues import hints, is_ditto
from loaders.layout.model import Fill, Passage, Row
from loaders.rows.draft import ActivityDraft
from loaders.rows.marks import marked_time
from loaders.rows.shared import by_role, roles_under

__all__ = ["DETAIL_ROLES", "fill_details"]

_BEGIN = re.compile(r"(?:bắt đầu|khởi công)$", re.IGNORECASE)
_LEADING = (Role.LEAD, *CONTENT_ROLES)
DETAIL_ROLES = (Role.PRODUCT, Role.LEAD, Role.COORD, Role.TIME, Role.BUDGET)


def fill_details(
    draft: ActivityDraft, row: Row, columns: Sequence[Column], last: ActivityDraft | None
) -> None:
    """Give ``draft`` the cells of its ``row``; merged ones come from ``last``, the activity above.

    A lead that stands before what is to be done groups the rows: its empty cell goes on with the one above.
    """
    own = [draft.head, draft.passage]
    for column, cell in zip(columns, row.cells, strict=True):
        if column.role in DETAIL_ROLES:
            ditto = is_ditto(cell.text)
            if cell.passage and not ditto:
                draft.cells |= by_role(column.role, column.title, cell.passage)
                own.append(cell.passage)
            elif last and (ditto or cell.fill is Fill.MERGED or _groups_rows(column, columns)):
                roles = roles_under(column.role, column.title)
                draft.cells |= {role: last.cells[role] for role in roles if role in last.cells}
        elif column.role is Role.EXTRA and cell.passage:
            draft.extra[column.title] = cell.passage
        elif draft.bare and column.role is Role.TASK:
            own.append(cell.passage)
    _join_begin(draft)
    if Role.TIME not in draft.cells and (time := _other_time(draft) or marked_time(row, columns)):
        draft.cells[Role.TIME] = time
    draft.own = tuple(own)


def _other_time(draft: ActivityDraft) -> Passage | None:
    """The time that another column of times gives where the last of them is empty in this row."""
    given = (passage for title, passage in draft.extra.items() if _gives_time(title))
    return next((passage for passage in given if Role.TIME in hints(passage.text)), None)


def _gives_time(title: str) -> bool:
    return role_of(title) is Role.TIME and not _BEGIN.search(title)


def _join_begin(draft: ActivityDraft) -> None:
    """Put what stands in a column of begins before the end: "Quý I - Quý III"."""
    begin = next((text for title, text in draft.extra.items() if _BEGIN.search(title)), None)
    end = draft.cells.get(Role.TIME)
    if begin and end:
        parts = (begin.lines[0]._replace(text=f"{begin.text} -"), end.lines[-1]._replace(text=end.text))
        draft.cells[Role.TIME] = Passage.of(parts)


def _groups_rows(column: Column, columns: Sequence[Column]) -> bool:
    """Whether ``column`` gives the lead before what is to be done, once for all rows it leads."""
    if column.role is not Role.LEAD:
        return False
    first = next((each.role for each in columns if each.role in _LEADING), None)
    return first is Role.LEAD
