"""Findings as a SHACL validation report (section 3.6 of the recommendation), without blank nodes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from rdflib import RDF, SH, Graph, Literal, URIRef

from shapes.finding import Finding
from shapes.rules import RULE

REPORTS = "https://w3id.org/cchc/report/"


def to_graph(findings: Sequence[Finding]) -> Graph:
    """The report; its IRI is made from what it says, so equal findings give equal reports."""
    digest = hashlib.sha256("\n".join(f"{f.message}{f.item.iri}" for f in findings).encode()).hexdigest()
    report = URIRef(REPORTS + digest[:16])
    graph = Graph()
    graph.bind("sh", SH)
    graph.bind("rule", RULE)
    graph.add((report, RDF.type, SH.ValidationReport))
    graph.add((report, SH.conforms, Literal(not findings)))
    for number, finding in enumerate(findings, 1):
        result = URIRef(f"{report}#{number}")
        graph.add((report, SH.result, result))
        _add_result(graph, result, finding)
    return graph


def to_turtle(findings: Sequence[Finding]) -> str:
    """The report as Turtle."""
    return to_graph(findings).serialize(format="turtle")


def _add_result(graph: Graph, result: URIRef, finding: Finding) -> None:
    graph.add((result, RDF.type, SH.ValidationResult))
    graph.add((result, SH.focusNode, finding.item.iri))
    graph.add((result, SH.resultSeverity, finding.severity.iri))
    graph.add((result, SH.sourceConstraintComponent, finding.component))
    graph.add((result, SH.sourceShape, finding.rule.iri))
    graph.add((result, SH.resultMessage, Literal(finding.message, lang="vi")))
    graph.add((result, SH.resultMessage, Literal(finding.rule.message["en"], lang="en")))
