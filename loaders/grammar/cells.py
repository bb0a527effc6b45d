"""What the grammar takes from a task table: each printed cell once, with the row it belongs to."""

from __future__ import annotations

from typing import NamedTuple

from loaders.layout.model import Passage

__all__ = ["Cell"]


class Cell(NamedTuple):
    """A printed cell of a target, task or activity.

    ``key`` is that of the row (None outside rows), ``field`` the column ("text", "product", "time" …),
    ``year`` the single year of the row's time, ``aim`` tells a target from what is done for it.
    """

    key: str | None
    passage: Passage
    field: str = "text"
    year: int | None = None
    where: str = "annex"
    aim: bool = False
