"""Words of a page to lines: what stands on one height, parted where columns stand beside one another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loaders.formats.pdf.page import Word
from loaders.formats.pieces import note_mark

__all__ = ["Printed", "line_of", "printed_lines", "rows_of_words", "text_lines"]

_GUTTER = 1.6
"""A gap of so many letter heights over several lines parts two columns; justified lines have smaller ones."""
_FAR = 4.0
"""Columns side by side end before a vertical gap of so many letter heights."""
_CENTRED = 0.03
"""A line is centred on its page within this share of the width."""
_RAISED = 0.92
"""Digits of less than this share of their neighbour's height, set higher, mark a footnote."""
_REACH = 0.4
"""With more than this share of their height such digits stand in the line that they are raised over."""
_MARK = re.compile(r"\d{1,2}")


@dataclass(frozen=True)
class Printed:
    """A line as printed: its text and box; ``begins`` is the width of its first word."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    begins: float

    @property
    def height(self) -> float:
        """The height of its letters."""
        return self.bottom - self.top


def printed_lines(words: Iterable[Word]) -> list[Printed]:
    """The lines of ``words`` from top to bottom, whatever gaps are in them."""
    return [line_of(row) for row in rows_of_words(words)]


def text_lines(words: Iterable[Word]) -> list[Printed]:
    """The lines of ``words`` in reading order: columns that stand side by side one after another.

    Letterheads and signatures stand so. A gap in one line alone (a number left blank) parts nothing.
    """
    rows = rows_of_words(words)
    out: list[Printed] = []
    place = 0
    while place < len(rows):
        end, columns = _side_by_side(rows, place)
        for left, right in columns:
            parts = ([word for word in row if left <= word.left < right] for row in rows[place:end])
            out.extend(line_of(part) for part in parts if part)
        if not columns:
            out.append(line_of(rows[place]))
        place = max(end, place + 1)
    return out


def _side_by_side(rows: Sequence[Sequence[Word]], start: int) -> tuple[int, list[tuple[float, float]]]:
    """Where the rows that stand in columns from ``start`` on end, and the columns (or none)."""
    found: tuple[int, list[tuple[float, float]]] = (start, [])
    if len(_columns([rows[start]])) < 2:
        return found
    for end in range(start + 1, len(rows) + 1):
        held = rows[start:end]
        if end - start > 1 and (
            _gap(rows[end - 2], rows[end - 1]) > _FAR or _is_centred(rows[end - 1], rows)
        ):
            break
        columns = _columns(held)
        if len(columns) < 2:
            break
        beside = sum(len(_columns([row], columns)) > 1 for row in held)
        if beside > 1:
            found = (end, columns)
    return found


def _is_centred(row: Sequence[Word], rows: Sequence[Sequence[Word]]) -> bool:
    """Whether ``row`` stands in the middle of ``rows``, as the title below a letterhead does."""
    left, right = min(each[0].left for each in rows), max(each[-1].right for each in rows)
    off = (row[0].left + row[-1].right) / 2 - (left + right) / 2
    return abs(off) < _CENTRED * (right - left) and len(_columns([row])) < 2


def _gap(above: Sequence[Word], below: Sequence[Word]) -> float:
    """The gap between two rows in letter heights."""
    height = max(word.height for word in below)
    return (min(word.top for word in below) - max(word.bottom for word in above)) / height


def _columns(
    rows: Sequence[Sequence[Word]], known: Sequence[tuple[float, float]] = ()
) -> list[tuple[float, float]]:
    """The columns that ``rows`` leave free gutters between; of ``known`` ones, those with words."""
    words = sorted((word for row in rows for word in row), key=lambda w: w.left)
    if known:
        return [c for c in known if any(c[0] <= word.left < c[1] for word in words)]
    columns: list[tuple[float, float]] = []
    for word in words:
        if columns and word.left - columns[-1][1] < _GUTTER * word.height:
            columns[-1] = (columns[-1][0], max(columns[-1][1], word.right))
        else:
            columns.append((word.left, word.right))
    return columns


def rows_of_words(words: Iterable[Word]) -> list[list[Word]]:
    """Words grouped by their height on the page, each group from left to right."""
    rows: list[list[Word]] = []
    tallest: Word | None = None
    for word in sorted(words, key=lambda w: (w.middle[1], w.left)):
        if tallest and _level(tallest, word):
            rows[-1].append(word)
            tallest = word if word.height > tallest.height else tallest
        else:
            rows.append([word])
            tallest = word
    return [sorted(row, key=lambda w: w.left) for row in rows]


def _level(tallest: Word, word: Word) -> bool:
    """Whether ``word`` stands in the row whose ``tallest`` word is given."""
    small, tall = (tallest, word) if tallest.height <= word.height else (word, tallest)
    raised = tall.middle[1] - small.middle[1]
    if abs(raised) < 0.45 * tall.height:
        return True
    reach = (small.bottom - tall.top) / small.height
    return raised > 0 and reach > _REACH and _is_small(small, tall.height)


def _is_small(word: Word, height: float) -> bool:
    """Whether ``word`` is a number set smaller than letters of ``height``, as marks of footnotes are."""
    return word.height < _RAISED * height and _MARK.fullmatch(word.text) is not None


def line_of(words: Sequence[Word]) -> Printed:
    """The line that ``words`` of one height make, left to right; raised digits become marks of footnotes."""
    tallest = max(word.height for word in words)
    low = max(word.bottom for word in words if word.height == tallest)
    text = ""
    for i, word in enumerate(words):
        if _is_small(word, tallest) and word.bottom < low - 0.1 * tallest:
            text += (note_mark(word.text, text) or word.text) + (" " if not i else "")
        else:
            text += (" " if text and not text.endswith(" ") else "") + word.text
    first = words[0]
    whole = unicodedata.normalize("NFC", text)
    return Printed(
        whole, first.left, min(w.top for w in words), words[-1].right, low, first.right - first.left
    )
