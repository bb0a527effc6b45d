"""What people added, brought to the plans of one build: documents' own data, rows, then links."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, TypeVar

from loaders.errors import LoaderError
from loaders.formats import read_layout
from loaders.grammar.abbreviation import Abbreviations
from loaders.layout.model import Layout
from loaders.people.correct import Corrected, corrected
from loaders.people.edits import Addition, Edit
from loaders.people.folder import People
from loaders.people.head import with_changes
from loaders.people.note import Note, Place
from loaders.people.plans import KnownPlan, Plans, Unnamed
from loaders.people.settle import Settled, settle
from loaders.records import PlanRecord
from loaders.resolve.document import plan_key, unnumbered_key
from ontology.registry import Registry

__all__ = ["Applied", "abbreviations_in", "corrected_reading"]


class Document(Protocol):
    """A plan as put together from its files."""

    @property
    def record(self) -> PlanRecord:
        """Its records."""
        ...


_D = TypeVar("_D", bound=Document)


class Applied:
    """The entries of a folder while a build brings them to its plans; ``notes`` gather what is to be told."""

    def __init__(self, people: People, registry: Registry) -> None:
        self._people = people
        self._registry = registry
        self._former: dict[str, dict[str, None]] = {}
        self._heads: dict[str, Place] = {}
        self._named: set[str] = set()
        self.notes: list[Note] = list(people.notes)

    def head(self, reading: PlanRecord) -> PlanRecord:
        """One file's reading with its document's own data corrected; done before files are put together."""
        if not self._people.heads:
            return reading
        before = self.known(reading)
        plans = Plans([before])
        own = [c for c in self._people.heads if plans.find(c.plan) is before]
        if not own:
            return reading
        self._named.update(c.plan for c in own)
        document, where, notes = with_changes(reading.document, own)
        self.notes += [n for n in notes if n not in self.notes]
        fixed = replace(reading, document=document)
        path = plan_key(fixed, self._registry).path
        self._former.setdefault(path, {}).update(dict.fromkeys(before.paths))
        if where is not None:
            self._heads[path] = where
        return fixed

    def rows(self, documents: Sequence[_D], words: Callable[[_D], Abbreviations]) -> list[Corrected]:
        """The record of each of ``documents`` with its rows corrected; ``words`` gives its abbreviations."""
        known = [self.known(document.record) for document in documents]
        edits = self._sorted(known)
        out: list[Corrected] = []
        for document, plan in zip(documents, known, strict=True):
            done = corrected(plan.record, edits.get(plan.path, ()), functools.partial(words, document))
            self.notes += done.notes
            where = self._heads.get(plan.path)
            out.append(replace(done, head=where) if where else done)
        return out

    def links(self, plans: Iterable[PlanRecord]) -> list[Settled]:
        """The links on which people decided, between rows of ``plans``."""
        settled, notes = settle(self._people.decisions, Plans([self.known(plan) for plan in plans]))
        self.notes += notes
        return settled

    def known(self, plan: PlanRecord) -> KnownPlan:
        """``plan`` with the identities it has and had."""
        paths = dict.fromkeys([plan_key(plan, self._registry).path])
        paths |= self._former.get(next(iter(paths)), {})
        return KnownPlan(plan, (*paths, unnumbered_key(plan, self._registry).path))

    def _sorted(self, known: Sequence[KnownPlan]) -> Mapping[str, list[Edit]]:
        """The edits by the identity of the plan they are for; names that mean none are told once a sheet."""
        found: dict[str, list[Edit]] = {}
        plans = Plans(known)
        for edit in self._people.edits:
            plan = plans.find(_plan(edit))
            if isinstance(plan, KnownPlan):
                found.setdefault(plan.path, []).append(edit)
                continue
            sheet = replace(edit.place, row=None)
            told = Note(sheet, f"{plan.reason} Các dòng sửa của kế hoạch này chưa được dùng.")
            self.notes += [told] if told not in self.notes else []
        for change in self._people.heads:
            named = plans.find(change.plan)
            if isinstance(named, Unnamed) and change.plan not in self._named:
                self.notes.append(Note(change.place, named.reason))
        return found


def _plan(edit: Edit) -> str:
    return edit.plan if isinstance(edit, Addition) else edit.ref.plan


@dataclass(frozen=True)
class _Alone:
    """A reading that is a document by itself."""

    record: PlanRecord


def corrected_reading(
    reading: PlanRecord, people: People, registry: Registry, words: Callable[[], Abbreviations]
) -> Corrected:
    """``reading`` of one file as ``people`` hold it; its notes tell of the entries that are not in it.

    ``words`` gives the abbreviations of its document.
    """
    applied = Applied(people, registry)
    (done,) = applied.rows([_Alone(applied.head(reading))], lambda _: words())
    return done


def abbreviations_in(paths: Iterable[Path], own: Mapping[str, str]) -> Abbreviations:
    """The abbreviations of a document in the files at ``paths``, and its province's ``own``."""
    layouts = []
    for path in paths:
        try:
            layouts.append(read_layout(path))
        except LoaderError:
            continue  # the build has told of this file; its last readable version is in use
    blocks = tuple(block for layout in layouts for block in layout.blocks)
    lines = tuple(line for layout in layouts for line in layout.lines)
    return Abbreviations.of_document(Layout("", blocks, lines), own)
