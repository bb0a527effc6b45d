"""Which indicator a measure is of, so that one indicator can be followed over plans and years.

Two ways, both to be seen in the answer: the words of ontology/indicators.csv, else the words of the measure
itself, by which two measures that say the same meet (:func:`loaders.resolve.measured.core`).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache

from loaders.resolve.measured import core, names_a_thing, scopes, unit_kind
from ontology.indicators import Indicator, indicators
from ontology.slug import slug

__all__ = ["IndicatorRef", "indicator_of"]

SHOWN_WORDS = 8
"""Words of an unlisted indicator that its identity shows; a hash of all of them follows."""


@dataclass(frozen=True)
class IndicatorRef:
    """The indicator of a measure: ``key`` tells it from others, ``listed`` is its entry in the list."""

    key: str
    listed: Indicator | None
    scopes: tuple[str, ...]
    """Levels of government (codes of the list "level") that the measure speaks of; () where it names none."""

    @property
    def path(self) -> str:
        """The path of its node under the base of instances."""
        return f"chi-so/{self.key}"


@lru_cache(maxsize=50_000)
def indicator_of(text: str, unit: str | None) -> IndicatorRef | None:
    """The indicator of a measure that says ``text`` (what is measured, as printed) with ``unit`` as printed.

    None where the words do not name a thing, or fit several indicators of the list.
    """
    words, kind = core(text), unit_kind(unit)
    fitting = [i for i in indicators() if i.fits(words, kind)]
    if len(fitting) == 1:
        return IndicatorRef(fitting[0].id, fitting[0], scopes(text))
    if fitting or not names_a_thing(text):
        return None
    return IndicatorRef(_unlisted(words, kind), None, scopes(text))


def _unlisted(words: str, kind: str) -> str:
    digest = hashlib.sha256(f"{kind} {words}".encode()).hexdigest()[:8]
    return f"{slug(' '.join(words.split()[:SHOWN_WORDS]))}-{digest}"
