"""The store on a SPARQL 1.1 server, through SPARQLWrapper.

The server's own default graph should be the union of its graphs, as it is on most servers or can
be set; a query that names its dataset is answered alike everywhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pyoxigraph as ox
from rdflib import Graph
from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

from service.errors import BadQuery, QueryTimeout, RemoteFailed
from service.reasons import reason_of
from service.store.bind import bind
from service.store.guard import admit, query_form
from service.store.model import Answer, Bindings, Limits, Manifest, Solutions, Source
from service.store.serialise import serialise
from service.store.terms import from_ox

MAX_BYTES = 100_000_000
"""Bytes of a server's answer that are read; a longer one is refused."""

_SOURCES = """
PREFIX cchc: <https://w3id.org/cchc/ontology#>
SELECT DISTINCT ?file ?sha256 ?plan ?reader WHERE {
  ?graph cchc:graphOf ?plan ; cchc:sha256 ?sha256 .
  ?plan cchc:file ?file .
  OPTIONAL { ?graph cchc:readerVersion ?reader }
} ORDER BY ?file ?plan ?sha256
"""


class RemoteStore:
    """The graph behind the query address ``endpoint`` (http or https)."""

    def __init__(self, endpoint: str, limits: Limits | None = None) -> None:
        self._endpoint = endpoint
        self._limits = limits or Limits()

    @property
    def manifest(self) -> Manifest:
        """What the graph says of its own sources."""
        rows = [[str(t) for t in row] for row in self.select(_SOURCES).rows]
        return Manifest(
            reader=max((row[3] for row in rows), default=""),
            digest=hashlib.sha256(repr(rows).encode()).hexdigest(),
            sources=tuple(Source(file, sha256, plan) for file, sha256, plan, _ in rows),
        )

    @property
    def folder(self) -> Path | None:
        """None: nothing of the graph lies here."""
        return None

    def select(self, query: str, bindings: Bindings | None = None) -> Solutions:
        """The solutions of a trusted SELECT (:class:`service.store.model.Store`)."""
        results = self._results(bind(query, bindings or {}))
        if not isinstance(results, ox.QuerySolutions):
            raise ValueError("not a SELECT query")
        names = tuple(v.value for v in results.variables)
        rows = (tuple(None if row[n] is None else from_ox(row[n]) for n in names) for row in results)
        return Solutions(names, tuple(rows))

    def graph(self, query: str, bindings: Bindings | None = None) -> Graph:
        """The triples of a trusted CONSTRUCT or DESCRIBE (:class:`service.store.model.Store`)."""
        graph = Graph()
        for triple in self._triples(bind(query, bindings or {})):
            graph.add((from_ox(triple.subject), from_ox(triple.predicate), from_ox(triple.object)))
        return graph

    def answer(
        self, query: str, *, accept: str, default_graphs: Sequence[str] = (), named_graphs: Sequence[str] = ()
    ) -> Answer:
        """Any query of a stranger, under the same limits (:class:`service.store.model.Store`)."""
        dataset = (tuple(default_graphs), tuple(named_graphs))
        rdf = admit(query) in ("construct", "describe")
        results: Any = iter(self._triples(query, *dataset)) if rdf else self._results(query, *dataset)
        body, truncated = serialise(results, accept, self._limits.rows)
        return Answer(accept, body, truncated)

    def source(self, file: str) -> bytes | None:
        """None: a SPARQL server keeps no documents."""
        return None

    def close(self) -> None:
        """Nothing is held open."""

    def _results(
        self, query: str, default_graphs: Sequence[str] = (), named_graphs: Sequence[str] = ()
    ) -> ox.QuerySolutions | ox.QueryBoolean:
        body = self._ask(query, JSON, default_graphs, named_graphs)
        try:
            return ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            raise self._failed(f"câu trả lời không phải SPARQL JSON: {error}") from error

    def _triples(
        self, query: str, default_graphs: Sequence[str] = (), named_graphs: Sequence[str] = ()
    ) -> list[ox.Triple]:
        if query_form(query) not in ("construct", "describe"):
            raise ValueError("not a CONSTRUCT or DESCRIBE query")
        body = self._ask(query, TURTLE, default_graphs, named_graphs)
        try:
            return [quad.triple for quad in ox.parse(body, format=ox.RdfFormat.TURTLE)]
        except SyntaxError as error:
            raise self._failed(f"câu trả lời không phải Turtle: {error}") from error

    def _ask(
        self, query: str, form: str, default_graphs: Sequence[str], named_graphs: Sequence[str]
    ) -> bytes:
        wrapper = SPARQLWrapper(self._endpoint, returnFormat=form, agent="cchc")
        wrapper.setQuery(query)
        wrapper.queryType = query_form(query).upper()  # its own guess also reads comments
        wrapper.setMethod(POST)
        wrapper.setOnlyConneg(True)
        wrapper.setTimeout(max(1, round(self._limits.seconds)))
        for graph in default_graphs:
            wrapper.addDefaultGraph(graph)
        for graph in named_graphs:
            wrapper.addNamedGraph(graph)
        return self._received(wrapper)

    def _received(self, wrapper: SPARQLWrapper) -> bytes:
        try:
            with wrapper.query().response as response:
                body: bytes = response.read(MAX_BYTES + 1)
        except QueryBadFormed as error:
            raise BadQuery("Máy chủ SPARQL nói câu truy vấn sai cú pháp.") from error
        except TimeoutError as error:
            raise self._late() from error
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise self._late() from error
            why = error.reason
            raise self._failed(why if isinstance(why, str) else reason_of(why)) from error
        except (SPARQLWrapperException, OSError) as error:
            raise self._failed(reason_of(error).splitlines()[0]) from error
        if len(body) > MAX_BYTES:
            raise self._failed(f"câu trả lời dài hơn {MAX_BYTES} byte")
        return body

    def _late(self) -> QueryTimeout:
        return QueryTimeout(f"Câu truy vấn chạy quá {self._limits.seconds:g} giây.", "Hãy thu hẹp nó.")

    def _failed(self, reason: str) -> RemoteFailed:
        return RemoteFailed(f"Máy chủ SPARQL {self._endpoint}: {reason}.", "Hãy kiểm tra địa chỉ và máy chủ.")
