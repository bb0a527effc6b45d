"""The dates that different places give one document, where they differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import queries
from queries.model import Term
from service.store.model import Store
from service.views.facts import Link


@dataclass(frozen=True)
class Said:
    """One date, and who gives it: a plan in its own words, or (without a plan) the document or registry."""

    date: str
    text: str
    plan: Link | None
    place: str


@dataclass(frozen=True)
class Dates:
    """All dates of a document where they differ, else nothing; and documents it may be the same as."""

    said: tuple[Said, ...] = ()
    others: tuple[Link, ...] = ()
    """Documents of the same number, day and month with another year."""


def dates(store: Store, iri: str) -> Dates:
    """The dates of the document ``iri`` as the question ``date-conflicts`` tells them."""
    records = queries.run(store, "date-conflicts", {"instrument": iri}).records()
    said = (Said(str(r["date"]), _text(r["text"]), _link(r, "plan"), _text(r["place"])) for r in records)
    others = (_link(r, "also") for r in records)
    return Dates(tuple(dict.fromkeys(said)), tuple(dict.fromkeys(filter(None, others))))


def _link(record: Mapping[str, Term | None], name: str) -> Link | None:
    iri = record[f"{name}_iri"]
    return None if iri is None else Link(_text(record[name]) or str(iri), str(iri))


def _text(term: Term | None) -> str:
    return "" if term is None else str(term)
