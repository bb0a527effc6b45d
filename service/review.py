"""The links of a plan to the plans above it, as a person reviews them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rdflib import Literal, URIRef

from loaders.people import Ref, digest
from ontology.codes import codes
from queries.model import Term
from service.store.model import Store

__all__ = ["Link", "Row", "choices", "links"]

_PREFIXES = """
PREFIX cchc: <https://w3id.org/cchc/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
_ROW = """
  VALUES (?class ?level) { (cchc:Target "target") (cchc:Task "task") (cchc:Activity "activity") }
  ?row a ?class ; cchc:inPlan ?plan ; cchc:key ?key ; cchc:text ?text ; cchc:order ?order .
  ?plan rdfs:label ?plan_label .
  OPTIONAL { ?row skos:notation ?label }
  OPTIONAL { ?plan cchc:issuer/rdfs:label ?issuer }
"""
_OWN_ROWS = f"""{_PREFIXES}
SELECT ?row ?plan ?level ?key ?label ?text ?order ?plan_label ?issuer WHERE {{
  VALUES ?plan {{ UNDEF }}
  {_ROW}
}}"""
_ROWS_ABOVE = f"""{_PREFIXES}
SELECT DISTINCT ?row ?plan ?level ?key ?label ?text ?order ?plan_label ?issuer WHERE {{
  {{ SELECT DISTINCT ?plan WHERE {{
    VALUES ?given {{ UNDEF }}
    {{ ?given cchc:alignedWith ?plan }}
    UNION {{ ?child cchc:inPlan ?given . ?alignment cchc:child ?child ; cchc:parent/cchc:inPlan ?plan }}
  }} }}
  {_ROW}
}}"""
_ALIGNMENTS = f"""{_PREFIXES}
SELECT ?child ?parent ?score ?origin ?decision ?by ?on ?remark ?evidence WHERE {{
  VALUES ?plan {{ UNDEF }}
  ?child cchc:inPlan ?plan .
  ?alignment cchc:child ?child ; cchc:parent ?parent ; cchc:origin/skos:notation ?origin .
  OPTIONAL {{ ?alignment cchc:score ?score }}
  OPTIONAL {{ ?alignment cchc:decision/skos:notation ?decision }}
  OPTIONAL {{ ?alignment cchc:decidedBy ?by }}
  OPTIONAL {{ ?alignment cchc:decidedOn ?on }}
  OPTIONAL {{ ?alignment cchc:remark ?remark }}
  OPTIONAL {{ ?alignment cchc:evidence ?evidence }}
}}"""
_LEVELS = ("target", "task", "activity")


@dataclass(frozen=True)
class Row:
    """A row of a plan with what names it to a person and to the program."""

    iri: str
    plan: str
    plan_label: str
    level: str
    key: str
    label: str
    text: str
    order: int

    @property
    def ref(self) -> Ref:
        """How a sheet names it: plan by identity, key, hash of its text."""
        return Ref(self.plan.partition("/id/")[2], self.key, digest(self.text), self.text)


@dataclass(frozen=True)
class Link:
    """A row and one proposed or stated counterpart above it; a row without any has ``parent`` None."""

    child: Row
    parent: Row | None = None
    score: float | None = None
    evidence: tuple[str, ...] = ()
    origin: str = ""
    decision: str = ""
    by: str = ""
    on: str = ""
    remark: str = ""


def links(store: Store, plan: URIRef) -> list[Link]:
    """Every row of ``plan`` with its links, best first; rows without a link are there to be given one."""
    rows = _rows(store, _OWN_ROWS, {"plan": plan})
    above = _rows(store, _ROWS_ABOVE, {"given": plan})
    found: dict[str, dict[str, dict[str, Term | None]]] = {}
    reasons: dict[tuple[str, str], set[str]] = {}
    for record in store.select(_ALIGNMENTS, {"plan": plan}).records():
        child, parent = str(record["child"]), str(record["parent"])
        found.setdefault(child, {})[parent] = record
        if record["evidence"] is not None:
            reasons.setdefault((child, parent), set()).add(str(record["evidence"]))
    out: list[Link] = []
    for row in sorted(rows.values(), key=_place):
        own = [
            _link(row, above[parent], record, reasons.get((row.iri, parent), set()))
            for parent, record in found.get(row.iri, {}).items()
            if parent in above
        ]
        out += sorted(own, key=lambda link: (-(link.score or 0), link.parent.iri if link.parent else "")) or [
            Link(row)
        ]
    return out


def choices(store: Store, plan: URIRef) -> list[Row]:
    """The rows of the plans above ``plan``, from which a person can choose a counterpart."""
    return sorted(_rows(store, _ROWS_ABOVE, {"given": plan}).values(), key=lambda r: (r.plan, *_place(r)))


def _rows(store: Store, query: str, bindings: Mapping[str, URIRef]) -> dict[str, Row]:
    return {str(r["row"]): _row(r) for r in store.select(query, bindings).records()}


def _row(record: Mapping[str, Term | None]) -> Row:
    label, issuer, order = record["label"], record["issuer"], record["order"]
    return Row(
        iri=str(record["row"]),
        plan=str(record["plan"]),
        plan_label=", ".join(str(part) for part in (record["plan_label"], issuer) if part is not None),
        level=str(record["level"]),
        key=str(record["key"]),
        label="" if label is None else str(label),
        text=str(record["text"]),
        order=int(str(order)),
    )


def _link(row: Row, parent: Row, record: Mapping[str, Term | None], reasons: set[str]) -> Link:
    score = record["score"]
    return Link(
        row,
        parent,
        float(score.value) if isinstance(score, Literal) else None,
        tuple(sorted(reasons)),
        _worded("origin", record["origin"]),
        _worded("decision", record["decision"]),
        *("" if record[name] is None else str(record[name]) for name in ("by", "on", "remark")),
    )


def _worded(codelist: str, code: Term | None) -> str:
    return "" if code is None else codes(codelist)[str(code)].vi


def _place(row: Row) -> tuple[int, int, str]:
    return _LEVELS.index(row.level), row.order, row.key
