"""Columns and labels that hold both roles: "Cơ quan chủ trì/phối hợp", over "Sở Nội vụ/Sở Tư pháp"."""

from __future__ import annotations

import re

from loaders.layout.columns import Role
from loaders.layout.model import Passage

__all__ = ["by_role", "roles_under"]

_BOTH = re.compile(r"(?:chủ trì|thực hiện)\W+(?:và )?(?:(?:cơ quan|đơn vị) )?phối hợp")


def roles_under(role: Role, title: str) -> tuple[Role, ...]:
    """The roles that ``title`` names, of a column or label of ``role``."""
    both = role is Role.LEAD and _BOTH.search(" ".join(title.lower().split()))
    return (Role.LEAD, Role.COORD) if both else (role,)


def by_role(role: Role, title: str, passage: Passage) -> dict[Role, Passage]:
    """What ``passage`` says under ``title``, a column's or a label's, by role.

    Where a title names both roles, the agency before the stroke leads and those after it coordinate. Without
    a stroke all stays with the lead: its words may still tell who does what.
    """
    place = passage.text.find("/")
    if place < 1 or len(roles_under(role, title)) == 1:
        return {role: passage}
    before = len(passage.text[:place].rstrip())
    after = len(passage.text) - len(passage.text[place + 1 :].lstrip())
    parts = {Role.LEAD: passage.part(0, before), Role.COORD: passage.part(after)}
    return {each: part for each, part in parts.items() if part}
