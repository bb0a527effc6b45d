"""``/graphs``: a whole graph of the store by its name, to read.

Source: W3C SPARQL 1.1 Graph Store HTTP Protocol (2013), section 4.1: indirect identification.
"""

from __future__ import annotations

from urllib.parse import urlencode

import pyoxigraph as ox
from fastapi import APIRouter, Request
from rdflib import URIRef
from starlette.responses import RedirectResponse, Response

from service.http.errors import BadRequest, NotAcceptable, NotFound
from service.http.negotiation import choose
from service.http.protocol import absolute
from service.http.site import Here, Site, raw_path
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
    graph = asked_graph(request)
    kind = asked_format(request)
    triples = _triples(site, graph)
    if not triples and graph:
        raise NotFound("unknown-graph", name=graph[:200])
    return written(triples, kind)


@router.get("/graph/{path:path}", summary="A graph by its IRI")
def dereference(request: Request, site: Here) -> Response:
    """303 to where the graph can be read (W3C Cool URIs)."""
    iri = f"{site.base}graph/{raw_path(request, '/graph/')}"
    return RedirectResponse(f"/graphs?{urlencode({'graph': iri})}", 303)


@router.get("/.well-known/void", include_in_schema=False)
def void() -> Response:
    """303 to the description of the data (W3C VoID, section 7.2)."""
    return RedirectResponse("/sparql", 303)


def asked_graph(request: Request) -> str | None:
    """The IRI that ``graph`` names; None for ``default``. Raises :class:`BadRequest`."""
    asked = request.query_params
    names = absolute(tuple(asked.getlist("graph")))
    if len(names) + ("default" in asked) != 1:
        raise BadRequest("one-graph")
    return names[0] if names else None


def asked_format(request: Request) -> str:
    """The media type of :data:`FORMATS` that the client prefers. Raises :class:`NotAcceptable`."""
    kind = choose(request.headers.get("accept"), tuple(FORMATS))
    if kind is None:
        raise NotAcceptable("format", offered=", ".join(FORMATS))
    return kind


def written(triples: list[ox.Triple], kind: str) -> Response:
    """The triples in a fixed order, in a media type of :data:`FORMATS`."""
    return Response(ox.serialize(sorted(triples, key=str), format=FORMATS[kind]) or b"", media_type=kind)


def _triples(site: Site, graph: str | None) -> list[ox.Triple]:
    """The triples. Raises :class:`BadRequest` (413) where they are too many."""
    most = site.settings.graph_triples
    given: Bindings = {"g": URIRef(graph)} if graph else {}
    rows = site.store.select((_NAMED if graph else _ALL) + f" LIMIT {most + 1}", given).rows
    if len(rows) > most:
        raise BadRequest("long-graph", 413, limit=most)
    return [ox.Triple(*(to_ox(term) for term in row if term is not None)) for row in rows]  # type: ignore[arg-type]


_NAMED = "SELECT ?s ?p ?o WHERE { VALUES ?g { UNDEF } GRAPH ?g { ?s ?p ?o } }"
_ALL = "SELECT DISTINCT ?s ?p ?o WHERE { ?s ?p ?o }"
