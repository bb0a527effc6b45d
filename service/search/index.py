"""The index: a file of SQLite with every entry and, in FTS5, its words.

Ids follow the order of the entries, so that the best hits of equal rank come first without sorting, and
equal graphs give equal files.
"""

from __future__ import annotations

import sqlite3
import threading
import weakref
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from service.search.texts import KINDS, NAMED, Entry
from service.search.words import Word, words

__all__ = ["FILE", "Index", "PlanName", "match_all", "write_index"]

FILE = "search.db"
"""Name of the index in the folder of its generation."""
VERSION = 1
"""Of the tables below; a file of another version is not used."""

_TABLES = f"""
PRAGMA user_version = {VERSION};
CREATE TABLE plan (id INTEGER PRIMARY KEY, iri TEXT NOT NULL, label TEXT NOT NULL);
CREATE TABLE entry (
  id INTEGER PRIMARY KEY, iri TEXT NOT NULL, kind INTEGER NOT NULL, plan INTEGER NOT NULL,
  label TEXT NOT NULL, text TEXT NOT NULL
);
CREATE VIRTUAL TABLE words
  USING fts5(folded, exact, content = '', tokenize = 'unicode61 remove_diacritics 0');
"""


@dataclass(frozen=True)
class PlanName:
    """A plan that holds entries."""

    iri: str
    label: str


def write_index(file: Path | str, entries: Sequence[Entry]) -> sqlite3.Connection:
    """Write ``entries`` into a new index at ``file`` (":memory:" for none); the open connection to it."""
    connection = sqlite3.connect(file, check_same_thread=False)
    labels = {e.iri: e.label for e in entries if e.kind == "Plan"}
    plans = sorted({e.plan for e in entries if e.plan})
    numbers = {iri: number for number, iri in enumerate(plans, 1)}
    with connection:
        connection.executescript(_TABLES)
        rows = ((numbers[iri], iri, labels.get(iri, iri)) for iri in plans)
        connection.executemany("INSERT INTO plan VALUES (?, ?, ?)", rows)
        connection.executemany(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)",
            (
                (i, e.iri, KINDS.index(e.kind), numbers.get(e.plan, 0), e.label, e.text)
                for i, e in enumerate(entries, 1)
            ),
        )
        connection.executemany("INSERT INTO words(rowid, folded, exact) VALUES (?, ?, ?)", _words(entries))
        connection.execute("INSERT INTO words(words) VALUES ('optimize')")
    return connection


def _words(entries: Iterable[Entry]) -> Iterable[tuple[int, str, str]]:
    for i, entry in enumerate(entries, 1):
        found = words(entry.text)
        yield i, " ".join(w.folded for w in found), " ".join(w.exact for w in found)


class Index:
    """An index opened for reading, closed with its last reader. Safe to use from several threads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        weakref.finalize(self, connection.close)
        self._lock = threading.Lock()

    @classmethod
    def open(cls, file: Path) -> Index | None:
        """The index in ``file``, or None where there is none of this version."""
        if not file.is_file():
            return None
        address = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        try:
            if connection.execute("PRAGMA user_version").fetchone() == (VERSION,):
                return cls(connection)
        except sqlite3.DatabaseError:
            pass  # derived: made anew in memory
        connection.close()
        return None

    def matching(self, match: str, most: int = -1) -> list[int]:
        """The ids of the first ``most`` entries that fit the FTS5 query ``match``, ascending; all for -1."""
        query = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid LIMIT ?"
        return [number for (number,) in self._rows(query, match, most)]

    def entry(self, number: int) -> Entry:
        """The entry with the id ``number``."""
        ((iri, kind, plan, label, text),) = self._rows(
            "SELECT iri, kind, plan, label, text FROM entry WHERE id = ?", number
        )
        return Entry(iri, KINDS[kind], self.plans[plan].iri if plan else "", label, text)

    def of_kind(self, numbers: Sequence[int], kind: str) -> Sequence[int]:
        """The ids among ``numbers`` (ascending) of the entries of ``kind``."""
        first, last = self._spans[kind]
        return numbers[bisect_left(numbers, first) : bisect_right(numbers, last)]

    def named(self) -> range:
        """The ids of the entries of :data:`service.search.texts.NAMED`, which come first."""
        return range(1, 1 + max(self._spans[kind][1] for kind in NAMED))

    @cached_property
    def plans(self) -> dict[int, PlanName]:
        """The plans by their numbers."""
        return {i: PlanName(iri, label) for i, iri, label in self._rows("SELECT id, iri, label FROM plan")}

    @cached_property
    def plan_of(self) -> array[int]:
        """The number of the plan in which each entry stands, by id; 0 for none."""
        return array("i", [0, *(plan for (plan,) in self._rows("SELECT plan FROM entry ORDER BY id"))])

    @cached_property
    def _spans(self) -> dict[str, tuple[int, int]]:
        """The first and last id of each kind; none of an absent kind."""
        rows = self._rows("SELECT kind, MIN(id), MAX(id) FROM entry GROUP BY kind")
        return dict.fromkeys(KINDS, (1, 0)) | {KINDS[kind]: (first, last) for kind, first, last in rows}

    def _rows(self, query: str, *values: str | int) -> list[Any]:
        with self._lock, closing(self._connection.execute(query, values)) as cursor:
            return cursor.fetchall()


def match_all(column: str, phrases: Iterable[Sequence[Word]], ending: str = "") -> str:
    """An FTS5 query for all of ``phrases`` in ``column`` (folded or exact); " *" leaves the last open.

    Words are letters and digits alone, so nothing needs escaping.
    """
    quoted = (f'"{" ".join(getattr(word, column) for word in phrase)}"' for phrase in phrases)
    return f"{column} : ({' AND '.join(quoted)}{ending})"
