"""When a row is to be done: the span that a printed time states, and nothing it does not state.

Spellings that are read: days, months, quarters, halves and years in all written forms, ranges and
lists of them, deadlines ("Trước …", "Đến …"), "Triển khai A, hoàn thành B" (one work). What repeats
("Thường xuyên", "hằng năm") is recurring. Open ends, conditions and two different statements give no dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from loaders.grammar import moments
from loaders.grammar.moments import Moment
from loaders.grammar.text import normal, plain, unmarked
from loaders.remembered import remembered

__all__ = ["Schedule", "parse"]


@dataclass(frozen=True)
class Schedule:
    """A time as printed, its first and last day (ISO dates) where stated, and how exact it is.

    ``precision``: day, month, quarter, year, period, recurring or unclear; None without text.
    """

    text: str | None = None
    start: str | None = None
    end: str | None = None
    recurring: bool = False
    precision: str | None = None


_BRACKETS = re.compile(r"\([^()]*\)?")
_RECURRING = re.compile(
    r"^\W*(?:(?:nhiem vu|cong viec|thuc hien|trien khai|duy tri) )?"
    r"(?:thuong xuyen|thuong ky|dinh ky|lien tuc)"
    r"|\bhang (?:nam|quy|thang|tuan|ngay)\b|\bmoi (?:nam|quy|thang)\b"
    r"|\blan ?/ ?(?:nam|quy|thang|tuan)\b|\b(?:nam|quy|thang|tuan) ?/ ?(?:\d+ )?lan\b"
)
_CONDITION = re.compile(
    r"^\W*(?:khi|theo|sau|ngay sau|ngay khi|ke tu|tuy|can cu|neu|truoc khi|trong vong|chua)\b"
    r"|^\W*(?:hoan thanh |xong )?truoc (?:mua|tet|ky|dip|dai hoi|le)\b|^\W*dau nam hoc\b"
)
_OPEN = re.compile(
    r"(?:-|đến)\s*nay\b|\btừ\s+năm\s+học\s+\d{4}\s*-\s*\d{4}(?!.*\bđến)|\b(?:tiếp\s+theo|trở\s+đi|về\s+sau|sau\s+đó|những\s+năm\s+sau|các\s+năm\s+sau|(?:và|hoặc)\s+khi)\b"
)
_DEADLINE = re.compile(
    r"(?:trước|đến|hết|chậm\s+nhất|hạn|xong|cuối|không\s+quá)(?:\s+(?:hết|là|cuối|trước|vào|trong))*\s*(?:ngày|năm|tháng|quý)?\s*:?\s*$"
)
_FROM = re.compile(r"(?:từ|kể\s+từ|bắt\s+đầu|sau)\s*(?:ngày|tháng|quý|năm)?\s*$")
_RANGE = re.compile(r"\s*(?:-|đến|tới)(?:\s+(?:hết|cuối))?\s*(?:ngày|tháng|quý|năm(?:\s+học)?)?\s*")
_AND = re.compile(r"\s*(?:,|;|và|&|/)\s*(?:năm)?\s*")
_OUTLOOK = re.compile(r"\b(?:định\s+hướng|tầm\s+nhìn|tính)\b.*$")
_SHARED_MONTH = re.compile(r"(?<![\d/])(\d{1,2})\s*(?:-|đến)\s*(?=\d{1,2}(/\d{1,2})(?![\d/]*\d{3}/|\d))")
_ALSO_ALWAYS = re.compile(r"\bthường\s+xuyên\b")
"""Behind a day, a month or a quarter: another statement."""
_THIS_YEAR = re.compile(r"(?:trong|cả)\s+năm")
_ONE_WORK = re.compile(r"^\W*(?:triển\s+khai|thực\s+hiện|bắt\s+đầu|khởi\s+công|xây\s+dựng)\b")
_DONE = re.compile(
    r"^\s*[,;]?\s*(?:và\s+)?(?:hoàn\s+thành|kết\s+thúc|xong)(?:\s+(?:trong|vào|trước|đến))?\s*:?\s*(?:năm|tháng|quý|ngày)?\s*$"
)


_LONGEST = 300
"""Characters; a longer text is no time."""


@remembered  # plans name few times, over and over
def parse(text: str | None, year: int | None = None) -> Schedule:
    """The time of a row.

    Arguments: ``text`` as printed; ``year`` completes a month, a quarter or a day printed without its
    year, for plans of one year. Never raises: what is not understood is "unclear", without dates.

    >>> parse("Quý II-IV/2024").end
    '2024-12-31'
    """
    printed = normal(text or "")
    if not printed:
        return Schedule()
    if len(printed) > _LONGEST:
        return Schedule(printed, precision="unclear")
    stated = normal(_BRACKETS.sub(" ", printed)) or printed
    words, bare = moments.in_digits(plain(stated)), unmarked(stated)
    if _RECURRING.search(bare):
        return Schedule(printed, None, _deadline(words), True, "recurring")
    span = None if _CONDITION.match(bare) or _OPEN.search(words) else _span(words, year)
    if span is None:
        return Schedule(printed, precision="unclear")
    start, end, precision = span
    return Schedule(printed, start.isoformat() if start else None, end.isoformat(), False, precision)


def _deadline(words: str) -> str | None:
    """The last day that a recurring work still names: "Hàng năm, đến năm 2025"."""
    for moment in moments.find(words):
        if moment.end and _DEADLINE.search(words[: moment.place[0]]):
            return moment.end.isoformat()
    return None


def _span(words: str, year: int | None) -> tuple[date | None, date, str] | None:
    if year and _THIS_YEAR.fullmatch(words.strip(" .;")):
        return date(year, 1, 1), date(year, 12, 31), "year"
    stated = _SHARED_MONTH.sub(r"\1\2 - ", _OUTLOOK.sub("", words))
    found = moments.find(stated)
    if year:
        found = [moment.in_year(year) for moment in found]
    if not found or any(moment.start is None or moment.end is None for moment in found):
        return None
    if _ALSO_ALWAYS.search(stated) and any(moment.precision != "year" for moment in found):
        return None
    before = stated[: found[0].place[0]]
    if len(found) == 1:
        return _one(found[0], before)
    between = [stated[a.place[1] : b.place[0]] for a, b in pairwise(found)]
    if _joined(found, between) or (len(found) == 2 and _ONE_WORK.match(stated) and _DONE.match(between[0])):
        return _many(found, before)
    return None


def _one(moment: Moment, before: str) -> tuple[date | None, date, str] | None:
    if moment.end is None:
        return None
    if _DEADLINE.search(before):
        return None, moment.end, moment.precision
    if _FROM.search(before) and not moment.ranged:
        return None
    return moment.start, moment.end, moment.precision


def _joined(found: list[Moment], between: list[str]) -> bool:
    """Whether the moments are one range ("2021 - 2025") or one list ("2024, 2025"), of one kind."""
    if len(found) == 2 and _RANGE.fullmatch(between[0]):
        return True
    same = len({moment.precision for moment in found}) == 1
    return same and all(_AND.fullmatch(gap) or _RANGE.fullmatch(gap) for gap in between)


def _many(found: list[Moment], before: str) -> tuple[date | None, date, str] | None:
    if _DEADLINE.search(before):
        return None  # several deadlines
    starts = [moment.start for moment in found if moment.start]
    ends = [moment.end for moment in found if moment.end]
    first, last = min(starts), max(ends)
    if first > last or starts[0] != first:
        return None
    kinds = {moment.precision for moment in found}
    precision = "period" if kinds == {"year"} or len(kinds) > 1 or first.year != last.year else kinds.pop()
    return first, last, precision
