"""Letterheads, titles and captions: where a document states its number, kind, title and date.

A file may hold two letters, a decision and the plan it issues, each with lines above its title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.grammar import dates, lists, number
from loaders.grammar.text import capitalised, normal, plain

__all__ = ["Letter", "Stated", "caption", "captioned", "decides", "letters", "stated", "untitled"]

_KINDS = lists.words("instruments")["kinds"]
_ANY_KIND = lists.any_of(_KINDS)
_TITLE = re.compile(rf"[\W_]*({lists.any_of(map(str.upper, _KINDS))})(?=$|\s)(?!.*:\s*$)")
_QUALIFIER = lists.any_of(lists.words("instruments")["qualifiers"])
_KIND_ALONE = re.compile(rf"[\W_]*({_ANY_KIND})(?:\s+{_QUALIFIER})?[\W_]*$", re.IGNORECASE)
_OF_WHOM = re.compile(rf"[\W_]*{_ANY_KIND}(?:\s+{_QUALIFIER})?\s+của\s+[^,;:.\d]{{3,60}}$", re.IGNORECASE)
_SUBJECT = re.compile(r"\W*(?:thực\s+hiện|triển\s+khai|về)\s(?!.*(?:[.,:;]|như\s+sau)\W*$)")
"""What a title is about that so far says of whom it is: "CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA CHÍNH PHỦ"."""
_CAPTION = re.compile(
    rf"[\W_]*(?:(?:ban\s+hành\s+)?kèm|ban\s+hành)\s+theo\s+(?P<kind>{_ANY_KIND})\b", re.IGNORECASE
)
_OF = re.compile(r"của\s+([^();]{3,120})")
_ENDS_TITLE = re.compile(
    r"[\W_]*$|\W*\((?!\s*giai\s+đoạn)|[\W_]*(?:căn\s+cứ|theo\s+đề\s+nghị|xét\s+đề\s+nghị|điều\s+\d|[ia1]\s*[.)])\s?|.*[;:]\s*$"
)
_ANNEX = re.compile(r"\W*(?:PHỤ LỤC|PHỤ BIỂU)(?:\s+SỐ)?(?:\s+[IVX\d]+\b)?[\s.:]*")
_ARTICLE = re.compile(r"\W*điều\s+1\b")
_DECIDES = re.compile(r"\W*(?:điều\s+1\b|căn\s+cứ\b|quyết\s+định\s*:)")
_AUTHORITY = re.compile(
    r"(?:chính\s+phủ|thủ\s+tướng\s+chính\s+phủ|bộ\s+trưởng|chủ\s+tịch|(?:tổng\s+)?giám\s+đốc"
    r"|(?:tổng\s+)?cục\s+trưởng|thống\s+đốc|tổng\s+(?:thanh\s+tra|kiểm\s+toán)|(?:viện|hiệu)\s+trưởng"
    r"|[uủ][ỷyỳ]\s+ban\s+nhân\s+dân|hội\s+đồng\s+nhân\s+dân)\b"
)
_GOES_ON = re.compile(
    r"\W*(?:(?:giai\s+đoạn\s*:?|năm\s+\d|trên\s+địa\s+bàn|của|tại|và|đến\s+năm|thuộc|đối\s+với)\s|(?:19|20)\d\d\b)"
)
_NUMBER_LABEL = re.compile(r"(?:\b(?:Số|SỐ)|^\W*số)\s*:?\s*$")
_KIND_LABEL = re.compile(rf"{_ANY_KIND}\s+số\s*$", re.IGNORECASE)
"""The label of another document's number: "CHỈ THỊ SỐ"."""
_RECITAL = re.compile(r"\W*(?:căn\s+cứ|thực\s+hiện|triển\s+khai)\s")
_SHORTEST_TITLE = 30
"""Characters of a line that is a title by its capitals alone."""
_MOTTO = re.compile(r"\W*(?:cộng\s+h[oò][àa]\s+xã\s+hội|độc\s+lập\s*-)")
_DATE_LINE = 80
"""Characters of the line with place and date."""
_LONGEST = 400
"""Characters of a title's block; a longer one is a recital."""


@dataclass(frozen=True)
class Letter:
    """The head of one document: the lines above its title, its kind and its title (with the kind word)."""

    head: tuple[str, ...]
    kind: str
    title: str
    place: range = range(0)
    """Where the title stands in the texts."""


@dataclass(frozen=True)
class Stated:
    """A document as a letterhead or a caption states it."""

    kind: str | None = None
    number: str | None = None
    date: str | None = None
    issuer: str | None = None


def letters(texts: list[str]) -> list[Letter]:
    """The letters whose titles stand in ``texts`` (the lines of a preamble, or of an annex)."""
    out: list[Letter] = []
    start = position = 0
    while position < len(texts):
        text = texts[position]
        found = (_TITLE.match(text) or _KIND_ALONE.match(text)) if len(text) <= _LONGEST else None
        if not found or text.endswith(":"):
            position += 1
            continue
        first, position = position, _title_end(texts, position)
        title = _joined(texts[first:position])
        if out and _KIND_ALONE.match(title) and all(_ARTICLE.match(plain(t)) for t in texts[position:][:1]):
            continue  # "QUYẾT ĐỊNH" over its articles
        out.append(Letter(tuple(texts[start:first]), _usual(found[1]), title, range(first, position)))
        start = position
    return out


def untitled(texts: list[str]) -> list[Letter]:
    """The letter whose title has lost the word of its kind: the capitals under its number and date.

    Its kind is what the number's symbol says; the title is "" where no capitals follow. Where ``texts`` have
    no such number, a title in capitals above the recital is one of no kind.
    """
    numbered = next((i for i, text in enumerate(texts) if _own_number(text)), None)
    if numbered is None:
        return _opening(texts)
    start = numbered + 1
    while start < len(texts) and _dates_letter(texts[start]):
        start += 1
    end = start
    while end < len(texts) and texts[end].isupper() and _continues(texts[end], capitals=True):
        end += 1
    kind = number.kind_of(stated(tuple(texts[: numbered + 1])).number or "")
    title = _joined(texts[start:end])
    return [Letter(tuple(texts[:start]), kind, title, range(start, end))] if kind else []


def _opening(texts: list[str]) -> list[Letter]:
    """The letter of which only the title in capitals is left, right above the recital; it has no kind."""
    end = next((i for i, text in enumerate(texts) if not text.isupper() and _RECITAL.match(plain(text))), 0)
    start = end
    while start > 0 and _is_title(texts[start - 1]):
        start -= 1
    title = _joined(texts[start:end])
    return [Letter(tuple(texts[:start]), "", title, range(start, end))] if start < end else []


def _is_title(text: str) -> bool:
    """Whether ``text`` is a line of a title in capitals, and of no letterhead."""
    return (
        text.isupper()
        and len(text) > _SHORTEST_TITLE
        and not _AUTHORITY.match(plain(text))
        and not _MOTTO.match(plain(text))
    )


def _dates_letter(text: str) -> bool:
    """Whether ``text`` is a line of a letterhead after its number: place and date, the motto, a rule."""
    dated = len(text) < _DATE_LINE and dates.PRINTED.search(text)
    return bool(dated) or not re.search(r"\w", text) or bool(_MOTTO.match(plain(text)))


def captioned(texts: list[str]) -> str | None:
    """The title in capitals right above the last caption "(Ban hành kèm theo …)", None without one."""
    last = next((i for i in reversed(range(len(texts))) if caption(texts[i])), 0)
    first = last
    while first > 0 and texts[first - 1].isupper() and _continues(texts[first - 1], capitals=True):
        first -= 1
    return _ANNEX.sub("", _joined(texts[first:last])) or None


def _title_end(texts: list[str], start: int) -> int:
    """Index after the blocks of the title that begins at ``start``."""
    end = start + 1
    alone = bool(_KIND_ALONE.match(texts[start]))
    capitals = not alone and texts[start].isupper()
    while end < len(texts) and len(texts[end]) <= _LONGEST and not _ENDS_TITLE.match(plain(texts[end])):
        first = end == start + 1 and (alone or _names_subject(texts[start], texts[end]))
        if first:
            capitals = texts[end].isupper()
        elif not _continues(texts[end], capitals):
            break
        end += 1
    return end


def _names_subject(said: str, text: str) -> bool:
    """Whether ``text`` says what a plan is about of which ``said`` names the kind and the body alone."""
    return bool(_OF_WHOM.match(said) and _SUBJECT.match(plain(text)))


def _continues(text: str, capitals: bool) -> bool:
    """Whether ``text`` goes on with a title (in capitals or not), and is not the authority that decides."""
    alike = text.isupper() if capitals else text[:1].islower()
    return (alike or bool(_GOES_ON.match(plain(text)))) and not _AUTHORITY.match(plain(text))


def _joined(lines: list[str]) -> str:
    """A title from its ``lines``, without the rule or the marks around it."""
    return normal(" ".join(lines)).strip(" _-*")


def _usual(kind: str) -> str:
    return capitalised(normal(kind).lower())


def caption(text: str) -> Stated | None:
    """What a caption "(Kèm theo Kế hoạch số … ngày … của …)" states, or None where ``text`` is none."""
    found = _CAPTION.match(text)
    if not found:
        return None
    rest = text[found.end() :]
    issuers = _OF.search(rest)
    printed = number.PRINTED.search(rest)
    return Stated(
        _usual(found["kind"]),
        number.mended(printed[0]) if printed else None,
        dates.iso(dates.PRINTED.search(rest)),
        issuers[1].strip(" _-*") if issuers else None,
    )


def stated(head: tuple[str, ...]) -> Stated:
    """Number and date that the lines above a title state."""
    printed = next((found for line in head if (found := _own_number(line))), None)
    day = next((found for line in head if (found := dates.PRINTED.search(line))), None)
    return Stated(None, number.mended(printed[0]) if printed else None, dates.iso(day))


def decides(head: tuple[str, ...]) -> bool:
    """Whether the lines above a title hold a decision: its bases or its articles."""
    return any(_DECIDES.match(plain(line)) for line in head)


def _own_number(line: str) -> re.Match[str] | None:
    found = number.PRINTED.search(line)
    if found is None:
        return None
    label = line[: found.start()]
    labelled = _NUMBER_LABEL.search(label) and not _KIND_LABEL.search(label)
    return found if labelled or found[0] == line else None
