"""The layout of a document: paragraphs and tables whose every character knows its line.

Format readers yield a :class:`Layout`; the grammar reads nothing else. So DOCX, PDF,
spreadsheets and pages join by writing a reader, and the grammar stays as it is. What a document has
thousands of are named tuples, which are made in half the time of frozen dataclasses.
"""

from __future__ import annotations

import bisect
import enum
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from loaders.spaces import single_spaced


class Line(NamedTuple):
    """One line of the source as it is: 1-based number, text, and page or sheet where there is one."""

    number: int
    text: str
    page: int | None = None
    sheet: str | None = None


class Passage(NamedTuple):
    """Running text joined from lines; ``starts[i]`` is the offset in ``text`` where ``lines[i]`` begins."""

    text: str = ""
    starts: tuple[int, ...] = ()
    lines: tuple[Line, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)

    @classmethod
    def on(cls, line: Line) -> Passage:
        """The text of one ``line``, its white space collapsed."""
        text = single_spaced(line.text)
        return cls(text, (0,), (line,)) if text else NOTHING

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Passage:
        """Join ``lines`` with one space; a word or number cut by a hyphen at a line's end is joined.

        White space is collapsed. Lines without text add nothing but are kept out of the places.
        """
        text = ""
        starts: list[int] = []
        kept: list[Line] = []
        for line in lines:
            piece = single_spaced(line.text)
            if not piece:
                continue
            if text and not _cut(text, piece):
                text += " "
            starts.append(len(text))
            kept.append(line)
            text += piece
        return cls(text, tuple(starts), tuple(kept))

    def part(self, start: int, end: int | None = None) -> Passage:
        """The characters ``start:end`` without outer white space, with their places."""
        last = len(self.text) if end is None else end
        piece = self.text[start:last]
        first = start + len(piece) - len(piece.lstrip())
        text = piece.strip()
        if not text:
            return NOTHING
        if len(self.lines) == 1:
            return Passage(text, (0,), self.lines)
        held = [
            (s, line)
            for s, line in zip(self.starts, self.lines, strict=True)
            if first < s < first + len(text)
        ]
        opening = self.line_at(first)
        assert opening is not None  # noqa: S101 - a passage with text has lines
        starts = (0, *(s - first for s, _ in held))
        return Passage(text, starts, (opening, *(line for _, line in held)))

    def joined(self, other: Passage) -> Passage:
        """This passage and ``other`` after it, as :meth:`of` would join their lines."""
        if not self or not other:
            return self or other
        gap = "" if _cut(self.text, other.text) else " "
        shift = len(self.text) + len(gap)
        starts = self.starts + tuple(s + shift for s in other.starts)
        return Passage(self.text + gap + other.text, starts, self.lines + other.lines)

    def without(self, spans: Iterable[tuple[int, int]]) -> Passage:
        """This passage without the characters ``start:end`` of each of ``spans``, which are in order."""
        text, starts = self.text, self.starts
        for start, end in reversed(list(spans)):
            text = text[:start] + text[end:]
            starts = tuple(s if s <= start else max(start, s - end + start) for s in starts)
        return Passage(text, starts, self.lines)

    def line_at(self, offset: int) -> Line | None:
        """The source line of the character at ``offset``, or None in an empty passage."""
        if not self.lines:
            return None
        after = bisect.bisect_right(self.starts, offset)
        return self.lines[after - 1 if after else 0]

    def span(self, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
        """First and last line number of the characters ``start:end`` (end exclusive)."""
        last = len(self.text) if end is None else end
        a, b = self.line_at(start), self.line_at(max(start, last - 1))
        return (a.number, b.number) if a and b else None


NOTHING = Passage()
"""A passage without text."""


def _cut(before: str, after: str) -> bool:
    """Whether ``before`` ends in a hyphen that belongs to the word or number going on in ``after``."""
    return before[-1] in "-–/" and len(before) > 1 and not before[-2].isspace() and after[:1].isalnum()


class Fill(enum.Enum):
    """How a table cell stands in the source."""

    TEXT = "text"
    EMPTY = "empty"
    """Printed and empty."""
    MERGED = "merged"
    """Covered by the cell above (or, in a section row, by the cell to the left)."""


class Cell(NamedTuple):
    """One cell of a table row."""

    passage: Passage = NOTHING
    fill: Fill = Fill.TEXT

    @property
    def text(self) -> str:
        """The cell's text, "" where empty or merged."""
        return self.passage.text


EMPTY, MERGED = Cell(fill=Fill.EMPTY), Cell(fill=Fill.MERGED)
"""The cells that hold nothing."""


class Row(NamedTuple):
    """One row: as many cells as the table has columns; page breaks are mended already."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A table with its header; ``header`` holds one passage a column."""

    header: tuple[Passage, ...]
    rows: tuple[Row, ...]
    woven: tuple[Passage, ...] = ()
    """Texts of two cells printed through one another, as in the source; the rows have them parted."""

    @property
    def titles(self) -> list[str]:
        """The texts of its header, one a column."""
        return [title.text for title in self.header]

    @property
    def passages(self) -> list[Passage]:
        """What it prints, cell by cell from the header on."""
        cells = [*self.header, *(cell.passage for row in self.rows for cell in row.cells)]
        return [passage for passage in cells if passage]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text; ``heading`` is the level of a marked heading, 0 for none."""

    passage: Passage
    heading: int = 0
    emphasised: bool = False

    @property
    def text(self) -> str:
        """The paragraph's text on one line."""
        return self.passage.text

    @property
    def passages(self) -> list[Passage]:
        """What it prints, in one piece."""
        return [self.passage]


@dataclass(frozen=True)
class Layout:
    """The blocks of a document in reading order, and its lines as they are."""

    name: str
    blocks: tuple[Paragraph | Table, ...]
    lines: tuple[Line, ...]
    recognised: float | None = None
    """Where the text was recognised in pictures (OCR): the mean confidence of its words, 0..1."""
    unread: str = ""
    """The part of the document that could not be read, for people, "" where all was."""
    noted: frozenset[tuple[int, str]] = frozenset()
    """Marks of footnotes printed as plain digits, each with its line; no passage holds them."""
