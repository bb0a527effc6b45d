"""Markdown: paragraphs, headings and three ways of writing tables.

* rows whose cells stand between tabs;
* rows whose cells stand between bars (GitHub tables);
* crawled pages: each cell between lines that hold only a bar, rows one bar further apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from loaders.formats.decode import lines_of
from loaders.formats.markup import plain
from loaders.layout.bars import blocks_of_bars
from loaders.layout.columns import Role, columns_of
from loaders.layout.grid import RawRow, rows_of
from loaders.layout.model import Layout, Line, Paragraph, Passage, Table
from loaders.layout.paragraphs import join_paragraphs

__all__ = ["read"]

_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_RULE = re.compile(r"\s*\|?[\s:|-]*-{2,}[\s:|-]*\|?\s*")
_BOLD = re.compile(r"\s*(?:\*\*|__)\S.*(?:\*\*|__)\s*")
_BAR = "|"


def read(path: Path) -> Layout:
    """The layout of the Markdown file at ``path``. Raises ``UnreadableFile``."""
    lines = lines_of(path)
    crawled = sum(line.text.strip() == _BAR for line in lines) >= 4
    blocks = _crawled(lines) if crawled else _tabled(lines)
    return Layout(path.name, tuple(blocks), lines)


def _crawled(lines: Sequence[Line]) -> Iterator[Paragraph | Table]:
    spaced = any(not line.text.strip() for line in lines)
    for block in blocks_of_bars([Line(line.number, plain(line.text)) for line in lines]):
        if isinstance(block, Table):
            yield block
        else:
            yield from _paragraphs([lines[line.number - 1] for line in block], ragged=True, spaced=spaced)


def _tabled(lines: Sequence[Line]) -> Iterator[Paragraph | Table]:
    """Blocks of a page with rows on lines of their own; a table goes on over page breaks."""
    found: list[list[RawRow]] = []
    blocks: list[Paragraph | int] = []
    for is_row, group in groupby(lines, key=_is_row):
        if not is_row:
            blocks.extend(_paragraphs(list(group), ragged=False, spaced=True))
            continue
        rows = [cells for line in group if (cells := _cells(line)) is not None]
        if not rows:
            continue
        head = columns_of([cell.text for cell in rows[0]])
        headed = sum(column.role is not Role.EXTRA for column in head) >= max(2, len(head) // 2 + 1)
        if found and _same_table(found[-1][0].cells, rows[0], headed):
            body = rows[1:] if headed else rows
            found[-1].extend(RawRow(cells, fresh=i == 0) for i, cells in enumerate(body))
        else:
            blocks.append(len(found))
            found.append([RawRow(cells) for cells in rows])
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from _table(found[block])


def _same_table(head: Sequence[Passage], first: Sequence[Passage], headed: bool) -> bool:
    if headed:
        return [cell.text.casefold() for cell in head] == [cell.text.casefold() for cell in first]
    return abs(len(head) - len(first)) <= 2


def _table(raw: list[RawRow]) -> Iterator[Paragraph | Table]:
    header = raw[0].cells
    columns = columns_of([cell.text for cell in header])
    if sum(column.role is not Role.EXTRA for column in columns) < 2:
        yield from (Paragraph(cell) for row in raw for cell in row.cells if cell)
    else:
        yield Table(header, tuple(rows_of(raw[1:], columns)))


def _is_row(line: Line) -> bool:
    text = line.text.strip(" ")
    return text.count("\t") >= 2 or (text.startswith(_BAR) and text.count(_BAR) > 2)


def _cells(line: Line) -> tuple[Passage, ...] | None:
    if "\t" in line.text:
        pieces = line.text.split("\t")
    elif _RULE.fullmatch(line.text):
        return None
    else:
        pieces = re.split(r"(?<!\\)\|", line.text.strip().removeprefix(_BAR).removesuffix(_BAR))
    return tuple(Passage.of([Line(line.number, plain(piece))]) for piece in pieces)


def _paragraphs(lines: Sequence[Line], *, ragged: bool, spaced: bool) -> Iterator[Paragraph]:
    """The paragraphs of ``lines``; blank lines part them where the page is ``spaced``."""
    for blank, group in groupby(lines, key=lambda line: spaced and not line.text.strip()):
        if not blank:
            for line_is_heading, part in groupby(
                list(group), key=lambda line: bool(_HEADING.match(line.text))
            ):
                held = list(part)
                yield from map(_heading, held) if line_is_heading else _body(held, ragged)


def _heading(line: Line) -> Paragraph:
    marks = _HEADING.match(line.text)
    level = len(marks[1]) if marks else 0
    return Paragraph(Passage.of([Line(line.number, plain(line.text[level:]))]), heading=level)


def _body(lines: list[Line], ragged: bool) -> Iterator[Paragraph]:
    """The paragraphs of running text; a line wholly in bold is a heading of its own."""
    for bold, group in groupby(lines, key=lambda line: bool(_BOLD.fullmatch(line.text))):
        cleaned = [Line(line.number, plain(line.text)) for line in group]
        found = (paragraph.passage for paragraph in join_paragraphs(cleaned, ragged=ragged))
        yield from (Paragraph(passage, emphasised=bold) for passage in found if passage)
