"""Texts below a table that stand in rows of its grid: notes, remarks, closing sentences, the chapter after.

A sheet has no other place for them, and people who work with one merge such a row over all columns
(docs/decisions/176-texts-below-tables.md).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from loaders.formats.head import Head
from loaders.formats.pieces import Box
from loaders.formats.set_apart import with_labels
from loaders.layout.columns import Role
from loaders.layout.labels import is_number, read_label
from loaders.layout.paragraphs import starts_item

__all__ = ["begins_below", "runs_out", "stands_alone"]

_REMARK = re.compile(
    r"\(?\*|(?:Ghi chú|Chú thích|Lưu ý|Tổng (?:số|cộng))\b|Trên đây|Trong quá trình|Yêu cầu|Đề nghị"
    r"|[1-9]\d?[.)]?\s?ngày\s\d",
    re.IGNORECASE,
)
_CHAPTER = re.compile(
    r"(?:[IVX]{1,5}|\d{1,2})\s?[.)/]?\s*(?:phần )?"
    r"(?:tổ chức (?:thực hiện|triển khai)|triển khai thực hiện|trách nhiệm|phân công|(?:nguồn )?kinh phí"
    r"|chế độ (?:thông tin|báo cáo)|giải pháp)",
    re.IGNORECASE,
)
"""Headings of chapters that follow the tasks of a plan."""
_SAID = re.compile(r"[.;:!…/]\W*$")
_FEWEST = 4
"""Words of a sentence."""
_MOST_TITLES = 3


def stands_alone(boxes: Sequence[Box], r: int, head: Head) -> Box | None:
    """The box of row ``r`` that alone holds words: over most columns, or in that of numbers.

    A number and words right beside it are one.
    """
    if any(box.row < r for box in boxes) or len(list(islice(filter(_has_words, boxes), 3))) > 2:
        return None
    filled = list(with_labels(boxes))
    if len(filled) != 1:
        return None
    places = head.places(filled[0])
    if places[:1] == [1] and any(box.words and _numbers(box, head) for box in boxes):
        return filled[0]
    wide = places[:1] == [0] and len(places) * 2 > len(head.columns)
    return filled[0] if wide or _numbers(filled[0], head) else None


def runs_out(filled: Sequence[Box], head: Head) -> bool:
    """Whether a row holds words in the column of numbers alone, which a sheet shows over those beside."""
    return len(filled) == 1 and _numbers(filled[0], head) and not is_number(filled[0].words)


def _has_words(box: Box) -> bool:
    return bool(box.words)


def _numbers(box: Box, head: Head) -> bool:
    """Whether ``box`` stands in the column of numbers."""
    return head.columns[0].role is Role.NUMBER and head.places(box)[:1] == [0]


def begins_below(texts: Sequence[str]) -> int | None:
    """Which of the ``texts`` that stand alone in the last rows is the first below the table, if any.

    A row over all columns may be a section or a task without rows, so only what says more is below, or
    more of them than titles can stand above one another.
    """
    many = len(texts) > _MOST_TITLES
    for i, text in enumerate(texts):
        if many and read_label(text) is None:
            return i
        sentence = i == 0 and _SAID.search(text) and not starts_item(text)
        chapter = _CHAPTER.match(text) and (text.isupper() or not text[0].isdigit())
        if _REMARK.match(text) or chapter or (sentence and len(text.split()) >= _FEWEST):
            return i
    return None
