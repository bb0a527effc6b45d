"""What a mention says its document is about: "… của Chính phủ về ban hành Chương trình …;"."""

from __future__ import annotations

import re

__all__ = ["title_after"]

_OPENS = re.compile(
    r"\s*,?\s*(?:về(?:\s+việc)?\s+|(?=(?:ban\s+hành|phê\s+duyệt|quy\s+định|sửa\s+đổi|hướng\s+dẫn|đẩy\s+mạnh)\s))",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[;:]|\.(?=\s|$)|,\s+(?=[A-ZĐỦ][^,;.]{0,60}\s(?:ban\s+hành|xây\s+dựng)\b)")
_ASIDE = re.compile(r"\s*\((?:sau\s+đây|viết\s+tắt|gọi\s+tắt)[^)]*\)")
_FEWEST = 3
"""Words of the shortest title."""
_LONGEST = 300
"""Characters of a title; a longer run of words is no title."""


def title_after(text: str, end: int) -> str | None:
    """The title that ``text`` gives right after a mention that ends at ``end``; None where it gives none.

    >>> title_after("Nghị định số 24/2014/NĐ-CP quy định tổ chức các cơ quan; Căn cứ", 26)
    'quy định tổ chức các cơ quan'
    """
    opened = _OPENS.match(text, end)
    if opened is None:
        return None
    closed = _ENDS.search(text, opened.end(), opened.end() + _LONGEST + 1)
    last = closed.start() if closed else len(text)
    title = _ASIDE.sub("", text[opened.end() : last]).strip(" ,")
    return title if len(title.split()) >= _FEWEST and len(title) <= _LONGEST else None
