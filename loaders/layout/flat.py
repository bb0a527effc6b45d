"""The blocks of plain text: paragraphs, and the tables that were flattened in it.

A table begins at its header and goes on to the next header of other columns or the end. The header
is printed again on every page, often after a page number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.layout.columns import CONTENT_ROLES, Column, Role, may_open_header, parse_header
from loaders.layout.foot import without_foot
from loaders.layout.metrics import text_width
from loaders.layout.model import Line, Paragraph, Passage, Table
from loaders.layout.page_breaks import may_count_pages, parted_by_numbers
from loaders.layout.page_numbers import without_page_numbers
from loaders.layout.paragraphs import join_paragraphs
from loaders.layout.recover import Headed, recover
from loaders.layout.words import Words

__all__ = ["blocks_of"]

_LONGEST_HEADER = 40
_REPEATED = 4
"""So many lines of the header in a row are the header again, wherever it was cut; so is half of its text."""
_BOLD = 1.08
"""Headers are set in bold, so much wider than the metrics say."""
_PAGE_NUMBER = re.compile(r"\s*[-–]?\s*(\d{1,3})\s*[-–]?\s*")
_AFTER_TABLE = re.compile(r"\s*(?:Nơi nhận\b|TM\.\s|KT\.\s|TL\.\s|PHỤ LỤC\b|Phụ lục\b)")
_ENDINGS = frozenset("NTKP")
"""What the lines behind a table begin with."""


@dataclass(frozen=True)
class _Header:
    """A header: its columns, and the places in the list of lines where it begins and ends."""

    columns: tuple[Column, ...]
    start: int
    end: int


def blocks_of(lines: Sequence[Line]) -> list[Paragraph | Table]:
    """The blocks of ``lines`` in reading order."""
    words: Words | None = None
    blocks: list[Paragraph | Table] = []
    place = 0
    while header := _next_header(lines, place):
        end = _end_of_table(lines, header)
        blocks.extend(join_paragraphs(without_page_numbers(lines[place : header.start])))
        words = words or Words([line.text for line in lines])
        pages = _pages(lines[header.end : end], lines[header.start : header.end])
        titles = _titles(lines[header.start : header.end], header.columns)
        parted = [without_foot(page) for page in pages]
        rows = recover(
            [page for page, _ in parted], header.columns, words, [_headed(title) for title in titles]
        )
        blocks.append(Table(titles, tuple(rows)))
        blocks.extend(join_paragraphs([line for _, foot in parted for line in foot]))
        place = end
    blocks.extend(join_paragraphs(without_page_numbers(lines[place:])))
    return blocks


def _next_header(lines: Sequence[Line], place: int) -> _Header | None:
    return next((found for i in range(place, len(lines)) if (found := _header_at(lines, i))), None)


def _header_at(lines: Sequence[Line], start: int) -> _Header | None:
    if not may_open_header(lines[start].text):
        return None
    window = [line for line in lines[start : start + 2 * _LONGEST_HEADER] if line.text.strip()][
        :_LONGEST_HEADER
    ]
    passage = Passage.of(window)
    columns, end = parse_header(passage.text, passage.starts)
    roles = [column.role for column in columns]
    known = set(roles) - {Role.EXTRA}
    if len(known) < 4 or not known & set(CONTENT_ROLES) or not known & {Role.LEAD, Role.COORD, Role.TIME}:
        return None
    last = passage.line_at(end - 2)
    assert last is not None  # noqa: S101 - a passage with text has lines
    return _Header(columns, start, next(i for i, line in enumerate(lines) if line.number == last.number) + 1)


def _end_of_table(lines: Sequence[Line], header: _Header) -> int:
    for i in range(header.end, len(lines)):
        text = lines[i].text
        if text.lstrip()[:1] in _ENDINGS and _AFTER_TABLE.match(text):
            return i
    return len(lines)


def _titles(lines: Sequence[Line], columns: Sequence[Column]) -> tuple[Passage, ...]:
    """The header's text cut at its columns."""
    passage = Passage.of(lines)
    titles: list[Passage] = []
    place = 0
    for column in columns:
        start = passage.text.index(column.title, place)
        place = start + len(column.title)
        titles.append(passage.part(start, place))
    return tuple(titles)


def _headed(title: Passage) -> Headed:
    """What a header shows of its column's width: where the title was broken, the next word had no room."""
    ends = [*title.starts[1:], len(title.text)]
    pieces = [title.text[a:b].strip() for a, b in zip(title.starts, ends, strict=True)]
    wider = [text_width(f"{a} {b.split()[0]}") for a, b in pairwise(pieces)]
    widest = max(map(text_width, pieces))
    return Headed(_BOLD * (max(widest, min(wider)) if wider else widest), broken=bool(wider))


def _pages(lines: Sequence[Line], header: Sequence[Line]) -> list[list[Line]]:
    """The lines of a table page by page, without repeated headers and the page numbers at their edges."""
    shown = {_folded(line) for line in header if line.text.strip()}
    pages: list[list[Line]] = []
    start = 0
    for end, after in _page_ends(lines, shown):
        page = _opened(lines[start:end])
        _drop_page_number(page)
        pages.append(page)
        start = after
    pages = [page for page in (*pages, _opened(lines[start:])) if page]
    return parted_by_numbers(pages[0]) if len(pages) == 1 else pages


def _page_ends(lines: Sequence[Line], shown: set[str]) -> Iterator[tuple[int, int]]:
    """Where a page ends and where the next one begins: behind the header, if it is ``shown`` again."""
    firsts = {text[0] for text in shown}
    place, page = 0, lines[0].page if lines else None
    for i, line in enumerate(lines):
        if i < place:
            continue
        text = line.text
        place = _header_again(lines, i, shown) if text and text.lstrip()[:1].casefold() in firsts else i
        if place > i or line.page != page:
            yield i, place
            page = lines[place - 1].page if place > i else line.page


def _opened(page: Sequence[Line]) -> list[Line]:
    """The lines of ``page`` from the first that is neither blank nor its number."""
    first = next((i for i, line in enumerate(page) if not _numbers_page(line)), len(page))
    return list(page[first:])


def _numbers_page(line: Line) -> bool:
    """Whether ``line``, the first of a page, is blank or the number of that page."""
    text = line.text.strip(" -–")
    return line.page is not None and text in {"", str(line.page)}


def _header_again(lines: Sequence[Line], start: int, shown: set[str]) -> int:
    """Where the header that begins again at ``start`` ends; ``start`` where none does."""
    if _folded(lines[start]) not in shown:
        return start
    end, count, letters = start, 0, 0
    for i in range(start, len(lines)):
        if not lines[i].text.strip():
            continue
        folded = _folded(lines[i])
        if folded not in shown:
            break
        end, count, letters = i + 1, count + 1, letters + len(folded)
    return end if count >= _REPEATED or 2 * letters >= sum(map(len, shown)) else start


def _folded(line: Line) -> str:
    return " ".join(line.text.casefold().split())


def _drop_page_number(page: list[Line]) -> None:
    """Take a page number off the end of ``page``, and the empty lines around it."""
    while page and not page[-1].text:
        page.pop()
    kept = len(page)
    while kept and not page[kept - 1].text.strip():
        kept -= 1
    found = _PAGE_NUMBER.fullmatch(page[kept - 1].text) if kept else None
    if found and may_count_pages(int(found[1]), page[kept - 1]):
        del page[kept - 1 :]
        while page and not page[-1].text:
            page.pop()
