"""What the registries state of documents: titles, and what amends, replaces, repeals or details what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rdflib import DCTERMS, RDF, RDFS, URIRef

from loaders.graph.iri import Iris
from loaders.graph.plan import PlanGraph
from loaders.graph.triples import Triples
from loaders.resolve.agency import AgencyRef, resolve_issuer
from loaders.resolve.known import known_documents
from ontology.codes import code_iri, codes
from ontology.registry import KnownDocument, Registry, Relation
from ontology.slug import slug
from ontology.terms import CCHC

DIRECT = {"amends": CCHC.amends, "replaces": CCHC.replaces}
"""Relations that have a direct link beside the node that says where they are stated."""


def known_triples(plans: Sequence[PlanGraph]) -> Triples:
    """The triples of the registry of documents; a loaded plan describes itself and is left out."""
    out = Triples()
    if not plans:
        return out
    registry, iris = plans[0].registry, plans[0].iris
    loaded = {p.plan for p in plans}
    for key, document in known_documents(registry).items():
        node = iris.thing(key.path)
        if node not in loaded:
            _describe(out, node, document, registry, iris)
    _add_relations(out, registry, iris)
    return out


def known_nodes(plans: Sequence[PlanGraph]) -> set[URIRef]:
    """The documents that the registry describes, so that nobody describes them again."""
    if not plans:
        return set()
    return {plans[0].iris.thing(key.path) for key in known_documents(plans[0].registry)}


def known_issuers(registry: Registry) -> Iterator[AgencyRef]:
    """The issuers of the documents that the registry describes."""
    for document in registry.documents:
        yield resolve_issuer(document.issuer, document.start, registry)


def source_title(source: str, registry: Registry) -> str:
    """The title of the source with this id; the id itself where the table of sources lacks it."""
    return next((s.title for s in registry.sources if s.id == source), source)


def _describe(out: Triples, node: URIRef, document: KnownDocument, registry: Registry, iris: Iris) -> None:
    out.add(node, RDF.type, CCHC.Document)
    out.text(node, CCHC.number, document.number)
    kind = slug(document.kind)
    out.add(node, CCHC.kind, code_iri("kind", kind) if kind in codes("kind") else None)
    out.vietnamese(node, RDFS.label, f"{document.kind} {document.number}")
    out.vietnamese(node, DCTERMS.title, document.title)
    out.text(node, CCHC.issuedText, document.start.isoformat())
    out.date(node, DCTERMS.issued, document.start.isoformat())
    issuer = resolve_issuer(document.issuer, document.start, registry)
    out.add(node, CCHC.issuer, iris.thing(issuer.iri_path))
    for stated in _stated(document, registry):
        out.vietnamese(node, DCTERMS.source, stated)


def _stated(entry: KnownDocument | Relation, registry: Registry) -> Iterator[str]:
    """Where an entry is stated: each source, with the place in it ("dòng 20; dòng 9" for two sources)."""
    places = (entry.place or "").split("; ")
    for i, source in enumerate(entry.sources):
        place = places[min(i, len(places) - 1)]
        yield ", ".join(filter(None, (source_title(source, registry), place)))


def _add_relations(out: Triples, registry: Registry, iris: Iris) -> None:
    for relation in registry.relations:
        document, other = iris.thing(relation.document), iris.thing(relation.other)
        node = URIRef(f"{document}/{relation.relation}/{relation.other.rpartition('/')[2]}")
        out.add(node, RDF.type, CCHC.DocumentRelation)
        out.add(node, CCHC.relating, document)
        out.add(node, CCHC.related, other)
        out.add(node, CCHC.relationKind, code_iri("relation", relation.relation))
        for stated in _stated(relation, registry):
            out.vietnamese(node, DCTERMS.source, stated)
        if relation.relation in DIRECT:
            out.add(document, DIRECT[relation.relation], other)
