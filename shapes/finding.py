"""A finding: what a rule has to say of one plan, row or mention."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rdflib import URIRef

from shapes.rules import Rule, Severity


@dataclass(frozen=True)
class Place:
    """Where something stands in its source."""

    file: str | None = None
    lines: tuple[int, int] | None = None
    """First and last line, or rows of a sheet, from 1."""
    page: int | None = None
    sheet: str | None = None

    @property
    def spot(self) -> str:
        """The place within the file: "trang 2, dòng 12–14"."""
        parts = [f"trang {self.page}" if self.page else "", f"trang tính {self.sheet}" if self.sheet else ""]
        if self.lines:
            first, last = self.lines
            word = "hàng" if self.sheet else "dòng"
            parts.append(f"{word} {first}" if first == last else f"{word} {first}–{last}")
        return ", ".join(filter(None, parts))

    def __str__(self) -> str:
        """As people say it: "ke-hoach.txt, dòng 12–14"."""
        return ", ".join(filter(None, (self.file, self.spot)))

    def to_json(self) -> dict[str, Any]:
        """File and lines, page and sheet where known."""
        out: dict[str, Any] = {"file": self.file, "lines": list(self.lines) if self.lines else None}
        extra = {"page": self.page, "sheet": self.sheet}
        return out | {k: v for k, v in extra.items() if v is not None}


@dataclass(frozen=True)
class Thing:
    """A plan, row, mention or document: its IRI and what people call it."""

    iri: URIRef
    label: str


@dataclass(frozen=True)
class Finding:
    """One result of checking. ``plan`` is None where a finding is about several plans."""

    rule: Rule
    item: Thing
    component: URIRef
    """The kind of constraint that was broken, as SHACL calls it."""
    plan: Thing | None = None
    place: Place = Place()
    value: str | None = None
    """The offending value, as people read it."""

    @property
    def severity(self) -> Severity:
        """That of the rule."""
        return self.rule.severity

    @property
    def remark(self) -> str:
        """What is wrong, with the value: "Một cơ quan vừa chủ trì vừa phối hợp: Sở Nội vụ"."""
        said = self.rule.message["vi"]
        return f"{said.removesuffix('.')}: {self.value}" if self.value else said

    @property
    def message(self) -> str:
        """The whole sentence: plan, row, what is wrong, place."""
        names = [t.label for t in (self.plan, self.item) if t]
        if self.plan == self.item:
            names.pop()
        where = f" ({self.place})" if str(self.place) else ""
        said = self.remark.removesuffix(".") if where else self.remark
        return f"{' · '.join(names)}: {said}{where}"

    def to_json(self) -> dict[str, Any]:
        """The finding as ``cchc check --format json`` prints it."""
        return {
            "rule": self.rule.name,
            "severity": self.severity.value,
            "message": self.message,
            "plan": str(self.plan.iri) if self.plan else None,
            "item": str(self.item.iri),
            "place": self.place.to_json(),
        }


def order(finding: Finding) -> tuple[str, int, int, str, str, str]:
    """Sort key: plan by plan, the gravest first, then by place in the source."""
    plan = str(finding.plan.iri) if finding.plan else "~"
    line = finding.place.lines[0] if finding.place.lines else 0
    return (plan, finding.severity.rank, line, finding.rule.name, str(finding.item.iri), finding.value or "")
