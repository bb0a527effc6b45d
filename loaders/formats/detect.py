"""What a file is, told by its first bytes: suffixes lie (a .docx may be a web page, a .pdf a picture)."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from loaders.errors import UnreadableFile
from loaders.formats.encodings import unicode_encoding

__all__ = ["format_of"]

_HEAD = 4096
_LONG_HEAD = 2**16
"""Pages may begin with long comments."""
_PACKED = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGIN = r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*)*"
_PAGE = re.compile(_BEGIN + r"<(?:!doctype\s+html|html|head|body|meta|div|table)\b", re.I | re.S)
_FRAGMENT = re.compile(
    _BEGIN + r"<(?:p|span|font|center|h[1-6]|ul|ol|b|strong|article|section|style)\b", re.I | re.S
)
_TEXTS = frozenset({".txt", ".md", ".markdown"})
"""Suffixes of texts, in which single elements of a page may stand."""
_SAVED_PAGE = re.compile(rb"(?:From|MIME-Version|Subject|Date|Content-Type|Snapshot-Content-Location):", re.I)

_SAVE_AS = "Mở tệp bằng Word (hoặc LibreOffice), chọn Lưu thành (Save As) dạng .docx rồi đọc lại."
_SAVE_SHEET = "Mở tệp bằng Excel (hoặc LibreOffice), chọn Lưu thành (Save As) dạng .xlsx rồi đọc lại."
_SAVE_PDF = "Mở tệp rồi lưu thành .docx hoặc .pdf, rồi đọc lại."

_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "tệp thực ra là văn bản RTF.", _SAVE_AS),
    (b"\x89PNG", "tệp là ảnh.", "Nhận dạng chữ (OCR) thành .pdf hoặc .docx trước khi đọc."),
    (b"\xff\xd8\xff", "tệp là ảnh.", "Nhận dạng chữ (OCR) thành .pdf hoặc .docx trước khi đọc."),
    (b"II*\x00", "tệp là ảnh.", "Nhận dạng chữ (OCR) thành .pdf hoặc .docx trước khi đọc."),
    (b"MM\x00*", "tệp là ảnh.", "Nhận dạng chữ (OCR) thành .pdf hoặc .docx trước khi đọc."),
    (b"GIF8", "tệp là ảnh.", "Nhận dạng chữ (OCR) thành .pdf hoặc .docx trước khi đọc."),
    (b"Rar!", "tệp là tệp nén.", "Giải nén rồi đọc từng văn bản."),
    (b"7z\xbc\xaf", "tệp là tệp nén.", "Giải nén rồi đọc từng văn bản."),
    (b"\x1f\x8b", "tệp là tệp nén.", "Giải nén rồi đọc từng văn bản."),
    (b"%!PS", "tệp thực ra là PostScript.", _SAVE_PDF),
)
_STREAMS: tuple[tuple[str, str, str], ...] = (
    (
        "EncryptedPackage",
        "tệp được bảo vệ bằng mật khẩu.",
        "Bỏ mật khẩu (Save As, không đặt mật khẩu) rồi đọc lại.",
    ),
    ("WordDocument", "tệp thực ra là văn bản Word đời cũ (.doc).", _SAVE_AS),
    ("Workbook", "tệp thực ra là bảng tính Excel đời cũ (.xls).", _SAVE_SHEET),
    ("Book", "tệp thực ra là bảng tính Excel đời cũ (.xls).", _SAVE_SHEET),
)
_XML: tuple[tuple[bytes, str, str], ...] = (
    (b"wordDocument", "tệp là văn bản Word dạng XML.", _SAVE_AS),
    (b"<pkg:package", "tệp là văn bản Word dạng XML.", _SAVE_AS),
    (b"office:spreadsheet", "tệp là bảng tính Excel dạng XML.", _SAVE_SHEET),
    (b"opendocument", "tệp là văn bản OpenDocument dạng XML.", _SAVE_AS),
    (b"", "tệp là dữ liệu XML, không phải văn bản.", _SAVE_PDF),
)
_PARTS: tuple[tuple[bytes, str], ...] = ((b"word/", ".docx"), (b"xl/", ".xlsx"))
_OTHER_PARTS: tuple[tuple[bytes, str, str], ...] = (
    (b"ppt/", "tệp là bài trình chiếu PowerPoint.", _SAVE_PDF),
    (b"application/vnd.oasis.opendocument.text", "tệp là văn bản OpenDocument (.odt).", _SAVE_AS),
    (b"application/vnd.oasis.opendocument.spreadsheet", "tệp là bảng tính OpenDocument (.ods).", _SAVE_SHEET),
    (b"Index/Document.iwa", "tệp là văn bản Apple Pages.", _SAVE_AS),
)


def format_of(path: Path, data: bytes) -> str:
    """The format of a file with the bytes ``data``, as the suffix of its reader (".docx", ".pdf" …).

    Raises ``UnreadableFile`` for what is known and has no reader, with how to convert it.
    """
    if data.startswith(_PACKED):
        return _packed(path, data)
    if data.startswith(_COMPOUND):
        _refuse_compound(path, data)
    if b"%PDF-" in data[:1024]:
        return ".pdf"
    for mark, reason, advice in _FOREIGN:
        if data.startswith(mark):
            raise UnreadableFile(path, reason, advice)
    if _SAVED_PAGE.match(data) and b"multipart/" in data[:_HEAD].lower():
        return ".mht"
    if _is_page(path, data[:_LONG_HEAD]):
        return ".html"
    _refuse_xml(path, data[:_HEAD])
    return path.suffix.lower() if path.suffix.lower() in {".md", ".markdown", ".html", ".htm"} else ".txt"


def _refuse_xml(path: Path, head: bytes) -> None:
    """XML that is no page is the data of some program, not text."""
    if not head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"<?xml"):
        return
    for mark, reason, advice in _XML:
        if mark in head:
            raise UnreadableFile(path, reason, advice)


def _packed(path: Path, data: bytes) -> str:
    """A packed file by the names of its parts, which stand unpacked in its directory."""
    if b"xl/workbook.bin" in data:
        raise UnreadableFile(path, "tệp là bảng tính nhị phân (.xlsb).", _SAVE_SHEET)
    for mark, found in _PARTS:
        if mark in data[:_HEAD] or mark in data[-(2**20) :]:
            return found
    for mark, reason, advice in _OTHER_PARTS:
        if mark in data[:_HEAD] or mark in data[-(2**20) :]:
            raise UnreadableFile(path, reason, advice)
    raise UnreadableFile(path, "tệp là tệp nén hoặc bị hỏng.", "Giải nén rồi đọc từng văn bản.")


def _refuse_compound(path: Path, data: bytes) -> None:
    """Compound files (OLE) name their streams in UTF-16."""
    for stream, reason, advice in _STREAMS:
        if stream.encode("utf-16-le") in data:
            raise UnreadableFile(path, reason, advice)
    raise UnreadableFile(path, "tệp ở định dạng cũ của Microsoft Office.", _SAVE_AS)


def _is_page(path: Path, head: bytes) -> bool:
    shown = head.decode(unicode_encoding(head) or "latin-1", "ignore")
    return bool(_PAGE.match(shown) or (path.suffix.lower() not in _TEXTS and _FRAGMENT.match(shown)))
