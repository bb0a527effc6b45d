"""A graph to try things out on: empty at first, changed by updates, never built from plans.

A change is made on a copy of the current generation, in a worker that is killed at the time limit, and
then switched to: it is made whole or not at all, and questions never see half of it
(docs/decisions/924-scratch.md).
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox

from service.errors import NoStore, StoreError
from service.store.embedded import EmbeddedStore
from service.store.generations import Generations
from service.store.model import Limits, Manifest
from service.store.updates import admit_update, with_dataset
from service.store.worker import Change

READER = "scratch"
"""What the manifest of such a graph has as the reader of its sources."""


class ScratchStore(EmbeddedStore):
    """The scratch graph in ``root``, made where the folder has no graph yet.

    Raises :class:`StoreError` for a folder whose graph was built from plans.
    """

    default_is_union = False

    def __init__(self, root: Path, limits: Limits | None = None) -> None:
        generations = Generations(root)
        try:
            generations.current()
        except NoStore:
            generations.write((), Manifest(reader=READER))
        super().__init__(root, limits)
        self._changing = threading.Lock()
        if self.manifest.reader != READER:
            self.close()
            raise StoreError(f"{root} giữ đồ thị dựng từ các kế hoạch:", "hãy chọn một thư mục mới.")

    def update(
        self, text: str, *, base: str = "", default: Sequence[str] = (), named: Sequence[str] = ()
    ) -> None:
        """Carry out a SPARQL Update; ``default`` and ``named`` (IRIs) are the dataset of its patterns.

        Raises :class:`service.errors.QueryError` for one that cannot be carried out.
        """
        admit_update(text)
        self._change(Change("", with_dataset(text, default, named), base))

    def put(self, graph: str | None, triples: str) -> None:
        """Let ``triples`` (N-Triples) be all that ``graph`` holds; None is the default graph."""
        again = f"DROP SILENT {_graph(graph)}; " + (f"CREATE {_graph(graph)}" if graph else "")
        self._change(Change("", again, triples=triples, graph=graph))

    def add(self, graph: str | None, triples: str) -> None:
        """Add ``triples`` (N-Triples) to ``graph``, which is made where it is not there."""
        made = f"CREATE SILENT {_graph(graph)}" if graph else ""
        self._change(Change("", made, triples=triples, graph=graph))

    def drop(self, graph: str | None) -> None:
        """Remove ``graph``; the default graph is emptied. Raises :class:`BadQuery` where it is not there."""
        self._change(Change("", f"DROP {_graph(graph)}"))

    def holds(self, graph: str | None) -> bool:
        """Whether there is such a graph, be it empty; the default graph always is."""
        return graph is None or self._current().database.contains_named_graph(ox.NamedNode(graph))

    def triples(self, graph: str | None) -> list[ox.Triple]:
        """What ``graph`` holds."""
        name = ox.DefaultGraph() if graph is None else ox.NamedNode(graph)
        return [quad.triple for quad in self._current().database.quads_for_pattern(None, None, None, name)]

    def _change(self, change: Change) -> None:
        with self._changing:
            self._generations.change(lambda copy: self._pool.run(replace(change, database=str(copy))))


def _graph(graph: str | None) -> str:
    return "DEFAULT" if graph is None else f"GRAPH {ox.NamedNode(graph)}"
