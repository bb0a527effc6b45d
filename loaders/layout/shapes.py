"""How the cells of each column of content are labelled, where neither header nor words of labels say it.

"1.", "1.1." and again "1." may be target, task and activity, or "1.1", "2.1" and "3.1", and other plans
count in other ways. Each way is tried, and the one under which the table reads best is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from loaders.layout.columns import CONTENT_ROLES, Column
from loaders.layout.fragments import Lattice
from loaders.layout.labels import Label
from loaders.layout.wording import Wording
from loaders.layout.words import Words
from loaders.layout.wrapping import wrapping_of

__all__ = ["labelled_as"]

_DEPTHS = {2: ((1, 1), (2, 1)), 3: ((1, 2, 1), (1, 1, 1))}
"""By the number of columns of content: how many parts their labels may have, besides one more in each."""
_FEW = 5
"""Fewer labels tell nothing."""


def labelled_as(
    lattice: Lattice,
    columns: Sequence[Column],
    words: Words,
    counted: Mapping[int, bool],
    likelihood: Callable[[Wording], float],
) -> Wording:
    """The wording under which the labels of the table make most sense.

    ``counted`` tells the nodes where rows are numbered, which labels no cell; ``likelihood`` how well the
    table reads under a wording.
    """
    wrapping = wrapping_of(lattice)
    usual = Wording(columns, words, wrapping)
    labels = _labels(lattice, counted)
    content = [c for c, column in enumerate(columns) if column.role in CONTENT_ROLES]
    told = any(column.ordinal for column in columns) or any(label.word for label in labels)
    if len(content) < 2 or len(labels) < _FEW or told:
        return usual
    tried = [usual, *(Wording(columns, words, wrapping, depths) for depths in _DEPTHS[len(content)])]
    firsts = sorted({label.number[0] for label in labels if len(label.number) == 2})
    if len(firsts) == len(content):
        tried.append(Wording(_numbered(columns, dict(zip(content, firsts, strict=True))), words, wrapping))
    return max(tried, key=likelihood)


def _labels(lattice: Lattice, counted: Mapping[int, bool]) -> list[Label]:
    """The numbers that lines with text begin with, without those of rows."""
    lines = [
        line
        for at, fragments in enumerate(lattice.outgoing)
        if (line := fragments[-1]).label and not counted.get(at)
    ]
    labels = [(line.label, line.text) for line in lines if line.label]
    return [label for label, text in labels if label.number and label.end < len(text)]


def _numbered(columns: Sequence[Column], ordinals: dict[int, int]) -> list[Column]:
    """``columns`` as if their header numbered them so."""
    return [replace(column, ordinal=ordinals.get(c)) for c, column in enumerate(columns)]
