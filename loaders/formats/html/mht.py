"""Web pages saved as one file (.mht): the page among the parts, read as any other page.

Source: RFC 2557 (MIME encapsulation of aggregate documents). Word and browsers save such files, and portals
hand them out as ".doc".
"""

from __future__ import annotations

import codecs
import email
from email.message import Message
from pathlib import Path

from loaders.errors import UnreadableFile
from loaders.formats.encodings import unicode_encoding
from loaders.formats.html.reader import MAX_PAGE, decoded, layout_of
from loaders.formats.limits import hold_to_size
from loaders.layout.model import Layout

__all__ = ["page_in", "read"]


def read(path: Path, data: bytes) -> Layout:
    """The layout of the saved page at ``path`` with the bytes ``data``.

    Raises ``UnreadableFile`` as the reader of pages does, and where there is no page inside.
    """
    return layout_of(path, page_in(path, data))


def page_in(path: Path, data: bytes) -> str:
    """The source of the page saved in ``data``. Raises ``UnreadableFile`` where there is none."""
    hold_to_size(path, len(data), MAX_PAGE)
    try:
        parts = email.message_from_bytes(data).walk()
        page = next((part for part in parts if part.get_content_type() == "text/html"), None)
    except (RecursionError, ValueError, LookupError) as error:
        raise UnreadableFile(path, "trang web lưu trữ bị hỏng.", "Lưu lại trang rồi đọc lại.") from error
    if page is None:
        raise UnreadableFile(path, "tệp lưu trữ không chứa trang web nào.", "Lưu lại trang rồi đọc lại.")
    return _text(page)


def _text(part: Message) -> str:
    """The text of a part in the encoding its header states, else as the page itself tells."""
    body = part.get_payload(decode=True)
    source = body if isinstance(body, bytes) else b""
    stated = part.get_content_charset("")
    try:
        codecs.lookup(stated)
    except LookupError:
        return decoded(source)
    return decoded(source) if unicode_encoding(source) else source.decode(stated, "replace")
