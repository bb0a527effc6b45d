"""The runs of a Word paragraph: text, breaks, marks of notes, text boxes; changes read as accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from loaders.formats.docx_styles import Styles, W, attribute, child
from loaders.formats.legacy_text import unicode_of

__all__ = ["Run", "runs_of"]

_LEFT_OUT = {W + name for name in ("del", "moveFrom", "pPr", "rPr")}
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_FIXED = {W + "tab": " ", W + "ptab": " ", W + "noBreakHyphen": "-", W + "softHyphen": ""}
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}


@dataclass(frozen=True)
class Run:
    """A stretch of text. ``ends_line`` and ``breaks_page`` say what stands before it."""

    text: str = ""
    bold: bool = False
    ends_line: bool = False
    breaks_page: bool = False
    note: tuple[str, str] | None = None
    """Kind and identifier of the note marked before the text."""
    boxes: tuple[etree._Element, ...] = ()
    """The contents of text boxes anchored here."""


def runs_of(parent: etree._Element, styles: Styles, chain: list[etree._Element]) -> Iterator[Run]:
    """The runs in ``parent`` as printed once all tracked changes are accepted."""
    for element in parent:
        if element.tag == W + "r":
            yield from _run(element, styles, chain)
        elif element.tag not in _LEFT_OUT and isinstance(element.tag, str):
            yield from runs_of(element, styles, chain)


def _run(element: etree._Element, styles: Styles, chain: list[etree._Element]) -> Iterator[Run]:
    font, hidden, bold = styles.run(child(element, "rPr"), chain)
    if hidden:
        return
    for part in element:
        if part.tag == W + "t":
            yield Run(unicode_of(part.text or "", font), bold)
        elif part.tag in _FIXED:
            yield Run(_FIXED[part.tag], bold)
        elif part.tag in (W + "br", W + "cr"):
            yield Run(ends_line=True)
        elif part.tag == W + "lastRenderedPageBreak":
            yield Run(breaks_page=True)
        elif part.tag == W + "sym":
            yield Run("-", bold)
        elif part.tag in _NOTES:
            yield Run(note=(_NOTES[part.tag], attribute(part, "id") or ""))
        elif part.tag in (W + "drawing", W + "pict", W + "object", _ALTERNATE):
            yield Run(boxes=tuple(_text_boxes(part)))


def _text_boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The contents of text boxes in a drawing; of its alternatives only the first."""
    if element.tag == W + "txbxContent":
        yield element
        return
    parts = list(element)
    if element.tag == _ALTERNATE:
        parts = [part for part in parts if part.tag == _CHOICE][:1] or parts[:1]
    for part in parts:
        yield from _text_boxes(part)
