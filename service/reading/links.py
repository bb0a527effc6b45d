"""The sheet in which a person decides on the links of a plan; ``loaders.people`` reads it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl import Workbook

from loaders.people.columns import kind
from ontology.codes import codes
from service.reading.workbook import Column, new_book, saved, write_sheet
from service.review import Link, Row

__all__ = ["LEVELS", "review_bytes"]

LEVELS: Mapping[str, str] = {"target": "mục tiêu", "task": "nhiệm vụ", "activity": "hoạt động"}
_WIDTHS: Mapping[str, int] = {
    "label": 8,
    "child_text": 50,
    "parent_plan": 24,
    "parent_label": 8,
    "parent_text": 50,
    "choice": 70,
    "evidence": 36,
    "decision": 14,
    "by": 20,
    "on": 12,
    "remark": 28,
    "level": 11,
}
_CODE = 60
"""Characters of a column of codes that a person copies from."""
_TO_FILL = ("decision", "by", "on", "remark")
_GREY = ("child", "parent")


def review_bytes(links: Sequence[Link], choices: Sequence[Row]) -> bytes:
    """An XLSX file: the proposed links with room for decisions, and the rows that can be linked to."""
    book = new_book()
    words = tuple(code.vi for code in codes("decision").values())
    _write(book, "links", [_cells(link) for link in links], {"decision": words})
    _write(book, "choices", [_choice(row) for row in choices], {})
    return saved(book)


def _write(
    book: Workbook,
    name: str,
    rows: Sequence[Mapping[str, str | float | None]],
    offered: Mapping[str, tuple[str, ...]],
) -> None:
    written = kind(name)
    columns = [
        Column(
            written.heading(field),
            _CODE if field in _GREY and name == "choices" else _WIDTHS.get(field, 10),
            grey=field in _GREY and name == "links",
            to_fill=field in _TO_FILL,
            choices=offered.get(field, ()),
        )
        for field in written.columns
    ]
    cells = [[row.get(field) for field in written.columns] for row in rows]
    write_sheet(book, written.title, columns, cells)


def _cells(link: Link) -> dict[str, str | float | None]:
    cells: dict[str, str | float | None] = {
        "label": link.child.label,
        "child_text": link.child.text,
        "score": link.score,
        "evidence": "; ".join(link.evidence),
        "origin": link.origin,
        "decision": link.decision,
        "by": link.by,
        "on": link.on,
        "remark": link.remark,
        "child": str(link.child.ref),
    }
    if link.parent is not None:
        cells |= {
            "parent_plan": link.parent.plan_label,
            "parent_label": link.parent.label,
            "parent_text": link.parent.text,
            "level": LEVELS[link.parent.level],
            "parent": str(link.parent.ref),
        }
    return cells


def _choice(row: Row) -> dict[str, str | float | None]:
    return {
        "parent_plan": row.plan_label,
        "level": LEVELS[row.level],
        "choice": " ".join(filter(None, (row.label, row.text))),
        "parent": str(row.ref),
    }
