"""The body of a Word file to pieces: paragraphs with their lines, tables with their boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from loaders.formats.docx.numbering import Numbering
from loaders.formats.docx.runs import Run, parts_of, runs_of
from loaders.formats.docx.styles import Styles, W, attribute, child, is_on, number_of
from loaders.formats.pieces import Box, Grid, Lines, Piece, Text, note_mark

__all__ = ["Body"]

_WRAPPERS = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
_IDENTIFIER = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WIDEST = 63
"""Columns of a table in Word, at most."""


@dataclass
class Body:
    """A reading of a document's body: lines counted, lists counted, notes met."""

    styles: Styles
    numbering: Numbering
    lines: Lines
    chunk: Callable[[str, Lines], Iterable[Piece]]
    """What gives the pieces of an embedded document by its identifier."""
    noted: dict[tuple[str, str], int] = field(default_factory=dict)
    """The number of each note by its kind and identifier, in the order of their marks."""
    _carried: list[Run] = field(default_factory=list)
    """Runs of a paragraph whose end was deleted: they open the next one."""

    def pieces(self, parent: etree._Element | None) -> Iterator[Piece]:
        """The texts and grids among the children of ``parent``."""
        for element in _children(parent):
            if element.tag == W + "p":
                yield from self._paragraph(element)
            elif element.tag == W + "tbl":
                grid = self._table(element)
                if grid.boxes:
                    yield grid
            elif element.tag == W + "altChunk":
                yield from self.chunk(element.get(_IDENTIFIER, ""), self.lines)

    def notes(self, kind: str, root: etree._Element | None) -> Iterator[Text]:
        """The footnotes or endnotes that were marked, each as "[^n] text"."""
        if root is None:
            return
        held = {attribute(note, "id"): note for note in root.iter(W + kind)}
        for (owner, name), number in list(self.noted.items()):
            if owner == kind and name in held:
                texts = [t.words for t in self.pieces(held[name]) if isinstance(t, Text) and t.words]
                yield Text((self.lines.add(f"[^{number}] " + " ".join(texts)),))

    def _paragraph(self, element: etree._Element) -> Iterator[Piece]:
        properties = child(element, "pPr")
        chain = self.styles.paragraph_chain(properties)
        if self.styles.lists_contents(chain):
            return
        runs = self._carried + list(runs_of(element, self.styles, chain))
        self._carried = []
        if _goes_on(properties):
            self._carried = runs
            return
        if is_on(child(child(properties, "rPr"), "vanish")) and not runs:
            return
        label = self.numbering.label([properties, *(child(style, "pPr") for style in chain)])
        heading = _heading([properties, *(child(style, "pPr") for style in chain)])
        yield self._text(runs, label, heading)
        for run in runs:
            for box in run.boxes:
                yield from self.pieces(box)

    def _text(self, runs: list[Run], label: str, heading: int) -> Text:
        """A text of ``runs``; a line that goes over a page break stands on the page where it begins."""
        lines = []
        parts = [label]
        broken = 0
        for run in runs:
            broken += run.breaks_page
            if broken and not "".join(parts).strip():
                broken = self._turn_pages(broken)
            if run.note:
                number = self.noted.setdefault(run.note, len(self.noted) + 1)
                parts.append(f"[^{number}]")
            if run.ends_line:
                lines.append(self.lines.add("".join(parts)))
                broken = self._turn_pages(broken)
                parts = []
            mark = note_mark(run.text, "".join(parts)) if run.raised else ""
            parts.append(mark or run.text)
        lines.append(self.lines.add("".join(parts)))
        self._turn_pages(broken)
        bold = [run.bold for run in runs if run.text.strip()]
        return Text(tuple(lines), heading, bool(bold) and all(bold))

    def _turn_pages(self, count: int) -> int:
        """Go on by ``count`` pages, where pages are known; 0, the breaks still to be counted."""
        if self.lines.page is not None:
            self.lines.page += count
        return 0

    def _table(self, element: etree._Element) -> Grid:
        boxes: list[Box] = []
        spanning: dict[int, int] = {}
        row = 0
        for tr in _named(element, "tr"):
            properties = child(tr, "trPr")
            if child(properties, "del") is not None or is_on(child(properties, "hidden")):
                continue
            column = number_of(child(properties, "gridBefore"), most=_WIDEST)
            for tc in _named(tr, "tc"):
                if column >= _WIDEST:
                    break
                box, goes_on = self._cell(tc, row, column)
                above = spanning.get(column)
                if goes_on and above is not None:
                    boxes[above] = _taller(boxes[above], row)
                else:
                    spanning[column] = len(boxes)
                    boxes.append(box)
                column = box.column + box.width
            row += 1
        return Grid(_widths(element, boxes), tuple(boxes))

    def _cell(self, tc: etree._Element, row: int, column: int) -> tuple[Box, bool]:
        """A cell, and whether it is covered by the one above."""
        properties = child(tc, "tcPr")
        width = max(1, number_of(child(properties, "gridSpan"), 1, _WIDEST - column))
        merge = child(properties, "vMerge")
        goes_on = merge is not None and attribute(merge) in {None, "continue"}
        return Box(row, column, () if goes_on else tuple(self.pieces(tc)), 1, width), goes_on


def _goes_on(properties: etree._Element | None) -> bool:
    """Whether the end of a paragraph was deleted, or it is only the large first letter of the next one."""
    mark = child(properties, "rPr")
    deleted = child(mark, "del") is not None or child(mark, "moveFrom") is not None
    return deleted or attribute(child(properties, "framePr"), "dropCap") in {"drop", "margin"}


def _taller(box: Box, row: int) -> Box:
    return Box(box.row, box.column, box.pieces, row - box.row + 1, box.width)


def _children(parent: etree._Element | None) -> Iterator[etree._Element]:
    """The children of ``parent``, those inside content controls and accepted insertions included."""
    for element in parts_of(parent) if parent is not None else ():
        if element.tag in _WRAPPERS:
            yield from _children(element)
        else:
            yield element


def _named(parent: etree._Element, name: str) -> Iterable[etree._Element]:
    return (element for element in _children(parent) if element.tag == W + name)


def _heading(properties: list[etree._Element | None]) -> int:
    """The level of a heading (1 is the highest), 0 for body text."""
    levels = (child(source, "outlineLvl") for source in properties)
    found = next((level for level in levels if level is not None), None)
    level = number_of(found, 9)
    return level + 1 if level < 9 else 0


def _widths(table: etree._Element, boxes: list[Box]) -> tuple[float, ...]:
    """The widths of the grid's columns; equal ones where the file's grid does not fit its rows."""
    count = max((box.column + box.width for box in boxes), default=0)
    stated = [col.get(W + "w", "") for col in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    widths = [float(w) for w in stated if w.isdecimal() and len(w) < 9]
    if len(widths) < count or not all(widths[:count]):
        return (1.0,) * count
    return tuple(widths[:count])
