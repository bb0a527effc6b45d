"""Pieces of an office file to the blocks of a layout.

A grid whose head names the columns of a task table becomes a table: its rows go on over page breaks,
repeated headers and lines that number the columns are dropped, cells know whether they are empty or
merged. Any other grid (letterheads, frames of pages) is read as text, cell after cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from loaders.formats.below import begins_below, runs_out, stands_alone
from loaders.formats.halves import whole_head
from loaders.formats.head import Head, find_head
from loaders.formats.pages import goes_on, join_cut, opens_inside
from loaders.formats.pieces import Box, Grid, Piece, Text
from loaders.formats.resumed import numbers_page, resumes
from loaders.formats.sent_over import bring_up
from loaders.formats.set_apart import with_labels
from loaders.formats.stacked import end_of, rest_of
from loaders.layout.columns import CONTENT_ROLES, Role
from loaders.layout.labels import read_label
from loaders.layout.listed import end_parted, parts_agencies
from loaders.layout.model import Cell, Fill, Line, Paragraph, Passage, Row, Table
from loaders.layout.paragraphs import join_paragraphs, starts_item

__all__ = ["blocks_of"]

_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Z])\)?(?:\s?=\s?[\d()+ ]+)?")
_ENDED = re.compile(r"[.;:!?…/]\W*$")
_LAST = 20
"""Characters at the end of a text that tell whether its sentence has ended."""
_LONGEST = 10_000
_LEAST_TEXT = 15
"""Lines broken by hand that are the paragraphs of a text: pages print documents with breaks alone."""
_NEAR = 4
"""Blocks from the end among which a table is looked for with which a page goes on."""
_MOST_TABLES = 12
"""Tables under one another in one grid."""
_LISTED = (Role.LEAD, Role.COORD)


def blocks_of(pieces: Iterable[Piece]) -> tuple[Paragraph | Table, ...]:
    """The blocks of ``pieces`` in reading order."""
    assembly = _Assembly()
    for piece in pieces:
        assembly.take(piece)
    return tuple(block for given in assembly.blocks for block in _closed(given))


def _closed(block: Paragraph | Table | _Open) -> Iterator[Paragraph | Table]:
    """A block as it stands in the layout; a head without rows is text, as is what stands below the rows."""
    if not isinstance(block, _Open):
        yield block
    elif block.rows:
        below = block.below()
        yield Table(block.head.titles, tuple(block.rows[: len(block.rows) - len(below)]))
        yield from blocks_of(piece for box in below for piece in box.pieces)
    else:
        yield from (Paragraph(title) for title in block.head.titles if title)


@dataclass
class _Open:
    """A table that may still go on."""

    head: Head
    rows: list[Row] = field(default_factory=list)
    cut: bool = False
    """Whether the last row is known to go on."""
    begun: int = 0
    """The first row of the page before."""
    alone: list[tuple[Row, Box]] = field(default_factory=list)
    """The last rows as far as they hold one box over all columns."""

    def note_alone(self, row: Row, box: Box | None) -> None:
        """Hear of a new last row, and of the box that it holds alone."""
        if box:
            self.alone.append((row, box))
        else:
            self.alone.clear()

    def below(self) -> list[Box]:
        """The boxes of the last rows that are texts below the table, not rows of it."""
        after = len(self.rows) - len(self.alone)
        if after <= 0 or any(
            row is not kept for (row, _), kept in zip(self.alone, self.rows[after:], strict=True)
        ):
            return []
        start = begins_below([box.words for _, box in self.alone])
        return [] if start is None else [box for _, box in self.alone[start:]]


@dataclass
class _Assembly:
    blocks: list[Paragraph | Table | _Open] = field(default_factory=list)
    table: _Open | None = None
    """The table met last."""
    last: _Open | None = None
    """The same where no text stands after it, so that a grid goes on with it."""
    opened: bool = False
    """Whether nothing but a repeated head stands on the page so far."""
    half: tuple[Grid, _Assembly] | None = None
    """The grid before, where it is a head without rows, and what was known before it."""

    def take(self, piece: Piece) -> None:
        """Add a piece."""
        if isinstance(piece, Text):
            self.take_text(piece)
        elif isinstance(piece, Grid):
            self.take_grid(piece)
        else:
            self.blocks.append(piece)
            self.last = None

    def take_text(self, text: Text, *, whole: bool = True) -> None:
        """Add a text; one that begins in the middle of a sentence goes on with the paragraph before."""
        for paragraph in _paragraphs(text, whole):
            self.last = None
            before = self.blocks[-1] if self.blocks else None
            if isinstance(before, Paragraph) and _continues(before.text, paragraph.text):
                joined = before.passage.joined(paragraph.passage)
                self.blocks[-1] = Paragraph(
                    joined, before.heading, before.emphasised and paragraph.emphasised
                )
            else:
                self.blocks.append(paragraph)

    def take_grid(self, grid: Grid) -> None:
        """Add a grid: a table, the rest of one, text, or several tables under one another."""
        rest: Grid | None = grid
        for _ in range(_MOST_TABLES):
            rest = self._take_table(rest) if rest else None
        self._take_boxes(rest.boxes if rest else (), grid)

    def _take_table(self, grid: Grid) -> Grid | None:
        """Add ``grid`` down to the end of its first table; what stands below where it is a table, too."""
        if grid.apart:
            self.last, self.half, self.opened = None, None, False
        head = find_head(grid, far=grid.apart or self.table is None)
        if head is None and self.half and self.last:
            upper, before = self.half
            whole = whole_head(upper, self.last.head, grid) if grid.fresh else None
            if whole:
                self.blocks, self.table, self.last = before.blocks, before.table, before.last
                grid, head = whole
        alone = head is not None and head.end == grid.height
        self.half = (grid, replace(self, blocks=[*self.blocks], half=None)) if alone else None
        if self.last is None and self.table is not None and not grid.fresh:
            self._resume(self.table, grid, head)
        if self.last and (head is None or head.is_again(self.last.head)):
            grid = replace(grid, fresh=True)
        self.opened = grid.fresh and alone
        if grid.fresh and self.last is None and self.table is not None:
            self.last = self.table if head is None or head.is_again(self.table.head) else None
        if head is None and self.last is not None and goes_on(self.last.head, grid):
            return self._fill(self.last, grid, self.last.head.fitted(grid), 0)
        texts = [box for box in grid.boxes if head is None or box.row < head.start]
        self._take_boxes(texts, grid)
        if head is None:
            return None
        if self.last is None or not self.last.head.is_again(head):
            self.last = self.table = _Open(head)
            self.blocks.append(self.last)
        return self._fill(self.last, grid, head, head.end)

    def _resume(self, table: _Open, grid: Grid, head: Head | None) -> None:
        """Let ``grid`` go on with ``table`` over page numbers; without a head, below text under the same."""
        near = self.blocks[-_NEAR:]
        at = next((i + 1 for i, block in enumerate(near) if block is table), len(near) + 1)
        between = [block.text if isinstance(block, Paragraph) else "" for block in near[at:]]
        counted = at <= len(near) and all(map(numbers_page, between))
        if head is not None:
            again = counted and head.is_again(table.head)
        else:
            again = resumes(table.head, grid) or (bool(between) and counted and goes_on(table.head, grid))
        if again and counted:
            del self.blocks[len(self.blocks) - len(between) :]
        if again and (counted or _begins_inside(table.head, grid)):
            self.last = table
        elif again:
            self.last = self.table = _Open(table.head)
            self.blocks.append(self.last)

    def _take_boxes(self, boxes: Sequence[Box], grid: Grid) -> None:
        """Add what ``boxes`` of ``grid`` hold as text; of a sheet, rows are paragraphs."""
        for box in with_labels(boxes) if grid.apart else boxes:
            for piece in box.pieces:
                if isinstance(piece, Text):
                    self.take_text(piece, whole=piece.wrapped)
                else:
                    self.take(piece)

    def _fill(self, table: _Open, grid: Grid, head: Head, start: int) -> Grid | None:
        """Add the rows of ``grid`` from ``start`` to ``table``, and texts below; give a table there."""
        rows: list[Row] = []
        shown = _rows_of(grid)
        end = end_of(shown, start, head)
        lost = grid.blank_goes_on and not any(b.height > 1 for b in grid.boxes if b.row >= start)
        for r in range(start, end):
            if head.repeats(shown[r]) or _numbers_columns(shown[r]):
                continue
            row = _row(r, shown[r], head, lost=lost)
            if any(cell.passage for cell in row.cells):
                rows.append(row)
                table.note_alone(row, stands_alone(shown[r], r, head))
        if grid.fresh:
            bring_up(table.rows, rows, head.columns, table.begun, lost=lost)
        if grid.fresh or opens_inside(rows, head.columns):
            cut = table.cut and start < end and any(box.words for box in shown[start])
            join_cut(table.rows, rows, head.columns, _spanning(shown, start, head), cut=cut)
        table.begun = len(table.rows)
        table.rows.extend(rows)
        table.cut = grid.cut
        rest = rest_of(grid, end)
        if find_head(rest):
            return rest
        self._take_boxes(rest.boxes, grid)
        return None


def _begins_inside(head: Head, grid: Grid) -> bool:
    """Whether the rows of ``grid``, which has no head, begin inside a task under ``head``."""
    return opens_inside([_row(0, _rows_of(grid)[0], head.fitted(grid), lost=False)], head.columns)


def _rows_of(grid: Grid) -> list[list[Box]]:
    """The boxes that stand in each row, those spanning it from above included."""
    rows: list[list[Box]] = [[] for _ in range(grid.height)]
    for box in grid.boxes:
        for r in range(box.row, box.row + box.height):
            rows[r].append(box)
    return [sorted(row, key=lambda box: box.column) for row in rows]


def _spanning(shown: Sequence[Sequence[Box]], start: int, head: Head) -> set[int]:
    """The columns whose box in the row ``start`` goes over several rows."""
    return (
        {c for box in shown[start] if box.height > 1 for c in head.places(box)}
        if start < len(shown)
        else set()
    )


def _numbers_columns(boxes: Sequence[Box]) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3), or A B 1 2."""
    texts = [box.words for box in boxes if box.words]
    if len(texts) < 3 or not all(_COLUMN_NUMBER.fullmatch(text) for text in texts):
        return False
    numbers = [int(found[0]) for text in texts if (found := re.search(r"\d+", text))]
    return len(numbers) >= 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _row(r: int, boxes: Sequence[Box], head: Head, *, lost: bool) -> Row:
    """Row ``r`` with a cell for each column of ``head``; ``lost`` where merged cells were lost."""
    held: list[list[Box]] = [[] for _ in head.columns]
    fills = [Fill.EMPTY] * len(head.columns)
    title = _titles_section(r, boxes, head)
    for box in boxes:
        places = head.places(box)
        if box.row == r and box.words and places:
            held[places[0]].append(box)
        for c in places if box.row < r else []:
            fills[c] = Fill.MERGED
    if title:
        last = max(c for c, found in enumerate(held) if found)
        fills[last + 1 :] = [Fill.MERGED] * len(fills[last + 1 :])
    cells = [
        _cell(found, fill, head.columns[c].role)
        for c, (found, fill) in enumerate(zip(held, fills, strict=True))
    ]
    if title:
        cells[:2] = _label_apart(cells[:2])
    if lost and not title:
        cells = _going_on(cells, [column.role for column in head.columns])
    return Row(tuple(cells))


def _label_apart(cells: Sequence[Cell]) -> list[Cell]:
    """The first two cells of a section row: a title over both gives its label to the first."""
    first, second = cells
    if not first.passage or second.passage:
        return [first, second]
    label = read_label(first.text)
    end = label.end if label and label.end < len(first.text) else 0
    opening = Cell(first.passage.part(0, end)) if end else Cell(fill=Fill.EMPTY)
    return [opening, Cell(first.passage.part(end))]


def _titles_section(r: int, boxes: Sequence[Box], head: Head) -> bool:
    """Whether a row holds only a title (and its label): a box over the rest of the row, or capitals alone.

    So do words in the column of numbers alone.
    """
    filled = [box for box in boxes if box.words]
    if not 1 <= len(filled) <= 2 or any(box.row < r for box in filled):
        return False
    last = head.places(filled[-1])
    spans = len(last) > 1 and last[-1] == len(head.columns) - 1 and last[0] <= 1
    return spans or runs_out(filled, head) or (filled[-1].words.isupper() and bool(last) and last[0] <= 1)


def _cell(boxes: Sequence[Box], fill: Fill, role: Role) -> Cell:
    texts = [text for box in boxes for text in box.texts() if text.words]
    if not texts:
        return Cell(fill=fill)
    lines = _listed(texts) if role in _LISTED else [line for text in texts for line in text.lines]
    passage = Passage.of(lines)
    if role is Role.NUMBER:  # a sheet shows the label 1.1 as the number 1,1
        passage = passage._replace(text=re.sub(r"(?<=\d),(?=\d)", ".", passage.text))
    return Cell(passage)


def _listed(texts: Sequence[Text]) -> Iterator[Line]:
    """The lines of a cell of agencies: where one is printed under another, the line's end parts them."""
    lines = [(line, text) for text in texts for line in text.lines if line.text.strip()]
    for (line, text), after in zip(lines, [*lines[1:], None], strict=True):
        by_hand = after is not None and not (text.wrapped and text is after[1])
        yield end_parted(line) if after and by_hand and parts_agencies(line.text, after[0].text) else line


def _going_on(cells: list[Cell], roles: Sequence[Role]) -> list[Cell]:
    """Blank cells where merged ones were lost: inside a task they go on, in its first row they are empty."""
    heads = [c for c, role in enumerate(roles) if role in (Role.TARGET, Role.TASK)]
    opens = not heads or any(cells[c].passage for c in heads)
    gap = Fill.EMPTY if opens else Fill.MERGED
    return [
        cell if cell.passage or role in (Role.NUMBER, *CONTENT_ROLES) else Cell(fill=gap)
        for cell, role in zip(cells, roles, strict=True)
    ]


def _paragraphs(text: Text, whole: bool) -> Iterator[Paragraph]:
    """A text as paragraphs; where it was broken by hand, each sentence or line of capitals is one."""
    lines = [line for line in text.lines if line.text.strip()]
    if len(lines) > 1 and whole:
        yield from join_paragraphs(lines, ragged=len(lines) < _LEAST_TEXT)
    elif len(lines) > 1:
        yield from (Paragraph(Passage.of([line]), text.heading, text.emphasised) for line in lines)
    elif lines:
        yield Paragraph(Passage.of(lines), text.heading, text.emphasised)


def _continues(before: str, after: str) -> bool:
    """Whether ``after`` goes on with the sentence that ``before`` left open; none is pages long."""
    open_end = 1 < len(before) < _LONGEST and not _ENDED.search(before[-_LAST:])
    return open_end and after[0].islower() and not starts_item(after)
