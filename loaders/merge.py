"""Files of one document: an annex that came as a file of its own is given the identity of its body.

An annex often says little of itself: its number stands in the body's letterhead only, or in a caption that
leaves it blank. It is joined to a body only where everything both say agrees, something beyond the period
binds them (the same issuer and subject, or the names of the files), and no other body would fit as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from rapidfuzz import fuzz

from loaders.records import DocumentRecord, PlanRecord
from loaders.resolve.document import plan_key
from loaders.resolve.title import subject
from ontology.registry import Registry
from ontology.slug import slug

__all__ = ["identities"]

_ALIKE = 85.0
"""Likeness of two subjects (0 to 100, words in common) from which they are one."""
_PART_WORDS = frozenset(
    ["phu", "luc", "pl", "bieu", "bang", "kem", "theo", "annex", "body", "than", "van", "ban", "file"]
)
"""Words in names of files that say which part of a document a file is."""


def identities(records: Sequence[PlanRecord], registry: Registry) -> tuple[str, ...]:
    """The identity (path of its IRI) of the document that each of ``records`` is of, in their order.

    Equal paths mean files of one document. A record with rows but without a number takes the identity of
    the only body (a record without rows) that it belongs to.
    """
    paths = [plan_key(record, registry).path for record in records]
    bodies = [place for place, record in enumerate(records) if not _has_rows(record)]
    out = list(paths)
    for place, record in enumerate(records):
        if _has_rows(record) and record.document.number is None:
            fitting = {paths[body] for body in bodies if _belongs(record, records[body])}
            if len(fitting) == 1:
                out[place] = fitting.pop()
    return tuple(out)


def _has_rows(record: PlanRecord) -> bool:
    return bool(record.targets or record.tasks or record.activities)


def _belongs(annex: PlanRecord, body: PlanRecord) -> bool:
    one, other = annex.document, body.document
    if one.period is None or one.period != other.period or not _agree(one, other):
        return False
    if one.title and one.issuer:
        return fuzz.token_set_ratio(_subject(one), _subject(other)) >= _ALIKE
    return _named_alike(annex.doc, body.doc)


def _agree(annex: DocumentRecord, body: DocumentRecord) -> bool:
    """Whether nothing that ``annex`` says of its document differs from ``body``; a date may lack its day."""
    issuers = slug(annex.issuer or ""), slug(body.issuer or "")
    dated = annex.date is None or body.date is None or body.date.startswith(annex.date)
    return dated and (not all(issuers) or issuers[0] == issuers[1])


def _subject(document: DocumentRecord) -> str:
    return subject(document.title or "", document.kind).replace("-", " ")


def _named_alike(annex: str, body: str) -> bool:
    """Whether the annex's file is named after the body's: the same words, a number among them."""
    words = set(_words(annex)) - _PART_WORDS
    return words <= set(_words(body)) and any(word.isdecimal() for word in words)


def _words(name: str) -> list[str]:
    return slug(PurePath(name).stem).split("-")
