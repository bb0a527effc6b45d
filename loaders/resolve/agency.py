"""The node an agency's name means, given who issued the document and when.

A path is the jurisdiction and the name: ``tinh/bac-kan/so-noi-vu``. Units of an agency hang under it,
groups under ``nhom`` and the regime they are read by. Nothing is looked up in another plan, so a plan's
graph is the same whatever else is loaded.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from loaders.resolve.day import Day, as_day
from loaders.resolve.place import NATION, UNKNOWN, Place, Split, below, place_of, split, whole
from loaders.resolve.refs import AgencyRef, agency_ref, group_ref, unit_ref
from ontology.registry import START, Body, Department, Entry, Head, Registry

__all__ = ["Agencies", "AgencyRef", "issuing_body", "resolve_issuer"]

_PLURAL = re.compile(r"^(?:các|những|toàn thể)\s", re.IGNORECASE)
_UNITS = r"(?:huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu)"
_OF_LEVEL = re.compile(rf"\s(?:cấp (?:huyện|xã)|các cấp|các {_UNITS}(?:(?:,| và) {_UNITS})*)$", re.IGNORECASE)
_UNDER = re.compile(r"[\s,-]+(?:trực thuộc|thuộc|của)?$", re.IGNORECASE)
_JOINED = re.compile(r"(?:&|[-–]|\s(?:và|với))$", re.IGNORECASE)
_UNFINISHED = re.compile(
    r"^(?:(?:chi |tổng )?cục|công ty|phòng|ban|trung tâm|hội|tổ|đoàn|trường|quỹ|ub|ủy ban)$", re.IGNORECASE
)
"""First words that need what follows: "Chi cục Thuế" is one name, "Văn phòng Sở Y tế" a part and a whole."""
_OF_PROVINCE = re.compile(r"^Sở |\bTỉnh\b")
_TITLE = re.compile(r"[^\W\d]\S*(?: [^\W\dA-ZĐÀ-Ỹ]\S*)*")
_SPOKESMEN = ("committee", "council", "party", "government", "assembly", "office")
"""Kinds of bodies that speak for their whole place: what their plans name is not a unit of theirs."""


def resolve_issuer(issuer: str, on: Day, registry: Registry) -> AgencyRef:
    """The node of a document's issuer; the chairman of a committee counts as the committee."""
    return Agencies(registry, as_day(on)).resolve(issuing_body(issuer, registry))


def issuing_body(issuer: str, registry: Registry) -> str:
    """The body an office-holder issues for: "Chủ tịch UBND tỉnh" -> "UBND tỉnh"; other names as they are."""
    head = registry.wording.head(issuer)
    body = issuer[len(head.head) :].strip() if head and head.kind == "office" else ""
    return registry.wording.spell(body or issuer)


@dataclass(frozen=True)
class Agencies:
    """The reading of the names in one document: its day, its place, and the agency it speaks from within."""

    registry: Registry
    on: date | None
    home: Place = UNKNOWN
    owner: AgencyRef | None = None

    @classmethod
    def of(cls, issuer: str | None, on: Day, registry: Registry) -> Self:
        """The reading for a document that ``issuer`` issued on the day ``on``.

        ``issuer`` is the short form with its province that records carry ("Sở Y tế tỉnh X"); with None the
        names belong to no known place.
        """
        day = as_day(on)
        if issuer is None:
            return cls(registry, day)
        ref = resolve_issuer(issuer, day, registry)
        parts = split(issuing_body(issuer, registry), day, registry)
        home = NATION if ref.jurisdiction == NATION.path else place_of(parts, UNKNOWN, day, registry)
        body = registry.body(parts.core) or registry.centre(ref.name)
        return cls(registry, day, home, None if body and body.kind in _SPOKESMEN else ref)

    @property
    def regime(self) -> str:
        """Id of the regime by which this document names its groups."""
        return self.registry.regime(self.on).id

    def resolve(self, name: str) -> AgencyRef:
        """The node of ``name``: a group, registered, part of something registered, or by its first words."""
        name = self.registry.wording.spell(unicodedata.normalize("NFC", name).strip(" \t\n.,;:-–"))
        return self._group(name) or self._registered(name) or self._part(name) or self._other(name)

    def _split(self, name: str) -> Split:
        parts = split(name, self.on, self.registry)
        return Split(name, marker=parts.marker, below=True) if below(parts, self.home) else parts

    def _place(self, parts: Split) -> Place:
        return place_of(parts, self.home, self.on, self.registry)

    def _group(self, name: str) -> AgencyRef | None:
        parts = self._split(name)
        registered = self.registry.group(name) or self.registry.group(parts.core)
        inside = self.owner or self.home
        if registered:
            said = self._place(parts)
            place = said if registered.rule == "communes" else whole(said)
            base = {NATION.path: NATION, "don-vi": inside}.get(registered.level, place)
            ref = group_ref(base, registered.name, "group", self.regime)
            return replace(
                ref, rule=registered.rule, known=self.on is None or registered.holds(max(self.on, START))
            )
        if (
            self.owner
            and (own := self._own(name)) != name
            and self.registry.wording.is_open(_UNDER.sub("", own))
        ):
            return replace(group_ref(self.owner, name, "group", self.regime), rule="units")
        if self.registry.wording.is_open(name) or self.registry.wording.describes(name):
            return group_ref(inside, name, "open_group", self.regime)
        if level := _OF_LEVEL.search(name):
            place = self.home if "xã" in level[0].lower() else whole(self.home)
            return replace(group_ref(place, name, "group", self.regime), rule="unlisted")
        if _PLURAL.match(name):
            return replace(group_ref(inside, name, "open_group", self.regime), known=False)
        return None

    def _registered(self, name: str) -> AgencyRef | None:
        centre = self.registry.centre(name)
        if centre:
            return agency_ref(NATION, centre.name, self.regime)
        parts = self._split(name)
        if parts.below:
            return None  # "UBND thành phố" in the plan of a province is that of a city in it
        own = self._own_agency(parts)
        if own:
            return own
        entry = self._entry(parts)
        if entry is None:
            parts = Split(name)  # "Bảo hiểm xã hội" ends in no place
            entry = self._entry(parts)
        if entry is None:
            return None
        place = self._place(parts)
        core = entry.name.removesuffix(" tỉnh")
        if _OF_PROVINCE.search(core):
            place = whole(place)
        if place.level in ("huyen", "xa"):
            return replace(agency_ref(place, core, self.regime), name=f"{core} {place.label.split(',')[0]}")
        bare = (
            place.province.name if core == entry.name and isinstance(entry, Body) and place.province else None
        )
        ref = agency_ref(place, core, self.regime, bare)
        known = ref.known and place is not NATION and self._stood(entry, place)
        return replace(ref, name=entry.name, known=known)

    def _stood(self, entry: Entry, place: Place) -> bool:
        """Whether there was an agency like ``entry`` while its province was there."""
        province = self.registry.province_by_id(place.province.id if place.province else None)
        first, last = (province.start, province.end) if province else (date.min, None)
        return entry.start <= (last or date.max) and first <= (entry.end or date.max)

    def _own_agency(self, parts: Split) -> AgencyRef | None:
        """The agency the province has added to its own registry."""
        place = whole(self._place(parts))
        forms = (f"{parts.core} tỉnh", parts.core) if parts.placed else (parts.core,)
        for form in forms:
            own = self.registry.own_agency(form, place.path)
            if own:
                return replace(agency_ref(place, own.name.removesuffix(" tỉnh"), self.regime), name=own.name)
        return None

    def _entry(self, parts: Split) -> Department | Body | None:
        """The department or body ``parts`` names; within an agency "Thanh tra" alone is the agency's own."""
        forms = [parts.core]
        if parts.placed or not self.owner:
            forms.insert(0, f"{parts.core} tỉnh")
        found = (self.registry.department(form) or self.registry.body(form) for form in forms)
        return next((entry for entry in found if entry), None)

    def _part(self, name: str) -> AgencyRef | None:
        """A unit or an office named with its agency: "Văn phòng Sở Nội vụ", "Vụ CCHC, Bộ Nội vụ"."""
        words = name.split()
        for i in range(1, len(words)):
            before, after = " ".join(words[:i]), " ".join(words[i:])
            lone = i == len(words) - 1 and not after.isupper()
            if lone or not after[0].isupper() or _JOINED.search(before) or _UNFINISHED.match(before):
                continue
            if before.endswith(",") and self._registered(before.rstrip(",")):
                return None
            agency = self._registered(after)
            if agency:
                return self._under(agency, before, name)
        return None

    def _other(self, name: str) -> AgencyRef:
        """What no table holds, by its first words; in an agency's own plan it is a unit of that agency."""
        head = self.registry.wording.head(name)
        if head and head.level == NATION.path:
            return replace(agency_ref(NATION, name, self.regime), known=False)
        parts = self._split(name)
        if self.owner and not parts.placed and not (head and head.level):
            return replace(self._under(self.owner, self._own(name), name), known=head is not None)
        place = self._place(parts)
        department = head is not None and head.kind == "department"
        ref = agency_ref(whole(place) if department else place, parts.core or name, self.regime)
        if _is_office(head):
            return replace(ref, name=name, kind="office", label=f"{name} ({place.label})")
        local = place.level in ("huyen", "xa")
        said = head is not None and (local or (head.kind == "agency" and parts.placed))
        return replace(ref, name=name, known=ref.known and said and not department and not parts.below)

    def _under(self, agency: AgencyRef, unit: str, name: str) -> AgencyRef:
        unit = _UNDER.sub("", unit)
        return replace(unit_ref(agency, unit, office=_is_office(self.registry.wording.head(unit))), name=name)

    def _own(self, name: str) -> str:
        """``name`` without the owner's title it may end in: "Văn phòng Sở", "Lãnh đạo Văn phòng"."""
        title = _TITLE.match(self.owner.name) if self.owner else None
        return name.removesuffix(f" {title.group()}") if title else name


def _is_office(head: Head | None) -> bool:
    return head is not None and head.kind == "office"
