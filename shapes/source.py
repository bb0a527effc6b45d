"""What the checks ask: the store, or a graph in memory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from rdflib import BNode, Graph, Literal, URIRef

Term = URIRef | BNode | Literal
"""An RDF term of an answer."""

Bindings = Mapping[str, Term]
"""Variables (without "?") that are given before a query runs."""


class Solutions(Protocol):
    """The answer to a SELECT."""

    def records(self) -> list[dict[str, Term | None]]:
        """The rows as dictionaries from variable to term."""
        ...


class Source(Protocol):
    """A graph that answers the program's own queries; the default graph is the union of all."""

    def select(self, query: str, bindings: Bindings | None = None) -> Solutions:
        """The solutions of a SELECT with ``bindings`` given."""
        ...

    def graph(self, query: str, bindings: Bindings | None = None) -> Graph:
        """The triples of a CONSTRUCT with ``bindings`` given."""
        ...
