"""Who issued a document that is mentioned: "… của Chính phủ", "đề nghị của Sở Y tế tại Tờ trình số …".

The name follows the number, or stands before it: between kind and number ("Nghị quyết của Chính phủ số
76/NQ-CP"), before a list ("các Quyết định của Thủ tướng Chính phủ: số …; số …"), with what the body asked.
"""

from __future__ import annotations

import re

from loaders.grammar import lists
from loaders.grammar.text import normal, plain

__all__ = ["HEADS", "NAMED_AFTER", "before", "in_label", "of_list", "usual"]

_WORDS = lists.words("instruments")
_KINDS = lists.any_of(_WORDS["kinds"])
HEADS = lists.any_of(_WORDS["issuer_heads"])
"""How a name begins."""
_STOP = lists.any_of([*_WORDS["after_issuer"], *_WORDS["titles_begin"]])
_WORD = rf"(?!(?:{_STOP}|và|{_KINDS})\b)[^\s,;.:()\"“”\[\]]+"
_AND = rf"(?-i:và(?=\s+[A-ZĐ])(?!\s+(?:{_KINDS})\b))"
_SHORT_FORM = r"\([A-ZĐ&]{2,10}\)"
_WHOLE = (
    r"(?:Bộ\s+Chính\s+trị|Thủ\s+tướng\s+Chính\s+phủ)(?:\s+khóa\s+[IVX]+)?"
    r"(?!\w)(?!\s*\()(?!,?\s+(?:và|khóa)\b)"
)
"""Bodies of the whole country whose names do not go on."""
_NAME = (
    rf"(?:{_WHOLE}|(?:{HEADS})\b(?:\s+(?:{_AND}|thứ\s+năm\b|Kế\s+hoạch\s+(?:và|-)\s+Đầu\s+tư|{_WORD}|{_SHORT_FORM})"
    r"|,(?=\s+(?:khóa|Thương\s+binh|Chủ\s+nhiệm|Thể\s+thao|chống|Ban\s+Chấp)\b)){0,20})"
)
NAMED_AFTER = re.compile(rf"\s*,?\s*(?:c\s?ủa|giữa)\s+(?:các\s+)?(?P<issuer>{_NAME})", re.IGNORECASE)
"""The name that follows a number or its date."""
_IN_LABEL = re.compile(rf"\bcủa\s+(?P<issuer>{_NAME}?)\s+số\s*:?\s*$", re.IGNORECASE)
_LIST = re.compile(rf"(?:{_KINDS})\s+của\s+(?:các\s+)?(?P<issuer>{_NAME})\s*:\s*$", re.IGNORECASE)
_SAID = lists.any_of(_WORDS["said_by"])
_BEFORE = re.compile(
    rf"\b{_SAID}\s+(?:của\s+)?(?P<issuer>{_NAME}?)\s*(?:\([^()]*\)\s*)?(?:\btại|\()\s*(?:các\s+)?$",
    re.IGNORECASE,
)
_AT = re.compile(r"(?:tại|\()\s*(?:các\s+)?$", re.IGNORECASE)
"""How it ends."""
_NEAR = 12
_ISSUED = re.compile(
    rf"(?<!\w)(?P<issuer>(?-i:(?=[A-ZĐỦ])){_NAME}?)\s+đã\s+(?:ban\s+hành|ký)\s+(?:các\s+)?$", re.IGNORECASE
)
_FARTHEST = 200
"""Characters before a mention in which the name is looked for."""
_CENTRAL: dict[str, str] = _WORDS["central"]
_COUNCIL = re.compile(r"[ủu][ỷyỳ]\s+ban\s+nhân\s+dân(?:\s*\(UBND\))?", re.IGNORECASE)
_BRACKETED = re.compile(rf"\s*{_SHORT_FORM}$")


def usual(name: str | None) -> str | None:
    """``name`` in its usual short spelling, None for None.

    >>> usual("Ủy ban nhân dân tỉnh"), usual("TTg"), usual("Bộ Giáo dục và Đào tạo (GDĐT)")
    ('UBND tỉnh', 'Thủ tướng Chính phủ', 'Bộ Giáo dục và Đào tạo')
    """
    if not name:
        return None
    short = _BRACKETED.sub("", _COUNCIL.sub("UBND", normal(name)).strip(" ,"))
    return _CENTRAL.get(plain(short), short)


def in_label(label: str) -> str | None:
    """The name inside the ``label`` of a number: "Nghị quyết của Chính phủ số"."""
    return _named(_IN_LABEL, label)


def before(text: str, start: int) -> str | None:
    """Whose wish or word the mention at ``start`` of ``text`` holds: "theo đề nghị của Sở Y tế tại"."""
    ahead = text[max(0, start - _FARTHEST) : start]
    asked = _named(_BEFORE, ahead) if _AT.search(ahead[-_NEAR:]) else None
    return asked or (_named(_ISSUED, ahead) if "đã" in ahead.lower() else None)


def of_list(text: str, start: int) -> str | None:
    """The name before the list that begins at ``start`` of ``text``: "các Nghị định của Chính phủ:"."""
    ahead = text[max(0, start - _FARTHEST) : start].rstrip()
    return _named(_LIST, ahead) if ahead.endswith(":") else None


def _named(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return usual(found["issuer"]) if found else None
