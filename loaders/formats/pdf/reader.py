"""PDF files with a text layer: ruled tables cell by cell, all other text line by line.

Tables go on over page breaks, cells that a break cut are joined. Text outside rules is handed on as lines, so
that paragraphs and flattened tables are recovered as in plain text. Page numbers and running heads are left
out, footnotes follow at the end. Lines are those of the print, each with its page.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

from loaders.errors import UnreadableFile
from loaders.formats.legacy_text import from_tcvn3, looks_legacy
from loaders.formats.pdf.apart import pages_apart
from loaders.formats.pdf.blocks import layout_of
from loaders.formats.pdf.file import SCAN, opened
from loaders.formats.pdf.ocr import MAX_SCANNED, installed, recognised
from loaders.formats.pdf.page import Page
from loaders.formats.pdf.strips import beside
from loaders.formats.pdf.unfit import hides_letters, refuse_overprinted
from loaders.layout.model import Layout

__all__ = ["read"]


def read(path: Path, data: bytes) -> Layout:
    """The layout of the PDF file at ``path`` with the bytes ``data``.

    Raises ``UnreadableFile`` where it is damaged, protected, over the limits, or holds only pictures.
    """
    pages = pages_apart(path, data)
    if not any(page.words for page in pages):
        return _scanned(path, data, pages)
    shown = beside(_in_unicode(pages))
    unread = _unread(shown)
    if not unread:
        refuse_overprinted(path, shown)
    return replace(layout_of(path, shown), unread=unread)


def _unread(pages: list[Page]) -> str:
    """What of ``pages`` shows no text that could be read, "" where all does."""
    if hides_letters(pages):
        return (
            "phần lớn chữ (không phải tiếng Việt, hoặc phông chữ không cho biết ký hiệu nào là chữ gì: "
            "khi đó hãy xuất lại PDF từ tệp gốc)"
        )
    scans = [page for page in pages if not page.words and page.pictured > SCAN]
    return f"trang {_named(scans)} chỉ có ảnh, không có chữ" if scans else ""


def _named(pages: list[Page]) -> str:
    """The numbers of ``pages``, those that follow one another as a range: "3, 7–9"."""
    numbers = [page.number for page in pages]
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _scanned(path: Path, data: bytes, pages: list[Page]) -> Layout:
    """The layout of a document of pictures, by OCR where it is installed."""
    if not any(page.pictured for page in pages):
        raise UnreadableFile(path, "tệp PDF không có chữ nào.", "Kiểm tra lại tệp rồi đọc lại.")
    if len(pages) > MAX_SCANNED:
        advice = "Chia nhỏ tệp, hoặc nhận dạng chữ (OCR) thành PDF có chữ rồi đọc lại."
        raise UnreadableFile(path, f"tệp PDF quét có hơn {MAX_SCANNED} trang.", advice)
    program = installed()
    if program is None:
        advice = "Cài Tesseract với dữ liệu tiếng Việt (gói tesseract-ocr và tesseract-ocr-vie) rồi đọc lại."
        raise UnreadableFile(path, "tệp PDF chỉ gồm ảnh quét, không có chữ.", advice)
    with contextlib.closing(opened(path, data)) as document:
        read = [recognised(program, document, page) for page in pages]
    confidences = [value for _, values in read for value in values]
    if not confidences:
        raise UnreadableFile(
            path, "nhận dạng chữ (OCR) không đọc được ảnh quét.", "Quét lại rõ hơn rồi đọc lại."
        )
    layout = layout_of(path, [page for page, _ in read])
    return replace(layout, recognised=round(sum(confidences) / len(confidences), 2))


def _in_unicode(pages: list[Page]) -> list[Page]:
    """Pages whose fonts hide that their text is written for TCVN 5712, told by the letters themselves."""
    if not looks_legacy(" ".join(word.text for page in pages for word in page.words)):
        return pages
    return [replace(p, words=tuple(replace(w, text=from_tcvn3(w.text)) for w in p.words)) for p in pages]
