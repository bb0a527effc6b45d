"""Document formats: bytes to a :class:`~loaders.layout.model.Layout`.

Each format is a module with ``read(path: Path) -> Layout``; a new one joins by a line in ``READERS``.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import cast

from loaders.errors import UnreadableFile
from loaders.layout.model import Layout

__all__ = ["READERS", "read_layout"]

READERS: dict[str, str] = {
    ".txt": "loaders.formats.text",
    ".md": "loaders.formats.markdown",
    ".markdown": "loaders.formats.markdown",
}
"""File suffix (lower case) to the module that reads it; modules load on first use."""


def read_layout(path: Path) -> Layout:
    """The layout of the document at ``path``.

    Raises ``UnreadableFile`` where the format is unknown or the bytes give no text.
    """
    module = READERS.get(path.suffix.lower())
    if module is None:
        known = ", ".join(sorted(READERS))
        raise UnreadableFile(path, "định dạng chưa được hỗ trợ.", f"Các định dạng đọc được: {known}.")
    return cast(Layout, import_module(module).read(path))
