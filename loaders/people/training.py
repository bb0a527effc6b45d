"""What people decided on links, as examples from which the score of alignments can be calibrated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from loaders.people.apply import Applied
from loaders.people.folder import People
from loaders.records import PlanRecord
from ontology.registry import Registry

__all__ = ["Pair", "training_pairs"]


@dataclass(frozen=True)
class Pair:
    """A link that was judged: two rows of two plans, and whether a person holds that they belong together."""

    child: PlanRecord
    child_key: str
    parent: PlanRecord
    parent_key: str
    linked: bool


def training_pairs(folder: Path, plans: Sequence[PlanRecord], registry: Registry) -> list[Pair]:
    """The links between ``plans`` that the sheets in ``folder`` decide on, in a fixed order.

    Only these are judged: of a row's other candidates nothing is known, and they are no negative examples.
    Decisions that no longer find their rows, or contradict each other, are left out.
    """
    settled = Applied(People.load(folder), registry).links(plans)
    return [
        Pair(s.child.plan.record, s.child.key, s.parent.plan.record, s.parent.key, s.shown) for s in settled
    ]
