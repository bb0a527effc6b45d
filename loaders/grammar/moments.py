"""The parts of a printed time: days, months, quarters and years, each as the span it covers."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

__all__ = ["Moment", "find", "in_digits"]

_YEAR = r"(?:19|20)\d{2}"
_OF_YEAR = rf"(?:\s*[/-]\s*(?:năm\s*)?|\s+(?:của\s+)?năm\s+|\s*,\s*năm\s+)(?P<y>{_YEAR})(?!\d)"
_JOIN = r"\s*(?:-|,|;|\+|&|đến|tới|và)\s*(?:hết\s+)?"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_Q = r"(?:iv|i{1,3}|[1-4])(?![\w])"

_DAY = re.compile(
    rf"(?:ngày\s+)?(?<!\d)(?P<d2>\d{{1,2}})[/.-](?P<m2>\d{{1,2}})[/.-](?P<y2>{_YEAR})(?!\d)"
    rf"|(?:ngày\s+)?(?<!\d)(?P<d>\d{{1,2}})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<m>\d{{1,2}})(?![\d/])(?:{_OF_YEAR})?"
)
_MONTH = r"\d{1,2}(?!\d)(?!\s*/\s*\d{1,2}(?!\d))(?!\s*tháng)"
_MONTHS = re.compile(
    rf"(?:tháng|(?<!\w)t\.?(?=\d))\s*(?P<a>\d{{1,2}})(?!\d)(?P<rest>(?:{_JOIN}(?:tháng\s*|t\.?(?=\d))?{_MONTH})*)"
    rf"(?:{_OF_YEAR})?"
)
_MONTH_YEAR = re.compile(rf"(?<![\d/])(?P<a>\d{{1,2}})(?P<rest>\s*-\s*\d{{1,2}})?/(?P<y>{_YEAR})(?!\d)")
_QUARTER = r"q(?:[uú][yýỳ]|\.)?\s*"
_QUARTERS = re.compile(
    rf"(?<!\w){_QUARTER}(?P<a>{_Q})(?P<rest>(?:{_JOIN}(?:{_QUARTER})?{_Q})*)(?:{_OF_YEAR})?"
)
_PARTS = re.compile(
    rf"(?<!\w)(?:(?P<count>0?[369]|sáu|chín)\s+tháng|nửa)\s+(?P<side>đầu|cuối)(?:\s+năm)?(?:\s*[/]?\s*(?P<y>{_YEAR}))?"
)
_COUNTS = {"sáu": 6, "chín": 9}
_HALF = 6
"""The months of "nửa đầu năm"."""
_SPELT_NUMBERS = {
    **{"một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8},
    **{"chín": 9, "mười": 10, "mười một": 11, "mười hai": 12},
}
_SPELT = re.compile(
    r"\b(tháng|quý)\s+(mười\s+một|mười\s+hai|mười|một|giêng|hai|ba|tư|bốn|sáu|bảy|tám|chín|năm(?=\W*$|[,/]|\s+năm\b))"
    r"\b(?!\s+lần)"
)
_YEARS = re.compile(rf"(?:năm\s+)?(?<![\d/])(?P<y>{_YEAR})(?![\d/])")


@dataclass(frozen=True)
class Moment:
    """A span of days as printed; without start and end where its year is missing or no such day exists."""

    start: date | None
    end: date | None
    precision: str
    place: tuple[int, int]
    parts: tuple[int, ...] = ()
    """What the year completes: first and last month, or day and month."""

    @property
    def ranged(self) -> bool:
        """Whether the print itself is a range: "tháng 3 đến tháng 5"."""
        months = 3 if self.precision == "quarter" else 1
        return self.precision in {"month", "quarter"} and self.parts[1] - self.parts[0] >= months

    def in_year(self, year: int) -> Moment:
        """The same moment in ``year``, where none was printed."""
        if self.start or not self.parts:
            return self
        if self.precision == "day":
            return _day(self.parts[0], self.parts[1], year, self.place)
        return _months(self.parts[0], self.parts[1], year, self.precision, self.place)


def in_digits(text: str) -> str:
    """``text`` (plain form) with months and quarters in digits: "tháng mười hai" -> "tháng 12".

    "Năm" after "tháng" is five only where another "năm" or nothing follows; "tháng  năm 2025" has lost
    its number.
    """
    return _SPELT.sub(lambda found: f"{found[1]} {_SPELT_NUMBERS[' '.join(found[2].split())]}", text)


def find(text: str) -> list[Moment]:
    """The moments of ``text`` (plain form) from left to right; a moment that is no date has no start."""
    out: list[Moment] = []
    position = 0
    while position < len(text):
        found = min(
            (m for pattern, _ in _READERS if (m := pattern.search(text, position))),
            key=lambda m: (m.start(), -m.end()),
            default=None,
        )
        if found is None:
            break
        reader = next(read for pattern, read in _READERS if pattern is found.re)
        out.append(reader(found))
        position = max(found.end(), position + 1)
    return _shared_year(out)


def _shared_year(moments: list[Moment]) -> list[Moment]:
    """A year printed once at the end holds for those before: "từ 01/3 đến 30/6/2024"."""
    out: list[Moment] = []
    year = 0
    for moment in reversed(moments):
        out.append(moment.in_year(year) if year and moment.precision != "year" else moment)
        year = moment.start.year if moment.start else year
    return out[::-1]


def _number(text: str) -> int:
    return _ROMAN.get(text) or int(text)


def _day(day: int, month: int, year: int, place: tuple[int, int]) -> Moment:
    try:
        whole = date(year, month, day)
    except ValueError:
        return Moment(None, None, "day", place)
    return Moment(whole, whole, "day", place)


def _months(first: int, last: int, year: int, precision: str, place: tuple[int, int]) -> Moment:
    if not 1 <= first <= last <= 12:
        return Moment(None, None, precision, place, (first, last))
    end = date(year, last, monthrange(year, last)[1])
    return Moment(date(year, first, 1), end, precision, place, (first, last))


def _read_day(found: re.Match[str]) -> Moment:
    day, month = int(found["d"] or found["d2"]), int(found["m"] or found["m2"])
    year = found["y"] or found["y2"]
    if year:
        return _day(day, month, int(year), found.span())
    return Moment(None, None, "day", found.span(), (day, month))


def _read_months(found: re.Match[str]) -> Moment:
    first = int(found["a"])
    others = re.findall(r"\d+", found["rest"] or "")
    return _spanned(found, first, int(others[-1]) if others else first, "month")


def _read_quarters(found: re.Match[str]) -> Moment:
    first = _number(found["a"])
    others = re.findall(_Q, found["rest"])
    last = _number(others[-1]) if others else first
    return _spanned(found, 3 * first - 2, 3 * last, "quarter")


def _read_part(found: re.Match[str]) -> Moment:
    """The first or last three, six or nine months of a year."""
    count = _HALF if found["count"] is None else _COUNTS.get(found["count"]) or int(found["count"])
    first = 1 if found["side"] == "đầu" else 13 - count
    return _spanned(found, first, first + count - 1, "month")


def _spanned(found: re.Match[str], first: int, last: int, precision: str) -> Moment:
    if found["y"]:
        return _months(first, last, int(found["y"]), precision, found.span())
    return Moment(None, None, precision, found.span(), (first, last))


def _read_year(found: re.Match[str]) -> Moment:
    return _months(1, 12, int(found["y"]), "year", found.span())


_READERS = (
    (_PARTS, _read_part),
    (_QUARTERS, _read_quarters),
    (_MONTHS, _read_months),
    (_MONTH_YEAR, _read_months),
    (_DAY, _read_day),
    (_YEARS, _read_year),
)
