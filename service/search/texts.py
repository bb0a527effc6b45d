"""What can be found: every text of the graph, with what it is and the plan it stands in."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["KINDS", "NAMED", "Entry", "Select", "entries"]

KINDS = ("Plan", "Document", "Agency", "Indicator", "Target", "Task", "Activity", "Duty", "Citation")
"""What is searched, in the order in which equal hits are shown."""
NAMED = KINDS[:4]
"""Those that have a name of their own, which may be typed with slips or by initials."""

Select = Callable[[str], Iterable[Sequence[str | None]]]
"""Solutions of a SELECT as rows of texts."""


@dataclass(frozen=True)
class Entry:
    """A thing that can be found: ``text`` is all that is searched, ``plan`` the IRI of its plan or ""."""

    iri: str
    kind: str
    plan: str
    label: str
    text: str


_PREFIXES = """
PREFIX cchc: <https://w3id.org/cchc/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
_IS_A = "SELECT ?s ?o { VALUES ?kind { $kinds } ?s a ?kind BIND(STRAFTER(STR(?kind), '#') AS ?o) }"
_SAYS = 'SELECT DISTINCT ?s ?o { ?s $path ?o FILTER(isIRI(?o) || LANG(?o) IN ("", "vi")) }'
_NAMES = ("skos:prefLabel", "skos:altLabel", "cchc:number", "dcterms:title")
_TEXTS = ("cchc:text", "cchc:product", "cchc:leadText", "cchc:coordinatingText")


def entries(select: Select) -> list[Entry]:
    """Everything that can be found in the graph behind ``select``, by kind, plan and place in the plan."""
    kinds = _kinds(select)
    labels = _labels(select, kinds)
    plans = _said(select, "cchc:inPlan|cchc:citedBy")
    orders = _said(select, "cchc:order")
    names = [_said(select, path) for path in _NAMES]
    texts = [_said(select, path) for path in _TEXTS]
    found = []
    for iri, kind in kinds.items():
        text = [value for part in texts for value in part.get(iri, ())]
        name = [value for part in names for value in part.get(iri, ())]
        label = labels.get(iri) or (name + text + [iri.rsplit("/", 1)[-1]])[0]
        # The label of a row is cut from its text and would count twice.
        said = text if iri in texts[0] else [label, *name]
        entry = Entry(iri, kind, plans.get(iri, [""])[0], label, _joined(said))
        found.append((KINDS.index(kind), entry.plan, int(orders.get(iri, ["0"])[0]), label, iri, entry))
    return [entry for *_, entry in sorted(found)]


def _labels(select: Select, kinds: Mapping[str, str]) -> dict[str, str]:
    """The label of each thing; that of a plan says whose it is and for when, since numbers come back."""
    labels = {iri: values[0] for iri, values in _said(select, "rdfs:label").items()}
    more = [_said(select, path) for path in ("cchc:issuer/rdfs:label", "cchc:schedule")]
    for iri, kind in kinds.items():
        if kind == "Plan":
            parts = [labels.get(iri), *(part[iri][0] for part in more if iri in part)]
            labels[iri] = ", ".join(part for part in parts if part)
    return labels


def _kinds(select: Select) -> dict[str, str]:
    """The first of :data:`KINDS` that each thing is (a plan is a document too)."""
    kinds: dict[str, str] = {}
    for iri, kind in select(_PREFIXES + _IS_A.replace("$kinds", " ".join(f"cchc:{k}" for k in KINDS))):
        if iri and kind and KINDS.index(kind) <= KINDS.index(kinds.get(iri, KINDS[-1])):
            kinds[iri] = kind
    return kinds


def _said(select: Select, path: str) -> dict[str, list[str]]:
    """The values of ``path`` by subject, in order."""
    found: dict[str, list[str]] = defaultdict(list)
    for iri, value in select(_PREFIXES + _SAYS.replace("$path", path)):
        if iri and value:
            found[iri].append(value)
    return {iri: sorted(values) for iri, values in found.items()}


def _joined(said: Iterable[str]) -> str:
    """The texts one after the other in composed letters and single spaces, without those said already."""
    out = ""
    for text in said:
        cleaned = " ".join(unicodedata.normalize("NFC", text).split())
        if cleaned not in out:
            out += f" · {cleaned}" if out else cleaned
    return out
