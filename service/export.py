"""The whole graph in one of the formats that other programs read."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping

import networkx as nx
import pyoxigraph as ox
from rdflib import RDFS, URIRef

import queries
from ontology.terms import CCHC
from queries.sheets import csv_bytes, xlsx_bytes
from queries.show import worded
from service.store.model import Store
from service.store.serialise import as_xml
from service.store.terms import to_ox

_QUADS = "SELECT ?s ?p ?o ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
_TRIPLES = "SELECT ?s ?p ?o WHERE { ?s ?p ?o }"


def exported(store: Store, form: str) -> bytes:
    """The graph of ``store`` as nquads, trig, ttl, jsonld, graphml, csv or xlsx.

    The same bytes for the same graph. Raises :class:`service.errors.StoreError`.
    """
    return _FORMATS[form](store)


def _quads(store: Store) -> Iterator[ox.Quad]:
    """Every quad, in the order of its N-Quads."""
    rows = (tuple(to_ox(t) for t in row if t is not None) for row in store.select(_QUADS).rows)
    return iter(sorted((ox.Quad(*row) for row in rows), key=str))  # type: ignore[arg-type]


def _written(store: Store, form: ox.RdfFormat) -> bytes:
    return ox.serialize(_quads(store), format=form) or b""


def _turtle(store: Store) -> bytes:
    triples = dict.fromkeys(quad.triple for quad in _quads(store))
    return ox.serialize(triples, format=ox.RdfFormat.TURTLE) or b""


def _graphml(store: Store) -> bytes:
    """The network of plans, rows, agencies and documents: an edge for each link between two things."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    prefix = str(CCHC._NS)
    rows = sorted(set(store.select(_TRIPLES).rows), key=str)
    for s, p, o in rows:
        if str(p).startswith(prefix) and isinstance(o, URIRef):
            network.add_edge(str(s), str(o), label=str(p).removeprefix(prefix))
        elif p == RDFS.label:
            network.add_node(str(s), label=as_xml(str(o).encode()).decode())
    out = io.BytesIO()
    nx.write_graphml(network, out)
    return out.getvalue()


_FORMATS: Mapping[str, Callable[[Store], bytes]] = {
    "nquads": lambda store: _written(store, ox.RdfFormat.N_QUADS),
    "trig": lambda store: _written(store, ox.RdfFormat.TRIG),
    "jsonld": lambda store: _written(store, ox.RdfFormat.JSON_LD),
    "ttl": _turtle,
    "graphml": _graphml,
    "csv": lambda store: csv_bytes(worded(queries.run(store, "rows", {}))),
    "xlsx": lambda store: xlsx_bytes(worded(queries.run(store, "rows", {}))),
}
