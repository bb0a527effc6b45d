"""The level of government an agency stands on: what tells a province's plan from a department's."""

from __future__ import annotations

from loaders.resolve.agency import AgencyRef
from ontology.registry import Registry

SPEAKS_FOR_ITS_PLACE = ("committee", "council", "party")
"""Kinds of bodies whose plans are the plans of their place."""


def level_of(agency: AgencyRef, registry: Registry) -> str | None:
    """The code of list ``level`` for ``agency``; None where its place is not known."""
    steps = agency.jurisdiction.split("/")
    if steps[0] == "trung-uong":
        return "national"
    if agency.kind == "unit":
        return "unit"
    if steps[0] != "tinh":
        return None
    if len(steps) > 2:
        return "commune" if steps[-1].split("-", maxsplit=1)[0] in ("xa", "phuong", "dac") else "district"
    body = registry.body(agency.name)
    return "province" if body and body.kind in SPEAKS_FOR_ITS_PLACE else "department"
