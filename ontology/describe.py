"""The vocabulary as people read it: every term with its labels, definitions, ends and ties to others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, Namespace, URIRef

__all__ = ["NAMESPACE", "PREFIXES", "SCHEMA", "Ref", "Term", "Vocabulary", "described"]

NAMESPACE = "https://w3id.org/cchc/ontology#"
SCHEMA = Namespace("https://schema.org/")
PREFIXES = {
    "cchc": NAMESPACE,
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "org": "http://www.w3.org/ns/org#",
    "owl": str(OWL),
    "p-plan": "http://purl.org/net/p-plan#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "skos": str(SKOS),
    "xsd": str(XSD),
}
PROPERTY_TYPES = (OWL.ObjectProperty, OWL.DatatypeProperty)
_ABOVE = (RDFS.subClassOf, RDFS.subPropertyOf)
_FROM, _TO = (RDFS.domain, SCHEMA.domainIncludes), (RDFS.range, SCHEMA.rangeIncludes)


@dataclass(frozen=True, order=True)
class Ref:
    """A term named by another: as a prefixed name, and its IRI. ``own`` where it is of this vocabulary."""

    curie: str
    iri: str
    own: bool

    @property
    def name(self) -> str:
        """The term without its prefix."""
        return self.curie.partition(":")[2]


@dataclass(frozen=True)
class Term:
    """A class or property. ``links`` says whether the values of a property are nodes."""

    name: str
    iri: str
    vi: str
    en: str
    definition: str
    definition_en: str
    examples: tuple[str, ...]
    above: tuple[Ref, ...]
    disjoint: tuple[Ref, ...]
    domain: tuple[Ref, ...]
    range: tuple[Ref, ...]
    links: bool


@dataclass(frozen=True)
class Vocabulary:
    """The vocabulary's own title, description, version and licence, and its terms by name."""

    title: str
    description: str
    version: str
    license: str
    classes: tuple[Term, ...]
    properties: tuple[Term, ...]


def described(graph: Graph) -> Vocabulary:
    """The vocabulary that ``graph`` holds (cchc.ttl)."""
    (iri,) = _of_type(graph, OWL.Ontology)
    return Vocabulary(
        title=_said(graph, iri, DCTERMS.title, "vi"),
        description=_said(graph, iri, DCTERMS.description, "vi"),
        version=str(graph.value(iri, OWL.versionInfo) or ""),
        license=str(graph.value(iri, DCTERMS.license) or ""),
        classes=tuple(_term(graph, term) for term in _of_type(graph, OWL.Class)),
        properties=tuple(_term(graph, term) for term in _of_type(graph, *PROPERTY_TYPES)),
    )


def _of_type(graph: Graph, *types: URIRef) -> list[URIRef]:
    found = {term for kind in types for term in graph.subjects(RDF.type, kind)}
    return sorted(term for term in found if isinstance(term, URIRef))


def _term(graph: Graph, term: URIRef) -> Term:
    return Term(
        name=term.removeprefix(NAMESPACE),
        iri=str(term),
        vi=_said(graph, term, RDFS.label, "vi"),
        en=_said(graph, term, RDFS.label, "en"),
        definition=_said(graph, term, SKOS.definition, "vi"),
        definition_en=_said(graph, term, SKOS.definition, "en"),
        examples=tuple(sorted(str(o) for o in graph.objects(term, SKOS.example))),
        above=_refs(graph, term, _ABOVE),
        disjoint=_refs(graph, term, (OWL.disjointWith, OWL.propertyDisjointWith)),
        domain=_refs(graph, term, _FROM),
        range=_refs(graph, term, _TO),
        links=(term, RDF.type, OWL.ObjectProperty) in graph,
    )


def _said(graph: Graph, term: URIRef, predicate: URIRef, language: str) -> str:
    found = (o for o in graph.objects(term, predicate) if isinstance(o, Literal) and o.language == language)
    return str(next(found, ""))


def _refs(graph: Graph, term: URIRef, predicates: Sequence[URIRef]) -> tuple[Ref, ...]:
    found = {str(o) for predicate in predicates for o in graph.objects(term, predicate)}
    return tuple(sorted(Ref(_curie(iri), iri, iri.startswith(NAMESPACE)) for iri in found))


def _curie(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
