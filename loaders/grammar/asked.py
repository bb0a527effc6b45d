"""Counts to be reached: the direct object of a duty, or what a chapter of targets names and counts."""

from __future__ import annotations

import re

from loaders.grammar import counted, lists
from loaders.grammar.spot import Spot
from loaders.grammar.text import plain

__all__ = ["is_index", "shown", "unit"]

_WORDS = lists.words("measure")
_MANNER = lists.any_of(map(plain, _WORDS["manner"]))
_OBJECT = re.compile(rf"(?<!\w){lists.any_of(map(plain, _WORDS['verbs']))}(?:\s+{_MANNER})*\s*$")
_OPENING = re.compile(
    r"(?:^|[.;:]\s)[\s–+•*-]*(?:(?:[\d.]{1,6}|[a-zđ])[.)]\s*)?([A-ZĐ][^\W\d_]*(?:\s[^\W\d_]+)?)\s+$"
)
_LONGEST_OPENING = 120
"""Characters before a number in which the verb stands that opens its item."""
_ITEM = re.compile(r"[\s–+•*-]*")
_REACHED = re.compile(rf"(?:\s*(?:đạt|{_MANNER}))*\s*")
_INDEX = re.compile(
    r"(?<!\w)(?:chỉ\s+số|hệ\s+số|điểm\s+số)\s[^.;:\d]{1,90}?\s"
    r"(?:đạt|là|còn|dưới|trên|hơn|từ|tối\s+thiểu|ít\s+nhất|mức|khoảng)\s+$"
)
_ALONE = re.compile(r"\s*(?:$|[,)(]|trở\s+lên|vào\s+năm|năm\s)")
_HAD = re.compile(r"%[^,;:]*\bcó(?:\s+đủ)?\s*$")
"""What each of a share is to have is told with it: "100% xã có 3 loại hình thiết chế"."""
_IS = re.compile(r"[\w,]\s+(?:là|chiếm|bình\s+quân|trung\s+bình)\s+$")
_QUANTITIES = lists.any_of(map(plain, _WORDS["quantities"]))
_QUANTITY = re.compile(rf"(?<!\w){_QUANTITIES}(?:\s+[^\W\d_]+){{0,10}}\s+$")
_FOR = re.compile(rf"(?<!\w){lists.any_of(map(plain, _WORDS['giving']))}(?!\w)[^.;:\d]{{0,120}}\scho\s+$")
_NAMED = re.compile(r"[\s–+•*-]*[^\W\d_][^.;:\d]{2,80}?([^\W\d_]+)\s+$")
_ENDING = re.compile(r"\s*(?!(?:ngày|giờ|tuần|phút)\b)[^\W\d_]+\d?(?:[\s/][^\W\d_]+){0,3}\s*$")
_PREPOSITIONS = frozenset(map(plain, _WORDS["prepositions"]))
_NO_VERBS = frozenset(map(plain, _WORDS["no_verbs"]))
_LABEL = re.compile(rf"(?<!\w){lists.any_of(map(plain, _WORDS['labels']))}(?:\s+\d+\s*,)*\s*$")
_PART = re.compile(rf"\s*{lists.any_of(map(plain, _WORDS['parts']))}(?!\w)")
_LEVEL = re.compile(r"(?<!\w)(?<!trở )(?:lên|xuống|còn)(?:\s+(?:mức|khoảng))?\s*$")
_LIMITED = re.compile(r"(?:tối đa|tối thiểu|nhất|quá|tuổi\s+thọ.{0,60}\sđạt(?:\s+(?:trên|từ|khoảng))?)\s*$")
_BUDGET = re.compile(
    r"tổng\s+(?:nguồn\s+)?vốn|kinh\s+phí|dự\s+toán|tổng\s+mức\s+đầu\s+tư|kế\s+hoạch\s+vốn|ngân\s+sách\s+(?:cấp|trung\s+ương)"
)
_RAISED = re.compile(
    r"toàn\s+xã\s+hội|vốn\s+đầu\s+tư\s+(?:phát\s+triển\s+)?trên\s+địa\s+bàn|thu\s+hút|huy\s+động"
)
"""Money to be found, not to be spent: "tổng vốn đầu tư toàn xã hội"."""
_TIME_UNIT = re.compile(r"(?:năm|tháng|quý|tuổi|thế kỷ)\b")


def unit(spot: Spot, *, counts: bool) -> str | None:
    """The unit of the count at ``spot``, or None where the number is no count to be reached.

    ``counts`` when it is known to be one, by its comparator or as a member of a list of figures.
    """
    if _LABEL.search(spot.before):
        return None
    if not counts and (_PART.match(spot.words, spot.end) or _HAD.search(spot.lead) or not _is_object(spot)):
        return None
    found = counted.unit(spot.text, spot.end)
    if found is None or (_TIME_UNIT.match(plain(found)) and not _LIMITED.search(spot.before)):
        return None
    if counted.is_money(found) and _BUDGET.search(spot.lead) and not _RAISED.search(spot.lead):
        return None
    if "/" in found and found.rpartition("/")[2] in {"năm", "tháng"}:
        return found
    return found + counted.per_period(spot.before)


def is_index(spot: Spot) -> bool:
    """Whether the number at ``spot`` is an index, which is counted in nothing: "Chỉ số HDI đạt trên 0,75"."""
    return bool(_ALONE.match(spot.after) and _INDEX.search(spot.lead))


def _is_object(spot: Spot) -> bool:
    """Whether the number at ``spot`` is what is done or reached: "Trồng 50 ha", "còn 10 ngày"."""
    if _OBJECT.search(spot.before) or _LEVEL.search(spot.before) or _FOR.search(spot.lead):
        return True
    opening = _OPENING.search(
        spot.text, max(0, spot.start - _LONGEST_OPENING), spot.start
    )  # "- Treo 120 băng rôn"
    return opening is not None and plain(opening[1]) not in _NO_VERBS


def shown(spot: Spot, *, first: bool) -> bool:
    """Whether an item of targets counts at ``spot``, at once or after the name of what is counted.

    "- 120 hộ dân …" where it is the ``first`` thing of an item, "Số trường đạt chuẩn: 04 trường",
    "sản lượng 150.000 tấn".
    """
    if _PART.match(spot.words, spot.end):
        return False
    if _ITEM.fullmatch(spot.lead):
        return first
    if _QUANTITY.search(spot.lead) or _IS.search(spot.lead) or _ends_item(spot):
        return True
    name, colon, reached = spot.lead.rpartition(":")
    return bool(colon) and bool(_REACHED.fullmatch(reached)) and name.strip(" -+•*") not in _NO_VERBS


def _ends_item(spot: Spot) -> bool:
    """Whether an item is a name and its count, and no more: "Dân số trung bình 7.000 người"."""
    named = _NAMED.fullmatch(spot.lead)
    return (
        named is not None
        and named[1] not in _PREPOSITIONS
        and _ENDING.match(spot.words, spot.end, spot.clause[1]) is not None
    )
