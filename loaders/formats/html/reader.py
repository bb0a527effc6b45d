"""Web pages (.html): the text and tables of the document, without the page's frame.

Lines are numbered by the paragraphs (and line breaks) of the text in reading order.
Source: HTML Living Standard (rendering of tables and lists; encodings).
"""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree, html

from loaders.errors import UnreadableFile
from loaders.formats.encodings import unicode_encoding
from loaders.formats.html.flow import Flow
from loaders.formats.html.frame import document_part
from loaders.formats.html.roles import name_tables
from loaders.formats.legacy_text import from_tcvn3, looks_legacy
from loaders.formats.limits import hold_to_marks, hold_to_size
from loaders.formats.pieces import Lines, Piece
from loaders.formats.tables import blocks_of
from loaders.layout.model import Layout

__all__ = ["MAX_PAGE", "decoded", "layout_of", "pieces_of", "read"]

MAX_PAGE = 24 * 2**20
"""Largest page, in bytes."""
_HEAD = 4096
_STATED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_ENDS = re.compile(r"</(?:html|body)", re.IGNORECASE)
_SUPER = re.compile(r"\.([\w-]+)\s*\{[^{}]*vertical-align\s*:\s*super", re.IGNORECASE)
_LAST_RESORT = "cp1258"
_SCARCE = 500
"""A page in UTF-8 may have one broken letter in so many."""


def read(path: Path, data: bytes) -> Layout:
    """The layout of the page at ``path`` with the bytes ``data``.

    Raises ``UnreadableFile`` where it is damaged, over the limits, or shows no text.
    """
    hold_to_size(path, len(data), MAX_PAGE)
    return layout_of(path, decoded(data))


def layout_of(path: Path, source: str) -> Layout:
    """The layout of the page with the ``source``. Raises as :func:`read` does."""
    lines = Lines(path)
    pieces = pieces_of(source, lines)
    if not any(line.text.strip() for line in lines.all):
        advice = "Trang có thể tải nội dung bằng mã lệnh: mở trang, sao chép văn bản vào Word rồi đọc tệp đó."
        raise UnreadableFile(path, "trang web không có chữ nào.", advice)
    unread = "phần cuối trang web (tệp không có dấu kết thúc, có thể bị cắt cụt)" if _is_cut(source) else ""
    return Layout(path.name, blocks_of(pieces), tuple(lines.all), unread=unread)


def _is_cut(source: str) -> bool:
    """Whether the page begins as pages of programs do and lacks the end that they write."""
    return "<html" in source[:_HEAD].lower() and not _ENDS.search(source)


def pieces_of(source: str, lines: Lines) -> list[Piece]:
    """The pieces of the page with the ``source``; their lines are added to ``lines``.

    Raises ``UnreadableFile`` where the page is damaged or over the limits.
    """
    hold_to_marks(lines.path, source.count("<"))
    text = from_tcvn3(source) if looks_legacy(source) else source
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        advice = "Lưu lại trang rồi đọc lại."
        raise UnreadableFile(lines.path, "trang web bị hỏng hoặc rỗng.", advice) from error
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        advice = "Mở trang, sao chép văn bản vào Word rồi đọc tệp đó."
        raise UnreadableFile(lines.path, "trang web có các phần tử lồng nhau quá sâu.", advice)
    name_tables(root)
    flow = Flow(lines, _raised(root))
    flow.take(document_part(root))
    flow.close()
    return flow.pieces


def _raised(root: html.HtmlElement) -> frozenset[str]:
    """The classes whose letters the style sheets of the page raise, as LibreOffice marks footnotes."""
    sheets = (sheet.text or "" for sheet in root.iter("style"))
    return frozenset(name for sheet in sheets if "super" in sheet for name in _SUPER.findall(sheet))


def decoded(data: bytes) -> str:
    """The text of a page: as its first bytes show, else as UTF-8, else as it states, else as windows-1258."""
    shown = unicode_encoding(data)
    if shown:
        return data.decode(shown, "replace")
    mended = data.decode("utf-8", "replace")
    if mended.count("\ufffd") * _SCARCE <= len(mended):
        return mended
    stated = _STATED.search(data[:_HEAD])
    try:
        return data.decode(stated[1].decode("ascii") if stated else _LAST_RESORT, "replace")
    except LookupError:
        return data.decode(_LAST_RESORT, "replace")
