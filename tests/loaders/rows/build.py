"""Tables and paragraphs made from text, and the rows read of them in short."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from loaders.layout.columns import Role
from loaders.layout.model import Cell, Fill, Layout, Line, Paragraph, Passage, Row, Table
from loaders.rows import rows_of
from loaders.rows.draft import ActivityDraft, Sheet

MERGED = Cell(fill=Fill.MERGED)


def passage(text: str, number: int = 1) -> Passage:
    return Passage.of([Line(number, text)])


def table(header: str, *rows: str) -> Table:
    """A table in short: cells between bars, "-" an empty cell, "^" a merged one."""

    def cell(text: str, number: int) -> Cell:
        fills = {"-": Fill.EMPTY, "^": Fill.MERGED}
        return Cell(fill=fills[text]) if text in fills else Cell(passage(text, number))

    return Table(
        tuple(passage(title.strip()) for title in header.split("|")),
        tuple(
            Row(tuple(cell(text.strip(), number) for text in row.split("|")))
            for number, row in enumerate(rows, start=2)
        ),
    )


def sheet_of(*blocks: Table | Paragraph) -> Sheet:
    return rows_of(Layout("thu.txt", blocks, ()))


def paragraphs(*texts: str) -> Sequence[Paragraph]:
    return [Paragraph(passage(text, number)) for number, text in enumerate(texts, start=1)]


def told(activity: ActivityDraft) -> tuple[str, str | None, str | None, str]:
    task, target = activity.task, activity.target
    return activity.key, task.key if task else None, target.key if target else None, activity.passage.text


FULL = "TT | Mục tiêu | Nhiệm vụ | Hoạt động | Sản phẩm | Chủ trì | Phối hợp | Thời gian"


def cells_of(sheet: Sheet) -> list[tuple[str | None, ...]]:
    roles = (Role.LEAD, Role.COORD, Role.TIME)
    return [
        tuple(activity.cells[role].text if role in activity.cells else None for role in roles)
        for activity in sheet.activities
    ]


def flattened(header: str, *rows: str) -> Table:
    """A table as :func:`table`, every cell on lines of its own from line 1 on, cut at "/"."""
    lines = count(1)

    def cell(text: str) -> Cell:
        return (
            Cell(Passage.of(Line(next(lines), part) for part in text.split("/"))) if text != "^" else MERGED
        )

    return Table(
        tuple(passage(title.strip()) for title in header.split("|")),
        tuple(Row(tuple(cell(text.strip()) for text in row.split("|"))) for row in rows),
    )
