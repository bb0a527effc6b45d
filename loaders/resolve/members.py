"""Who belongs to a group, by its rule, in its jurisdiction, on the day of the document that names it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from loaders.resolve.agency import Agencies
from loaders.resolve.place import Place
from loaders.resolve.refs import AgencyRef, agency_ref
from ontology.registry import START

__all__ = ["members"]


def members(names: Agencies, group: AgencyRef) -> tuple[AgencyRef, ...]:
    """The members of ``group`` as ``names`` resolved it; empty for open groups and those nobody lists.

    Departments are those every province has and those the province itself has added, none where the province
    is not known; districts and communes stand for their People's Committees; of a district's own group, the
    communes in it.
    Where a source knows no list, nobody is a member.
    """
    registry, on = names.registry, names.on or START
    found: list[str] = []
    if group.rule == "ministries":
        found += [
            body.name for body in registry.central if body.kind == "ministry" and body.holds(max(on, START))
        ]
    if group.rule == "provinces":
        found += [
            f"UBND {province.label}" for province in registry.provinces if province.holds(max(on, START))
        ]
    if group.rule == "departments" and registry.province_by_id(group.jurisdiction):
        found += [d.name for d in registry.departments_on(on, "uniform")]
    held = (own for own in registry.own if own.province == group.jurisdiction and own.holds(on))
    found += [own.name for own in held if own.member_of == group.name]
    local = _committees(names, group, on) if group.rule in ("districts", "communes") else ()
    return (*local, *(names.resolve(name) for name in found))


def _committees(names: Agencies, group: AgencyRef, on: date) -> Iterator[AgencyRef]:
    """The People's Committees of the local units; made without reading their names, as there are hundreds."""
    for path, unit in names.registry.units.within(group.jurisdiction, group.rule or "", on):
        province = names.registry.province_by_id(unit.province)
        label = ", ".join(filter(None, (unit.label, unit.district, province.label if province else None)))
        place = Place(path, label, "huyen" if group.rule == "districts" else "xa", province)
        yield replace(agency_ref(place, "UBND", names.regime), name=f"UBND {unit.label}")
