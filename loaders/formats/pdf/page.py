"""A page of a PDF as words with their places, and the rules (lines) drawn on it.

Coordinates are points from the upper left corner of the page as it is shown (its rotation undone).
Source: ISO 32000-1, 8.5 (paths) and 9.4 (text); read through pypdfium2, which is some ten times faster
than pdfminer (docs/decisions/801-pdf-by-pdfium.md).
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

from loaders.formats.pdf.rules import Rule
from loaders.formats.pdf.shaded import Box, edges_of
from loaders.formats.pdf.struck import without_struck
from loaders.formats.pdf.words import View, Word, usual_turns, words_of

__all__ = ["Page", "Rule", "Word", "page_of"]

_THIN = 2.6
"""Filled shapes up to this thickness are rules."""
_SHORTEST = 2.0
_DOTS_APART = 4.0
"""Dots at most so far apart make a line."""
_FEWEST_DOTS = 6
_MOST_OBJECTS = 20_000
_DEEPEST = 4
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
_box = tuple(ctypes.c_float() for _ in range(4))
"""What pdfium writes the box of a path into."""


@dataclass(frozen=True)
class Page:
    """A page: number from 1, size, words from top to bottom, rules.

    ``pictured`` is the area of its pictures as a share of the page's.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    pictured: float


def page_of(page: pdfium.PdfPage, number: int) -> Page:
    """What ``page``, the ``number``-th, shows, turned so that most of its text stands upright."""
    text = page.get_textpage()
    width, height = page.get_size()
    turned = raw.FPDFPage_GetRotation(page) % 4
    turns = usual_turns(text, turned)
    if (turns - turned) % 2:
        width, height = height, width
    left, bottom, _, _ = page.get_cropbox()
    view = View(turns, width, height, left, bottom)
    rules: list[Rule] = []
    filled: list[Box] = []
    dots: list[Point] = []
    covered = 0.0
    for kind, (item, outer) in islice(_objects(page), _MOST_OBJECTS):
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            covered += _area(item, outer)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            if outer is _IDENTITY and (dot := _dot(item)):
                dots.append(view.point(*dot))
            else:
                for box, is_filled in _drawn(item, outer, view):
                    rules.extend(_rule(*box))
                    if is_filled:
                        filled.append(box)
    words = (word for word in words_of(text, view) if view.shows(word))
    rules = _with_dotted(rules, dots)
    if not any(rule.upright for rule in rules):
        rules += edges_of(filled)
    kept, ruling = without_struck(list(words), rules)
    return Page(number, width, height, kept, ruling, covered / max(1.0, width * height))


def _area(item: object, matrix: Matrix) -> float:
    """The area of a picture, in points of the page."""
    a, b, c, d, _, _ = _times(_matrix(item), matrix)
    return abs(a * d - b * c)


def _objects(page: pdfium.PdfPage) -> Iterator[tuple[int, tuple[object, Matrix]]]:
    """The objects of a page by kind, those inside forms included, each with the matrix of its form."""
    count = min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    yield from _within([raw.FPDFPage_GetObject(page, i) for i in range(count)], _IDENTITY, 0)


def _within(items: list[object], matrix: Matrix, depth: int) -> Iterator[tuple[int, tuple[object, Matrix]]]:
    for item in items:
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            count = min(raw.FPDFFormObj_CountObjects(item), _MOST_OBJECTS)
            inner = [raw.FPDFFormObj_GetObject(item, i) for i in range(count)]
            yield from _within(inner, _times(_matrix(item), matrix), depth + 1)
        else:
            yield kind, (item, matrix)


def _matrix(item: object) -> Matrix:
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, found)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(m: Matrix, n: Matrix) -> Matrix:
    """First ``m``, then ``n``."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _drawn(item: object, outer: Matrix, view: View) -> Iterator[tuple[Box, bool]]:
    """The boxes of what a path draws, strokes or shapes, each with whether it is a filled rectangle."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    points = list(_points(item, _times(_matrix(item), outer), view))
    if stroke.value:
        for (_, x0, y0), (begins, x1, y1) in pairwise(points):
            if not begins:
                yield (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), False
    elif fill.value:
        shapes: list[list[tuple[float, float]]] = []
        for begins, x, y in points:
            if begins or not shapes:
                shapes.append([])
            shapes[-1].append((x, y))
        for shape in shapes:
            xs, ys = {round(x, 2) for x, _ in shape}, {round(y, 2) for _, y in shape}
            yield (min(xs), min(ys), max(xs), max(ys)), len(xs) == len(ys) == 2


def _dot(item: object) -> Point | None:
    """The middle of a path as small as a dot; dotted rules are thousands of them, so no more is asked."""
    left, bottom, right, top = _box
    raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    if right.value - left.value > _SHORTEST or top.value - bottom.value > _SHORTEST:
        return None
    return (left.value + right.value) / 2, (bottom.value + top.value) / 2


def _with_dotted(rules: list[Rule], dots: list[Point]) -> list[Rule]:
    """``rules`` with those that are drawn dot by dot, as Word and browsers do, in place of their ``dots``.

    A path may hold many dots, which then are among ``rules``.
    """
    dots = dots + [((r.start + r.end) / 2, r.at) for r in rules if r.end - r.start <= _SHORTEST]
    out = [rule for rule in rules if rule.end - rule.start > _SHORTEST]
    for upright in (False, True):
        lines: dict[float, list[float]] = {}
        for x, y in dots:
            at, along = (x, y) if upright else (y, x)
            lines.setdefault(round(at, 1), []).append(along)
        for at, places in lines.items():
            out.extend(Rule(upright, at, run[0], run[-1]) for run in _runs(sorted(places)))
    return out


def _runs(places: list[float]) -> Iterator[list[float]]:
    """The runs of ``places`` (in order) that stand close enough to show as a line."""
    run: list[float] = []
    for place in [*places, math.inf]:
        if run and place - run[-1] > _DOTS_APART:
            if len(run) >= _FEWEST_DOTS:
                yield run
            run = []
        run.append(place)


def _rule(left: float, top: float, right: float, bottom: float) -> Iterator[Rule]:
    across, down = right - left, bottom - top
    if across <= _SHORTEST and down <= _SHORTEST:  # a dot
        yield Rule(False, (top + bottom) / 2, left, right)
    elif across <= _THIN and down > max(_SHORTEST, across):
        yield Rule(True, (left + right) / 2, top, bottom)
    elif down <= _THIN and across > max(_SHORTEST, down):
        yield Rule(False, (top + bottom) / 2, left, right)


def _points(item: object, matrix: Matrix, view: View) -> Iterator[tuple[bool, float, float]]:
    """The corners of a path as shown, each with whether a new shape begins there."""
    x, y = ctypes.c_float(), ctypes.c_float()
    first = (0.0, 0.0)
    for i in range(min(raw.FPDFPath_CountSegments(item), _MOST_OBJECTS)):
        segment = raw.FPDFPath_GetPathSegment(item, i)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        a, b, c, d, e, f = matrix
        px, py = a * x.value + c * y.value + e, b * x.value + d * y.value + f
        begins = raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO
        point = view.point(px, py)
        first = point if begins else first
        yield (begins, *point)
        if raw.FPDFPathSegment_GetClose(segment):
            yield (False, *first)
