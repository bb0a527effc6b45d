"""The place a name ends in: of "Phòng Nội vụ huyện X, tỉnh Y" the district X of the province Y."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ontology.registry import Province, Registry

__all__ = ["NATION", "UNKNOWN", "Place", "Split", "place_of", "province_place", "split", "whole"]

_PROVINCE_KIND = re.compile(r"(?:^|[\s,-]+)(?:của\s+)?(?P<kind>tỉnh|thành phố|tp\.?)\s*$", re.IGNORECASE)
_UNIT_KIND = re.compile(r"(?:^|\s)(?:huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)$", re.IGNORECASE)
_UNIT = re.compile(
    r"(?:^|[\s,]+)(?P<kind>(?i:huyện|quận|thị xã|thành phố|xã(?!\s+hội$)|phường|thị trấn|đặc khu))"
    r"\s+(?P<name>(?:(?!\s(?i:huyện|quận|thị xã|thành phố)\s)[^,])+)$"
)
_COMMUNES = ("xã", "phường", "thị trấn", "đặc khu")
_MARKER = re.compile(
    r"(?<![,-])\s+(?:cấp\s+(?P<of>tỉnh)|(?<!cấp )(?P<kind>tỉnh|thành phố|huyện|quận|thị xã))$", re.IGNORECASE
)
_LONGEST = 6
"""Words in the longest name of a province, its dash counted."""


@dataclass(frozen=True)
class Place:
    """A jurisdiction: IRI path, label, level (trung-uong, tinh, huyen, xa), the province it is or lies in."""

    path: str
    label: str
    level: str
    province: Province | None = None


NATION = Place("trung-uong", "trung ương", "trung-uong")
UNKNOWN = Place("chua-ro", "", "tinh")


@dataclass(frozen=True)
class Split:
    """A name without its place. ``units`` are local units, outermost first ("huyện Ba Bể", "xã Yên Dương").

    ``marker`` is a bare level word that stood at the end ("tỉnh" in "Công an tỉnh"), lower case.
    """

    core: str
    province: Province | None = None
    units: tuple[str, ...] = ()
    marker: str | None = None

    @property
    def placed(self) -> bool:
        """Whether the name said anything of its place."""
        return bool(self.province or self.units or self.marker)


def split(name: str, on: date | None, registry: Registry) -> Split:
    """``name`` parted from the place it ends in; province names are read as of the day ``on``."""
    core, province, marker = _province(name, on, registry)
    units: list[str] = []
    while (found := _UNIT.search(core)) and found["name"][0].isupper() | found["name"][0].isdigit():
        units.append(f"{found['kind'].lower()} {found['name'].strip()}")
        core = core[: found.start()].rstrip(" ,")
    if not units and province is None and (bare := _MARKER.search(core)):
        core, marker = core[: bare.start()], (bare["of"] or bare["kind"]).lower()
    return Split(core, province, tuple(units), marker)


def _province(name: str, on: date | None, registry: Registry) -> tuple[str, Province | None, str | None]:
    """The name without a province at its end, the province, and the kind it was printed with.

    "thành phố X" counts only for a city under the centre, and a bare X not after "huyện", "xã" …:
    local units often bear the name of a province.
    """
    parts = name.split()
    for size in range(min(_LONGEST, len(parts)), 0, -1):
        tail, before = parts[-size:], " ".join(parts[:-size])
        province = registry.province(" ".join(tail), on) if tail[0][0].isupper() else None
        if province is None or not tail[-1][0].isupper():
            continue
        kind = _PROVINCE_KIND.search(before)
        if _UNIT_KIND.search(before) or (kind and kind["kind"].lower() != "tỉnh" and province.kind == "tỉnh"):
            return name, None, None
        marker = kind["kind"].lower() if kind else None
        return (before[: kind.start()] if kind else before).rstrip(" ,-"), province, marker
    return name, None, None


def whole(place: Place) -> Place:
    """The province a local unit lies in; other places as they are."""
    return province_place(place.province) if place.province else place


def province_place(province: Province) -> Place:
    """The place that is a whole province."""
    return Place(province.id, province.label, "tinh", province)


def place_of(parts: Split, home: Place, registry: Registry) -> Place:
    """The place ``parts`` speaks of, where a document of ``home`` says it."""
    province = parts.province or home.province
    if province is None and parts.units:
        province = registry.province_by_id(registry.units.home(parts.units[0]))
    outer = province_place(province) if province else home
    if parts.units:
        return _inside(outer, parts.units, registry)
    if parts.province:
        return outer
    if parts.marker in ("tỉnh", "thành phố") and home.level in ("huyen", "xa"):
        return home if parts.marker == "thành phố" and home.label.startswith("thành phố") else outer
    return home


def _inside(outer: Place, units: tuple[str, ...], registry: Registry) -> Place:
    level = "xa" if units[-1].startswith(_COMMUNES) else "huyen"
    path = "/".join((outer.path, *(registry.units.slug(outer.path, unit) for unit in units)))
    label = ", ".join((*reversed(units), outer.label)).rstrip(", ")
    return Place(path, label, level, outer.province)
