"""The limits and habits of the served program: each a named setting with a default.

docs/http.md explains every one of them. A setting is changed by an environment variable
of its name in capitals after ``CCHC_``, e.g. ``CCHC_QUERY_SECONDS=60``.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Mapping
from dataclasses import dataclass

from service.errors import ServiceError
from service.store.model import Limits


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What the HTTP service allows and how it answers."""

    query_seconds: float = 10.0
    """Longest time a stranger's query may run before its worker is ended."""
    query_rows: int = 10_000
    """Most rows or triples of one answer; a longer one is cut and says so."""
    graph_triples: int = 500_000
    """Most triples of a whole graph (``/graphs``); a larger one is for ``cchc export``."""
    query_workers: int = 2
    """Processes that answer strangers' queries."""
    query_wait: float = 10.0
    """Seconds a query may wait for a free worker."""
    query_queue: int = 16
    """Queries that may run or wait at one time; further ones are asked to come again."""
    query_megabytes: int = 2_048
    """Memory of a worker, where the system can limit it."""
    body_bytes: int = 200_000
    """Largest body of a request."""
    cache_seconds: int = 0
    """How long an answer may be kept without asking again; 0: ask each time (cheap, by ETag)."""
    drawn_nodes: int = 150
    """Most nodes of one picture; the rest is counted in "+n nữa"."""
    listed_rows: int = 1_000
    """Most rows a page lists."""

    def limits(self) -> Limits:
        """The part that the store keeps."""
        return Limits(
            seconds=self.query_seconds,
            rows=self.query_rows,
            workers=self.query_workers,
            wait=self.query_wait,
            megabytes=self.query_megabytes,
        )


def from_environment(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings with what ``CCHC_…`` variables change.

    Raises :class:`ServiceError` with the variable's name where a value is no positive number
    (``cache_seconds`` may be 0).
    """
    given = os.environ if environment is None else environment
    changed: dict[str, float] = {}
    for field in dataclasses.fields(Settings):
        name = f"CCHC_{field.name.upper()}"
        if name in given:
            changed[field.name] = _number(name, given[name], whole=field.type == "int")
    return Settings(**changed)  # type: ignore[arg-type]


def _number(name: str, text: str, *, whole: bool) -> float:
    try:
        value = int(text) if whole else float(text)
    except ValueError:
        value = -1
    if not 0 <= value < 1e9 or (value == 0 and name != "CCHC_CACHE_SECONDS"):
        raise ServiceError(f"{name}={text!r}:", "cần một số dương.")
    return value
