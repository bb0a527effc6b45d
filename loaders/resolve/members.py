"""Who belongs to a group, by its rule, in its jurisdiction, on the day of the document that names it."""

from __future__ import annotations

from loaders.resolve.agency import Agencies
from loaders.resolve.refs import AgencyRef
from ontology.registry import START, Unit

__all__ = ["members"]


def members(names: Agencies, group: AgencyRef) -> tuple[AgencyRef, ...]:
    """The members of ``group`` as ``names`` resolved it; empty for open groups and those nobody lists.

    Departments are those every province has and those the province itself has added; districts and communes
    stand for their People's Committees; of a district's own group, the communes in it.
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
    if group.rule == "departments":
        found += [d.name for d in registry.departments_on(on, "uniform")]
    if group.rule in ("districts", "communes") and names.home.province:
        units = registry.units.on(names.home.province.id, group.rule, on)
        within = f"{group.jurisdiction}/"
        found += [f"UBND {_full(unit)}" for unit in units if registry.units.path(unit).startswith(within)]
    held = (own for own in registry.own if own.province == group.jurisdiction and own.holds(on))
    found += [own.name for own in held if own.member_of == group.name]
    return tuple(names.resolve(name) for name in found)


def _full(unit: Unit) -> str:
    """The label of a unit, with its district where it has one: communes of two districts share names."""
    return f"{unit.label}, {unit.district}" if unit.district else unit.label
