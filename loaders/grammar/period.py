"""The years a plan is for."""

from __future__ import annotations

import re

from loaders.grammar import dates, number
from loaders.grammar.text import plain

__all__ = ["of_text", "of_title"]

_YEAR = r"(?:19|20)\d\d"
_RANGE = re.compile(rf"(?<![\d/])({_YEAR})\s*(?:-|đến|tới)\s*(?:hết\s+)?(?:năm\s*)?({_YEAR})(?!\d)")
_UNTIL = re.compile(rf"(?:đến|trước|tới)\s+(?:hết\s+)?(?:năm\s*)?({_YEAR})(?!\d)")
_ONE = re.compile(rf"(?<![\d/]){_YEAR}(?![\d/])")
_YEARLY = re.compile(rf"(?<!đến )(?<!tới )(?<!trước )(?<!hết )(?<!từ )(?<!sau )năm\s*({_YEAR})(?![\d/]|\s*-)")
_AHEAD = r"(?:định\s*hướng|tầm\s*nhìn)"
_OUTLOOK = re.compile(
    rf"(?:{_AHEAD}(?:\s+(?:đến|tới))?|(?<=[,\d])\s*(?:và\s+)?{_AHEAD}(?:\s+[^\d\s,]+){{1,4}}\s+(?:đến|tới))"
    r"\s+(?:hết\s+)?(?:năm\s*)?\d{4}(?:\s*-\s*\d{4})?"
)
_STAGES = re.compile(rf"giai\s+đoạn\s+({_YEAR})\s*-\s*({_YEAR})")
_OPENS = re.compile(r"[\W\d]*giai\s+đoạn\b")
_OF_A_DUTY = re.compile(r"(?:thời\s+(?:gian|hạn)|tiến\s+độ|lộ\s+trình)\b[^:]{0,40}:[^.;]*")
"""The time of one duty, behind its label; it is not the plan's."""


def _bare(text: str) -> str:
    """``text`` without the years of dates and numbers of other documents, and of an outlook."""
    return _OUTLOOK.sub(" ", dates.PRINTED.sub(" ", plain(number.PRINTED.sub(" ", text))))


def of_title(title: str) -> tuple[int | None, int] | None:
    """First and last year that ``title`` names; the first is None in "đến năm N"; None without years.

    >>> of_title("KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH GIAI ĐOẠN 2021-2030")
    (2021, 2030)
    >>> of_title("KẾ HOẠCH THỰC HIỆN CHƯƠNG TRÌNH GIAI ĐOẠN 2021-2025 NĂM 2024")
    (2024, 2024)
    """
    text = _bare(title)
    span = _RANGE.search(text)
    if span and int(span[1]) <= int(span[2]):
        yearly = _YEARLY.search(_RANGE.sub(" ", text))
        return (int(yearly[1]), int(yearly[1])) if yearly else (int(span[1]), int(span[2]))
    until = _UNTIL.search(text)
    years = [int(found[0]) for found in _ONE.finditer(text)]
    if until and years == [int(until[1])]:
        return None, years[0]
    return (min(years), max(years)) if years else None


def of_text(texts: list[str], until: int, since: int = 0) -> int | None:
    """The first year of the stages of work that follow on one another up to ``until``, or None.

    "Giai đoạn 2021 - 2025" and "giai đoạn 2026 - 2030" begin in 2021. A stage that was over in the year of
    issue (``since``) is one to compare with; one alone that began before is somebody else's. One that begins
    later counts where it opens its text or has a second beside it: in passing it is the time of some duty.
    """
    spans: set[tuple[int, int]] = set()
    for text in (_OF_A_DUTY.sub(" ", _bare(text)) for text in texts):
        named = [(int(a), int(b)) for a, b in _STAGES.findall(text)]
        spans |= {(a, b) for a, b in named if a <= since or len(named) > 1 or _OPENS.match(text)}
    stages = [(a, b) for a, b in spans if a <= b >= since and (b < until or a >= since)]
    starts: set[int] = set()
    nexts = {until + 1}
    while nexts:
        nexts = {first for first, last in stages if last + 1 in nexts} - starts
        starts |= nexts
    return min(starts, default=None)
