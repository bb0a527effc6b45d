"""``/graphs``: a whole graph of the store by its name, to read.

Source: W3C SPARQL 1.1 Graph Store HTTP Protocol (2013), section 4.1: indirect identification.
"""

from __future__ import annotations

import pyoxigraph as ox
from fastapi import APIRouter, Request
from rdflib import URIRef
from starlette.responses import Response

from service.http.errors import BadRequest, NotAcceptable, NotFound
from service.http.negotiation import choose
from service.http.protocol import absolute
from service.http.site import Here, Site
from service.store.model import Bindings
from service.store.terms import to_ox

router = APIRouter()

FORMATS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}
"""Media types of a graph, the preferred first."""


@router.get("/graphs", summary="SPARQL 1.1 Graph Store Protocol, to read")
@router.get("/graphs/", include_in_schema=False)
def read(request: Request, site: Here) -> Response:
    """The graph that ``graph`` names, or with ``default`` the union of all."""
    asked = request.query_params
    names = absolute(tuple(asked.getlist("graph")))
    if len(names) + ("default" in asked) != 1:
        raise BadRequest("one-graph")
    kind = choose(request.headers.get("accept"), tuple(FORMATS))
    if kind is None:
        raise NotAcceptable("format", offered=", ".join(FORMATS))
    triples = _triples(site, names)
    if not triples and names:
        raise NotFound("unknown-graph", name=names[0][:200])
    return Response(ox.serialize(triples, format=FORMATS[kind]) or b"", media_type=kind)


def _triples(site: Site, names: tuple[str, ...]) -> list[ox.Triple]:
    """The triples in a fixed order. Raises :class:`BadRequest` (413) where they are too many."""
    most = site.settings.graph_triples
    given: Bindings = {"g": URIRef(names[0])} if names else {}
    rows = site.store.select((_NAMED if names else _ALL) + f" LIMIT {most + 1}", given).rows
    if len(rows) > most:
        raise BadRequest("long-graph", 413, limit=most)
    triples = (ox.Triple(*(to_ox(term) for term in row if term is not None)) for row in rows)  # type: ignore[arg-type]
    return sorted(triples, key=str)


_NAMED = "SELECT ?s ?p ?o WHERE { VALUES ?g { UNDEF } GRAPH ?g { ?s ?p ?o } }"
_ALL = "SELECT DISTINCT ?s ?p ?o WHERE { ?s ?p ?o }"
