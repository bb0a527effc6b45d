"""From when to when an agency is there, as far as the registries can say."""

from __future__ import annotations

from datetime import date

from loaders.resolve.place import NATION
from loaders.resolve.refs import AgencyRef
from ontology.registry import START, VOUCHED, Entry, Registry

__all__ = ["entries_of", "lifetime", "places_of"]


def lifetime(agency: AgencyRef, registry: Registry) -> tuple[date | None, date | None]:
    """First and last day of ``agency``, None where no source says; groups, units and offices have neither.

    An agency lives no longer than its place: those of a merged province end with it.
    """
    if agency.kind != "agency":
        return None, None
    held = [*places_of(agency.jurisdiction, registry), *entries_of(agency, registry)]
    starts = [entry.start for entry in held if entry.start > START and entry.start != VOUCHED]
    return max(starts, default=None), min((entry.end for entry in held if entry.end), default=None)


def entries_of(agency: AgencyRef, registry: Registry) -> list[Entry]:
    """What the registries have of an agency or a group by its name: one entry or none."""
    found: Entry | None
    if agency.kind == "group":
        found = registry.group(agency.name)
    elif agency.jurisdiction == NATION.path:
        found = registry.centre(agency.name)
    else:
        own = registry.own_agency(agency.name, agency.jurisdiction)
        found = own or registry.department(agency.name) or registry.body(agency.name)
    return [found] if found else []


def places_of(jurisdiction: str, registry: Registry) -> list[Entry]:
    """The province and, for a local agency, its district or commune."""
    province = "/".join(jurisdiction.split("/")[:2])
    unit = None if jurisdiction == province else registry.units.by_path.get(jurisdiction)
    return [entry for entry in (registry.province_by_id(province), unit) if entry]
