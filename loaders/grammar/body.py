"""The parts of a document: page frame of a portal, preamble, body, signature, annex, footnotes.

The preamble goes from the letterhead to the end of the recital (over both where a decision issues the
plan), the body from the first chapter, the annex from its heading. Which block belongs to which part is
all that is said here; what the parts say is read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from loaders.grammar import lists, signer
from loaders.grammar.footnote import Footnotes
from loaders.grammar.text import plain
from loaders.layout.columns import tells_work
from loaders.layout.model import Layout, Paragraph, Passage, Table
from loaders.spaces import single_spaced

__all__ = ["OPENING", "Part", "Parts", "parts"]

Part = Literal["frame", "preamble", "body", "signature", "annex", "footnote"]

_WORDS = lists.words("frame")


def _begins(options: list[str]) -> re.Pattern[str]:
    return re.compile(r"[\W_]*" + lists.any_of(map(plain, options)))


_PORTAL = _begins(_WORDS["portal"])
_LISTED_BY_PORTAL = re.compile(
    r"-?\s*\d{1,3}(?=[A-ZĐ][a-zà-ỹđ])|[A-ZĐ][a-zà-ỹđ]+(?: [a-zà-ỹđ]+)? \d+/[^\s/]+ (?:năm \d{4} |.*ban hành$)"
)
"""A document as portals name it below another: "2Quyết định 749/QĐ-TTg năm 2020 …", "… do Bộ A ban hành"."""
_ANNEX = re.compile(r"[\W_]*" + lists.any_of(_WORDS["annex"]) + r"(?:\s+(?:số\s+)?(?:[ivx]+|\d+)\b|\W|$)")
_ANNEX_ALONE = re.compile(r"\W*phụ (?:lục|biểu)(?: số)?[\s:.]*\w{0,4}(?:[-./]\w{1,3})?\W*")
"""An annex named by its number at most; "Phụ lục đính kèm" is a sentence of the body."""
_ANNEX_CAPTIONED = _begins(_WORDS["annex_with_caption"])
_CAPTION = re.compile(r"[\W_]*(?:(?:ban\s+hành\s+)?kèm|ban\s+hành)\s+theo\s")
_SIGNATURE = _begins(_WORDS["signature"])
_OFFICES = frozenset(_WORDS["offices"])
_OFFICE_OF = re.compile(lists.any_of(_WORDS["offices"]) + r"\W\s*\w")
_LETTERHEAD = re.compile(r"[\W_]*số\s*:|.{0,60}(?<!\w)cộng\s+h[oò][àa]\s+xã\s+hội")
"""The number, or the motto, also beside the name of the body in a text of two columns."""
_TITLE = re.compile(
    r"(?:KẾ HOẠCH|QUYẾT ĐỊNH|CHƯƠNG TRÌNH|NGHỊ QUYẾT|CHỈ THỊ|ĐỀ ÁN|THÔNG BÁO|HƯỚNG DẪN|THÔNG TRI|PHƯƠNG ÁN)\b"
)
_BODY = re.compile(r"\W*(?:[uủ][ỷyỳ]\s+ban|ubnd|hđnd|hội\s+đồng|sở|bộ|ban|văn\s+phòng|phòng|cục|chi\s+cục)\b")
OPENING = 60
"""Characters in which a paragraph says what it is."""
_SHORT_NAME = 60
"""Characters of a body's name on a line of a letterhead, or of an office on one of a signature."""
_LEAD_IN = re.compile(r"như\s+sau\s*[:.]?\s*$")
_HOLDS = re.compile(r"\W*Điều\s+1\b.*\ssau(?:\s+đây)?\s*:\s*$", re.DOTALL)
"""The article of a decision that the plan stands below: "Điều 1. Phê duyệt Kế hoạch với nội dung sau:"."""
_FIRST_CHAPTER = (
    re.compile(
        r"\W*(?:I\s*[.:)/-]|I\s+[^\W\d_]|A\s*[.:)/]\s|PHẦN\s+(?:THỨ\s+NHẤT|MỘT|I)\b|Phần\s+(?:thứ\s+nhất|I)\b|CHƯƠNG\s+I\b)"
    ),
    re.compile(r"\W*1\s*[.)/]\s"),
    re.compile(r"\W*Điều\s+1\b"),
)
_NEXT_CHAPTER = re.compile(r"\W*(?:II|III|IV)\s*[.)/]\s+[^\W\d_]")
"""The first chapter of a text that lost its first one."""
_LONGEST_HEADING = 160
"""Characters of a heading or of a line of a signature."""
_SIGNED = ("nơi nhận", "tm.")
"""How what stands below a plan opens."""
_SEEN = 2 * _LONGEST_HEADING
"""Characters of a block that are looked at: how it begins, and that it is long."""


@dataclass(frozen=True)
class Parts:
    """The part of every block of a layout."""

    layout: Layout
    marks: tuple[Part, ...]
    notes: Footnotes
    """The footnotes of the whole layout."""

    def of(self, index: int) -> Part:
        """The part of block ``index``."""
        return self.marks[index]

    def blocks(self, *wanted: Part) -> Iterator[tuple[int, Paragraph | Table]]:
        """The blocks of the ``wanted`` parts, with their index, in reading order."""
        for index, block in enumerate(self.layout.blocks):
            if self.marks[index] in wanted:
                yield index, block

    def paragraphs(self, *wanted: Part) -> Iterator[tuple[int, Paragraph]]:
        """The paragraphs of the ``wanted`` parts, with their index."""
        for index, block in self.blocks(*wanted):
            if isinstance(block, Paragraph):
                yield index, block

    def passages(self, *wanted: Part) -> Iterator[Passage]:
        """What the ``wanted`` parts print; cell by cell where a letterhead is set as a table."""
        for _, block in self.blocks(*wanted):
            yield from block.passages


def parts(layout: Layout) -> Parts:
    """Which block of ``layout`` belongs to which part."""
    texts = [block.text[:_SEEN] if isinstance(block, Paragraph) else "" for block in layout.blocks]
    tables = [i for i, block in enumerate(layout.blocks) if isinstance(block, Table)]
    first = _frame_end(texts[: tables[0]] if tables else texts)
    annex = _annex_start(texts, tables, first)
    last = _frame_start(texts, tables, first)
    working = (i for i, b in enumerate(layout.blocks) if isinstance(b, Table) and tells_work(b.titles))
    plan = next(working, len(texts))
    chapter = min(_first_chapter(layout, texts, first, min(annex, last)), plan)
    signed = _signatures(texts, first, min(annex, last))
    if not signed and tables and annex < tables[-1]:  # the annex goes before the signature
        signed = _signatures(texts, tables[-1] + 1, last)
    notes = Footnotes.of(layout)
    marks: list[Part] = []
    for i, block in enumerate(layout.blocks):
        if i >= first and isinstance(block, Paragraph) and notes.begun(block):
            marks.append("footnote")
        elif i < first or i >= last:
            marks.append("frame")
        elif i in signed:
            marks.append("signature")
        elif i >= annex:
            marks.append("annex")
        else:
            marks.append("preamble" if i < chapter else "body")
    return Parts(layout, tuple(marks), notes)


def _frame_end(texts: list[str]) -> int:
    """Index of the first block after a portal's page frame, 0 where there is none."""
    head = next(
        (
            i
            for i, text in enumerate(texts)
            if _LETTERHEAD.match(plain(text)) and not _PORTAL.match(plain(text))
        ),
        0,
    )
    framed = [i for i, text in enumerate(texts[:head]) if _PORTAL.match(plain(text))]
    start = head
    while start - 1 > max(framed, default=-1) and _heads_letter(texts[start - 1]):
        start -= 1
    return start if framed or not any(map(_opens, texts[:start])) else 0


def _opens(text: str) -> bool:
    """Whether ``text`` is a title, a recital or a chapter: what follows it is no page frame's end."""
    recital = _TITLE.match(text) or plain(text).lstrip(" -*_").startswith("căn cứ")
    return bool(recital) or any(pattern.match(text) for pattern in _FIRST_CHAPTER)


def _heads_letter(text: str) -> bool:
    """Whether ``text`` may stand in a letterhead above its motto: capitals, or the name of a body."""
    return _is_capitals(text) or (len(text) < _SHORT_NAME and bool(_BODY.match(plain(text))))


def _is_capitals(text: str) -> bool:
    return len(text) < _LONGEST_HEADING and not any(map(str.islower, text))


def _annex_start(texts: list[str], tables: list[int], first: int) -> int:
    """Index of the heading of the first annex, or the number of blocks."""
    for i in range(first, len(texts)):
        if not texts[i] or len(texts[i]) > _LONGEST_HEADING or texts[i].startswith("("):
            continue
        text = plain(texts[i])
        named = _ANNEX.match(text)
        if not named and not (_ANNEX_CAPTIONED.match(text) and _is_capitals(texts[i])):
            continue
        near = range(i + 1, min(i + 5, len(texts)))
        captioned = any(_CAPTION.match(plain(texts[j])) for j in near)
        leads_to_table = any(j in tables for j in near)
        if (named and (captioned or leads_to_table or _ANNEX_ALONE.fullmatch(text))) or (
            captioned and leads_to_table
        ):
            return i
    return len(texts)


def _frame_start(texts: list[str], tables: list[int], first: int) -> int:
    """Index of the first block of the page frame after the document, or the number of blocks."""
    signed = [i for i in range(first, len(texts)) if plain(texts[i][:OPENING]).startswith(_SIGNED)]
    opened = (i for i in range(first, len(texts)) if _FIRST_CHAPTER[0].match(texts[i]))
    end = max([*tables, *signed, next(opened, first)])
    mark = next((i for i in range(end + 1, len(texts)) if _PORTAL.match(plain(texts[i]))), None)
    if mark is None:
        return len(texts)
    while _LISTED_BY_PORTAL.match(texts[mark - 1]):
        mark -= 1
    after = end + 1 if end in tables else max(_signatures(texts, first, mark), default=mark) + 1
    return after if after < mark and not any(map(_opens, texts[after:mark])) else mark


def _first_chapter(layout: Layout, texts: list[str], first: int, annex: int) -> int:
    """Index of the plan's first chapter, after the last title: a decision's articles stay before it."""
    titles = [i for i in range(first, annex) if _TITLE.match(texts[i])]
    start = titles[-1] + 1 if titles else first
    for pattern in _FIRST_CHAPTER:
        found = next((i for i in range(start, annex) if pattern.match(texts[i])), None)
        if found is not None:
            held = (i + 1 for i in range(start, found) if _HOLDS.match(_told(layout.blocks[i])))
            lost = (i for i in range(start, found) if _NEXT_CHAPTER.match(texts[i]))
            return min(next(held, found), next(lost, found))
    recital = (i for i in range(start, annex) if _LEAD_IN.search(_told(layout.blocks[i])))
    return next(recital, annex - 1) + 1


def _told(block: Paragraph | Table) -> str:
    return block.text if isinstance(block, Paragraph) else ""


def _signatures(texts: list[str], first: int, annex: int) -> set[int]:
    """Blocks of signatures: from "Nơi nhận" or an office in capitals over the short lines that follow."""
    signed: set[int] = set()
    inside = False
    for i in range(first, annex):
        text = texts[i]
        if _SIGNATURE.match(plain(text[:OPENING])) or _is_office(text, texts[i + 1 : i + 3]):
            inside = len(text) < _SEEN
        elif inside and (
            len(text) > _LONGEST_HEADING
            or _TITLE.match(text)
            or _LETTERHEAD.match(plain(text))
            or _ISSUER.match(text)
        ):
            inside = False
        if inside and _CAPTION.match(plain(text).lstrip(" (*_")):
            inside = False
            signed -= set(_title_above(texts, i))
        if inside:
            signed.add(i)
    return signed


def _is_office(text: str, below: list[str]) -> bool:
    """Whether ``text`` is an office; with the body it belongs to ("GIÁM ĐỐC SỞ Y TẾ") over a name only."""
    if len(text) <= _SHORT_NAME and single_spaced(text).strip(" .") in _OFFICES:
        return True
    return _is_capitals(text) and bool(_OFFICE_OF.match(text)) and bool(signer.of_lines(below)[0])


def _title_above(texts: list[str], caption: int) -> Iterator[int]:
    """The lines in capitals above a caption: a title, that no signature holds."""
    for i in range(caption - 1, -1, -1):
        if not texts[i].isupper() or texts[i].strip(" .") in _OFFICES or _SIGNATURE.match(plain(texts[i])):
            return
        yield i


_ISSUER = re.compile(r"(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|SỞ|BỘ|HỘI ĐỒNG NHÂN DÂN|HĐND)\b")
