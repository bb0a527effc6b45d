"""Workbooks (XLSX) as people send them back: the cells of each sheet, and which of them are not to be read.

Read as a stream, so that no size that a sheet states costs memory.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from loaders.errors import UnreadableFile
from loaders.formats.limits import Package, bytes_of
from loaders.people.raw import MAX_COLUMNS, MAX_ROWS, RawSheet, sheet_of

__all__ = ["read"]

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^<>]*?\bref\s*=\s*[\"']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

Places = frozenset[tuple[int, int]]
"""Cells by row and column from 0."""


def read(path: Path) -> list[RawSheet]:
    """The sheets of the workbook at ``path``. Raises ``UnreadableFile`` where its bytes are none."""
    data = bytes_of(path)
    package = Package(path, data)
    package.check_all()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of ornaments that openpyxl does not keep
            book, parts = _opened(data, results=True), _parts(Package(path, data))
            formulas = any(_FORMULA.search(part) for part in parts.values())
            typed = _opened(data, results=False) if formulas else None
            return [
                _sheet(s, typed[s.title] if typed else None, parts.get(s.title, b"")) for s in book.worksheets
            ]
    except UnreadableFile:
        raise
    except Exception as error:  # openpyxl lets through whatever its parsing of a damaged file meets
        raise UnreadableFile(path, "tệp bảng tính bị hỏng.", "Mở bằng Excel, lưu lại rồi thử lại.") from error


def _opened(data: bytes, *, results: bool) -> Any:
    import openpyxl

    return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=results, keep_links=False)


def _sheet(sheet: Any, typed: Any, part: bytes) -> RawSheet:
    rows = sheet.iter_rows()
    hidden = sheet.sheet_state != "visible"
    unknown = _unknown(sheet, typed) if typed else frozenset()
    return sheet_of(sheet.title, rows, hidden=hidden, unread=_covered(part) | unknown)


def _parts(package: Package) -> dict[str, bytes]:
    """The XML of each sheet by its title."""
    book, links = package.xml("xl/workbook.xml"), package.xml("xl/_rels/workbook.xml.rels")
    if book is None or links is None:
        return {}
    targets = {link.get("Id"): str(link.get("Target")) for link in links}
    found = {}
    for sheet in book.iter("{*}sheet"):
        target = targets.get(sheet.get(_RELATED), "")
        name = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if name in package.names:
            found[str(sheet.get("name"))] = package.part(name)
    return found


def _covered(part: bytes) -> Places:
    """The cells that are covered by the one they are merged with."""
    from openpyxl.utils.cell import range_boundaries

    found: set[tuple[int, int]] = set()
    for area in _MERGED.finditer(part):
        left, top, right, bottom = (int(edge or 0) for edge in range_boundaries(area[1].decode()))
        rows, columns = range(top - 1, min(bottom, MAX_ROWS)), range(left - 1, min(right, MAX_COLUMNS))
        if len(found) + len(rows) * len(columns) > MAX_ROWS * MAX_COLUMNS:
            raise ValueError("more merged cells than a sheet may have")
        found.update((r, c) for r in rows for c in columns if (r, c) != (top - 1, left - 1))
    return frozenset(found)


def _unknown(sheet: Any, typed: Any) -> Places:
    """The cells with a formula whose result was never stored; ``typed`` is ``sheet`` with its formulas."""
    pairs: Iterator[Any] = zip(_cells(sheet), _cells(typed), strict=False)
    return frozenset(
        (written.row - 1, written.column - 1)
        for shown, written in pairs
        if getattr(written, "data_type", "") == "f" and shown.value is None
    )


def _cells(sheet: Any) -> Iterator[Any]:
    rows = islice(sheet.iter_rows(max_col=MAX_COLUMNS), MAX_ROWS)
    return (cell for row in rows for cell in row)
