"""How names are worded: short and long spellings, first words that tell a kind, general nouns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from ontology.registry.agencies import Head
from ontology.registry.tables import Line
from ontology.slug import fold

__all__ = ["Wording", "read_abbreviation", "read_noun", "read_spelling"]

SHORTEST = 3
"""Letters an abbreviation needs to be spelled out wherever it stands: "TC", "TP" are too many things."""


@dataclass(frozen=True)
class Wording:
    """The words of spellings.csv, heads.csv and nouns.csv (each noun with its use there).

    ``abbreviations`` are short and long forms of bodies: a province's own first, then the general ones.
    """

    spellings: tuple[tuple[str, str], ...]
    heads: tuple[Head, ...]
    nouns: tuple[tuple[str, str], ...]
    abbreviations: tuple[tuple[str, str], ...] = ()

    def spell(self, name: str) -> str:
        """``name`` with abbreviations spelled out, and every form of spellings.csv made canonical.

        "Ủy ban nhân dân" -> "UBND"; "Bộ CHQS tỉnh" -> "Bộ Chỉ huy Quân sự tỉnh". Longer forms go first.
        """
        parts = name.split()
        folded = [fold(part) for part in parts]
        for wanted, canonical in self._spelled:
            for i in reversed(range(len(parts) - len(wanted) + 1)):
                if folded[i : i + len(wanted)] == wanted:
                    parts[i : i + len(wanted)] = [canonical]
                    folded[i : i + len(wanted)] = [fold(canonical)]
        return " ".join(parts)

    def with_own(self, abbreviations: Iterable[tuple[str, str]]) -> Wording:
        """The wording with a province's own abbreviations, as given and with general ones spelled out."""
        own = list(abbreviations)
        spelled = [(self.spell(short), long) for short, long in own]
        new = [(form, long) for form, long in spelled if fold(form) not in fold(long)]
        return replace(self, abbreviations=(*dict.fromkeys((*own, *new)), *self.abbreviations))

    def head(self, name: str) -> Head | None:
        """The longest head of heads.csv that ``name`` begins with, as written there."""
        fitting = [h for h in self.heads if f"{name} ".startswith(f"{h.head} ")]
        return max(fitting, key=lambda h: len(h.head), default=None)

    def is_open(self, name: str) -> bool:
        """Whether ``name`` is made of general nouns alone ("Các cơ quan, đơn vị có liên quan")."""
        said = _said(name)
        return bool(said) and not self._any_noun.sub("", said).strip()

    def describes(self, name: str) -> bool:
        """Whether ``name`` describes a group: "Cơ quan rà soát", "Các sở, ngành có hệ thống thông tin".

        Any general noun after "các"; without it only those that begin no proper name, and no capitals.
        """
        said = _said(name)
        plural = said.startswith("các ")
        uses = ("noun", "general") if plural else ("general",)
        rest = f"{said.removeprefix('các ')} "
        first = any(rest.startswith(f"{noun} ") for noun, use in self.nouns if use in uses)
        return first and (plural or name[1:] == name[1:].lower())

    @cached_property
    def _spelled(self) -> list[tuple[list[str], str]]:
        canonical = {fold(form) for _, form in self.spellings}
        shorts = [(short, long) for short, long in self.abbreviations if fold(short) not in canonical]
        forms = [(fold(printed).split(), form) for printed, form in (*shorts, *self.spellings)]
        return sorted(forms, key=lambda pair: -len(pair[0]))

    @cached_property
    def _any_noun(self) -> re.Pattern[str]:
        nouns = sorted((noun for noun, _ in self.nouns), key=lambda noun: (-len(noun), noun))
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, nouns))})(?!\w)")


def read_spelling(line: Line) -> tuple[str, str]:
    """The printed and the canonical form of a line of spellings.csv."""
    line.dated()
    return line.text("printed"), line.text("canonical")


def read_abbreviation(line: Line) -> tuple[str, str] | None:
    """The short and long form of a line of abbreviations.csv; None for terms, and for too short ones."""
    line.dated()
    kind = line.one_of("kind", ("body", "department", "term", "kept"))
    short, long = line.text("short"), line.text("long")
    return (short, long) if kind in ("body", "department") and len(short) >= SHORTEST else None


def read_noun(line: Line) -> tuple[str, str]:
    """The noun and its use of a line of nouns.csv."""
    line.dated()
    use = line.one_of("use", ("noun", "general", "filler"))
    return _said(line.text("noun")), use


def _said(text: str) -> str:
    """The words of ``text`` with their marks: "bạn" is no "ban"."""
    return " ".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).casefold()))
