"""Spreadsheets as people send them back (XLSX, CSV) to plain rows of text, in bounded time and memory."""

from __future__ import annotations

import csv
import io
import unicodedata
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from loaders.errors import UnreadableFile
from loaders.formats.decode import lines_of
from loaders.formats.limits import Package, bytes_of

__all__ = ["MAX_ROWS", "SUFFIXES", "RawSheet", "read_sheets"]

SUFFIXES = (".xlsx", ".csv")
MAX_ROWS = 20_000
"""Rows read of one sheet; the longest plans have some 500."""
MAX_COLUMNS = 60
_SEPARATORS = ",;\t"


@dataclass(frozen=True)
class RawSheet:
    """One sheet: its title (None in CSV), and its rows from the first, cells as text."""

    title: str | None
    rows: tuple[tuple[str, ...], ...]
    hidden: bool = False
    cut: bool = False
    """Whether there are more than :data:`MAX_ROWS` rows."""


def read_sheets(path: Path) -> list[RawSheet]:
    """The sheets of the file at ``path``. Raises ``UnreadableFile`` where its bytes are no such file."""
    return [_csv(path)] if path.suffix.lower() == ".csv" else _workbook(path)


def _csv(path: Path) -> RawSheet:
    text = "\n".join(line.text for line in lines_of(path, bytes_of(path)))
    first = next(line for line in text.splitlines() if line.strip())
    separator = max(_SEPARATORS, key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise UnreadableFile(path, "tệp CSV bị hỏng.", "Lưu lại dưới dạng CSV UTF-8 hoặc XLSX.") from error
    return _sheet(None, iter(rows), hidden=False)


def _workbook(path: Path) -> list[RawSheet]:
    data = bytes_of(path)
    Package(path, data).check_all()
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of ornaments that openpyxl does not keep
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            return [
                _sheet(s.title, s.iter_rows(values_only=True), hidden=s.sheet_state != "visible")
                for s in book.worksheets
            ]
    except Exception as error:  # openpyxl lets through whatever its parsing of a damaged file meets
        raise UnreadableFile(path, "tệp bảng tính bị hỏng.", "Mở bằng Excel, lưu lại rồi thử lại.") from error


def _sheet(title: str | None, rows: Iterator[Any], *, hidden: bool) -> RawSheet:
    kept: list[tuple[str, ...]] = []
    for row in rows:
        if len(kept) == MAX_ROWS:
            return RawSheet(title, tuple(kept), hidden, cut=True)
        kept.append(tuple(_text(cell) for cell in row[:MAX_COLUMNS]))
    return RawSheet(title, tuple(kept), hidden)


def _text(cell: object) -> str:
    """A cell as text: NFC, single spaces, dates in ISO form, whole numbers without a point."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(unicodedata.normalize("NFC", str(cell)).split())
