"""The elements of a web page to pieces: paragraphs as a browser breaks them, tables with their spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml.html import HtmlElement

from loaders.formats.html_frame import is_frame
from loaders.formats.legacy_text import unicode_of
from loaders.formats.pieces import Box, Grid, Lines, Piece, Text

__all__ = ["Flow"]

_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "o:p",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "st1:place",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_BOLD = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_STRUCK = frozenset({"del", "s", "strike"})
_PARTS = frozenset({"thead", "tbody", "tfoot"})
_HEADING = re.compile(r"h([1-6])")
_FAMILY = re.compile(r"font-family\s*:\s*['\"]?([^;,'\"]+)", re.IGNORECASE)
_UNIT = re.compile(r"(?:^|[\d\s])(?:k|d|c)?m$")
_WIDEST = 64
_TALLEST = 20_000


@dataclass
class Flow:
    """Text as it flows: what is inline joins the line, what is a block ends it."""

    lines: Lines
    pieces: list[Piece] = field(default_factory=list)
    _parts: list[list[str]] = field(default_factory=lambda: [[]])
    _plain: bool = False
    """Whether the open paragraph holds words that are not bold."""
    _counts: dict[HtmlElement, int] = field(default_factory=dict)
    """How far each numbered list has counted."""

    def take(self, element: HtmlElement, font: str = "", bold: bool = False, heading: int = 0) -> None:
        """Read ``element`` and all it holds."""
        if not isinstance(element.tag, str) or is_frame(element) or element.tag in _STRUCK:
            return
        tag = element.tag
        level = _HEADING.fullmatch(tag)
        heading = int(level[1]) if level else heading
        font, bold = _font(element) or font, bold or tag in _BOLD
        if tag == "br":
            self._parts.append([])
        elif tag == "table":
            self.close(heading)
            self._table(element, font)
        elif tag in _INLINE:
            self._inline(element, font, bold, heading)
        else:
            self.close(heading)
            if tag == "li":
                self._add(self._marker(element), font, True)
            self._inside(element, font, bold, heading)
            self.close(heading)

    def close(self, heading: int = 0) -> None:
        """End the open paragraph."""
        texts = [" ".join("".join(part).split()) for part in self._parts]
        if any(texts):
            bold = not self._plain
            self.pieces.append(Text(tuple(self.lines.add(text) for text in texts if text), heading, bold))
        self._parts, self._plain = [[]], False

    def _inside(self, element: HtmlElement, font: str, bold: bool, heading: int) -> None:
        self._add(element.text, font, bold)
        for below in element:
            self.take(below, font, bold, heading)
            self._add(below.tail, font, bold)

    def _inline(self, element: HtmlElement, font: str, bold: bool, heading: int) -> None:
        mark = element.text_content().strip(" []()") if element.tag == "sup" else ""
        if mark.isdecimal() and len(mark) < 4 and not _UNIT.search("".join(self._parts[-1])):
            self._add(f"[^{mark}]", font, bold)
        else:
            self._inside(element, font, bold, heading)

    def _add(self, text: str | None, font: str, bold: bool) -> None:
        if text:
            self._parts[-1].append(unicode_of(re.sub(r"[ \t\r\n\f]+", " ", text), font))
            self._plain = self._plain or bool(text.strip() and not bold)

    def _marker(self, item: HtmlElement) -> str:
        """What a browser puts before an item of a list."""
        listing = item.getparent()
        if listing is None or listing.tag not in ("ol", "ul"):
            return ""
        if listing.tag == "ol":
            before = self._counts.get(listing, _whole(listing.get("start")) - 1)
            self._counts[listing] = _whole(item.get("value")) if item.get("value") else before + 1
        if item.text_content().strip()[:1] in tuple("-+•*–"):
            return ""
        return f"{self._counts[listing]}. " if listing.tag == "ol" else "- "

    def _table(self, table: HtmlElement, font: str) -> None:
        rows = list(_rows(table))[:_TALLEST]
        taken: set[tuple[int, int]] = set()
        boxes: list[Box] = []
        for r, row in enumerate(rows):
            column = 0
            for cell in row:
                if cell.tag not in ("td", "th") or is_frame(cell):
                    continue
                while (r, column) in taken:
                    column += 1
                if column >= _WIDEST:
                    break
                tall, wide = _spans(cell, len(rows) - r, _WIDEST - column)
                taken |= {(r + i, column + j) for i in range(tall) for j in range(wide)}
                boxes.append(Box(r, column, self._cell(cell, font), tall, wide))
                column += wide
        width = 1 + max((box.column for box in boxes), default=0)
        kept = (replace(box, width=min(box.width, width - box.column)) for box in boxes)
        if boxes:
            self.pieces.append(Grid((1.0,) * width, tuple(kept), blank_goes_on=True))

    def _cell(self, cell: HtmlElement, font: str) -> tuple[Piece, ...]:
        inner = Flow(self.lines)
        self.lines.reach(cell.sourceline)
        inner._inside(cell, _font(cell) or font, cell.tag == "th", 0)
        inner.close()
        return tuple(inner.pieces)


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    """The rows of ``table`` itself: those of the head first, those of the foot last."""
    ordered = [*table.iterchildren("thead"), *(e for e in table if e.tag not in _PARTS or e.tag == "tbody")]
    for part in (*ordered, *table.iterchildren("tfoot")):
        if part.tag == "tr" and not is_frame(part):
            yield part
        elif part.tag in _PARTS and not is_frame(part):
            yield from (row for row in part.iterchildren("tr") if not is_frame(row))


def _spans(cell: HtmlElement, most_rows: int, most_columns: int) -> tuple[int, int]:
    tall, wide = _whole(cell.get("rowspan")), _whole(cell.get("colspan"))
    return (most_rows if tall == 0 else min(tall, most_rows)), max(1, min(wide, most_columns))


def _whole(value: str | None) -> int:
    """A span as the page states it; 1 where it states none. A rowspan of 0 goes to the end of the table."""
    text = (value or "").strip()
    return int(text) if text.isdecimal() and len(text) < 6 else 1


def _font(element: HtmlElement) -> str:
    named = element.get("face") or ""
    styled = _FAMILY.search(element.get("style", ""))
    return (styled[1] if styled else named).strip()
