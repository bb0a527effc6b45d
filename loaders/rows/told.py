"""Who does a duty and until when, told as a sentence behind it or in brackets.

"… (Sở A chủ trì, phối hợp với Sở B thực hiện; hoàn thành trong quý II/2026)", "… Giao Sở A chủ trì, phối hợp
với Sở B thực hiện." A sentence that also says what is to be done is no such one: it is the duty itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.grammar import agency, assignment
from loaders.grammar.text import plain
from loaders.layout.columns import Role
from loaders.layout.model import Passage

__all__ = ["roles_told"]

_ASKED = r"(?:(?:giao|phân\s+công|đề\s+nghị|yêu\s+cầu|do)\s+(?:cho\s+)?)?"
_NAMES = r"[^.:()]{3,300}?"
_OFFICE = r"(?:cơ\s+quan|đơn\s+vị|đầu\s+mối)"
_CARRIED = r"(?:triển\s+khai|thực\s+hiện)(?:\s+thực\s+hiện)?"
_DONE = rf"(?:\s+(?:để\s+|cùng\s+)?(?:tổ\s+chức\s+)?(?:tham\s+mưu\s+)?{_CARRIED})?"
_NO_AGENCY = r"(?![^\d]*\b(?:sở|phòng|ban|ubnd|báo\s+cáo)\b)"
_BY = (
    r"(?:(?:cần\s+)?hoàn\s+thành|thực\s+hiện|triển\s+khai|xong|trong|trước|chậm\s+nhất|từ|đến|vào|quý|tháng|năm"
    r"|giai\s+đoạn|thường\s+xuyên|định\s+kỳ|hằng|hàng)\b"
)
_TIME = r"thời\s+(?:gian|hạn)(?:\s+(?:thực\s+hiện|hoàn\s+thành))?\s*:?\s*"
_WHEN = (
    rf"(?:\s*[,;.]?\s*(?:{_TIME}(?P<span>[^:()]{{3,80}}?)|(?P<time>{_BY}{_NO_AGENCY}[^:()]{{0,80}}?)))?\W*"
)
_WITH = r"(?:\s+chặt\s+chẽ)?(?:\s+(?:cùng\s+với|cùng|với))?\s+"
_COORD = (
    rf"(?:\s*[,;]?\s*(?:và\s+|đồng\s+thời\s+)?phối\s+hợp{_WITH}(?P<with>{_NAMES})"
    rf"|\s*[,;]\s*(?:và\s+)?(?P<beside>{_NAMES})\s+(?:cùng\s+)?phối\s+hợp)?"
)
_LEADS = re.compile(
    rf"\W*{_ASKED}(?P<lead>{_NAMES})(?:\s+là\s+{_OFFICE})?\s+(?:chịu\s+trách\s+nhiệm\s+)?chủ\s+trì"
    rf"(?:\s+thực\s+hiện(?!\s+\w))?{_COORD}{_DONE}{_WHEN}"
)
_NAMED = re.compile(
    rf"\W*{_OFFICE}\s+(?:chủ\s+trì|thực\s+hiện)(?:\s+thực\s+hiện)?(?:\s+là)?\s+(?P<lead>{_NAMES})"
    rf"(?:\s*[,;.]\s*{_OFFICE}\s+phối\s+hợp(?:\s+thực\s+hiện)?(?:\s+là)?\s+(?P<with>{_NAMES}))?{_WHEN}"
)
_CARRIES_OUT = re.compile(
    rf"\W*{_ASKED}(?P<lead>{_NAMES})\s+(?:tổ\s+chức\s+)?(?:thực\s+hiện|triển\s+khai){_WHEN}"
)
_BESIDE_TIME = re.compile(
    rf"\W*(?P<lead>[^.:;()]{{3,150}}?)\s*[;,]\s*(?P<time>{_BY}[^:;()]{{0,60}}|thường\s+xuyên)\W*"
)
"""A body and a time, and nothing else: "(Văn phòng Sở; quý I/2025)"."""
_IN_BRACKETS = (_LEADS, _NAMED, _CARRIES_OUT, _BESIDE_TIME)
_IN_SENTENCES = (_LEADS, _NAMED)
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{6,500})[)\]]\W*$")
_SENTENCE = re.compile(r"(?:^|(?<=[.;!])\s+|(?<=\))\s+)(?=\W*[A-ZĐ])")
_HINTS = ("chủ trì", "quan thực hiện", "vị thực hiện")
"""One of them stands in each sentence that tells roles; brackets may do without."""
_LONGEST = 500
"""Characters that a sentence of roles may have."""
_CERTAIN = re.compile(r"\d|quý\s+[ivx]|thường\s+xuyên|định\s+kỳ|\b(?:hằng|hàng|trong|cả)\s+(?:năm|quý|tháng)")


def roles_told(passage: Passage) -> tuple[int, dict[Role, Passage]] | None:
    """Where the roles told at the end of ``passage`` begin, and what they say; None where none are told."""
    words = plain(passage.text)
    if not any(hint in words for hint in _HINTS) and not words.rstrip(" .;").endswith((")", "]")):
        return None
    for start, first, last, patterns in _stretches(passage.text):
        matches = (pattern.fullmatch(words, first, last) for pattern in patterns)
        cells = next((cells for found in matches if found and (cells := _cells(passage, found))), None)
        if cells:
            return start, cells
    return None


def _stretches(text: str) -> Iterator[tuple[int, int, int, tuple[re.Pattern[str], ...]]]:
    """What may tell roles at the end of ``text``: its last brackets, or its last sentences.

    Each with where the text before it ends, its own begin and end, and how it may tell them.
    """
    bracketed = _BRACKETED.search(text)
    if bracketed:
        yield bracketed.start(), *bracketed.span(1), _IN_BRACKETS
    for sentence in _SENTENCE.finditer(text, max(0, len(text) - _LONGEST)):
        yield sentence.start(), sentence.end(), len(text), _IN_SENTENCES


def _cells(passage: Passage, found: re.Match[str]) -> dict[Role, Passage]:
    """The parts that ``found`` names by role; none where the lead is no agency or more than roles is said."""
    named = found.groupdict()
    spans = {
        Role.LEAD: "lead",
        Role.COORD: "with" if named.get("with") else "beside",
        Role.TIME: "span" if named.get("span") else "time",
    }
    cells = {role: passage.part(*found.span(name)) for role, name in spans.items() if named.get(name)}
    time = cells.get(Role.TIME)
    agencies = [cell.text for role, cell in cells.items() if role is not Role.TIME]
    if not agency.begins(agencies[0]) or any(map(assignment.tells_duty, agencies)):
        return {}
    return {} if time and not _CERTAIN.search(plain(time.text)) else cells
