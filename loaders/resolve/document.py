"""The identity of a document: its kind, number and year, and its issuer where that is local.

National documents are ``nghi-dinh/2020/107-2020-nd-cp``; local ones carry their issuer, since every province
numbers its own (``ke-hoach/tinh/bac-kan/ubnd/2024/893-kh-ubnd``). A law without a number is
``luat/2015/to-chuc-chinh-quyen-dia-phuong``, a plan without one its issuer, subject and period.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from loaders.records import CitationRecord, PlanRecord
from loaders.resolve.agency import Agencies, issuing_body, resolve_issuer
from loaders.resolve.day import as_day
from loaders.resolve.key import UNSAID, DocumentKey
from loaders.resolve.known import known_documents, titled
from loaders.resolve.number import Number, parse_number
from loaders.resolve.place import NATION, UNKNOWN
from loaders.resolve.title import law_title, law_year, subject
from ontology.registry import KnownDocument, Registry, words
from ontology.slug import slug

__all__ = ["LAWS", "UNSAID", "Citing", "DocumentKey", "plan_key", "unnumbered_key"]

LAWS = ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh")
"""Kinds that are known by their title and year, with or without a number."""

_KINDLESS = "van-ban"


def plan_key(record: PlanRecord, registry: Registry) -> DocumentKey:
    """The identity of a loaded plan; without a number that of :func:`unnumbered_key`.

    The year is the number's, else that of the date of issue, else the first of the period.
    """
    document = record.document
    number = parse_number(document.number or "", registry)
    year = _year(number, document.date) or (document.period[0] if document.period else None)
    if number is None or year is None:
        return unnumbered_key(record, registry)
    issuer = _issuer(record, registry)
    kind = _kind(number, document.kind)
    return DocumentKey(kind, number.slug, year, None if issuer.startswith(NATION.path) else issuer)


def unnumbered_key(record: PlanRecord, registry: Registry) -> DocumentKey:
    """The identity of a plan whose number is blank: issuer, kind, subject of the title, period."""
    document = record.document
    years = sorted(set(document.period or ()))
    name = "-".join(filter(None, (subject(document.title or record.doc, document.kind), *map(str, years))))
    kind = slug(document.kind or "") or _KINDLESS
    return DocumentKey(kind, name, None, _issuer(record, registry), numbered=False)


def _issuer(record: PlanRecord, registry: Registry) -> str:
    document = record.document
    if document.issuer is None:
        return UNKNOWN.path
    day = as_day(document.date or (document.period[0] if document.period else None))
    return resolve_issuer(document.issuer, day, registry).iri_path


def _kind(number: Number, printed: str | None) -> str:
    """The kind the number's letters tell; the printed one where the letters fit it as well (Quy định: QĐ)."""
    letters = "".join(word[0] for word in words(printed or ""))
    fits = number.kind is None or letters == "".join(word[0] for word in words(number.kind))
    return slug((printed if fits and printed else number.kind) or "") or _KINDLESS


def _year(number: Number | None, date: str | None) -> int | None:
    if number and number.year:
        return number.year
    day = as_day(date)
    return day.year if day else None


@dataclass(frozen=True)
class Citing:
    """The reading of the citations in one document."""

    registry: Registry
    names: Agencies
    own: DocumentKey
    own_letters: str
    known: Mapping[DocumentKey, KnownDocument]

    @classmethod
    def of(
        cls, record: PlanRecord, registry: Registry, known: Mapping[DocumentKey, KnownDocument] | None = None
    ) -> Self:
        """The reading for the citations of ``record``; ``known`` spares making it anew for many records."""
        document = record.document
        day = document.date or (document.period[0] if document.period else None)
        number = parse_number(document.number or "", registry)
        names = Agencies.of(document.issuer, day, registry)
        own = plan_key(record, registry)
        known = known_documents(registry) if known is None else known
        return cls(registry, names, own, number.letters if number else "", known)

    def key(self, citation: CitationRecord) -> DocumentKey | None:
        """What ``citation`` says by itself: a key, perhaps partial, or None where it names no document."""
        if citation.role == "self":
            return self.own
        number = parse_number(citation.number or "", self.registry)
        if number is None:
            province = self.names.home.province
            known = titled(citation.text, self.known, province.id if province else None)
            return known or self.law(citation)
        issuer, kind = self._issuer_of(number, citation), _kind(number, citation.kind)
        return DocumentKey(kind, number.slug, _year(number, citation.date), issuer)

    def law(self, citation: CitationRecord) -> DocumentKey | None:
        """The key of a law by its title; None for other kinds, which a title does not identify."""
        title = law_title(citation.text, citation.kind) if citation.kind in LAWS else ""
        if not slug(title):
            return None
        year = _year(parse_number(citation.number or "", self.registry), citation.date)
        return DocumentKey(slug(citation.kind or ""), slug(title), year or law_year(citation.text))

    def _issuer_of(self, number: Number, citation: CitationRecord) -> str | None:
        """The path of a local issuer, None for a national one, UNSAID where its place is not known."""
        name, level = self.registry.symbols.issuer(number.letters) or ("", "")
        if level == NATION.path:
            return None
        names = self._on(as_day(citation.date or number.year))
        printed = names.resolve(issuing_body(citation.issuer, self.registry)) if citation.issuer else None
        if printed and printed.jurisdiction == NATION.path:
            return None if not name else UNSAID
        if printed and self.registry.body(name):
            return _known(f"{printed.jurisdiction}/{slug(name.removesuffix(' tỉnh'))}")
        if printed:
            return _known(printed.iri_path)
        if not self.registry.body(name) and number.letters == self.own_letters:
            return self.own.issuer
        bare = names.home.level == "tinh" or name.startswith("Sở ")
        return _known(names.resolve(name).iri_path) if name and bare else UNSAID

    def _on(self, day: date | None) -> Agencies:
        """The names as of ``day``; before its province was formed by a merger the place must be printed."""
        province = self.names.home.province
        if day and province and province.merged_from and day < province.start:
            return Agencies(self.registry, day)
        return replace(self.names, on=day or self.names.on)


def _known(path: str) -> str:
    return UNSAID if path.startswith(UNKNOWN.path) else path
