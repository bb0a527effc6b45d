"""What the program writes by itself keeps to ontology/shapes.ttl, and breaking it is found."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pyshacl
import pytest
from rdflib import DCTERMS, ORG, RDF, RDFS, SH, XSD, Graph, Literal, URIRef

from loaders import records
from loaders.graph.corpus import corpus_graphs
from loaders.graph.plan import build_plan
from ontology.registry import Registry
from ontology.terms import CCHC

ROOT = Path(__file__).parents[2]
ID = "https://w3id.org/cchc/id/"


@cache
def shapes() -> Graph:
    return Graph().parse(ROOT / "ontology" / "shapes.ttl", format="turtle")


@cache
def written() -> Graph:
    """The graphs of the hand-checked readings, with all that is made over them."""
    registry, whole = Registry.load(), Graph()
    plans = [
        build_plan(records.load(path.read_text(encoding="utf-8")), registry)
        for path in sorted((ROOT / "tests" / "readings").glob("*.json"))
    ]
    for _, triples in corpus_graphs(plans):
        for triple in triples:
            whole.add(triple)
    return whole


def broken(graph: Graph) -> set[tuple[str, str]]:
    """The properties that are not as they must be, and of what."""
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes(), inplace=True)
    assert isinstance(report, Graph)
    found = set()
    for result in report.subjects(RDF.type, SH.ValidationResult):
        path, focus = report.value(result, SH.resultPath), report.value(result, SH.focusNode)
        found.add((str(path).rpartition("#")[2].rpartition("/")[2], str(focus).removeprefix(ID)))
    return found


def test_what_is_written_over_the_readings_keeps_to_the_shapes() -> None:
    assert broken(written()) == set()


def part() -> Graph:
    """A small whole that is right: an agency that became another, a relation, an alignment, a graph."""
    graph = Graph()
    graph.parse(
        data=f"""
@prefix cchc: <https://w3id.org/cchc/ontology#> . @prefix org: <{ORG}> . @prefix rdfs: <{RDFS}> .
@prefix dcterms: <{DCTERMS}> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix xsd: <{XSD}> .
@base <{ID}> .
<p> a cchc:Jurisdiction ; rdfs:label "tỉnh"@vi .
<a> a cchc:Agency ; rdfs:label "A"@vi ; cchc:jurisdiction <p> ; cchc:validFrom "2020-01-01"^^xsd:date ;
  cchc:validUntil "2024-12-31"^^xsd:date ; cchc:succeededBy <b> ; cchc:passedTo <b> ; cchc:namesItself <a> .
<b> a cchc:Agency ; rdfs:label "B"@vi ; cchc:jurisdiction <p> ; cchc:recognised false .
<open> a cchc:Agency, cchc:AgencyGroup, cchc:OpenGroup ; rdfs:label "C"@vi ; cchc:jurisdiction <p> .
<change> a org:ChangeEvent ; org:originalOrganization <a> ; org:resultingOrganization <b> ;
  dcterms:date "2025-01-01"^^xsd:date ; dcterms:source "QĐ"@vi ; cchc:factBasis <code> .
<code> a skos:Concept .
<d> a cchc:Document . <e> a cchc:Document . <plan> a cchc:Plan, cchc:Document ; cchc:cites <d> ; cchc:listName "Kế hoạch 1" ; cchc:listOrder 1 .
<relation> a cchc:DocumentRelation ; cchc:relating <d> ; cchc:related <e> ; cchc:relationKind <code> ; dcterms:source "QĐ"@vi .
<row> a cchc:Row ; cchc:alignedTo <above> . <above> a cchc:Row .
<link> a cchc:Alignment ; cchc:child <row> ; cchc:parent <above> ; cchc:score 0.5 ; cchc:decidedOn "2025-01-01"^^xsd:date .
<g> cchc:graphOf <plan> ; cchc:sha256 "{"0" * 64}" ; cchc:readerVersion "1" .
""",
        format="turtle",
    )
    return graph


def day(text: str) -> Literal:
    return Literal(text, datatype=XSD.date)


BREAKS = [
    ("a", CCHC.validUntil, day("2019-01-01"), "validFrom"),
    ("a", CCHC.succeededBy, "a", "succeededBy"),
    ("a", CCHC.passedTo, "p", "passedTo"),
    ("a", CCHC.namesItself, "b", "namesItself"),
    ("b", CCHC.recognised, Literal(True), "recognised"),
    ("open", CCHC.includes, "a", "includes"),
    ("change", CCHC.factBasis, None, "factBasis"),
    ("change", DCTERMS.source, None, "source"),
    ("relation", CCHC.relationKind, None, "relationKind"),
    ("relation", CCHC.related, "d", "related"),
    ("plan", CCHC.cites, "row", "cites"),
    ("plan", CCHC.parentPlan, "a", "parentPlan"),
    ("plan", CCHC.listName, None, "listName"),
    ("plan", CCHC.listOrder, Literal("ba"), "listOrder"),
    ("row", CCHC.alignedTo, "d", "alignedTo"),
    ("link", CCHC.parent, "row", "parent"),
    ("link", CCHC.score, Literal("1.5", datatype=XSD.decimal), "score"),
    ("link", CCHC.decidedOn, Literal("hôm qua"), "decidedOn"),
    ("g", CCHC.sha256, Literal("abc"), "sha256"),
]


def test_the_small_whole_is_right() -> None:
    assert broken(part()) == set()


@pytest.mark.parametrize(("node", "predicate", "value", "told"), BREAKS)
def test_a_break_is_found(node: str, predicate: URIRef, value: str | Literal | None, told: str) -> None:
    graph, subject = part(), URIRef(ID + node)
    if value is None:
        graph.remove((subject, predicate, None))
    else:
        graph.add(
            (
                subject,
                predicate,
                URIRef(ID + value) if isinstance(value, str) and not isinstance(value, Literal) else value,
            )
        )
    assert (told, node) in broken(graph)
