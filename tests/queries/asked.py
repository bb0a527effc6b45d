"""The hand-checked readings as one graph, with two alignments set by hand."""

from pathlib import Path

from rdflib import RDF, URIRef

from loaders.graph.corpus import corpus_graphs
from loaders.graph.iri import Iris, row
from loaders.graph.plan import PlanGraph, build_plan
from loaders.graph.triples import Triples, to_nquads
from loaders.records import load
from ontology.codes import code_iri
from ontology.registry import Registry
from ontology.terms import CCHC

READINGS = Path(__file__).parent.parent / "readings"
ALIGNED = [("III/1/1.1/1", "I/2.1", "inferred"), ("I/1/1.1/1", "I/3.1", "person")]
"""Rows of the yearly plan, rows of the ten-year plan above it, and who says that they belong together."""


def readings_quads() -> list[str]:
    """The graph of the readings in tests/readings, as N-Quads."""
    registry = Registry.load()
    texts = (file.read_text(encoding="utf-8") for file in sorted(READINGS.glob("*.json")))
    plans = [build_plan(load(text), registry) for text in texts]
    inferred = Iris().graph("inferred")
    graphs = [(name, triples) for name, triples in corpus_graphs(plans) if name != inferred]
    graphs.append((inferred, _aligned({p.record.document.number: p for p in plans})))
    return [to_nquads(triples, graph) for graph, triples in graphs]


def _aligned(plans: dict[str | None, PlanGraph]) -> Triples:
    out = Triples()
    for order, (child_key, parent_key, origin) in enumerate(ALIGNED):
        child = row(plans["213/KH-UBND"].plan, child_key)
        parent = row(plans["402/KH-UBND"].plan, parent_key)
        node = URIRef(f"{child}/alignment/{order}")
        out.add(node, RDF.type, CCHC.Alignment)
        out.add(node, CCHC.child, child)
        out.add(node, CCHC.parent, parent)
        out.add(node, CCHC.origin, code_iri("origin", origin))
        out.add(child, CCHC.alignedTo, parent)
        out.add(plans["213/KH-UBND"].plan, CCHC.alignedWith, plans["402/KH-UBND"].plan)
    return out
