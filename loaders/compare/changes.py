"""What has changed from one edition of a plan to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from loaders.align.text import ShortForms, short_forms
from loaders.compare.edition import Edition, Row
from loaders.compare.match import Pair, Worded, match
from loaders.compare.words import relative, shifted, tokens
from ontology.slug import slug

FIELDS = ("text", "lead", "coordinating", "deadline", "product", "figures")
"""What of a row is compared."""


@dataclass(frozen=True)
class Difference:
    """One thing of a row that is not what it was; both as printed, "" where there is none."""

    field: str
    old: str
    new: str


@dataclass(frozen=True)
class Change:
    """What became of a row; ``old`` is None where it is new, ``new`` where it was dropped."""

    kind: Literal["new", "dropped", "changed", "same"]
    old: Row | None
    new: Row | None
    likeness: float | None = None
    """0..1, of the words of both."""
    differences: tuple[Difference, ...] = ()

    @property
    def row(self) -> Row:
        """The later row, or the earlier one where it was dropped."""
        row = self.new or self.old
        if row is None:
            raise ValueError("a change of no row")
        return row


def changes(old: Edition, new: Edition) -> list[Change]:
    """Every row of both editions, in the order of the later one; dropped rows come after the rest."""
    forms = short_forms(row.text for edition in (old, new) for row in edition.rows)
    pairs = {pair.new.key: pair for pair in match(_worded(old, forms), _worded(new, forms))}
    kept = {pair.old.key for pair in pairs.values()}
    found = [
        _change(pairs[row.key], old, new, forms) if row.key in pairs else Change("new", None, row)
        for row in new.rows
    ]
    return found + [Change("dropped", row, None) for row in old.rows if row.key not in kept]


def counts(found: Sequence[Change]) -> dict[str, int]:
    """How many rows are new, dropped, changed and the same."""
    counted = Counter(change.kind for change in found)
    return {kind: counted[kind] for kind in ("new", "dropped", "changed", "same")}


def _worded(edition: Edition, forms: ShortForms) -> list[Worded]:
    return [Worded(row, tokens(row.text, edition.year, forms)) for row in edition.rows]


def _change(pair: Pair, old: Edition, new: Edition, forms: ShortForms) -> Change:
    differences = tuple(_differences(pair.old, pair.new, old.year, new.year, forms))
    return Change("changed" if differences else "same", pair.old, pair.new, pair.likeness, differences)


def _differences(
    old: Row, new: Row, year: int | None, later: int | None, forms: ShortForms
) -> Iterator[Difference]:
    if tokens(old.text, year, forms) != tokens(new.text, later, forms):
        yield Difference("text", old.text, new.text)
    if _agencies(old.lead) != _agencies(new.lead):
        yield Difference("lead", "; ".join(old.lead), "; ".join(new.lead))
    if _agencies(old.coordinating) != _agencies(new.coordinating):
        yield Difference("coordinating", "; ".join(old.coordinating), "; ".join(new.coordinating))
    if not _same_time(old, new, year, later, forms):
        yield Difference("deadline", _time(old), _time(new))
    if tokens(old.product or "", year, forms) != tokens(new.product or "", later, forms):
        yield Difference("product", old.product or "", new.product or "")
    if _counted(old, year) != _counted(new, later):
        yield Difference("figures", "; ".join(old.figures), "; ".join(new.figures))


def _agencies(names: tuple[str, ...]) -> set[str]:
    """The agencies as their nodes tell them apart: by name without marks and case."""
    return {slug(name) for name in names}


def _same_time(old: Row, new: Row, year: int | None, later: int | None, forms: ShortForms) -> bool:
    """Whether both say the same time, each in its own year, or one and the same time."""
    if old.end is None and new.end is None:
        return tokens(old.schedule or "", year, forms) == tokens(new.schedule or "", later, forms)
    if (old.start, old.end) == (new.start, new.end):
        return True
    years = (later - year) if year is not None and later is not None else 0
    return (shifted(old.start, years), shifted(old.end, years)) == (new.start, new.end)


def _counted(row: Row, year: int | None) -> list[str]:
    return sorted(relative(figure, year) for figure in row.figures)


def _time(row: Row) -> str:
    return row.schedule or " – ".join(filter(None, (row.start, row.end)))
