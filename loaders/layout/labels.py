"""Labels of rows: "I", "2.", "3.2.1", "Hoạt động 1:", "2.1. Nhiệm vụ 1:"."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.layout.columns import Role
from loaders.remembered import remembered

__all__ = ["Label", "awaits_count", "find_labels", "is_number", "read_label"]

_WORDS = {"mục tiêu": Role.TARGET, "chỉ tiêu": Role.TARGET, "nhiệm vụ": Role.TASK, "hoạt động": Role.ACTIVITY}
_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,4}"
_DEEP = r"\d{1,3}(?:\.\d{1,3}){1,4}"
_WORDED = r"(?P<word>mục\s+tiêu|chỉ\s+tiêu|nhiệm\s+vụ|hoạt\s+động)\s+(?P<count>\d{1,3})\s*[:.]"
_LABEL = re.compile(
    rf"""\s*(?:
        (?:(?P<number>{_NUMBER}(?:\.\s\d{{1,3}}(?=\.\s*[^\W\d]))?)\s*[.:)]*\s*)?{_WORDED}
      | (?P<plain>{_NUMBER})(?:\s*[.:)]+(?![\d%])|[/-](?=\s+[^\W\d_]))
      | (?P<deep>{_DEEP})\s+(?=[^\W\d])
      | (?P<only>{_NUMBER})\s*[.)-]?\s*$
      | (?P<roman>[IVXL]{{1,6}})(?:\s*[.)]\s*|/\s+|-(?:\s+(?![IVX])|$)|\s+|$)
      | (?P<part>[A-HĐ]\s*[.)]?\s*$|[A-G]\.\s+(?=[^\W\d_]+\s))
      | (?P<letter>[a-zđA-Z])\)\s+
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")
"""An amount: "1.500 lượt người"."""
_AWAITS = re.compile(r"(?:mục\s+tiêu|chỉ\s+tiêu|nhiệm\s+vụ|hoạt\s+động)\s*$", re.IGNORECASE)
_LAST_WORDS = tuple(sorted({word.split()[-1] for word in _WORDS}))
_INNER = re.compile(rf"(?:(?<=[.;:…?!\s])|^)(?:{_NUMBER}\s*[.:)]\s*)?{_WORDED}\s*", re.IGNORECASE)
_COUNTED = re.compile(r"[0-9](?<=[ụugUỤG]\s.)\d{0,2}\s*[:.]")
"""The end of a worded label; sooner looked for than the whole."""
_SEVERAL = 2


_BULLET = re.compile(r"\s*(?:[-–+•*]|[a-wyzđ])\s*")
"""What numbers a row below a numbered one; an "x" alone is a mark."""


class Label(NamedTuple):
    """A label at the start of a text.

    ``text`` is what names the row ("2.1" of "2.1. Nhiệm vụ 1:", "1" of "Hoạt động 1:"), ``word``
    the level it names, ``end`` where the text proper begins.
    """

    text: str
    end: int
    number: tuple[int, ...] = ()
    word: Role | None = None
    roman: bool = False


_BEGINNINGS = frozenset(word[:2] for word in _WORDS) | {a + b for a in "ivxl" for b in "ivxl"}
"""What a label of more than one letter begins with, in small letters."""


@remembered
def read_label(text: str) -> Label | None:
    """The label at the start of ``text``, or None."""
    first = text[:2]
    if first.isalpha() and len(first) > 1 and first.lower() not in _BEGINNINGS:
        return None
    match = _LABEL.match(text)
    if match is None:
        return None
    kind = match.lastgroup or ""
    printed, end = match[kind], match.end()
    if kind in _NUMBERS:
        return _numbered(text, match)
    if kind == "count":
        number = "".join((match["number"] or "").split())
        word = _WORDS[" ".join(match["word"].lower().split())]
        return Label(number or printed, end, _parts(number) if number else (), word)
    return Label(printed, end) if kind == "letter" else _section(text, match)


_NUMBERS = frozenset({"plain", "deep", "only"})


def _parts(number: str) -> tuple[int, ...]:
    return tuple(map(int, number.split(".")))


def _numbered(text: str, match: re.Match[str]) -> Label | None:
    """A label that is a number, and no amount."""
    number, end = match[match.lastgroup or ""], match.end()
    if match.lastgroup != "plain" and _GROUPED.fullmatch(number):
        return None
    return None if text.startswith(("%", "triệu", "tỷ"), end) else Label(number, end, _parts(number))


def _section(text: str, match: re.Match[str]) -> Label | None:
    """A Roman number or a capital that heads a section."""
    roman, end = match["roman"], match.end()
    printed = roman or match["part"][:1]
    if printed.islower():
        return Label(printed, end) if ")" in match[0] else None
    titled = roman or not text[end : end + 1].islower()
    return Label(printed, end, roman=True) if printed.isupper() and titled else None


def is_number(text: str) -> bool:
    """Whether ``text`` only numbers its row: a label alone, or the bullet of a row below a numbered one."""
    label = read_label(text)
    return _BULLET.fullmatch(text) is not None if label is None else label.end >= len(text)


def find_labels(text: str) -> list[int]:
    """The offsets in ``text`` where worded labels ("Hoạt động 2:") begin; inside a text only capital ones.

    None where there is one at most, which need not be told apart.
    """
    if len(_COUNTED.findall(text)) < _SEVERAL:
        return []
    found = (match.start() for match in _INNER.finditer(text))
    return [start for start in found if start == 0 or not text[start].islower()]


def awaits_count(text: str) -> bool:
    """Whether ``text`` ends in the word of a label whose number is still to come ("3.10. Hoạt động")."""
    return bool(text.rstrip().lower().endswith(_LAST_WORDS) and _AWAITS.search(text))
