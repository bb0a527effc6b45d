"""The number of a document (số, ký hiệu) taken apart: 107/2020/NĐ-CP, 18-NQ/TW, 66.7/2025/NQ-CP.

Nghị định 30/2020/NĐ-CP, Phụ lục I: order number, year for legal documents, letters of the kind, letters of
the issuer. Party documents put a hyphen before the kind and a slash before the issuer.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ontology.registry import Registry
from ontology.slug import slug

__all__ = ["Number", "parse_number"]

_NUMBER = re.compile(
    r"(?P<order>\d+(?:[a-zđ]|\.\d{1,3})?)\s*[/-]\s*(?:(?P<year>(?:19|20)\d\d)\s*/\s*)?(?P<letters>[^\W\d_].*)",
    re.I,
)


@dataclass(frozen=True)
class Number:
    """A number's parts: ``order`` with two digits at least, ``year`` where it holds one, kind and issuer.

    ``kind`` is None where the letters tell none (laws); ``letters`` are those of the issuer.
    """

    order: str
    year: int | None
    kind: str | None
    letters: str
    slug: str


def parse_number(text: str, registry: Registry) -> Number | None:
    """The parts of the number ``text``, None where it is no number of a document."""
    found = _NUMBER.fullmatch(unicodedata.normalize("NFC", text).strip())
    if found is None:
        return None
    order = found["order"].lower()
    order = f"0{order}" if len(order.rstrip("abcdđ")) == 1 else order
    year = int(found["year"]) if found["year"] else None
    kind, letters = _letters(re.split(r"\s*[/–-]\s*", found["letters"]), registry)
    joined = slug(" ".join(filter(None, (order, found["year"], found["letters"]))))
    return Number(order, year, kind, letters, joined)


def _letters(parts: list[str], registry: Registry) -> tuple[str | None, str]:
    """Kind and issuer's letters; a letter ("123/BNV-CCHC") has its issuer first and no kind."""
    kind = registry.symbols.kind(parts[0])
    if kind:
        return kind, parts[1] if len(parts) > 1 else ""
    if len(parts) > 1 and registry.symbols.issuer(parts[0]):
        return "Công văn", parts[0]
    return None, parts[0]
