"""Clauses that tell who does a duty, who helps, or when: "Sở A chủ trì", "phối hợp với Sở B", "quý II"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loaders.grammar import agency, assignment
from loaders.grammar.text import plain
from loaders.layout.columns import Role
from loaders.rows.meanings import begins_time, says_certain_time, says_time

__all__ = ["BEGINS_OF_ALL", "OF_ALL", "Clause", "clauses_in"]

_SCOPE = r"(?:tại|thuộc|của|trong|ở)\s+(?:mục|phần|chương|nhóm|khoản|điểm)\s+(?:này|trên|[ivx\d]+)"
_WORK = r"(?:nhiệm\s+vụ|nội\s+dung|công\s+việc|việc)"
_THESE = rf"(?:này|(?:như\s+)?sau(?:\s+đây)?|(?:nêu\s+)?(?:trên|dưới\s+đây)|(?:nêu\s+)?{_SCOPE})"
_THIS = rf"(?:các\s+|những\s+)?{_WORK}\s+{_THESE}"
OF_ALL = re.compile(
    rf"(?:\s+(?:tổ\s+chức|triển\s+khai|thực\s+hiện))*\s+(?:các|những)\s+{_WORK}\s+{_THESE}\W*$"
)
"""How a label or sentence ends that tells of several duties: "Đơn vị chủ trì các nhiệm vụ tại Mục này"."""
BEGINS_OF_ALL = re.compile(rf"\W*(?:các|những)\s+{_WORK}\s+{_THESE}")
"""How one begins: "Các nhiệm vụ sau do Sở A chủ trì"."""
_ASKED = rf"(?P<asked>(?:{_THIS}\s+(?:được\s+)?)?(?:giao|phân\s+công|đề\s+nghị|yêu\s+cầu|do)\s+(?:cho\s+)?)"
_OFFICE = r"(?:cơ\s+quan|đơn\s+vị|đầu\s+mối|bộ\s+phận|phòng|người)"
_DONE = r"(?:\s+(?:để|cùng|tổ\s+chức|tham\s+mưu|triển\s+khai|thực\s+hiện))"
_BY = (
    r"(?:\s+(?P<time>(?:(?:cần\s+)?hoàn\s+thành|xong|trong(?!\s+nước)|trước|chậm\s+nhất|từ|đến|vào|quý|tháng|năm"
    r"|giai\s+đoạn|thường\s+xuyên|định\s+kỳ|h[ằà]ng\s+(?:năm|quý|tháng|tuần|ngày))\b.*))?"
)
_WITH = r"phối\s+hợp(?:\s+chặt\s+chẽ)?(?:\s+(?:cùng\s+với|cùng|với))?\s+"
_LEADS = re.compile(
    rf"{_ASKED}?(?P<lead>.{{3,300}}?)(?:\s+là\s+{_OFFICE})?(?:\s+(?:chịu|có)\s+trách\s+nhiệm)?"
    rf"\s+(?:chủ\s+trì|(?:làm\s+)?đầu\s+mối|(?:chịu\s+trách\s+nhiệm|phụ\s+trách)\s+chính){_DONE}*{_BY}"
)
_LED_BY = re.compile(
    rf"{_OFFICE}\s+(?:chủ\s+trì|thực\s+hiện|chịu\s+trách\s+nhiệm){_DONE}*(?:\s+là)?\s+(?P<lead>.{{3,300}})"
)
_DOES = re.compile(rf"{_ASKED}?(?P<lead>.{{3,300}}?){_DONE}+{_BY}")
_HELPS = re.compile(rf"(?:và\s+|đồng\s+thời\s+)?{_WITH}(?P<coord>.{{3,300}}?){_DONE}*{_BY}")
_TOGETHER = re.compile(rf"{_ASKED}?(?P<lead>.{{3,300}}?)\s+{_WITH}(?P<coord>.{{3,300}}?){_DONE}+{_BY}")
_HELPED_BY = re.compile(rf"{_OFFICE}\s+phối\s+hợp{_DONE}*(?:\s+là)?\s+(?P<coord>.{{3,300}})")
_BESIDE = re.compile(rf"(?:và\s+)?(?P<coord>.{{3,300}}?)\s+(?:cùng\s+)?phối\s+hợp{_DONE}*")
_DUE = re.compile(
    r"(?P<cue>thời\s+(?:gian|hạn)(?:\s+(?:thực\s+hiện|hoàn\s+thành))*\s*:?\s+)?(?P<time>.{3,80})"
)
_FILLER = re.compile(rf"(?:và)?{_DONE}+|(?:tổ\s+chức\s+)?(?:triển\s+khai\s+)?thực\s+hiện")
_BODIES = re.compile(r"(?P<lead>.{3,200})")
_CUE = re.compile(r"\bchủ\s+trì\b|(?<!hội đồng )\bphối\s+hợp\b|\bthời\s+(?:gian|hạn)\b")
"""Words of another clause, which no name of a body holds."""
_CUED = (_LEADS, _LED_BY, _HELPED_BY)
_ANY = (
    (_LEADS, ("chủ trì", "đầu mối", "chính")),
    (_LED_BY, ("chủ trì", "thực hiện", "trách nhiệm")),
    (_HELPED_BY, ("phối hợp",)),
    (_HELPS, ("phối hợp",)),
    (_BESIDE, ("phối hợp",)),
    (_TOGETHER, ("phối hợp",)),
    (_DOES, ("",)),
    (_DUE, ("",)),
    (_FILLER, ("",)),
)
"""The forms of clauses in the order they are tried, each with words of which one must stand in it."""
_IN_BRACKETS = (*_ANY, (_BODIES, ("",)))
_PART = re.compile(
    r"\s*[;.,]\s+|\s+[-–]\s+"
    r"|(?<!cơ quan)(?<!đơn vị)(?<!bộ phận)(?<!đầu mối)\s+(?:và\s+|đồng\s+thời\s+)?(?=phối\s+hợp\b)"
)
_ASKS = re.compile(rf"[.;]\s+{_ASKED}")
_PARTED = re.compile(r"[;.,]\s+|\s+-\s+")
_EDGE = re.compile(r"[^\w(]*")
_OPENING = re.compile(
    rf"(?:và|đồng\s+thời|{_THIS}|giao|phân\s+công|đề\s+nghị|yêu\s+cầu|do|thời\s+gian|thời\s+hạn|phối\s+hợp"
    rf"|{_OFFICE}|(?:tổ\s+chức\s+)?(?:triển\s+khai\s+)?thực\s+hiện)\b"
)
"""How a clause begins that begins with no body and no time."""
_AHEAD = 60
"""Characters that show what a clause begins with."""
_MOST = 24
"""Parts of a stretch that are looked at; a longer one says more than roles."""


class Clause(NamedTuple):
    """One clause: the role it tells (None for "and carry it out"), and where the words of it stand.

    ``cued`` when words of its own say that it tells a role.
    """

    role: Role | None
    start: int
    end: int
    cued: bool


def clauses_in(text: str, start: int, end: int, *, brackets: bool) -> list[Clause]:
    """The clauses that ``text[start:end]`` is made of; none where it says anything else.

    In ``brackets`` bodies may stand without a word for what they do.
    """
    words = plain(text)
    first = _EDGE.match(words, start, end)
    begin = first.end() if first else start
    last = begin + len(words[begin:end].rstrip(" .;:,*_-"))
    if not _may_open(words, begin):
        return []
    gaps = [gap.span() for gap in _PART.finditer(words, begin, last)]
    if len(gaps) >= _MOST:
        return []
    parts = list(zip((begin, *(b for _, b in gaps)), (*(a for a, _ in gaps), last), strict=True))
    found = _parsed(text, parts, brackets=brackets) or []
    return found if any(clause.role for clause in found) else []


def _may_open(words: str, start: int) -> bool:
    """Whether a clause may begin at ``start``; most sentences begin with what is to be done."""
    ahead = words[start : start + _AHEAD]
    return bool(_OPENING.match(ahead) or agency.begins(ahead) or begins_time(ahead))


def _parsed(text: str, parts: Sequence[tuple[int, int]], *, brackets: bool) -> list[Clause] | None:
    """The clauses of ``parts``, the longest first; None where one cannot be understood."""
    if not parts:
        return []
    for count in range(len(parts), 0, -1):
        for clause in _read(text, parts[0][0], parts[count - 1][1], brackets=brackets):
            rest = _parsed(text, parts[count:], brackets=brackets)
            if rest is not None and not {c.role for c in clause} & {c.role for c in rest if c.role}:
                return [*clause, *rest]
    return None


def _read(text: str, start: int, end: int, *, brackets: bool) -> Iterator[list[Clause]]:
    """The ways to understand ``text[start:end]`` as one clause."""
    words = plain(text)
    said = words[start:end]
    for pattern, cues in _IN_BRACKETS if brackets else _ANY:
        found = pattern.fullmatch(words, start, end) if any(cue in said for cue in cues) else None
        if found is None:
            continue
        groups = found.groupdict()
        named = {role: found.span(role) for role in ("lead", "coord", "time") if groups.get(role)}
        timed, cued = bool(groups.get("cue")), bool(groups.get("asked") or groups.get("cue"))
        if pattern is _DOES and not (cued or brackets):
            continue
        if all(_holds(text[a:b], role, timed=timed) for role, (a, b) in named.items()):
            cued |= pattern in _CUED
            yield [Clause(Role(role), a, b, cued) for role, (a, b) in named.items()] or [
                Clause(None, start, end, False)
            ]


def _holds(text: str, role: str, *, timed: bool) -> bool:
    """Whether ``text`` is what ``role`` asks for: bodies and nothing else, or a time.

    A time that cannot be dated ("Khi có yêu cầu") is one only where words of its own say so (``timed``).
    """
    parts = _PARTED.split(text)
    if role == "time":
        given = _ASKS.search(plain(text)) or any(map(agency.begins, parts[1:]))  # "Quý I; Sở A"
        return not given and (says_time(text) if timed else says_certain_time(text))
    if (
        text.endswith((",", ";", ".", " và"))
        or not (agency.begins(text) or (role == "coord" and text.removeprefix("các ")[:1].isupper()))
        or _CUE.search(plain(text))
        or assignment.tells_duty(text)
    ):
        return False
    return not any(map(says_time, parts))
