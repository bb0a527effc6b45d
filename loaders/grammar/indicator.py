"""What a figure measures: the thing named before the number, or the things counted after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.grammar import lists
from loaders.grammar.text import normal, plain

__all__ = ["names"]

_WORDS = lists.words("measure")
_QUANTITIES = lists.any_of(map(plain, _WORDS["quantities"]))
_NAMES = re.compile(rf"tỷ lệ|tỉ lệ|mức độ|chỉ số|số lượng|thời gian|(?<!\w){_QUANTITIES}(?!\w)")
_LEAST = (
    "(?:tối thiểu|ít nhất|tối đa|không quá|chậm nhất|khoảng|trên|hơn|dưới|từ|có|thêm"
    "|bình quân|trung bình|[<>≥≤])"
)
_REACHED = (
    "(?:đạt|tăng|(?<!trở )lên|là|xuống|còn|chiếm|ở mức|dưới|trên|không quá|tương ứng|lần lượt|tỷ lệ|[<>≥≤])"
)
_RANKED = "(?:xếp|đứng|thuộc|trong|nhóm|nằm|top|tốp|hạng|thứ)"
_LEADING = (
    *(
        "tối thiểu",
        "ít nhất",
        "tối đa",
        "không quá",
        "chậm nhất",
        "khoảng",
        "trên",
        "hơn",
        "dưới",
        "từ",
        "có",
    ),
    *(
        "thêm",
        "bình quân",
        "trung bình",
        "<",
        ">",
        "≥",
        "≤",
        "đạt",
        "tăng",
        "lên",
        "là",
        "xuống",
        "còn",
        "chiếm",
    ),
    *(
        "ở mức",
        "tương ứng",
        "lần lượt",
        "tỷ lệ",
        "xếp",
        "đứng",
        "thuộc",
        "trong",
        "nhóm",
        "nằm",
        "top",
        "tốp",
    ),
    *("hạng", "thứ", "và"),
)
"""How what leads to a number ends."""
_TRAIL = re.compile(rf"(?:[\s,]*(?<!\w)(?:{_LEAST}|{_REACHED}|{_RANKED}|và)(?!\w))+[\s,]*$")
_REACHES = re.compile(rf"(?<!\w){_REACHED}(?:\s+{_LEAST})*\s*$", re.IGNORECASE)
_SAID = re.compile(rf"(?<!\w)(?:đạt|tăng|là|còn|chiếm|ở mức|xuống|lên)(?:\s+{_LEAST})*\s*$", re.IGNORECASE)
_LISTED = re.compile(rf"(?:,|\bvà)(?:\s+{_LEAST})*\s*$", re.IGNORECASE)
_LEADS_OVER = re.compile(rf"(?:[\s,]*(?<!\w)(?:{_LEAST}|đạt|và)(?!\w))+[\s,]*$")
_VERB_NEXT = re.compile(rf"(?:,|và(?<!\wvà))\s+{lists.any_of(map(plain, _WORDS['verbs']))}$")
_LEVEL = re.compile(rf"(?<!\w)(?:lên|xuống|còn)(?:\s+{_LEAST})*\s*$", re.IGNORECASE)
_CHANGED = re.compile(r"^(?:kéo\s+)?(?:giảm|tăng)\s+", re.IGNORECASE)
_LOWERED = re.compile(r"\s+(?:giảm|tăng)$")
UPWARDS = re.compile(
    r"(?:\s+(?!(?:từ|đạt|có|trình|loại|mức|hạng|được|cấp)\s)[^\W\d_]+(?:/[^\W\d_]+)*){0,7}?(\s*trở\s+lên)\b"
)
""" "80% hồ sơ trở lên": what follows a number that is a least one."""
_DUE = r"(?:(?:đến|hết|trong|vào)\s+)*(?:(?:hết|cuối)\s+)?năm\s+\d{4}|giai\s+đoạn\s+\d{4}\s*-\s*\d{4}"
_RAISE = rf"nâng(?:\s+cao)?(?=\s+(?:{_NAMES.pattern}|mức|số))"
_LEAD = re.compile(rf"^[\s,:]*(?:{_DUE}|{lists.any_of(map(plain, _WORDS['leads']))}|{_RAISE})(?!\w)[\s,:]*")
_DUE_LAST = re.compile(rf"(?:^|[\s,]+)(?<!so với )(?:{_DUE})$")
_ACTIONS = lists.any_of(map(plain, _WORDS["actions"]))
_ACTION = re.compile(rf"(?<!\w){_ACTIONS}(?:\s*(?:,|và)\s*{_ACTIONS})*$")
_PREDICATE = re.compile(rf"(?<!\w){lists.any_of(map(plain, _WORDS['predicates']))}(?!\w)")
_PART = re.compile(r"(?:lĩnh vực|khu vực|vùng|cấp|riêng|đối với|ở|tại)(?!\w)")
_BRACKETS = re.compile(r"\s*\([^()]*\s[^()]*\)")
_REST = re.compile(rf"{lists.any_of(map(plain, [*_WORDS['predicates'], *_WORDS['rests']]))}(?!\w)")
_AHEAD = re.compile(r"^(?:/(?:năm|tháng|quý)\b\s*)?(?:(?:các|những)\s+)?")
_ITEMS = re.compile(r"\s*,\s*|(?:^|\s+)và\s+")
_RELATED = re.compile(r"(?:theo|trong|tại|ở|của|cho|với|so với|để|nhằm)(?!\w)")
_SHORT = 2
"""So many words after a share may be what it is a share of: "40% GRDP"."""

_LONGEST = 600
"""Characters before and after a number that are looked at."""

_LONGEST_END = 60
"""Characters of the words that lead from one number to the next."""

Span = tuple[int, int]


def names(text: str, stretch: Span, figures: Sequence[Span], above: str | None = None) -> list[str | None]:
    """What each of ``figures`` measures, all of one ``stretch`` of ``text``, from left to right.

    ``above`` is what the figure before them measures: "trong đó 60% trả trước hạn" is said of its subject.
    """
    edges = [stretch[0], *(end for _, end in figures)]
    befores = [text[edge:start][-_LONGEST:] for edge, (start, _) in zip(edges, figures, strict=False)]
    nexts = [*(start for start, _ in figures[1:]), stretch[1]]
    afters = [text[end:start][:_LONGEST] for (_, end), start in zip(figures, nexts, strict=True)]
    heads = [_head(befores[0]), *map(_next_head, befores[1:])]
    counts = _completed(list(map(_count, befores, afters, [*heads[1:], ""])), heads)
    if len(figures) > 1 and heads[0] and not any(heads[1:]) and not any(counts[:-1]):
        return list(_shared_out(heads[0], len(figures)))
    told: list[str | None] = []
    for head, count, before in zip(heads, counts, befores, strict=True):
        listed = _action(heads[0]) if told and not head else ""
        if not (told and _opened(before)):
            above = _name(head or listed, count, above, before) or (above if told else None)
        told.append(above)
    return [name or next(filter(None, told[i:]), None) for i, name in enumerate(told)]


def _completed(counts: Sequence[str], heads: Sequence[str]) -> Sequence[str]:
    """What is said once after a list ("95% cấp tỉnh, 85% cấp huyện được …") holds for all of it."""
    tail = _PREDICATE.search(plain(counts[-1]))
    if tail is None or any(heads[1:]):
        return counts
    shared = counts[-1][tail.start() :]
    return [
        f"{count} {shared}" if count and not _PREDICATE.search(plain(count)) else count for count in counts
    ]


def _head(before: str) -> str:
    """What stands before a number, without comparators and words of intent."""
    if _opened(before):
        before = before[: before.rfind("(")]
    name = _without_brackets(_without_lead(_TRAIL, normal(before))).strip(" ,:;-–+•")
    while (found := _LEAD.match(plain(name))) and found.end():
        name = name[found.end() :]
    return _without_due(name)


def _without_brackets(text: str) -> str:
    return _BRACKETS.sub("", text) if "(" in text else text


def _without_due(text: str) -> str:
    """``text`` without the year that it ends in."""
    return _without_end(_DUE_LAST, text) if text[-1:].isdigit() else text


def _without_lead(lead: re.Pattern[str], text: str) -> str:
    """``text`` without the words that lead to a number, which ``lead`` finds last in its plain form."""
    return _without_end(lead, text) if text.lower().rstrip(" ,").endswith(_LEADING) else text


def _without_end(end: re.Pattern[str], text: str) -> str:
    """``text`` without the words that ``end`` finds last in its plain form."""
    found = _last(end, plain(text))
    return text[: found.start()] if found else text


def _last(end: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Where ``text`` ends in what ``end`` describes; nothing long is looked for."""
    return end.search(text, max(0, len(text) - _LONGEST_END))


def _next_head(before: str) -> str:
    """What stands before a number that is not the first: the end of what lies between the two."""
    if _last(_LISTED, before) or _opened(before):
        return ""
    head = _head(before)
    named = _NAMES.search(plain(head))
    if named:
        return head[named.start() :]
    return _head(_ITEMS.split(before)[-1]) if _last(_SAID, before) else _action(head)


def _opened(before: str) -> bool:
    """Whether a number stands in brackets: what is measured stands before them."""
    return before.rfind("(") > before.rfind(")")


def _count(before: str, after: str, following: str) -> str:
    """What is counted by a number between ``before`` and ``after``, that may end in ``following``."""
    if _opened(before):
        return ""
    return _counted(after[: after.rfind(following)] if following and following in after else after)


def _counted(after: str) -> str:
    """What stands after a number, without what leads over to the next one."""
    upwards = UPWARDS.match(plain(after))
    if upwards:
        after = after[: upwards.start(1)] + after[upwards.end(1) :]
    counted = _without_lead(_LEADS_OVER, _without_brackets(normal(after)).strip(" .:)"))
    counted = _without_end(_VERB_NEXT, counted).strip(" ,.:)")
    return _AHEAD.sub("", _without_due(counted))


def _shared_out(head: str, count: int) -> Sequence[str]:
    """ "… của cấp tỉnh, cấp huyện" over two numbers: to each its own, else all of it to each."""
    items = _ITEMS.split(head)[-count:]
    first = items[1].split()[0] if len(items) == count else ""
    at = items[0].rfind(f" {first} ") if first else -1
    if at < 0 and not items[0].startswith(f"{first} "):
        return [head] * count
    stem = head[: head.find(items[0]) + at + 1]
    return [f"{stem}{item}".strip() for item in (items[0][at + 1 :], *items[1:])]


def _action(head: str) -> str:
    """What is done to the things counted, where ``head`` ends in it."""
    found = _ACTION.search(plain(head))
    return head[found.start() :] if found else ""


def _name(head: str, count: str, above: str | None, before: str) -> str | None:
    said = _last(_REACHES, before) or before.rstrip().endswith(":")
    reached = said and (len(count.split()) <= _SHORT or _RELATED.match(plain(count)))
    if count and (action := _action(head)) and not _last(_SAID, before):
        return f"{action} {count}"
    if head and (_NAMES.search(plain(head)) or not count or reached):
        name = _LOWERED.sub("", _CHANGED.sub("", head) if _last(_LEVEL, before) else head)
        return f"{above} {name}" if above and _PART.match(plain(name)) else name
    if above and _REST.match(plain(count)):
        subject = _PREDICATE.search(plain(above))
        return f"{above[: subject.start()].strip() if subject else above} {count}"
    return count or None
