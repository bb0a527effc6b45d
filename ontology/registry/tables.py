"""Reading the tables: CSV with a header, each line checked, a refused line reported and passed over."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from ontology.registry.errors import RegistryError

T = TypeVar("T")
LIMIT = 4_000_000
"""Bytes a table may have; a registry is far smaller."""


class Line:
    """One line of a table: its cells by column, its number, and how to refuse it."""

    def __init__(self, file: Path, number: int, cells: dict[str, str]) -> None:
        self.file = file
        self.number = number
        self.cells = cells

    def text(self, column: str) -> str:
        """The cell's text; refused where it is empty."""
        value = self.maybe(column)
        if value is None:
            raise self.error(f"cột «{column}» trống.", "Hãy điền vào.")
        return value

    def maybe(self, column: str) -> str | None:
        """The cell's text, None where it is empty."""
        return " ".join((self.cells.get(column) or "").split()) or None

    def many(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that holds several, separated by semicolons."""
        return tuple(part.strip() for part in (self.maybe(column) or "").split(";") if part.strip())

    def one_of(self, column: str, allowed: Sequence[str]) -> str:
        """The cell's text; refused where it is none of ``allowed``."""
        value = self.text(column)
        if value not in allowed:
            raise self.error(
                f"«{value}» không phải giá trị của cột «{column}».", f"Chọn: {', '.join(allowed)}."
            )
        return value

    def day(self, column: str) -> date | None:
        """The cell as a day, None where it is empty; refused where it is no ISO date."""
        value = self.maybe(column)
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            raise self.error(f"«{value}» không phải ngày.", "Viết theo dạng 2025-07-01.") from None

    def start(self) -> date:
        """The day from which the entry holds; refused where it is missing or after its end."""
        start, end = self.day("from"), self.day("to")
        if start is None:
            raise self.error("thiếu ngày bắt đầu (cột «from»).", "Viết theo dạng 2025-07-01.")
        if end is not None and end < start:
            raise self.error("ngày kết thúc đứng trước ngày bắt đầu.")
        return start

    def sources(self) -> tuple[str, ...]:
        """The sources; refused where none is named."""
        self.text("source")
        return self.many("source")

    def error(self, reason: str, advice: str = "") -> RegistryError:
        """The refusal of this line."""
        return RegistryError(self.file, self.number, reason, advice)


def read(file: Path, make: Callable[[Line], T]) -> tuple[list[T], list[RegistryError]]:
    """The entries ``make`` reads from the lines of ``file``, and the refused lines.

    A file that cannot be read gives one refusal at line 1. A missing file gives nothing.
    """
    if not file.exists():
        return [], []
    try:
        rows = _rows(file)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        return [], [RegistryError(file, 1, f"không đọc được bảng ({error}).", "Lưu lại thành CSV UTF-8.")]
    made: list[T] = []
    refused: list[RegistryError] = []
    for number, cells in rows:
        try:
            made.append(make(Line(file, number, cells)))
        except RegistryError as refusal:
            refused.append(refusal)
    return made, refused


def _rows(file: Path) -> list[tuple[int, dict[str, str]]]:
    if file.stat().st_size > LIMIT:
        raise OSError("tệp quá lớn")
    text = unicodedata.normalize("NFC", file.read_text(encoding="utf-8-sig"))
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return [(reader.line_num, {k: v for k, v in row.items() if k}) for row in reader]
