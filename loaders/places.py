"""Where records stand beyond their lines: page, sheet and rows of the sheet; and how sure a scan can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from loaders.layout.model import Layout, Line
from loaders.records import LISTS, Oddity, Placed, PlanRecord

__all__ = ["placed"]

_P = TypeVar("_P", bound=Placed)


def placed(plan: PlanRecord, layout: Layout) -> PlanRecord:
    """``plan`` with page, sheet and rows of each record taken from the line of ``layout`` where it begins.

    Records of a scan are no surer than its text: their confidence is lowered and an oddity says so.
    """
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


def _unsure(plan: PlanRecord, recognised: float) -> PlanRecord:
    shown = f"{recognised:.0%}"
    note = Oddity(what=f"Văn bản được nhận dạng từ ảnh quét (OCR), độ tin cậy {shown}.", kind="other")
    activities = tuple(
        replace(a, confidence=round(recognised * (1.0 if a.confidence is None else a.confidence), 2))
        for a in plan.activities
    )
    return replace(plan, activities=activities, oddities=(note, *plan.oddities))
