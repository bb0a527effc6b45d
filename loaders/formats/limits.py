"""Limits on files of strangers, and opening what keeps to them.

The longest plans are under 1 MB of text and a few MB as office files. What is larger is refused before it is
read, and a packed file before it is unpacked, so that no file costs more than bounded time and memory.
"""

from __future__ import annotations

import io
import os
import stat
import struct
import zipfile
import zlib
from pathlib import Path

from lxml import etree

from loaders.errors import UnreadableFile
from loaders.formats.strict import usual

__all__ = [
    "MAX_FILE",
    "MAX_LINES",
    "MAX_MARKS",
    "MAX_PART",
    "MAX_TEXT",
    "MAX_UNPACKED",
    "Package",
    "bytes_of",
    "hold_to_length",
    "hold_to_marks",
    "hold_to_size",
]

MAX_FILE = 64 * 2**20
"""Largest office file, in bytes; a scanned plan of 60 pages has some 20 MB."""
MAX_PART = 16 * 2**20
"""Largest part of a packed file once unpacked, in bytes. A plan of 300 rows has some 2 MB."""
MAX_UNPACKED = 64 * 2**20
"""Largest sum of the parts of a packed file that are read."""
MAX_TEXT = 2**20
"""Most characters of a document's text, some ten times those of the longest plans."""
MAX_LINES = 100_000
MAX_MARKS = 600_000
"""Most marks ("<") of a page or a packed file: each becomes an element in memory. A plan of 300 rows has some
60,000."""
MAX_RATIO = 200
"""Largest ratio of packing; text of office files reaches some 40."""
_RATIO_FROM = 2**20
_MAX_DIRECTORY = 2**18
_END = b"PK\x05\x06"

_DAMAGED = "Mở tệp bằng chương trình đã tạo ra nó, lưu lại rồi đọc lại."


def bytes_of(path: Path) -> bytes:
    """The bytes of the file at ``path``, read once and never beyond :data:`MAX_FILE`.

    Raises ``UnreadableFile`` where it is missing, no plain file, empty or larger, or its name is no text.
    """
    try:
        str(path).encode()
    except UnicodeEncodeError as error:  # records and messages hold the name
        named = os.fsencode(path.name).decode("utf-8", "replace")
        raise UnreadableFile(named, "tên tệp không phải UTF-8.", "Đổi tên tệp rồi đọc lại.") from error
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableFile(path, "đây là thư mục, không phải tệp.", "Kiểm tra quyền đọc thư mục.")
        if not stat.S_ISREG(status.st_mode):  # a pipe may never end, a device has no size
            raise UnreadableFile(path, "đây không phải tệp thường.", "Ghi nội dung thành tệp rồi đọc lại.")
        with path.open("rb") as file:
            data = b"" if status.st_size > MAX_FILE else file.read(MAX_FILE + 1)
    except FileNotFoundError as error:
        raise UnreadableFile(path, "không tìm thấy tệp.", "Kiểm tra lại đường dẫn.") from error
    except OSError as error:
        raise UnreadableFile(path, "không mở được tệp.", "Kiểm tra quyền đọc tệp.") from error
    hold_to_size(path, max(status.st_size, len(data)), MAX_FILE)
    if not data:
        raise UnreadableFile(path, "tệp rỗng.", "Kiểm tra lại tệp rồi đọc lại.")
    return data


def hold_to_size(path: Path, size: int, limit: int) -> None:
    """Refuse the file at ``path`` where its ``size`` is over ``limit``, both in bytes."""
    if size > limit:
        shown = limit // 2**20
        raise UnreadableFile(path, f"tệp lớn hơn {shown} MB.", "Chỉ đưa vào văn bản của kế hoạch.")


def hold_to_length(path: Path, characters: int, lines: int = 0) -> None:
    """Refuse a document with more text than a plan can have: reading it would take minutes."""
    if characters > MAX_TEXT or lines > MAX_LINES:
        raise UnreadableFile(path, "văn bản quá dài.", "Chỉ đưa vào văn bản của kế hoạch.")


def hold_to_marks(path: Path, count: int) -> None:
    """Refuse a page or packed file whose elements, of ``count`` marks, would fill the memory."""
    if count > MAX_MARKS:
        raise UnreadableFile(path, "tệp có quá nhiều phần tử.", "Chỉ đưa vào văn bản của kế hoạch.")


class Package:
    """A packed office file (ZIP): its parts, read within the limits.

    Raises ``UnreadableFile`` where the file is truncated, damaged or unpacks beyond the limits.
    """

    def __init__(self, path: Path, data: bytes) -> None:
        self.path = path
        self._left = MAX_UNPACKED
        self._marks = 0
        self._check_directory(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise self._damaged() from error
        self.names = frozenset(self._zip.namelist())

    def _check_directory(self, data: bytes) -> None:
        """Refuse a list of parts so long that reading it would be the attack."""
        place = data.rfind(_END, max(0, len(data) - 66000))
        if place < 0 or len(data) < place + 22:
            raise self._damaged()
        (size,) = struct.unpack_from("<I", data, place + 12)
        if size > _MAX_DIRECTORY:
            raise self._too_large()

    def _damaged(self) -> UnreadableFile:
        return UnreadableFile(self.path, "tệp bị hỏng hoặc bị cắt cụt.", _DAMAGED)

    def _too_large(self) -> UnreadableFile:
        return UnreadableFile(self.path, "nội dung giải nén quá lớn.", "Chỉ đưa vào văn bản của kế hoạch.")

    def part(self, name: str) -> bytes:
        """The bytes of the part ``name``, which must be one of ``names``."""
        info = self._zip.getinfo(name)
        packed = max(1, info.compress_size)
        if info.file_size > min(MAX_PART, self._left) or (
            info.file_size > _RATIO_FROM and info.file_size / packed > MAX_RATIO
        ):
            raise self._too_large()
        if info.flag_bits & 1:
            raise UnreadableFile(self.path, "tệp được bảo vệ bằng mật khẩu.", "Bỏ mật khẩu rồi đọc lại.")
        self._left -= info.file_size
        try:
            return self._zip.read(info)
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, zlib.error) as error:
            raise self._damaged() from error

    def check_all(self) -> None:
        """Hold every part to the limits, for readers that open the package by themselves."""
        for name in sorted(self.names):
            data = self.part(name)
            if name.endswith((".xml", ".rels", ".vml")):
                self.check_xml(data)

    def xml(self, name: str) -> etree._Element | None:
        """The root of the XML part ``name``, None where there is no such part.

        Entities are never expanded and nothing is fetched; a part with a document type is refused.
        """
        if name not in self.names:
            return None
        data = self.part(name)
        self.check_xml(data)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(usual(data), parser)
        except etree.XMLSyntaxError as error:
            raise self._damaged() from error

    def check_xml(self, data: bytes) -> None:
        """Refuse a document type, which office files never declare, and more elements than a plan has."""
        if b"<!DOCTYPE" in data or b"<!\x00D\x00O\x00C" in data or b"<\x00!\x00D\x00O\x00C" in data:
            raise UnreadableFile(self.path, "tệp có khai báo XML không an toàn.", _DAMAGED)
        self._marks += data.count(b"<")
        hold_to_marks(self.path, self._marks)
