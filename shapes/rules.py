"""The rules a plan is held to, as the shapes and queries of this folder state them.

A rule is a SHACL core shape (``*.ttl``; its local name is the rule's name) or a query over
whole graphs (``*.rq``, named by its file), for what SHACL cannot compare in reasonable time.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rdflib import RDF, RDFS, SH, Graph, Literal, Namespace, Node, URIRef

RULE = Namespace("https://w3id.org/cchc/shapes#")
"""Namespace of the rules."""


class Severity(enum.Enum):
    """How grave a finding is, by its SHACL name; the gravest comes first."""

    VIOLATION = "Violation"
    WARNING = "Warning"
    INFO = "Info"

    @property
    def label(self) -> str:
        """The Vietnamese word shown to users."""
        return _LABELS[self]

    @property
    def iri(self) -> URIRef:
        """The SHACL term."""
        return SH[self.value]

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


_LABELS = {Severity.VIOLATION: "Lỗi", Severity.WARNING: "Cảnh báo", Severity.INFO: "Lưu ý"}


@dataclass(frozen=True)
class Rule:
    """One rule. ``message`` says what is wrong, ``advice`` what to do, both by language ("vi", "en")."""

    name: str
    severity: Severity
    group: str
    """completeness, consistency or form."""
    order: int
    """Place within the group."""
    message: Mapping[str, str]
    advice: Mapping[str, str]
    query: str | None = None
    """SPARQL SELECT of ?item, and where known ?plan and ?value; None where a shape states the rule."""

    @property
    def iri(self) -> URIRef:
        """The shape's IRI, or the one that stands for the query."""
        return RULE[self.name]


@cache
def shapes_graph() -> Graph:
    """The shapes of every ``*.ttl`` of this folder. The graph is shared: do not change it."""
    graph = Graph()
    for _, text in _texts(".ttl"):
        graph.parse(data=text, format="turtle")
    return graph


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by name: groups in their order, rules in theirs."""
    graph = shapes_graph()
    found = [_of_shape(graph, shape) for shape in set(graph.subjects(SH.severity))]
    found += [_of_query(name, text) for name, text in _texts(".rq")]
    ranks = {name: rank for rank, name in enumerate(groups())}
    found.sort(key=lambda r: (ranks[r.group], r.order, r.name))
    return {rule.name: rule for rule in found}


@cache
def groups() -> Mapping[str, Mapping[str, str]]:
    """The groups of rules in their order, with their labels by language."""
    graph = shapes_graph()
    ordered = sorted(graph.subjects(RDF.type, SH.PropertyGroup), key=lambda g: _order(graph, g))
    return {_local(group): _languages(graph, group, RDFS.label) for group in ordered}


def _of_shape(graph: Graph, shape: Node) -> Rule:
    severity = str(graph.value(shape, SH.severity)).removeprefix(str(SH))
    group = graph.value(shape, SH.group)
    return Rule(
        name=_local(shape),
        severity=Severity(severity),
        group=_local(group) if group else "",
        order=_order(graph, shape),
        message=_languages(graph, shape, SH.message),
        advice=_languages(graph, shape, RDFS.comment),
    )


def _of_query(name: str, text: str) -> Rule:
    head = dict(re.findall(r"^#\+ ([\w@]+): (.+?)\s*$", text, re.MULTILINE))
    return Rule(
        name=name,
        severity=Severity(head["severity"]),
        group=head["group"],
        order=int(head["order"]),
        message={lang: head[f"message@{lang}"] for lang in ("vi", "en")},
        advice={lang: head[f"advice@{lang}"] for lang in ("vi", "en")},
        query=text,
    )


def _texts(suffix: str) -> Iterator[tuple[str, str]]:
    for file in sorted(Path(__file__).parent.glob(f"*{suffix}")):
        yield file.stem, file.read_text(encoding="utf-8")


def _languages(graph: Graph, subject: Node, predicate: URIRef) -> dict[str, str]:
    literals = (o for o in graph.objects(subject, predicate) if isinstance(o, Literal))
    return {o.language or "": str(o) for o in literals}


def _order(graph: Graph, subject: Node) -> int:
    return int(str(graph.value(subject, SH.order, default=Literal(0))))


def _local(term: Node) -> str:
    return str(term).removeprefix(str(RULE))
