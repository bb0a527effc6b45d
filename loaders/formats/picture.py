"""Ruled lines in the picture of a page: long dark runs along its rows and columns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PIL import Image

from loaders.formats.pdf_page import Rule

__all__ = ["DOTS", "Run", "rules_of", "runs_in"]

DOTS = 200 / 72
"""Pixels a point: 200 dots an inch, at which Tesseract reads well."""
_DARK = 140
_LONGEST_LETTER = 60
"""Dark runs of more pixels are rules."""
_RUN = re.compile(rb"\x00{%d,}" % _LONGEST_LETTER)

Run = tuple[int, int, int]
"""Start, row (or column) and end of a run, in pixels."""


def runs_in(picture: Image.Image) -> tuple[list[Run], list[Run]]:
    """The dark runs longer than a letter along the rows and along the columns of a grey ``picture``."""
    return list(_along_rows(picture)), list(_along_rows(picture.transpose(Image.Transpose.TRANSPOSE)))


def rules_of(across: list[Run], upright: list[Run]) -> tuple[Rule, ...]:
    """The rules that runs of a picture with :data:`DOTS` pixels a point make, in points."""
    return (
        *(Rule(False, at / DOTS, start / DOTS, end / DOTS) for start, at, end in across),
        *(Rule(True, at / DOTS, start / DOTS, end / DOTS) for start, at, end in upright),
    )


def _along_rows(picture: Image.Image) -> Iterator[Run]:
    dark = picture.point([0 if level < _DARK else 255 for level in range(256)]).tobytes()
    width = picture.width
    for row in range(picture.height):
        for run in _RUN.finditer(dark, row * width, (row + 1) * width):
            yield run.start() - row * width, row, run.end() - row * width
