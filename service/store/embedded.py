"""The store in a folder: pyoxigraph, opened read-only, one generation at a time."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
from rdflib import Graph

from service.errors import StoreError
from service.reasons import reason_of
from service.store.bind import bind
from service.store.generations import DATABASE, MANIFEST, SOURCES, Generations
from service.store.guard import admit, names_dataset
from service.store.manifest import REBUILD, read_manifest
from service.store.model import Answer, Bindings, Limits, Manifest, Solutions
from service.store.pool import Pool
from service.store.terms import Seen, from_ox
from service.store.worker import Job


class _Opened(NamedTuple):
    folder: Path
    manifest: Manifest
    database: ox.Store


class EmbeddedStore:
    """The graph in ``root`` (:mod:`service.store.generations`). Safe to use from several threads.

    Each question looks at the pointer first, so an answer is always from the generation that is
    current when it is asked, also after a build by another process.

    Raises ``NoStore`` or ``OtherSchema`` (:mod:`service.errors`) when it is opened.
    """

    default_is_union = True
    """What a stranger's query asks that names no dataset: the union of all graphs, or the unnamed one."""

    def __init__(self, root: Path, limits: Limits | None = None) -> None:
        self._root = root
        self._limits = limits or Limits()
        self._generations = Generations(root)
        self._generations.prune()
        self._opening = threading.Lock()
        self._opened: _Opened | None = None
        self._pool = Pool(self._limits)
        self._current()

    @property
    def manifest(self) -> Manifest:
        """Of the generation that is current now."""
        return self._current().manifest

    @property
    def folder(self) -> Path | None:
        """The folder of the generation that is current now."""
        return self._current().folder

    def select(self, query: str, bindings: Bindings | None = None) -> Solutions:
        """The solutions of a trusted SELECT (:class:`service.store.model.Store`)."""
        results = self._query(query, bindings)
        if not isinstance(results, ox.QuerySolutions):
            raise ValueError("not a SELECT query")
        names = tuple(v.value for v in results.variables)
        seen = Seen()
        return Solutions(names, tuple(tuple(seen[term] for term in row) for row in results))

    def graph(self, query: str, bindings: Bindings | None = None) -> Graph:
        """The triples of a trusted CONSTRUCT or DESCRIBE (:class:`service.store.model.Store`)."""
        results = self._query(query, bindings)
        if not isinstance(results, ox.QueryTriples):
            raise ValueError("not a CONSTRUCT or DESCRIBE query")
        graph = Graph()
        for triple in results:
            graph.add((from_ox(triple.subject), from_ox(triple.predicate), from_ox(triple.object)))
        return graph

    def answer(
        self, query: str, *, accept: str, default_graphs: Sequence[str] = (), named_graphs: Sequence[str] = ()
    ) -> Answer:
        """Any query of a stranger, in a worker process (:class:`service.store.model.Store`)."""
        admit(query)
        job = Job(
            database=str(self._current().folder / DATABASE),
            query=query,
            media_type=accept,
            rows=self._limits.rows,
            union=self.default_is_union and not names_dataset(query),
            default_graphs=tuple(default_graphs),
            named_graphs=tuple(named_graphs),
        )
        outcome = self._pool.run(job)
        return Answer(accept, outcome.body, outcome.truncated)

    def source(self, file: str) -> bytes | None:
        """The bytes of a source document as it was read (:class:`service.store.model.Store`)."""
        found = next((s for s in self.manifest.sources if s.file == file), None)
        if found is None:
            return None
        try:
            return (self._root / SOURCES / found.sha256).read_bytes()
        except FileNotFoundError:
            return None

    def close(self) -> None:
        """End the workers and let the files go."""
        self._pool.close()
        self._opened = None

    def _query(self, query: str, bindings: Bindings | None) -> object:
        bound = bind(query, bindings or {})
        return self._current().database.query(bound, use_default_graph_as_union=not names_dataset(bound))

    def _current(self) -> _Opened:
        """The current generation, opened anew when the pointer has moved."""
        with self._opening:
            folder = self._generations.current()
            if self._opened is None or self._opened.folder != folder:
                self._opened = _open(folder)
            return self._opened


def _open(folder: Path) -> _Opened:
    manifest = read_manifest(folder / MANIFEST)
    try:
        return _Opened(folder, manifest, ox.Store.read_only(str(folder / DATABASE)))
    except (OSError, RuntimeError) as error:  # the engine tells corruption by RuntimeError
        raise StoreError(f"Không mở được đồ thị trong {folder}: {reason_of(error)}.", REBUILD) from error
