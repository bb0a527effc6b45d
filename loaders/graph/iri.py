"""Identities: readable, ASCII, stable over rebuilds, made from what a thing is and not from file names."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from rdflib import URIRef

DEFAULT_BASE = "https://w3id.org/cchc/"


@dataclass(frozen=True)
class Iris:
    """The IRIs under one base; ``base`` ends with a slash."""

    base: str = DEFAULT_BASE

    def thing(self, path: str) -> URIRef:
        """An instance by its identity path (``tinh/bac-kan/so-noi-vu``)."""
        return URIRef(f"{self.base}id/{path}")

    def graph(self, path: str) -> URIRef:
        """A named graph, such as ``resolved`` or ``registry/agencies``."""
        return URIRef(f"{self.base}graph/{path}")

    def plan_graph(self, document: str) -> URIRef:
        """The graph of the plan with identity path ``document``; never the document's own IRI."""
        return self.graph("plan/" + document.replace("/", "."))


def row(plan: URIRef, key: str) -> URIRef:
    """A target, task or activity: its plan and key."""
    return URIRef(f"{plan}/row/{quote(key, safe='')}")


def section(plan: URIRef, key: str) -> URIRef:
    """A section: its plan and key."""
    return URIRef(f"{plan}/section/{quote(key, safe='')}")


def part(plan: URIRef, kind: str, order: int) -> URIRef:
    """What has no key of its own (citation, measure, oddity): its plan and place in the order, from 1."""
    return URIRef(f"{plan}/{kind}/{order}")
