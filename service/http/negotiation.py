"""Choosing a media type from an Accept header (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST = 2_000
"""Characters of an Accept header that are looked at; real ones stay under 300."""


def choose(accept: str | None, offered: Sequence[str]) -> str | None:
    """The media type of ``offered`` that ``accept`` likes best, or None where it refuses all.

    ``offered`` is in the server's own order, which decides ties. No header, or one without
    a single well-formed range, takes anything.
    """
    ranges = _ranges(accept or "")
    if not ranges:
        return offered[0]
    best = max(offered, key=lambda kind: _quality(kind, ranges))
    return best if _quality(best, ranges) > 0 else None


def _quality(kind: str, ranges: dict[str, float]) -> float:
    """The weight of the most specific range that covers ``kind``."""
    group = kind.split("/", 1)[0]
    return next((ranges[r] for r in (kind, f"{group}/*", "*/*") if r in ranges), 0.0)


def _ranges(accept: str) -> dict[str, float]:
    """Media range -> weight; parameters other than q are passed over, bad parts skipped."""
    ranges: dict[str, float] = {}
    for part in accept[:_LONGEST].split(","):
        name, *parameters = (p.strip().lower() for p in part.split(";"))
        weight = _weight(parameters)
        if name.count("/") == 1 and weight is not None:
            ranges[name] = max(weight, ranges.get(name, 0.0))
    return ranges


def _weight(parameters: Sequence[str]) -> float | None:
    text = next((p[2:].strip() for p in parameters if p.startswith("q=")), "1")
    try:
        weight = float(text)
    except ValueError:
        return None
    return weight if 0 <= weight <= 1 else None
