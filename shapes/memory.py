"""A graph in memory that answers as the store does: for drafts that are in no store yet."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import XSD, Graph, Literal, URIRef

from shapes.source import Bindings, Term


@dataclass(frozen=True)
class Rows:
    """The solutions of a SELECT."""

    rows: tuple[dict[str, Term | None], ...]

    def records(self) -> list[dict[str, Term | None]]:
        """The rows as dictionaries from variable to term."""
        return list(self.rows)


class Memory:
    """Named graphs asked by the program's own queries; the default graph is their union.

    ``quads`` is N-Quads. Raises ``SyntaxError`` where it is not.
    """

    def __init__(self, quads: str) -> None:
        self._store = ox.Store()
        self._store.load(quads.encode(), format=ox.RdfFormat.N_QUADS)

    def select(self, query: str, bindings: Bindings | None = None) -> Rows:
        """The solutions of a SELECT with ``bindings`` (IRIs) given."""
        found = self._query(query, bindings)
        if not isinstance(found, ox.QuerySolutions):
            raise ValueError("not a SELECT query")
        names = [v.value for v in found.variables]
        return Rows(tuple({n: None if row[n] is None else _term(row[n]) for n in names} for row in found))

    def graph(self, query: str, bindings: Bindings | None = None) -> Graph:
        """The triples of a CONSTRUCT with ``bindings`` (IRIs) given."""
        graph = Graph()
        found = self._query(query, bindings)
        if not isinstance(found, ox.QueryTriples):
            raise ValueError("not a CONSTRUCT query")
        for s, p, o in found:
            graph.add((_term(s), _term(p), _term(o)))
        return graph

    def _query(self, query: str, bindings: Bindings | None) -> object:
        given: dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple] = {
            ox.Variable(name): ox.NamedNode(str(term)) for name, term in (bindings or {}).items()
        }
        return self._store.query(query, use_default_graph_as_union=True, substitutions=given)


def _term(term: object) -> Term:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        # A plain string has no datatype in rdflib, and is no equal of one marked xsd:string.
        datatype = URIRef(term.datatype.value)
        return Literal(term.value, datatype=None if datatype == XSD.string else datatype, normalize=False)
    raise TypeError(f"the program's graphs hold no {type(term).__name__}")
