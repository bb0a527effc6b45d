"""The single year of a row's time, for its own figures and for those of the rows above it."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.records import Activity, years_of

__all__ = ["row_years"]


def row_years(activities: Iterable[Activity]) -> dict[str, int]:
    """The year of each row, by key, where its time names a single one.

    Arguments: ``activities`` of one plan, with the keys of their tasks and targets. A task or target stands
    over all its activities: it has a year only where every one of them has that year.
    """
    found: dict[str, set[int | None]] = {}
    for activity in activities:
        years = years_of(activity.start, activity.end)
        for key in filter(None, (activity.key, activity.task, activity.target)):
            found.setdefault(key, set()).add(years[0] if len(years) == 1 else None)
    return {key: year for key, (year, *others) in found.items() if year and not others}
