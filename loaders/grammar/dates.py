"""Dates of documents as printed: "ngày 15 tháng 7 năm 2021", "ngày 15/7/2021", also with a blank day."""

from __future__ import annotations

import re
from datetime import date

__all__ = ["PRINTED", "iso"]

_BLANK = r"[\s.…_]*"
PRINTED = re.compile(
    rf"""ngày(?:\s*(?P<day>\d{{1,2}})|{_BLANK})\s*
    (?:(?:tháng|ngày(?=\s*\d))(?:\s*(?P<month>\d{{1,2}})|{_BLANK})\s*,?\s*(?:năm|tháng(?=\s*\d{{4}}))\s*(?P<year>\d{{4}})
      |\s*[/.-]\s*(?P<month2>\d{{1,2}})\s*[/.-]\s*(?P<year2>20\ \d\d|\d{{4}}))(?!\d)""",
    re.VERBOSE | re.IGNORECASE,
)
"""A printed date; day and month may be blank, the year parted ("16/7/20 21"), a word wrong: "tháng 3 tháng
2022"."""


def iso(found: re.Match[str] | None) -> str | None:
    """The ISO form of a match of :data:`PRINTED`: "2021-07-15", "2025-01" where the day is blank.

    None without a match, without a month, or where no such day exists.
    """
    if found is None:
        return None
    month, year = found["month"] or found["month2"], found["year"] or found["year2"]
    if not month:
        return None
    try:
        whole = date(int(year.replace(" ", "")), int(month), int(found["day"] or 1))
    except ValueError:
        return None
    return whole.isoformat() if found["day"] else whole.isoformat()[:7]
