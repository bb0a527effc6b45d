"""The rows of a hand-made reading laid out anew as a page writes them: crawled, between bars, between tabs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

__all__ = ["NAMES", "page"]

NAMES = {
    "label": "TT",
    "target": "Mục tiêu",
    "task": "Nhiệm vụ",
    "text": "Hoạt động",
    "content": "Nội dung công việc",
    "product": "Sản phẩm",
    "lead_raw": "Cơ quan chủ trì",
    "coord_raw": "Cơ quan phối hợp",
    "time": "Thời gian hoàn thành",
    "budget": "Kinh phí",
    "note": "Ghi chú",
}
_HEAD = """UBND TỈNH HÀ GIANG

Số: 12/KH-UBND

Hà Giang, ngày 05 tháng 01 năm 2025

**KẾ HOẠCH**
Cải cách hành chính năm 2025

Căn cứ Kế hoạch số 5/KH-UBND ngày 02/01/2025;

**I. TỔ CHỨC THỰC HIỆN**

1. Phòng Hành chính tổ chức - Quản trị tài vụ theo dõi việc thực hiện.

**PHỤ LỤC**
"""
_WIDTH = 40

Cells = list[str | None]
"""The cells of a row; None where a merged cell leaves nothing."""


def page(reading: dict[str, Any], columns: Sequence[str], form: str) -> str:
    """``reading`` as a page; ``columns`` are keys of :data:`NAMES`, ``form`` is crawled, bars or tabs."""
    rows: list[Cells] = [[NAMES[name] for name in columns], *_rows(reading, columns)]
    return "\n".join([_HEAD, *_FORMS[form](rows, len(columns))])


def _rows(reading: dict[str, Any], columns: Sequence[str]) -> Iterator[Cells]:
    sections = {row["key"]: row["title"] for row in reading["sections"]}
    uppers = {row["key"]: row for row in (*reading["targets"], *reading["tasks"])}
    said: set[str] = set()
    above: dict[str, str | None] = {}
    for count, row in enumerate(reading["activities"], 1):
        section = row["key"].split("/")[0]
        if section in sections:
            yield [section, sections.pop(section)]
            above = {}
        if "target" in columns:
            shown = {name: _labelled(uppers.get(row[name])) for name in ("target", "task")}
            new = {name: None if row[name] == above.get(name) else shown[name] for name in shown}
            number = str(count) if any(new.values()) else None
            yield [_cell({**row, **new, "label": number, "text": _labelled(row)}, name) for name in columns]
            above = {"target": row["target"], "task": row["task"]}
        else:
            yield from _headings(uppers, row["task"], said)
            yield [_cell(row | {"content": row["text"]}, name) for name in columns]


def _cell(row: dict[str, Any], name: str) -> str | None:
    merged = name in ("target", "task", "label")
    return row.get(name) if merged else row.get(name) or ""


def _headings(uppers: dict[str, Any], task: str | None, said: set[str]) -> Iterator[Cells]:
    if task and task not in said:
        said.add(task)
        yield from _headings(uppers, uppers[task]["parent"], said)
        yield [uppers[task]["label"], uppers[task]["text"]]


def _labelled(row: dict[str, Any] | None) -> str | None:
    return " ".join(filter(None, [row["label"] and f"{row['label']}.", row["text"]])) if row else None


def _crawled(rows: Sequence[Cells], width: int) -> Iterator[str]:
    for row in rows:
        yield "|"
        for cell in row:
            if cell is not None:
                yield from textwrap.wrap(cell, _WIDTH, break_long_words=False, break_on_hyphens=False)
                yield "|"


def _bars(rows: Sequence[Cells], width: int) -> Iterator[str]:
    for i, row in enumerate(rows):
        yield f"| {' | '.join(_padded(row, width))} |"
        if i == 0:
            yield "|" + "---|" * width


def _tabs(rows: Sequence[Cells], width: int) -> Iterator[str]:
    return ("\t".join(_padded(row, width)) for row in rows)


def _padded(row: Cells, width: int) -> list[str]:
    return [*(cell or "" for cell in row), *[""] * (width - len(row))]


_FORMS = {"crawled": _crawled, "bars": _bars, "tabs": _tabs}
