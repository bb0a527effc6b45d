"""A page of a PDF as words with their places, and the rules (lines) drawn on it.

Coordinates are points from the upper left corner of the page as it is shown (its rotation undone).
Source: ISO 32000-1, 8.5 (paths) and 9.4 (text); read through pypdfium2, which is some ten times faster
than pdfminer (docs/decisions/801-pdf-by-pdfium.md).
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

from loaders.formats.legacy_text import is_legacy_font, unicode_of

__all__ = ["Page", "Rule", "Word", "page_of"]

_THIN = 2.6
"""Filled shapes up to this thickness are rules."""
_SHORTEST = 2.0
_MOST_OBJECTS = 20_000
_MOST_CHARACTERS = 50_000
_DEEPEST = 4
_SAMPLED = 100
"""So many letters tell which way a page is written."""
_ASKEW = 0.1
"""Letters turned by more than this share of a right angle are drawn askew, as a stamp over the page is."""
_APART = 0.28
"""A gap of this share of the letter's height parts two words."""
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_LINE_END_HYPHENS = {0x02: "-", 0xFFFE: "-"}
"""What pdfium gives for a hyphen at the end of a line."""
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a space between: text and box."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """The height of the font's box."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """The centre of the box."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line along one axis: at ``at`` across, from ``start`` to ``end``."""

    upright: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True)
class Page:
    """A page: number from 1, size, words in the order of the file, rules.

    ``pictured`` is the area of its pictures as a share of the page's.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    pictured: float


@dataclass(frozen=True)
class _View:
    """The way from the page's own coordinates to those of the page as shown."""

    turns: int
    width: float
    height: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """``x`` and ``y`` from the upper left corner of the page as shown."""
        if self.turns == 1:
            return y, x
        if self.turns == 2:
            return self.width - x, y
        if self.turns == 3:
            return self.width - y, self.height - x
        return x, self.height - y

    def shows(self, word: Word) -> bool:
        """Whether ``word`` stands on the page, not on what was cut off."""
        x, y = word.middle
        return 0 <= x <= self.width and 0 <= y <= self.height


def page_of(page: pdfium.PdfPage, number: int) -> Page:
    """What ``page``, the ``number``-th, shows, turned so that most of its text stands upright."""
    text = page.get_textpage()
    width, height = page.get_size()
    turned = raw.FPDFPage_GetRotation(page) % 4
    turns = _usual_turns(text, turned)
    if (turns - turned) % 2:
        width, height = height, width
    view = _View(turns, width, height)
    left, bottom, _, _ = page.get_cropbox()
    rules: list[Rule] = []
    covered = 0.0
    for kind, item in islice(_objects(page), _MOST_OBJECTS):
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            covered += _area(*item)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            rules.extend(_rules(item[0], item[1], view, (left, bottom)))
    words = (word for word in _words(text, view, (left, bottom)) if view.shows(word))
    return Page(number, width, height, tuple(words), tuple(rules), covered / max(1.0, width * height))


def _usual_turns(text: pdfium.PdfTextPage, otherwise: int) -> int:
    """The quarter turns that make most of ``text`` stand upright."""
    count = min(raw.FPDFText_CountChars(text), _MOST_CHARACTERS)
    seen = Counter(_turns_of(text, i) for i in range(0, count, max(1, count // _SAMPLED)))
    seen.pop(None, None)
    return next((turns for turns, _ in seen.most_common(1) if turns is not None), otherwise)


def _turns_of(text: pdfium.PdfTextPage, index: int) -> int | None:
    """The quarter turns by which the letter at ``index`` is drawn, None for one drawn askew."""
    quarters = raw.FPDFText_GetCharAngle(text, index) / (math.pi / 2)
    return -round(quarters) % 4 if abs(quarters - round(quarters)) < _ASKEW else None


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


def _rules(item: object, outer: Matrix, view: _View, origin: tuple[float, float]) -> Iterator[Rule]:
    """The rules that a path draws: straight strokes, and thin filled shapes."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    points = list(_points(item, _times(_matrix(item), outer), view, origin))
    if stroke.value:
        for (_, x0, y0), (begins, x1, y1) in pairwise(points):
            if not begins:
                yield from _rule(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    elif fill.value:
        shapes: list[list[tuple[float, float]]] = []
        for begins, x, y in points:
            if begins or not shapes:
                shapes.append([])
            shapes[-1].append((x, y))
        for shape in shapes:
            xs, ys = [x for x, _ in shape], [y for _, y in shape]
            yield from _rule(min(xs), min(ys), max(xs), max(ys))


def _rule(left: float, top: float, right: float, bottom: float) -> Iterator[Rule]:
    across, down = right - left, bottom - top
    if across <= _THIN and down > max(_SHORTEST, across):
        yield Rule(True, (left + right) / 2, top, bottom)
    elif down <= _THIN and across > max(_SHORTEST, down):
        yield Rule(False, (top + bottom) / 2, left, right)


def _points(
    item: object, matrix: Matrix, view: _View, origin: tuple[float, float]
) -> Iterator[tuple[bool, float, float]]:
    """The corners of a path as shown, each with whether a new shape begins there."""
    x, y = ctypes.c_float(), ctypes.c_float()
    first = (0.0, 0.0)
    for i in range(min(raw.FPDFPath_CountSegments(item), _MOST_OBJECTS)):
        segment = raw.FPDFPath_GetPathSegment(item, i)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        a, b, c, d, e, f = matrix
        px, py = a * x.value + c * y.value + e - origin[0], b * x.value + d * y.value + f - origin[1]
        begins = raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO
        point = view.point(px, py)
        first = point if begins else first
        yield (begins, *point)
        if raw.FPDFPathSegment_GetClose(segment):
            yield (False, *first)


def _words(text: pdfium.PdfTextPage, view: _View, origin: tuple[float, float]) -> Iterator[Word]:
    """The words in the order in which the file draws them; those written across the others are left out."""
    box = raw.FS_RECTF()
    letters: list[str] = []
    held: list[tuple[float, float, float, float]] = []
    start = 0
    for i in range(min(raw.FPDFText_CountChars(text), _MOST_CHARACTERS)):
        code = raw.FPDFText_GetUnicode(text, i)
        sign = _LINE_END_HYPHENS.get(code) or (chr(code) if 0 < code < 0x110000 else " ")
        if sign.isspace() or sign == "\x00":
            yield from _word(text, letters, held, start, view.turns)
            letters, held = [], []
            continue
        raw.FPDFText_GetLooseCharBox(text, i, box)
        x0, y0 = view.point(box.left - origin[0], box.top - origin[1])
        x1, y1 = view.point(box.right - origin[0], box.bottom - origin[1])
        place = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        if held and _parted(held[-1], place):
            yield from _word(text, letters, held, start, view.turns)
            letters, held = [], []
        if not letters:
            start = i
        letters.append(sign)
        held.append(place)
    yield from _word(text, letters, held, start, view.turns)


def _parted(before: tuple[float, float, float, float], after: tuple[float, float, float, float]) -> bool:
    """Whether two letters that follow one another belong to two words."""
    height = max(before[3] - before[1], 1.0)
    gap = after[0] - before[2]
    resized = not 0.8 < (after[3] - after[1]) / height < 1.25
    return (
        resized
        or gap > _APART * height
        or after[0] < before[0] - height
        or abs(after[3] - before[3]) > height / 2
    )


def _word(
    text: pdfium.PdfTextPage,
    letters: list[str],
    held: list[tuple[float, float, float, float]],
    start: int,
    turns: int,
) -> Iterator[Word]:
    if not letters or _turns_of(text, start) != turns:
        return
    name = _font(text, start)
    shown = unicode_of("".join(letters), name) if is_legacy_font(name) else "".join(letters)
    left, right = min(b[0] for b in held), max(b[2] for b in held)
    yield Word(shown, left, held[0][1], right, held[0][3])


def _font(text: pdfium.PdfTextPage, index: int) -> str:
    name = ctypes.create_string_buffer(64)
    flags = ctypes.c_int()
    size = raw.FPDFText_GetFontInfo(text, index, name, 64, flags)
    return name.raw[: max(0, min(size, 64) - 1)].decode("utf-8", "replace")
