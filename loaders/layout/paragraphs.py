"""Wrapped lines to paragraphs.

A line break inside a paragraph stands where the next word no longer fitted. So a break after which
the next word would have fitted was meant, and a paragraph ends there. Markers ("1.", "-", "Điều 2")
begin a paragraph in any case; a line that begins in lower case goes on with the one before.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from loaders.layout.columns import Role
from loaders.layout.cues import goes_on_dashed, hints
from loaders.layout.label_lines import begins_label, ends_in_label, repeated, tells_time
from loaders.layout.metrics import SPACE, text_width
from loaders.layout.model import Line, Paragraph, Passage

__all__ = ["heads_chapter", "join_paragraphs", "starts_item", "usual_width"]

_ITEM = re.compile(
    r"""\s*(?:
        [-+•*–]\s{0,3}\w                                  # bullet
      | (?:[IVXLC]{1,6}|\d{1,2}(?:\.\d{1,2}){0,3})(?:[.)]\s*|[/-]\s+)[^\W\d] # I.  1.  1.2.  1/  1-
      | [A-EĐ]\.\s+[A-ZĐ]                                  # B. Nhiệm vụ
      | \d{1,2}(?:\.\d{1,2}){1,3}\s\S                     # 1.2 without the last point
      | [a-zđ](?:\)\s|[./]\s+[A-ZĐ])                      # a)  a. Rà soát
      | [1-9]\d?\sngày\s\d{1,2}(?:/|\stháng\s)             # 3 ngày 14/9/2020: a footnote
      | (?:Bước|Giai\ đoạn|Đợt|Nhiệm\ vụ|Giải\ pháp|Hoạt\ động|Nhóm\ nhiệm\ vụ)\ \d{1,2}\s?[.:]\s # Bước 1.
      | Điều\ \d{1,2}\s?[.:]\s*[A-ZĐÂĂÊÔƠƯÁÀẢÃẠỦỨ]            # Điều 2. Quyết định này
      | \(\s*(?:Có|Chi\ tiết)                            # note under a title
      | (?:Căn\ cứ|Theo\ đề\ nghị|Nơi\ nhận|Phụ\ lục|PHỤ\ LỤC|Trên\ đây|Trong\ quá\ trình)\b
    )""",
    re.VERBOSE,
)
_ENDED = tuple('.;:!?…/_"”)')
_CAPTION = re.compile(r"\s*\(\s*(?:Kèm|Ban hành)\b")
_RECITAL = r"""\W*(?:Căn\ cứ\s
      |(?:Thực\ hiện|Triển\ khai(?:\ thực\ hiện)?|Để\ (?:triển\ khai|thực\ hiện))\s
       (?:Luật|Nghị|Quyết|Chỉ\ thị|Kết\ luận|Kế\ hoạch|Chương\ trình|Đề\ án|Công\ văn|Thông|Hướng)\b)"""
"""How a recital opens: with the document it rests on or carries out."""
_PART = r"""(?:PHẦN|CHƯƠNG)\s+(?:[IVX]{1,5}|\d{1,2}|THỨ)\b
      |(?:Phần|Chương)\s+(?:[IVX]{1,5}|\d{1,2}|thứ\s+\w+)[.:]\s"""
_SURE = re.compile(rf"\s*\(\s*(?:Kèm|Ban\ hành)\b|{_RECITAL}|{_PART}", re.VERBOSE)
"""What begins a paragraph wherever it stands."""
_LETTER = re.compile(r"\s*[a-zđ](?:\)\s+[^\W\d_]|[./]\s+[A-ZĐ])")
_POINT_OF = re.compile(r"(?:\b(?:điểm|mục|tiết|và|các|hoặc)|[,(])$", re.IGNORECASE)
_OPEN = (",", "–", "-")
_AUTHORITY = re.compile(
    r"(?:[ỦU][YỶ] BAN|HỘI ĐỒNG) NHÂN DÂN|CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|(?:TỔNG )?GIÁM ĐỐC"
    r"|(?:[ỦU][YỶ]|HỘI|CHỦ|BỘ|THỦ|GIÁM|CHÍNH PHỦ|QUỐC HỘI)$"
)
"""Who decides, on a line of its own under the title of a decision; also where it is wrapped after a word."""
_KIND = re.compile(r"(?:KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ)$")
"""The kind of a document alone: under a chapter's heading it is the heading's end, no title."""
_AWAITS = re.compile(r"(?:CỦA|THUỘC|DO|TẠI|CHO|VÀ|VỚI|GIỮA|CẤP|CHỦ TỊCH|THỦ TƯỚNG|PHÓ|VĂN PHÒNG|,)$")
_ON_BEHALF = re.compile(r"(?:TM|KT|TL|TUQ|T/M)\.?")
_COUNTED = re.compile(
    r"\b(?:số(?<!quyền số)(?<!đổi số)(?<!tế số)(?<!hội số)(?<!tảng số)(?<!năng số)(?<!liệu số)(?<!dân số)"
    r"|(?<!hằng )(?<!hàng )(?<!mỗi )(?<!cả )(?:ngày|tháng|năm|quý)|khoản|điều)$",
    re.IGNORECASE,
)
"""What a number belongs to; but "chính quyền số" ends a heading."""
_COUNT = re.compile(r"\d+\s*(?:/|[^\W\d_]|$)|[IVX]{1,3}\s*/")
_NUMBERED = re.compile(r"\s*(?:(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3})[.)/-]\s|\+)\s*(?=[^\W\d_])")
_FIRST_PART = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.1\.?\s+[A-ZĐÂĂÊÔƠƯÁÀẢÃẠỦỨ]")
_POINT = re.compile(r"\s*[-–+•*]\s+[A-ZĐÂĂÊÔƠƯÁÀẢÃẠỦỨ]")
_BRACKETED = re.compile(r"\(\d{1,2}\)\s+[A-ZĐÂĂÊÔƠƯÁÀẢÃẠỦỨ]")
_LISTING = re.compile(r"[,;:–-]$|\b(?:và|gồm|là)$")
_OPENS = re.compile(r"(?:[-–+•*]\s*)?[A-ZĐÂĂÊÔƠƯÁÀẢÃẠỦỨ]")
_CHAPTER = re.compile(r"\s*[IVX]{1,5}\s*[.)/]\s*(?=[^\W\d_]{2})")
_JOINS = ("-", "–", "/")
_OPENED = re.compile(r"\([^()]{0,60}:$")
"""A bracket opened by a label whose words stand on the next line."""
_SAID = re.compile(r"[^\W_]")
_SLACK = 0.04
"""Share of the width by which two full lines may differ."""
_SHORT = 0.85
"""Share of the width that a heading over points does not reach."""
_OPEN_SLACK = 0.07
"""The same where the first ends within a sentence."""
_BRACKETS = 4
"""The most lines that brackets stay open."""
_USUAL = 0.9
"""Quantile of line lengths taken as the width of the column."""
_LONG, _FAR = 0.02, 1.15
"""Where so large a share of lines is so much longer, no column breaks them."""


def starts_item(text: str) -> bool:
    """Whether ``text`` begins with a list marker, a clause number or words that open a paragraph."""
    return bool(_ITEM.match(text) or _CAPTION.match(text))


def usual_width(texts: Iterable[str]) -> int:
    """The printed width of the column: long lines reach it, short ones end a paragraph.

    Where many lines are far longer than most, each line is a paragraph, and the longest tells the width.
    """
    widths = sorted(text_width(text.strip()) for text in texts if text.strip())
    if not widths:
        return 0
    usual = widths[int(len(widths) * _USUAL)]
    unwrapped = widths[-1 - int(len(widths) * _LONG)] > usual * _FAR
    return widths[-1] if unwrapped else usual


def join_paragraphs(
    lines: Sequence[Line], width: int | None = None, *, ragged: bool = False
) -> list[Paragraph]:
    """The paragraphs of consecutive ``lines``.

    Blank lines carry no meaning (many texts have one after each line), but a line that holds only
    spaces is a printed empty paragraph. ``width`` is that of the text column, by default the usual
    width of ``lines``. In ``ragged`` text (crawled pages) short lines end nothing:
    a paragraph ends with a sentence.
    """
    if width is None:
        width = usual_width([line.text for line in lines]) if len(lines) > 1 else 0  # one line needs none
    own = repeated(line.text for line in lines) if ragged and len(lines) > 1 else frozenset()
    groups: list[list[Line]] = []
    fresh = True
    for line in lines:
        if not line.text.strip():
            fresh = fresh or bool(line.text)
        elif fresh or _parts(groups[-1], line.text.strip(), width, ragged, own):
            groups.append([line])
            fresh = False
        else:
            groups[-1].append(line)
    return [Paragraph(Passage.of(group)) for group in groups]


def _parts(group: Sequence[Line], after: str, width: int, ragged: bool, own: Container[str]) -> bool:
    """Whether a paragraph that holds the lines ``group`` ends before ``after``."""
    return _ends(group, after, width, ragged, own) and not _awaits(group, after, own)


def _ends(group: Sequence[Line], after: str, width: int, ragged: bool, own: Container[str]) -> bool:
    """Whether the look of the last line of ``group`` and of ``after`` ends the paragraph.

    A title in capitals ends where small letters begin; it goes on after a comma, a dash or a single word.
    """
    before = group[-1].text.strip()
    if goes_on_dashed(before, after):
        return False
    if _says(before) and _says(after) and not before.endswith(_ENDED):
        if _lower(after) and all(not _lower(line.text) for line in reversed(group)):
            return not before.endswith(_OPEN)
        if _decides(before, after):
            return True
        if before.isupper() and not _lower(after) and (before.endswith(_OPEN) or " " not in before):
            return starts_item(after)
    if begins_label(after, own) or (
        after[0] == "(" and _BRACKETED.match(after) and not _LISTING.search(before)
    ):
        return True
    if before.endswith((".", ";")) and after.endswith(":") and Role.LEAD in hints(after):
        return True  # a body alone, whose duties follow
    if ragged and _OPENS.match(after) and tells_time(group[0].text, before, own):
        return True
    if _opens_part(group[0].text, after):
        return True
    return _breaks(before, after, width, ragged) or _next_point(group[0].text, before, after, width, own)


def _decides(before: str, after: str) -> bool:
    """Whether ``after`` names who decides, below the last word of a title that is wrapped: "HÒA"."""
    return " " not in before and " " in after and bool(_AUTHORITY.match(after)) and not _AWAITS.search(before)


def _awaits(group: Sequence[Line], after: str, own: Container[str]) -> bool:
    """Whether ``group`` goes on whatever its lines look like: in brackets, or with what a label names."""
    before = group[-1].text.strip()
    if starts_item(after) or not (_says(before) and _says(after)):
        return False
    last = " ".join(line.text.strip() for line in group[-_BRACKETS:])
    if last.rfind("(") > last.rfind(")") or before.endswith((" -", " –")) or ends_in_label(last, own):
        return True
    if not before.endswith(";") or Role.LEAD not in hints(after):
        return False
    return begins_label(group[0].text, own) or (after[-1].isalnum() and _numbers_body(group[0].text))


def _opens_part(first: str, after: str) -> bool:
    """Whether ``after`` is the first part of what ``first`` numbers: "1.1. …" below the heading "1. …"."""
    found = _FIRST_PART.match(after) if after[0].isdigit() else None
    return found is not None and first.strip().startswith(f"{found[1]}.")


def _numbers_body(text: str) -> bool:
    """Whether ``text`` is a heading that names bodies: "1. Các sở, cơ quan thuộc tỉnh; UBND cấp huyện;"."""
    found = _NUMBERED.match(text)
    return found is not None and Role.LEAD in hints(text[found.end() :])


def _next_point(first: str, before: str, after: str, width: int, own: Container[str]) -> bool:
    """Whether ``after`` is a bullet behind another one, or behind a label, that begins at ``first``.

    The line ``before`` it had room for more.
    """
    if not _POINT.match(after) or before.endswith(_OPEN) or text_width(before) >= width * _SHORT:
        return False
    return bool(_POINT.match(first) and first.lstrip()[0] == after[0]) or begins_label(first, own)


def _lower(text: str) -> bool:
    """Whether ``text`` holds a small letter; a year alone goes on with the title it stands in."""
    return any(map(str.islower, text))


def _says(text: str) -> bool:
    """Whether ``text`` holds a letter or digit: lines of dashes stand alone."""
    return text[:1].isalnum() or bool(_SAID.search(text))


def _breaks(before: str, after: str, width: int, ragged: bool) -> bool:
    """Whether a paragraph ends between the lines ``before`` and ``after``."""
    if after.startswith(("%", "‰")) and before[-1:].isdigit():
        return False
    if not (_says(before) and _says(after)):
        return True
    if after[0].islower() and after[1:2].isalnum():  # no marker begins so
        return False
    if _SURE.match(after):
        return True
    ended = before.endswith(_ENDED)
    wide = text_width(before)
    first = SPACE + text_width(after.split(maxsplit=1)[0])
    slack = _SLACK if ended else _OPEN_SLACK
    room = wide + first < width * (1 - slack) and (ended or not ragged)
    if heads_chapter(after) and not before.isupper():
        return True
    if (before.endswith(_JOINS) and before[-2:-1].isalnum()) or _ON_BEHALF.fullmatch(before):
        return False
    if _LETTER.match(after) and not _POINT_OF.search(before):
        return True
    if _COUNT.match(after) and _COUNTED.search(before):
        return False
    if starts_item(after):
        numbered = (
            ragged and _is_numbered(after) and not (_POINT_OF.search(before) or _COUNTED.search(before))
        )
        under = ragged and wide < width * _SHORT and bool(_POINT.match(after))
        return numbered or room or ended or (starts_item(before) and (under or wide < width / 2))
    if after[0].islower() or _OPENED.search(before):
        return False
    if before.isupper() and after.isupper():
        if heads_chapter(before) and _KIND.match(after):
            return False
        return wide < width / 2 or bool(_AUTHORITY.match(after) and not _AWAITS.search(before))
    headed = after.isupper() and " " in after and not after.endswith((".", ";"))  # one word is a short form
    return room or before.isupper() or headed


def heads_chapter(text: str) -> bool:
    """Whether ``text`` is the number of a chapter and its title in capitals: "II. NHIỆM VỤ"."""
    found = _CHAPTER.match(text)
    return found is not None and text[found.end() :].isupper()


def _is_numbered(text: str) -> bool:
    """Whether ``text`` begins with a number, or the sign of lower bullets, before a capital."""
    found = _NUMBERED.match(text)
    return found is not None and text[found.end()].isupper()
