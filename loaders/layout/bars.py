"""Crawled tables: each cell stands between lines that hold only a bar.

A row is ``| cell | cell |``; the bar that ends one row and the bar that begins the next leave
nothing between them. How the pieces between bars make rows: :mod:`loaders.layout.cuts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from loaders.layout.columns import (
    CONTENT_ROLES,
    Column,
    Role,
    columns_of,
    gives_figures,
    is_yearly,
    named_role,
)
from loaders.layout.cues import hints, is_mark
from loaders.layout.cuts import raw_rows
from loaders.layout.divided import divide
from loaders.layout.grid import RawRow, repeats, rows_of
from loaders.layout.labels import is_number, read_label
from loaders.layout.listed import listed
from loaders.layout.model import Line, Passage, Row, Table
from loaders.layout.paragraphs import heads_chapter, join_paragraphs, starts_item

__all__ = ["blocks_of_bars"]

_BAR = "|"
_AGENCIES = frozenset({Role.LEAD, Role.COORD})
_IN_AGENCIES = (Role.LEAD, frozenset({Role.TIME, Role.PRODUCT}))
_TELLING: Mapping[Role, tuple[Role, frozenset[Role]]] = {
    Role.LEAD: _IN_AGENCIES,
    Role.COORD: _IN_AGENCIES,
    Role.TIME: (Role.TIME, frozenset({Role.LEAD})),
}
"""What the cells of a column tell (:func:`~loaders.layout.cues.hints`), and what no cell of it does."""
_NUMBERS = "TT"
"""The title of a column of numbers that has none."""
_TALLEST, _WIDEST = 6, 15
"""Lines of a header's cell and cells of a header, at most."""
_PROSE = 30
"""A piece of more lines is body text, not a cell."""
_AFTER_TABLE = re.compile(r"\W*(?:Nơi nhận\b|TM\.\s|KT\.\s|TL\.\s|PHỤ LỤC\b|Phụ lục\b|Ghi chú\s*:)")

_FRAME = re.compile(
    r"\W*(?:Văn bản (?:này chưa|liên quan|được hướng dẫn|gốc\b)|FILE ĐƯỢC ĐÍNH KÈM|Đang tải văn bản"
    r"|(?:Tình trạng|Hiệu lực)[^:]{0,20}:)"
)
"""A line of the frame that a portal puts around a document."""


@dataclass
class _Piece:
    """The lines between two bars; ``apart`` when an empty line parts them from the bar above.

    ``closed`` when a bar follows.
    """

    lines: list[Line] = field(default_factory=list)
    apart: bool = False
    closed: bool = True

    @property
    def passage(self) -> Passage:
        """The lines as one text."""
        return Passage.of(self.lines)


def blocks_of_bars(lines: Sequence[Line]) -> Iterator[Table | list[Line]]:
    """The tables of crawled ``lines`` (marks taken out), and the lines between them."""
    pieces = _pieces(lines)
    place = 0
    while place < len(pieces):
        header, start = _header_at(pieces, place)
        if not header:
            if pieces[place].lines:
                yield pieces[place].lines
            place += 1
            continue
        columns = columns_of([cell.text for cell in header])
        parted = not any(piece.apart for piece in pieces[place:start])
        raw, place = _raw_table(pieces, start, columns, parted=parted)
        while _same(header, (again := _header_at(pieces, place))[0]):
            more, place = _raw_table(pieces, again[1], columns, parted=parted)
            raw += [RawRow(row.cells, fresh=i == 0) for i, row in enumerate(more)]
        rows = [_without_gap(row, columns) for row in raw if not repeats(row.cells, header)]
        yield Table(tuple(header), tuple(_listing(row, columns) for row in rows_of(rows, columns, spare=0)))


def _without_gap(row: RawRow, columns: Sequence[Column]) -> RawRow:
    """``row`` without the empty cells at its end where it lost others: the gap below it looks like one.

    It lost some if a time or a product stands in a column of agencies, or an agency in that of times.
    """
    if len(row.cells) < len(columns) or row.cells[-1]:
        return row
    if not any(map(_is_strange, row.cells, columns)):
        return row
    filled = max(i for i, cell in enumerate(row.cells, start=1) if cell)
    return RawRow(row.cells[:filled], row.fresh)


def _is_strange(cell: Passage, column: Column) -> bool:
    """Whether ``cell`` plainly tells what no cell of ``column`` does."""
    own, strange = _TELLING.get(column.role, (None, frozenset()))
    found = hints(cell.text)
    return own not in found and bool(found & strange)


def _listing(row: Row, columns: Sequence[Column]) -> Row:
    """``row`` with the agencies that only lines part parted."""
    return Row(
        tuple(
            cell._replace(passage=listed(cell.passage)) if column.role in _AGENCIES else cell
            for cell, column in zip(row.cells, columns, strict=True)
        )
    )


def _same(header: Sequence[Passage], other: Sequence[Passage]) -> bool:
    """Whether a header right below the rows of ``header`` is the same one, printed again."""
    return [cell.text.casefold() for cell in header] == [cell.text.casefold() for cell in other]


def _raw_table(
    pieces: Sequence[_Piece], start: int, columns: Sequence[Column], *, parted: bool
) -> tuple[list[RawRow], int]:
    """The rows that begin at ``start``, and the place after them; ``parted`` as in :func:`_table_end`."""
    end = _table_end(pieces, start, parted=parted)
    if end < len(pieces) and not pieces[end - 1].lines and _header_at(pieces, end)[0]:
        return raw_rows([piece.passage for piece in pieces[start : end - 1]], columns)[1], end
    cost, raw = raw_rows([piece.passage for piece in pieces[start:end]], columns)
    if not pieces[end - 1].closed and end > start + 1:  # text after the last bar, or a cell without one
        less, shorter = raw_rows([piece.passage for piece in pieces[start : end - 1]], columns)
        if less <= cost:
            return shorter, end - 1
    return raw, end


def _pieces(lines: Sequence[Line]) -> list[_Piece]:
    pieces = [_Piece()]
    for line in lines:
        if line.text.strip() == _BAR:
            pieces += _opened_by_number(pieces.pop())
            pieces.append(_Piece())
        elif line.text.strip() or pieces[-1].lines:
            pieces[-1].lines.append(line)
        else:
            pieces[-1].apart = True
    pieces[-1].closed = False
    return pieces if pieces[-1].lines else pieces[:-1]


def _opened_by_number(piece: _Piece) -> list[_Piece]:
    """``piece`` without the "TT" at its end, which is a piece of its own: a table begins without a bar.

    In small letters, or in capitals below others, "số" is the end of a text: "CHUYỂN ĐỔI / SỐ".
    """
    for size in (2, 1):
        last, above = Passage.of(piece.lines[-size:]), piece.lines[:-size]
        if not above or not last.text[:1].isupper() or (last.text == "SỐ" and above[-1].text.isupper()):
            continue
        if named_role(last.text) is Role.NUMBER:
            return [_Piece(piece.lines[:-size], piece.apart), _Piece(piece.lines[-size:])]
    return [piece]


def _header_at(pieces: Sequence[_Piece], place: int) -> tuple[list[Passage], int]:
    """The header cells that begin at ``place`` and where its rows begin; no cells where no header does."""
    titles = _above_first_number(_cells_from(pieces, place))
    if not _is_header([title.text for title in titles]):
        return [], place
    end = place + len(titles)
    parted = end < len(pieces) and not pieces[end].lines
    lower = _cells_from(pieces, end + 1) if parted else []
    below = (piece.passage.text for piece in pieces[end : end + 4 * _WIDEST])
    divided = divide(titles, lower, amounts=bool(lower) and not any(map(is_mark, below)))
    start = end + 1 + len(lower) if divided else end
    return _with_numbers(divided or titles, pieces, start), start


def _with_numbers(titles: list[Passage], pieces: Sequence[_Piece], start: int) -> list[Passage]:
    """``titles`` with one for the numbers of the rows that begin at ``start``, where theirs is empty."""
    first = pieces[start : start + 2 * _WIDEST]
    opening = (piece.passage.text for above, piece in pairwise(first) if not above.lines and piece.lines)
    numbered = any(text.strip(" .").isdecimal() for text in opening)
    if not numbered or Role.NUMBER in [column.role for column in columns_of([t.text for t in titles])]:
        return titles
    return [Passage.of([titles[0].lines[0]._replace(text=_NUMBERS)]), *titles]


def _above_first_number(titles: list[Passage]) -> list[Passage]:
    """The cells before the number of the first row, where one bar parts the rows; else all.

    A year is the title of a column of amounts.
    """
    numbers = (
        i
        for i, title in enumerate(titles)
        if title.text.strip(" .").isdecimal() and not is_yearly(title.text)
    )
    return titles[: next(numbers, len(titles))]


def _is_header(titles: Sequence[str]) -> bool:
    """Whether ``titles`` name columns: most of them, two plainly, and the number of rows only first."""
    if any(map(_AFTER_TABLE.match, titles)):
        return False
    columns = columns_of(titles)
    roles = [column.role for column in columns]
    known = [role for role in roles if role is not Role.EXTRA]
    if len(set(known)) < 2:
        return False
    plainly = [Role.EXTRA if is_yearly(title) else named_role(title) for title in titles]
    told = len(set(known)) + sum(role is Role.EXTRA for role in plainly)
    if told < 3 or len(known) + plainly.count(Role.EXTRA) <= len(roles) / 2:
        return False
    numbered = roles[0] is Role.NUMBER and plainly[0] is not Role.NUMBER
    named = set(plainly) - {None} - (set() if gives_figures(titles) else {Role.EXTRA})
    behind = plainly[2 if plainly[0] is Role.LEAD else 1 :]  # agencies may group the numbered rows
    content = next((i for i, role in enumerate(roles) if role in CONTENT_ROLES), 1)
    if Role.COORD in roles[:content]:  # "Các cơ quan liên quan" is rather a cell
        return False
    return len(named) > 1 and roles[0] is not Role.EXTRA and not numbered and Role.NUMBER not in behind


def _cells_from(pieces: Sequence[_Piece], place: int) -> list[Passage]:
    """The short cells from ``place`` to the next gap."""
    row = takewhile(lambda piece: 0 < len(piece.lines) <= _TALLEST, pieces[place : place + _WIDEST])
    return [piece.passage for piece in row]


def _table_end(pieces: Sequence[_Piece], start: int, *, parted: bool) -> int:
    """Where text, or another table, follows; ``parted`` when empty lines stand in no cell of the header."""
    for place in range(start, len(pieces)):
        piece = pieces[place]
        if piece.lines and ((parted and piece.apart) or _is_prose(piece.lines)):
            return place
        following = place + 1
        if not piece.lines or following == len(pieces) or _numbers_row(pieces, place):
            continue
        if _header_at(pieces, following)[0]:
            return place
    return len(pieces)


def _numbers_row(pieces: Sequence[_Piece], place: int) -> bool:
    """Whether the piece at ``place`` is the number that opens a row, whose cells follow."""
    return place > 0 and not pieces[place - 1].lines and is_number(pieces[place].passage.text)


def _is_prose(lines: Sequence[Line]) -> bool:
    """Whether ``lines`` are body text: many, chapters, one with its points, or what closes a document."""
    texts = [line.text.strip() for line in lines if line.text.strip()]
    if len(texts) > _PROSE or (texts and _AFTER_TABLE.match(texts[0])) or any(map(_FRAME.match, texts)):
        return True
    if any(map(heads_chapter, texts[1:])):
        return True
    label = read_label(texts[0]) if texts else None
    chapter = label is not None and label.roman and label.end < len(texts[0])
    if not chapter:
        return False
    points = sum(starts_item(text) for text in texts[1:])
    return points > 1 or (texts[-1][-1] in ".;" and len(join_paragraphs(lines, ragged=True)) > 1)
