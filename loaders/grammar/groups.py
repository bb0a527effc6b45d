"""Groups of agencies with a canonical name: departments, districts, communes, service units."""

from __future__ import annotations

import re

__all__ = ["COMMUNES", "DEPARTMENTS", "DISTRICTS", "SERVICE_UNITS", "match"]

DEPARTMENTS = "Các sở, ban, ngành"
DISTRICTS = "UBND cấp huyện"
COMMUNES = "UBND cấp xã"
SERVICE_UNITS = "Các đơn vị sự nghiệp công lập"

_END = r"(?=\s*(?:[,;.:/]|$)|\s+(?:và|cùng|với|hoặc)\s)"
_CONCERNED = r"(?:\s+(?:khác\s+)?(?:(?:có\s+)?liên|hữu)\s+quan(?:\s+khác)?)?"
_BETWEEN = r"(?:\s*[,/-]\s*|\s+và\s+|\s+)"
_PROVINCE = r"(?:tỉnh|thành\s+phố|tp)"
_UNDER = rf"(?:,?\s+(?:trực\s+)?thuộc(?:\s+ubnd)?\s+{_PROVINCE}|\s+(?:cấp\s+|của\s+)?{_PROVINCE})"
_ALL = r"(?:tất\s+cả\s+|toàn\s+thể\s+)?"

_DEPARTMENTS = re.compile(
    rf"""{_ALL}(?P<all>các\s+)?
    (?P<nouns>(?:sở|ban|ngành)(?:{_BETWEEN}(?:sở|ban|ngành)\b)*(?!{_BETWEEN}(?:sở|ban|ngành)\b))
    (?:(?:\s*,\s*(?:các\s+)?(?:cơ\s+quan\s+chuyên\s+môn|cơ\s+quan|đơn\s+vị))+(?={_UNDER}))?
    {_UNDER}?{_CONCERNED}{_END}""",
    re.VERBOSE,
)
_SPECIALISED = re.compile(
    rf"{_ALL}(?:các\s+)?cơ\s+quan\s+chuyên\s+môn\s+(?:trực\s+)?thuộc\s+ubnd\s+tỉnh{_CONCERNED}{_END}"
)
_DISTRICT = r"(?:huyện|quận|thị(?:\s+xã|(?!\s+trấn))|thành(?:\s+phố|(?=\s*(?:[,;.]|$)))|tp|tx|h)"
_COMMUNE = r"(?:xã|phường|thị\s+trấn|đặc\s+khu|tt|p)"
_UNIT = rf"(?:{_DISTRICT}|{_COMMUNE})\b"
_RESTRICTED = r"(?:có(?!\s+liên\s+quan)|nơi|được|nằm|ven|giáp)\b"
_UNITS = re.compile(
    rf"""{_ALL}(?P<council>ubnd\s+)?(?P<all>(?:các\s+|cấp\s+|\d+\s+)*)
    (?P<nouns>{_UNIT}(?:(?:\s*[,/-]\s*|\s+và\s+)(?P<more>(?:ubnd\s+)?(?:các\s+|cấp\s+)*){_UNIT})*)
    (?:\s+(?:trực\s+)?thuộc\s+(?:tỉnh|thành\s+phố)|\s+trên\s+địa\s+bàn(?:\s+(?:toàn\s+)?(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã))?)?
    {_CONCERNED}{_END}(?!(?:(?:\s*,\s*|\s+và\s+)(?:các\s+)?{_UNIT})+\s+{_RESTRICTED})""",
    re.VERBOSE,
)
_SERVICE_UNITS = re.compile(rf"(?:các\s+)?đơn\s+vị\s+sự\s+nghiệp\s+công\s+lập{_CONCERNED}{_END}")
_NOUN = re.compile(rf"(?P<district>{_DISTRICT}\b)|{_COMMUNE}\b")


def match(text: str, start: int, after_units: bool = False) -> tuple[int, tuple[str, ...]] | None:
    """The canonical groups that ``text`` (in :func:`~loaders.grammar.text.plain` form) names at ``start``.

    Returns where the wording ends and the groups; None where it is no group or a restriction follows
    ("các sở, ngành có quản lý …"). ``after_units``: a unit stands just before, so "xã" alone is enough.
    """
    departments = _DEPARTMENTS.match(text, start)
    if departments and _means_all(departments):
        return departments.end(), (DEPARTMENTS,)
    for pattern, name in ((_SPECIALISED, DEPARTMENTS), (_SERVICE_UNITS, SERVICE_UNITS)):
        found = pattern.match(text, start)
        if found:
            return found.end(), (name,)
    units = _UNITS.match(text, start)
    if units and (units["all"] or units["more"] is not None or after_units):
        return units.end(), _kinds(units["nouns"])
    return None


def _means_all(found: re.Match[str]) -> bool:
    """ "Sở" alone is the department that speaks; "các ban" are divisions of something."""
    words = re.findall(r"sở|ban|ngành", found["nouns"])
    return len(words) > 1 or bool(found["all"] and words != ["ban"])


def _kinds(nouns: str) -> tuple[str, ...]:
    kinds = [DISTRICTS if found["district"] else COMMUNES for found in _NOUN.finditer(nouns)]
    return tuple(dict.fromkeys(kinds))
