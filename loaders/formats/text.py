"""Plain text, mostly taken out of a PDF: wrapped lines, and tables flattened to one cell after another.

Text copied from a page or a sheet may mark its cells as Markdown does; it is then read as such.
"""

from __future__ import annotations

from pathlib import Path

from loaders.formats import markdown
from loaders.formats.decode import lines_of
from loaders.layout import flat
from loaders.layout.model import Layout

__all__ = ["read"]


def read(path: Path, data: bytes) -> Layout:
    """The layout of the text file at ``path``; flattened tables are recovered. Raises ``UnreadableFile``."""
    lines = lines_of(path, data)
    blocks = markdown.blocks_of(lines) if markdown.marks_tables(lines) else flat.blocks_of(lines)
    return Layout(path.name, tuple(blocks), lines)
