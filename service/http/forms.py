"""A graph as text in the forms that it is offered in; the same text for the same graph.

JSON-LD is in the words of the published context, so that a reader of JSON needs no IRIs to find a value
(W3C JSON-LD 1.1, 2020; compacted by rdflib). rdflib writes subjects in any order, so they are sorted here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import pyoxigraph as ox
from rdflib import Graph, URIRef

from service.store.serialise import as_xml

__all__ = ["WRITTEN", "context_text", "to_jsonld"]


def context_text() -> str:
    """The published context, as JSON."""
    return files("ontology").joinpath("context.jsonld").read_text(encoding="utf-8")


def to_jsonld(graph: Graph, first: URIRef) -> str:
    """``graph`` as JSON-LD, the node ``first`` before the others, with the words of the context that it uses.

    The context is given in full, not by its address, so that a file needs no server to be understood.
    The same graph gives the same text.
    """
    made = json.loads(graph.serialize(format="json-ld", context=_words(), auto_compact=True))
    made.pop("@context")
    nodes = [_sorted(node) for node in made.get("@graph", [made])]
    nodes.sort(key=lambda node: (node["@id"] != str(first), node["@id"]))
    used = set(_used(nodes))
    context = {word: meaning for word, meaning in _words().items() if word in used}
    return json.dumps({"@context": context, "@graph": nodes}, ensure_ascii=False, indent=1) + "\n"


@cache
def _words() -> Mapping[str, Any]:
    words: Mapping[str, Any] = json.loads(context_text())["@context"]
    return words


def _sorted(value: Any) -> Any:
    """``value`` with the members of every list in a fixed order: in RDF they have none."""
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return sorted(map(_sorted, value), key=json.dumps)
    return value


def _used(value: Any) -> Iterator[str]:
    """The words and prefixes that may stand in ``value``, and the prefixes that their meanings need."""
    if isinstance(value, list):
        for member in value:
            yield from _used(member)
    elif isinstance(value, dict):
        for key, member in value.items():
            yield from _used(key)
            yield from _used(member)
    elif isinstance(value, str):
        yield value
        yield value.partition(":")[0]
        meaning = _words().get(value)
        for said in meaning.values() if isinstance(meaning, dict) else ():
            yield str(said).partition(":")[0]


def _turtle(graph: Graph, _: URIRef) -> str:
    return graph.serialize(format="turtle")


def _ntriples(graph: Graph, _: URIRef) -> str:
    return "".join(sorted(graph.serialize(format="nt").splitlines(keepends=True)))


def _rdf_xml(graph: Graph, first: URIRef) -> str:
    prefixes = {name: str(base) for name, base in graph.namespaces() if name}
    lines = _ntriples(graph, first)
    triples = (quad.triple for quad in ox.parse(input=lines, format=ox.RdfFormat.N_TRIPLES))
    return as_xml(ox.serialize(triples, format=ox.RdfFormat.RDF_XML, prefixes=prefixes) or b"").decode()


WRITTEN: Mapping[str, Callable[[Graph, URIRef], str]] = {
    "text/turtle": _turtle,
    "application/ld+json": to_jsonld,
    "application/json": to_jsonld,
    "application/n-triples": _ntriples,
    "application/rdf+xml": _rdf_xml,
}
"""Media type -> the writer of a graph, given what the graph is about."""
