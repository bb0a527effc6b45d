"""Finding: hits by rank, with what they are and where they stand counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from service.search.guess import guesses
from service.search.index import Index, PlanName, match_all
from service.search.opened import index_of
from service.search.snippet import Piece, snippet
from service.search.texts import KINDS, Entry
from service.search.words import Asked, asked
from service.store.model import Store

__all__ = ["Found", "Hit", "PlanCount", "Search", "found", "found_in", "nodes"]


@dataclass(frozen=True)
class Search:
    """What is looked for: ``text`` as typed, of one kind (:data:`service.search.texts.KINDS`), in one plan
    (an IRI); at most ``most`` hits after the first ``skip``.
    """

    text: str
    kind: str | None = None
    plan: str | None = None
    most: int = 50
    skip: int = 0


@dataclass(frozen=True)
class Hit:
    """An entry found: ``exact`` where it has the marks typed, ``pieces`` is its text around the words."""

    entry: Entry
    plan: PlanName | None
    exact: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class PlanCount:
    """A plan with the number of hits in it."""

    plan: PlanName
    count: int


@dataclass(frozen=True)
class Found:
    """The answer to a search: ``kinds`` counts the hits of the chosen plan, ``plans`` those of the kind.

    ``guesses`` are names that may have been meant, where no text has the words.
    """

    hits: tuple[Hit, ...]
    total: int
    kinds: tuple[tuple[str, int], ...]
    plans: tuple[PlanCount, ...]
    guesses: tuple[Entry, ...]


def found(store: Store, search: Search) -> Found:
    """What has every word searched: with the marks typed first, then without, each with phrases first."""
    return found_in(index_of(store), search)


def nodes(store: Store, search: Search) -> list[str]:
    """The IRIs of what :func:`found` finds, without counting or showing it."""
    index, wanted = index_of(store), asked(search.text)
    if not wanted.words:
        return []
    every = _all(index, wanted)
    ranked = _ranked(index, wanted, every, search.skip + search.most, -1)
    return [index.entry(number).iri for number, _ in list(ranked)[search.skip :]]


def found_in(index: Index, search: Search) -> Found:
    """The same in an index at hand."""
    wanted = asked(search.text)
    if not wanted.words:
        return Found((), 0, (), (), ())
    every = _all(index, wanted)
    of_plan = _in_plan(index, every, search.plan)
    of_kind = index.of_kind(every, search.kind) if search.kind else every
    chosen = index.of_kind(of_plan, search.kind) if search.kind else of_plan
    # Of a search that nothing narrows, no rank needs more than is shown.
    limit = search.skip + search.most
    ranked = _ranked(index, wanted, chosen, limit, limit if len(chosen) == len(every) else -1)
    return Found(
        hits=tuple(_hit(index, wanted, number, exact) for number, exact in list(ranked)[search.skip :]),
        total=len(chosen),
        kinds=_by_kind(index, of_plan),
        plans=_by_plan(index, of_kind),
        guesses=() if every else guesses(index, search.text, wanted),
    )


def _all(index: Index, wanted: Asked) -> Sequence[int]:
    """Every entry with all the words; where there is none, with the last word as the beginning of one."""
    return index.matching(match_all("folded", wanted.phrases)) or index.matching(
        match_all("folded", wanted.phrases, " *")
    )


def _in_plan(index: Index, numbers: Sequence[int], iri: str | None) -> Sequence[int]:
    if iri is None:
        return numbers
    plan = next((number for number, known in index.plans.items() if known.iri == iri), -1)
    return [number for number in numbers if index.plan_of[number] == plan]


def _ranked(
    index: Index, wanted: Asked, chosen: Sequence[int], most: int, looked_at: int
) -> Iterator[tuple[int, bool]]:
    """The first ``most`` of ``chosen`` by rank, each with whether it has the marks typed.

    ``looked_at`` is how many of each rank need to be looked at; -1 for all.
    """
    within = frozenset(chosen)
    seen: set[int] = set()
    for match, exact in _ranks(wanted):
        for number in index.matching(match, looked_at) if len(seen) < most else ():
            if number in within and number not in seen and len(seen) < most:
                seen.add(number)
                yield number, exact
    rest = (number for number in chosen if number not in seen)
    yield from ((number, False) for number in islice(rest, most - len(seen)))


def _ranks(wanted: Asked) -> Iterator[tuple[str, bool]]:
    """What is looked for first, and whether with the marks typed."""
    yield match_all("exact", (wanted.words,)), True
    if len(wanted.phrases) > 1:
        yield match_all("exact", wanted.phrases), True
        yield match_all("folded", (wanted.words,)), False


def _hit(index: Index, wanted: Asked, number: int, exact: bool) -> Hit:
    entry = index.entry(number)
    return Hit(entry, index.plans.get(index.plan_of[number]), exact, snippet(entry.text, wanted, exact))


def _by_kind(index: Index, numbers: Sequence[int]) -> tuple[tuple[str, int], ...]:
    counts = ((kind, len(index.of_kind(numbers, kind))) for kind in KINDS)
    return tuple((kind, count) for kind, count in counts if count)


def _by_plan(index: Index, numbers: Sequence[int]) -> tuple[PlanCount, ...]:
    counts = Counter(map(index.plan_of.__getitem__, numbers))
    ordered = sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    return tuple(PlanCount(index.plans[plan], count) for plan, count in ordered if plan)
