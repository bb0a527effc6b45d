"""Words and numbers that a column narrower than they are has broken over two lines, without a hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from loaders.formats.pdf.text import Printed

__all__ = ["whole"]

_CONSONANTS = r"[bcdđghklmnpqrstvx]{1,3}"
_ENDS_BARE = re.compile(rf"(?<![\w.,/-])(?<!\d )(?<!^){_CONSONANTS}$")
_BARE = re.compile(rf"{_CONSONANTS}(?:[,;:]?(?=\s|$)|\.$)")
"""No Vietnamese word is without a vowel; "b)" and "c. …" are labels."""
_LABEL = re.compile(r"S?TT|[IVX]{2,5}")
_YEAR = re.compile(r"(?:\d{1,2}/\d{1,2}/|[\dIVX]/|[Nn]ăm |\b(?:19|20)\d\d ?[-–] ?)((?:19|20)?\d{0,1})$")
_DIGITS = re.compile(r"\d{1,3}(?!\d)")


def whole(lines: Iterable[Printed]) -> list[Printed]:
    """``lines`` of a cell with the rest of a broken word taken up to the line where it begins.

    A line that held nothing else is left out.
    """
    out: list[Printed] = []
    for line in lines:
        rest = _rest(out[-1].text, line.text) if out else ""
        if rest:
            out[-1] = replace(out[-1], text=out[-1].text + rest)
        left = line.text[len(rest) :].lstrip()
        if left:
            out.append(replace(line, text=left) if rest else line)
    return out


def _rest(before: str, after: str) -> str:
    """What at the beginning of ``after`` belongs to the last word of ``before``, "" for nothing."""
    if _LABEL.fullmatch(before + after):
        return after
    if before[-1].islower() and after[:1].islower():
        bare = _BARE.match(after)
        if bare:
            return bare[0]
        return after.split(maxsplit=1)[0] if _ENDS_BARE.search(before) else ""
    year = _YEAR.search(before) if before[-1].isdigit() or before[-1] == "/" else None
    digits = _DIGITS.match(after) if year and year[1] else None
    return digits[0] if year and digits and len(year[1]) + len(digits[0]) == 4 else ""
