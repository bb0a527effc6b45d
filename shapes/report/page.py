"""Findings as one page that needs nothing else: no script, no other file, no network."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, StrictUndefined, Template

from shapes.finding import Finding
from shapes.report.grouping import by_plan, summary


def to_html(findings: Sequence[Finding]) -> str:
    """The page: plan by plan, rule by rule. Everything from a plan is escaped."""
    return _template().render(groups=by_plan(findings), summary=summary(findings))


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(Path(__file__).with_name("page.html").read_text(encoding="utf-8"))
