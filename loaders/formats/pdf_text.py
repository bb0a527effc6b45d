"""Words of a page to lines: what stands on one height, parted where columns stand beside one another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.formats.pdf_page import Word

__all__ = ["Printed", "in_reading_order", "printed_lines"]

_GAP = 1.6
"""A gap of so many letter heights parts two columns; justified lines have smaller ones."""
_RAISED = 0.8
"""Digits of up to this share of their neighbour's height, set higher, mark a footnote."""
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


def printed_lines(words: Iterable[Word], *, parted: bool) -> list[Printed]:
    """The lines of ``words`` from top to bottom; with ``parted`` a wide gap makes two lines of one height."""
    lines = []
    for row in _rows(words):
        pieces = _pieces(row) if parted else [row]
        lines.extend(_line(piece) for piece in pieces)
    return lines


def _rows(words: Iterable[Word]) -> list[list[Word]]:
    """Words grouped by height on the page, each group from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.middle[1], w.left)):
        if rows and _level(rows[-1], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda w: w.left) for row in rows]


def _level(row: Sequence[Word], word: Word) -> bool:
    tallest = max(row, key=lambda w: w.height)
    middle = tallest.middle[1]
    return abs(word.middle[1] - middle) < 0.45 * max(tallest.height, word.height)


def _pieces(row: list[Word]) -> Iterator[list[Word]]:
    start = 0
    for i in range(1, len(row)):
        if row[i].left - row[i - 1].right > _GAP * row[i].height:
            yield row[start:i]
            start = i
    yield row[start:]


def _line(words: Sequence[Word]) -> Printed:
    tallest = max(word.height for word in words)
    low = max(word.bottom for word in words if word.height == tallest)
    text = ""
    for i, word in enumerate(words):
        raised = word.height < _RAISED * tallest and word.bottom < low - 0.1 * tallest
        if raised and _MARK.fullmatch(word.text):
            text += f"[^{word.text}]" + (" " if not i else "")
        else:
            text += (" " if text and not text.endswith(" ") else "") + word.text
    first = words[0]
    return Printed(
        text, first.left, min(w.top for w in words), words[-1].right, low, first.right - first.left
    )


def in_reading_order(lines: Sequence[Printed]) -> list[Printed]:
    """``lines`` (top to bottom) with what stands in columns side by side read column after column."""
    out: list[Printed] = []
    place = 0
    while place < len(lines):
        end, columns = _side_by_side(lines, place)
        if end == place:
            out.append(lines[place])
            place += 1
            continue
        for left, right in columns:
            out += [line for line in lines[place:end] if left <= (line.left + line.right) / 2 <= right]
        place = end
    return out


def _side_by_side(lines: Sequence[Printed], start: int) -> tuple[int, list[tuple[float, float]]]:
    """Where the columns that begin at ``start`` end, and their edges; ``start`` itself where there are none."""
    if start + 1 >= len(lines) or lines[start + 1].top >= lines[start].bottom:
        return start, []
    columns: list[tuple[float, float]] = []
    end = start
    for i in range(start, len(lines)):
        line = lines[i]
        met = [c for c in columns if c[0] < line.right and line.left < c[1]]
        beside = len(columns) < 2 or bool(met)
        far = i > start and line.top - max(p.bottom for p in lines[start:i]) > 4 * line.height
        if len(met) > 1 or far or (not beside and line.left < columns[-1][1]):
            break
        wide = (min([line.left, *(c[0] for c in met)]), max([line.right, *(c[1] for c in met)]))
        columns = sorted([c for c in columns if c not in met] + [wide])
        end = i + 1
    return (end, columns) if len(columns) > 1 else (start, [])
