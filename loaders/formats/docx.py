"""Word files (.docx): what Word prints, as paragraphs and tables.

Tracked changes are read as accepted; hidden text, comments, headers and footers are left out; automatic
numbers, text boxes, content controls and footnotes are read. Lines are numbered by paragraphs (and line
breaks) in reading order. Pages are given where Word has stored where it broke them.
Source: ECMA-376 part 1, 17 (WordprocessingML); read from the XML since python-docx shows neither
tracked changes nor automatic numbers.
"""

from __future__ import annotations

from pathlib import Path

from loaders.errors import UnreadableFile
from loaders.formats.docx_body import Body
from loaders.formats.docx_numbering import Numbering
from loaders.formats.docx_styles import Styles, W
from loaders.formats.limits import Package
from loaders.formats.pieces import Lines
from loaders.formats.tables import blocks_of
from loaders.layout.model import Layout

__all__ = ["read"]

_MAIN = "word/document.xml"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def read(path: Path, data: bytes) -> Layout:
    """The layout of the Word file at ``path`` with the bytes ``data``.

    Raises ``UnreadableFile`` where it is damaged, over the limits, or holds no text of its own.
    """
    package = Package(path, data)
    document = package.xml(_MAIN)
    if document is None:
        raise UnreadableFile(path, "tệp Word thiếu phần văn bản.", "Mở tệp bằng Word, lưu lại rồi đọc lại.")
    if _STRICT in document.tag:
        raise UnreadableFile(
            path, "tệp Word ở dạng Strict.", "Lưu thành “Word Document (.docx)” rồi đọc lại."
        )
    styles, numbering = (
        Styles.of(package.xml("word/styles.xml")),
        Numbering.of(package.xml("word/numbering.xml")),
    )
    body = Body(styles, numbering, Lines(path))
    if next(document.iter(W + "lastRenderedPageBreak"), None) is not None:
        body.lines.page = 1
    pieces = list(body.pieces(document.find(W + "body")))
    if body.embedded:
        advice = "Mở tệp bằng Word, lưu lại để Word gộp phần nhúng rồi đọc lại."
        raise UnreadableFile(path, "tệp Word chứa văn bản nhúng (altChunk).", advice)
    for kind in ("footnote", "endnote"):
        pieces += body.notes(kind, package.xml(f"word/{kind}s.xml"))
    if not any(line.text.strip() for line in body.lines.all):
        raise UnreadableFile(
            path, "tệp không có chữ nào.", "Nếu văn bản là ảnh quét, nhận dạng chữ (OCR) rồi đọc lại."
        )
    return Layout(path.name, blocks_of(pieces), tuple(body.lines.all))
