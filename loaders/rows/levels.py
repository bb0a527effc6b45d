"""How deep a paragraph of a plan stands: its number, its bullet, or its looks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.layout.columns import Role
from loaders.layout.labels import Label, read_label
from loaders.layout.model import Paragraph
from loaders.remembered import remembered

__all__ = [
    "BOLD",
    "BULLET",
    "BULLETS",
    "CHAPTER",
    "LETTER",
    "NUMBER",
    "PART",
    "TEXT",
    "bullet_level",
    "label_of",
    "level_of",
]

PART, CHAPTER, _UNDER, _WORD, NUMBER, _LOW_WORD, LETTER, _BRACKETED = -10, 0, 10, 20, 30, 80, 90, 100
"""Levels of headings: "PHẦN I", "II.", "A." below it, "Nhiệm vụ 1:", "2." (each part of "2.1.3" ten deeper),
"Nhiệm vụ 1:" below numbers, "a)", "(1)"."""
TEXT, BULLETS = 190, 200
"""Levels of text without a number, and of bullets."""
BOLD = 5
"""How far below the heading above it one in bold without a number stands."""
_PARTS = frozenset("ABCDĐEGH")
BULLET = re.compile(r"\s*([-+•*–→])\s*")
_SIGNS = tuple("-+•*–→")
_BULLET_LEVELS = {"*": 195, "-": BULLETS, "–": BULLETS, "→": BULLETS, "•": 205, "+": 210}
_NAMED_PART = re.compile(
    r"\s*((?P<named>(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:(?:THỨ|thứ)\s+\w+|[IVX]+|\d+))|[A-EĐ](?=\s*[./]))"
    r"\s*[.:/–-]?\s+(?=(?P<title>\w+))"
)
_ITEM = re.compile(r"\s*(?:\((\d{1,2})\)|([a-zđ])\s?[./](?=\s+[^\W\d_]))\s+")
_DASHED = re.compile(r"\s*([IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3})\s?(?:[-–:]|\.\s?[-–])\s*(?=[^\W\d_])")
_WORDED = re.compile(
    r"\s*(?:giải\s+pháp|nội\s+dung|nhóm(?:\s+nhiệm\s+vụ)?|công\s+việc|(?:tiểu\s+)?dự\s+án|hợp\s+phần|chuyên\s+đề|bước|giai\s+đoạn|đợt)"
    r"\s+(?:số\s+)?(\d{1,2})\s*[:.]\s+",
    re.IGNORECASE,
)
_LONGEST_HEADING = 200


@remembered
def label_of(text: str) -> Label | None:
    """The label that ``text`` begins with, also one that tables do not have: "B. NHIỆM VỤ", "II- ", "a."."""
    if text.startswith(_SIGNS):
        return None
    part = _NAMED_PART.match(text)
    if part and (
        part["title"][0].isupper() if part["named"] else part["title"].isupper() and part["title"][1:]
    ):
        return Label(part[1], part.end())
    worded = _WORDED.match(text)
    if worded:
        return Label(worded[1], worded.end(), word=Role.TASK)
    dashed = _DASHED.match(text)
    if dashed and text[dashed.end()].isupper():
        number = tuple(map(int, dashed[1].split("."))) if dashed[1][0].isdecimal() else ()
        return Label(dashed[1], dashed.end(), number, roman=not number)
    item = _ITEM.match(text)
    if item:
        return Label(item[1] or item[2], item.end())
    label = read_label(text)
    return label if label and label.end < len(text) else None


def level_of(paragraph: Paragraph, label: Label | None, above: Sequence[tuple[int, Label | None]]) -> int:
    """How deep ``paragraph`` stands below the headings ``above`` it; a smaller level is a higher one.

    Arguments: its own label; level and label of each open heading and bullet, from the outermost on.
    """
    if label:
        return _of_label(label, above)
    bullet = bullet_level(paragraph.text)
    if bullet or len(paragraph.text) > _LONGEST_HEADING or not any(other for _, other in above):
        return bullet or TEXT
    if paragraph.text.isupper() and " " in paragraph.text:
        return CHAPTER
    if paragraph.emphasised or paragraph.heading:
        same = (level for level, other in above if other is None and level < TEXT and level % 10)
        return next(same, max([CHAPTER, *(level for level, _ in above if level < TEXT)]) + BOLD)
    return TEXT


def bullet_level(text: str) -> int | None:
    """How deep the bullet that opens ``text`` stands, None without one."""
    bullet = BULLET.match(text)
    return _BULLET_LEVELS[bullet[1]] if bullet else None


def _of_label(label: Label, above: Sequence[tuple[int, Label | None]]) -> int:
    """The level of ``label``: "Nhiệm vụ 1:" stands over numbers where it comes first, else under them."""
    chapter = next((other for level, other in above if level == CHAPTER), None)
    if label.text in _PARTS and chapter and chapter.text not in _PARTS and above[0][0] >= CHAPTER:
        return _UNDER
    if label.roman:
        return CHAPTER
    if label.text.isupper() or label.text.startswith(("Phần", "Chương")):
        return PART
    if label.number:
        return NUMBER + 10 * (len(label.number) - 1)
    if label.word:
        same = (level for level, other in above if other and other.word)
        return next(same, _LOW_WORD if any(NUMBER <= level < TEXT for level, _ in above) else _WORD)
    return _BRACKETED if label.text.isdecimal() else LETTER
