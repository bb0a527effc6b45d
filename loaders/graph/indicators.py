"""Measures of one indicator brought together: part of the graph ``resolved``, for it takes several measures.

A listed indicator is written where one measure is of it, another one only where two say the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rdflib import DCTERMS, RDF, RDFS, SKOS, Literal, URIRef

from loaders.graph import iri
from loaders.graph.plan import PlanGraph
from loaders.graph.triples import Triples
from loaders.records import MeasureRecord
from loaders.resolve.indicator import IndicatorRef, indicator_of
from ontology.codes import code_iri
from ontology.indicators import Indicator
from ontology.terms import CCHC

Found = tuple[URIRef, MeasureRecord, IndicatorRef]
"""The node of a measure, its record, and its indicator."""


def indicator_triples(plans: Sequence[PlanGraph]) -> Triples:
    """The indicators of ``plans``, and which measure is of which."""
    out = Triples()
    titles = {source.id: source.title for plan in plans[:1] for source in plan.registry.sources}
    for node, group in sorted(_groups(plans).items()):
        listed = group[0][2].listed
        if listed is None and len(group) == 1:
            continue
        if listed:
            _describe_listed(out, node, listed, titles[listed.source])
        else:
            _describe(out, node, commonest(measure.indicator or "" for _, measure, _ in group))
        for measure, _, found in group:
            out.add(measure, CCHC.indicator, node)
            out.add_all(measure, CCHC.scope, (code_iri("level", level) for level in found.scopes))
    names = sorted((str(name), node) for node, predicate, name in out if predicate == RDFS.label)
    for order, (_, node) in enumerate(names, 1):
        out.integer(node, CCHC.listOrder, order)
    return out


def _groups(plans: Sequence[PlanGraph]) -> Mapping[URIRef, list[Found]]:
    groups: dict[URIRef, list[Found]] = defaultdict(list)
    for plan in plans:
        for measure, record, found in _found(plan):
            groups[plan.iris.thing(found.path)].append((measure, record, found))
    return groups


def _found(plan: PlanGraph) -> Iterator[Found]:
    for order, measure in enumerate(plan.record.measures, 1):
        found = indicator_of(measure.indicator or "", measure.unit)
        if found is not None:
            yield iri.part(plan.plan, "measure", order), measure, found


def commonest(printed: Iterable[str]) -> str:
    """The text printed most often, of equals the shortest."""
    counted = Counter(printed)
    return min(counted, key=lambda text: (-counted[text], len(text), text))


def _describe(out: Triples, node: URIRef, name: str) -> None:
    out.add(node, RDF.type, CCHC.Indicator)
    out.vietnamese(node, RDFS.label, name)
    out.vietnamese(node, SKOS.prefLabel, name)


def _describe_listed(out: Triples, node: URIRef, listed: Indicator, source: str) -> None:
    _describe(out, node, listed.vi)
    out.add(node, SKOS.prefLabel, Literal(listed.en, lang="en"))
    out.text(node, SKOS.notation, listed.id)
    out.vietnamese(node, SKOS.scopeNote, rule(listed))
    out.text(node, DCTERMS.source, f"{source}, {listed.place}")


def rule(listed: Indicator) -> str:
    """In words, by what a measure is known as the indicator ``listed``."""
    has = " và ".join("/".join(f"“{spelling}”" for spelling in group) for group in listed.required)
    lacks = ", ".join(f"“{spelling}”" for spelling in listed.excluded)
    return f"Nhận ra khi điều được đo có {has}" + (f", không có {lacks}." if lacks else ".")
