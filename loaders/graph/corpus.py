"""Every graph of a corpus, in the order in which it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rdflib import URIRef

from loaders.graph.agencies import agency_triples
from loaders.graph.documents import known_triples
from loaders.graph.indicators import indicator_triples
from loaders.graph.inferred import Progress, inferred_triples
from loaders.graph.iri import Iris
from loaders.graph.people import decided_links, people_triples
from loaders.graph.plan import PlanGraph
from loaders.graph.resolved import citation_keys, conflict_triples, mentions, resolved_triples
from loaders.graph.triples import Triples
from loaders.people import Settled
from ontology.codes import codes_graph
from ontology.generate import load


def corpus_graphs(
    plans: Sequence[PlanGraph],
    iris: Iris | None = None,
    settled: Sequence[Settled] = (),
    progress: Progress = lambda *_: None,
) -> Iterator[tuple[URIRef, Triples]]:
    """The named graphs over ``plans``: one each, then what needs several, agencies, and the vocabulary.

    ``plans`` must differ in their nodes; the caller names files that are the same document. ``settled``
    are the links on which people decided; they outrank those inferred. ``progress`` is told of each plan
    that is aligned.
    """
    names = iris or Iris()
    for plan in plans:
        yield plan.graph, plan.triples
    keys = citation_keys(plans)
    found = mentions(plans, keys)
    links = decided_links(settled, names)
    resolved = resolved_triples(plans, found)
    resolved.update(conflict_triples(plans, keys.conflicts))
    resolved.update(indicator_triples(plans))
    inferred = inferred_triples(plans, found, links, progress)
    for name, triples in (
        ("resolved", resolved),
        ("inferred", inferred),
        ("people", people_triples(links, inferred)),
        ("registry/agencies", agency_triples(plans)),
        ("registry/documents", known_triples(plans)),
        ("ontology", vocabulary_triples()),
    ):
        yield names.graph(name), triples


def vocabulary_triples() -> Triples:
    """The vocabulary and the code lists as they stand in the store."""
    out = Triples()
    for source in (load(), codes_graph()):
        out.update((s, p, o) for s, p, o in source)  # type: ignore[misc]
    return out
