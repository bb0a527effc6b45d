"""The graph of one plan: made from its records and the registries alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from rdflib import DCTERMS, RDF, RDFS, URIRef

from loaders.errors import RecordError
from loaders.graph.iri import Iris
from loaders.graph.level import level_of
from loaders.graph.mentions import add_mentions
from loaders.graph.rows import Writer
from loaders.graph.time import Span, add_time
from loaders.graph.triples import Triples
from loaders.records import Activity, DocumentRecord, PlanRecord, Target, Task
from loaders.resolve.agency import Agencies, AgencyRef, resolve_issuer
from loaders.resolve.document import DocumentKey, plan_key, unnumbered_key
from ontology.codes import code_iri, codes
from ontology.registry import Registry
from ontology.slug import slug
from ontology.terms import CCHC


@dataclass
class PlanGraph:
    """One plan in RDF, and what the graphs over several plans need to know of it."""

    record: PlanRecord
    iris: Iris
    registry: Registry
    key: DocumentKey
    issuer: AgencyRef | None
    agencies: dict[str, AgencyRef] = field(default_factory=dict)
    """Every agency the plan names, by the name in its records."""
    triples: Triples = field(default_factory=Triples)

    @property
    def plan(self) -> URIRef:
        """The plan's node."""
        return self.iris.thing(self.key.path)

    @property
    def graph(self) -> URIRef:
        """The plan's named graph."""
        return self.iris.plan_graph(self.key.path)

    @cached_property
    def names(self) -> Agencies:
        """How the plan's names of agencies are read."""
        return Agencies.of(self.record.document.issuer, day_of(self.record), self.registry)

    def agency(self, name: str) -> URIRef:
        """The node of an agency as the plan names it."""
        if name not in self.agencies:
            self.agencies[name] = self.names.resolve(name)
        return self.iris.thing(self.agencies[name].iri_path)


def day_of(record: PlanRecord) -> str | None:
    """The date of issue at the precision printed; the first year of the period where it is blank."""
    document = record.document
    return document.date or (str(document.period[0]) if document.period else None)


def label_of(document: DocumentRecord) -> str:
    """The label of a plan: "Kế hoạch 213/KH-UBND"."""
    return f"{document.kind or 'Kế hoạch'} {document.number or '(chưa ghi số)'}"


def years_of(document: DocumentRecord) -> str:
    """The years that a plan is for: "2024", "2021-2030"; empty where it tells none."""
    return "-".join(str(year) for year in dict.fromkeys(document.period or ()))


def build_plan(record: PlanRecord, registry: Registry, iris: Iris | None = None) -> PlanGraph:
    """The graph of ``record``.

    Raises :class:`loaders.errors.RecordError` where two rows share a key.
    """
    _refuse_double_keys(record)
    document = record.document
    issuer = resolve_issuer(document.issuer, day_of(record), registry) if document.issuer else None
    key = plan_key(record, registry)
    built = PlanGraph(record, iris or Iris(), registry, key, issuer)
    _add_document(built)
    Writer(built.triples, built.plan, record, built.agency).write()
    add_mentions(built.triples, built.plan, record)
    _add_graph(built)
    return built


def _add_document(built: PlanGraph) -> None:
    out, plan, document = built.triples, built.plan, built.record.document
    out.add_all(plan, RDF.type, (CCHC.Plan, CCHC.Document))
    out.vietnamese(plan, DCTERMS.title, document.title)
    out.vietnamese(plan, RDFS.label, label_of(document))
    out.text(plan, CCHC.number, document.number)
    kind = slug(document.kind or "")
    out.add(plan, CCHC.kind, code_iri("kind", kind) if kind in codes("kind") else None)
    out.text(plan, CCHC.issuedText, document.date)
    out.date(plan, DCTERMS.issued, document.date if document.date and len(document.date) == 10 else None)
    out.text(plan, CCHC.signer, document.signer)
    out.text(plan, CCHC.signerTitle, document.signer_title)
    out.text(plan, CCHC.file, built.record.doc)
    if document.issuer and built.issuer:
        level = level_of(built.issuer, built.registry)
        built.agencies[document.issuer] = built.issuer
        out.add(plan, CCHC.issuer, built.agency(document.issuer))
        out.add(plan, CCHC.level, code_iri("level", level) if level else None)
        out.add(plan, CCHC.jurisdiction, built.iris.thing(built.issuer.jurisdiction))
    if document.period:
        first, last = document.period
        add_time(out, plan, Span(years_of(document), f"{first}-01-01", f"{last}-12-31"))
    _add_former(built)


def _add_former(built: PlanGraph) -> None:
    """While its number was unknown the plan had another IRI; that one leads here."""
    if built.record.document.number:
        former = built.iris.thing(unnumbered_key(built.record, built.registry).path)
        built.triples.add(former, DCTERMS.isReplacedBy, built.plan)


def _add_graph(built: PlanGraph) -> None:
    out, record = built.triples, built.record
    out.add(built.graph, CCHC.graphOf, built.plan)
    out.text(built.graph, CCHC.sha256, record.sha256)
    out.text(built.graph, CCHC.readerVersion, record.reader)


def _refuse_double_keys(record: PlanRecord) -> None:
    rows: list[Target | Task | Activity] = [*record.targets, *record.tasks, *record.activities]
    for key, count in Counter(row.key for row in rows).items():
        if count > 1:
            raise RecordError(record.doc, f"{count} dòng cùng khoá “{key}”.", "Hãy sửa khoá trong bản ghi.")
