"""Where records stand beyond their lines: page, sheet, rows of the sheet; how sure the print lets one be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from loaders.layout.model import Layout, Line, Table
from loaders.records import LISTS, Activity, Oddity, Placed, PlanRecord

__all__ = ["placed"]

_P = TypeVar("_P", bound=Placed)
_WOVEN = 0.3
"""What a cell that was parted from another takes from the confidence of its row."""


def placed(plan: PlanRecord, layout: Layout) -> PlanRecord:
    """``plan`` with page, sheet and rows of each record taken from the line of ``layout`` where it begins.

    Records of a scan are no surer than its text: their confidence is lowered and an oddity says so.
    So it is where two cells were printed through one another.
    """
    plan = _woven(plan, layout)
    if layout.recognised is None and not _tells_places(layout.lines):
        return plan
    by_number = {line.number: line for line in layout.lines}
    tops: dict[str | None, int] = {}
    for line in layout.lines:
        tops.setdefault(line.sheet, line.number)
    lists: dict[str, Any] = {
        name: tuple(_placed(record, by_number, tops) for record in getattr(plan, name)) for name in LISTS
    }
    found = replace(plan, **lists)
    return found if layout.recognised is None else _unsure(found, layout.recognised)


def _tells_places(lines: Sequence[Line]) -> bool:
    """Whether ``lines`` know their pages or sheets: all of a document do, or none."""
    return bool(lines) and (lines[0].page is not None or lines[0].sheet is not None)


def _placed(record: _P, by_number: dict[int, Line], tops: dict[str | None, int]) -> _P:
    line = by_number.get(record.lines[0]) if record.lines else None
    if record.lines is None or line is None or (line.page is None and line.sheet is None):
        return record
    top = tops[line.sheet] - 1
    rows = (record.lines[0] - top, record.lines[1] - top) if line.sheet is not None else None
    return replace(record, page=line.page, sheet=line.sheet, rows=rows)


def _woven(plan: PlanRecord, layout: Layout) -> PlanRecord:
    """``plan`` with a note on each text of two cells in one, and less confidence in its rows."""
    tables = (block for block in layout.blocks if isinstance(block, Table))
    for span in (span for table in tables for passage in table.woven if (span := passage.span())):
        note = Oddity(
            what="Hai ô in lẫn vào nhau, đã tách theo lời của từng cột; cần đối chiếu.",
            kind="layout",
            lines=span,
        )
        activities = tuple(_less_sure(activity, span) for activity in plan.activities)
        plan = replace(plan, activities=activities, oddities=(*plan.oddities, note))
    return plan


def _less_sure(activity: Activity, span: tuple[int, int]) -> Activity:
    """``activity`` with less confidence where it stands on the lines ``span``."""
    lines = activity.lines
    if lines is None or activity.confidence is None or lines[1] < span[0] or span[1] < lines[0]:
        return activity
    return replace(activity, confidence=round(max(0.0, activity.confidence - _WOVEN), 2))


def _unsure(plan: PlanRecord, recognised: float) -> PlanRecord:
    shown = f"{recognised:.0%}"
    note = Oddity(what=f"Văn bản được nhận dạng từ ảnh quét (OCR), độ tin cậy {shown}.", kind="other")
    activities = tuple(
        replace(a, confidence=round(recognised * (1.0 if a.confidence is None else a.confidence), 2))
        for a in plan.activities
    )
    return replace(plan, activities=activities, oddities=(note, *plan.oddities))
