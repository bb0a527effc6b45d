"""The blocks of plain text: paragraphs, and the tables that were flattened in it."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.layout.model import Line, Paragraph, Table
from loaders.layout.paragraphs import join_paragraphs

__all__ = ["blocks_of"]


def blocks_of(lines: Sequence[Line]) -> list[Paragraph | Table]:
    """The blocks of ``lines`` in reading order."""
    return [*join_paragraphs(lines)]
