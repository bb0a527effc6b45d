"""Terms between rdflib, in which the program thinks, and pyoxigraph, in which the graph is kept."""

from __future__ import annotations

import pyoxigraph as ox
from rdflib import BNode, Literal, URIRef

from service.store.model import Term

OxTerm = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def from_ox(term: OxTerm) -> Term:
    """The rdflib term of ``term``; the lexical form of a literal stays as it is."""
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        plain = term.datatype.value.endswith("XMLSchema#string")
        return Literal(term.value, datatype=None if plain else URIRef(term.datatype.value), normalize=False)
    raise TypeError("a triple is no term of this graph")


class Seen(dict[OxTerm | None, Term | None]):
    """The rdflib terms of one answer, each made once: most terms of an answer stand in many of its rows."""

    def __missing__(self, term: OxTerm | None) -> Term | None:
        self[term] = found = None if term is None else from_ox(term)
        return found


def to_ox(term: Term) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """The pyoxigraph term of ``term``. Raises ``ValueError`` for an IRI or language tag that is none."""
    if isinstance(term, Literal):
        if term.language:
            return ox.Literal(str(term), language=term.language)
        return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype)) if term.datatype else None)
    return ox.BlankNode(str(term)) if isinstance(term, BNode) else ox.NamedNode(str(term))


def to_ntriples(term: Term) -> str:
    """``term`` as N-Triples and SPARQL write it, fully escaped. Raises ``ValueError`` as :func:`to_ox`."""
    return str(to_ox(term))
