"""What the letters in a document's number mean: its kind, and who issued it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from ontology.registry.agencies import Body, Department
from ontology.registry.documents import Symbol
from ontology.registry.keys import initials
from ontology.slug import fold

__all__ = ["Symbols"]


@dataclass(frozen=True)
class Symbols:
    """Letters (folded) to kinds, and to the name and level (trung-uong, tinh) of issuers."""

    kinds: Mapping[str, str]
    issuers: Mapping[str, tuple[str, str]]

    @classmethod
    def of(
        cls, symbols: Iterable[Symbol], departments: Iterable[Department], central: Iterable[Body]
    ) -> Self:
        """The letters of symbols.csv, and the initials of ministries and departments (BNV, SNV)."""
        given = list(symbols)
        issuers = {s: (d.name, "tinh") for d in departments for s in initials(d.name)[1:] if s[0] == "s"}
        issuers |= {
            s: (b.name, "trung-uong") for b in central if b.kind == "ministry" for s in initials(b.name)[1:]
        }
        issuers |= {fold(s.letters): (s.name, s.level) for s in given if s.use == "issuer"}
        return cls({fold(s.letters): s.name for s in given if s.use == "kind"}, issuers)

    def kind(self, letters: str) -> str | None:
        """The kind of document: "NĐ" -> "Nghị định"."""
        return self.kinds.get(fold(letters))

    def issuer(self, letters: str) -> tuple[str, str] | None:
        """Name and level of who issues under ``letters``: "CP", "TTg", "QH15", "BNV", "UBND", "SNV" …"""
        return self.issuers.get(re.sub(r"\d+$", "", fold(letters)))
