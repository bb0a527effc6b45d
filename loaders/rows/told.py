"""Who does a duty and until when, told behind it in brackets or as a sentence.

"… (Sở A chủ trì, phối hợp với Sở B thực hiện; hoàn thành trong quý II/2026)", "… Giao Sở A chủ trì, phối hợp
với Sở B thực hiện." A stretch tells roles only if each of its clauses names who or when and nothing is left:
a sentence that also says what is to be done is the duty itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from loaders.grammar.text import plain
from loaders.layout.columns import Role
from loaders.layout.model import Passage
from loaders.rows.clauses import BEGINS_OF_ALL, OF_ALL, Clause, clauses_in
from loaders.rows.levels import label_of

__all__ = ["Told", "carries_out", "led_by", "roles_told"]

_CARRYING_OUT = re.compile(
    r"tổ chức (?:(?:triển khai )?thực hiện|triển khai)(?:(?: kế hoạch|,| và).*)?$"
    r"|^(?:nguồn )?kinh phí|^(?:chế độ|công tác) (?:thông tin,? )?báo cáo"
    r"|^(?:công tác )?(?:thi đua,? )?(?:và )?khen thưởng"
)
_TELLING_WORK = re.compile(r"(?:nội dung|(?<!phân công )nhiệm vụ|công việc)\b.*tổ chức")
"""A chapter of both: "Nội dung và tổ chức thực hiện"."""
_BRACKETED = re.compile(r"[(\[]((?:[^()\[\]]|\([^()]*\)){3,500})(?:[)\]]\W*)?$")
"""Brackets that end a text; also ones that go on with labels behind it."""
_SENTENCE = re.compile(r"[.;:!)]\s+(?=\W*[A-ZĐ])|,\s+(?=do\s+[A-ZĐ]|[A-ZĐ][^.;:]{3,200}\schủ trì)")
_HINTS = ("chủ trì", "đầu mối", "phối hợp với", "trách nhiệm chính", "phụ trách chính")
_OPENING = re.compile(
    r"\W*(?:(?:các |những )?(?:nhiệm vụ|nội dung|công việc|việc)"
    r" (?:này|sau|dưới|nêu|trên|tại|thuộc|của|trong|ở)"
    r"|giao|phân công|đề nghị|yêu cầu|do"
    r"|cơ quan|đơn vị|bộ phận|người|thời gian|thời hạn|hoàn thành)\b"
)
"""A sentence that tells roles holds a hint, or begins so; brackets may do without."""
_LONGEST = 500
"""Characters that a sentence of roles may have."""
_LONGEST_HEADING = 200
_WORK = re.compile(
    r"(?:(?:các|những|nhóm|phần)\s+)*(?:nhiệm\s+vụ|nội\s+dung|công\s+việc|phần\s+việc|hoạt\s+động)\s+(?=(?:do|giao)\s)",
    re.IGNORECASE,
)
"""What a heading may call the work that it gives to somebody."""


class Told(NamedTuple):
    """What the end of a paragraph tells: the text before it, what it says by role, and whether that is sure.

    A body alone in brackets, or a time alone, tells of a duty only where its neighbours end like it.
    ``for_all`` when it says that it tells of all the items below: "Sở A chủ trì thực hiện các nhiệm vụ sau:".
    """

    before: Passage
    cells: dict[Role, Passage]
    certain: bool
    for_all: bool


def carries_out(title: str) -> bool:
    """Whether a chapter called ``title`` is about carrying out, means or reports: no sentence tells roles."""
    words = title.lower().strip(" .:")
    return _CARRYING_OUT.search(words) is not None and not _TELLING_WORK.search(words)


def roles_told(passage: Passage) -> Told | None:
    """What is told at the end of ``passage``, None where nothing is.

    A numbered paragraph that only tells roles is an item of its own and not about the one above.
    """
    words = plain(passage.text)
    label = label_of(passage.text)
    hinted = any(hint in words for hint in _HINTS)
    of_all = OF_ALL.search(words) if hinted else None
    for start, first, last, brackets in _stretches(passage, of_all.start() if of_all else len(words)):
        if not (hinted or brackets or _OPENING.match(words, first)):
            continue
        found = clauses_in(passage.text, first, last, brackets=brackets)
        if found and not (label and start <= label.end):
            cells = {clause.role: passage.part(clause.start, clause.end) for clause in found if clause.role}
            before = passage.part(0, len(passage.text[:start].rstrip(" :,")))
            for_all = bool(not brackets and (of_all or words.endswith(":") or BEGINS_OF_ALL.match(words)))
            return Told(before, cells, _certain(found), for_all)
    return None


def led_by(passage: Passage) -> dict[Role, Passage]:
    """What a heading that names only who leads tells of all below it.

    "1. Công an huyện chủ trì:", "2. Nhóm nhiệm vụ giao Phòng A chủ trì".
    """
    text = passage.text
    if len(text) > _LONGEST_HEADING or "chủ trì" not in plain(text):
        return {}
    label = label_of(text)
    start = label.end if label else 0
    work = _WORK.match(text, start)
    found = clauses_in(text, work.end() if work else start, len(text.rstrip(" :")), brackets=False)
    return {clause.role: passage.part(clause.start, clause.end) for clause in found if clause.role}


def _certain(found: list[Clause]) -> bool:
    roles = {clause.role for clause in found}
    return (
        any(clause.cued for clause in found)
        or {Role.LEAD, Role.TIME} <= roles
        or {Role.LEAD, Role.COORD} <= roles
    )


def _stretches(passage: Passage, end: int) -> Iterator[tuple[int, int, int, bool]]:
    """What may tell roles at the end of ``passage``: its last brackets, or its last sentences to ``end``.

    Each with where the text before it ends, its own begin and end, and whether it stands in brackets.
    """
    text = passage.text
    bracketed = _BRACKETED.search(text) if "(" in text or "[" in text else None
    if bracketed:
        yield bracketed.start(), *bracketed.span(1), True
    first = max(0, len(text) - _LONGEST)
    begins = {found.end() for found in _SENTENCE.finditer(text, first)} | ({0} if first == 0 else set())
    begins |= {start for start in passage.starts if start > first and text[start].isupper()}
    for begin in sorted(begins):
        yield begin, begin, end, False
