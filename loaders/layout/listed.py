"""Agencies printed one below another in a cell: where the end of a line parts them.

Office files break lines by hand; in crawled pages most lines are broken by the width of the page, so more
must speak for it there.
"""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.layout.columns import Role
from loaders.layout.cues import hangs, hints
from loaders.layout.model import Line, Passage

__all__ = ["end_parted", "listed", "parts_agencies"]

_OPEN_END = re.compile(
    r"(?:[,;:/(&+-]|\b(?:và|của|các|thuộc|với|phòng|sở|ban|ngành|văn|chánh))\s*$", re.IGNORECASE
)
_LEVEL_END = re.compile(r"\b(?:tỉnh|huyện|xã|phường|quận|thành phố)$")
_HELD = re.compile(
    r"\b(?:thường trực|thành viên|giám đốc|lãnh đạo|thủ trưởng|chủ tịch|đại diện|chi nhánh|công ty"
    r"|ban chỉ huy|liên minh|liên hiệp|liên đoàn|hiệp hội|ngân hàng|bảo hiểm)$",
    re.IGNORECASE,
)
"""After these the name of a body goes on."""
_OF_PARTY = re.compile(r"(?:tỉnh|thành|huyện|đảng) [ủu][ỷyỳ]", re.IGNORECASE)
_SHORTEST = 3


def parts_agencies(before: str, after: str) -> bool:
    """Whether a line's end parts two agencies: ``after`` begins one and ``before`` leaves nothing open."""
    opened = before.count("(") > before.count(")")
    return _begins(after) and len(before.split()) > 1 and not opened and not _OPEN_END.search(before)


def end_parted(line: Line) -> Line:
    """``line`` with the semicolon that its end stands for."""
    return line._replace(text=line.text.rstrip() + ";")


def listed(passage: Passage) -> Passage:
    """A cell of agencies of a crawled page, with semicolons where only its lines part them.

    A line parts where it ends with the level of a body ("Công an xã"), or where each line of the cell begins
    a body and none is left open.
    """
    lines = passage.lines
    texts = [line.text.strip() for line in lines]
    pairs = list(pairwise(texts))
    each = all(map(_begins, texts)) and all(_whole(before, after) for before, after in pairs)
    parted = [parts_agencies(a, b) and (each or _ends_level(a, b)) for a, b in pairs]
    if not any(parted):
        return passage
    return Passage.of(
        end_parted(line) if ends else line for line, ends in zip(lines, [*parted, False], strict=True)
    )


def _begins(text: str) -> bool:
    return text.lstrip()[:1].isupper() and Role.LEAD in hints(text)


def _ends_level(before: str, after: str) -> bool:
    """Whether ``before`` ends with its level, and ``after`` is no name of it ("xã / Trường Sơn")."""
    return bool(_LEVEL_END.search(before)) and any(word[0].islower() for word in re.findall(r"\w+", after))


def _whole(before: str, after: str) -> bool:
    """Whether ``before`` names a body to its end, and the body is not one of the party's in ``after``."""
    last = re.split(r"[,;]", before)[-1]
    ends = len(last.split()) >= _SHORTEST and not hangs(before, after) and not _HELD.search(before)
    return ends and not _OF_PARTY.match(after)
