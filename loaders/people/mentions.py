"""Citations, figures and duties as lines of a sheet: their cells, and how what a person writes is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

from loaders.grammar import agency, citation, measure
from loaders.grammar.abbreviation import Abbreviations
from loaders.grammar.mention import scan
from loaders.layout.model import Line, Passage
from loaders.people import values
from loaders.people.columns import Kind, comparators, kind
from loaders.people.match import Printed
from loaders.people.position import position
from loaders.people.ref import Ref, digest
from loaders.records import Activity, Assignment, CitationRecord, MeasureRecord, PlanRecord, Target, Task
from loaders.rows.years import row_years
from ontology.codes import codes

__all__ = ["LONGEST", "TABLES", "Mention", "Setting", "Table", "Values"]

LONGEST = 5_000
"""Characters of a cell that is read; a whole cell of a spreadsheet may hold 32,767."""
Mention = CitationRecord | MeasureRecord | Assignment
Values = Mapping[str, Any]
"""What is known of a record, by field; it always has "text"."""


@dataclass(frozen=True)
class Setting:
    """The plan in which a cell is read; ``words`` gives the abbreviations of its document when needed."""

    plan: PlanRecord
    words: Callable[[], Abbreviations]

    @cached_property
    def rows(self) -> frozenset[str]:
        """The keys of its rows."""
        rows: list[Target | Task | Activity] = [*self.plan.targets, *self.plan.tasks, *self.plan.activities]
        return frozenset(row.key for row in rows)

    @cached_property
    def years(self) -> Mapping[str, int]:
        """The single year of each row that has one."""
        return row_years(self.plan.activities)


@dataclass(frozen=True)
class Table:
    """One kind of sheet with a line for each record of its kind.

    Arguments: ``name`` of the kind and of the plan's field; ``part`` names a record's node in the graph;
    ``made`` gives the record that values by field tell, None where they do not say enough; ``needs`` are the
    fields without which there is no record, ``alike`` those in which two records of one thing are equal;
    ``shown`` and ``read`` turn fields that are no plain texts to text and back.
    """

    name: str
    part: str
    made: Callable[[Values, Setting], Mention | None]
    needs: tuple[str, ...]
    alike: tuple[str, ...]
    shown: Mapping[str, Callable[[Any], str]]
    read: Mapping[str, Callable[[str, Setting], object]]

    @property
    def kind(self) -> Kind:
        """The sheet's title and columns."""
        return kind(self.name)

    def of(self, plan: PlanRecord) -> dict[str, Mention]:
        """The records of ``plan`` by key: "citation/1", "citation/2" …"""
        return {f"{self.part}/{i}": record for i, record in enumerate(getattr(plan, self.name), 1)}

    def cells(self, record: Mention) -> dict[str, str]:
        """The cells of the line of ``record`` by field, "" where there is nothing."""
        found = ((field, getattr(record, field)) for field in self.kind.editable)
        return {f: "" if v is None else self.shown.get(f, str)(v) for f, v in found}

    def text(self, record: Mention) -> str:
        """What tells ``record`` from others of the plan."""
        cells = self.cells(record)
        return " ".join(cells[field] for field in self.kind.says if cells[field])

    def ref(self, plan: str, key: str, record: Mention) -> Ref:
        """How a sheet names ``record`` of the plan with identity ``plan``."""
        return Ref(plan, key, digest(self.text(record)))

    def printed(self, plan: PlanRecord) -> list[Printed]:
        """The records of ``plan`` as lines find them."""
        return [Printed(key, self.text(record), position(record)) for key, record in self.of(plan).items()]

    def value(self, field: str, text: str, setting: Setting) -> object:
        """The value of ``field`` that a cell gives, None where it is empty.

        Raises ``ValueError`` with a Vietnamese sentence where it is not understood, or must not be empty.
        """
        if not text and field in self.needs:
            raise ValueError("không được để trống; muốn bỏ dòng thì ghi x ở cột “Bỏ”")
        if len(text) > LONGEST:
            raise ValueError(f"dài hơn {LONGEST} chữ cái; hãy chỉ giữ câu có điều này")
        if not text:
            return None
        return self.read[field](text, setting) if field in self.read else text


def _citation(given: Values, setting: Setting) -> CitationRecord:
    """The citation of a text: what its first mention says where it begins with one, or has no other."""
    text, row = given["text"], given.get("in_")
    where = "annex" if row else "body"
    found = citation.find(_passage(text), where=where, in_=row, own=setting.plan.document.number)
    if found and (len(found) == 1 or scan(text)[0].start == 0):
        return replace(found[0], lines=None, **given)
    blank = dict.fromkeys(("number", "kind", "date", "issuer"))
    return CitationRecord(**{**blank, "role": "cited", "where": where, "in_": row, **given})


def _measure(given: Values, setting: Setting) -> MeasureRecord | None:
    """The figure of a text that has one, or one of the value given; None where there is no value."""
    text, row = given["text"], given.get("in_")
    where = "annex" if row else "body"
    year, period = setting.years.get(row or ""), setting.plan.document.period
    found = measure.find(_passage(text), where=where, in_=row, year=year, since=period[0] if period else None)
    meant = [figure for figure in found if given.get("value") in (None, figure.value)]
    if len(meant) == 1:
        return replace(meant[0], lines=None, **given)
    if "value" not in given:
        return None
    blank = dict.fromkeys(("indicator", "unit", "by"))
    return MeasureRecord(**{**blank, "comparator": "=", "where": where, "in_": row, **given})


def _duty(given: Values, _: Setting) -> Assignment:
    return Assignment(**{"agency": "", **given})


def _passage(text: str) -> Passage:
    return Passage.of([Line(1, text)])


def _agency(text: str, setting: Setting) -> str:
    names = agency.parse(text, setting.words())
    if len(names) > 1:
        raise ValueError(f"“{text}” là {len(names)} cơ quan; hãy ghi mỗi cơ quan một dòng")
    return names[0] if names else text


def _row(text: str, setting: Setting) -> str:
    if text not in setting.rows:
        raise ValueError(f"không có dòng nào mang mã {text}; hãy ghi mã như I/2.1")
    return text


def _alone(read: Callable[[str], object]) -> Callable[[str, Setting], object]:
    """``read`` for a field that needs to know nothing of the plan."""
    return lambda text, _: read(text)


def _label(name: str, code: str) -> str:
    return codes(name)[code].vi


_CODED = {name: partial(_label, name) for name in ("role", "where", "area")}
_DECODED = {name: _alone(partial(values.code, name)) for name in ("role", "where", "area")}

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        Table(
            name="citations",
            part="citation",
            made=_citation,
            needs=("text", "role", "where"),
            alike=("number", "in_"),
            shown={**_CODED, "date": values.date_shown},
            read={
                **_DECODED,
                "date": _alone(values.iso_date),
                "number": _alone(values.number_of_document),
                "in_": _row,
            },
        ),
        Table(
            name="measures",
            part="measure",
            made=_measure,
            needs=("text", "comparator", "value", "where"),
            alike=("value", "unit", "in_"),
            shown={
                **_CODED,
                "comparator": lambda sign: comparators()[sign][0],
                "value": values.quantity_shown,
            },
            read={
                **_DECODED,
                "comparator": _alone(values.comparator),
                "value": _alone(values.quantity),
                "by": _alone(values.year),
                "in_": _row,
            },
        ),
        Table(
            name="assignments",
            part="duty",
            made=_duty,
            needs=("agency", "text"),
            alike=("agency",),
            shown={},
            read={"agency": _agency},
        ),
    )
}
"""The tables by the name of their kind of sheet."""
