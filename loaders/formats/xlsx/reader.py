"""Spreadsheets (.xlsx): each visible sheet as texts and tables, its cells as the sheet shows them.

Lines are rows, numbered on from sheet to sheet, so a row's number in its sheet is that of its line less the
number of the sheet's first line, plus one. Rows, columns and sheets that are hidden are left out, as are
columns without any text; rows that only a filter hides stay. Formulas give the value stored with them.
"""

from __future__ import annotations

import io
import re
import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from loaders.errors import UnreadableFile
from loaders.formats.head import find_head
from loaders.formats.limits import Package
from loaders.formats.pieces import Box, Grid, Lines, Text, unmarked
from loaders.formats.strict import is_strict, repacked
from loaders.formats.tables import blocks_of
from loaders.formats.xlsx.values import shown
from loaders.layout.model import Layout, Line

__all__ = ["read"]

MAX_ROWS = 10_000
"""Rows of a sheet; the plan of a country has some thousands."""
MAX_COLUMNS = 200
MAX_SPANNED = 100_000
"""Cells under merged ranges and links of a sheet: openpyxl makes an object of each."""
_RANGE = re.compile(rb"<(?:\w+:)?(?:mergeCell|hyperlink)\s[^<>]*?\bref\s*=\s*[\"']([^\"':]+:[^\"']+)")
_CELL_GAP = " | "
_ADVICE = "Mở tệp bằng Excel, lưu lại dạng .xlsx rồi đọc lại."

Spans = dict[tuple[int, int], tuple[int, int]]


def read(path: Path, data: bytes) -> Layout:
    """The layout of the spreadsheet at ``path`` with the bytes ``data``.

    Raises ``UnreadableFile`` where it is damaged, over the limits, or holds no text.
    """
    book = _opened(path, data)
    lines = Lines(path)
    blocks = blocks_of(_grids(path, book, lines))
    if not any(line.text for line in lines.all):
        raise UnreadableFile(path, "bảng tính không có chữ nào.", "Kiểm tra lại tệp rồi đọc lại.")
    return Layout(path.name, blocks, tuple(lines.all))


def _opened(path: Path, data: bytes) -> Workbook:
    package = Package(path, data)
    package.check_all()
    for name in sorted(name for name in package.names if name.startswith("xl/worksheets/")):
        _hold_spans(path, package.part(name))
    if "xl/workbook.xml" in package.names and is_strict(package.part("xl/workbook.xml")):
        data = repacked(sorted(package.names), package.part)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of features of Excel that it drops
            return load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    except Exception as error:  # openpyxl raises whatever a broken part makes it stumble over
        raise UnreadableFile(path, "bảng tính bị hỏng.", _ADVICE) from error


def _hold_spans(path: Path, part: bytes) -> None:
    """Refuse a sheet whose ranges span whole columns of the sheet many times over."""
    spanned = 0
    for mark in _RANGE.finditer(part):
        try:
            spans = CellRange(mark[1].decode("ascii"))
        except (ValueError, TypeError) as error:
            raise UnreadableFile(path, "bảng tính bị hỏng.", _ADVICE) from error
        spanned += spans.size["rows"] * spans.size["columns"]
    if spanned > MAX_SPANNED:
        advice = "Bỏ gộp ô cả cột hoặc cả trang rồi đọc lại."
        raise UnreadableFile(path, "bảng tính có vùng gộp ô quá lớn.", advice)


def _grids(path: Path, book: Workbook, lines: Lines) -> Iterator[Grid]:
    """A grid for each visible sheet; one without a head may go on with the columns of the sheet before."""
    before: Sequence[int] = ()
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            lines.sheet = sheet.title
            grid, columns = _grid(path, sheet, lines)
            if set(columns) < set(before) and find_head(grid, far=True) is None:
                grid, columns = _among(grid, columns, before), before
            before = columns
            yield grid


def _among(grid: Grid, columns: Sequence[int], wider: Sequence[int]) -> Grid:
    """``grid``, which holds ``columns`` of its sheet, with all of ``wider``."""
    places = [wider.index(column) for column in columns]
    boxes = (
        replace(
            box, column=places[box.column], width=places[box.column + box.width - 1] - places[box.column] + 1
        )
        for box in grid.boxes
    )
    return replace(grid, widths=(1.0,) * len(wider), boxes=tuple(boxes))


def _grid(path: Path, sheet: Worksheet, lines: Lines) -> tuple[Grid, Sequence[int]]:
    """The cells of ``sheet`` from its first row on, and the columns that hold text; a line for each row."""
    texts = _texts(sheet)
    height = max((row for row, _ in texts), default=0)
    width = max((column for _, column in texts), default=0)
    if height > MAX_ROWS or width > MAX_COLUMNS:
        raise UnreadableFile(path, f"trang tính “{sheet.title}” quá lớn.", "Chỉ để lại bảng của kế hoạch.")
    spans = _spans(sheet, height, width)
    rows = _kept(height, _hidden_rows(sheet))
    columns = _kept(
        width, _hidden_columns(sheet) | (set(range(1, width + 1)) - {column for _, column in texts})
    )
    by_row: dict[int, list[int]] = {}
    for row, column in {*texts, *spans}:
        by_row.setdefault(row, []).append(column)
    boxes = []
    for row in range(1, height + 1):
        held = [column for column in sorted(by_row.get(row, ())) if row in rows and column in columns]
        shown_texts = (" ".join(texts[row, column].split()) for column in held if (row, column) in texts)
        line = lines.add(_CELL_GAP.join(shown_texts))
        for column in held:
            down, right = spans.get((row, column), (row, column))
            text = texts.get((row, column))
            pieces = (_text(line, text),) if text else ()
            tall, wide = _count(rows, row, down), _count(columns, column, right)
            boxes.append(Box(bisect_left(rows, row), bisect_left(columns, column), pieces, tall, wide))
    return Grid((1.0,) * len(columns), tuple(boxes), apart=True), columns


def _text(line: Line, text: str) -> Text:
    pieces = unmarked(text).split("\n")
    return Text(tuple(Line(line.number, piece, sheet=line.sheet) for piece in pieces))


def _texts(sheet: Worksheet) -> dict[tuple[int, int], str]:
    """The text that each cell shows, by row and column from 1; cells without text are left out."""
    found = {}
    for place, cell in sheet._cells.items():  # only those that exist: walking the rows would make the others
        text = shown(cell.value, cell.number_format) if cell.value is not None else ""
        if text.strip():
            found[place] = text
    return found


def _spans(sheet: Worksheet, height: int, width: int) -> Spans:
    """The last row and column of each merged range, by its first cell."""
    ranges = ((r.min_row, r.min_col, r.max_row, r.max_col) for r in sheet.merged_cells.ranges)
    return {(a, b): (min(c, height), min(d, width)) for a, b, c, d in ranges if a <= height and b <= width}


def _kept(count: int, hidden: set[int]) -> Sequence[int]:
    """The rows or columns (from 1) that are not hidden, in order."""
    return [n for n in range(1, count + 1) if n not in hidden] if hidden else range(1, count + 1)


def _count(kept: Sequence[int], first: int, last: int) -> int:
    """How many of ``kept`` lie between ``first`` and ``last``."""
    return bisect_right(kept, last) - bisect_left(kept, first)


def _hidden_rows(sheet: Worksheet) -> set[int]:
    """The rows hidden by hand; those a filter hides are part of the sheet."""
    if sheet.auto_filter.filterColumn:
        return set()
    return {number for number, row in sheet.row_dimensions.items() if row.hidden}


def _hidden_columns(sheet: Worksheet) -> set[int]:
    hidden: set[int] = set()
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden and dimension.min and dimension.max:
            hidden.update(range(dimension.min, min(dimension.max, MAX_COLUMNS) + 1))
    return hidden
