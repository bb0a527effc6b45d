"""Where a person wrote something, and what the program has to say about it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Note", "Place"]


@dataclass(frozen=True, order=True)
class Place:
    """A line of a sheet: file (relative to people/), title of the sheet (None in CSV), row from 1."""

    file: str
    sheet: str | None = None
    row: int | None = None

    def __str__(self) -> str:
        """As a person finds it: "duyet.xlsx, trang tính “Liên kết”, dòng 12"."""
        sheet = f", trang tính “{self.sheet}”" if self.sheet else ""
        return self.file + sheet + (f", dòng {self.row}" if self.row else "")


@dataclass(frozen=True, order=True)
class Note:
    """Something to tell the person who wrote at ``place``: what is wrong and what to do, in Vietnamese."""

    place: Place
    text: str

    @property
    def message(self) -> str:
        """One line: place and text."""
        return f"{self.place}: {self.text}"
