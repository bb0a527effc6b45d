"""A page with a document and its reading side by side, and a mark on everything that was not understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path

from jinja2 import Environment, StrictUndefined, Template

from loaders.layout.model import Layout, Line, Table
from loaders.people.columns import items
from loaders.people.head import written
from loaders.records import PlanRecord
from ontology.slug import fold
from queries.show import date
from service.reading.cards import Card, cards

__all__ = ["page"]

_ROWS = ("section", "target", "task", "activity")
_ORNAMENT = " *#_|-.:"
_SHORTEST = 4
"""Folded characters from which a line can be told by standing in the document's title or signature."""


@dataclass(frozen=True)
class SourceLine:
    """A line of the source.

    ``state``: read, missed (in the table, in no record), frame (page number, header), plain or blank.
    """

    number: int
    text: str
    state: str


@dataclass(frozen=True)
class Strip:
    """Lines of the source, and the records that begin in the first of them; ``part`` names page or sheet."""

    lines: tuple[SourceLine, ...]
    cards: tuple[Card, ...]
    part: str


def page(plan: PlanRecord, layout: Layout) -> str:
    """The HTML text: one file without script or pointer to another; all that the plan says is escaped."""
    found, facts = cards(plan), written(plan.document)
    strips = list(_strips(layout.lines, found, _states(plan, layout, found)))
    return _template().render(
        plan=plan,
        head=[(items()[name], date(text) if name == "date" else text) for name, text in facts.items()],
        counts=_counts(plan),
        strips=strips,
        doubtful=_doubtful(found),
        missed=_runs([line for strip in strips for line in strip.lines if line.state != "blank"]),
        unplaced=[card for card in found if not card.first],
    )


def _counts(plan: PlanRecord) -> list[tuple[int, str]]:
    return [
        (len(plan.targets), "mục tiêu"),
        (len(plan.tasks), "nhiệm vụ"),
        (len(plan.activities), "hoạt động"),
        (len(plan.citations), "viện dẫn"),
        (len(plan.measures), "chỉ tiêu số"),
        (len(plan.assignments), "trách nhiệm được giao"),
    ]


def _doubtful(found: Sequence[Card]) -> list[Card]:
    """What to look at, an oddity only where no row says it already."""
    said = {what for card in found if card.kind in _ROWS for what in card.look}
    return [card for card in found if card.look and (card.kind in _ROWS or card.text not in said)]


def _runs(lines: Sequence[SourceLine]) -> list[list[SourceLine]]:
    """The lines that were missed, those that follow each other together."""
    return [list(run) for state, run in groupby(lines, key=lambda line: line.state) if state == "missed"]


def _states(plan: PlanRecord, layout: Layout, found: Sequence[Card]) -> dict[int, str]:
    """The state of every line by its number."""
    placed = [card for card in found if card.first and card.kind != "oddity"]
    covered = {n for card in placed for n in range(card.first, card.last + 1)}
    rows = [card for card in placed if card.kind in _ROWS]
    table = range(min((c.first for c in rows), default=1), max((c.last for c in rows), default=0) + 1)
    head, header, labels = _Head.of(plan), _header(layout), _labels(layout.lines, found)
    states = {}
    for line in layout.lines:
        text = fold(line.text).strip(_ORNAMENT)
        if not text:
            states[line.number] = "blank"
        elif line.number in covered or text in head or labels.get(line.number, "\0") in line.text:
            states[line.number] = "read"
        else:
            framed = text in header or text.isdigit()
            states[line.number] = "plain" if line.number not in table else "frame" if framed else "missed"
    return states


def _header(layout: Layout) -> set[str]:
    """The folded lines of the tables' headers, which page breaks repeat."""
    headers = [block.header for block in layout.blocks if isinstance(block, Table)]
    lines = {line.text for header in headers for passage in header for line in passage.lines}
    whole = {" ".join(passage.text for passage in header) for header in headers}
    return {fold(text).strip(_ORNAMENT) for text in lines | whole}


def _labels(lines: Sequence[Line], found: Sequence[Card]) -> dict[int, str]:
    """The label of the row that begins in the next line with text, by line: labels often have their own."""
    starting = {card.first: card.name.rpartition(" ")[2] for card in found if card.kind in _ROWS}
    full = [line.number for line in lines if line.text.strip()]
    return {line: starting[after] for line, after in pairwise(full) if after in starting}


@dataclass(frozen=True)
class _Head:
    """What tells the lines in which the document speaks of itself, folded."""

    texts: tuple[str, ...]
    number: str

    @classmethod
    def of(cls, plan: PlanRecord) -> _Head:
        told = plan.document
        texts = (told.title, told.issuer, told.signer, told.signer_title)
        return cls(tuple(fold(text) for text in texts if text), fold(told.number or "\0"))

    def __contains__(self, line: str) -> bool:
        return self.number in line or (len(line) >= _SHORTEST and any(line in text for text in self.texts))


def _strips(lines: Sequence[Line], found: Sequence[Card], states: dict[int, str]) -> Iterator[Strip]:
    """The source cut where records begin and where pages and sheets do."""
    starting: dict[int, list[Card]] = {}
    for card in found:
        starting.setdefault(card.first, []).append(card)
    cuts = [
        i
        for i, line in enumerate(lines)
        if i == 0 or line.number in starting or _part(line) != _part(lines[i - 1])
    ]
    for first, end in pairwise([*cuts, len(lines)]):
        shown = tuple(SourceLine(x.number, x.text, states[x.number]) for x in lines[first:end])
        before = _part(lines[first - 1]) if first else ""
        part = _part(lines[first])
        yield Strip(shown, tuple(starting.get(lines[first].number, ())), part if part != before else "")


def _part(line: Line) -> str:
    if line.sheet:
        return f"Trang tính “{line.sheet}”"
    return f"Trang {line.page}" if line.page else ""


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(Path(__file__).with_name("page.html").read_text(encoding="utf-8"))
