"""The graph of alignments: which rows of the plans above a plan carries out, as the program infers it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from rdflib import RDF, URIRef

from loaders.align import Aligner, Proposal
from loaders.graph import iri
from loaders.graph.family import plans_above
from loaders.graph.mentions import holder
from loaders.graph.plan import PlanGraph
from loaders.graph.resolved import Mention
from loaders.graph.triples import Triples, decimal
from ontology.codes import code_iri
from ontology.terms import CCHC


def inferred_triples(plans: Sequence[PlanGraph], found: Iterable[Mention]) -> Triples:
    """The triples of the graph ``inferred``; ``found`` are the resolved citations of ``plans``."""
    out = Triples()
    by_plan: dict[URIRef, list[Mention]] = {}
    for mention in found:
        by_plan.setdefault(mention.plan.plan, []).append(mention)
    aligners: dict[URIRef, Aligner] = {}
    for child in plans:
        for parent in plans_above(child, plans, by_plan.get(child.plan, [])):
            aligner = aligners.setdefault(parent.plan, Aligner(parent.record))
            _align(out, child, parent, aligner)
    return out


def alignment_iri(child: URIRef, parent: URIRef) -> URIRef:
    """The node of the judgement on two rows: made from the two, and so the same in every build."""
    digest = hashlib.sha256(f"{child} {parent}".encode()).hexdigest()[:16]
    return URIRef(f"{child}/alignment/{digest}")


def _align(out: Triples, child: PlanGraph, parent: PlanGraph, aligner: Aligner) -> None:
    out.add(child.plan, CCHC.alignedWith, parent.plan)
    for alignment in aligner.align(child.record):
        row = holder(child.plan, alignment.child)
        for proposal in alignment.parents:
            _propose(out, row, iri.row(parent.plan, proposal.key), proposal, aligner.model.method)


def _propose(out: Triples, child: URIRef, parent: URIRef, proposal: Proposal, method: str) -> None:
    node = alignment_iri(child, parent)
    out.add(node, RDF.type, CCHC.Alignment)
    out.add(node, CCHC.child, child)
    out.add(node, CCHC.parent, parent)
    out.add(node, CCHC.score, decimal(proposal.score))
    out.text(node, CCHC.method, method)
    for reason in proposal.evidence:
        out.text(node, CCHC.evidence, reason)
    out.add(node, CCHC.origin, code_iri("origin", "inferred"))
    out.add(child, CCHC.alignedTo, parent)
