"""How often cells of a flattened table take several lines, told by the lines in lower case.

Where a cell is broken the next line begins with a small letter more often than with a capital. So where
hardly a line does, lines with a capital hardly go on either: each cell stands on one line, however wide.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from loaders.layout.fragments import Lattice

__all__ = ["Wrapping", "wrapping_of"]

_USUAL = 0.15
"""The share of lines in lower case from which on nothing speaks against lines that go on."""
_LEAST = -3.0
_NONE = 0.01


class Wrapping(NamedTuple):
    """``raised``: log-odds, 0 at most, that a line with a capital goes on; ``whole``: one line a cell."""

    raised: float = 0.0
    whole: bool = False


def wrapping_of(lattice: Lattice) -> Wrapping:
    """How the lines of ``lattice`` are wrapped."""
    lines = [line for fragments in lattice.outgoing if (line := fragments[-1]).text and line.opens]
    lower = sum(line.text[0].islower() for line in lines)
    usual = max(1.0, _USUAL * len(lines))
    raised = max(_LEAST, min(0.0, math.log((lower + 0.5) / usual)))
    return Wrapping(raised, lower <= _NONE * len(lines))
