"""The shapes of this folder over one graph, by pyshacl."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyshacl
from rdflib import RDF, SH, BNode, Graph, Node, URIRef

from shapes.rules import RULE, Rule, rules, shapes_graph


@dataclass(frozen=True)
class Result:
    """A rule that ``item`` breaks; ``plan`` and ``value`` where the rule tells them."""

    rule: Rule
    item: URIRef
    component: URIRef
    """The kind of constraint that was broken, as SHACL calls it."""
    plan: URIRef | None = None
    value: Node | None = None


def results(graph: Graph) -> Iterator[Result]:
    """What the shapes find in ``graph``, in no order. No inference: the build writes superclasses.

    Raises ``RuntimeError`` when pyshacl could not validate.
    """
    _, report, text = pyshacl.validate(graph, shacl_graph=shapes_graph(), inplace=True)
    if not isinstance(report, Graph):
        raise RuntimeError(text)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        shape = report.value(result, SH.sourceShape)
        focus = report.value(result, SH.focusNode)
        component = report.value(result, SH.sourceConstraintComponent)
        if shape and isinstance(focus, URIRef) and isinstance(component, URIRef):
            yield Result(_rule(shape), focus, component, value=_value(report, result))


def _rule(shape: Node) -> Rule:
    """The rule that ``shape`` is, or is a part of."""
    whole = shapes_graph().value(None, SH.property, shape) or shape
    return rules()[str(whole).removeprefix(str(RULE))]


def _value(report: Graph, result: Node) -> Node | None:
    """The offending value, or the property where a rule has several.

    The value of a node shape is the focus node itself and says nothing.
    """
    if isinstance(report.value(result, SH.sourceShape), BNode):
        return report.value(result, SH.resultPath)
    value = report.value(result, SH.value)
    return None if value == report.value(result, SH.focusNode) else value
