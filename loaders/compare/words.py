"""Text of one edition made comparable with that of another year.

Next year's plan says "năm 2025" where this year's says "năm 2024". So the years around the edition's own
are read as counted from it; a year in a range ("giai đoạn 2021-2025") stays what it is.
"""

from __future__ import annotations

import re
from datetime import date

from loaders.align.text import ShortForms, syllables

_YEAR = re.compile(r"(?<![\d–-])(?<![–-]\s)(20\d\d)(?!\d|\s*[–-]\s*\d)")
NEAR = 1
"""Years before and after the edition's own that are counted from it."""


def tokens(text: str, year: int | None, forms: ShortForms) -> tuple[str, ...]:
    """The folded syllables of ``text``, short forms written out, near years as "nămx+1"."""
    return syllables(relative(text, year), forms).folded


def relative(text: str, year: int | None) -> str:
    """``text`` with the years near ``year`` counted from it.

    >>> relative("Kế hoạch năm 2025, giai đoạn 2021-2025", 2024)
    'Kế hoạch năm nămx1, giai đoạn 2021-2025'
    """
    if year is None:
        return text

    def counted(found: re.Match[str]) -> str:
        steps = int(found[0]) - year
        return f"nămx{'tr' if steps < 0 else ''}{abs(steps)}" if abs(steps) <= NEAR else found[0]

    return _YEAR.sub(counted, text)


def shifted(day: str | None, years: int) -> str | None:
    """The ISO date ``day`` moved by ``years``; the end of February stays the end of February."""
    if day is None:
        return None
    found = date.fromisoformat(day)
    last = found.month == 2 and found.day >= 28
    moved = date(found.year + years, 3 if last else found.month, 1 if last else found.day)
    return (date.fromordinal(moved.toordinal() - 1) if last else moved).isoformat()
