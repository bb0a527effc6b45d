"""The time of a row or a plan in RDF: the span, the years it touches, and how exact it is."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from rdflib import URIRef

from loaders.graph.triples import Triples
from loaders.records import years_of
from ontology.codes import code_iri
from ontology.terms import CCHC


def precision(start: str | None, end: str | None, recurring: bool) -> str:
    """The code of list ``precision`` for a span of ISO dates.

    A deadline alone is as exact as its date: the last day of a year stands for the year.
    """
    if recurring:
        return "recurring"
    if end is None:
        return "unclear"
    last = date.fromisoformat(end)
    if start is None:
        return "year" if (last.month, last.day) == (12, 31) else "day"
    return _of_span(date.fromisoformat(start), last)


def _of_span(first: date, last: date) -> str:
    if first == last:
        return "day"
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if not whole or first.year != last.year:
        return "period"
    months = last.month - first.month + 1
    if months == 12:
        return "year"
    if first.month % 3 == 1 and last.month % 3 == 0:
        return "quarter"
    return "month"


@dataclass(frozen=True)
class Span:
    """A time as printed, with its first and last day (ISO) where the text gives them."""

    text: str | None
    start: str | None
    end: str | None
    recurring: bool = False


def add_time(out: Triples, subject: URIRef, span: Span) -> None:
    """Write the time of ``subject``: as printed, its dates and its precision."""
    out.text(subject, CCHC.schedule, span.text)
    out.date(subject, CCHC.start, span.start)
    out.date(subject, CCHC.end, span.end)
    for year in years_of(span.start, span.end):
        out.integer(subject, CCHC.year, year)
    if span.text or span.end or span.recurring:
        code = precision(span.start, span.end, span.recurring)
        out.add(subject, CCHC.timePrecision, code_iri("precision", code))
