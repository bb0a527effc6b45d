"""Finding plans, rows, documents and agencies by words, with or without marks."""

from __future__ import annotations

import threading
import unicodedata
from collections import OrderedDict
from dataclasses import dataclass

from ontology.slug import fold
from service.store.model import Store
from service.views.facts import Link, last_part

_INDEXES_KEPT = 2
_LONGEST = 200
"""Characters of a search that are looked at."""
KINDS = ("Plan", "Document", "Agency", "Target", "Task", "Activity", "Duty")
"""What is searched, in the order in which equal hits are shown."""


@dataclass(frozen=True)
class Entry:
    """A node that can be found: its text as printed and folded."""

    link: Link
    kind: str
    plan: Link | None
    text: str
    folded: str


@dataclass(frozen=True)
class Hit:
    """An entry found; ``exact`` where the words stand in it with the same marks."""

    entry: Entry
    exact: bool


_indexes: OrderedDict[str, tuple[Entry, ...]] = OrderedDict()
_lock = threading.Lock()


def search(store: Store, words: str, most: int) -> list[Hit]:
    """The entries that hold every one of ``words``, those with the same marks first; at most ``most``."""
    asked = " ".join(unicodedata.normalize("NFC", words[:_LONGEST]).casefold().split())
    parts = fold(asked).split()
    if not parts:
        return []
    found = [
        Hit(entry, asked in entry.text.casefold())
        for entry in _index(store)
        if all(part in entry.folded for part in parts)
    ]
    found.sort(key=lambda h: (not h.exact, fold(asked) not in h.entry.folded, KINDS.index(h.entry.kind)))
    return found[:most]


def _index(store: Store) -> tuple[Entry, ...]:
    """The entries of the graph as it is now; made once a generation."""
    edition = store.manifest.digest
    with _lock:
        if edition not in _indexes or not edition:
            _indexes[edition] = _entries(store)
            while len(_indexes) > _INDEXES_KEPT:
                _indexes.popitem(last=False)
        return _indexes[edition]


def _entries(store: Store) -> tuple[Entry, ...]:
    found: dict[str, Entry] = {}
    for r in store.select(_TEXTS.replace("$kinds", " ".join(f"cchc:{k}" for k in KINDS))).records():
        iri, kind = str(r["s"]), str(r["kind"]).rsplit("#", 1)[-1]
        known = found.get(iri)
        if known and KINDS.index(known.kind) <= KINDS.index(kind):
            kind = known.kind
        label = str(r["label"] or r["name"] or last_part(iri))
        plan = Link(str(r["planLabel"] or r["plan"]), str(r["plan"])) if r["plan"] else None
        text = " ".join(str(r[name]) for name in ("label", "name", "number", "title", "text") if r[name])
        text = unicodedata.normalize("NFC", f"{known.text} {text}" if known else text)
        found[iri] = Entry(Link(label, iri), kind, plan, text, fold(text))
    return tuple(sorted(found.values(), key=lambda e: (KINDS.index(e.kind), e.link)))


_TEXTS = """
PREFIX cchc: <https://w3id.org/cchc/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?s ?kind ?label ?name ?number ?title ?text ?plan ?planLabel WHERE {
  VALUES ?kind { $kinds }
  ?s a ?kind .
  OPTIONAL { ?s rdfs:label ?label . FILTER(LANG(?label) IN ("vi", "")) }
  OPTIONAL { ?s skos:prefLabel|skos:altLabel ?name . FILTER(LANG(?name) IN ("vi", "")) }
  OPTIONAL { ?s cchc:number ?number }
  OPTIONAL { ?s dcterms:title ?title }
  OPTIONAL { ?s cchc:text ?text }
  OPTIONAL {
    ?s cchc:inPlan ?plan
    OPTIONAL { ?plan rdfs:label ?planLabel . FILTER(LANG(?planLabel) IN ("vi", "")) }
  }
} ORDER BY ?s ?kind ?label ?name ?number ?title ?text
"""
