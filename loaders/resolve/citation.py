"""Citations of several plans brought together: one node for one instrument, whoever cites it and however.

A partial citation is completed from a full one of the same number, first in the same document, then in all
that are loaded, and only where these leave one choice; a title alone, also cut short, is completed in its own
document by a mention that gives the number with the title.
Dates that contradict each other are kept and told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from loaders.records import CitationRecord, PlanRecord
from loaders.resolve.document import LAWS, Citing
from loaders.resolve.key import UNSAID, DocumentKey
from loaders.resolve.known import known_documents
from ontology.registry import Registry, words

__all__ = ["CitationKeys", "DateConflict", "resolve_citations"]


_ISSUING = re.compile(r"(?:về việc )?(?:ban hành|phê duyệt)\s+", re.IGNORECASE)
SHORTEST = 6
"""Words a title cut short must have to be completed."""


@dataclass(frozen=True)
class DateConflict:
    """One number with several dates: the keys it has, and for each date the documents that print it."""

    keys: tuple[DocumentKey, ...]
    dates: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class CitationKeys:
    """For each record, in order, the key of each of its citations (None: unresolved), and the conflicts."""

    keys: tuple[tuple[DocumentKey | None, ...], ...]
    conflicts: tuple[DateConflict, ...]


def resolve_citations(records: Sequence[PlanRecord], registry: Registry) -> CitationKeys:
    """The documents that the citations of ``records`` mean."""
    known = known_documents(registry)
    readings = [(Citing.of(record, registry, known), record) for record in records]
    said = [_said(reading, record) for reading, record in readings]
    laws = [_numbered_laws(reading, record.citations) for reading, record in readings]
    everywhere, all_laws = _index(key for keys in said for key in keys), _merge(laws)
    found = []
    for keys, own_laws in zip(said, laws, strict=True):
        here = _index(keys)
        found.append(tuple(_settle(key, (here, everywhere), (own_laws, all_laws)) for key in keys))
    return CitationKeys(tuple(found), _conflicts(readings, found))


def _said(reading: Citing, record: PlanRecord) -> list[DocumentKey | None]:
    """What the citations say one by one; a title that begins a longer one of the document means the same."""
    keys = [reading.key(citation) for citation in record.citations]
    titles = [_titles(citation) for citation in record.citations]
    for i, citation in enumerate(record.citations):
        short = words(citation.text)
        if keys[i] is None and len(short) >= SHORTEST:
            longer = {
                key
                for key, forms in zip(keys, titles, strict=True)
                if key and any(form[: len(short)] == short for form in forms)
            }
            keys[i] = longer.pop() if len(longer) == 1 else None
    return keys


def _titles(citation: CitationRecord) -> tuple[tuple[str, ...], ...]:
    """The words by which a document may be meant without its number: "Nghị định quy định …", "Kế hoạch …"."""
    if citation.number is None:
        return (words(citation.text),)
    title = citation.title or ""
    return words(f"{citation.kind} {title}"), words(_ISSUING.sub("", title))


Stem = tuple[str, str]
Index = Mapping[Stem, frozenset[DocumentKey]]


def _index(keys: Iterable[DocumentKey | None]) -> Index:
    found: dict[Stem, set[DocumentKey]] = {}
    for key in keys:
        if key and key.complete:
            found.setdefault((key.kind, key.name), set()).add(key)
    return {stem: frozenset(group) for stem, group in found.items()}


def _settle(key: DocumentKey | None, indexes: Iterable[Index], laws: Iterable[Index]) -> DocumentKey | None:
    """The complete key meant by ``key``: the one fitting key of the nearest index that has any."""
    if key is None:
        return None
    if not key.complete:
        key = _only(key, indexes)
    return (key and _only(key, laws)) or key


def _only(key: DocumentKey, indexes: Iterable[Index]) -> DocumentKey | None:
    for index in indexes:
        fitting = [full for full in index.get((key.kind, key.name), ()) if _fits(key, full)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def _fits(partial: DocumentKey, full: DocumentKey) -> bool:
    return partial.year in (None, full.year) and partial.issuer in (UNSAID, full.issuer)


def _numbered_laws(reading: Citing, citations: Iterable[CitationRecord]) -> Index:
    """Numbered laws by their titles, so that a mention by title and year meets one by number."""
    found: dict[Stem, set[DocumentKey]] = {}
    for citation in citations:
        title = reading.law(citation) if citation.number and citation.kind in LAWS else None
        key = reading.key(citation)
        if title and key and key.complete:
            found.setdefault((title.kind, title.name), set()).add(key)
    return {stem: frozenset(group) for stem, group in found.items()}


def _merge(indexes: Iterable[Index]) -> Index:
    found: dict[Stem, frozenset[DocumentKey]] = {}
    for index in indexes:
        for stem, group in index.items():
            found[stem] = found.get(stem, frozenset()) | group
    return found


def _conflicts(
    readings: Sequence[tuple[Citing, PlanRecord]], found: Sequence[Sequence[DocumentKey | None]]
) -> tuple[DateConflict, ...]:
    dates: dict[DocumentKey, dict[str, set[str]]] = {}
    for (reading, record), keys in zip(readings, found, strict=True):
        printed = [(reading.own, record.document.date)]
        printed += [(key, c.date) for key, c in zip(keys, record.citations, strict=True) if key]
        for key, day in printed:
            if day and len(day) == len("2025-01-31"):
                dates.setdefault(key, {}).setdefault(day, set()).add(record.doc)
    return tuple(_conflict(group, dates) for group in _doubtful(dates))


def _doubtful(dates: Mapping[DocumentKey, Mapping[str, set[str]]]) -> list[list[DocumentKey]]:
    """Keys with more than one date, and keys of one number whose dates differ in the year alone."""
    groups: dict[tuple[str, str, str | None, str], set[DocumentKey]] = {}
    for key, days in dates.items():
        for day in days:
            groups.setdefault((key.kind, key.name, key.issuer, day[5:]), set()).add(key)
    alike = [sorted(group, key=str) for group in groups.values() if len(group) > 1]
    return sorted([[key] for key, days in dates.items() if len(days) > 1] + alike, key=str)


def _conflict(
    keys: Sequence[DocumentKey], dates: Mapping[DocumentKey, Mapping[str, set[str]]]
) -> DateConflict:
    told: dict[str, set[str]] = {}
    for key in keys:
        for day, documents in dates[key].items():
            told.setdefault(day, set()).update(documents)
    return DateConflict(tuple(keys), {day: tuple(sorted(told[day])) for day in sorted(told)})
