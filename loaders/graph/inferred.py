"""The graph of alignments: which rows of the plans above a plan carries out, as the program infers it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Container, Iterable, Sequence

from rdflib import RDF, URIRef

from loaders.align import Alignment, Family, Proposal, align_families, shipped
from loaders.graph import iri
from loaders.graph.family import Loaded
from loaders.graph.mentions import holder
from loaders.graph.plan import PlanGraph
from loaders.graph.resolved import Mention
from loaders.graph.triples import Triples, decimal
from ontology.codes import code_iri
from ontology.terms import CCHC

Progress = Callable[[int, int, str], None]
"""Called with the number of plans aligned, of all plans, and the name of the last one."""


def inferred_triples(
    plans: Sequence[PlanGraph],
    found: Iterable[Mention],
    decided: Container[URIRef] = (),
    progress: Progress = lambda *_: None,
) -> Triples:
    """The triples of the graph ``inferred``; ``found`` are the resolved citations of ``plans``.

    Of the alignments ``decided`` by people score and reasons stay; that they are shown, and on whose word, is
    for the graph ``people`` to say.
    """
    out = Triples()
    families = _families(plans, found)
    pairs = [(child, parent) for parent, children in families for child in children]
    records = [Family(parent.record, tuple(c.record for c in children)) for parent, children in families]
    for done, ((child, parent), links) in enumerate(zip(pairs, align_families(records), strict=True), 1):
        _write(out, child, parent, links, decided)
        progress(done, len(pairs), child.record.doc)
    return out


def _families(
    plans: Sequence[PlanGraph], found: Iterable[Mention]
) -> list[tuple[PlanGraph, list[PlanGraph]]]:
    """Each plan that stands above others, with those below it."""
    by_plan: dict[URIRef, list[Mention]] = {}
    for mention in found:
        by_plan.setdefault(mention.plan.plan, []).append(mention)
    families: dict[URIRef, tuple[PlanGraph, list[PlanGraph]]] = {}
    loaded = Loaded(plans)
    for child in plans:
        for parent in loaded.above(child, by_plan.get(child.plan, [])):
            families.setdefault(parent.plan, (parent, []))[1].append(child)
    return list(families.values())


def alignment_iri(child: URIRef, parent: URIRef) -> URIRef:
    """The node of the judgement on two rows: made from the two, and so the same in every build."""
    digest = hashlib.sha256(f"{child} {parent}".encode()).hexdigest()[:16]
    return URIRef(f"{child}/alignment/{digest}")


def _write(
    out: Triples,
    child: PlanGraph,
    parent: PlanGraph,
    links: Sequence[Alignment],
    decided: Container[URIRef],
) -> None:
    out.add(child.plan, CCHC.alignedWith, parent.plan)
    for alignment in links:
        row = holder(child.plan, alignment.child)
        for proposal in alignment.parents:
            above = iri.row(parent.plan, proposal.key)
            node = alignment_iri(row, above)
            add_link(out, node, row, above)
            _explain(out, node, proposal, shipped().method)
            if node not in decided:
                out.add(node, CCHC.origin, code_iri("origin", "inferred"))
                out.add(row, CCHC.alignedTo, above)


def add_link(out: Triples, node: URIRef, child: URIRef, parent: URIRef) -> None:
    """Write that ``node`` is a judgement on the link from ``child`` to ``parent``."""
    out.add(node, RDF.type, CCHC.Alignment)
    out.add(node, CCHC.child, child)
    out.add(node, CCHC.parent, parent)


def _explain(out: Triples, node: URIRef, proposal: Proposal, method: str) -> None:
    out.add(node, CCHC.score, decimal(proposal.score))
    out.text(node, CCHC.method, method)
    for reason in proposal.evidence:
        out.text(node, CCHC.evidence, reason)
