"""What a name resolves to, and how the paths and labels of agencies, units and groups are made."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.resolve.place import NATION, UNKNOWN, Place
from ontology.slug import slug

__all__ = ["AgencyRef", "agency_ref", "group_ref", "unit_ref"]

_NAMELESS = "khong-ten"
"""Last part of the path of a name without a letter or digit."""


@dataclass(frozen=True, kw_only=True)
class AgencyRef:
    """Who is meant. ``kind`` is agency, unit (of an agency), office (its holder), group or open_group.

    ``iri_path`` is ASCII without a slash in front; ``name`` is the canonical name as in records and
    ``label`` the same with its place; ``jurisdiction`` is the path of the place, ``parent`` that of the
    agency a unit belongs to; ``rule`` says who belongs to a group (``ontology.registry.Group``); ``known``
    is False where neither a registry nor a rule of reading says what the name stands for.
    """

    iri_path: str
    name: str
    label: str
    kind: str
    jurisdiction: str
    regime: str
    known: bool = True
    parent: str | None = None
    rule: str | None = None


def agency_ref(place: Place, core: str, regime: str, where: str | None = None) -> AgencyRef:
    """An agency of ``place`` called ``core`` (no place in it); ``where`` overrides the place in its label."""
    return AgencyRef(
        iri_path=f"{place.path}/{slug(core) or _NAMELESS}",
        name=core,
        label=core if place is NATION else f"{core} {where or place.label}".strip(),
        kind="agency",
        jurisdiction=place.path,
        regime=regime,
        known=place.known and not place.path.startswith(UNKNOWN.path),
    )


def unit_ref(agency: AgencyRef, unit: str, *, office: bool) -> AgencyRef:
    """A unit of ``agency``, or the office-holder of it."""
    return AgencyRef(
        iri_path=f"{agency.iri_path}/{slug(unit) or _NAMELESS}",
        name=unit,
        label=f"{unit} ({agency.label})",
        kind="office" if office else "unit",
        jurisdiction=agency.jurisdiction,
        regime=agency.regime,
        parent=agency.iri_path,
    )


def group_ref(home: Place | AgencyRef, name: str, kind: str, regime: str) -> AgencyRef:
    """A group of a place or inside an agency; groups are told apart by the regime they are read by."""
    inside = isinstance(home, AgencyRef)
    base = home.iri_path if isinstance(home, AgencyRef) else home.path
    return AgencyRef(
        iri_path=f"{base}/nhom/{regime}/{slug(name) or _NAMELESS}",
        name=name,
        label=f"{name} ({home.label})" if home.label else name,
        kind=kind,
        jurisdiction=home.jurisdiction if isinstance(home, AgencyRef) else home.path,
        regime=regime,
        parent=base if inside else None,
    )
