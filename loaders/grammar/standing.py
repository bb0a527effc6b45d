"""Numbers that are no figures to be reached: what there is, what things are, what is counted by.

"Hiện nay có 12 xã", "từ 60% lên 80%", "trẻ nhẹ cân (dưới 2.500 gram)", "giá trị trên 1 ha đất".
"""

from __future__ import annotations

import re

from loaders.grammar import lists
from loaders.grammar.spot import Spot
from loaders.grammar.text import normal, plain

__all__ = ["counted_by", "is_known"]

_WORDS = lists.words("measure")
_DEFINES = re.compile(r"\(\s*(?:dưới|trên|từ|hơn)\s*$")
_DEFINED = re.compile(r"[^()\d]{1,20}\)\s*(?:dưới|trên|đạt|còn|xuống|giảm|ít|tối|không|khoảng|là|từ|\d)")
"""A bracket says what is counted before the figure follows: "trẻ nhẹ cân (dưới 2.500 gram) dưới 5%"."""
_FROM = re.compile(r"\btừ\s*$")
_BASELINE = re.compile(
    r"(?:\s+[^\W\d_]+|\s*\([^()]*\)){0,4}\s+(?<!trở\s)(?:lên|xuống)\s(?:[^\W\d_]+\s){0,3}\d"
)
_NOW = re.compile(r"\b(?:hiện|đến)\s+(?:nay|tại),?(?:\s+[^\W\d_]+){0,4}\s+(?:có|đạt|còn|là)\s*$")
_PAST = re.compile(
    r"\b(?:đã|từng|(?<!thực )(?<!thể )(?<!phát )hiện(?:\s+(?:nay|đang|tại))?|đang)"
    r"\s+(?:đạt|có|thực\s+hiện|hoàn\s+thành|tổ\s+chức)\b"
)
_ROUND = frozenset({"1", "01", "100", "1.000", "10.000", "100.000"})
_COUNTED_BY = lists.any_of(map(plain, [*_WORDS["ratios"], *_WORDS["quantities"]]))
_ON = re.compile(
    rf"(?<!\w)(?:{_COUNTED_BY}(?:\s+[^\W\d_]+){{1,6}}|t[ỷỉ]\s+(?:suất|số)(?:\s+[^\W_]+){{1,12}})\s+trên\s*$"
)
_REACHED = r"(?:đạt|là|còn|giảm|tăng|dưới|trên|khoảng|từ|ở|xuống)"
_DENOMINATED = re.compile(
    rf"(?P<noun>(?:\s+(?!{_REACHED}\b)[^\W\d_]+){{1,3}})(?:\s+[^\W\d_]+){{0,12}}?(?:\s+{_REACHED}\s|\s*[:\d])"
)
_OUT_OF = re.compile(r"t[ỷỉ]\s+(?:suất|số)\s[^.;]*\d\s+(?:[^\W\d_]+\s+){1,2}trên\s*$")
"""What a ratio is told by: "tỷ số giới tính dưới 109 bé trai trên 100 bé gái"."""


def is_known(spot: Spot) -> bool:
    """Whether the number at ``spot`` says what there is, what is counted, or what it is counted by."""
    before, after = spot.before, spot.after
    return bool(
        (_DEFINES.search(before) and _DEFINED.match(after))
        or _PAST.search(before)
        or _NOW.search(before)
        or (_FROM.search(before) and _BASELINE.match(after))
        or _OUT_OF.search(before)
        or counted_by(spot)
    )


def counted_by(spot: Spot) -> str:
    """What the figures after the number at ``spot`` are counted by, "" where it is no such number.

    "Tỷ suất tử vong trên 1.000 trẻ đẻ sống dưới 9,5" -> "/1.000 trẻ đẻ sống".
    """
    by = spot.words[spot.start : spot.end]
    if by not in _ROUND or not _ON.search(spot.before):
        return ""
    found = _DENOMINATED.match(spot.words, spot.end, spot.clause[1])
    return normal(f"/{by}{spot.text[slice(*found.span('noun'))]}") if found else ""
