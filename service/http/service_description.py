"""What ``/sparql`` says of itself and of its data.

Sources: W3C SPARQL 1.1 Service Description (2013); W3C Describing Linked Datasets with the VoID
Vocabulary (2011).
"""

from __future__ import annotations

from rdflib import DCTERMS, RDF, VOID, Graph, Literal, Namespace, URIRef

from ontology.describe import NAMESPACE
from service.http.protocol import SOLUTIONS, TRIPLES

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
_FORMAT = Namespace("http://www.w3.org/ns/formats/")

FORMATS = {
    "text/turtle": "turtle",
    "application/rdf+xml": "pretty-xml",
    "application/n-triples": "nt",
    "application/ld+json": "json-ld",
}
"""Media types of the description -> rdflib's serialisers."""

_RESULTS = {
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/rdf+xml": "RDF_XML",
    "application/ld+json": "JSON-LD",
}


def describe(address: str, media_type: str, space: str, triples: int | None, *, scratch: bool = False) -> str:
    """The description of the endpoint at ``address`` in a media type of :data:`FORMATS`.

    Its data are ``triples`` statements (None: not counted) about things whose IRIs begin with ``space``.
    A ``scratch`` graph takes updates too, and its default graph is no union.
    """
    graph = Graph()
    graph.bind("sd", SD)
    graph.bind("formats", _FORMAT)
    graph.bind("void", VOID)
    service = URIRef(f"{address}#service")
    dataset = URIRef(f"{address}#dataset")
    graph.add((service, RDF.type, SD.Service))
    graph.add((service, SD.endpoint, URIRef(address)))
    graph.add((service, SD.supportedLanguage, SD.SPARQL11Query))
    if scratch:
        graph.add((service, SD.supportedLanguage, SD.SPARQL11Update))
    else:
        graph.add((service, SD.feature, SD.UnionDefaultGraph))
    for kind in (*SOLUTIONS, *TRIPLES):
        graph.add((service, SD.resultFormat, _FORMAT[_RESULTS[kind]]))
    graph.add((service, SD.defaultDataset, dataset))
    graph.add((dataset, RDF.type, SD.Dataset))
    if not scratch:
        _add_data(graph, dataset, space, triples)
        graph.add((dataset, VOID.sparqlEndpoint, URIRef(address)))
    return graph.serialize(format=FORMATS[media_type])


def _add_data(graph: Graph, dataset: URIRef, space: str, triples: int | None) -> None:
    """What the data are. A licence is for those to state whose plans they are."""
    graph.add((dataset, RDF.type, VOID.Dataset))
    graph.add((dataset, DCTERMS.title, Literal("Kế hoạch cải cách hành chính", lang="vi")))
    graph.add((dataset, DCTERMS.title, Literal("Administrative-reform plans", lang="en")))
    graph.add((dataset, VOID.uriSpace, Literal(space)))
    graph.add((dataset, VOID.vocabulary, URIRef(NAMESPACE)))
    if triples is not None:
        graph.add((dataset, VOID.triples, Literal(triples)))
