"""Instruments, agencies, plans, provinces and rows as people write them, found in a graph."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rdflib import URIRef

from ontology.slug import fold
from queries.errors import Ambiguous, Candidate, Unknown
from queries.match import NEAR, SHOWN, Named, choose
from queries.model import Term
from queries.unsettled import unsettled

if TYPE_CHECKING:
    from service.store.model import Store

_PREFIXES = """
PREFIX cchc: <https://w3id.org/cchc/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
_EXISTS = "SELECT ?p WHERE { ?iri ?p ?o } LIMIT 1"

# Each lists ?iri, the ?label it is shown by, and in any further column a name it is known by;
# ?note tells namesakes apart.
_DOCUMENTS = f"""{_PREFIXES}
SELECT ?iri ?label ?number ?title ?issuer ?issued ?note WHERE {{
  VALUES ?class {{ cchc:Document }}
  ?iri a ?class .
  OPTIONAL {{ ?iri rdfs:label ?label }}
  OPTIONAL {{ ?iri cchc:number ?number }}
  OPTIONAL {{ ?iri dcterms:title ?title }}
  OPTIONAL {{ ?iri cchc:issuer/rdfs:label ?issuer }}
  OPTIONAL {{ ?iri cchc:issuedText ?issued }}
  OPTIONAL {{ ?iri cchc:listName ?listed }}
  BIND(STRAFTER(?listed, CONCAT(?label, ", ")) AS ?note)
}}"""
_PLANS = _DOCUMENTS.replace("{ cchc:Document }", "{ cchc:Plan }")
_AGENCIES = f"""{_PREFIXES}
SELECT ?iri ?label ?alias ?note WHERE {{
  ?iri a cchc:Agency ; rdfs:label ?label .
  OPTIONAL {{ ?iri skos:altLabel ?alias }}
  OPTIONAL {{ ?iri cchc:validFrom ?first }}
  OPTIONAL {{ ?iri cchc:validUntil ?last }}
  BIND(CONCAT("từ ", STR(YEAR(?first))) AS ?since)
  BIND(CONCAT("đến ", STR(YEAR(?last))) AS ?until)
  BIND(COALESCE(CONCAT(?since, " ", ?until), ?since, ?until) AS ?note)
}}"""
_PROVINCES = f"""{_PREFIXES}
SELECT DISTINCT ?iri ?label WHERE {{
  ?plan a cchc:Plan ; cchc:jurisdiction ?iri .
  ?iri rdfs:label ?label .
}}"""
_INDICATORS = f"""{_PREFIXES}
SELECT ?iri ?label ?name ?code WHERE {{
  ?iri a cchc:Indicator ; rdfs:label ?label ; skos:prefLabel ?name .
  OPTIONAL {{ ?iri skos:notation ?code }}
}}"""
_ROWS = f"""{_PREFIXES}
SELECT ?iri ?label ?text ?key ?notation WHERE {{
  VALUES ?plan {{ UNDEF }}
  ?iri a cchc:Row ; cchc:inPlan ?plan ; rdfs:label ?label ; cchc:text ?text ; cchc:key ?key .
  OPTIONAL {{ ?iri skos:notation ?notation }}
}}"""


def instrument(store: Store, text: str) -> URIRef:
    """The document that ``text`` means: "107/2020", "nghị định 107/2020/NĐ-CP", an IRI.

    Raises :class:`queries.errors.Ambiguous` or :class:`queries.errors.Unknown`, as all of these do.
    """
    found = _iri(store, text)
    if found is not None:
        return found
    try:
        return choose(text, _named(store, _DOCUMENTS), "văn bản")
    except Unknown as error:
        raise Unknown(
            " ".join(filter(None, (error.message, unsettled(store, text)))), error.candidates
        ) from None


def plan(store: Store, text: str) -> URIRef:
    """The plan that ``text`` means: "893/KH-UBND", "kế hoạch bắc kạn 2024", an IRI."""
    return _iri(store, text) or choose(text, _named(store, _PLANS), "kế hoạch")


def agency(store: Store, text: str) -> URIRef:
    """The agency or group that ``text`` means: "sở nội vụ bắc kạn", "so noi vu bac kan", an IRI."""
    # One word more is another place: without its place an agency is not named.
    return _iri(store, text) or choose(text, _named(store, _AGENCIES), "cơ quan", few=0)


def province(store: Store, text: str) -> URIRef:
    """The province with plans in the graph that ``text`` means: "Bắc Kạn", an IRI."""
    return _iri(store, text) or choose(text, _named(store, _PROVINCES), "tỉnh, thành phố có kế hoạch")


def indicator(store: Store, text: str) -> URIRef:
    """The indicator of measures that ``text`` means: words of its name, its code, an IRI."""
    return _iri(store, text) or choose(text, _named(store, _INDICATORS), "chỉ số")


def item(store: Store, text: str) -> URIRef:
    """The row that ``text`` means: an IRI, PLAN:KEY, or words of its text.

    KEY is the row's key ("I/3.1") or its printed label where the plan has it once ("3.1").
    """
    found = _iri(store, text)
    if found is not None:
        return found
    before, colon, key = text.rpartition(":")
    if colon and before.strip() and re.search(r"\d", key):
        return _row(store, plan(store, before), key.strip())
    return choose(text, _named(store, _ROWS), "dòng")


def _iri(store: Store, text: str) -> URIRef | None:
    """``text`` itself where it is an IRI; one the graph says nothing of is unknown."""
    if not re.match(r"https?://", text):
        return None
    iri = URIRef(text)
    try:
        known = store.select(_EXISTS, {"iri": iri}).rows
    except ValueError:
        known = ()
    if not known:
        raise Unknown(f"Đồ thị không có {text}.")
    return iri


def _named(store: Store, query: str) -> list[Named]:
    """The things that ``query`` lists, each once with all its names."""
    things: dict[URIRef, Named] = {}
    for found in store.select(query).records():
        iri, label, note = found.pop("iri"), found.pop("label"), found.pop("note", None)
        if isinstance(iri, URIRef):
            known = [str(name) for name in found.values() if name is not None]
            thing = things.get(iri) or Named(iri, str(label or " ".join(known) or iri), (), str(note or ""))
            things[iri] = replace(thing, aliases=tuple(dict.fromkeys((*thing.aliases, *known))))
    return [things[iri] for iri in sorted(things)]


def _row(store: Store, plan: URIRef, key: str) -> URIRef:
    rows = store.select(_ROWS, {"plan": plan}).records()
    fitting = [r for r in rows if str(r["key"]) == key]
    fitting = fitting or [
        r for r in rows if r["notation"] is not None and fold(str(r["notation"])) == fold(key)
    ]
    candidates = tuple(Candidate(URIRef(str(r["iri"])), f"{r['key']}: {r['label']}") for r in fitting[:SHOWN])
    if len(fitting) > 1:
        raise Ambiguous(f"Kế hoạch có {len(fitting)} dòng “{key}”; hãy ghi cả khoá.", candidates)
    if not fitting:
        raise Unknown(f"Kế hoạch không có dòng “{key}”.", _nearest_keys(rows, key))
    return candidates[0].iri


def _nearest_keys(rows: list[dict[str, Term | None]], key: str) -> tuple[Candidate, ...]:
    """The rows whose keys look most like ``key``: they show how keys of this plan are written."""
    known = {str(r["key"]): r for r in rows}
    near = process.extract(key, sorted(known), scorer=fuzz.ratio, limit=NEAR)
    return tuple(Candidate(URIRef(str(known[k]["iri"])), f"{k}: {known[k]['label']}") for k, _, _ in near)
