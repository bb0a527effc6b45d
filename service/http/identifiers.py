"""``/id/…``: every instance's IRI leads to its page or its data (W3C Cool URIs, 303 redirects)."""

from __future__ import annotations

from fastapi import APIRouter, Request
from rdflib import DCTERMS, RDF, Graph, URIRef
from starlette.responses import RedirectResponse, Response

from service.http.errors import NotFound
from service.http.forms import WRITTEN
from service.http.negotiation import choose
from service.http.pages import page_of
from service.http.respond import HTML
from service.http.site import Here, Site, raw_path

router = APIRouter()

SUFFIXES = {
    ".html": HTML,
    ".ttl": "text/turtle",
    ".jsonld": "application/ld+json",
    ".json": "application/json",
    ".nt": "application/n-triples",
    ".rdf": "application/rdf+xml",
}
"""Suffix of an instance's address -> media type of what stands there."""
_TO_SUFFIX = {kind: suffix for suffix, kind in SUFFIXES.items()}


@router.get("/id/{path:path}", summary="An instance, or one form of it by suffix")
def dereference(path: str, request: Request, site: Here) -> Response:
    """303 to the form that Accept likes best; with a suffix that form itself."""
    name = raw_path(request, "/id/")
    stem, suffix = split(name)
    iri = URIRef(site.iri(stem))
    graph = described(site, iri)
    later = graph.value(iri, DCTERMS.isReplacedBy)
    if isinstance(later, URIRef) and (iri, RDF.type, None) not in graph:
        # The plan had this IRI while its number was unknown.
        return RedirectResponse(f"/id/{later.removeprefix(site.iri(''))}{suffix}", 301)
    if not suffix:
        kind = choose(request.headers.get("accept"), tuple(_TO_SUFFIX)) or HTML
        return RedirectResponse(f"/id/{name}{_TO_SUFFIX[kind]}", 303)
    if suffix == ".html":
        return page_of(site, str(iri))
    return Response(WRITTEN[SUFFIXES[suffix]](graph, iri), media_type=SUFFIXES[suffix])


def split(name: str) -> tuple[str, str]:
    """The address without its suffix, and the suffix ("" where it has none of ours)."""
    suffix = next((s for s in SUFFIXES if name.endswith(s)), "")
    return name.removesuffix(suffix), suffix


def described(site: Site, iri: URIRef) -> Graph:
    """What the graph says of ``iri`` and, without literals, who points to it. Raises :class:`NotFound`."""
    graph = site.store.graph(_ABOUT, {"given": iri})
    if not len(graph):
        raise NotFound("unknown-instance")
    graph.bind("cchc", "https://w3id.org/cchc/ontology#")
    return graph


_ABOUT = """
CONSTRUCT { ?given ?p ?o . ?s ?q ?given . }
WHERE {
  { VALUES ?given { UNDEF } ?given ?p ?o }
  UNION
  { SELECT ?given ?s ?q WHERE { VALUES ?given { UNDEF } ?s ?q ?given } LIMIT 2000 }
}
"""
