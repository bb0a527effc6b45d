"""Plain text, mostly taken out of a PDF: wrapped lines, and tables flattened to one cell after another."""

from __future__ import annotations

from pathlib import Path

from loaders.formats.decode import lines_of
from loaders.layout.flat import blocks_of
from loaders.layout.model import Layout

__all__ = ["read"]


def read(path: Path) -> Layout:
    """The layout of the text file at ``path``; flattened tables are recovered. Raises ``UnreadableFile``."""
    lines = lines_of(path)
    return Layout(path.name, tuple(blocks_of(lines)), lines)
