"""The ways in which a row reaches an agency, written once so that every question looks them up alike.

A row that names X speaks of X itself, of the members of X, and of whoever has the work of X or of such a
member today. The first and the last need a step of no length or of any length, which a query engine pays for
at every row; here they are single edges (docs/decisions/304).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from rdflib import RDF, URIRef

from loaders.graph.triples import Triples
from ontology.terms import CCHC

Edges = Mapping[URIRef, set[URIRef]]


def way_triples(agencies: Triples) -> Triples:
    """The edges ``namesItself`` and ``passedTo`` over ``agencies``, which has members and successors."""
    out = Triples()
    members, heirs = _edges(agencies, CCHC.includes), _edges(agencies, CCHC.succeededBy)
    for agency in sorted({s for s, p, o in agencies if p == RDF.type and o == CCHC.Agency}):
        own = {agency, *members.get(agency, ())}
        out.add(agency, CCHC.namesItself, agency)
        out.add_all(agency, CCHC.passedTo, _reached(own, heirs) - own)
    return out


def _edges(triples: Triples, predicate: URIRef) -> Edges:
    found: dict[URIRef, set[URIRef]] = defaultdict(set)
    for subject, edge, value in triples:
        if edge == predicate and isinstance(value, URIRef):
            found[subject].add(value)
    return found


def _reached(starts: Iterable[URIRef], edges: Edges) -> set[URIRef]:
    """What is reached from ``starts`` over any number of ``edges``, the starts included."""
    found, waiting = set(starts), list(starts)
    while waiting:
        for node in edges.get(waiting.pop(), ()):
            if node not in found:
                found.add(node)
                waiting.append(node)
    return found
