"""Which of the plans at hand an entry names: by identity, or by number as people write it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from loaders.people.attach import Rows
from loaders.records import PlanRecord
from ontology.slug import fold

__all__ = ["KnownPlan", "Plans", "Unnamed"]


@dataclass(frozen=True)
class KnownPlan:
    """A plan at hand: its records as they stand in the graph, and the identity paths it has or had.

    The first path is its identity now; others are those of its reading before a person corrected it, and of
    the time when its number was blank.
    """

    record: PlanRecord
    paths: tuple[str, ...]

    @property
    def path(self) -> str:
        """Its identity now."""
        return self.paths[0]

    @cached_property
    def rows(self) -> Rows:
        """Its targets, tasks and activities."""
        return Rows.of(self.record)


@dataclass(frozen=True)
class Unnamed:
    """A name that means no plan at hand, or several; ``reason`` is for who wrote it."""

    reason: str


class Plans:
    """The plans at hand, found by name."""

    def __init__(self, plans: Sequence[KnownPlan]) -> None:
        self._plans = plans
        self._found: dict[str, KnownPlan | Unnamed] = {}
        self._by_path: dict[str, KnownPlan] = {}
        for plan in plans:
            for path in plan.paths:
                self._by_path.setdefault(path, plan)
        self._by_path.update({plan.path: plan for plan in plans})  # what a plan is now outranks what one was

    def find(self, name: str) -> KnownPlan | Unnamed:
        """The plan that ``name`` means.

        A number may stand in more words ("Quyết định 2448/QĐ-UBND của UBND tỉnh Bắc Kạn"); where plans
        share it, issuer or year in the words must tell them apart.
        """
        if name not in self._found:
            self._found[name] = self._by_path.get(name) or self._by_words(name)
        return self._found[name]

    def _by_words(self, name: str) -> KnownPlan | Unnamed:
        fitting = [p for p in self._plans if _names_number(name, p) or _is_title(name, p)]
        for tells in (_names_issuer, _names_year):
            if len(fitting) > 1:
                fitting = [p for p in fitting if tells(name, p)] or fitting
        if len(fitting) == 1:
            return fitting[0]
        if not fitting:
            return Unnamed(f"trong lần dựng này không có kế hoạch nào là “{name}”.")
        several = "; ".join(p.path for p in fitting)
        return Unnamed(f"“{name}” có thể là {len(fitting)} kế hoạch ({several}); hãy ghi đúng mã.")


def _names_number(name: str, plan: KnownPlan) -> bool:
    number = "".join(fold(plan.record.document.number or "").split())
    spaced = r"\s*".join(map(re.escape, number))  # people put spaces around the strokes
    return bool(number) and re.search(rf"(?<![\w/-]){spaced}(?![\w/-])", fold(name)) is not None


def _is_title(name: str, plan: KnownPlan) -> bool:
    return fold(name) == fold(plan.record.document.title or "") != ""


def _names_issuer(name: str, plan: KnownPlan) -> bool:
    issuer = fold(plan.record.document.issuer or "")
    return bool(issuer) and issuer in fold(name)


def _names_year(name: str, plan: KnownPlan) -> bool:
    document = plan.record.document
    years = {str(y) for y in document.period or ()} | {(document.date or "")[:4]}
    return bool(years & set(re.findall(r"\d{4}", name)))
