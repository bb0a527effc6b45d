"""Documents and plans: what their letterhead says, what they cite, who cites them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rdflib import DCTERMS, RDFS, URIRef

from ontology.terms import CCHC
from service.store.model import Store
from service.views.dates import Dates, dates
from service.views.facts import Facts, Link, Place, about, facts
from service.views.rows import Row, row

RELATIONS = {
    "implements": CCHC.implements,
    "basedOn": CCHC.basedOn,
    "amends": CCHC.amends,
    "replaces": CCHC.replaces,
    "cites": CCHC.cites,
}
"""How one document names another, the strongest first."""


@dataclass(frozen=True)
class Head:
    """The letterhead of a document."""

    iri: str
    label: str
    number: str | None
    kind: Link | None
    title: str | None
    issuer: Link | None
    issued: str | None
    years: tuple[int, ...]
    signer: str | None
    signer_title: str | None
    parents: tuple[Link, ...]
    jurisdiction: Link | None
    files: tuple[str, ...]
    loaded: bool


@dataclass(frozen=True)
class Related:
    """Documents named in one way, e.g. all legal bases."""

    relation: str
    documents: tuple[Link, ...]


@dataclass(frozen=True)
class Mention:
    """One mention of a document, as printed."""

    text: str
    role: str
    where: str | None
    holder: Link | None
    plan: Link | None
    document: Link | None
    place: Place


@dataclass(frozen=True)
class Document:
    """A document with its relations in both directions."""

    head: Head
    out: tuple[Related, ...]
    into: tuple[Related, ...]
    mentions: tuple[Mention, ...]
    rows: tuple[Row, ...]
    """Rows of plans that cite it, and the rows below those: who carries it out."""
    cited_in: frozenset[str]
    """Which of ``rows`` cite it themselves."""
    citing: tuple[Head, ...]
    """The loaded plans that name it, in whatever way."""
    dates: Dates


def head(node: Facts, *, loaded: bool = False) -> Head:
    """The letterhead in ``node``'s facts; ``loaded`` whether its text is in the graph."""
    return Head(
        iri=node.iri,
        label=node.text(RDFS.label) or node.text(DCTERMS.title) or node.iri.rsplit("/", 1)[-1],
        number=node.text(CCHC.number),
        kind=node.link(CCHC.kind),
        title=node.text(DCTERMS.title),
        issuer=node.link(CCHC.issuer),
        issued=node.text(DCTERMS.issued, CCHC.issuedText),
        years=node.numbers(CCHC.year),
        signer=node.text(CCHC.signer),
        signer_title=node.text(CCHC.signerTitle),
        parents=node.links(CCHC.parentPlan),
        jurisdiction=node.link(CCHC.jurisdiction),
        files=node.texts(CCHC.file),
        loaded=loaded,
    )


def related(node: Facts) -> tuple[Related, ...]:
    """The documents that ``node`` names; one that has a stronger relation is not repeated in a weaker."""
    seen: set[str] = {node.iri}
    found = []
    for name, predicate in RELATIONS.items():
        links = tuple(link for link in node.links(predicate) if link.iri not in seen)
        seen |= {link.iri for link in links}
        if links:
            found.append(Related(name, links))
    return tuple(found)


def documents(store: Store) -> list[tuple[Head, int]]:
    """All documents with the number of mentions that resolve to each, the most mentioned first."""
    loaded = loaded_plans(store)
    counts = {str(r["document"]): int(str(r["n"])) for r in store.select(_MENTION_COUNTS).records()}
    heads = [head(n, loaded=n.iri in loaded) for n in facts(store, "?s a cchc:Document .").values()]
    counted = [(h, counts.get(h.iri, 0)) for h in heads]
    return sorted(counted, key=lambda pair: (-pair[1], pair[0].label, pair[0].iri))


def issued_by(store: Store, agency: str) -> tuple[Head, ...]:
    """The documents that ``agency`` issued, the latest first, those without a date last."""
    return _latest_first(store, facts(store, "?s cchc:issuer ?given .", agency).values())


def loaded_of(store: Store, place: str) -> tuple[Head, ...]:
    """The loaded plans of the jurisdiction ``place``, the latest first."""
    return _latest_first(
        store, facts(store, "?graph cchc:graphOf ?s . ?s cchc:jurisdiction ?given .", place).values()
    )


def _latest_first(store: Store, nodes: Iterable[Facts]) -> tuple[Head, ...]:
    loaded = loaded_plans(store)
    heads = sorted((head(n, loaded=n.iri in loaded) for n in nodes), key=lambda h: (h.label, h.iri))
    return tuple(sorted(heads, key=lambda h: h.issued or "", reverse=True))


def document(store: Store, iri: str) -> Document | None:
    """The document ``iri`` with both directions of its relations, or None."""
    node = about(store, iri)
    if node is None or not node.is_a(CCHC.Document):
        return None
    loaded = loaded_plans(store)
    rows = facts(store, "?s (cchc:contributesTo*|cchc:inTask*)/cchc:cites ?given . ?s a cchc:Row .", iri)
    citing = facts(store, _CITING, iri)
    return Document(
        head=head(node, loaded=iri in loaded),
        out=related(node),
        into=_named_by(store, iri),
        mentions=mentions(store, "?s cchc:resolvesTo ?given .", iri),
        rows=tuple(sorted(map(row, rows.values()), key=_by_plan)),
        cited_in=frozenset(k for k, n in rows.items() if iri in {x.iri for x in n.links(CCHC.cites)}),
        citing=tuple(head(n, loaded=True) for k, n in citing.items() if k in loaded),
        dates=dates(store, iri),
    )


def mentions(store: Store, pattern: str, given: str) -> tuple[Mention, ...]:
    """The citations ?s of ``pattern`` in the order of plan and line; a plan's own number is left out."""
    found = (_mention(node) for node in facts(store, "?s a cchc:Citation . " + pattern, given).values())
    kept = (m for m in found if m.role != "self")
    return tuple(sorted(kept, key=lambda m: (m.plan or Link("", ""), m.place.first_line or 0, m.text)))


def loaded_plans(store: Store) -> frozenset[str]:
    """The plans whose text is in the graph, not only their name."""
    return frozenset(str(plan) for (plan,) in store.select(_LOADED).rows)


def _named_by(store: Store, iri: str) -> tuple[Related, ...]:
    """The documents that name ``iri``, each under its strongest relation only."""
    found: dict[str, dict[str, Link]] = {name: {} for name in RELATIONS}
    strength = {str(predicate): name for name, predicate in RELATIONS.items()}
    seen: set[str] = {iri}
    pairs = store.select(_NAMED_BY, {"given": URIRef(iri)}).records()
    order = list(strength)
    for pair in sorted(pairs, key=lambda r: order.index(str(r["p"])) if str(r["p"]) in order else 99):
        other, predicate = str(pair["s"]), str(pair["p"])
        if predicate in strength and other not in seen:
            seen.add(other)
            found[strength[predicate]][other] = Link(str(pair["label"] or other.rsplit("/", 1)[-1]), other)
    return tuple(Related(name, tuple(sorted(links.values()))) for name, links in found.items() if links)


def _mention(node: Facts) -> Mention:
    role, where = node.link(CCHC.citationRole), node.link(CCHC.citationPlace)
    return Mention(
        text=node.text(CCHC.text) or "",
        role=role.iri.rsplit("/", 1)[-1] if role else "cited",
        where=where.label if where else None,
        holder=node.link(CCHC.citedIn),
        plan=node.link(CCHC.citedBy),
        document=node.link(CCHC.resolvesTo),
        place=node.place,
    )


def _by_plan(found: Row) -> tuple[Link, int, str]:
    return (found.plan or Link("", ""), found.place.first_line or 0, found.iri)


_PREFIX = "PREFIX cchc: <https://w3id.org/cchc/ontology#>\n"
_LOADED = _PREFIX + "SELECT DISTINCT ?plan WHERE { ?graph cchc:graphOf ?plan } ORDER BY ?plan"
_MENTION_COUNTS = _PREFIX + (
    "SELECT ?document (COUNT(?citation) AS ?n) "
    "WHERE { ?citation cchc:resolvesTo ?document } GROUP BY ?document"
)
_CITING = """
  { ?s cchc:cites|cchc:basedOn|cchc:implements ?given . ?s a cchc:Plan }
  UNION { ?row cchc:cites ?given ; cchc:inPlan ?s }
"""
_NAMED_BY = (
    _PREFIX
    + """PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?s ?p ?label WHERE {
  { ?s ?p ?given . ?s a cchc:Document }
  UNION { ?row cchc:cites ?given ; cchc:inPlan ?s . BIND(cchc:cites AS ?p) }
  OPTIONAL { ?s rdfs:label ?label . FILTER(LANG(?label) IN ("vi", "")) }
} ORDER BY ?s ?p ?label"""
)
