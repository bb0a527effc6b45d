"""Headers of two rows: the names in the second part a column of the first ("Chủ trì", "Phối hợp").

A second row names agencies below agencies, periods below a time, sources below money. What it says by
itself is the column's title; else it says more of the title above: "Kinh phí" over "Ngân sách tỉnh".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.layout.columns import Role, columns_of, named_role, role_of
from loaders.layout.model import Passage

__all__ = ["divide", "divide_aligned", "is_period", "part_title"]

_AGENCIES = frozenset({Role.LEAD, Role.COORD})
_DATED = frozenset({Role.TIME, Role.PRODUCT, Role.BUDGET, Role.TARGET, Role.EXTRA})
"""What years and quarters part."""
_PERIOD = re.compile(
    r"(?:năm |giai đoạn )?(?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?"
    r"|(?:quý|quí|q\.?) ?(?:iv|i{1,3}|[1-4])|tháng \d{1,2}"
)
_UNIT = re.compile(r"đơn vị tính|đvt")
_MONTH = re.compile(r"(?:t\.? ?)?(?:0?[1-9]|1[0-2])")
"""A month below a time that counts in months."""
_PARTS = {
    Role.TIME: re.compile(r"(?:ngày )?(?:bắt đầu|kết thúc|khởi công|hoàn thành)|từ|đến"),
    Role.BUDGET: re.compile(
        r"tổng(?: số| cộng)?|nstw|nsđp|nsnn|(?:ngân sách|vốn|nguồn)\b.*|trung ương|(?:cấp )?(?:tỉnh|huyện|xã)"
        r"|xã hội hóa|khác"
    ),
}
"""What else parts a column of this role."""


def is_period(title: str) -> bool:
    """Whether ``title`` is a year, a quarter or a month alone: "2025", "Quý I"."""
    return bool(_PERIOD.fullmatch(_folded(title)))


def divide(
    titles: Sequence[Passage], lower: Sequence[Passage], *, amounts: bool = False
) -> list[Passage] | None:
    """The header ``titles`` with the names of ``lower``, a second row without gaps, below those they part.

    None where ``lower`` is no such row. A title is parted by two names or more. Years part a time; where
    ``amounts`` stand below them rather the money, if there is a column of it.
    """
    if len(lower) < 2:
        return None
    roles = _roles(titles)
    if amounts and Role.BUDGET in roles and any(is_period(name.text) for name in lower):
        roles = [Role.NUMBER if role in _DATED - {Role.BUDGET} else role for role in roles]
    # Columns of units or notes are rather whole: years stand below the title that no list knows.
    whole = [
        Role.NUMBER if named_role(title.text) is Role.EXTRA else r
        for title, r in zip(titles, roles, strict=True)
    ]
    years = all(is_period(name.text) for name in lower)
    return (
        _divided(titles, whole, lower)
        or _divided(titles, roles, lower)
        or (_divided(titles, _own_roles(titles), lower) if years else None)
    )


def _divided(
    titles: Sequence[Passage], roles: Sequence[Role], lower: Sequence[Passage]
) -> list[Passage] | None:
    """``titles``, of these ``roles``, with the names of ``lower`` in place of those they part.

    None where a name is left.
    """
    out: list[Passage] = []
    place = 0
    for title, role in zip(titles, roles, strict=True):
        end = place
        while end < len(lower) and _parts(role, title.text, lower[end].text):
            end += 1
        parted = end > place + 1
        out += [part_title(title, own) for own in lower[place:end]] if parted else [title]
        place = end if parted else place
    return out if place == len(lower) else None


def divide_aligned(titles: Sequence[Passage], lower: Sequence[Passage]) -> tuple[Passage, ...] | None:
    """The same for a second row with a cell, often an empty one, below each of ``titles``.

    A title goes on over the empty ones after it.
    """
    if len(lower) != len(titles) or sum(map(bool, lower)) < 2:
        return None
    out: list[Passage] = []
    above, role = Passage(), Role.EXTRA
    for title, own, named in zip(titles, lower, _roles(titles), strict=True):
        above, role = (title, named) if title else (above, role)
        if own and not _parts(role, above.text, own.text):
            return None
        out.append(part_title(above, own) if own else title)
    return tuple(out)


def part_title(above: Passage, own: Passage) -> Passage:
    """The title of the column that ``own`` names below ``above``."""
    if _counts_months(above.text) and _MONTH.fullmatch(_folded(own.text)):
        month = re.sub(r"\D", "", own.text)
        return Passage.of([own.lines[0]._replace(text=f"Tháng {month}")])
    if is_period(own.text):
        return own if role_of(above.text) is Role.TIME else above.joined(own)
    return above.joined(own) if role_of(own.text) in (Role.EXTRA, Role.NUMBER) else own


def _roles(titles: Sequence[Passage]) -> list[Role]:
    """The roles of a first row; where it names no agencies, they may stand below a title not known."""
    roles = _own_roles(titles)
    return roles if _AGENCIES & set(roles) else [Role.LEAD if r is Role.EXTRA else r for r in roles]


def _own_roles(titles: Sequence[Passage]) -> list[Role]:
    """The roles of a first row; what is measured and its unit are whole: years part how much."""
    roles = [column.role for column in columns_of([title.text for title in titles])]
    measured = roles.index(Role.TARGET) if Role.TARGET in roles else -1
    return [
        Role.NUMBER if i == measured or _UNIT.fullmatch(_folded(title.text)) else role
        for i, (title, role) in enumerate(zip(titles, roles, strict=True))
    ]


def _counts_months(title: str) -> bool:
    return "tháng" in title.lower() and role_of(title) is Role.TIME


def _parts(role: Role, title: str, name: str) -> bool:
    """Whether ``name`` in a second row parts the column ``title`` of ``role``."""
    if role in _DATED and (is_period(name) or (_counts_months(title) and _MONTH.fullmatch(_folded(name)))):
        return True
    if role in _PARTS and _PARTS[role].fullmatch(_folded(name)):
        return True
    own = role_of(name)
    return own in _AGENCIES if role in _AGENCIES else own is role and role in _DATED - {Role.EXTRA}


def _folded(title: str) -> str:
    return " ".join(title.lower().split())
