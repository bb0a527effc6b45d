"""Duties told as whole sentences: "Giao Sở A chủ trì, phối hợp với Sở B xây dựng đề án, trình trước ngày …".

What is to be done, by whom and until when are one sentence, or some of several, so the text of the duty is
all of the item, and the roles are parts of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.grammar import assignment
from loaders.grammar.text import plain
from loaders.layout.columns import Role
from loaders.layout.model import Passage

__all__ = ["roles_within"]

_SENTENCE = re.compile(r"[;.]\s+")
_WITH = re.compile(
    r"phối\s+hợp(?:\s+chặt\s+chẽ)?\s+(?:cùng\s+với|cùng|với)\s+|(?:chủ\s+trì|đầu\s+mối),?\s+cùng(?:\s+với)?\s+"
    r"|(?:sự\s+(?:tham\s+gia|phối\s+hợp)|tham\s+gia)\s+của\s+"
)
"""What leads to the bodies that help."""
_HELPS = re.compile(r"(?:cùng\s+)?(?:phối\s+hợp|tham\s+gia)\b(?!\s+(?:cùng|với))")
_LEADS = re.compile(
    r"[\s,]*(?:được\s+giao|là\s+(?:cơ\s+quan|đơn\s+vị)|(?:chịu|có)\s+trách\s+nhiệm|làm\s+đầu\s+mối|chủ\s+trì)\b.*$"
)
_FALLS_TO = re.compile(r"trách\s+nhiệm\s+(?:chính\s+)?thuộc\s+về\s+")
_DAY = r"(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?"
_OF_YEAR = r"(?:(?:/|\s+năm\s+)\d{4})?"
_MONTH = rf"(?:ngày\s+\d{{1,2}}\s+)?tháng\s+\d{{1,2}}{_OF_YEAR}"
_MOMENT = rf"(?:{_DAY}|{_MONTH}|quý\s+[ivx]+{_OF_YEAR}|năm\s+\d{{4}})"
_BY = r"(?:trước|chậm\s+nhất(?:\s+(?:là|vào|trước|đến|trong))*|trong|vào|đến(?:\s+(?:hết|cuối))?|hết|từ)"
_TIME = re.compile(
    rf"\b{_BY}\s+{_MOMENT}(?:\s*(?:đến|-)\s*(?:hết\s+)?{_MOMENT})?(?!\s+của\b)"
    r"|trong\s+giai\s+đoạn\s+\d{4}\s*-\s*\d{4}|\bthường\s+xuyên(?=\s*(?:[;.]|$))|\bh[ằà]ng\s+(?:năm|quý|tháng)\b"
)
_FIRST_TIME = re.compile(rf"(?:{_TIME.pattern}),\s+")
_EDGE = " ,;:.-–"


def roles_within(passage: Passage) -> dict[Role, Passage]:
    """Who does, who helps and until when, as ``passage`` tells; nothing where it tells not who does it."""
    text = passage.text
    words = plain(text)
    spans: dict[Role, tuple[int, int]] = {}
    for first, last in _sentences(text):
        for role, span in _bodies(text, words, first, last):
            spans.setdefault(role, span)
    if Role.LEAD not in spans or text.endswith(":"):
        return {}
    times = [found.span() for found in _TIME.finditer(words)]
    if times:
        spans[Role.TIME] = times[-1]
    return {role: passage.part(*span) for role, span in spans.items()}


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    first = 0
    for end in _SENTENCE.finditer(text):
        yield first, end.start()
        first = end.end()
    yield first, len(text)


def _bodies(text: str, words: str, first: int, last: int) -> Iterator[tuple[Role, tuple[int, int]]]:
    """The bodies that the sentence ``text[first:last]`` names, with what they do."""
    timed = _FIRST_TIME.match(words, first, last)
    first = timed.end() if timed else first
    falls = _FALLS_TO.search(words, first, last)
    found = (falls.end(), last) if falls else assignment.subject(text, first, last)
    if found and not assignment.opens_duty(text[found[0] :]):
        begin, duty = found
        role = Role.COORD if _HELPS.match(words, duty) else Role.LEAD
        yield role, _trimmed(text, begin, duty)
    helped = _WITH.search(words, first, last)
    if helped:
        yield Role.COORD, _trimmed(text, helped.end(), assignment.verb_after(text, helped.end(), last))


def _trimmed(text: str, first: int, last: int) -> tuple[int, int]:
    """``text[first:last]`` without the words that say what its bodies do."""
    said = _LEADS.sub("", plain(text[first:last])).rstrip(_EDGE)
    return first, first + len(said)
