"""The runs of a Word paragraph: text, breaks, marks of notes, text boxes; changes read as accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from loaders.formats.docx.styles import Look, Styles, W, attribute, child
from loaders.formats.legacy_text import unicode_of
from loaders.formats.symbols import BULLET, is_symbol_font, sign_of, signs_of

__all__ = ["Run", "parts_of", "runs_of"]

_LEFT_OUT = {W + name for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr")}
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FIXED = {W + "tab": " ", W + "ptab": " ", W + "noBreakHyphen": "-", W + "softHyphen": ""}
_CODE = re.compile(r"[0-9A-Fa-f]{1,4}")
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
    raised: bool = False
    boxes: tuple[etree._Element, ...] = ()
    """The contents of text boxes anchored here."""


def runs_of(parent: etree._Element, styles: Styles, chain: list[etree._Element]) -> Iterator[Run]:
    """The runs in ``parent`` as printed once all tracked changes are accepted."""
    for element in parts_of(parent):
        if element.tag == W + "r":
            yield from _run(element, styles, chain)
        elif element.tag == _FORMULA:
            yield Run(element.text or "")
        elif element.tag not in _LEFT_OUT and isinstance(element.tag, str):
            yield from runs_of(element, styles, chain)


def parts_of(parent: etree._Element) -> Iterator[etree._Element]:
    """The children of ``parent``; of contents given in alternatives the first, which is what Word shows."""
    for element in parent:
        if element.tag == _ALTERNATE:
            yield from next(element.iterchildren(_CHOICE), element)
        else:
            yield element


def _run(element: etree._Element, styles: Styles, chain: list[etree._Element]) -> Iterator[Run]:
    look = styles.run(child(element, "rPr"), chain)
    if look.hidden:
        return
    for part in element:
        if part.tag == W + "t":
            yield Run(_shown(part.text or "", look), look.bold, raised=look.raised)
        elif part.tag in _FIXED:
            yield Run(_FIXED[part.tag], look.bold)
        elif part.tag in (W + "br", W + "cr"):
            yield Run(ends_line=True)
        elif part.tag == W + "lastRenderedPageBreak":
            yield Run(breaks_page=True)
        elif part.tag == W + "sym":
            yield Run(_sign(part), look.bold)
        elif part.tag in _NOTES:
            yield Run(note=(_NOTES[part.tag], attribute(part, "id") or ""))
        elif part.tag in (W + "drawing", W + "pict", W + "object", _ALTERNATE):
            yield Run(boxes=tuple(_text_boxes(part)))


def _shown(text: str, look: Look) -> str:
    if is_symbol_font(look.font):
        return signs_of(text, look.font)
    shown = unicode_of(text, look.font)
    return shown.upper() if look.capitals else shown


def _sign(symbol: etree._Element) -> str:
    code = attribute(symbol, "char") or ""
    return sign_of(int(code, 16), attribute(symbol, "font") or "") if _CODE.fullmatch(code) else BULLET


def _text_boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The contents of text boxes in a drawing; of its alternatives only the first."""
    if element.tag == W + "txbxContent":
        yield element
        return
    if element.tag == _ALTERNATE:
        element = next(element.iterchildren(_CHOICE), element)
    for part in parts_of(element):
        yield from _text_boxes(part)
