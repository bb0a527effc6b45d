"""What people call the things of a plan's graph, and where they stand in the source."""

from __future__ import annotations

import re
from urllib.parse import unquote

from rdflib import DCTERMS, RDF, RDFS, SKOS, Graph, Literal, Node, URIRef

from ontology.terms import CCHC
from shapes.finding import Place, Thing

LONGEST = 100
"""Characters of a label; longer texts are cut."""

KINDS = {
    CCHC.Target: "mục tiêu",
    CCHC.Task: "nhiệm vụ",
    CCHC.Activity: "hoạt động",
    CCHC.Duty: "trách nhiệm",
    CCHC.Citation: "viện dẫn",
    CCHC.Measure: "chỉ tiêu",
    CCHC.Oddity: "chỗ bất thường",
}


def thing(graph: Graph, iri: URIRef) -> Thing:
    """``iri`` with the label ``graph`` has for it: kind and first words of a row or mention."""
    kind = next((name for kind, name in KINDS.items() if (iri, RDF.type, kind) in graph), "")
    return Thing(iri, f"{kind} {_name(graph, iri)}".strip())


def _name(graph: Graph, iri: URIRef) -> str:
    if (iri, RDF.type, CCHC.Oddity) in graph:
        return _tail(iri)  # its text is what the finding says
    if (iri, RDF.type, CCHC.Plan) in graph and (iri, CCHC.number, None) not in graph:
        return _short(_text(graph, iri, DCTERMS.title) or _label(graph, iri))
    return _label(graph, iri)


def place(graph: Graph, iri: URIRef) -> Place:
    """Where ``iri`` stands; a plan has a file and no lines."""
    first, last = _integer(graph, iri, CCHC.firstLine), _integer(graph, iri, CCHC.lastLine)
    return Place(
        file=_text(graph, iri, CCHC.file),
        lines=(first, last or first) if first else None,
        page=_integer(graph, iri, CCHC.page),
        sheet=_text(graph, iri, CCHC.sheet),
    )


def plan_of(graph: Graph, iri: URIRef) -> URIRef | None:
    """The plan that ``iri`` is, or is a part of."""
    if (iri, RDF.type, CCHC.Plan) in graph:
        return iri
    found = graph.value(iri, CCHC.inPlan) or graph.value(iri, CCHC.citedBy)
    return found if isinstance(found, URIRef) else None


def value(graph: Graph, term: Node | None) -> str | None:
    """A value as people read it: the label of a thing, the text of a literal."""
    return _label(graph, term) if isinstance(term, URIRef) else str(term) if term is not None else None


def _label(graph: Graph, iri: URIRef) -> str:
    texts = (_text(graph, iri, p) for p in (RDFS.label, SKOS.prefLabel, CCHC.text, DCTERMS.title))
    return _short(next(filter(None, texts), None) or _tail(iri))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"


def _tail(iri: URIRef) -> str:
    return unquote(re.split(r"[/#]", iri.rstrip("/"))[-1])


def _text(graph: Graph, iri: URIRef, predicate: URIRef) -> str | None:
    """The Vietnamese text of ``predicate``, or the first one."""
    found = sorted(o for o in graph.objects(iri, predicate) if isinstance(o, Literal))
    vietnamese = [o for o in found if o.language == "vi"]
    return str((vietnamese or found)[0]) if found else None


def _integer(graph: Graph, iri: URIRef, predicate: URIRef) -> int | None:
    text = _text(graph, iri, predicate)
    return int(text) if text else None
