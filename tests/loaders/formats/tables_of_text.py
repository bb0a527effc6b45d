"""Pages written for a test, and what is read of their tables."""

from __future__ import annotations

from pathlib import Path

from loaders.formats import read_layout
from loaders.layout.model import Fill, Layout, Table


def layout_of(folder: Path, *lines: str) -> Layout:
    path = folder / "ke-hoach.md"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_layout(path)


def rows_of(layout: Layout) -> list[list[str]]:
    tables = [block for block in layout.blocks if isinstance(block, Table)]
    assert len(tables) == 1
    return [[_shown(cell.text, cell.fill) for cell in row.cells] for row in tables[0].rows]


def _shown(text: str, fill: Fill) -> str:
    return text or {Fill.EMPTY: "-", Fill.MERGED: "^", Fill.TEXT: "?"}[fill]


CRAWLED = """
|
**TT**
|
**Nội dung**
|
**Cơ quan
chủ trì**
|
**Thời gian**
|
**Sản phẩm**
|
|
**I**
|
**TUYÊN
TRUYỀN**
|
|
1
|
Tổ chức hội
nghị
|
Sở Tư pháp
|
2025
|
|
|
2
|
Biên soạn tài liệu
|
Sở Nội vụ
|
Thường xuyên
|
Tài liệu
|
"""


def crawled(*rows: tuple[str, ...]) -> list[str]:
    return [line for row in rows for line in ("|", *(piece for cell in row for piece in (cell, "|")))]


CRAWL_HEAD = ("TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian")


def tables_of(layout: Layout) -> list[list[list[str]]]:
    tables = [block for block in layout.blocks if isinstance(block, Table)]
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]
