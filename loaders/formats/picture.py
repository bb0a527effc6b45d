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
_LOWEST_ROW = 24
"""An upright run of so many pixels is a rule where it ends at others: it parts cells of a low row."""
_NEAR = 4

Run = tuple[int, int, int]
"""Start, row (or column) and end of a run, in pixels."""


def runs_in(picture: Image.Image) -> tuple[list[Run], list[Run]]:
    """The dark runs along the rows and along the columns of a grey ``picture`` that are rules.

    They are longer than a letter, or part cells of a low row.
    """
    across = list(_along_rows(picture, _LONGEST_LETTER))
    levels: dict[int, list[Run]] = {}
    for run in across:
        levels.setdefault(run[1], []).append(run)
    upright = _along_rows(picture.transpose(Image.Transpose.TRANSPOSE), _LOWEST_ROW)
    return across, [run for run in upright if _is_rule(run, levels)]


def _is_rule(upright: Run, levels: dict[int, list[Run]]) -> bool:
    start, at, end = upright
    if end - start >= _LONGEST_LETTER:
        return True
    return all(
        any(
            first <= at <= last
            for y in range(edge - _NEAR, edge + _NEAR)
            for first, _, last in levels.get(y, ())
        )
        for edge in (start, end)
    )


def rules_of(across: list[Run], upright: list[Run]) -> tuple[Rule, ...]:
    """The rules that runs of a picture with :data:`DOTS` pixels a point make, in points."""
    return (
        *(Rule(False, at / DOTS, start / DOTS, end / DOTS) for start, at, end in across),
        *(Rule(True, at / DOTS, start / DOTS, end / DOTS) for start, at, end in upright),
    )


def _along_rows(picture: Image.Image, least: int) -> Iterator[Run]:
    dark_run = re.compile(rb"\x00{%d,}" % least)
    dark = picture.point([0 if level < _DARK else 255 for level in range(256)]).tobytes()
    width = picture.width
    for row in range(picture.height):
        for run in dark_run.finditer(dark, row * width, (row + 1) * width):
            yield run.start() - row * width, row, run.end() - row * width
