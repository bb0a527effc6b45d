"""What the empty lines, pages and spaces of a flattened table tell of its cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from loaders.layout import weights as w
from loaders.layout.labels import read_label
from loaders.layout.model import Line

__all__ = ["NUMBER", "cells_share_lines", "cut_row", "parting", "spaces_of", "usual_end"]

NUMBER = re.compile(
    r"(?!\d{1,3}(?:\.\d{3})+ )(\d{1,3}(?:\.\d{1,3})*\.?|[IVXL]{1,5}\.?)"
    r"(?=\s+(?:[-–+•]\s*)?[^\W\d]|\s+\d+\.|\s+\d+%|\s*$)"
)
"""The number of a row, that begins a line or stands alone on it."""
_COUNT = re.compile(r"\d{1,3}\.?(?:$| (?=[^\W\d]|\d+\.\d))")
_NUMBERS, _LONGEST_NUMBER = 3, 6
"""So many numbers of rows alone on their lines, each of so many letters, tell what blank lines part."""
_SURELY = 2.5
"""What blank lines say weighs so much where they part those numbers, too."""


def parting(page: Sequence[Line], texts: Sequence[str]) -> tuple[float, float]:
    """What a blank line above a line says of its going on, and what the lack of one says: log-odds.

    Blank lines part the cells of a page, or stand between the lines of one cell too, where their lack parts.
    The lines of ``page`` that plainly go on, in lower case, tell; ``texts`` are those of its lines.
    """
    counts = {(lower, blank): 0 for lower in (True, False) for blank in (True, False)}
    """How many lines begin in lower case or not, and how many of them below a blank line."""
    blank = above = False
    for line, text in zip(page, texts, strict=True):
        if text:
            counts[text[0].islower(), blank] += 1
            blank, above = False, True
        elif not line.text:
            blank = above
    joined, apart, others = counts[True, False], counts[True, True], counts[False, True]
    if joined > 3 * apart and 2 * others > others + counts[False, False]:
        sure = _SURELY if _numbers_apart(page, texts) else 1.0
        return sure * w.PARTED, sure * w.TOGETHER
    return 0.0, w.TIGHT if joined <= 0.03 * sum(counts.values()) else 0.0


def _numbers_apart(page: Sequence[Line], texts: Sequence[str]) -> bool:
    """Whether blank lines stand around each number alone on its line: so they part all cells."""
    numbers = [
        i for i, text in enumerate(texts) if text and len(text) <= _LONGEST_NUMBER and _opens_row(text)
    ]
    around = (page[i + side].text for i in numbers for side in (-1, 1) if 0 <= i + side < len(page))
    return len(numbers) >= _NUMBERS and not any(around)


def cells_share_lines(pages: Iterable[Iterable[str]]) -> bool:
    """Whether two cells may stand on one line: not where the numbers of rows all stand alone on theirs."""
    alone = 0
    for text in chain.from_iterable(pages):
        if found := _COUNT.match(text):
            if found.end() < len(text):
                return True
            alone += 1
    return alone < _NUMBERS


def cut_row(texts: Sequence[str], overleaf: Sequence[str]) -> int:
    """Where the row begins, after its number, of whose cells a page shows only the first lines.

    ``texts`` are the lines of the page; those ``overleaf`` begin with no number then.
    """
    after = next(filter(None, overleaf), "")
    if not after or _opens_row(after):
        return len(texts)
    return next((i + 1 for i in range(len(texts) - 1, -1, -1) if _opens_row(texts[i])), len(texts))


def _opens_row(text: str) -> bool:
    return bool(text) and (NUMBER.match(text) is not None or read_label(text) is not None)


def usual_end(pages: Sequence[Sequence[Line]]) -> int:
    """With how many spaces lines with text mostly end, one at least: more stand for empty cells."""
    ends = Counter(
        len(text) - len(text.rstrip()) for page in pages for line in page if (text := line.text).strip()
    )
    return max(1, max(ends, key=lambda count: (ends[count], -count), default=1))


def spaces_of(raw: str, width: int, usual: int) -> tuple[int, int]:
    """Empty cells before and after the text of a line that has ``usual`` spaces at its end.

    All stand before where there is no text.
    """
    filled = raw.rstrip()
    if not filled:
        return min(len(raw), width), 0
    after = len(raw) - len(filled) - usual
    return int(raw[0].isspace()), min(after, width) if after > 0 else 0
