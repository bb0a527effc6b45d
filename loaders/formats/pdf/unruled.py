"""Task tables without rules: where they end, and their rows (see pdf.heads for where they begin).

Which details span rows is lost, as on a web page that lost its merged cells: a blank cell may go on with the
one above.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from loaders.formats.pdf.bands import Parting, Printed, parted
from loaders.formats.pdf.columns import Columns
from loaders.formats.pdf.heads import AFTER, is_numbered_apart, is_title
from loaders.formats.pdf.middle import Span, edges_of, is_middle, rows_beside, span_of, widened
from loaders.formats.pdf.page import Word
from loaders.formats.pdf.spans import homes
from loaders.formats.pdf.text import line_of, rows_of_words
from loaders.layout.columns import CONTENT_ROLES, Role, levelled
from loaders.layout.fragments import lines_of_column
from loaders.layout.labels import read_label
from loaders.layout.wording import Wording
from loaders.layout.words import Words
from loaders.layout.wrapping import Wrapping

__all__ = ["Band", "bands_of", "goes_on"]

Row = Sequence[Word]
_OVER = 1.0
"""Boxes of letters may overlap by so many points."""
_SPACE = 0.4
"""Words of one text stand no farther apart than so many letter heights; columns mostly do."""


@dataclass
class Band:
    """A row of the table: the lines of each column; ``title`` where it is a section row."""

    cells: list[list[Row]]
    title: bool = False


def bands_of(rows: Sequence[Row], found: Columns, words: Words) -> tuple[list[Band], int]:
    """The rows of the table that printed ``rows`` make, and how many of ``rows`` belong to it.

    ``words`` tells how the words of the document stand.
    """
    end = _end(rows, found)
    titles = _titles(rows[:end], found)
    over = {id(row) for title in titles for row in title}
    heights = [min(word.top for word in title[0]) for title in titles]
    columns = levelled(found.columns)
    upper = [c for c, column in enumerate(columns) if column.role in (Role.TARGET, Role.TASK)]
    lines = _lines([row for row in rows[:end] if id(row) not in over], found)
    parting = parted(lines, Wording(columns, words, Wrapping()), upper, heights)
    leaf = max(c for c, column in enumerate(columns) if column.role in CONTENT_ROLES)
    if middle := _in_the_middle(parting, leaf, titles):
        return middle, end
    bands = [_band(row, len(columns)) for row in parting.rows]
    rests: list[Printed] = []
    for c in upper:
        cells = parting.cells[c]
        for cell, at in zip(cells, homes(cells, parting.rows), strict=True):
            if at is None:
                rests += cell
            else:
                bands[at].cells[c] += [line.words for line in cell]
    placed = [(row[0].top, band) for row, band in zip(parting.rows, bands, strict=True)]
    placed += [(rests[0].top, _band(rests, len(columns)))] if rests else []
    placed += [(top, _title(lines)) for top, lines in zip(heights, titles, strict=True)]
    return [band for _, band in sorted(placed, key=lambda one: one[0])], end


def _titles(rows: Sequence[Row], found: Columns) -> list[list[Row]]:
    """The titles over the columns, each line by line."""
    titles: list[list[Row]] = []
    before: Row | None = None
    for row in rows:
        labelled = read_label(row[0].text) is not None
        if is_title(row, found) or (labelled and _runs_over(row[1:], found)):
            titles.append([row])
        elif titles and titles[-1][-1] is before and not labelled and _runs_over(row, found):
            titles[-1].append(row)
        before = row
    return titles


def _runs_over(row: Row, found: Columns) -> bool:
    """Whether ``row`` goes on from one of the first columns into others with no more than spaces between."""
    if not row or not found.place(row[0]) <= 1 < found.place(row[-1]):
        return False
    return all(b.left - a.right <= _SPACE * a.height for a, b in itertools.pairwise(row))


def _in_the_middle(parting: Parting, leaf: int, titles: Sequence[list[Row]]) -> list[Band]:
    """The rows of a table whose cells stand in their middle; none of any other."""
    leaves = [cell for row in parting.rows if (cell := [line for line in row if line.column == leaf])]
    others = {c: cells for c, cells in parting.cells.items() if c != leaf}
    cells = list(itertools.chain.from_iterable(others.values()))
    if not leaves or not is_middle(leaves, cells):
        return []
    width = len(parting.cells)
    placed = [(span_of(cell), _band(cell, width)) for cell in leaves]
    for title in titles:
        span = Span(min(word.top for word in title[0]), max(word.bottom for word in title[-1]), title=True)
        placed.append((span, _title(title)))
    placed.sort(key=itemgetter(0))
    spans, bands = [span for span, _ in placed], [band for _, band in placed]
    edges = edges_of(widened(spans, cells))
    fresh = not _is_rest(leaves)
    rests: list[Printed] = []
    for c, column in others.items():
        if column and (column[0][-1].bottom <= spans[0].top + _OVER or (fresh and _is_rest(column))):
            rests += column.pop(0)
        for cell, at in zip(column, rows_beside(column, spans, edges), strict=True):
            bands[at].cells[c] += [line.words for line in cell]
    return [_band(rests, width), *bands] if rests else bands


def _is_rest(cells: Sequence[Sequence[Printed]]) -> bool:
    """Whether the first of ``cells`` of a column is the rest of one that a page cut."""
    first = cells[0][0].fragment
    if any(cell[0].fragment.label for cell in cells[1:]):
        return first.label is None
    return first.text[:1].islower() or first.text[:1] in "(,;"


def goes_on(rows: Sequence[Row], found: Columns) -> bool:
    """Whether the table goes on at the top of a page of ``rows``: they stand in all its columns."""
    own = rows[: _end(rows, found)]
    leaf = max(c for c, column in enumerate(found.columns) if column.role in CONTENT_ROLES)
    return found.fits(own) and any(found.place(row[-1]) > leaf for row in own)


def _end(rows: Sequence[Row], found: Columns) -> int:
    """Where the table ends: before the signature, or running text and the headings right above it."""
    end = next((i for i, row in enumerate(rows) if AFTER.match(line_of(row).text)), len(rows))
    running = [found.runs(row) and not is_title(row, found) for row in rows[:end]]
    prose = next((i for i in range(end) if all(running[i : i + 2])), end)
    while prose < end and prose and is_title(rows[prose - 1], found):
        prose -= 1
    return prose


def _lines(rows: Sequence[Row], found: Columns) -> list[Printed]:
    """The lines of each column in ``rows``, from top to bottom."""
    parts: list[list[Word]] = [[] for _ in found.columns]
    for row in rows:
        for word in row:
            parts[found.place(word)].append(word)
    return [line for c, part in enumerate(parts) for line in _column(c, rows_of_words(part))]


def _column(c: int, rows: Sequence[Row]) -> Iterator[Printed]:
    shown = [line_of(row) for row in rows]
    fragments = lines_of_column(line.text for line in shown)
    for row, line, fragment in zip(rows, shown, fragments, strict=True):
        yield Printed(c, row, line.top, line.bottom, line.right, line.begins, fragment)


def _title(lines: list[Row]) -> Band:
    """The band of a section row; its number stands in the column of numbers where it has no point."""
    row, *rest = lines
    apart = is_numbered_apart(row) and not read_label(line_of(row).text)
    return Band([[row[:1]], [row[1:], *rest]] if apart else [lines], title=True)


def _band(row: Sequence[Printed], width: int) -> Band:
    return Band([[line.words for line in row if line.column == c] for c in range(width)])
