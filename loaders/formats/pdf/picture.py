"""The picture of a page: set straight, and its ruled lines, long dark runs along its rows and columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from PIL import Image

from loaders.formats.pdf.page import Rule

__all__ = ["DOTS", "Run", "rules_of", "runs_in", "straightened"]

DOTS = 200 / 72
"""Pixels a point: 200 dots an inch, at which Tesseract reads well."""
_DARK = 140
_LONGEST_LETTER = 60
"""Dark runs of more pixels are rules."""
_LOWEST_ROW = 24
"""An upright run of so many pixels is a rule where it ends at others: it parts cells of a low row."""
_NEAR = 4
_REDUCED = 3
"""Pixels along each side that are made one to look for the angle."""
_ANGLES = ([n / 4 for n in range(-8, 9)], [n / 20 for n in range(-4, 5)])
"""Angles in degrees that are tried: first far apart, then around the best of them."""
_STRAIGHT = 0.1
"""Pages askew by less are left as they are: rules are found all the same."""

Run = tuple[int, int, int]
"""Start, row (or column) and end of a run, in pixels."""


def straightened(picture: Image.Image) -> Image.Image:
    """A grey ``picture`` turned so that its lines run along its rows: scans lie askew by up to two degrees.

    Of the angles that one is taken at which rows differ most from their neighbours (projection profiles,
    after W. Postl, Detection of linear oblique structures and skew scan in digitized documents, 1986).
    """
    small = picture.reduce(_REDUCED)
    angle = 0.0
    for offsets in _ANGLES:
        tried = sorted((angle + offset for offset in offsets), key=abs)
        angle = max(
            tried, key=lambda each: _contrast(small.rotate(each, Image.Resampling.BILINEAR, fillcolor=255))
        )
    if abs(angle) < _STRAIGHT:
        return picture
    return picture.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)


def _contrast(picture: Image.Image) -> int:
    """How much the rows of ``picture`` differ from their neighbours."""
    levels = picture.resize((1, picture.height), Image.Resampling.BOX).tobytes()
    return sum((a - b) ** 2 for a, b in pairwise(levels))


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
