"""Checks a graph, or a draft that is in no graph yet, against every rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rdflib import Graph, Node, URIRef

from loaders.graph.corpus import corpus_graphs
from loaders.graph.plan import build_plan
from loaders.graph.triples import to_nquads
from loaders.records import PlanRecord
from ontology.registry import Registry
from shapes import core, describe, sets
from shapes.core import Result
from shapes.errors import NotLoaded
from shapes.finding import Finding, order
from shapes.memory import Memory
from shapes.source import Source

PLANS = """
PREFIX cchc: <https://w3id.org/cchc/ontology#>
SELECT DISTINCT ?graph ?plan WHERE { ?graph cchc:graphOf ?plan } ORDER BY ?graph
"""
TRIPLES = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?graph { ?s ?p ?o } }"
ABOUT = "CONSTRUCT { ?thing ?p ?o } WHERE { ?thing ?p ?o }"


def check(source: Source, plan: URIRef | None = None) -> list[Finding]:
    """What every rule finds in ``source``, or in ``plan`` alone, in a fixed order.

    Plan by plan for the shapes, whose engine is slow on large graphs; at once for the queries.
    Raises :class:`shapes.errors.NotLoaded` for a ``plan`` whose document ``source`` does not hold.
    """
    graphs = list(_plan_graphs(source, plan))
    if plan and not graphs:
        raise NotLoaded(f"Chưa có nội dung của {plan} trong đồ thị: văn bản này mới chỉ được viện dẫn.")
    by_plan: dict[URIRef | None, list[Result]] = defaultdict(list)
    for result in sets.results(source, plan):
        by_plan[result.plan].append(result)
    writer = _Writer(source)
    found = list(writer.findings(Graph(), None, by_plan[None]))
    for name, iri in graphs:
        graph = source.graph(TRIPLES, {"graph": name})
        found += writer.findings(graph, iri, [*core.results(graph), *by_plan[iri]])
    return sorted(found, key=order)


def check_record(record: PlanRecord, registry: Registry) -> list[Finding]:
    """What every rule finds in a plan that was only read, with no other plan beside it.

    Raises :class:`loaders.errors.RecordError` for records that make no graph.
    """
    graphs = corpus_graphs([build_plan(record, registry)])
    return check(Memory("".join(to_nquads(triples, name) for name, triples in graphs)))


def _plan_graphs(source: Source, plan: URIRef | None) -> Iterator[tuple[URIRef, URIRef]]:
    for row in source.select(PLANS, {"plan": plan} if plan else None).records():
        name, iri = row["graph"], row["plan"]
        if isinstance(name, URIRef) and isinstance(iri, URIRef):
            yield name, iri


class _Writer:
    """Puts results into words; what a plan's graph does not tell (agencies, documents) it asks ``source``."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._about: dict[URIRef, Graph] = {}

    def findings(self, graph: Graph, plan: URIRef | None, results: Iterable[Result]) -> Iterator[Finding]:
        """The findings of ``results`` about ``plan``, whose graph is ``graph``."""
        of = describe.thing(graph, plan) if plan else None
        home = describe.place(graph, plan) if plan else None
        for result in results:
            where = self._where(graph, result.item)
            place = describe.place(where, result.item)
            yield Finding(
                rule=result.rule,
                item=describe.thing(where, result.item),
                component=result.component,
                plan=of,
                place=home if home and place.file is None else place,
                value=self._value(graph, result.value),
            )

    def _value(self, graph: Graph, term: Node | None) -> str | None:
        return (
            describe.value(self._where(graph, term), term)
            if isinstance(term, URIRef)
            else describe.value(graph, term)
        )

    def _where(self, graph: Graph, iri: URIRef) -> Graph:
        """The graph that knows ``iri``: the plan's own, or what the source says of it."""
        if (iri, None, None) in graph:
            return graph
        if iri not in self._about:
            self._about[iri] = self._source.graph(ABOUT, {"thing": iri})
        return self._about[iri]
