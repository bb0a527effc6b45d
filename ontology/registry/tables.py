"""Reading the tables: CSV with a header, each line checked, a refused line reported and passed over.

What a table says in lines, Turtle says of subjects (:mod:`ontology.registry.turtle`): both are checked as
:class:`Line`.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from ontology.registry.errors import RegistryError

T = TypeVar("T")
LIMIT = 4_000_000
"""Bytes a table may have; a registry is far smaller."""
_SAVE = "Lưu lại thành CSV UTF-8."


class Line:
    """One line of a table: its cells by column, its number, and how to refuse it.

    An entry in Turtle has a ``subject`` in place of a number, and ``terms``: what its columns are there.
    """

    def __init__(
        self,
        file: Path,
        number: int,
        cells: Mapping[str, str],
        subject: str | None = None,
        terms: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.file = file
        self.number = number
        self.cells = cells
        self.subject = subject
        self._terms = terms

    @property
    def place(self) -> str:
        """Where the entry stands in its file, in words."""
        return f"mục «{self.subject}»" if self.subject else f"dòng {self.number}"

    def column(self, name: str) -> str:
        """What the column ``name`` is called in the file, in words."""
        return self._terms.get(name) or f"cột «{name}»"

    def text(self, column: str) -> str:
        """The cell's text; refused where it is empty."""
        value = self.maybe(column)
        if value is None:
            raise self.error(f"{self.column(column)} trống.", "Hãy điền vào.")
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
                f"«{value}» không phải giá trị của {self.column(column)}.", f"Chọn: {', '.join(allowed)}."
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
            raise self.error(f"thiếu ngày bắt đầu ({self.column('from')}).", "Viết theo dạng 2025-07-01.")
        if end is not None and end < start:
            raise self.error("ngày kết thúc đứng trước ngày bắt đầu.")
        return start

    def sources(self) -> tuple[str, ...]:
        """The sources; refused where none is named."""
        self.text("source")
        return self.many("source")

    def dated(self) -> None:
        """Refuse a line without a source or a day from which it holds, where the entry keeps neither."""
        self.start()
        self.sources()

    def error(self, reason: str, advice: str = "") -> RegistryError:
        """The refusal of this line."""
        return RegistryError(self.file, self.number, reason, advice, self.subject)


def read(file: Path, make: Callable[[Line], T]) -> tuple[list[T], list[RegistryError]]:
    """The entries ``make`` reads from the lines of ``file``, and the refused lines.

    A file that cannot be read gives one refusal at line 1. A missing file gives nothing.
    """
    if not file.exists():
        return [], []
    try:
        lines = [Line(file, number, cells) for number, cells in _rows(file)]
    except UnicodeDecodeError:
        return [], [RegistryError(file, 1, "bảng không phải UTF-8.", _SAVE)]
    except csv.Error:
        return [], [RegistryError(file, 1, "bảng không đúng dạng CSV.", _SAVE)]
    except OSError as error:
        return [], [RegistryError(file, 1, f"không đọc được bảng ({error}).", _SAVE)]
    return checked(lines, make)


def checked(lines: Iterable[Line], make: Callable[[Line], T]) -> tuple[list[T], list[RegistryError]]:
    """The entries ``make`` reads from ``lines``, and the refused lines."""
    made: list[T] = []
    refused: list[RegistryError] = []
    for line in lines:
        try:
            made.append(make(line))
        except RegistryError as refusal:
            refused.append(refusal)
    return made, refused


def text_of(file: Path) -> str:
    """The text of ``file``, NFC. Raises ``OSError`` where it is too large, ``UnicodeDecodeError``."""
    if file.stat().st_size > LIMIT:
        raise OSError("tệp quá lớn")
    return unicodedata.normalize("NFC", file.read_text(encoding="utf-8-sig"))


def _rows(file: Path) -> list[tuple[int, dict[str, str]]]:
    text = text_of(file)
    header = text.partition("\n")[0]
    # Where numbers have a decimal comma, spreadsheets save tables with semicolons.
    comma = ";" if header.count(";") > header.count(",") else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True, delimiter=comma)
    return [(reader.line_num, {k: v for k, v in row.items() if k}) for row in reader]
