"""The place a name ends in: of "Phòng Nội vụ huyện X, tỉnh Y" the district X of the province Y."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ontology.registry import START, VOUCHED, Province, Registry

__all__ = ["NATION", "UNKNOWN", "Place", "Split", "below", "place_of", "province_place", "split", "whole"]

_PROVINCE_KIND = re.compile(r"(?:^|[\s,-]+)(?:của\s+)?(?P<kind>tỉnh|thành phố|tp\.?)\s*$", re.IGNORECASE)
_UNIT_KIND = re.compile(r"(?:^|\s)(?:huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)$", re.IGNORECASE)
_UNIT = re.compile(
    r"(?:^|[\s,]+)(?P<kind>"
    r"(?i:huyện|quận|thị xã|thành phố|xã(?!\s+(?-i:hội)\b|\s+hội$)|phường|thị trấn|đặc khu))"
    r"\s+(?P<name>(?:(?!\s(?i:huyện|quận|thị xã|thành phố)\s)[^,])+)$"
)
_TOWN = re.compile(r"\b(?i:tp)(?:\.\s*|\s+)(?=[^\W\d_a-z])")
"""The short "TP." of a town or a city, before its name."""
_COMMUNES = ("xã", "phường", "thị trấn", "đặc khu")
_DISTRICTS = ("huyện", "quận", "thị xã")
_MARKER = re.compile(
    r"(?<![,-])\s+(?:cấp\s+(?P<of>tỉnh)"
    r"|(?<!cấp )(?P<kind>tỉnh|thành phố|huyện|quận|thị xã|(?<!thị )xã|phường|thị trấn|đặc khu))$",
    re.IGNORECASE,
)
_LONGEST = 6
"""Words in the longest name of a province, its dash counted."""


@dataclass(frozen=True)
class Place:
    """A jurisdiction: IRI path, label, level (trung-uong, tinh, huyen, xa), the province it is or lies in.

    ``known`` is False for a local unit that its province has not had, as far as the tables can tell.
    """

    path: str
    label: str
    level: str
    province: Province | None = None
    known: bool = True


NATION = Place("trung-uong", "trung ương", "trung-uong")
UNKNOWN = Place("chua-ro", "", "tinh")


@dataclass(frozen=True)
class Split:
    """A name without its place. ``units`` are local units, outermost first ("huyện Ba Bể", "xã Yên Dương").

    ``marker`` is a bare level word that stood at the end ("tỉnh" in "Công an tỉnh"), lower case. Where it is
    of a level ``below`` that of the document it tells no place, and ``core`` keeps it.
    """

    core: str
    province: Province | None = None
    units: tuple[str, ...] = ()
    marker: str | None = None
    below: bool = False

    @property
    def placed(self) -> bool:
        """Whether the name said anything of its place."""
        return bool(self.province or self.units or self.marker)


def split(name: str, on: date | None, registry: Registry) -> Split:
    """``name`` parted from the place it ends in; province names are read as of the day ``on``."""
    core, province, marker = _province(_TOWN.sub("thành phố ", name), on, registry)
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
        city = kind is not None and kind["kind"].lower() != "tỉnh"
        if _UNIT_KIND.search(before) or (city and not _is_city(province, on)):
            return name, None, None
        marker = kind["kind"].lower() if kind else None
        return (before[: kind.start()] if kind else before).rstrip(" ,-"), province, marker
    return name, None, None


def _is_city(province: Province, on: date | None) -> bool:
    return province.kind == "thành phố" and (on is None or province.holds(max(on, START)))


def below(parts: Split, home: Place) -> bool:
    """Whether ``parts`` ends in a bare level below that of ``home``: "Công an huyện" in a province's plan."""
    if parts.province or parts.units or home.level == "xa":
        return False
    if parts.marker in _COMMUNES:
        return True
    city = parts.marker == "thành phố" and home.province is not None and home.province.kind == "tỉnh"
    return home.level == "tinh" and (city or parts.marker in _DISTRICTS)


def whole(place: Place) -> Place:
    """The province a local unit lies in; other places as they are."""
    return province_place(place.province) if place.province else place


def province_place(province: Province) -> Place:
    """The place that is a whole province."""
    return Place(province.id, province.label, "tinh", province)


def place_of(parts: Split, home: Place, on: date | None, registry: Registry) -> Place:
    """The place ``parts`` speaks of, where a document of ``home`` of the day ``on`` says it."""
    province = parts.province or home.province
    if province is None and parts.units:
        province = registry.province_by_id(registry.units.home(parts.units[0]))
    outer = province_place(province) if province else home
    if parts.units:
        commune = parts.units[0].startswith(_COMMUNES)
        inside = commune and home.level == "huyen" and not parts.province
        return _inside(home if inside else outer, parts.units, on, registry)
    if parts.province:
        return outer
    if parts.marker in ("tỉnh", "thành phố") and home.level in ("huyen", "xa"):
        return home if parts.marker == "thành phố" and home.label.startswith("thành phố") else outer
    return home


def _inside(outer: Place, units: tuple[str, ...], on: date | None, registry: Registry) -> Place:
    """The place of ``units`` in ``outer``; a commune gets its district where only one had such a commune."""
    province = outer.province.id if outer.province else ""
    named = {u.district for u in registry.units.called(province, units[0], on)}
    district = named.pop() if len(named) == 1 and outer.level == "tinh" else None
    units = (district, *units) if district else units
    path = outer.path
    for unit in units:
        path = f"{path}/{registry.units.slug(path, unit)}"
    level = "xa" if units[-1].startswith(_COMMUNES) else "huyen"
    label = ", ".join((*reversed(units), outer.label)).rstrip(", ")
    return Place(path, label, level, outer.province, _may_be(path, units, outer, on, registry))


def _may_be(path: str, units: tuple[str, ...], outer: Place, on: date | None, registry: Registry) -> bool:
    """Whether the local unit is in the tables, or is of a time of which they do not tell."""
    if outer.province is None:
        return False
    if path in registry.units.by_path:
        return True
    told = on is None or on >= VOUCHED
    placed = len(units) > 1 or outer.level == "huyen" or not units[-1].startswith(_COMMUNES)
    return placed and not told and outer.province.start < VOUCHED
