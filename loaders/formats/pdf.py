"""PDF files with a text layer: ruled tables cell by cell, all other text line by line.

Tables go on over page breaks, cells that a break cut are joined. Text outside rules is handed on as lines, so
that paragraphs and flattened tables are recovered as in plain text. Page numbers and running heads are left
out, footnotes follow at the end. Lines are those of the print, each with its page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium

from loaders.errors import UnreadableFile
from loaders.formats.legacy_text import from_tcvn3, looks_legacy
from loaders.formats.limits import bytes_of
from loaders.formats.ocr import MAX_SCANNED, installed, recognised
from loaders.formats.pdf_blocks import layout_of
from loaders.formats.pdf_page import Page, page_of
from loaders.layout.model import Layout

__all__ = ["MAX_PAGES", "read"]

MAX_PAGES = 400
"""Pages read; the longest plans have some 120."""
_PASSWORD = 4
"""pdfium's error for a file that asks for a password (fpdfview.h, FPDF_ERR_PASSWORD)."""


def read(path: Path) -> Layout:
    """The layout of the PDF file at ``path``.

    Raises ``UnreadableFile`` where it is damaged, protected, over the limits, or holds only pictures.
    """
    data = bytes_of(path)
    document = _opened(path, data)
    try:
        if len(document) > MAX_PAGES:
            raise UnreadableFile(path, f"tệp có hơn {MAX_PAGES} trang.", "Chỉ đưa vào văn bản của kế hoạch.")
        pages = list(_pages(path, document))
        if not any(page.words for page in pages):
            return _scanned(path, document, pages)
    finally:
        document.close()
    return layout_of(path.name, _in_unicode(pages))


def _scanned(path: Path, document: pdfium.PdfDocument, pages: list[Page]) -> Layout:
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
    read = [recognised(program, document, page) for page in pages]
    confidences = [value for _, values in read for value in values]
    if not confidences:
        raise UnreadableFile(
            path, "nhận dạng chữ (OCR) không đọc được ảnh quét.", "Quét lại rõ hơn rồi đọc lại."
        )
    layout = layout_of(path.name, [page for page, _ in read])
    return replace(layout, recognised=round(sum(confidences) / len(confidences), 2))


def _in_unicode(pages: list[Page]) -> list[Page]:
    """Pages whose fonts hide that their text is written for TCVN 5712, told by the letters themselves."""
    if not looks_legacy(" ".join(word.text for page in pages for word in page.words)):
        return pages
    return [replace(p, words=tuple(replace(w, text=from_tcvn3(w.text)) for w in p.words)) for p in pages]


def _opened(path: Path, data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            advice = "Mở tệp bằng mật khẩu, in lại thành PDF không mật khẩu rồi đọc lại."
            raise UnreadableFile(path, "tệp PDF được bảo vệ bằng mật khẩu.", advice) from error
        advice = "Tải hoặc xuất lại tệp PDF rồi đọc lại."
        raise UnreadableFile(path, "tệp PDF bị hỏng hoặc bị cắt cụt.", advice) from error


def _pages(path: Path, document: pdfium.PdfDocument) -> Iterator[Page]:
    for index in range(len(document)):
        try:
            page = document[index]
        except pdfium.PdfiumError as error:
            advice = "Tải hoặc xuất lại tệp PDF rồi đọc lại."
            raise UnreadableFile(path, f"trang {index + 1} của tệp PDF bị hỏng.", advice) from error
        try:
            yield page_of(page, index + 1)
        finally:
            page.close()
