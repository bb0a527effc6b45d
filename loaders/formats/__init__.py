"""Document formats: bytes to a :class:`~loaders.layout.model.Layout`.

Each format is a module with ``read(path: Path, data: bytes) -> Layout``, ``data`` being the file's content; a
new one joins by a line in ``READERS``. What a file is, its content says (:mod:`loaders.formats.detect`); its
suffix only tells text from Markdown.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import cast

from loaders.formats.detect import format_of
from loaders.formats.limits import bytes_of
from loaders.layout.model import Layout

__all__ = ["READERS", "layout_of", "read_layout"]

READERS: dict[str, str] = {
    ".txt": "loaders.formats.text",
    ".md": "loaders.formats.markdown",
    ".markdown": "loaders.formats.markdown",
    ".docx": "loaders.formats.docx",
    ".docm": "loaders.formats.docx",
    ".dotx": "loaders.formats.docx",
    ".xlsx": "loaders.formats.xlsx",
    ".xlsm": "loaders.formats.xlsx",
    ".mht": "loaders.formats.mht",
    ".mhtml": "loaders.formats.mht",
    ".html": "loaders.formats.html",
    ".htm": "loaders.formats.html",
    ".pdf": "loaders.formats.pdf",
}
"""File suffix (lower case) to the module that reads it; modules load on first use."""


def read_layout(path: Path) -> Layout:
    """The layout of the document at ``path``.

    Raises ``UnreadableFile`` where there is no reader for what the file is, or its bytes give no text.
    """
    return layout_of(path, bytes_of(path))


def layout_of(path: Path, data: bytes) -> Layout:
    """The layout of the document at ``path`` with the bytes ``data``. Raises as :func:`read_layout` does."""
    return cast(Layout, import_module(READERS[format_of(path, data)]).read(path, data))
