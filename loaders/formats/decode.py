"""Bytes of a text file to its lines, with every refusal a reader of text needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from loaders.errors import UnreadableFile
from loaders.formats.characters import shown
from loaders.formats.encodings import unicode_encoding
from loaders.formats.legacy_text import decoded_legacy, from_tcvn3, looks_legacy
from loaders.formats.limits import hold_to_length, hold_to_size
from loaders.layout.model import Line

__all__ = ["MAX_BYTES", "lines_of"]

MAX_BYTES = 4 * 2**20
"""Largest text file read; the longest plans are under 1 MB."""


def lines_of(path: Path, data: bytes) -> tuple[Line, ...]:
    """The lines of the file at ``path``, in NFC, numbered from 1 by its line feeds alone.

    ``data`` are its bytes. A form feed begins a page, as programs that take text out of a PDF write it;
    without any, no page is known.

    Raises ``UnreadableFile`` for a file that is blank, too long, binary or in another encoding.
    """
    hold_to_size(path, len(data), MAX_BYTES)
    text = shown(_decoded(path, data))
    if not text.strip():
        raise UnreadableFile(path, "tệp không có chữ nào.", "Kiểm tra lại tệp rồi đọc lại.")
    pieces = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    hold_to_length(path, len(text), len(pieces))
    return tuple(_paged(pieces) if "\f" in text else map(Line, count(1), pieces))


def _paged(pieces: Sequence[str]) -> Iterator[Line]:
    """The lines ``pieces`` with their pages; a form feed stands before the first line of a page."""
    page = 1
    for number, piece in enumerate(pieces, start=1):
        text = piece.lstrip("\f")
        page += len(piece) - len(text)
        yield Line(number, text.replace("\f", " "), page)
        page += text.count("\f")


def _decoded(path: Path, data: bytes) -> str:
    try:
        text = data.decode(unicode_encoding(data) or "utf-8")
    except UnicodeDecodeError as error:
        old = decoded_legacy(data)
        if old is not None:
            return old
        line = data.count(b"\n", 0, error.start) + 1
        advice = "Lưu tệp dưới dạng UTF-8 rồi đọc lại."
        raise UnreadableFile(path, "tệp không phải văn bản UTF-8.", advice, line) from error
    if "\0" in text:
        raise UnreadableFile(path, "tệp là dữ liệu nhị phân, không phải văn bản.")
    return from_tcvn3(text) if looks_legacy(text) else text
