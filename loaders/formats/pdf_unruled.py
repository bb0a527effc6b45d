"""Task tables without rules: columns told by the head and the free space, rows by numbers and labels.

What spans what is lost, as on a web page that lost its merged cells: a blank cell may go on with the one
above.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.formats.pdf_page import Word
from loaders.formats.pdf_text import line_of
from loaders.layout.columns import CONTENT_ROLES, Column, Role, columns_of, parse_header
from loaders.layout.labels import read_label

__all__ = ["Band", "Columns", "bands_of", "columns_under", "find_head"]

Row = Sequence[Word]
_GUTTER = 0.6
"""Least gap between two titles of a head, in letter heights."""
_DEEPEST = 6
_WIDE_GAP = 0.6
"""A gap above a row of so many letter heights more than usual begins a new row of the table."""
_AFTER = re.compile(r"(?:Nơi nhận|TM\.|KT\.|TL\.|TUQ\.)")


@dataclass(frozen=True)
class Columns:
    """The columns of an unruled table: what each means, and the cuts between them."""

    columns: tuple[Column, ...]
    titles: tuple[tuple[Word, ...], ...]
    cuts: tuple[float, ...]

    def place(self, word: Word) -> int:
        """The column in which ``word`` stands."""
        return sum(word.middle[0] >= cut for cut in self.cuts)


@dataclass
class Band:
    """A row of the table: the lines of each column; ``title`` where it is a section row."""

    cells: list[list[Row]]
    title: bool = False


def find_head(rows: Sequence[Row]) -> tuple[int, int] | None:
    """Where the first head of a task table in ``rows`` begins, and where it ends."""
    for start in range(len(rows)):
        if len(_free_spans(rows[start])) < 3:
            continue
        ends = range(start + 1, _head_end(rows, start) + 1)
        heads = [_titles(rows[start:end]) for end in ends]
        named = [sum(_is_name(title) for title in head) for head in heads]
        best = named.index(max(named))
        columns = columns_of([_text(title) for title in heads[best]])
        roles = {column.role for column in columns} - {Role.EXTRA}
        if len(roles) >= 4 and roles & set(CONTENT_ROLES) and roles & {Role.LEAD, Role.TIME}:
            return start, ends[best]
    return None


def columns_under(rows: Sequence[Row], start: int, end: int) -> Columns:
    """The columns of the table whose head are the ``rows`` from ``start`` to ``end``."""
    titles = _titles(rows[start:end])
    spans = _free_spans([word for row in rows[start:end] for word in row])
    words = tuple(tuple(word for line in title for word in line) for title in titles)
    columns = columns_of([_text(title) for title in titles])
    return Columns(columns, words, _cuts(spans, _body(rows, end)))


def _titles(rows: Sequence[Row]) -> list[list[Row]]:
    """What stands above one another in ``rows``, column by column, each as its lines."""
    spans = _free_spans([word for row in rows for word in row])
    held = ([[w for w in row if a <= w.middle[0] <= b] for row in rows] for a, b in spans)
    return [[line for line in lines if line] for lines in held]


def _text(lines: Sequence[Row]) -> str:
    return " ".join(line_of(line).text for line in lines)


def _is_name(lines: Sequence[Row]) -> bool:
    """Whether a title is the name of one column and nothing else."""
    text = _text(lines)
    columns, end = parse_header(text)
    return len(columns) == 1 and end >= len(" ".join(text.split()))


def _head_end(rows: Sequence[Row], start: int) -> int:
    """Where a head that begins at ``start`` ends: before a gap, or a row that begins with a label."""
    end = start + 1
    while end < min(len(rows), start + _DEEPEST):
        height = rows[end][0].height
        gap = min(w.top for w in rows[end]) - max(w.bottom for w in rows[end - 1])
        if gap > _WIDE_GAP * height or read_label(line_of(rows[end]).text):
            break
        end += 1
    return end


def _free_spans(words: Sequence[Word]) -> list[tuple[float, float]]:
    spans: list[tuple[float, float]] = []
    for word in sorted(words, key=lambda w: w.left):
        if spans and word.left - spans[-1][1] < _GUTTER * word.height:
            spans[-1] = (spans[-1][0], max(spans[-1][1], word.right))
        else:
            spans.append((word.left, word.right))
    return spans


def _body(rows: Sequence[Row], start: int) -> list[Row]:
    """The rows of the table below its head that are no titles over its width."""
    end = next((i for i in range(start, len(rows)) if _AFTER.match(line_of(rows[i]).text)), len(rows))
    return [row for row in rows[start:end] if not _is_title(row)]


def _is_title(row: Row) -> bool:
    text = line_of(row).text
    label = read_label(text)
    return bool(label and (label.roman or text[label.end :].isupper()) and label.end < len(text))


def _cuts(spans: Sequence[tuple[float, float]], body: Sequence[Row]) -> tuple[float, ...]:
    """Between two titles, the middle of the widest stretch that the fewest words of the body cross."""
    words = [word for row in body for word in row]
    cuts = []
    for (left, before), (after, right) in itertools.pairwise(spans):
        start, end = (left + before) / 2, (after + right) / 2
        edges = sorted({start, end, *(x for w in words for x in (w.left, w.right) if start < x < end)})
        stretches = [(a, b) for a, b in itertools.pairwise(edges) if b > a]
        crossed = [sum(w.left < (a + b) / 2 < w.right for w in words) for a, b in stretches]
        fewest = min(crossed, default=0)
        best = max(
            ((b - a, (a + b) / 2) for (a, b), n in zip(stretches, crossed, strict=True) if n == fewest),
            default=(0.0, (before + after) / 2),
        )
        cuts.append(best[1])
    return tuple(cuts)


def bands_of(rows: Sequence[Row], found: Columns) -> tuple[list[Band], int]:
    """The rows of the table that printed ``rows`` make, and how many of ``rows`` belong to it."""
    bands: list[Band] = []
    usual = _usual_gap(rows)
    for i, row in enumerate(rows):
        if _AFTER.match(line_of(row).text):
            return _rests_joined(bands, len(found.columns)), i
        if _is_title(row):
            bands.append(Band([[row]], title=True))
            continue
        cells = [[word for word in row if found.place(word) == c] for c in range(len(found.columns))]
        height = row[0].height
        gap = min(w.top for w in row) - max(w.bottom for w in rows[i - 1]) if i else 0.0
        if not bands or bands[-1].title or _opens(cells, found.columns) or gap > usual + _WIDE_GAP * height:
            bands.append(Band([[] for _ in found.columns]))
        for c, words in enumerate(cells):
            if words:
                bands[-1].cells[c].append(words)
    return _rests_joined(bands, len(found.columns)), len(rows)


def _rests_joined(bands: list[Band], width: int) -> list[Band]:
    """``bands`` with the rest of each cell that goes on beside further rows moved up to where it began."""
    for c in range(0, width):
        above: list[Row] | None = None
        labelled = _labelled([band.cells[c] for band in bands if not band.title and band.cells[c]])
        for band in bands:
            cell = None if band.title else band.cells[c]
            if cell and above and _is_rest(_text(cell), labelled):
                above.extend(cell)
                band.cells[c] = []
            elif cell or band.title:
                above = cell
    return bands


def _labelled(cells: Sequence[Sequence[Row]]) -> bool:
    """Whether the cells of a column begin with labels: the first one, and one in five."""
    marks = [read_label(_text(cell)) is not None for cell in cells]
    return len(marks) > 1 and marks[0] and sum(marks) * 5 >= len(marks)


def _is_rest(text: str, labelled: bool) -> bool:
    return not read_label(text) and (labelled or text[:1].islower())


def _usual_gap(rows: Sequence[Row]) -> float:
    gaps = [min(w.top for w in b) - max(w.bottom for w in a) for a, b in itertools.pairwise(rows)]
    return sorted(gaps)[len(gaps) // 2] if gaps else 0.0


def _opens(cells: Sequence[Sequence[Word]], columns: Sequence[Column]) -> bool:
    """Whether a printed row begins a row of the table: by a number, or a label of the last content column."""
    leaf = max(c for c, column in enumerate(columns) if column.role in CONTENT_ROLES)
    numbered = any(column.role is Role.NUMBER and cells[c] for c, column in enumerate(columns))
    return numbered or bool(cells[leaf] and read_label(line_of(cells[leaf]).text))
