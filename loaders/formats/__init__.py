"""Document formats: bytes to a :class:`~loaders.layout.model.Layout`.

Each format has a module with ``read(path: Path, data: bytes) -> Layout``, ``data`` being the file's content;
a new one joins by a line in ``READERS``. What a file is, its content says (:mod:`loaders.formats.detect`);
its suffix only tells text from Markdown. Formats of several modules have a folder each.
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
    ".docx": "loaders.formats.docx.reader",
    ".docm": "loaders.formats.docx.reader",
    ".dotx": "loaders.formats.docx.reader",
    ".xlsx": "loaders.formats.xlsx.reader",
    ".xlsm": "loaders.formats.xlsx.reader",
    ".mht": "loaders.formats.html.mht",
    ".mhtml": "loaders.formats.html.mht",
    ".html": "loaders.formats.html.reader",
    ".htm": "loaders.formats.html.reader",
    ".pdf": "loaders.formats.pdf.reader",
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
