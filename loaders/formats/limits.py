"""Limits on files of strangers, and opening what keeps to them.

The longest plans are under 1 MB of text and a few MB as office files. What is larger is refused before it is
read, and a packed file before it is unpacked, so that no file costs more than bounded time and memory.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

from lxml import etree

from loaders.errors import UnreadableFile

__all__ = ["MAX_FILE", "MAX_PART", "MAX_UNPACKED", "Package", "bytes_of"]

MAX_FILE = 64 * 2**20
"""Largest office file, in bytes; a scanned plan of 60 pages has some 20 MB."""
MAX_PART = 16 * 2**20
"""Largest part of a packed file once unpacked, in bytes. A plan of 300 rows has some 2 MB."""
MAX_UNPACKED = 64 * 2**20
"""Largest sum of the parts of a packed file that are read."""
MAX_RATIO = 200
"""Largest ratio of packing; text of office files reaches some 40."""
_RATIO_FROM = 2**20
_MAX_DIRECTORY = 2**18
_END = b"PK\x05\x06"

_DAMAGED = "Mở tệp bằng chương trình đã tạo ra nó, lưu lại rồi đọc lại."


def bytes_of(path: Path, limit: int = MAX_FILE) -> bytes:
    """The bytes of the file at ``path``.

    Raises ``UnreadableFile`` where it is missing, empty or over ``limit`` bytes.
    """
    try:
        if path.stat().st_size > limit:
            shown = limit // 2**20
            raise UnreadableFile(path, f"tệp lớn hơn {shown} MB.", "Chỉ đưa vào văn bản của kế hoạch.")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(path, "không tìm thấy tệp.", "Kiểm tra lại đường dẫn.") from error
    except IsADirectoryError as error:
        raise UnreadableFile(path, "đây là thư mục, không phải tệp.") from error
    except OSError as error:
        raise UnreadableFile(path, "không mở được tệp.", "Kiểm tra quyền đọc tệp.") from error
    if not data:
        raise UnreadableFile(path, "tệp rỗng.", "Kiểm tra lại tệp rồi đọc lại.")
    return data


class Package:
    """A packed office file (ZIP): its parts, read within the limits.

    Raises ``UnreadableFile`` where the file is truncated, damaged or unpacks beyond the limits.
    """

    def __init__(self, path: Path, data: bytes) -> None:
        self.path = path
        self._left = MAX_UNPACKED
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
                self.refuse_doctype(data)

    def xml(self, name: str) -> etree._Element | None:
        """The root of the XML part ``name``, None where there is no such part.

        Entities are never expanded and nothing is fetched; a part with a document type is refused.
        """
        if name not in self.names:
            return None
        data = self.part(name)
        self.refuse_doctype(data)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self._damaged() from error

    def refuse_doctype(self, data: bytes) -> None:
        """Office files never declare a document type; one that does is an attack by entities."""
        if b"<!DOCTYPE" in data or b"<!\x00D\x00O\x00C" in data or b"<\x00!\x00D\x00O\x00C" in data:
            raise UnreadableFile(self.path, "tệp có khai báo XML không an toàn.", _DAMAGED)
