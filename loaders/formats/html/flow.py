"""The elements of a web page to pieces: paragraphs as a browser breaks them, tables with their spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import unescape

from lxml.html import HtmlElement

from loaders.formats.counting import written
from loaders.formats.html.frame import is_frame, names_of
from loaders.formats.legacy_text import unicode_of
from loaders.formats.pieces import Box, Grid, Lines, Piece, Text, note_mark
from loaders.formats.symbols import is_symbol_font, signs_of

__all__ = ["Flow"]

_BLOCKS = names_of("blocks")
"""Elements that stand on lines of their own; any other flows with the text, unknown ones too."""
_BOLD = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_STRUCK = frozenset({"del", "s", "strike"})
_PARTS = frozenset({"thead", "tbody", "tfoot"})
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_HEADING = re.compile(r"h([1-6])")
_FAMILY = re.compile(r"font-family\s*:\s*['\"]?([^;,'\"]+)", re.IGNORECASE)
_STRUCK_STYLE = re.compile(r"text-decoration[^;]*:[^;]*line-through", re.IGNORECASE)
_KEEPS_LINES = re.compile(r"white-space\s*:\s*(?:pre|break)", re.IGNORECASE)
_CAPITALS = re.compile(r"text-transform\s*:\s*uppercase", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_UNMARKED = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)
_NOTE = re.compile(r"#(?:body)?_?(?:sd)?(?:ftn|edn|footnote|endnote)\w*\d")
"""Where the mark of a footnote leads to, and its number in the note back, in pages of word processors."""
_LABEL = re.compile(r"(?:[IVX]+|\d{1,2}(?:\.\d{1,2})*)[.)]|[a-zđ]\)")
"""A label that an item of a list prints itself."""
_APART = re.compile(r"display\s*:\s*(?:inline-)?block", re.IGNORECASE)
_WIDEST = 64
_TALLEST = 20_000


@dataclass
class Flow:
    """Text as it flows: what is inline joins the line, what is a block ends it."""

    lines: Lines
    raised: frozenset[str] = frozenset()
    """The classes whose letters style sheets raise."""
    pieces: list[Piece] = field(default_factory=list)
    _parts: list[list[str]] = field(default_factory=lambda: [[]])
    _plain: bool = False
    """Whether the open paragraph holds words that are not bold."""
    _kept: bool = False
    """Whether the ends of the source's lines show (``pre``)."""
    _upper: bool = False
    _label: str = ""
    """What stands before an item of a list whose first words are still to come."""
    _counts: dict[HtmlElement, int] = field(default_factory=dict)
    """How far each numbered list has counted."""

    def take(self, element: HtmlElement, font: str = "", bold: bool = False, heading: int = 0) -> None:
        """Read ``element`` and all it holds."""
        if not isinstance(element.tag, str) or is_frame(element) or _is_struck(element):
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
        elif tag not in _BLOCKS:
            self._inline(element, font, bold, heading)
        else:
            self.close(heading)
            if tag == "li":
                self._label = self._marker(element)
            self._inside(element, font, bold, heading)
            self.close(heading)
            if tag == "li":
                self._label = ""

    def close(self, heading: int = 0) -> None:
        """End the open paragraph."""
        texts = [" ".join("".join(part).split()) for part in self._parts]
        if any(texts):
            bold = not self._plain
            self.pieces.append(Text(tuple(self.lines.add(text) for text in texts if text), heading, bold))
        self._parts, self._plain = [[]], False

    def _inside(self, element: HtmlElement, font: str, bold: bool, heading: int) -> None:
        before = self._kept, self._upper
        style = element.get("style", "")
        self._kept |= element.tag == "pre" or bool(style and _KEEPS_LINES.search(style))
        self._upper |= bool(style and _CAPITALS.search(style))
        self._add(element.text, font, bold)
        for below in element:
            self.take(below, font, bold, heading)
            self._add(below.tail, font, bold)
        self._kept, self._upper = before

    def _inline(self, element: HtmlElement, font: str, bold: bool, heading: int) -> None:
        noted = element.tag == "sup" or self._is_raised(element) or _NOTE.match(element.get("href", ""))
        mark = note_mark(element.text_content(), "".join(self._parts[-1][-2:])) if noted else ""
        if mark:
            self._add(mark, font, bold)
        else:
            self._inside(element, font, bold, heading)
            if _APART.search(element.get("style", "")):
                self._add(" ", font, bold)

    def _is_raised(self, element: HtmlElement) -> bool:
        return bool(
            self.raised.intersection(element.get("class", "").split())
            or _RAISED.search(element.get("style", ""))
        )

    def _add(self, text: str | None, font: str, bold: bool) -> None:
        if not text:
            return
        if self._label and text.strip():
            self._parts[-1].append(self._label)
            self._label = ""
        self._plain = self._plain or bool(text.strip() and not bold)
        for i, line in enumerate(text.split("\n") if self._kept else [text]):
            if i:
                self._parts.append([])
            plain = unescape(line) if "&" in line else line  # portals escape twice at times
            shown = signs_of(plain, font) if is_symbol_font(font) else unicode_of(plain, font)
            self._parts[-1].append(re.sub(r"[ \t\r\n\f]+", " ", shown.upper() if self._upper else shown))

    def _marker(self, item: HtmlElement) -> str:
        """What a browser puts before an item of a list."""
        listing = item.getparent()
        if listing is None or listing.tag not in ("ol", "ul") or _UNMARKED.search(listing.get("style", "")):
            return ""
        if listing.tag == "ol":
            before = self._counts.get(listing, _whole(listing.get("start")) - 1)
            self._counts[listing] = _whole(item.get("value")) if item.get("value") else before + 1
        text = item.text_content().strip()
        if text[:1] in tuple("-+•*–") or (listing.tag == "ol" and _LABEL.match(text)):
            return ""
        form = _FORMS.get(listing.get("type", "1"), "decimal")
        return f"{written(self._counts[listing], form)}. " if listing.tag == "ol" else "- "

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
        inner = Flow(self.lines, self.raised)
        self.lines.reach(cell.sourceline)
        inner._inside(cell, _font(cell) or font, cell.tag == "th", 0)
        inner.close()
        return tuple(inner.pieces)


def _is_struck(element: HtmlElement) -> bool:
    return element.tag in _STRUCK or bool(_STRUCK_STYLE.search(element.get("style", "")))


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
