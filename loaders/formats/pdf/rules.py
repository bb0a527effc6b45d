"""The rules (lines) drawn on a page."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Rule"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line along one axis: at ``at`` across, from ``start`` to ``end``."""

    upright: bool
    at: float
    start: float
    end: float
