"""Paragraphs of a sheet whose label stands in a cell of its own: "II." in one, the words in the next.

docs/decisions/179-breaks-and-labels-of-other-makers.md
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from loaders.formats.pieces import Box, Text
from loaders.layout.labels import is_number

__all__ = ["with_labels"]

_POINTED = (".", ")", ":", "/", "-", "–", "+", "•", "*")


def with_labels(boxes: Iterable[Box]) -> Iterator[Box]:
    """``boxes`` of a sheet's text, row by row; a label alone beside one text is joined to its first line."""
    for _, row in groupby(boxes, key=lambda box: box.row):
        held = [box for box in row if box.words]
        if len(held) == 2 and is_number(held[0].words) and isinstance(held[1].pieces[0], Text):
            yield _joined(held[0].words, held[1], held[1].pieces[0])
        else:
            yield from held


def _joined(label: str, box: Box, text: Text) -> Box:
    first, *others = text.lines
    printed = label if label.endswith(_POINTED) else f"{label}."
    lines = (first._replace(text=f"{printed} {first.text}"), *others)
    return replace(box, pieces=(replace(text, lines=lines), *box.pieces[1:]))
