"""Spreadsheets as people send them back (XLSX, CSV) to plain rows of text, in bounded time and memory."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from loaders.errors import UnreadableFile
from loaders.formats.decode import lines_of
from loaders.formats.limits import bytes_of
from loaders.people import workbook
from loaders.people.raw import RawSheet, sheet_of

__all__ = ["SUFFIXES", "read_sheets"]

SUFFIXES = (".xlsx", ".csv")
_SEPARATORS = ",;\t"


def read_sheets(path: Path) -> list[RawSheet]:
    """The sheets of the file at ``path``. Raises ``UnreadableFile`` where its bytes are no such file."""
    return [_csv(path)] if path.suffix.lower() == ".csv" else workbook.read(path)


def _csv(path: Path) -> RawSheet:
    text = "\n".join(line.text for line in lines_of(path, bytes_of(path)))
    first = next(line for line in text.splitlines() if line.strip())
    separator = max(_SEPARATORS, key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise UnreadableFile(path, "tệp CSV bị hỏng.", "Lưu lại dưới dạng CSV UTF-8 hoặc XLSX.") from error
    return sheet_of(None, iter(rows))
