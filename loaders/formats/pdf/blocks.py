"""Pages of a PDF to a layout: tables, lines between them, footnotes; what repeats on every page left out."""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from loaders.formats.pdf.across import Across, ruled_across, without_frame
from loaders.formats.pdf.broken import whole
from loaders.formats.pdf.columns import Columns, columns_under
from loaders.formats.pdf.grid import Field, Ruled, ruled_tables, widened
from loaders.formats.pdf.heads import find_table, is_title
from loaders.formats.pdf.margins import in_margin, is_page_number
from loaders.formats.pdf.page import Page, Word
from loaders.formats.pdf.text import Printed, line_of, printed_lines, rows_of_words, text_lines
from loaders.formats.pdf.unruled import Band, bands_of, goes_on
from loaders.formats.pieces import Box, Grid, Lines, Piece, Text
from loaders.formats.tables import blocks_of
from loaders.layout import flat
from loaders.layout.model import Layout, Line, Paragraph, Passage
from loaders.layout.words import Words

__all__ = ["layout_of"]

_RUNNING = 3
"""A line that stands in the margin of so many pages is a running head."""
_SMALL = 0.91
"""Footnotes are set in letters of at most this share of the usual height."""
_AHEAD = 20
"""So many further pages of a table tell its columns."""
_NOTE = re.compile(r"(?:\[\^(\d{1,2})\]|(\d{1,2}))[.)]?\s*(?=[^\W\d])")

Row = Sequence[Word]


def layout_of(path: Path, pages: Sequence[Page]) -> Layout:
    """The layout of the document of ``pages`` at ``path``."""
    return _Reading(pages, _usual_height(pages), _running(pages), Lines(path)).layout(path.name)


def _usual_height(pages: Sequence[Page]) -> float:
    heights = Counter[float]()
    for page in pages:
        for word in page.words:
            heights[round(word.height, 1)] += len(word.text)
    return heights.most_common(1)[0][0] if heights else 1.0


def _median_height(rows: Sequence[Row]) -> float:
    return statistics.median(map(_height_of, rows)) if rows else 1.0


def _height_of(row: Row) -> float:
    """The height of most letters of ``row``: marks are smaller, letters of another font may be higher."""
    return statistics.median_high(word.height for word in row)


def _running(pages: Sequence[Page]) -> frozenset[str]:
    """Lines in the margins of several pages, their digits left out."""
    seen = Counter[str]()
    for page in pages:
        marginal = [word for word in page.words if in_margin(page, word.top, word.bottom)]
        seen.update({_masked(line.text) for line in printed_lines(marginal)})
    return frozenset(text for text, count in seen.items() if count >= _RUNNING and count * 2 > len(pages))


def _masked(text: str) -> str:
    return re.sub(r"\d+", "#", text).casefold()


def _begins_raised(row: Row) -> bool:
    """Whether ``row`` begins with a number smaller than its words, as a footnote does."""
    return row[0].text.isdigit() and line_of(row).text.startswith("[^")


@dataclass
class _Reading:
    pages: Sequence[Page]
    usual: float
    running: frozenset[str]
    lines: Lines
    pieces: list[Piece] = field(default_factory=list)
    waiting: list[Line] = field(default_factory=list)
    """Lines of text since the last table."""
    notes: list[tuple[int, str]] = field(default_factory=list)
    edges: tuple[float, ...] = ()
    """The edges of the columns of the ruled table before."""
    across: Across | None = None
    """The table ruled only across on the page before."""
    open: Columns | None = None
    """The columns of a table without rules that reached the foot of the page before."""
    looked: tuple[Sequence[Row], tuple[int, int, Columns] | None] = ((), None)
    """The rows of the page and the head of a table without rules in them: looking for one takes long."""

    @cached_property
    def words(self) -> Words:
        """How the words of the document stand."""
        return Words(line.text for page in self.pages for line in printed_lines(page.words))

    def layout(self, name: str) -> Layout:
        """The layout of the document, called ``name``."""
        for page in self.pages:
            self.lines.page = page.number
            self._page(page)
        self._flush()
        for number, text in self.notes:
            self.lines.page = number
            self.pieces.append(Paragraph(Passage.of([self.lines.add(text)])))
        return Layout(name, blocks_of(self.pieces), tuple(self.lines.all))

    def _page(self, page: Page) -> None:
        self.across = self._across(page)
        rules = (*page.rules, *(self.across.uprights(page.words) if self.across else ()))
        tables = [widened(t, self.edges, page.words) for t in ruled_tables(rules, page.words)]
        if tables:
            self.edges = tables[-1].xs
        outside = [word for word in page.words if not any(table.holds(word) for table in tables)]
        rows = rows_of_words(outside)
        unruled = find_table(rows, self.open)  # its head is printed on every page, but no running head
        self.looked = rows, unruled
        kept = range(unruled[0], unruled[1]) if unruled else ()
        outer = (0, len(rows) - 1)
        rows = [
            row
            for i, row in enumerate(rows)
            if i in kept or not self._is_frame(page, line_of(row), outermost=i in outer)
        ]
        # a table without rules may be set smaller than the text, and its numbers look like marks of footnotes
        usual = self.usual if tables else min(self.usual, _median_height(rows))
        rows = self._without_notes(page, rows, usual)
        words = [word for row in rows for word in row]
        fresh = True
        for table in tables:
            above = [word for word in words if word.middle[1] < table.ys[0]]
            words = [word for word in words if word.middle[1] >= table.ys[0]]
            self._text(above)
            self._flush()
            self.pieces.append(self._grid(table, fresh=fresh and not above))
            fresh = False
        self._text(words)

    def _across(self, page: Page) -> Across | None:
        """The table of a page that is ruled only between its rows."""
        rules = without_frame(page.rules)
        if not rules or any(rule.upright for rule in rules):
            return None
        rows = rows_of_words(page.words)
        if rows and is_page_number(page, line_of(rows[-1])):
            rows.pop()
        return ruled_across(rules, rows, self.across)

    def _is_frame(self, page: Page, line: Printed, *, outermost: bool) -> bool:
        """Whether ``line`` is a page number (the first or last of its page) or a running head."""
        if outermost and is_page_number(page, line):
            return True
        return in_margin(page, line.top, line.bottom) and _masked(line.text) in self.running

    def _without_notes(self, page: Page, rows: list[list[Word]], usual: float) -> list[list[Word]]:
        """Take the footnotes off the foot of a page whose text is of the height ``usual``.

        Small letters tell them, or where they are as high as the text, the raised number of the first.
        """
        first = len(rows)
        while first and _height_of(rows[first - 1]) <= _SMALL * usual:
            first -= 1
        while first < len(rows) and not _NOTE.match(line_of(rows[first]).text):
            first += 1
        if first == len(rows):
            first = next((i for i, row in enumerate(rows) if _begins_raised(row)), first)
        for row in rows[first:]:
            text = line_of(row).text
            mark = _NOTE.match(text)
            if mark:
                self.notes.append((page.number, f"[^{mark[1] or mark[2]}] {text[mark.end() :]}"))
            else:
                number, before = self.notes[-1]
                self.notes[-1] = (number, f"{before} {text}")
        return rows[:first]

    def _text(self, words: Sequence[Word]) -> None:
        """Add text: lines, and the tables without rules that stand in them."""
        rows = rows_of_words(words)
        found = self._found(rows)
        if rows and self.open and not (found and not found[0]) and goes_on(rows, self.open):
            bands, used = bands_of(rows, self.open, self.words)
            self.pieces.append(self._unruled(self.open, bands, fresh=True, titled=False))
            rows = rows[used:]
            found = self._found(rows)
        while found:
            start, end, columns = found
            columns = self._settled(columns, rows[start:end], rows[end:])
            self._lines([word for row in rows[:start] for word in row])
            self._flush()
            bands, used = bands_of(rows[end:], columns, self.words)
            self.pieces.append(self._unruled(columns, bands, fresh=not start))
            rows = rows[end + used :]
            self.open = columns
            found = self._found(rows)
        if rows:
            self.open = None
        self._lines([word for row in rows for word in row])

    def _found(self, rows: Sequence[Row]) -> tuple[int, int, Columns] | None:
        """The first table without rules in ``rows``, which are some of the page's."""
        before, found = self.looked
        return found if not found or rows == before else find_table(rows, self.open)

    def _settled(self, columns: Columns, head: Sequence[Row], body: Sequence[Row]) -> Columns:
        """``columns`` as all pages of their table tell them: few rows leave stripes free by chance."""
        before = self.open
        known = before and (before.columns == columns.columns or before.worth > columns.worth)
        if before and known and before.fits([*head, *body]):
            return before
        rows = list(body)
        number = self.lines.page or 0
        for page in self.pages[number : number + _AHEAD]:
            shown = [row for row in rows_of_words(page.words) if not is_page_number(page, line_of(row))]
            held = columns.held(shown)
            rows += [row for row in held if not is_title(row)]
            if len(held) < len(shown):
                break
        told = columns_under(head, rows)
        return told if told and told.worth >= columns.worth else columns

    def _unruled(self, columns: Columns, bands: Sequence[Band], *, fresh: bool, titled: bool = True) -> Grid:
        titles = columns.titles if titled else ()
        boxes = [Box(0, c, tuple(self._wrapped([title]))) for c, title in enumerate(titles)]
        for r, band in enumerate(bands, start=int(titled)):
            rest = len(columns.titles) - len(band.cells) if band.title else 0  # what its last cell spans more
            cells = [Box(r, c, tuple(self._wrapped(lines))) for c, lines in enumerate(band.cells)]
            boxes += [*cells[:-1], replace(cells[-1], width=1 + rest)]
        return Grid((1.0,) * len(columns.titles), tuple(boxes), fresh=fresh, blank_goes_on=True)

    def _wrapped(self, lines: Sequence[Sequence[Word]]) -> Iterable[Text]:
        if lines:
            printed = whole(map(line_of, lines))
            yield Text(tuple(self.lines.add(line.text) for line in printed), wrapped=True)

    def _lines(self, words: Sequence[Word]) -> None:
        """Add lines of running text; a line of one space stands for a wide gap above."""
        printed = text_lines(words)
        gaps = [b.top - a.bottom for a, b in itertools.pairwise(printed) if b.top > a.bottom]
        usual = statistics.median(gaps) if gaps else 0.0
        before: Printed | None = None
        for line in printed:
            if before and line.top - before.bottom > usual + 0.5 * line.height:
                self.waiting.append(self.lines.add(" "))
            self.waiting.append(self.lines.add(line.text))
            before = line

    def _flush(self) -> None:
        if self.waiting:
            self.pieces.extend(flat.blocks_of(self.waiting))
            self.waiting = []

    def _grid(self, table: Ruled, *, fresh: bool) -> Grid:
        widths = tuple(b - a for a, b in zip(table.xs, table.xs[1:], strict=False))
        boxes = (Box(f.row, f.column, tuple(self._cell(f)), f.height, f.width) for f in table.fields)
        return Grid(widths, tuple(boxes), fresh=fresh, cut=table.cut and not self.across)

    def _cell(self, cell: Field) -> Iterable[Text]:
        """The text of a cell, parted where a line was ended though the next word had room."""
        printed = whole(printed_lines(cell.words))
        if not printed:
            return
        inner = max(line.right for line in printed) if len(printed) > 2 else cell.right
        edge = max(inner, cell.right - 2 * _pad(cell))
        group: list[Line] = []
        for line, after in zip(printed, [*printed[1:], None], strict=True):
            group.append(self.lines.add(line.text))
            room = edge - line.right
            if after is None or room > after.begins + 0.5 * line.height:
                yield Text(tuple(group), wrapped=True)
                group = []


def _pad(cell: Field) -> float:
    """The empty margin at the left of a cell's text, taken for that at its right as well."""
    return min(max(0.0, min(word.left for word in cell.words) - cell.left), 8.0)
