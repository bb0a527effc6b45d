"""Many plans aligned with the plans above them, on all cores."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context

from loaders.align.aligner import Aligner, Alignment
from loaders.records import PlanRecord

SHARE = 10
"""Plans below one plan that a process takes at a time, so that one large family keeps all cores at work."""
FEW = 2000
"""Rows below which starting processes costs more than it saves."""


@dataclass(frozen=True)
class Family:
    """A plan and the plans to be aligned with it."""

    parent: PlanRecord
    children: tuple[PlanRecord, ...]


def align_families(
    families: Sequence[Family], *, processes: int | None = None
) -> Iterator[tuple[Alignment, ...]]:
    """The alignment of each child of each family with its parent, in their order.

    Many are shared out to all cores, or to ``processes`` of them; what comes out is the same. A process holds
    one plan above at a time.
    """
    jobs = [job for family in families for job in _shares(family)]
    count = min(processes or os.cpu_count() or 1, len(jobs))
    if count < 2 or sum(map(_rows, jobs)) < FEW:
        shares = map(_aligned, jobs)
        yield from (links for share in shares for links in share)
        return
    with ProcessPoolExecutor(count, get_context("spawn")) as pool:
        for share in pool.map(_aligned, jobs):
            yield from share


def _shares(family: Family) -> Iterator[Family]:
    starts = range(0, len(family.children), SHARE)
    return (replace(family, children=family.children[i : i + SHARE]) for i in starts)


def _rows(family: Family) -> int:
    return sum(len(c.targets) + len(c.tasks) + len(c.activities) for c in family.children)


def _aligned(family: Family) -> list[tuple[Alignment, ...]]:
    aligner = Aligner(family.parent)
    return [aligner.align(child) for child in family.children]
