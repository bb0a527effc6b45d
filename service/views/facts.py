"""Everything the graph says of some nodes, in one question, for the views to pick from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rdflib import BNode, Literal, URIRef

from ontology.terms import CCHC
from service.store.model import Bindings, Store, Term

_PREFIXES = """
PREFIX cchc: <https://w3id.org/cchc/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
_STATEMENTS = _PREFIXES + "SELECT DISTINCT ?s ?p ?o WHERE { $pattern ?s ?p ?o . }"
# Asked apart from the statements: every value is named once, however many rows have it.
_NAMES = (
    _PREFIXES
    + """SELECT ?o ?label ?name ?group WHERE {
  { SELECT DISTINCT ?o WHERE { VALUES ?given { UNDEF } $pattern ?s ?p ?o . FILTER(isIRI(?o)) } }
  OPTIONAL { ?o rdfs:label ?label . FILTER(LANG(?label) IN ("vi", "")) }
  OPTIONAL { ?o skos:prefLabel ?name . FILTER(LANG(?name) IN ("vi", "")) }
  OPTIONAL { ?o a cchc:AgencyGroup . BIND(true AS ?group) }
}"""
)


@dataclass(frozen=True, order=True)
class Link:
    """A node to link to: its label (the IRI's last part where it has none) and IRI."""

    label: str
    iri: str
    group: bool = field(default=False, compare=False)
    """Whether it is a group of agencies."""
    name: str = field(default="", compare=False)
    """The name where the page has said already of which place it is; "" where there is none."""

    @property
    def short(self) -> str:
        """The name, or the label where there is none."""
        return self.name or self.label


@dataclass(frozen=True)
class Place:
    """Where a statement stands in its source; None where the source has no such measure."""

    file: str | None = None
    first_line: int | None = None
    last_line: int | None = None
    page: int | None = None
    sheet: str | None = None


class Facts:
    """The statements about one node."""

    def __init__(self, iri: str) -> None:
        self.iri = iri
        self._values: dict[URIRef, list[Term]] = defaultdict(list)
        self._links: dict[URIRef, dict[str, Link]] = defaultdict(dict)

    def add(self, predicate: URIRef, value: Term, links: Mapping[str, Link]) -> None:
        """Take in one statement; ``links`` has the names of the values that are nodes."""
        if isinstance(value, URIRef):
            self._links[predicate][str(value)] = links.get(str(value)) or Link(last_part(value), str(value))
        elif value not in self._values[predicate]:
            self._values[predicate].append(value)

    def is_a(self, kind: URIRef) -> bool:
        """Whether the node is written as an instance of ``kind``."""
        return str(kind) in self._links[_TYPE]

    def links(self, predicate: URIRef) -> tuple[Link, ...]:
        """The nodes ``predicate`` points to, by label."""
        return tuple(sorted(self._links[predicate].values()))

    def link(self, predicate: URIRef) -> Link | None:
        """The first node ``predicate`` points to."""
        return next(iter(self.links(predicate)), None)

    def text(self, *predicates: URIRef) -> str | None:
        """The first literal of the first of ``predicates`` that has one, Vietnamese before others."""
        for predicate in predicates:
            values = [v for v in self._values[predicate] if isinstance(v, Literal)]
            if values:
                return str(min(values, key=lambda v: (v.language not in (None, "vi"), str(v))))
        return None

    def texts(self, predicate: URIRef) -> tuple[str, ...]:
        """All literals of ``predicate``, sorted."""
        return tuple(sorted(str(v) for v in self._values[predicate]))

    def number(self, predicate: URIRef) -> int | None:
        """The literal of ``predicate`` as a whole number."""
        text = self.text(predicate)
        return int(text) if text and text.lstrip("-").isdigit() else None

    def numbers(self, predicate: URIRef) -> tuple[int, ...]:
        """All whole numbers of ``predicate``, ascending."""
        return tuple(sorted(int(v) for v in self._values[predicate] if str(v).isdigit()))

    def predicates(self) -> dict[str, tuple[tuple[str, ...], tuple[Link, ...]]]:
        """Every property with its literals and the nodes it points to."""
        names = sorted({*self._values, *self._links})
        every = {str(name): (self.texts(name), self.links(name)) for name in names}
        return {name: values for name, values in every.items() if any(values)}

    @property
    def place(self) -> Place:
        """Where the node stands in its source."""
        return Place(
            self.text(CCHC.file),
            self.number(CCHC.firstLine),
            self.number(CCHC.lastLine),
            self.number(CCHC.page),
            self.text(CCHC.sheet),
        )


_TYPE = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def facts(store: Store, pattern: str, given: str | None = None) -> dict[str, Facts]:
    """The facts of every node ?s of ``pattern`` (own SPARQL; ``?given`` is bound to ``given``)."""
    bindings = {"given": URIRef(given)} if given is not None else {}
    links = _links(store, pattern, bindings)
    found: dict[str, Facts] = {}
    for s, p, o in store.select(_STATEMENTS.replace("$pattern", pattern), bindings).rows:
        if isinstance(s, URIRef) and isinstance(p, URIRef) and o is not None and not isinstance(o, BNode):
            found.setdefault(str(s), Facts(str(s))).add(p, o, links)
    return dict(sorted(found.items()))


def _links(store: Store, pattern: str, bindings: Bindings) -> dict[str, Link]:
    """The nodes that the nodes of ``pattern`` point to; of several labels the first in order."""
    found: dict[str, Link] = {}
    for o, label, name, group in store.select(_NAMES.replace("$pattern", pattern), bindings).rows:
        shown = str(label or name or last_part(str(o)))
        if str(o) not in found or shown < found[str(o)].label:
            found[str(o)] = Link(shown, str(o), group is not None, str(name or ""))
    return found


def last_part(iri: str) -> str:
    """What stands for an IRI without a label: its last part."""
    return iri.rstrip("/").rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def about(store: Store, iri: str) -> Facts | None:
    """The facts of one node, or None where the graph says nothing of it."""
    return facts(store, "BIND(?given AS ?s)", iri).get(iri)


def by_order(nodes: Iterable[Facts]) -> list[Facts]:
    """The nodes in the order of their plan."""
    return sorted(nodes, key=lambda n: (n.number(CCHC.order) or 0, n.place.first_line or 0, n.iri))
