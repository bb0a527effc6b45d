"""The indicators that plans of reform share: names, and the words by which a measure is known as one of them.

Kept in indicators.csv. ``required`` holds groups separated by ";", each with its spellings separated by "|":
a measure must have one spelling of every group and none of ``excluded``. ``unit`` lists the kinds of units
(:data:`UNITS`) in which the indicator is counted.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ontology.slug import fold

__all__ = ["UNITS", "Indicator", "indicators"]

UNITS = ("percent", "rank", "points", "duration", "count")
"""Kinds of units: "%", a rank, points of an index, a length of time, anything counted."""


@dataclass(frozen=True)
class Indicator:
    """One indicator of the list; its words are as people spell them."""

    id: str
    vi: str
    en: str
    required: tuple[tuple[str, ...], ...]
    excluded: tuple[str, ...]
    units: tuple[str, ...]
    source: str
    """Id of registry/sources.csv."""
    place: str
    """Where the source sets a number for it: the key of a row, or the part of the document."""

    def fits(self, words: str, unit: str) -> bool:
        """Whether the folded ``words`` measured in a unit of the kind ``unit`` are this indicator."""
        return (
            unit in self.units
            and all(_has_one(words, group) for group in self.required)
            and not _has_one(words, self.excluded)
        )


@cache
def indicators() -> tuple[Indicator, ...]:
    """Every indicator of the list, in its order."""
    text = files("ontology").joinpath("indicators.csv").read_text(encoding="utf-8")
    return tuple(_read(row) for row in csv.DictReader(text.splitlines()))


def _read(row: dict[str, str]) -> Indicator:
    return Indicator(
        id=row["id"],
        vi=row["vi"],
        en=row["en"],
        required=tuple(_spellings(group) for group in row["required"].split(";")),
        excluded=_spellings(row["excluded"]),
        units=tuple(row["unit"].split("|")),
        source=row["source"],
        place=row["place"],
    )


def _spellings(group: str) -> tuple[str, ...]:
    return tuple(spelling.strip() for spelling in group.split("|") if spelling.strip())


def _has_one(words: str, spellings: tuple[str, ...]) -> bool:
    """Whether whole words of the folded ``words`` are one of ``spellings``."""
    return any(f" {folded} " in f" {words} " for folded in _folded(spellings))


@cache
def _folded(spellings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(fold, spellings))
