"""Where a reading should be looked at: rows the reader is unsure of, and oddities of the source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from loaders.people.outline import OutlineRow
from loaders.records import Activity, Oddity, Placed, PlanRecord

__all__ = ["SURE", "doubts", "doubts_of_mention"]

_QUOTED = re.compile("“([^”]*)”")
SURE = 0.8
"""Confidence (0..1) from which a row is not marked."""


def doubts(plan: PlanRecord, rows: Iterable[OutlineRow]) -> Mapping[str, list[str]]:
    """What to look at in each row of ``plan``, in Vietnamese, by key; an oddity with the row it begins in."""
    found: dict[str, list[str]] = {}
    listed = list(rows)
    for row in listed:
        sure = row.details.confidence if row.details else None
        if sure is not None and sure < SURE:
            found.setdefault(row.key, []).append(f"máy chỉ chắc {sure:.0%}")
    for oddity in plan.oddities:
        holder = _holder(oddity, listed)
        if holder is not None:
            found.setdefault(holder.key, []).append(oddity.what)
    return found


def doubts_of_mention(record: Placed, text: str, oddities: Iterable[Oddity]) -> list[str]:
    """What to look at in a citation, figure or duty with ``text``: the oddities that begin in its lines.

    Of those that quote words these must stand in the text: a line may hold several records.
    """
    span = record.lines
    if span is None:
        return []
    here = [o.what for o in oddities if o.lines and span[0] <= o.lines[0] <= span[1]]
    return [what for what in here if all(quoted in text for quoted in _QUOTED.findall(what))]


def _holder(oddity: Oddity, rows: list[OutlineRow]) -> OutlineRow | None:
    """The narrowest row with the first line of ``oddity``."""
    if oddity.lines is None:
        return None
    first = oddity.lines[0]
    holding = [row for row in rows if (span := _span(row)) and span[0] <= first <= span[1]]
    return min(holding, key=_height, default=None)


def _height(row: OutlineRow) -> int:
    span = _span(row) or (0, 0)
    return span[1] - span[0]


def _span(row: OutlineRow) -> tuple[int, int] | None:
    record: Placed = row.record
    if record.lines is None and isinstance(row.details, Activity):
        return row.details.lines
    return record.lines
