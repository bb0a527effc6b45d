"""The rows of a plan as the alignment sees them: words, matters, acts, and their place in the plan."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from loaders.align import matters, text
from loaders.align.statements import outside_brackets, statements
from loaders.records import Activity, PlanRecord, Target, Task, section_of

LONGEST = 4000
"""Characters of a row that are read: a cell that goes on is a reading gone wrong, and would cost minutes."""

Words = tuple[str, ...]
"""Syllables and pairs of neighbours ("thủ", "thủ tục"), each once, sorted: most words are pairs."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One target, task or activity with text, or one of its statements (level "part", see ``part_of``).

    ``areas`` are that of its section and those of its matters, for plans put sections together.
    ``above`` and ``below`` hold the keys of all rows it stands under and that stand under it.
    ``product_words`` and ``product_matters`` come from what it, or its task row, is to deliver, and from what
    it says in brackets.
    """

    key: str
    level: str
    areas: frozenset[str]
    syllables: text.Syllables
    words: Words
    matters: frozenset[str]
    acts: frozenset[str]
    product_words: Words
    product_matters: frozenset[str]
    cites: frozenset[str]
    above: tuple[str, ...]
    has_goals: bool
    below: tuple[str, ...] = ()
    part_of: str | None = None

    @property
    def linkable(self) -> bool:
        """Whether rows of other plans are linked to it: targets, tasks, and activities that stand alone."""
        return not self.part_of and (self.level != "activity" or not self.above)

    @property
    def home(self) -> str:
        """Key of the printed row: its own, or that of the row it is a statement of."""
        return self.part_of or self.key


def rows_of(plan: PlanRecord) -> dict[str, Row]:
    """The rows of ``plan`` that have text, by key, in the order targets, tasks, activities.

    A row of several statements is followed by them; their keys are its key, "#" and a number.
    """
    reading = _Reading(plan)
    rows = {row.key: row for r in _records(plan) if r.text for row in reading.rows(r)}
    below: dict[str, list[str]] = {}
    for row in rows.values():
        for key in row.above:
            below.setdefault(key, []).append(row.key)
    return {k: dataclasses.replace(row, below=tuple(below.get(k, ()))) for k, row in rows.items()}


def words_of(folded: Iterable[str]) -> Words:
    """The words of folded syllables: function words and bare numbers are left out, and numbers part pairs."""
    found: set[str] = set()
    before = ""
    for syllable in folded:
        if syllable in text.stopwords():
            continue
        if syllable.isdigit():
            before = ""
            continue
        found.add(syllable)
        if before:
            found.add(f"{before} {syllable}")
        before = syllable
    return tuple(sorted(found))


class _Reading:
    """What the rows of one plan are made with."""

    def __init__(self, plan: PlanRecord) -> None:
        titles = [s.title for s in plan.sections]
        self._forms = text.short_forms(titles + [r.text for r in _records(plan) if r.text])
        self._areas = {s.key: s.area for s in plan.sections}
        self._products = _products(plan.activities)
        self._cites = _cites(plan)
        self._above = _above(plan)
        self._has_goals = bool(plan.targets)

    def rows(self, record: Target | Task | Activity) -> list[Row]:
        """The row of ``record``, and its statements."""
        row = self._row(record)
        said = statements((record.text or "")[:LONGEST])
        parts = (self._row(dataclasses.replace(record, text=statement)) for statement in said)
        return [row, *(_part(row, part, number) for number, part in enumerate(parts, 1))]

    def _row(self, record: Target | Task | Activity) -> Row:
        printed = (record.text or "")[:LONGEST]
        plain = outside_brackets(printed)
        said = text.syllables(printed, self._forms)
        own = said if plain == printed else text.syllables(plain, self._forms)
        beside = [text.syllables(self._products.get(record.key, "")[:LONGEST], self._forms)]
        beside += [said] if own is not said else []
        named = matters.matters().find(own.folded)
        area = self._areas.get(section_of(record.key))
        return Row(
            key=record.key,
            level=type(record).__name__.lower(),
            areas=frozenset([area] if area else []).union(matters.matters().areas[m] for m in named),
            syllables=said,
            words=words_of(own.folded),
            matters=named,
            acts=matters.acts().find(said.folded),
            product_words=tuple(sorted({w for text_ in beside for w in words_of(text_.folded)})),
            product_matters=frozenset(m for text_ in beside for m in matters.matters().find(text_.folded)),
            cites=self._cites.get(record.key, frozenset()),
            above=self._above.get(record.key, ()),
            has_goals=self._has_goals,
        )


def _part(row: Row, part: Row, number: int) -> Row:
    """Statement ``number`` of ``row``; what the row delivers is not said of each statement."""
    return dataclasses.replace(
        part,
        key=f"{row.key}#{number}",
        level="part",
        product_words=(),
        product_matters=frozenset(),
        above=(row.key, *row.above),
        part_of=row.key,
    )


def _records(plan: PlanRecord) -> list[Target | Task | Activity]:
    return [*plan.targets, *plan.tasks, *plan.activities]


def _products(activities: Iterable[Activity]) -> dict[str, str]:
    """Row key -> its products; those of a "…/-" record belong to its task."""
    found: dict[str, str] = {}
    for a in activities:
        key = a.key if a.text else a.task
        if key and a.product:
            found[key] = f"{found.get(key, '')} {a.product}"
    return found


def _cites(plan: PlanRecord) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for c in plan.citations:
        if c.in_ and (name := c.number or c.text):
            found.setdefault(c.in_, set()).add(" ".join(name.split()))
    return {key: frozenset(numbers) for key, numbers in found.items()}


def _above(plan: PlanRecord) -> dict[str, tuple[str, ...]]:
    """Row key -> keys of its task, the tasks around that one, and their targets; a loop ends the climb."""
    tasks = {t.key: t for t in plan.tasks}
    found: dict[str, tuple[str, ...]] = {}
    records: list[Task | Activity] = [*plan.tasks, *plan.activities]
    for record in records:
        chain: list[str] = [record.target] if record.target else []
        key = record.parent if isinstance(record, Task) else record.task
        while key and key in tasks and key not in chain and key != record.key:
            chain.append(key)
            if (target := tasks[key].target) and target not in chain:
                chain.append(target)
            key = tasks[key].parent
        found[record.key] = tuple(chain)
    return found
