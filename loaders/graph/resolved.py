"""What needs a second plan: citations to their documents, cited documents described, parent plans, lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from rdflib import DCTERMS, RDF, RDFS, URIRef

from loaders.graph import iri
from loaders.graph.documents import known_nodes
from loaders.graph.listing import list_triples
from loaders.graph.mentions import holder
from loaders.graph.plan import PlanGraph
from loaders.graph.triples import Triples
from loaders.records import CitationRecord
from loaders.resolve.agency import issuing_body
from loaders.resolve.citation import CitationKeys, DateConflict, resolve_citations
from loaders.resolve.document import DocumentKey
from ontology.codes import code_iri, codes
from ontology.slug import slug
from ontology.terms import CCHC

LINKS = {"basis": CCHC.basedOn, "implements": CCHC.implements, "cited": CCHC.cites}
PLAN_KINDS = ("Kế hoạch", "Chương trình", "Chương trình hành động", "Đề án", "Nghị quyết", "Quyết định")
"""Kinds that set a programme; laws, decrees and letters are never the plan above."""
PROGRAMMES = ("kế hoạch", "chương trình", "đề án", "chiến lược")
"""Words in the title of a decision that issues one; other decisions set rules."""


@dataclass(frozen=True)
class Mention:
    """One citation with the plan it stands in and the document it means."""

    plan: PlanGraph
    order: int
    citation: CitationRecord
    key: DocumentKey

    @property
    def document(self) -> URIRef:
        """The node of the document meant."""
        return self.plan.iris.thing(self.key.path)

    @property
    def issuer(self) -> URIRef | None:
        """The issuer as printed in the mention."""
        printed = self.citation.issuer
        return self.plan.agency(issuing_body(printed, self.plan.registry)) if printed else None


def citation_keys(plans: Sequence[PlanGraph]) -> CitationKeys:
    """What the citations of ``plans`` mean, and which dates contradict each other."""
    if not plans:
        return CitationKeys((), ())
    return resolve_citations([p.record for p in plans], plans[0].registry)


def mentions(plans: Sequence[PlanGraph], known: CitationKeys | None = None) -> list[Mention]:
    """Every citation of ``plans`` whose document is certain; ``known`` where their keys are found already."""
    found = known or citation_keys(plans)
    return [
        Mention(plan, order, citation, key)
        for plan, keys in zip(plans, found.keys, strict=True)
        for order, (citation, key) in enumerate(zip(plan.record.citations, keys, strict=True), 1)
        if key is not None and key.complete
    ]


def resolved_triples(plans: Sequence[PlanGraph], found: Sequence[Mention]) -> Triples:
    """The triples of the graph ``resolved`` over ``plans``, whose resolved citations are ``found``."""
    out = Triples()
    for mention in found:
        _link(out, mention)
    described = {p.plan for p in plans} | known_nodes(plans)
    for document, group in _by_document(found):
        if document not in described:
            _describe(out, document, group)
    by_plan: dict[URIRef, list[Mention]] = {}
    for mention in found:
        by_plan.setdefault(mention.plan.plan, []).append(mention)
    for plan in plans:
        parents = parents_of(plan, by_plan.get(plan.plan, []))
        out.add_all(plan.plan, CCHC.parentPlan, {m.document for m in parents})
    out.update(list_triples(plans))
    return out


def conflict_triples(plans: Sequence[PlanGraph], conflicts: Iterable[DateConflict]) -> Triples:
    """The documents of ``plans`` that may be one with a year misprinted, each pointing to the other.

    Several dates of one document need no triple of their own: its mentions have them.
    """
    out = Triples()
    for conflict in conflicts:
        nodes = [plans[0].iris.thing(key.path) for key in conflict.keys if key.complete]
        for one, other in permutations(nodes, 2):
            out.add(one, CCHC.alsoDated, other)
    return out


def _link(out: Triples, mention: Mention) -> None:
    plan = mention.plan.plan
    out.add(iri.part(plan, "citation", mention.order), CCHC.resolvesTo, mention.document)
    link = LINKS.get(mention.citation.role)
    if link is not None and mention.document != plan:
        out.add(holder(plan, mention.citation.in_), CCHC.cites, mention.document)
        out.add(plan if link != CCHC.cites else holder(plan, mention.citation.in_), link, mention.document)


def _by_document(found: Iterable[Mention]) -> Iterator[tuple[URIRef, list[Mention]]]:
    groups: dict[URIRef, list[Mention]] = {}
    for mention in found:
        groups.setdefault(mention.document, []).append(mention)
    return iter(sorted(groups.items()))


def _describe(out: Triples, document: URIRef, group: list[Mention]) -> None:
    """A document that is only cited: what its mentions say; dates that contradict each other are all kept."""
    said = [m.citation for m in group]
    number, kind = _commonest(c.number for c in said), _commonest(c.kind for c in said)
    title = _commonest(c.title for c in said)
    out.add(document, RDF.type, CCHC.Document)
    out.text(document, CCHC.number, number)
    known = slug(kind or "") in codes("kind")
    out.add(document, CCHC.kind, code_iri("kind", slug(kind or "")) if known else None)
    out.vietnamese(document, DCTERMS.title, title)
    out.vietnamese(document, RDFS.label, document_label(kind, number, said))
    for date in sorted({c.date for c in said if c.date}):
        out.text(document, CCHC.issuedText, date)
        out.date(document, DCTERMS.issued, date if len(date) == len("2025-01-31") else None)
    issuer = next((m.issuer for m in group if m.issuer), None)
    out.add(document, CCHC.issuer, issuer)


def document_label(kind: str | None, number: str | None, said: Iterable[CitationRecord]) -> str:
    """How lists call a document: kind and number, or for one without number the words it is cited by."""
    if number:
        return f"{kind or 'Văn bản'} {number}"
    return _commonest(c.text for c in said) or kind or "Văn bản"


def _commonest(values: Iterable[str | None]) -> str | None:
    counted = Counter(v for v in values if v)
    return min(counted, key=lambda v: (-counted[v], v)) if counted else None


def parents_of(plan: PlanGraph, found: Iterable[Mention]) -> list[Mention]:
    """The mentions among ``found`` of the plans or programmes that ``plan`` stands under.

    They are those it says it implements, or where it implements none those it rests on.
    """
    others = [m for m in found if m.document != plan.plan and m.citation.kind in PLAN_KINDS]
    implemented = [m for m in others if m.citation.role == "implements"]
    return implemented or [m for m in others if m.citation.role == "basis" and _sets_programme(m)]


def _sets_programme(mention: Mention) -> bool:
    title = (mention.citation.title or "").casefold()
    return mention.citation.kind != "Quyết định" or any(word in title for word in PROGRAMMES)
