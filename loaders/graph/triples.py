"""Triples while they are made: plain sets of terms, and their N-Quads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from rdflib import XSD, Graph, Literal, URIRef

Object = URIRef | Literal
Triple = tuple[URIRef, URIRef, Object]
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})


class Triples:
    """A growing set of triples; a value of None adds nothing, so callers need no guards."""

    def __init__(self) -> None:
        self._set: set[Triple] = set()

    def __iter__(self) -> Iterator[Triple]:
        return iter(self._set)

    def __len__(self) -> int:
        return len(self._set)

    def add(self, subject: URIRef, predicate: URIRef, value: Object | None) -> None:
        """Add one triple unless ``value`` is None."""
        if value is not None:
            self._set.add((subject, predicate, value))

    def add_all(self, subject: URIRef, predicate: URIRef, values: Iterable[Object]) -> None:
        """Add a triple for each of ``values``."""
        self._set.update((subject, predicate, v) for v in values)

    def text(self, subject: URIRef, predicate: URIRef, value: str | None) -> None:
        """Add a plain string, unless it is empty."""
        self.add(subject, predicate, Literal(value) if value else None)

    def vietnamese(self, subject: URIRef, predicate: URIRef, value: str | None) -> None:
        """Add a string marked as Vietnamese, unless it is empty."""
        self.add(subject, predicate, Literal(value, lang="vi") if value else None)

    def integer(self, subject: URIRef, predicate: URIRef, value: int | None) -> None:
        """Add an xsd:integer."""
        self.add(subject, predicate, None if value is None else Literal(value))

    def date(self, subject: URIRef, predicate: URIRef, value: str | None) -> None:
        """Add an xsd:date of the full ISO date ``value``."""
        self.add(subject, predicate, Literal(value, datatype=XSD.date) if value else None)

    def update(self, triples: Iterable[Triple]) -> None:
        """Add ``triples``."""
        self._set.update(triples)


def to_graph(triples: Iterable[Triple]) -> Graph:
    """An rdflib graph of ``triples``."""
    graph = Graph()
    for triple in triples:
        graph.add(triple)
    return graph


def to_nquads(triples: Iterable[Triple], graph: URIRef) -> str:
    """N-Quads of ``triples`` in ``graph``, one a line, sorted, so that equal graphs give equal text."""
    name = graph.n3()
    return "".join(sorted(f"{s.n3()} {p.n3()} {_object(o)} {name} .\n" for s, p, o in triples))


def _object(term: Object) -> str:
    # rdflib's n3() writes long strings in triple quotes, which N-Quads does not have.
    if not isinstance(term, Literal):
        return term.n3()
    quoted = f'"{str(term).translate(_ESCAPES)}"'
    if term.language:
        return f"{quoted}@{term.language}"
    return f"{quoted}^^<{term.datatype}>" if term.datatype else quoted


def decimal(value: float) -> Literal:
    """An xsd:decimal without the noise of binary fractions."""
    return Literal(Decimal(f"{value:.6f}").normalize() + 0)
