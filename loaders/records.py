"""The records of a plan: what a reading of one document yields, before any RDF.

Everything downstream is made from these records, never from the text again. Their JSON
form is what ``cchc read FILE --json`` prints; docs/records.md describes every field.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

Span = tuple[int, int]
"""First and last line (text), row (sheet) or paragraph (Word), 1-based and inclusive."""
WITHOUT_ACTIVITY = "/-"
"""End of the key of the activity that stands for a task without activities."""
LISTS = ("sections", "targets", "tasks", "activities", "citations", "measures", "assignments", "oddities")
"""The lists of records that a plan has."""


@dataclass(frozen=True, kw_only=True)
class Record:
    """Common behaviour: a JSON form with lists for tuples, and back."""

    def to_json(self) -> dict[str, Any]:
        """The record as a JSON object; fields that are absent by nature (``None`` places) are left out."""
        shown = ((f, getattr(self, f.name)) for f in dataclasses.fields(self))
        return {f.name: _plain(v) for f, v in shown if not (v is None and f.metadata.get("optional"))}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The record of a JSON object; keys this version does not know are passed over."""
        known = {f.name: f for f in dataclasses.fields(cls)}
        return cls(**{k: _typed(known[k], v) for k, v in data.items() if k in known})


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return value.to_json()
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value


def _typed(spec: dataclasses.Field[Any], value: Any) -> Any:
    kind: type[Record] | None = spec.metadata.get("item")
    if kind is not None:
        return tuple(kind.from_json(v) for v in value) if isinstance(value, list) else kind.from_json(value)
    return tuple(value) if isinstance(value, list) else value


def _optional() -> Any:
    return field(default=None, metadata={"optional": True})


def _many(item: type[Record]) -> Any:
    return field(default=(), metadata={"item": item})


@dataclass(frozen=True, kw_only=True)
class Placed(Record):
    """A record that knows where it stands in its source."""

    lines: Span | None = None
    page: int | None = _optional()
    sheet: str | None = _optional()
    rows: Span | None = _optional()
    file: str | None = _optional()
    """Name of the file, where a plan comes in several."""


@dataclass(frozen=True, kw_only=True)
class DocumentRecord(Record):
    """What the letterhead, the captions and the signature say of the document."""

    number: str | None = None
    kind: str | None = None
    title: str | None = None
    issuer: str | None = None
    date: str | None = None
    """ISO date, "2025-01" where the day is blank, or None."""
    period: Span | None = None
    signer: str | None = None
    signer_title: str | None = None

    @property
    def year(self) -> int | None:
        """The year of a plan that is for a single one."""
        return self.period[0] if self.period and self.period[0] == self.period[1] else None


@dataclass(frozen=True, kw_only=True)
class Section(Placed):
    """A section row of the task table; ``area`` is a code of ontology/codes.ttl."""

    key: str
    title: str
    area: str | None = None


@dataclass(frozen=True, kw_only=True)
class Target(Placed):
    """mục tiêu: the first column."""

    key: str
    label: str | None
    text: str


@dataclass(frozen=True, kw_only=True)
class Task(Placed):
    """nhiệm vụ: the second column; ``parent`` is the key of the task it is nested in."""

    key: str
    label: str | None
    target: str | None
    text: str
    parent: str | None = None


@dataclass(frozen=True, kw_only=True)
class Activity(Placed):
    """hoạt động: planned work. One that stands for a task without activities has text None."""

    key: str
    label: str | None
    row: str | None
    task: str | None
    target: str | None
    text: str | None
    product: str | None = None
    lead_raw: str | None = None
    lead: tuple[str, ...] = ()
    coord_raw: str | None = None
    coord: tuple[str, ...] = ()
    time: str | None = None
    start: str | None = None
    end: str | None = None
    recurring: bool = False
    budget: str | None = None
    confidence: float | None = _optional()
    """0..1: how sure the reader is of this row."""
    extra: dict[str, str] | None = _optional()
    """Columns without a field, by their header."""


@dataclass(frozen=True, kw_only=True)
class CitationRecord(Placed):
    """One mention of a document. ``in_`` is the key of the row it stands in (JSON: ``in``)."""

    text: str
    number: str | None
    kind: str | None
    date: str | None
    issuer: str | None
    role: str
    """basis, implements, cited or self."""
    where: str
    """preamble, body, annex or footnote."""
    in_: str | None = None
    title: str | None = _optional()
    """What the mention says the document is about: the words after "về", "ban hành", as printed."""
    area: str | None = _optional()
    """Code of the reform area whose chapter of the body holds the mention."""

    def to_json(self) -> dict[str, Any]:
        """As for every record, with ``in`` for ``in_``."""
        return _rename(super().to_json(), "in_", "in")

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """As for every record, with ``in`` for ``in_``."""
        return super().from_json(_rename(dict(data), "in", "in_"))


@dataclass(frozen=True, kw_only=True)
class MeasureRecord(Placed):
    """One number to be reached. ``comparator`` is one of > >= = <= < +; ``by`` a year or None."""

    text: str
    indicator: str | None
    comparator: str
    value: float
    unit: str | None
    by: str | None
    where: str
    in_: str | None = None

    def to_json(self) -> dict[str, Any]:
        """As for every record, with ``in`` for ``in_`` and whole values as integers."""
        out = _rename(super().to_json(), "in_", "in")
        whole = float(self.value).is_integer()
        return out | {"value": int(self.value) if whole else self.value}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """As for every record, with ``in`` for ``in_``."""
        return super().from_json(_rename(dict(data), "in", "in_"))


@dataclass(frozen=True, kw_only=True)
class Assignment(Placed):
    """A duty given to an agency in 'Tổ chức thực hiện'."""

    agency: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Oddity(Placed):
    """What the source has wrong or unclear: numbering, blank, conflict, typo, layout or other."""

    what: str
    kind: str


@dataclass(frozen=True, kw_only=True)
class PlanRecord(Record):
    """The reading of one plan document."""

    doc: str
    document: DocumentRecord = field(metadata={"item": DocumentRecord})
    sha256: str | None = _optional()
    """Of the source file's bytes."""
    reader: str | None = _optional()
    """Version of the reader that made these records."""
    sections: tuple[Section, ...] = _many(Section)
    targets: tuple[Target, ...] = _many(Target)
    tasks: tuple[Task, ...] = _many(Task)
    activities: tuple[Activity, ...] = _many(Activity)
    citations: tuple[CitationRecord, ...] = _many(CitationRecord)
    measures: tuple[MeasureRecord, ...] = _many(MeasureRecord)
    assignments: tuple[Assignment, ...] = _many(Assignment)
    oddities: tuple[Oddity, ...] = _many(Oddity)


def years_of(start: str | None, end: str | None) -> range:
    """The years that a span of ISO dates touches; a deadline alone touches its own year only."""
    if end is None:
        return range(0)
    last = int(end[:4])
    return range(int(start[:4]) if start else last, last + 1)


def section_of(key: str) -> str:
    """The key of the section that a row's key begins with."""
    return key.split("/", maxsplit=1)[0]


def dump(plan: PlanRecord, *, indent: int | None = 1) -> str:
    """The JSON text of ``plan``: UTF-8 letters as they are, keys in the order of the format."""
    return json.dumps(plan.to_json(), ensure_ascii=False, indent=indent)


def load(text: str) -> PlanRecord:
    """The plan of a JSON text made by :func:`dump` or by hand.

    Raises ``ValueError`` (json) or ``TypeError`` (a required field is missing).
    """
    return PlanRecord.from_json(json.loads(text))


def _rename(data: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    return {new if k == old else k: v for k, v in data.items()}
