"""From when to when an agency is there, as far as the registries can say."""

from __future__ import annotations

from datetime import date

from loaders.resolve.place import NATION
from loaders.resolve.refs import AgencyRef
from ontology.registry import START, VOUCHED, Entry, Registry

__all__ = ["lifetime"]


def lifetime(agency: AgencyRef, registry: Registry) -> tuple[date | None, date | None]:
    """First and last day of ``agency``, None where no source says; groups, units and offices have neither.

    An agency lives no longer than its place: those of a merged province end with it.
    """
    if agency.kind != "agency":
        return None, None
    held = [entry for entry in (*_places(agency.jurisdiction, registry), _entry(agency, registry)) if entry]
    starts = [entry.start for entry in held if entry.start > START and entry.start != VOUCHED]
    return max(starts, default=None), min((entry.end for entry in held if entry.end), default=None)


def _entry(agency: AgencyRef, registry: Registry) -> Entry | None:
    if agency.jurisdiction == NATION.path:
        return registry.centre(agency.name)
    own = registry.own_agency(agency.name, agency.jurisdiction)
    return own or registry.department(agency.name) or registry.body(agency.name)


def _places(jurisdiction: str, registry: Registry) -> list[Entry | None]:
    """The province and, for a local agency, its district or commune."""
    province = "/".join(jurisdiction.split("/")[:2])
    unit = None if jurisdiction == province else registry.units.by_path.get(jurisdiction)
    return [registry.province_by_id(province), unit]
