"""Task tables without rules: where they begin, and their rows, told by numbers, labels and gaps.

What spans what is lost, as on a web page that lost its merged cells: a blank cell may go on with the one
above.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.formats.pdf_columns import Columns, columns_under
from loaders.formats.pdf_page import Word
from loaders.formats.pdf_text import line_of
from loaders.layout.columns import CONTENT_ROLES, Column, Role, roles_in
from loaders.layout.labels import read_label

__all__ = ["Band", "bands_of", "find_table"]

Row = Sequence[Word]
_DEEPEST = 6
_ROLES = 4
"""A head names at least so many kinds of columns."""
_WIDE_GAP = 0.6
"""A gap above a row of so many letter heights more than usual begins a new row of the table."""
_AFTER = re.compile(r"(?:Nơi nhận|TM\.|KT\.|TL\.|TUQ\.)")


@dataclass
class Band:
    """A row of the table: the lines of each column; ``title`` where it is a section row."""

    cells: list[list[Row]]
    title: bool = False


def find_table(rows: Sequence[Row]) -> tuple[int, int, Columns] | None:
    """Where the head of the first task table in ``rows`` begins and ends, and its columns."""
    for start in range(len(rows)):
        end = _head_end(rows, start)
        if len(roles_in(" ".join(line_of(row).text for row in rows[start:end]))) < _ROLES:
            continue
        body = _body(rows, start)
        heads = (
            (stop, columns_under(rows[start:stop], body[stop - start :]))
            for stop in range(start + 1, end + 1)
        )
        found = [(columns.named, -stop, columns) for stop, columns in heads if columns]
        if found:
            _, stop, columns = max(found, key=lambda one: one[:2])
            return start, -stop, columns
    return None


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


def _body(rows: Sequence[Row], start: int) -> list[Row]:
    """The rows of the table below its head that are no titles over its width."""
    end = next((i for i in range(start, len(rows)) if _AFTER.match(line_of(rows[i]).text)), len(rows))
    return [row for row in rows[start:end] if not _is_title(row)]


def _is_title(row: Row) -> bool:
    text = line_of(row).text
    label = read_label(text)
    return bool(label and (label.roman or text[label.end :].isupper()) and label.end < len(text))


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
    """Whether the cells of a column begin with labels: one in three, or the first one and one in five."""
    marks = [read_label(_text(cell)) is not None for cell in cells]
    return len(marks) > 1 and sum(marks) * (5 if marks[0] else 3) >= len(marks)


def _text(lines: Sequence[Row]) -> str:
    return " ".join(line_of(line).text for line in lines)


def _is_rest(text: str, labelled: bool) -> bool:
    return not read_label(text) and (labelled or text[:1].islower() or text.startswith("("))


def _usual_gap(rows: Sequence[Row]) -> float:
    gaps = [min(w.top for w in b) - max(w.bottom for w in a) for a, b in itertools.pairwise(rows)]
    return sorted(gaps)[len(gaps) // 2] if gaps else 0.0


def _opens(cells: Sequence[Sequence[Word]], columns: Sequence[Column]) -> bool:
    """Whether a printed row begins a row of the table: by a number, or a label in a column of content."""
    begins = {
        column.role for column, cell in zip(columns, cells, strict=True) if cell and _begins(column, cell)
    }
    return bool(begins)


def _begins(column: Column, cell: Sequence[Word]) -> bool:
    if column.role in CONTENT_ROLES:
        return read_label(line_of(cell).text) is not None
    return column.role is Role.NUMBER
