"""``/ontology`` and ``/code/…``: the vocabulary and its code lists, as pages and, by Accept, as data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from fastapi import APIRouter, Request
from rdflib import Graph, URIRef
from starlette.responses import RedirectResponse, Response

from ontology.codes import CODE_BASE, codes, codes_graph, lists
from ontology.describe import NAMESPACE, Vocabulary, described
from ontology.diagram import diagram
from ontology.generate import load
from service.http.errors import NotFound
from service.http.forms import WRITTEN, context_text
from service.http.negotiation import choose
from service.http.respond import HTML, page
from service.http.site import Here, Site

router = APIRouter(include_in_schema=False)

TURTLE, JSONLD, RDFXML = "text/turtle", "application/ld+json", "application/rdf+xml"
NTRIPLES = "application/n-triples"
SVG = "image/svg+xml"
ONTOLOGY = URIRef(NAMESPACE.rstrip("#"))
OFFERED = {HTML: ".html", TURTLE: ".ttl", JSONLD: ".jsonld", RDFXML: ".rdf", NTRIPLES: ".nt"}
"""Media type -> suffix of the address where that form stands."""


@router.get("/ontology")
def vocabulary(request: Request, site: Here) -> Response:
    """The vocabulary in the form that Accept likes best."""
    return _form(site, choose(request.headers.get("accept"), tuple(OFFERED)) or HTML)


@router.get("/ontology{suffix}")
def vocabulary_form(suffix: str, site: Here) -> Response:
    """One form of the vocabulary: .html, .ttl, .jsonld, .rdf, .nt, or its picture .svg."""
    if suffix == ".svg":
        return Response(diagram(_vocabulary()), media_type=SVG)
    return _form(site, _kind(suffix))


@router.get("/context.jsonld")
def context() -> Response:
    """The JSON-LD context of the vocabulary."""
    return Response(context_text(), media_type=JSONLD)


@router.get("/code")
def code_lists(site: Here) -> Response:
    """All code lists."""
    return page(site, "codes.html", lists={name: codes(name) for name in lists()})


@router.get("/code/{name}")
def code_list(name: str, request: Request, site: Here) -> Response:
    """One code list; with a suffix one form of it."""
    stem, dot, rest = name.partition(".")
    if stem not in lists():
        raise NotFound("unknown-code")
    kind = _kind("." + rest) if dot else choose(request.headers.get("accept"), tuple(OFFERED)) or HTML
    if kind == HTML:
        return page(site, "code.html", name=stem, base=CODE_BASE, codes=codes(stem))
    return _data(_list_graph(stem), kind, URIRef(CODE_BASE + stem))


@router.get("/code/{name}/{code}")
def code(name: str, code: str, request: Request) -> Response:
    """303 to the list in which the code stands."""
    if name not in lists() or code not in codes(name):
        raise NotFound("unknown-code")
    kind = choose(request.headers.get("accept"), tuple(OFFERED)) or HTML
    place = f"#{code}" if kind == HTML else ""
    return RedirectResponse(f"/code/{name}{OFFERED[kind]}{place}", 303)


def _form(site: Site, kind: str) -> Response:
    if kind == HTML:
        return page(site, "ontology.html", it=_vocabulary())
    if kind == TURTLE:
        text = files("ontology").joinpath("cchc.ttl").read_text(encoding="utf-8")
        return Response(text, media_type=TURTLE)
    return _data(load(), kind, ONTOLOGY)


def _data(graph: Graph, kind: str, about: URIRef) -> Response:
    return Response(WRITTEN[kind](graph, about), media_type=kind)


def _kind(suffix: str) -> str:
    kind = next((kind for kind, known in OFFERED.items() if known == suffix), None)
    if kind is None:
        raise NotFound("not-found")
    return kind


def _list_graph(name: str) -> Graph:
    """The statements about one list and its codes."""
    graph, whole = Graph(), codes_graph()
    for iri in (URIRef(CODE_BASE + name), *(known.iri for known in codes(name).values())):
        for triple in whole.triples((iri, None, None)):
            graph.add(triple)
    return graph


@cache
def _vocabulary() -> Vocabulary:
    return described(load())
