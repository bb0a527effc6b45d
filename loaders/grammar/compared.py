"""How a figure compares with what is reached: at least, more than, by so much, among the first so many."""

from __future__ import annotations

import re

from loaders.grammar import indicator
from loaders.grammar.spot import Spot

__all__ = ["comparator", "is_rank"]


def _before(*options: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(option.replace(' ', chr(92) + 's+') for option in options)})\s*$"
    )


_COMPARATORS = (
    (
        "+",
        _before(
            "(?:(?<!độ\\s)tăng trưởng|tăng|nâng)(?: thêm)?"
            "(?: (?:bình quân|trung bình|mỗi năm|hằng năm|hàng năm|ít nhất|tối thiểu|trên|từ|hơn|khoảng|là))*"
        ),
    ),
    (
        "<=",
        _before(
            "(?:tối đa|không (?:[^\\W\\d_]+ ){0,4}quá|chậm nhất|nhiều nhất|≤|<=)"
            "(?: (?:là|trong|còn|sau|chỉ))*"
        ),
    ),
    (
        ">=",
        _before(
            "(?:đạt và vượt|đạt hoặc vượt|bằng hoặc (?:cao|lớn) hơn|"
            "tối thiểu|ít nhất|thấp nhất|không (?:dưới|thấp hơn|ít hơn)|≥|>=)"
            "(?: (?:là|đạt|từ|có|tương ứng|khoảng|bình quân|trung bình|cả nước|mỗi năm))*"
        ),
    ),
    (">", _before("(?:trên|hơn|vượt|cao hơn|lớn hơn|>)(?: mức)?")),
    ("<", _before("(?:dưới|thấp hơn|nhỏ hơn|ít hơn|<)(?: mức)?")),
)
_FROM = re.compile(r"\btừ\s*$")
_UPWARDS = re.compile(r"[^\d.;:()]{0,60}?\btrở\s+lên\b")
"""After "từ" more may stand before it: "từ 12 tin, bài trở lên"."""
_RANK = re.compile(r"\b(?:top|tốp|nhóm)\s*$")
_COMPETING = re.compile(r"\s*(?:tỉnh|thành\s+phố|địa\s+phương|quốc\s+gia|nước|sở|huyện|xã|phường|hạng)\b")
_RANKED = re.compile(r"dẫn\s+đầu|đứng\s+đầu|thứ\s+hạng|\bxếp\b|\btop\b|\btốp\b")
_AMONG = re.compile(r"\b(?:trong|thuộc|trong\s+số)\s*$")
_LEADERS = re.compile(r"(?:\s+[^\W\d_]+,?){1,6}?\s+(?:dẫn|đứng)\s+đầu\b")
_PLACED = re.compile(
    r"\b(?:xếp|đứng|thứ\s+hạng)(?:\s+(?:thứ|hạng|vị\s+trí|vị|từ))*\s*$|\bvị\s+trí(?:\s+thứ)?\s*$"
)


_LAST = frozenset(
    word[-2:] for _, pattern in _COMPARATORS for word in re.findall(r"[^\W\d_]{2,}", pattern.pattern)
)
_SIGNS = ("<", ">", "=", "≤", "≥")


def _may_compare(before: str) -> bool:
    """Whether the last letters of ``before`` are those of a comparator; most numbers have none."""
    end = before.rstrip()
    return end[-2:] in _LAST or end.endswith(_SIGNS)


def comparator(spot: Spot) -> str | None:
    """The comparator printed with the number at ``spot``, or None.

    One of ">", ">=", "<", "<=" and "+" for what is to grow by the number.
    """
    for sign, pattern in _COMPARATORS if _may_compare(spot.before) else ():
        if pattern.search(spot.before):
            return sign
    upwards = indicator.UPWARDS.match(spot.after) or (
        _FROM.search(spot.before) and _UPWARDS.match(spot.after)
    )
    return ">=" if upwards else None


def is_rank(spot: Spot) -> bool:
    """Whether the number at ``spot`` is a place to be reached among others: "trong nhóm 10 tỉnh dẫn đầu"."""
    if _RANK.search(spot.before):
        return bool(_RANKED.search(spot.words, *spot.clause) or _COMPETING.match(spot.after))
    if _AMONG.search(spot.before):
        return bool(_LEADERS.match(spot.after))
    return bool(_PLACED.search(spot.before) and indicator.UPWARDS.match(spot.after))
