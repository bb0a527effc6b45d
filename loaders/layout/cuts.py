"""The cells of a crawled table cut into rows.

Merged cells are lost, so rows may be short, and an empty cell looks like the gap between rows. The rows are
found by dynamic programming over the cells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.layout.columns import CONTENT_ROLES, Column, Role
from loaders.layout.cues import hints
from loaders.layout.grid import RawRow, fit, lay
from loaders.layout.labels import is_number, read_label
from loaders.layout.model import Passage

__all__ = ["raw_rows"]

_SHORT = 2.5
"""Cost of each cell a row lacks."""
_HEADING = 1.0
"""Cost of a numbered heading in lower case that spans the row."""
_LEVEL = 6.0
"""Cost of one numbered like the work ("3.2.") where targets or tasks have columns of their own."""
_TITLE = 3.0
"""Cost of one without a number."""
_NAMED = 1.5
"""Cost of one that begins like the name of a body: "Chính quyền số"."""
_LONGEST_TITLE = 120
_UNPARTED = 6.0
"""Cost of two rows with no gap between them."""
_EMPTY_CELL = 0.5
"""Cost of reading a gap as an empty cell."""
_BEGUN = 4.0
"""Cost of a labelled text behind an empty cell: a row rather begins there."""
_UNOPENED = 3.0
"""Cost of a row without its number, or without its work where that stands first."""
_FIT = 0.8
"""Weight of how well cells suit their columns."""
_MOVED = 1.5
"""Cost of each place where a row leaves a column out."""
_NEVER = 50.0
_GAP = re.compile(r"[.…\s]{4,}")
"""A row of dots where the crawl left rows out."""


def raw_rows(cells: Sequence[Passage], columns: Sequence[Column]) -> tuple[float, list[RawRow]]:
    """The cheapest cut of ``cells`` (an empty one may be a gap between rows) into rows, and its cost."""
    costs: list[tuple[float, int, int]] = [(0.0, 0, 0)] + [(float("inf"), 0, 0)] * len(cells)
    for i in range(len(cells)):
        if costs[i][0] == float("inf"):
            continue
        if not cells[i]:
            costs[i + 1] = min(costs[i + 1], (costs[i][0] + (0.0 if i == 0 or costs[i][2] else 0.5), i, 0))
        for size in range(1, min(len(columns), len(cells) - i) + 1):
            end = i + size
            cost = costs[i][0] + _row_cost(cells[i:end], columns, last=end == len(cells))
            gap = end < len(cells) and not cells[end]
            if end < len(cells):
                cost += 0.0 if gap else _UNPARTED
            goal = end + 1 if gap else end
            costs[goal] = min(costs[goal], (cost, i, size))
    return costs[-1][0], _traced(cells, costs)


def _traced(cells: Sequence[Passage], costs: Sequence[tuple[float, int, int]]) -> list[RawRow]:
    rows: list[RawRow] = []
    place = len(cells)
    while place > 0:
        _, start, size = costs[place]
        if size:
            rows.append(RawRow(tuple(cells[start : start + size])))
        place = start
    return rows[::-1]


def _row_cost(cells: Sequence[Passage], columns: Sequence[Column], *, last: bool) -> float:
    """How unlikely ``cells`` are as one row."""
    if not cells[0] and not any(cells):
        return _NEVER
    if any(_GAP.fullmatch(cell.text) for cell in cells if cell):
        return 0.0 if len(cells) == 1 else _NEVER
    if any(_heads_section(cell.text) for cell in cells[1:]):
        return _NEVER  # the number of a section stands first
    titles = _BEGUN * sum(_is_roman_title(cell.text) for cell in cells[1:])
    heading = _heading_cost(cells, columns)
    if heading is not None:
        return heading
    cost = titles + _SHORT * (len(columns) - len(cells)) + _EMPTY_CELL * sum(not cell for cell in cells)
    cost += _BEGUN * sum(_is_shouted(cell.text) for cell in cells[2:])
    cost += _BEGUN * sum(not before and _is_labelled(cell.text) for before, cell in pairwise(cells))
    place = next((c for c, column in enumerate(columns) if column.role is Role.NUMBER), None)
    numbered = place is not None and any(is_number(cell.text) for cell in cells[: place + 1])
    if not numbered and (place is not None or (not cells[0] and columns[0].role in CONTENT_ROLES)):
        cost += _UNOPENED
    held = [(i, c) for i, c in enumerate(lay(cells, columns)) if c is not None]
    cost += _MOVED * sum(c - i != d - j for (i, c), (j, d) in pairwise(held))
    return cost - _FIT * sum(fit(cells[i].text, columns[c]) for i, c in held)


def _heading_cost(cells: Sequence[Passage], columns: Sequence[Column]) -> float | None:
    """How unlikely ``cells`` are as the heading of rows below; None where they are no heading.

    All other cells of the row are merged into it, or printed and empty.
    """
    filled = [cell for cell in cells if cell]
    label = read_label(cells[0].text)
    bare = label is not None and label.end >= len(cells[0].text)
    if _heads_section(cells[0].text) and any(cells[2:] if bare else cells[1:]):
        whole = len(cells) == len(columns) and len(filled) * 2 > len(columns)
        return None if whole else _NEVER  # a section stands alone, or rows are numbered so
    spanning = len(cells) == len(filled) or len(cells) == len(columns)
    if label and spanning and len(filled) == 1 + bare and (not bare or cells[1]):
        if label.roman or filled[-1].text.isupper():
            return 0.0
        levels = sum(column.role in CONTENT_ROLES for column in columns)
        return _HEADING if levels == 1 or len(label.number) < 2 else _LEVEL
    if label or len(cells) > 1 or len(columns) < 3 or not _may_be_title(cells[0].text):
        return None
    if cells[0].text.isupper():
        return 0.0
    return _TITLE + (_NAMED if Role.LEAD in hints(cells[0].text) else 0.0)


def _may_be_title(text: str) -> bool:
    """Whether ``text`` alone may head the rows below without a number."""
    told = hints(text) & {Role.TIME, Role.BUDGET}
    return len(text) < _LONGEST_TITLE and text[:1].isupper() and text[-1] not in ".;" and not told


def _is_shouted(text: str) -> bool:
    """Whether ``text`` is in capitals like the title of a section."""
    return text.isupper() and text.count(" ") > 1


def _is_labelled(text: str) -> bool:
    """Whether ``text`` begins with a label of several numbers: "3.10. Tổ chức …"."""
    label = read_label(text)
    return label is not None and len(label.number) > 1 and label.end < len(text)


def _is_roman_title(text: str) -> bool:
    """Whether ``text`` is a title with the number of a section before it: "II. Cải cách thể chế"."""
    label = read_label(text)
    return label is not None and label.roman and label.end < len(text) and "." in text[: label.end]


def _heads_section(text: str) -> bool:
    """Whether ``text`` is the number of a section, alone or with its title in capitals."""
    label = read_label(text) if text != "X" else None  # a mark in a column, as likely as a tenth section
    return label is not None and label.roman and (label.end >= len(text) or text.isupper())
