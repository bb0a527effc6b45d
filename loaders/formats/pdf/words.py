"""The words of a PDF page: letters with their places, put together as they stand.

Source: ISO 32000-1, 9.4 (text) and 9.8 (font descriptors); docs/decisions/150-letters-of-pdf.md.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from loaders.formats.legacy_text import is_legacy_font, unicode_of

__all__ = ["View", "Word", "usual_turns", "words_of"]

_MOST_CHARACTERS = 50_000
_SAMPLED = 100
"""So many letters tell which way a page is written, and whether its fonts state their height."""
_ASKEW = 0.1
"""Letters turned by more than this share of a right angle are drawn askew, as a stamp over the page is."""
_APART = 0.28
"""A gap of this share of the letter's height parts two words."""
_BACK = 0.05
"""A letter further to the left than the one before by this share of its height is no longer of its word."""
_TOUCHING = (-0.3, 0.1)
"""Pieces of a word overlap or stand apart by less than these shares of their height; a space is wider."""
_LEVEL = 0.3
"""Lines on which pieces stand are one within so many points."""
_ASCENT, _DESCENT = 0.9, 0.22
"""How far letters reach over and under their line, as shares of their size, in the fonts of offices."""
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}
"""What pdfium gives for a hyphen at the end of a line, and what some fonts call theirs (soft)."""
Place = tuple[float, float, float, float]
"""Left, top, right, bottom."""


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


@dataclass(frozen=True)
class View:
    """The way from the page's own coordinates to those of the page as shown.

    ``left`` and ``bottom`` are the corner of what is shown of the page, ``width`` and ``height`` its size.
    """

    turns: int
    width: float
    height: float
    left: float
    bottom: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """``x`` and ``y`` from the upper left corner of the page as shown."""
        x, y = x - self.left, y - self.bottom
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


def usual_turns(text: pdfium.PdfTextPage, otherwise: int) -> int:
    """The quarter turns that make most of ``text`` stand upright."""
    seen = Counter(_turns_of(text, i) for i in _sample(text))
    seen.pop(None, None)
    return next((turns for turns, _ in seen.most_common(1) if turns is not None), otherwise)


def _sample(text: pdfium.PdfTextPage) -> range:
    count = min(raw.FPDFText_CountChars(text), _MOST_CHARACTERS)
    return range(0, count, max(1, count // _SAMPLED))


def _turns_of(text: pdfium.PdfTextPage, index: int) -> int | None:
    """The quarter turns by which the letter at ``index`` is drawn, None for one drawn askew."""
    quarters = raw.FPDFText_GetCharAngle(text, index) / (math.pi / 2)
    return -round(quarters) % 4 if abs(quarters - round(quarters)) < _ASKEW else None


def words_of(text: pdfium.PdfTextPage, view: View) -> list[Word]:
    """The words of ``text``; those written across the others are left out."""
    lines: list[list[Word]] = []
    last = -math.inf
    for base, piece in sorted(_pieces(text, view), key=lambda held: held[0]):
        if base - last > _LEVEL:
            lines.append([])
        last = base
        lines[-1].append(piece)
    return [word for line in lines for word in _joined(line) if word.text != " "]


def _joined(line: list[Word]) -> list[Word]:
    """The words and spaces of ``line`` from left to right, pieces that touch one another joined.

    Letters that a font lacks are drawn apart, with another.
    """
    out: list[Word] = []
    for piece in sorted(line, key=lambda w: w.left):
        before = out[-1] if out and " " not in (out[-1].text, piece.text) else None
        if before and _TOUCHING[0] < (piece.left - before.right) / max(before.height, 1.0) < _TOUCHING[1]:
            right = max(before.right, piece.right)
            out[-1] = Word(before.text + piece.text, before.left, before.top, right, before.bottom)
        else:
            out.append(piece)
    return out


def _pieces(text: pdfium.PdfTextPage, view: View) -> Iterator[tuple[float, Word]]:
    """The words, pieces of them and spaces, in the order in which the file draws them.

    Each comes with the height on the page of the line it stands on.
    """
    place_of = _places(text, view)
    letters: list[str] = []
    held: list[Place] = []
    start = 0
    for i in range(min(raw.FPDFText_CountChars(text), _MOST_CHARACTERS)):
        code = raw.FPDFText_GetUnicode(text, i)
        sign = _HYPHENS.get(code) or (chr(code) if 0 < code < 0x110000 else " ")
        if sign.isspace() or sign == "\x00":
            yield from _piece(text, letters, held, start, view)
            letters, held = [], []
            if sign == " " and not raw.FPDFText_IsGenerated(text, i):
                yield _base(text, i, view), Word(" ", *place_of(i))
            continue
        place = place_of(i)
        if held and not unicodedata.combining(sign) and _parted(held[-1], place):
            yield from _piece(text, letters, held, start, view)
            letters, held = [], []
        if not letters:
            start = i
        letters.append(sign)
        held.append(place)
    yield from _piece(text, letters, held, start, view)


def _places(text: pdfium.PdfTextPage, view: View) -> Callable[[int], Place]:
    """What gives the place of a letter: as high as its font, also where the font states no height."""
    box = raw.FS_RECTF()

    def stated(index: int) -> Place:
        raw.FPDFText_GetLooseCharBox(text, index, box)
        x0, y0 = view.point(box.left, box.top)
        x1, y1 = view.point(box.right, box.bottom)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    matrix = raw.FS_MATRIX()

    def measured(index: int) -> Place:
        left, _, right, _ = stated(index)
        raw.FPDFText_GetMatrix(text, index, matrix)
        size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
        base = _base(text, index, view)
        return left, base - _ASCENT * size, right, base + _DESCENT * size

    return measured if any(_is_bare(text, i) for i in _sample(text)) else stated


def _is_bare(text: pdfium.PdfTextPage, index: int) -> bool:
    """Whether pdfium gives the letter at ``index`` its own box, since its font states no height."""
    if raw.FPDFText_IsGenerated(text, index) or chr(raw.FPDFText_GetUnicode(text, index)).isspace():
        return False
    box = raw.FS_RECTF()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetLooseCharBox(text, index, box)
    raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    return math.isclose(box.top, top.value, abs_tol=1e-3) and math.isclose(
        box.bottom, bottom.value, abs_tol=1e-3
    )


def _parted(before: Place, after: Place) -> bool:
    """Whether two letters that follow one another belong to two words."""
    height = max(before[3] - before[1], 1.0)
    gap = after[0] - before[2]
    resized = not 0.8 < (after[3] - after[1]) / height < 1.25
    return (
        resized
        or gap > _APART * height
        or after[0] < before[0] - _BACK * height
        or abs(after[3] - before[3]) > height / 4
    )


def _piece(
    text: pdfium.PdfTextPage, letters: list[str], held: list[Place], start: int, view: View
) -> Iterator[tuple[float, Word]]:
    if not letters or _turns_of(text, start) != view.turns:
        return
    name = _font(text, start)
    shown = unicode_of("".join(letters), name) if is_legacy_font(name) else "".join(letters)
    left, right = min(b[0] for b in held), max(b[2] for b in held)
    yield _base(text, start, view), Word(shown, left, held[0][1], right, held[0][3])


def _base(text: pdfium.PdfTextPage, index: int, view: View) -> float:
    """The height on the page as shown of the line on which the letter at ``index`` stands."""
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, index, x, y)
    return view.point(x.value, y.value)[1]


def _font(text: pdfium.PdfTextPage, index: int) -> str:
    name = ctypes.create_string_buffer(64)
    flags = ctypes.c_int()
    size = raw.FPDFText_GetFontInfo(text, index, name, 64, flags)
    return name.raw[: max(0, min(size, 64) - 1)].decode("utf-8", "replace")
