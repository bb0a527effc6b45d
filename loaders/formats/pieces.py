"""What office formats are made of before tables are understood: texts, and grids of boxes.

Word files, spreadsheets, pages and PDF all yield these pieces; :mod:`loaders.formats.tables` turns them
into the blocks of a layout. So what a merged cell or a repeated header means is said once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from loaders.formats.characters import shown
from loaders.formats.limits import hold_to_length
from loaders.layout.model import Line, Paragraph, Table

__all__ = ["Box", "Grid", "Lines", "Piece", "Text", "clean", "note_mark", "unmarked"]


_NOTE_MARK = re.compile(r"\s*\[\^?\d{1,3}\]")
"""The mark of a footnote, as writers type it or as readers of formats set it."""


_UNIT = re.compile(r"(?:^|[\d\s])(?:k|d|c)?m$")


def note_mark(raised: str, before: str) -> str:
    """The mark of a footnote ("[^1]") that ``raised`` digits after ``before`` are; "" for others (m²)."""
    digits = raised.strip(" []()")
    return f"[^{digits}]" if digits.isdecimal() and len(digits) < 4 and not _UNIT.search(before) else ""


def unmarked(text: str) -> str:
    """``text`` without marks of footnotes."""
    return _NOTE_MARK.sub("", text) if "[" in text else text


def clean(text: str) -> str:
    """``text`` as :func:`loaders.formats.characters.shown` gives it, without line ends and tabs."""
    return re.sub(r"[\r\n\f\v\t]", " ", shown(text))


@dataclass(frozen=True)
class Text:
    """A paragraph: its lines as they were broken by hand, or, where ``wrapped``, by the width of the page."""

    lines: tuple[Line, ...]
    heading: int = 0
    emphasised: bool = False
    wrapped: bool = False

    @property
    def words(self) -> str:
        """All lines, white space collapsed."""
        return " ".join(" ".join(line.text for line in self.lines).split())


@dataclass(frozen=True)
class Box:
    """A cell with its place (row and column from 0) and how many of each it spans."""

    row: int
    column: int
    pieces: tuple[Piece, ...] = ()
    height: int = 1
    width: int = 1

    def texts(self) -> Iterator[Text]:
        """The texts in the box, those of nested tables in reading order."""
        for piece in self.pieces:
            if isinstance(piece, Text):
                yield piece
            elif isinstance(piece, Grid):
                for box in piece.boxes:
                    yield from box.texts()

    @property
    def words(self) -> str:
        """All text in the box, white space collapsed."""
        return " ".join(text.words for text in self.texts() if text.words)


@dataclass(frozen=True)
class Grid:
    """A table as its format states it; boxes row by row.

    ``widths`` are those of the grid's columns in any unit. ``fresh`` when the grid begins a page, so that
    its first cells may go on with the last ones of the page before. ``blank_goes_on`` for formats that lose
    which cells are merged: in a grid without any cell over several rows, a blank one may go on with the one
    above. ``cut`` where the grid shows that its last row goes on on the next page. ``apart`` for a sheet.
    """

    widths: tuple[float, ...]
    boxes: tuple[Box, ...]
    fresh: bool = False
    blank_goes_on: bool = False
    cut: bool = False
    apart: bool = False

    @property
    def height(self) -> int:
        """The number of rows."""
        return max((box.row + box.height for box in self.boxes), default=0)


Piece = Text | Grid | Paragraph | Table
"""A part of a document; blocks where a format yields them ready."""


@dataclass
class Lines:
    """The lines of a document, numbered from 1 as they are added."""

    path: Path = Path()
    all: list[Line] = field(default_factory=list)
    page: int | None = None
    sheet: str | None = None
    length: int = 0
    """The characters of all lines."""

    def reach(self, line: int | None) -> None:
        """Hear that what is added next stands in ``line`` of the source; counted lines need it not."""

    def add(self, text: str) -> Line:
        """A new line with ``text`` (cleaned) at the present page and sheet, without marks of footnotes.

        The source's own line keeps them, where footnotes are looked for.
        Raises ``UnreadableFile`` where the document at ``path`` grows longer than a plan can be.
        """
        line = Line(len(self.all) + 1, clean(text), self.page, self.sheet)
        self.all.append(line)
        self.length += len(line.text)
        hold_to_length(self.path, self.length, len(self.all))
        return line._replace(text=unmarked(line.text))
