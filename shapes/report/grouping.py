"""Findings put in order for reading: plan by plan, and counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from shapes.finding import Finding, Thing
from shapes.rules import Rule, Severity, rules

SEVERAL_PLANS = "Nhiều kế hoạch"


@dataclass(frozen=True)
class PlanFindings:
    """The findings of one plan; ``plan`` is None for those about several plans."""

    plan: Thing | None
    findings: tuple[Finding, ...]

    @property
    def title(self) -> str:
        """The plan's name, with its file where that is known."""
        if self.plan is None:
            return SEVERAL_PLANS
        file = next((f.place.file for f in self.findings if f.place.file), None)
        return f"{self.plan.label} ({file})" if file else self.plan.label

    def by_rule(self) -> list[tuple[Rule, list[Finding]]]:
        """The findings under their rules: the gravest first, then in the order of the rules."""
        ranks = {name: rank for rank, name in enumerate(rules())}
        ordered = sorted(self.findings, key=lambda f: (f.severity.rank, ranks[f.rule.name]))
        return [(rule, list(found)) for rule, found in groupby(ordered, key=lambda f: f.rule)]


def by_plan(findings: Sequence[Finding]) -> list[PlanFindings]:
    """``findings`` (in the order of :func:`shapes.check`) plan by plan."""
    return [PlanFindings(plan, tuple(found)) for plan, found in groupby(findings, key=lambda f: f.plan)]


def counts(findings: Iterable[Finding]) -> Mapping[Severity, int]:
    """How many findings there are of each severity, the gravest first."""
    found = [f.severity for f in findings]
    return {severity: found.count(severity) for severity in Severity}


def summary(findings: Sequence[Finding]) -> str:
    """One line: "2 lỗi, 1 cảnh báo, 30 lưu ý"."""
    return ", ".join(f"{n} {severity.label.lower()}" for severity, n in counts(findings).items())
