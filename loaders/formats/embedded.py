"""Tables written as HTML inside Markdown, where cells span rows or columns.

Source: CommonMark 0.31, "HTML blocks"; HTML Living Standard, tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml import html

from loaders.formats.html.flow import Flow
from loaders.formats.pieces import Lines, clean
from loaders.formats.tables import blocks_of
from loaders.layout.model import Line, Paragraph, Table

__all__ = ["holds_table", "parted", "table_blocks"]

_OPENS, _CLOSES = "<table", "</table"


def holds_table(lines: Sequence[Line]) -> bool:
    """Whether a table in HTML begins in one of ``lines``."""
    return any(_OPENS in line.text.casefold() for line in lines if "<t" in line.text or "<T" in line.text)


def parted(lines: Sequence[Line]) -> Iterator[tuple[bool, list[Line]]]:
    """The runs of ``lines``, each with whether it is a table in HTML, from its first tag to its last."""
    if not holds_table(lines):
        yield False, list(lines)
        return
    marks: list[bool] = []
    depth = 0
    for line in lines:
        text = line.text.casefold()
        opened = text.count(_OPENS)
        marks.append(bool(depth or opened))
        depth = max(0, depth + opened - text.count(_CLOSES))
    pairs = groupby(zip(marks, lines, strict=True), key=lambda pair: pair[0])
    yield from ((mark, [line for _, line in group]) for mark, group in pairs)


def table_blocks(lines: Sequence[Line]) -> tuple[Paragraph | Table, ...]:
    """The blocks of ``lines`` that hold a table in HTML; a cell has the number of the line it begins in."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True)
    text = "\n".join(line.text for line in lines)
    root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    flow = Flow(_Placed(source=lines))
    flow.take(root)
    flow.close()
    return blocks_of(flow.pieces)


@dataclass
class _Placed(Lines):
    """Lines that have the number of the source line they stand in."""

    source: Sequence[Line] = ()
    at: int = 1

    def reach(self, line: int | None) -> None:
        self.at = min(line or self.at, len(self.source))

    def add(self, text: str) -> Line:
        line = Line(self.source[self.at - 1].number, clean(text))
        self.all.append(line)
        return line
