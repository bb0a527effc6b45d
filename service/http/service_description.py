"""What ``/sparql`` says of itself (W3C SPARQL 1.1 Service Description, 2013)."""

from __future__ import annotations

from rdflib import RDF, Graph, Namespace, URIRef

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


def describe(address: str, media_type: str, *, scratch: bool = False) -> str:
    """The description of the endpoint at ``address`` in a media type of :data:`FORMATS`.

    A ``scratch`` graph takes updates too, and its default graph is no union.
    """
    graph = Graph()
    graph.bind("sd", SD)
    graph.bind("formats", _FORMAT)
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
    return graph.serialize(format=FORMATS[media_type])
