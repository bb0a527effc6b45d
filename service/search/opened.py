"""The index of a store: the file of its generation, else one made in memory, held while needed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import cast

import pyoxigraph as ox

from service.search.index import FILE, Index, write_index
from service.search.texts import Select, entries
from service.store.model import Store

__all__ = ["add_index", "index_of", "rows_of"]

KEPT = 2
"""Indexes held open: of the graph that answers and of one that was just replaced."""

_indexes: OrderedDict[tuple[Path | None, str], Index] = OrderedDict()
_lock = threading.Lock()


def add_index(store: ox.Store, folder: Path) -> None:
    """Write the index of the finished graph ``store`` into the ``folder`` of its generation."""
    write_index(folder / FILE, entries(rows_of(store))).close()


def rows_of(store: ox.Store) -> Select:
    """How the engine's own store is asked for texts."""

    def select(query: str) -> Iterator[Sequence[str | None]]:
        found = cast("ox.QuerySolutions", store.query(query, use_default_graph_as_union=True))
        terms = (cast("Iterable[ox.NamedNode | ox.Literal | None]", row) for row in found)
        return ([None if term is None else term.value for term in row] for row in terms)

    return select


def index_of(store: Store) -> Index:
    """The index of the graph that answers in ``store`` now."""
    key = (store.folder, store.manifest.digest)
    with _lock:
        if key not in _indexes:
            _indexes[key] = (Index.open(key[0] / FILE) if key[0] else None) or _made(store)
            while len(_indexes) > KEPT:
                _indexes.popitem(last=False)
        _indexes.move_to_end(key)
        return _indexes[key]


def _made(store: Store) -> Index:
    def select(query: str) -> Iterator[Sequence[str | None]]:
        for row in store.select(query).rows:
            yield [None if term is None else str(term) for term in row]

    return Index(write_index(":memory:", entries(select)))
