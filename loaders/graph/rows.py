"""Sections, targets, tasks, activities and duties of one plan in RDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from rdflib import RDF, RDFS, SKOS, URIRef

from loaders.graph import iri
from loaders.graph.place import add_place
from loaders.graph.time import Span, add_time
from loaders.graph.triples import Triples, decimal
from loaders.records import (
    WITHOUT_ACTIVITY,
    Activity,
    Assignment,
    PlanRecord,
    Section,
    Target,
    Task,
    section_of,
)
from ontology.codes import code_iri
from ontology.terms import CCHC

LABEL_LENGTH = 80


@dataclass(frozen=True)
class Writer:
    """What writing the rows of a plan needs: where to, of which plan, and how agencies are known."""

    out: Triples
    plan: URIRef
    record: PlanRecord
    agency: Callable[[str], URIRef]

    def write(self) -> None:
        """Write every section and row."""
        for order, section in enumerate(self.record.sections, 1):
            self._section(order, section)
        for order, target in enumerate(self.record.targets, 1):
            self._row(CCHC.Target, target, order, target.text)
        for order, task in enumerate(self.record.tasks, 1):
            self._task(order, task)
        for order, activity in enumerate(self.record.activities, 1):
            self._activity(order, activity)
        for order, duty in enumerate(self.record.assignments, 1):
            self._duty(order, duty)

    def _section(self, order: int, section: Section) -> None:
        subject = iri.section(self.plan, section.key)
        self.out.add(subject, RDF.type, CCHC.Section)
        self.out.add(subject, CCHC.inPlan, self.plan)
        self.out.text(subject, CCHC.key, section.key)
        self.out.text(subject, SKOS.notation, section.key)
        self.out.vietnamese(subject, RDFS.label, section.title)
        self.out.integer(subject, CCHC.order, order)
        self.out.add(subject, CCHC.area, code_iri("area", section.area) if section.area else None)
        add_place(self.out, subject, section, self.record.doc)

    def _row(self, kind: URIRef, row: Target | Task | Activity, order: int, text: str) -> URIRef:
        subject = iri.row(self.plan, row.key)
        self._common(subject, kind, order, text, row.label)
        self.out.text(subject, CCHC.key, row.key)
        self.out.text(subject, SKOS.notation, row.label)
        self._in_section(subject, row.key)
        add_place(self.out, subject, row, self.record.doc)
        return subject

    def _common(self, subject: URIRef, kind: URIRef, order: int, text: str, label: str | None) -> None:
        self.out.add(subject, RDF.type, kind)
        self.out.add(subject, RDF.type, CCHC.Row)
        self.out.add(subject, CCHC.inPlan, self.plan)
        self.out.vietnamese(subject, CCHC.text, text)
        self.out.vietnamese(subject, RDFS.label, row_label(label, text))
        self.out.integer(subject, CCHC.order, order)

    def _in_section(self, subject: URIRef, key: str) -> None:
        section = self._sections.get(section_of(key))
        if section is not None:
            self.out.add(subject, CCHC.inSection, iri.section(self.plan, section.key))
            self.out.add(subject, CCHC.area, code_iri("area", section.area) if section.area else None)

    def _task(self, order: int, task: Task) -> None:
        subject = self._row(CCHC.Task, task, order, task.text)
        if task.parent:
            parent = iri.row(self.plan, task.parent)
            self.out.add(subject, CCHC.inTask, parent)
            self.out.add(subject, CCHC.contributesTo, parent)
        if task.target:
            self.out.add(subject, CCHC.contributesTo, iri.row(self.plan, task.target))

    def _activity(self, order: int, activity: Activity) -> None:
        if activity.key.endswith(WITHOUT_ACTIVITY) and activity.task:
            self._work(iri.row(self.plan, activity.task), activity)
            return
        subject = self._row(CCHC.Activity, activity, order, activity.text or "")
        self._work(subject, activity)
        if activity.task:
            self.out.add(subject, CCHC.inTask, iri.row(self.plan, activity.task))
        # An activity's own target wins: then its task, which serves another one, is no step of the chain.
        own = activity.target and activity.target != self._target_of(activity.task)
        if activity.task and not own:
            self.out.add(subject, CCHC.contributesTo, iri.row(self.plan, activity.task))
        if activity.target and (own or not activity.task):
            self.out.add(subject, CCHC.contributesTo, iri.row(self.plan, activity.target))

    def _target_of(self, task: str | None) -> str | None:
        found = self._tasks.get(task or "")
        return found.target if found else None

    def _work(self, subject: URIRef, activity: Activity) -> None:
        """Roles, time, product and budget: of an activity, or of a task that has none."""
        out = self.out
        out.add_all(subject, CCHC.leadAgency, map(self.agency, activity.lead))
        out.add_all(subject, CCHC.coordinatingAgency, map(self.agency, activity.coord))
        out.text(subject, CCHC.leadText, activity.lead_raw)
        out.text(subject, CCHC.coordinatingText, activity.coord_raw)
        out.text(subject, CCHC.product, activity.product)
        out.text(subject, CCHC.budget, activity.budget)
        add_time(out, subject, Span(activity.time, activity.start, activity.end, activity.recurring))
        if activity.confidence is not None:
            out.add(subject, CCHC.confidence, decimal(activity.confidence))

    def _duty(self, order: int, duty: Assignment) -> None:
        subject = iri.part(self.plan, "duty", order)
        self._common(subject, CCHC.Duty, order, duty.text, duty.agency)
        self.out.add(subject, CCHC.responsibleAgency, self.agency(duty.agency))
        self.out.text(subject, CCHC.key, f"duty/{order}")
        add_place(self.out, subject, duty, self.record.doc)

    @cached_property
    def _sections(self) -> dict[str, Section]:
        return {s.key: s for s in self.record.sections}

    @cached_property
    def _tasks(self) -> dict[str, Task]:
        return {t.key: t for t in self.record.tasks}


def row_label(label: str | None, text: str) -> str:
    """What stands for a row in lists: its printed label and the first characters of its text."""
    short = text if len(text) <= LABEL_LENGTH else text[:LABEL_LENGTH].rstrip() + "…"
    return f"{label}. {short}" if label else short
