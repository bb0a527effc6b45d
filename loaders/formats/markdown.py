"""Markdown: paragraphs, headings and four ways of writing tables.

* rows whose cells stand between tabs;
* rows whose cells stand between bars (GitHub tables);
* crawled pages: each cell between lines that hold only a bar (or ended by one), rows one bar further apart;
* HTML, for cells that span rows or columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from loaders.formats import embedded
from loaders.formats.bold import bold_lines
from loaders.formats.decode import lines_of
from loaders.formats.markup import plain
from loaders.layout import flat
from loaders.layout.bars import blocks_of_bars
from loaders.layout.columns import CONTENT_ROLES, Role, columns_of, gives_figures, named_role
from loaders.layout.divided import divide, divide_aligned
from loaders.layout.grid import RawRow, repeats, rows_of
from loaders.layout.labels import read_label
from loaders.layout.model import NOTHING, Layout, Line, Paragraph, Passage, Table
from loaders.layout.page_numbers import without_page_numbers
from loaders.layout.paragraphs import join_paragraphs
from loaders.layout.woven import parted

__all__ = ["blocks_of", "marks_tables", "read"]

_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_RULE = re.compile(r"\s*\|?[\s:|-]*-{2,}[\s:|-]*\|?\s*")
_AFTER_TABLE = re.compile(r"\W*(?:Nơi nhận\b|TM\.\s|KT\.\s|TL\.\s|PHỤ LỤC\b|Phụ lục\b)")
_MARKUP = re.compile(r"#{1,6}\s+\S|.*(?<![*_])(?:\*\*|__)[^\s*_]|.*\S\s*\|\s*$")
_BAR = "|"
_MARKS = (_BAR, "\t", "<")
"""What cells are marked with; a text without any is looked at no further."""
_CRAWLED_BARS = 4
_WRAPPED, _LONG_SHARE = 130, 0.15
"""Characters at which pages have wrapped their lines, and the share of longer ones by chance."""
_CAPTION = re.compile(r"\W*(?:PHỤ LỤC|Phụ lục|DANH MỤC|DANH SÁCH|BIỂU|BẢNG|Biểu|Bảng)\b")
_FEWEST_TITLES, _LONGEST_TITLE = 3, 60
_BETWEEN, _FEWEST_BARS = " | ", 3
"""Bars between the cells of a row that has none at its ends."""


def read(path: Path, data: bytes) -> Layout:
    """The layout of the Markdown file at ``path``; one without any markup is read as plain text.

    Raises ``UnreadableFile``.
    """
    lines = lines_of(path, data)
    marked = marks_tables(lines) or any(_MARKUP.match(line.text) for line in lines)
    return Layout(path.name, tuple(blocks_of(lines) if marked else flat.blocks_of(lines)), lines)


def marks_tables(lines: Sequence[Line]) -> bool:
    """Whether ``lines`` mark the cells of a task table with tabs, bars or tags."""
    text = "\n".join([line.text for line in lines])
    if not any(map(text.__contains__, _MARKS)):
        return False
    return _is_crawled(lines) or _has_table(lines) or embedded.holds_table(lines)


def _has_table(lines: Iterable[Line]) -> bool:
    """Whether a line holds all the titles of a task table."""
    rows = (_cells(line) for line in lines if _is_row(line))
    return any(cells and _is_header(cells) for cells in rows)


def blocks_of(lines: Sequence[Line]) -> Iterator[Paragraph | Table]:
    """The blocks of a page whose lines are ``lines``."""
    for tagged, part in embedded.parted(lines):
        if tagged:
            yield from embedded.table_blocks(part)
        else:
            yield from _crawled(part) if _is_crawled(part) else _tabled(part)


def _is_crawled(lines: Sequence[Line]) -> bool:
    """Whether bars stand alone, or each behind the last words of a cell whose lines are wrapped."""
    barred = [line.text.strip() for line in lines if line.text.rstrip().endswith(_BAR)]
    if sum(text == _BAR for text in barred) >= _CRAWLED_BARS:
        return True
    return sum(text.count(_BAR) == 1 for text in barred) >= _CRAWLED_BARS and not _has_table(lines)


def _crawled(lines: Sequence[Line]) -> Iterator[Paragraph | Table]:
    spaced = any(not line.text.strip() for line in lines)
    parted = lines if _has_table(lines) else list(_bars_apart(lines))
    marked = {line.number: line for line in parted if line.text.strip() != _BAR}
    for block in blocks_of_bars([Line(line.number, plain(line.text)) for line in parted]):
        if isinstance(block, Table):
            yield block
        elif _has_table(block):
            yield from _tabled([marked[line.number] for line in block])
        else:
            ragged = not _holds_paragraphs(block)
            yield from _paragraphs([marked[line.number] for line in block], ragged=ragged, spaced=spaced)


def _holds_paragraphs(lines: Sequence[Line]) -> bool:
    """Whether ``lines`` are paragraphs, and not wrapped: many are longer than any page is wide."""
    return sum(len(line.text) > _WRAPPED for line in lines) > len(lines) * _LONG_SHARE


def _bars_apart(lines: Iterable[Line]) -> Iterator[Line]:
    """``lines`` with each bar on its own: pages print it behind the last words of a cell, or two together."""
    for line in lines:
        text = line.text.rstrip()
        if text.count(_BAR) > 1 and not text.strip(_BAR + " "):
            yield from [line._replace(text=_BAR)] * text.count(_BAR)
        elif text.endswith(_BAR) and text.count(_BAR) == 1 and len(text.strip()) > 1:
            yield line._replace(text=text.removesuffix(_BAR))
            yield line._replace(text=_BAR)
        else:
            yield line


def _tabled(lines: Sequence[Line]) -> Iterator[Paragraph | Table]:
    """Blocks of a page with rows on lines of their own; a table goes on over page breaks."""
    table: list[RawRow] = []
    blocks: list[Paragraph | list[RawRow]] = []
    captioned = False
    for is_row, group in groupby(without_page_numbers(lines), key=_is_row):
        if not is_row:
            between = list(_paragraphs(list(group), ragged=False, spaced=True))
            blocks.extend(between)
            captioned = any(_CAPTION.match(paragraph.passage.text) for paragraph in between)
            continue
        rows = [cells for line in group if (cells := _cells(line)) is not None]
        closing = next((i for i, cells in enumerate(rows) if _closes(cells)), len(rows))
        shown = rows[:closing]
        own = bool(shown) and (_counts_rows(shown[0]) or (captioned and _is_titles(shown[0])))
        if shown and table and _same_table(table[0].cells, shown[0], own=own):
            body = [cells for cells in shown if not repeats(cells, table[0].cells)]
            table.extend(RawRow(cells, fresh=i == 0) for i, cells in enumerate(body))
        elif own or (shown and _is_header(shown[0])):
            table = [RawRow(cells) for cells in shown]
            blocks.append(table)
        else:
            closing = 0
        blocks.extend(Paragraph(cell) for cells in rows[closing:] for cell in cells if cell)
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    for block in blocks:
        yield block if isinstance(block, Paragraph) else _table(block, texts)


def _same_table(head: Sequence[Passage], first: Sequence[Passage], *, own: bool) -> bool:
    """Whether a table with the header ``head`` goes on with the row ``first``: the header again, or none.

    ``own`` where ``first`` is a header, of whatever it is.
    """
    columns = columns_of([cell.text for cell in first])
    if own or sum(column.role is not Role.EXTRA for column in columns) >= max(2, len(columns) // 2 + 1):
        return repeats(first, head)
    titled = len(first) == 2 and read_label(first[0].text) is not None
    return titled or abs(len(head) - len(first)) <= 2


def _counts_rows(cells: Sequence[Passage]) -> bool:
    """Whether ``cells`` are the titles of a table whose first column counts its rows: "TT | Họ và tên"."""
    return len(cells) >= _FEWEST_TITLES and named_role(cells[0].text) is Role.NUMBER


def _is_titles(cells: Sequence[Passage]) -> bool:
    """Whether ``cells``, the first row below a caption, may be titles: short, none empty and no number."""
    texts = [cell.text for cell in cells]
    return len(cells) >= _FEWEST_TITLES and all(
        text and len(text) <= _LONGEST_TITLE and text[0].isupper() and read_label(text) is None
        for text in texts
    )


def _is_header(cells: Sequence[Passage]) -> bool:
    """Whether ``cells`` name what is to be done, and something else of it or how much."""
    titles = [cell.text for cell in cells]
    roles = {column.role for column in columns_of(titles)} - {Role.EXTRA}
    return (len(roles) > 1 and bool(roles & set(CONTENT_ROLES))) or gives_figures(titles)


def _closes(cells: Sequence[Passage]) -> bool:
    """Whether a row with ``cells`` is set below a table: a signature, the heading of an annex."""
    return any(_AFTER_TABLE.match(cell.text) for cell in cells[:2])


def _table(raw: list[RawRow], texts: Sequence[str]) -> Table:
    """The table of the rows ``raw``; ``texts`` stand around it, and tell what words its plan uses."""
    header, body = _head(raw)
    columns = columns_of([cell.text for cell in header])
    rows, woven = parted([row for row in body if not repeats(row.cells, header)], len(columns), texts)
    return Table(header, tuple(rows_of(rows, columns)), woven)


def _head(raw: list[RawRow]) -> tuple[tuple[Passage, ...], list[RawRow]]:
    """The header cells and the rows below; the names in a second row stand for those that span them."""
    header = raw[0].cells
    lower = raw[1].cells if len(raw) > 1 else ()
    divided = divide_aligned(header, lower) or (divide(header, lower) if all(lower) else None)
    return (tuple(divided), raw[2:]) if divided else (header, raw[1:])


def _is_row(line: Line) -> bool:
    if _BAR not in line.text and "\t" not in line.text:
        return False
    text = line.text.strip(" ")
    barred = text.startswith(_BAR) or text.endswith(_BAR) or text.count(_BETWEEN) >= _FEWEST_BARS
    return text.count("\t") >= 2 or barred


def _cells(line: Line) -> tuple[Passage, ...] | None:
    if "\t" in line.text:
        pieces = line.text.split("\t")
    elif _RULE.fullmatch(line.text):
        return None
    else:
        pieces = re.split(r"(?<!\\)\|", line.text.strip().removeprefix(_BAR).removesuffix(_BAR))
    if len(pieces) > _FEWEST_BARS and " " in pieces[1].strip() and len(set(map(str.strip, pieces[1:]))) == 1:
        pieces = pieces[:2]  # a title over the row, written out in each of its columns
    return tuple([_cell(line.number, piece) if piece else NOTHING for piece in pieces])


def _cell(number: int, piece: str) -> Passage:
    return NOTHING if piece.isspace() else Passage.on(Line(number, plain(piece)))


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
    return Paragraph(Passage.on(Line(line.number, plain(line.text[level:]))), heading=level)


def _body(lines: list[Line], ragged: bool) -> Iterator[Paragraph]:
    """The paragraphs of running text; lines wholly in bold are headings of their own."""
    marked = dict(zip(lines, bold_lines([line.text for line in lines]), strict=True))
    for bold, group in groupby(lines, key=marked.__getitem__):
        cleaned = [Line(line.number, plain(line.text)) for line in group]
        found = (paragraph.passage for paragraph in join_paragraphs(cleaned, ragged=ragged))
        yield from (Paragraph(passage, emphasised=bold) for passage in found if passage)
