"""A PDF file to its pages, within the limits.

Run as a program it serves a reader that keeps pdfium apart (:mod:`loaders.formats.pdf.apart`): on its input
each file comes as eight bytes of length and the bytes; on its output each page goes as a line of JSON, and
then a line that says how it ended.
"""

from __future__ import annotations

import contextlib
import dataclasses
import faulthandler
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from loaders.errors import UnreadableFile
from loaders.formats.limits import hold_to_length
from loaders.formats.pdf.page import Page, Rule, page_of
from loaders.formats.pdf.picture import DOTS, rules_of, runs_in

__all__ = ["MAX_PAGES", "SCAN", "opened", "pages_of"]

MAX_PAGES = 400
"""Pages read; the longest plans have some 120."""
MAX_RULES = 100_000
"""Rules of all pages; a page full of small cells has some 500."""
PAGE_SECONDS = 5
"""Time for a page; one takes some hundredths of a second."""
MAX_MEMORY = 400 * 2**20
"""Memory of the process that runs pdfium, in bytes, where the system can limit it."""
_PASSWORD = 4
"""pdfium's error for a file that asks for a password (fpdfview.h, FPDF_ERR_PASSWORD)."""
_STAMPS = frozenset({raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP})
_MOST_NOTES = 500
SCAN = 0.6
"""Pictures over more of a page than this share are its scan, not a seal or coat of arms."""
_FEW_RULES = 4
"""Fewer rules make no table: a scan may be framed."""
_AGAIN = "Tải hoặc xuất lại tệp PDF rồi đọc lại."


def opened(path: Path, data: bytes) -> pdfium.PdfDocument:
    """The document of the bytes ``data``. Raises ``UnreadableFile`` where it is damaged or protected."""
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            advice = "Mở tệp bằng mật khẩu, in lại thành PDF không mật khẩu rồi đọc lại."
            raise UnreadableFile(path, "tệp PDF được bảo vệ bằng mật khẩu.", advice) from error
        raise UnreadableFile(path, "tệp PDF bị hỏng hoặc bị cắt cụt.", _AGAIN) from error


def pages_of(path: Path, data: bytes) -> Iterator[Page]:
    """The pages of the PDF file with the bytes ``data``.

    Raises ``UnreadableFile`` where it is damaged, protected, or over the limits.
    """
    with contextlib.closing(opened(path, data)) as document:
        if len(document) > MAX_PAGES:
            raise UnreadableFile(path, f"tệp có hơn {MAX_PAGES} trang.", "Chỉ đưa vào văn bản của kế hoạch.")
        length = rules = 0
        for index in range(len(document)):
            page = _page(path, document, index)
            length += sum(len(word.text) for word in page.words)
            hold_to_length(path, length)
            rules += len(page.rules)
            if rules > MAX_RULES:
                raise UnreadableFile(
                    path, "tệp PDF có quá nhiều nét vẽ.", "Chỉ đưa vào văn bản của kế hoạch."
                )
            yield page


def _page(path: Path, document: pdfium.PdfDocument, index: int) -> Page:
    try:
        with contextlib.closing(_stamped(document, index)) as page:
            found = page_of(page, index + 1)
            return replace(found, rules=_pictured_rules(page)) if _hides_rules(found) else found
    except pdfium.PdfiumError as error:
        raise UnreadableFile(path, f"trang {index + 1} của tệp PDF bị hỏng.", _AGAIN) from error


def _stamped(document: pdfium.PdfDocument, index: int) -> pdfium.PdfPage:
    """A page with what was stamped on it: offices put the number and date of a signed document so."""
    page = document[index]
    count = min(raw.FPDFPage_GetAnnotCount(page), _MOST_NOTES)
    kinds = [_kind(page, i) for i in range(count)]
    if _STAMPS.isdisjoint(kinds):
        return page
    for i in reversed(range(count)):
        if kinds[i] not in _STAMPS:  # remarks of readers are not part of the document
            raw.FPDFPage_RemoveAnnot(page, i)
    raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    page.close()
    return document[index]


def _kind(page: pdfium.PdfPage, index: int) -> int:
    note = raw.FPDFPage_GetAnnot(page, index)
    kind = int(raw.FPDFAnnot_GetSubtype(note))
    raw.FPDFPage_CloseAnnot(note)
    return kind


def _hides_rules(page: Page) -> bool:
    """Whether a page is a scan under text that OCR added: its rules are in the picture alone."""
    return page.pictured > SCAN and bool(page.words) and len(page.rules) < _FEW_RULES


def _pictured_rules(page: pdfium.PdfPage) -> tuple[Rule, ...]:
    return rules_of(*runs_in(page.render(scale=DOTS, grayscale=True).to_pil()))


def _serve() -> None:
    """Answer until the input ends; a page that takes too long ends the process."""
    source, answers = sys.stdin.buffer, sys.stdout
    _hold_memory()
    with Path(os.devnull).open("w") as nowhere:
        while length := source.read(8):
            data = source.read(int.from_bytes(length, "big"))
            for answer in _answers(data):
                faulthandler.dump_traceback_later(PAGE_SECONDS, exit=True, file=nowhere)
                answers.write(json.dumps(answer) + "\n")
            faulthandler.cancel_dump_traceback_later()
            answers.flush()


def _answers(data: bytes) -> Iterator[dict[str, Any]]:
    yield {"begun": True}
    try:
        yield from ({"page": dataclasses.astuple(page)} for page in pages_of(Path(), data))
    except UnreadableFile as error:
        yield {"refused": [error.reason, error.advice]}
    else:
        yield {"done": True}


def _hold_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows has no such limits
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MAX_MEMORY, MAX_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    _serve()
