"""A plan to lay out as an office file: the reading of one of the plans, and the text around its table.

The rows are those of a hand-checked reading (tests/readings), so what a format's reader must give back is known.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from loaders.formats import read_layout
from loaders.layout.model import Paragraph

ROOT = Path(__file__).parents[4]
READINGS = sorted((ROOT / "tests" / "readings").glob("*.json"))
HEADS = {
    "row": "TT",
    "target": "Mục tiêu",
    "task": "Nhiệm vụ",
    "text": "Hoạt động",
    "product": "Kết quả/Sản phẩm",
    "lead_raw": "Cơ quan chủ trì",
    "coord_raw": "Cơ quan phối hợp",
    "time": "Thời gian thực hiện",
    "budget": "Kinh phí (triệu đồng)",
}
DETAILS = ("product", "lead_raw", "coord_raw", "time", "budget")


@dataclass
class Slot:
    """A cell: its text, how many rows and columns it spans; ``covered`` by another."""

    text: str = ""
    height: int = 1
    width: int = 1
    covered: bool = False


@dataclass
class Sheet:
    """A plan laid out: texts before the table, the head, rows of slots, texts after it."""

    name: str
    reading: dict[str, Any]
    before: list[str]
    fields: list[str]
    rows: list[list[Slot]] = field(default_factory=list)

    @property
    def head(self) -> list[str]:
        return [HEADS[name] for name in self.fields]


def labelled(row: dict[str, Any], word: str = "") -> str:
    text = row.get("text") or ""
    if not text or not row.get("label"):
        return text
    return f"{word}{row['label']}{':' if word else '.'} {text}"


@cache
def sheet_of(path: Path) -> Sheet:
    """The reading at ``path`` as a sheet; cells that say the same inside a task are merged."""
    reading = json.loads(path.read_text(encoding="utf-8"))
    layout = read_layout(ROOT / "plans" / reading["doc"])
    before = []
    for block in layout.blocks:
        if not isinstance(block, Paragraph):
            break
        before.append(block.text)
    fields = ["row"]
    fields += ["target"] if reading["targets"] else []
    fields += ["task"] if reading["tasks"] and reading["targets"] else []
    fields += ["text", *(d for d in DETAILS if any(a[d] for a in reading["activities"]))]
    sheet = Sheet(path.stem, reading, before, fields)
    _fill(sheet)
    return sheet


def _fill(sheet: Sheet) -> None:
    reading = sheet.reading
    upper = {row["key"]: row for row in (*reading["targets"], *reading["tasks"])}
    section = parent = None
    for activity in reading["activities"]:
        mine = activity["key"].split("/")[0]
        if mine != section:
            section = mine
            title = next((s["title"] for s in reading["sections"] if s["key"] == mine), None)
            if title:
                sheet.rows.append(spanning(mine, title, len(sheet.fields)))
        if "task" not in sheet.fields and activity["task"] != parent and activity["task"]:
            parent = activity["task"]
            sheet.rows.append(
                [
                    Slot(upper[parent]["label"]),
                    Slot(upper[parent]["text"]),
                    *(Slot() for _ in sheet.fields[2:]),
                ]
            )
        sheet.rows.append([Slot(_text(sheet, activity, name, upper)) for name in sheet.fields])
    _merge(sheet)


def spanning(label: str, title: str, width: int) -> list[Slot]:
    return [Slot(label), Slot(title, width=width - 1), *(Slot(covered=True) for _ in range(width - 2))]


def _text(sheet: Sheet, activity: dict[str, Any], name: str, upper: dict[str, Any]) -> str:
    if name in ("target", "task"):
        return labelled(upper.get(activity[name] or "", {}))
    if name == "row":
        return activity["row"] or "" if "task" in sheet.fields else activity["label"] or ""
    if name == "text":
        if "task" not in sheet.fields:
            return activity["text"] or ""
        deep = "." in (activity["label"] or ".")
        return labelled(activity, "" if deep else "Hoạt động ")
    return activity[name] or ""


def _merge(sheet: Sheet) -> None:
    """Merge equal cells under one another in the target and task columns, and those of details inside a task."""
    for c, name in enumerate(sheet.fields):
        if name in ("row", "text"):
            continue
        start: list[Slot] | None = None
        for row in sheet.rows:
            same = (
                start is not None
                and row[c].text == start[c].text
                and row[c].text
                and not row[c].covered
                and row[c].width == 1
            )
            if same and name not in ("target", "task") and "task" in sheet.fields:
                t = sheet.fields.index("task")
                same = row[t].covered or row[t].text == start[t].text
            elif same and name not in ("target", "task"):
                same = False
            if same and start is not None:
                start[c].height += 1
                row[c] = Slot(covered=True)
            else:
                start = row
