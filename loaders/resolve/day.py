"""Days of documents as records write them: in full, with the day or the month blank, or a year."""

from __future__ import annotations

from datetime import date

__all__ = ["Day", "as_day"]

Day = date | int | str | None
"""A day, a year, an ISO date that may lack its day or month ("2025-01"), or nothing."""


def as_day(when: Day) -> date | None:
    """The first day ``when`` can mean, None where it means none.

    A day that no calendar has (printed slips such as 31/6) counts as its month.

    >>> as_day("2025-01")
    datetime.date(2025, 1, 1)
    """
    if when is None or isinstance(when, date):
        return when
    parts = str(when).split("-")
    for size in range(min(3, len(parts)), 0, -1):
        try:
            year, month, day = (*map(int, parts[:size]), 1, 1)[:3]
            return date(year, month, day)
        except ValueError:
            continue
    return None
