"""The store as the rest of the program sees it: one interface for every engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from rdflib import BNode, Graph, Literal, URIRef

Term = URIRef | BNode | Literal
"""An RDF term of an answer."""

Bindings = Mapping[str, Term | tuple[Term, ...]]
"""Variables (without "?") that are given before a query runs, each with its value or its values."""

SCHEMA = "3"
"""Version of the graph's shape. Another one in a manifest means: rebuild from the sources."""


@dataclass(frozen=True)
class Limits:
    """What the query of a stranger may cost."""

    seconds: float = 10.0
    """Time from the start of its evaluation to its end; then its worker is killed."""
    rows: int = 10_000
    """Rows or triples of an answer; the rest is left out and ``truncated`` set."""
    workers: int = 2
    """Queries evaluated at the same time."""
    wait: float = 10.0
    """Seconds a query may wait for a free worker."""
    megabytes: int = 2_048
    """Address space of a worker (where the system can limit it)."""


@dataclass(frozen=True)
class Solutions:
    """The answer to SELECT. ``rows`` has one term (or None where unbound) for each of ``variables``."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    truncated: bool = False

    def records(self) -> list[dict[str, Term | None]]:
        """The rows as dictionaries from variable to term."""
        return [dict(zip(self.variables, row, strict=True)) for row in self.rows]


@dataclass(frozen=True)
class Answer:
    """The answer to any query, serialised."""

    media_type: str
    body: bytes
    truncated: bool = False


@dataclass(frozen=True)
class Source:
    """A document the graph was built from."""

    file: str
    """Its name, as ``cchc:file`` has it."""
    sha256: str
    plan: str
    """IRI of the plan it was read as."""


@dataclass(frozen=True)
class Manifest:
    """What a graph was made from and holds. It never holds a time."""

    schema: str = SCHEMA
    reader: str = ""
    """Version of the reader that made the records."""
    digest: str = ""
    """sha256 over the graph's quads in the order of the build: equal for equal graphs."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """quads, plans, targets, tasks, activities, agencies, citations …"""
    sources: tuple[Source, ...] = ()


class Store(Protocol):
    """A graph that can be asked. The default graph of a query is the union of all graphs,
    unless the query (FROM) or the caller names a dataset.

    Every method raises :class:`service.errors.StoreError` when the graph cannot be reached.
    """

    @property
    def manifest(self) -> Manifest:
        """Of the graph that answers now."""
        ...

    @property
    def folder(self) -> Path | None:
        """Where what is derived from the graph that answers now lies; None for a graph on another server."""
        ...

    def select(self, query: str, bindings: Bindings | None = None) -> Solutions:
        """The solutions of a trusted SELECT with ``bindings`` given."""
        ...

    def graph(self, query: str, bindings: Bindings | None = None) -> Graph:
        """The triples of a trusted CONSTRUCT or DESCRIBE with ``bindings`` given."""
        ...

    def answer(
        self,
        query: str,
        *,
        accept: str,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> Answer:
        """Any query as a stranger sent it, under the limits, in the media type ``accept``.

        ``accept`` must fit the form of the query (:func:`service.store.guard.query_form`);
        ``default_graphs`` and ``named_graphs`` are IRIs and take the place of the query's own dataset.
        Raises :class:`service.errors.QueryError`.
        """
        ...

    def source(self, file: str) -> bytes | None:
        """The bytes of a source document named in the manifest; None where they are not kept."""
        ...

    def close(self) -> None:
        """End workers and let the files go."""
        ...
