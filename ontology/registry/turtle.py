"""A province's own additions in Turtle: each subject becomes the line that a table would have.

An agency is a ``cchc:Agency``, an abbreviation a ``skos:Concept`` with its long form as skos:prefLabel and
its short ones as skos:altLabel, a document a ``cchc:Document``. A value that is a node is read by its
skos:prefLabel, a province and a kind of document by their IRIs.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from rdflib import DCTERMS, ORG, RDF, SKOS, BNode, Graph, Literal, URIRef
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node

from ontology.codes import CODE_BASE, codes
from ontology.registry.errors import RegistryError
from ontology.registry.tables import Line, text_of
from ontology.terms import CCHC

__all__ = ["lines"]

_DATED = {"from": CCHC.validFrom, "to": CCHC.validUntil, "source": DCTERMS.source}
_AGENCY = {
    "province": CCHC.jurisdiction,
    "name": SKOS.prefLabel,
    "also": SKOS.altLabel,
    "member_of": ORG.memberOf,
    "successor": CCHC.succeededBy,
    **_DATED,
}
_ABBREVIATION = {"short": SKOS.altLabel, "long": SKOS.prefLabel, **_DATED}
_DOCUMENT = {
    "kind": CCHC.kind,
    "number": CCHC.number,
    "issuer": CCHC.issuer,
    "title": DCTERMS.title,
    "from": DCTERMS.issued,
    "source": DCTERMS.source,
}
_TABLES: Mapping[URIRef, tuple[str, Mapping[str, URIRef]]] = {
    CCHC.Agency: ("agencies", _AGENCY),
    SKOS.Concept: ("abbreviations", _ABBREVIATION),
    CCHC.Document: ("documents", _DOCUMENT),
}
_PREFIXES = {str(CCHC): "cchc:", str(SKOS): "skos:", str(DCTERMS): "dcterms:", str(ORG): "org:"}
_INSTANCES = "/id/"
"""What stands between the base and the path in the IRI of an instance."""


def lines(file: Path) -> tuple[dict[str, list[Line]], list[RegistryError]]:
    """The entries of the Turtle ``file`` by the table they belong to, in order of their names, and refusals.

    A file that is no Turtle gives one refusal, with the line where reading stopped; a subject of another
    class is refused by its name.
    """
    try:
        graph = _parsed(file)
    except (OSError, UnicodeDecodeError) as error:
        return {}, [RegistryError(file, 0, f"không đọc được tệp ({error}).", "Lưu lại thành Turtle UTF-8.")]
    except BadSyntax as error:
        return {}, [
            RegistryError(file, error.lines + 1, "không đúng cú pháp Turtle.", "Xem dấu câu ở dòng này.")
        ]
    found: dict[str, list[Line]] = {}
    refused: list[RegistryError] = []
    for name, subject in sorted((_name(graph, s), s) for s in set(graph.subjects(RDF.type))):
        kinds = set(graph.objects(subject, RDF.type))
        table = next((table for kind, table in _TABLES.items() if kind in kinds), None)
        if table is None:
            advice = f"Ghi một trong: {', '.join(map(_term, _TABLES))}."
            refused.append(RegistryError(file, 0, "không rõ loại (rdf:type).", advice, name))
        else:
            found.setdefault(table[0], []).extend(_lines(file, name, graph, subject, table))
    return found, refused


def _lines(
    file: Path, name: str, graph: Graph, subject: Node, table: tuple[str, Mapping[str, URIRef]]
) -> Iterator[Line]:
    """The line of a subject; an abbreviation has one for each of its short forms."""
    kind, columns = table
    terms = {column: _term(term) for column, term in columns.items()}
    cells = {
        c: "; ".join(sorted(_text(graph, o) for o in graph.objects(subject, t))) for c, t in columns.items()
    }
    shorts = cells["short"].split("; ") if kind == "abbreviations" else [""]
    for short in shorts:
        yield Line(file, 0, {**cells, "short": short}, name, terms)


def _parsed(file: Path) -> Graph:
    with _quiet():
        return Graph().parse(data=text_of(file), format="turtle", publicID=file.resolve().as_uri())


@contextmanager
def _quiet() -> Iterator[None]:
    """rdflib logs a trace for a literal such as "1/1/2016"^^xsd:date; here it is refused with its reason."""
    log = logging.getLogger("rdflib.term")
    before, log.disabled = log.disabled, True
    try:
        yield
    finally:
        log.disabled = before


def _text(graph: Graph, value: Node) -> str:
    """What a value says: a literal's text, a node's name, a province's path, a kind's label."""
    label = graph.value(value, SKOS.prefLabel)
    if isinstance(value, Literal) or label:
        return str(label or value)
    iri = str(value)
    if iri.startswith(f"{CODE_BASE}kind/"):
        code = codes("kind").get(iri.rpartition("/")[2])
        return code.vi if code else iri
    return iri.partition(_INSTANCES)[2] or iri


def _name(graph: Graph, subject: Node) -> str:
    """How messages call a subject: the end of its IRI, or the name of one without."""
    if isinstance(subject, BNode):
        label = graph.value(subject, SKOS.prefLabel) or graph.value(subject, DCTERMS.title)
        return str(label or "không tên")
    return str(subject).replace("#", "/").rpartition("/")[2]


def _term(term: URIRef) -> str:
    return next(
        (f"{short}{term[len(base) :]}" for base, short in _PREFIXES.items() if term.startswith(base)), term
    )
