"""Crawled tables: each cell stands between lines that hold only a bar.

A row is ``| cell | cell |``; the bar that ends one row and the bar that begins the next leave
nothing between them. Merged cells are lost, so rows may be short, and an empty cell looks like the
gap between rows. The rows are found by dynamic programming over the pieces between bars.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.layout.columns import Column, Role, columns_of
from loaders.layout.grid import RawRow, fit, lay, rows_of
from loaders.layout.labels import read_label
from loaders.layout.model import Line, Passage, Table
from loaders.layout.paragraphs import starts_item

__all__ = ["blocks_of_bars"]

_BAR = "|"
_SHORT = 2.5
"""Cost of each cell a row lacks."""
_HEADING = 1.0
"""Cost of a numbered heading in lower case that spans the row."""
_UNPARTED = 6.0
"""Cost of two rows with no gap between them."""
_EMPTY_CELL = 0.5
"""Cost of reading a gap as an empty cell."""
_NEVER = 50.0
_GAP = re.compile(r"[.…\s]{4,}")
"""A row of dots where the crawl left rows out."""
_PROSE = 30
"""A piece of more lines is body text, not a cell."""

Piece = list[Line]


def blocks_of_bars(lines: Sequence[Line]) -> Iterator[Table | Piece]:
    """The tables of crawled ``lines`` (marks taken out), and the lines between them."""
    pieces = _pieces(lines)
    place = 0
    while place < len(pieces):
        width = _header_at(pieces, place)
        if not width:
            if pieces[place]:
                yield pieces[place]
            place += 1
            continue
        header = [Passage.of(piece) for piece in pieces[place : place + width]]
        columns = columns_of([cell.text for cell in header])
        end = _table_end(pieces, place + width)
        rows = _raw_rows([Passage.of(piece) for piece in pieces[place + width : end]], columns)
        yield Table(tuple(header), tuple(rows_of(rows, columns, spare=0)))
        place = end


def _pieces(lines: Sequence[Line]) -> list[Piece]:
    pieces: list[Piece] = [[]]
    for line in lines:
        if line.text.strip() == _BAR:
            pieces.append([])
        elif line.text.strip() or pieces[-1]:
            pieces[-1].append(line)
    return pieces if pieces[-1] else pieces[:-1]


def _header_at(pieces: Sequence[Piece], place: int) -> int:
    """The number of header cells that begin at ``place``, 0 where no header does."""
    titles = []
    for piece in pieces[place : place + 15]:
        if not piece or len(piece) > 6:
            break
        titles.append(Passage.of(piece).text)
    columns = columns_of(titles)
    known = [column.role for column in columns if column.role is not Role.EXTRA]
    if len(known) < 3 or len(set(known)) < 3 or columns[0].role is Role.EXTRA:
        return 0
    return len(columns) if len(known) * 2 > len(columns) else 0


def _table_end(pieces: Sequence[Piece], start: int) -> int:
    return next((place for place in range(start, len(pieces)) if _is_prose(pieces[place])), len(pieces))


def _is_prose(piece: Piece) -> bool:
    """Whether ``piece`` is body text: long, or a chapter with its points."""
    texts = [line.text.strip() for line in piece if line.text.strip()]
    if len(texts) > _PROSE:
        return True
    label = read_label(texts[0]) if texts else None
    chapter = label is not None and label.roman and label.end < len(texts[0])
    return chapter and sum(starts_item(text) for text in texts[1:]) > 1


def _raw_rows(cells: Sequence[Passage], columns: Sequence[Column]) -> list[RawRow]:
    """The cheapest cut of ``cells`` (an empty one may be a gap between rows) into rows."""
    costs: list[tuple[float, int, int]] = [(0.0, 0, 0)] + [(float("inf"), 0, 0)] * len(cells)
    for i in range(len(cells)):
        if costs[i][0] == float("inf"):
            continue
        if not cells[i]:
            costs[i + 1] = min(costs[i + 1], (costs[i][0] + (0.0 if i == 0 or costs[i][2] else 0.5), i, 0))
        for size in range(1, min(len(columns), len(cells) - i) + 1):
            end = i + size
            cost = costs[i][0] + _row_cost(cells[i:end], columns, last=end == len(cells))
            gap = end < len(cells) and not cells[end]
            if end < len(cells):
                cost += 0.0 if gap else _UNPARTED
            goal = end + 1 if gap else end
            costs[goal] = min(costs[goal], (cost, i, size))
    return _traced(cells, costs)


def _traced(cells: Sequence[Passage], costs: Sequence[tuple[float, int, int]]) -> list[RawRow]:
    rows: list[RawRow] = []
    place = len(cells)
    while place > 0:
        _, start, size = costs[place]
        if size:
            rows.append(RawRow(tuple(cells[start : start + size])))
        place = start
    return rows[::-1]


def _row_cost(cells: Sequence[Passage], columns: Sequence[Column], *, last: bool) -> float:
    """How unlikely ``cells`` are as one row."""
    if not cells[0] and not any(cells):
        return _NEVER
    if any(_GAP.fullmatch(cell.text) for cell in cells if cell):
        return 0.0 if len(cells) == 1 else _NEVER
    label = read_label(cells[0].text)
    alone = len(cells) == 1 and label is not None and label.end < len(cells[0].text)
    if label and (alone or (len(cells) == 2 and cells[1])):
        return 0.0 if label.roman or cells[-1].text.isupper() else _HEADING
    cost = _SHORT * (len(columns) - len(cells)) + _EMPTY_CELL * sum(not cell for cell in cells)
    if columns[0].role is Role.NUMBER:
        cost += 0.0 if label and label.end >= len(cells[0].text) else 3.0
    places = lay(cells, columns)
    return cost - 0.3 * sum(
        fit(cell.text, columns[c]) for cell, c in zip(cells, places, strict=True) if c is not None
    )
