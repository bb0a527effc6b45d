"""The roles of the documents that a recital names: "Căn cứ …; …", "Thực hiện …", "Theo đề nghị …".

Only what is named directly has the role of its opening word; a document named inside the title of another
one ("Quyết định … về ban hành Chương trình thực hiện Nghị quyết …") is cited.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.grammar import lists
from loaders.grammar.mention import Mention
from loaders.grammar.text import plain

__all__ = ["Recital"]

_VERBS = (
    r"(?:(?:để|nhằm|tiếp\s+tục|đồng\s+thời)\s+){0,2}(?:tổ\s+chức\s+)?"
    r"(?:triển\s+khai(?:,?\s+(?:thực\s+hiện|thi\s+hành))?|thực\s+hiện|thi\s+hành)"
)
_WORDS = rf"[\W_]*(?:(?P<implements>{_VERBS})|(?P<basis>căn\s+cứ)|(?P<cited>theo|xét))\b"
_FIRST = re.compile(_WORDS)
_OPENER = re.compile(rf"(?:[;.,:\n]\s*|\s-\s*){_WORDS}")
_QUALIFIER = lists.any_of(lists.words("instruments")["qualifiers"])
_OWN_TITLE = re.compile(
    r"(?:ban\s+hành|xây\s+dựng)\s+(?:kế\s+hoạch|chương\s+trình|đề\s+án|phương\s+án)"
    rf"(?:\s+{_QUALIFIER})?(?:\s+của\s+[^,;.]{{3,40}}?)?(?:\s+về(?:\s+việc)?)?\s+(?:tổ\s+chức\s+)?(?:triển\s+khai\s+)?(?:thực\s+hiện|thi\s+hành)\s*$"
)
_DID_ISSUE = re.compile(r"\bđã\s+(?:ban\s+hành|phê\s+duyệt|ký)\s+(?:các\s+)?$")
_WE_ISSUE = re.compile(r"[,)]\s*(?:[ủu][ỷyỳ]\s+ban|ubnd|sở|bộ|phòng)\s[^,;:()]{0,60}$")
"""The one that issues the plan, before what it does."""
_ITEM_ENDS = re.compile(r"[;:\n]|\.\s")
_JOINED = re.compile(r"\s*(?:[,;]|và|,\s*và|cùng)\s*(?:các\s+)?")
_IN_LIST = re.compile(r"(?:,|\bvà)\s*(?:các\s+)?$")
_SHORTENED = re.compile(
    r"\((?:sau\s+đây\s+)?(?:được\s+)?(?:viết|gọi)\s+(?:tắt\s+)?là[^()]*\)\s*(?:,|và|,\s*và)\s*(?:các\s+)?$"
)
"""A title ends where its short name is told: "… (sau đây gọi tắt là Đề án 06) và Kế hoạch số …"."""
_ENDED = re.compile(r"[;.:!]\W*$")
_FEW_WORDS = 3
_ARTICLES = re.compile(r"(?:(?:điểm|khoản|điều|mục|chương|phần)\s+[\w.]{1,5},?\s+)+")
_TITLES = re.compile(r"(?:ban\s+hành|phê\s+duyệt)\s+$")


class Recital:
    """A recital, read paragraph by paragraph; ``role`` holds until a word opens another."""

    def __init__(self, role: str = "cited") -> None:
        self._role = role
        self._top = False
        self._named = self._opened = self._commas = False
        self._pending = "\n"

    def roles(self, text: str, mentions: Sequence[Mention]) -> list[str]:
        """The role of each of the ``mentions`` of the paragraph ``text``, which follows the last one."""
        words = plain(text)
        out: list[str] = []
        end, parted = 0, False
        for mention in mentions:
            between = text[end : mention.start].lstrip(" *_-")
            opened = "\n" if between[:1].isupper() and _FIRST.match(plain(between)) else ""
            gap = self._pending + opened + words[end : mention.start]
            self._pending, end = "", max(end, mention.end)
            out.append(self._next(gap, parted=parted and bool(mention.number)))
            parted = _ends_title(text, mention, gap)
        ended = "\n" if _ENDED.search(words) else " "
        self._pending += words[end:] + ended
        return out

    def _next(self, gap: str, *, parted: bool = False) -> str:
        """The role of the mention that stands after ``gap``.

        ``parted`` when what "và" joins are of different kinds: a law or a scheme that a title ends with, and
        another document of the list ("… của Luật Hộ tịch và Quyết định số …"); so do commas in one.
        """
        opened = None
        for opened in _OPENER.finditer(gap):
            self._role, self._named, self._commas = opened.lastgroup or "cited", False, False
        *before, inside = _ITEM_ENDS.split(gap)
        fresh = bool(before) or opened is not None or not self._named
        self._named = True
        own = _OWN_TITLE.search(gap)
        if own and (fresh or _WE_ISSUE.search(gap, 0, own.start())):
            self._role = "implements"
            self._top = True
        elif _DID_ISSUE.search(gap):
            self._top = False
        elif fresh:
            self._opened = self._top = (
                opened is not None or len(_ARTICLES.sub("", inside).split()) <= _FEW_WORDS
            )
        elif parted and self._opened and (gap.strip() == "và" or (self._commas and gap.strip() == ",")):
            self._top = True
        elif _SHORTENED.search(gap):
            self._top = self._opened
        elif _JOINED.fullmatch(gap):
            self._commas = self._commas or (self._top and "," in gap)
        else:
            self._top = bool(_IN_LIST.search(gap)) and (self._top or gap.rstrip().endswith(","))
        return self._role if self._top else "cited"


def _ends_title(text: str, mention: Mention, gap: str) -> bool:
    """Whether a title ends with ``mention``: a law by its title, a scheme in quotes that is approved."""
    if mention.number is not None:
        return False
    quoted = text[mention.end - 1 : mention.end] in {"”", '"'} and _TITLES.search(gap)
    return bool(quoted) or mention.kind in {"Luật", "Bộ luật", "Pháp lệnh"}
