"""Word files (.docx): what Word prints, as paragraphs and tables.

Tracked changes are read as accepted; hidden text, comments, headers and footers are left out; automatic
numbers, text boxes, content controls and footnotes are read. Lines are numbered by paragraphs (and line
breaks) in reading order. Pages are given where Word has stored where it broke them.
Source: ECMA-376 part 1, 17 (WordprocessingML); read from the XML since python-docx shows neither
tracked changes nor automatic numbers.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from loaders.errors import UnreadableFile
from loaders.formats.detect import format_of
from loaders.formats.docx.body import Body
from loaders.formats.docx.fonts import unicode_fonts
from loaders.formats.docx.numbering import Numbering
from loaders.formats.docx.relations import Relation, relations
from loaders.formats.docx.styles import Styles, W, is_on
from loaders.formats.html.mht import page_in
from loaders.formats.html.reader import decoded, pieces_of
from loaders.formats.limits import Package
from loaders.formats.pieces import Lines, Piece
from loaders.formats.tables import blocks_of
from loaders.layout.model import Layout

__all__ = ["read"]

_MAIN = "word/document.xml"


def read(path: Path, data: bytes) -> Layout:
    """The layout of the Word file at ``path`` with the bytes ``data``.

    Raises ``UnreadableFile`` where it is damaged, over the limits, or holds no text of its own.
    """
    package = Package(path, data)
    named = relations(package).values()
    main = next((part.target for part in named if part.kind == "officeDocument"), _MAIN)
    document = package.xml(main)
    if document is None:
        raise UnreadableFile(path, "tệp Word thiếu phần văn bản.", "Mở tệp bằng Word, lưu lại rồi đọc lại.")
    _without_prompts(document)
    parts = _Parts(package, main, relations(package, main))
    styles = Styles.of(parts.xml("styles"))
    styles = replace(styles, unicode_fonts=unicode_fonts(document, styles))
    body = Body(styles, Numbering.of(parts.xml("numbering")), Lines(path), parts.chunk)
    if next(document.iter(W + "lastRenderedPageBreak"), None) is not None:
        body.lines.page = 1
    pieces = list(body.pieces(document.find(W + "body")))
    for kind in ("footnote", "endnote"):
        pieces += body.notes(kind, parts.xml(f"{kind}s"))
    if not any(line.text.strip() for line in body.lines.all):
        raise UnreadableFile(
            path, "tệp không có chữ nào.", "Nếu văn bản là ảnh quét, nhận dạng chữ (OCR) rồi đọc lại."
        )
    return Layout(path.name, blocks_of(pieces), tuple(body.lines.all))


@dataclass(frozen=True)
class _Parts:
    """The parts that the text of a Word file names."""

    package: Package
    main: str
    related: dict[str, Relation]

    def xml(self, kind: str) -> etree._Element | None:
        """The part of this ``kind``, None where there is none."""
        usual = posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")
        return self.package.xml(next((r.target for r in self.related.values() if r.kind == kind), usual))

    def chunk(self, name: str, lines: Lines) -> list[Piece]:
        """The pieces of an embedded page (``w:altChunk``) as programs write it that make Word files of pages.

        Raises ``UnreadableFile`` where something else is embedded.
        """
        path = self.package.path
        part = self.related.get(name)
        data = self.package.part(part.target) if part else b""
        form = format_of(path, data)
        if form not in (".html", ".mht"):
            advice = "Mở tệp bằng Word, lưu lại để Word gộp phần nhúng rồi đọc lại."
            raise UnreadableFile(path, "tệp Word chứa văn bản nhúng (altChunk).", advice)
        return pieces_of(decoded(data) if form == ".html" else page_in(path, data), lines)


def _without_prompts(document: etree._Element) -> None:
    """Take out what content controls show while nothing was entered ("Click or tap here to enter text")."""
    for mark in list(document.iter(W + "showingPlcHdr")):
        control = next(mark.iterancestors(W + "sdt"), None)
        for text in control.iter(W + "t") if control is not None and is_on(mark) else ():
            text.text = ""
