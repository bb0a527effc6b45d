"""Lines that begin with the label of a duty: who leads it, until when, what it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable

from loaders.layout.columns import Role, named_role

__all__ = ["begins_label", "ends_in_label", "repeated", "tells_time"]

_LABELLED = re.compile(r"\W*([A-ZĐ][^.:;()]{2,60}?)\s*:")
_LAST = re.compile(r"(?:^|[.;,(]\s+|\()([^\W\d][^.:;()]{2,60})\s*:$")
_WORDED = re.compile(
    r"[-–+•]\s*(?:(?:Cơ quan|Đơn vị|Bộ phận) (?:chủ trì|phối hợp|thực hiện)"
    r"|Thời (?:gian|hạn) (?:thực hiện|hoàn thành)) \w"
)
"""A bullet that is a label without its colon: "- Cơ quan chủ trì Sở A"."""
_BULLETS = frozenset("-–+•")
_CONTENT = re.compile(r"nội dung(?:,? \w+){0,4}")
_ROLES = frozenset({Role.LEAD, Role.COORD, Role.TIME, Role.BUDGET, Role.PRODUCT})
_WORDS = 6
"""The most words of a label that no list knows."""
_FEWEST = 2
_TIMED = re.compile(
    r"(?:\d{4}|/\d{2,4}|thường xuyên|định kỳ|(?:hằng|hàng|trong|cả|mỗi)\s+(?:năm|quý|tháng|tuần|ngày))\W*$",
    re.IGNORECASE,
)


def repeated(texts: Iterable[str]) -> frozenset[str]:
    """The words before a colon with which several of the lines ``texts`` begin: labels of a plan's own."""
    counted = Counter(name for text in texts if ":" in text and (name := _name(text)))
    return frozenset(name for name, count in counted.items() if count >= _FEWEST and _may_be(name))


def begins_label(text: str, own: Container[str] = ()) -> bool:
    """Whether ``text`` begins with a label: one that lists know, or one of the plan's ``own``."""
    if ":" not in text:
        return text[:1] in _BULLETS and _WORDED.match(text) is not None
    name = _name(text)
    return bool(name) and (name in own or named_role(name) in _ROLES or bool(_CONTENT.fullmatch(name)))


def ends_in_label(text: str, own: Container[str] = ()) -> bool:
    """Whether ``text`` ends in a label whose words are still to come: "Chủ trì: Sở A; phối hợp:"."""
    found = _LAST.search(text) if text.endswith(":") else None
    name = " ".join(found[1].lower().split()) if found else ""
    return bool(name) and (name in own or named_role(name) in _ROLES)


def tells_time(first: str, last: str, own: Container[str] = ()) -> bool:
    """Whether a paragraph from the line ``first`` to ``last`` is a label and a time, which end it."""
    return begins_label(first, own) and _TIMED.search(last) is not None


def _name(text: str) -> str:
    found = _LABELLED.match(text)
    return " ".join(found[1].lower().split()) if found else ""


def _may_be(name: str) -> bool:
    return len(name.split()) <= _WORDS and not any(letter.isdigit() for letter in name)
