"""Decisions on links brought to the rows at hand: attached again, weighed against each other, told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from loaders.people.attach import How, attach
from loaders.people.links import Decision
from loaders.people.note import Note
from loaders.people.plans import KnownPlan, Plans, Unnamed
from loaders.people.ref import Ref

__all__ = ["Settled", "settle"]


@dataclass(frozen=True)
class End:
    """One end of a link: a row of a plan at hand."""

    plan: KnownPlan
    key: str


@dataclass(frozen=True)
class Settled:
    """What people hold of one link: the decision that counts, between two rows that are there."""

    child: End
    parent: End
    decision: Decision

    @property
    def shown(self) -> bool:
        """Whether the link is shown: accepted or added, not rejected."""
        return self.decision.verdict != "rejected"


_Link = tuple[str, str, str, str]


def settle(decisions: Iterable[Decision], plans: Plans) -> tuple[list[Settled], list[Note]]:
    """The links on which ``decisions`` agree, in a fixed order, and what is to be told of the other lines.

    Of decisions on one link those of the latest day count. Where they contradict each other, or one that
    contradicts has no day, none is applied: the link stays as it was inferred.
    """
    notes: list[Note] = []
    links: dict[_Link, list[Settled]] = {}
    for decision in decisions:
        child = _end(decision, decision.child, "dòng", plans, notes)
        parent = _end(decision, decision.parent, "dòng trên", plans, notes)
        if child is None or parent is None:
            continue
        if child.plan is parent.plan:
            notes.append(Note(decision.place, "hai dòng thuộc cùng một kế hoạch; không lập liên kết."))
            continue
        link = (child.plan.path, child.key, parent.plan.path, parent.key)
        links.setdefault(link, []).append(Settled(child, parent, decision))
    settled: list[Settled] = []
    for _, said in sorted(links.items()):
        last = _latest(said)
        if len({s.shown for s in last}) == 1:
            settled.append(min(last, key=lambda s: s.decision.place))
        else:
            notes += _contradiction(last)
    return settled, sorted(notes)


def _end(decision: Decision, ref: Ref, which: str, plans: Plans, notes: list[Note]) -> End | None:
    plan = plans.find(ref.plan)
    if isinstance(plan, Unnamed):
        # Once a sheet: a build of some of the plans must not tell of every line about the others.
        sheet = replace(decision.place, row=None)
        told = Note(sheet, f"{plan.reason} Các quyết định về kế hoạch này chưa được dùng.")
        notes += [told] if told not in notes else []
        return None
    found = attach(ref, plan.rows)
    if found.key is None:
        notes.append(Note(decision.place, f"{which} {ref.key} của {ref.plan}: {found.how.value}."))
        return None
    if found.how is How.KEY_ALONE:
        notes.append(
            Note(decision.place, f"{which} {ref.key}: {found.how.value}; hãy ghi thêm nội dung dòng.")
        )
    return End(plan, found.key)


def _latest(said: Sequence[Settled]) -> list[Settled]:
    """The decisions of the latest day, and those without a day."""
    days = [s.decision.on for s in said if s.decision.on]
    last: date | None = max(days, default=None)
    return [s for s in said if s.decision.on in (None, last)]


def _contradiction(said: Sequence[Settled]) -> list[Note]:
    found = []
    for one in said:
        others = "; ".join(str(o.decision.place) for o in said if o.shown != one.shown)
        text = f"quyết định trái với {others}; liên kết được giữ như máy suy luận cho đến khi thống nhất."
        found.append(Note(one.decision.place, text))
    return found
