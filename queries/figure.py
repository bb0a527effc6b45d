"""A number to be reached, and how one stands against the milestone above it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from ontology.slug import fold

Verdict = Literal["ahead", "meets", "below", "not-comparable"]

AT_LEAST = frozenset({"above", "at-least"})
AT_MOST = frozenset({"below", "at-most"})


@dataclass(frozen=True)
class Figure:
    """``comparator`` is a code of the list of that name, ``value`` a number in ``unit``, ``due`` a year.

    ``due`` is None where the document names no year and its plan has several.
    """

    comparator: str
    value: float
    unit: str | None
    due: int | None = None

    @property
    def direction(self) -> int:
        """1 where more is better, -1 where less is; a bare number takes that of its unit."""
        if self.comparator in AT_LEAST:
            return 1
        return -1 if self.comparator in AT_MOST or fold(self.unit or "") in _fewer_is_better() else 1

    def against(self, above: Figure) -> Verdict:
        """How this figure stands against the milestone ``above``.

        Not comparable: other units, a level with an increase, at least with at most, and what asks for more
        but later, for it says nothing of the milestone's year.

        >>> Figure("above", 60, "%", 2024).against(Figure("at-least", 30, "%", 2025))
        'ahead'
        """
        if not self._comparable(above):
            return "not-comparable"
        lead = (self.value - above.value) * self._common_direction(above)
        later = self.due is not None and above.due is not None and self.due > above.due
        if lead < 0 or (lead == 0 and later):
            return "below"
        if later:
            return "not-comparable"
        return "ahead" if lead > 0 else "meets"

    def _comparable(self, above: Figure) -> bool:
        if fold(self.unit or "") != fold(above.unit or ""):
            return False
        kinds = {self.comparator, above.comparator}
        return (("increase" in kinds) == (kinds == {"increase"})) and not (
            kinds & AT_LEAST and kinds & AT_MOST
        )

    def _common_direction(self, above: Figure) -> int:
        """A bare number goes the way of the other one."""
        return above.direction if self.comparator == "equal" else self.direction


@cache
def _fewer_is_better() -> frozenset[str]:
    listed = tomllib.loads(files("queries").joinpath("figures.toml").read_text(encoding="utf-8"))
    return frozenset(map(fold, listed["fewer_is_better"]))
