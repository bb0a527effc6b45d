"""Findings as plain text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from shapes.finding import Finding
from shapes.report.grouping import by_plan, summary


def to_text(findings: Sequence[Finding]) -> str:
    """Plan by plan, one line a finding: severity, place, row, what is wrong, rule; a summary at the end."""
    lines: list[str] = []
    for group in by_plan(findings):
        lines += [group.title, *(f"  {_line(f)}" for f in group.findings), ""]
    return "\n".join([*lines, f"Tổng cộng: {summary(findings)}."]) + "\n"


def to_json(findings: Sequence[Finding]) -> str:
    """A list of objects with rule, severity, message, plan, item and place."""
    return json.dumps([f.to_json() for f in findings], ensure_ascii=False, indent=1) + "\n"


def _line(finding: Finding) -> str:
    item = "" if finding.item == finding.plan else f"{finding.item.label}: "
    parts = (finding.severity.label, finding.place.spot, f"{item}{finding.remark} [{finding.rule.name}]")
    return " · ".join(filter(None, parts))
