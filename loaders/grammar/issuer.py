"""Who issued a document, in the short form with its province: "UBND tỉnh Bắc Kạn", "Sở Y tế tỉnh X"."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise

from loaders.grammar import department, lists
from loaders.grammar.text import capitalised, normal, plain

__all__ = ["of_letterhead", "place_of", "short", "with_place"]

_CENTRAL: dict[str, str] = lists.words("instruments")["central"]
_COUNCIL = re.compile(r"[ủu][ỷyỳ]\s+ban\s+nhân\s+dân", re.IGNORECASE)
_ASSEMBLY = re.compile(r"hội\s+đồng\s+nhân\s+dân", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_CHAIR = re.compile(
    r"^(?:Phó\s+)?(?:Chủ\s+tịch\s+(?=UBND|HĐND)|Bộ\s+trưởng\s+(?=Bộ\b)|Giám\s+đốc\s+(?=Sở\b))", re.IGNORECASE
)
"""Who heads the body that issues."""
_SOCIAL = r"\s+hội(?:\s+(?:việt|tỉnh|thành|huyện|chủ)|\s*$)"
"""After "xã": the word for "social" and no commune, which may be named "xã Hội Hoan"."""
_UNIT = (
    r"(?:(?:tỉnh|huyện|quận)(?!\s+[uủ][ỷyỳ])|thành phố|tp\.?|thị xã"
    rf"|xã(?!{_SOCIAL})|phường|thị trấn|đặc khu)"
)
_UNIT_NAME = re.compile(rf"\b({_UNIT})\s+(.+)$", re.IGNORECASE)
_BODY_LINE = re.compile(
    r"(?:ubnd|hđnd|sở|bộ|văn\s+phòng|ban|phòng|thanh\s+tra|chính\s+phủ|thủ\s+tướng|cục|chi\s+cục|trung\s+tâm|công\s+an"
    r"|(?:tỉnh|thành|huyện|quận|thị)\s+ủy|đảng|bảo\s+hiểm|trường|viện|hội|liên|ủy\s+ban|kho\s+bạc|ngân\s+hàng|tổng\s+cục|quốc\s+hội"
    r"|tập\s+đoàn|(?:tổng\s+)?công\s+ty|viễn\s+thông|điện\s+lực|bưu\s+điện|bệnh\s+viện|đại\s+học|học\s+viện)\b"
)
_NEXT_BODY = re.compile(
    r"(?<=\w)(?<!\bhải)\s+(?=(?:sở|văn\s+phòng|phòng|thanh\s+tra|ubnd|trung\s+tâm|chi\s+cục|công\s+an"
    r"|ban\s+(?:quản|dân|chỉ|tổ|tuyên|nội)|đảng\s+(?:đoàn|bộ)|cục|vụ|trường|bệnh\s+viện|học\s+viện|viện|(?:tổng\s+)?công\s+ty|viễn\s+thông|điện\s+lực|bưu\s+điện"
    r"|(?:tỉnh|thành|huyện|quận|thị|đảng)\s+ủy)\s)"
)
_PLACE_LINE = re.compile(rf"{_UNIT}\s")
_CENTRAL_BODY = re.compile(
    r"(?:bộ(?!\s+chỉ\s+huy)|chính phủ|thủ tướng|quốc hội|tổng cục|kiểm toán|(?:trường )?đại học|học viện)\b"
    r"|.*\b(?:quốc gia|trung ương|việt nam|chính phủ|quốc hội|tối cao)\b"
)
_MOTTO = re.compile(r"C[ỘÔ]NG\s+H[OÒ][AÀ]\s+XÃ|Độc\s+lập\s*[-–]|\bSố\s*:")
_COMMITTEE = re.compile(r"(?:tỉnh|thành|huyện|quận|thị)\s+[uủ][ỷyỳ]\s+")
"""Of the Party in a province or district, before its name."""
_NOT_ISSUER = re.compile(
    r"cộng\s+h[oò][àa]|(?:xã\s+)?hội\s+chủ\s+nghĩa|chủ\s+nghĩa\s+việt|nghĩa\s+việt|độc\s+lập|đảng\s+cộng\s+sản|số\s*:|\W*$|.*\bngày\b|\d+\s*/|.*[.:;]$"
)
_ALIKE = 0.7
"""Share of letters that a misspelt province has in common with the one of the text."""
_LONGEST = 400
"""Characters of a letterhead's line before the motto; longer text is none."""


@cache
def _provinces() -> dict[str, tuple[str, str]]:
    """Name in plain form -> (kind, name) of every province, the longest names first."""
    rows = sorted(
        lists.rows("registry/provinces.csv"), key=lambda row: (-len(row["name"]), row["name"], row["from"])
    )
    return {plain(row["name"]): (row["kind"], row["name"]) for row in rows}


@cache
def _any_province() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _provinces()))})$")


@cache
def _named_province(dated: bool) -> re.Pattern[str]:
    """A province after the word for one, and before a date where the text is ``dated``."""
    names = "|".join(map(re.escape, _provinces()))
    before_date = rf"|(?:^|\W)({names})\s*,\s*ngày\b" if dated else ""
    return re.compile(rf"t(?<!\wt)(?:ỉnh|hành\s+phố|p\.?)\s+({names})\b{before_date}")


def short(name: str) -> str:
    """``name`` with UBND and HĐND short, without brackets; who heads a body ("Chủ tịch UBND") counts as it.

    >>> short("Ủy ban nhân dân (UBND) tỉnh Bắc Kạn")
    'UBND tỉnh Bắc Kạn'
    """
    text = _ASSEMBLY.sub("HĐND", _COUNCIL.sub("UBND", normal(_BRACKETS.sub(" ", name))))
    return _CHAIR.sub("", text).strip(" .,;:*_|-")


def place_of(texts: list[str]) -> str | None:
    """The province that ``texts`` speak of most ("tỉnh Bắc Kạn"; "Bắc Kạn, ngày …"), or None."""
    named = (found for text in map(plain, texts) for found in _named_province("ngày" in text).finditer(text))
    counts = Counter(found[found.lastindex or 0] for found in named)
    if not counts:
        return None
    name = counts.most_common(1)[0][0]
    return " ".join(_provinces()[name])


def of_letterhead(lines: list[str], place: str | None) -> str | None:
    """The issuer that the lines of a letterhead name, the last one the one that issues.

    Arguments: ``lines`` above the number and the date; ``place`` the province where they do not say it.
    """
    bodies: list[str] = []
    # Text taken out of a page may have both columns of a letterhead on one line.
    printed = [line for before, line in pairwise(["", *lines]) if not _ends_motto(before, line)]
    columns = (column for line in printed if len(column := _MOTTO.split(line)[0]) <= _LONGEST)
    for text in (body for column in columns for body in _bodies(short(column))):
        lower = plain(text)
        if _NOT_ISSUER.match(lower):
            continue
        if _PLACE_LINE.match(lower) and bodies and not _UNIT_NAME.search(bodies[-1]):
            bodies[-1] += " " + text
        elif _BODY_LINE.match(lower):
            bodies.append(text)
        elif bodies and text.isupper() and len(text.split()) <= 6 and not _heading(lower):
            bodies[-1] += " " + text
    if not bodies:
        return None
    bodies[-1] = short(bodies[-1])  # a name may be parted over two lines
    bodies = [_respelt(body, place) for body in bodies]
    if plain(bodies[-1]) == "văn phòng" and len(bodies) > 1:
        return with_place("Văn phòng " + _cased(bodies[-2]), place)
    if any(_CENTRAL_BODY.match(plain(body)) for body in bodies[:-1]):
        return _cased(bodies[-1])
    unit = next((found[0] for body in bodies[:-1] if (found := _UNIT_NAME.search(body))), place)
    return with_place(_cased(bodies[-1]), _cased_unit(unit) if unit else None)


def _respelt(body: str, place: str | None) -> str:
    """``body`` with the name of its province as ``place`` spells it, where letters are lost or wrong."""
    found = _UNIT_NAME.search(body)
    if not found or not place or plain(found[1]) != "tỉnh" or plain(found[2]) in _provinces():
        return body
    alike = SequenceMatcher(None, plain(found[2]), plain(place.partition(" ")[2])).ratio() > _ALIKE
    return body[: found.start()] + place.upper() if alike else body


def _ends_motto(before: str, line: str) -> bool:
    """Whether ``line`` ends the country's name that ``before`` begins: a narrow column breaks it."""
    above, end = plain(before).rstrip(), plain(line).strip()
    return (end == "việt nam" and above.endswith("chủ nghĩa")) or (
        end == "nam" and above.endswith("nghĩa việt")
    )


def _bodies(line: str) -> list[str]:
    """The bodies that one line in capitals names one after the other: "UBND TỈNH LÀO CAI SỞ NỘI VỤ"."""
    for found in _NEXT_BODY.finditer(f"{plain(line)} ") if line.isupper() else ():
        above = line[: found.start()]
        if _UNIT_NAME.search(above) or _any_province().search(plain(above)) or _is_central(plain(above)):
            return [above, *_bodies(line[found.end() :])]
    return [line]


def _is_central(text: str) -> bool:
    """Whether ``text`` (plain form) is the whole name of a ministry, or of a body of the whole country."""
    ministry = text.startswith("bộ ") and department.bare_end(text, len("bộ ")) == len(text)
    return ministry or text.endswith((" việt nam", "ban chấp hành trung ương"))


def _heading(text: str) -> bool:
    """Whether ``text`` (plain form) is the kind of a document or an office: it goes on with no name."""
    return text in _HEADINGS


_HEADINGS = frozenset(
    map(
        plain,
        [
            *lists.words("instruments")["kinds"],
            *lists.words("frame")["offices"],
            *lists.words("frame")["stamps"],
        ],
    )
)


def with_place(name: str, place: str | None) -> str:
    """``name`` with the province it belongs to, where it names none ("UBND tỉnh" -> "UBND tỉnh Bắc Kạn")."""
    if not place or _UNIT_NAME.search(name) or _CENTRAL_BODY.match(plain(name)):
        return name
    proper = _UNIT_NAME.search(place)
    if proper and plain(proper[2]) in plain(name):
        return name
    bare = re.sub(rf"\s+{_UNIT}$", "", name, flags=re.IGNORECASE)
    return f"{bare} {place}"


def _cased(name: str) -> str:
    """A name printed in capitals in its usual spelling."""
    if not name.isupper():
        return name
    if plain(name) in _CENTRAL:
        return _CENTRAL[plain(name)]
    found = _UNIT_NAME.search(name)
    head = name[: found.start()].strip() if found else name
    return " ".join(filter(None, [_cased_body(head), _cased_unit(found[0]) if found else ""]))


def _cased_body(name: str) -> str:
    words = re.sub(r"\b(?:ubnd|hđnd)\b", lambda found: found[0].upper(), name.lower())
    committee = _COMMITTEE.match(words)
    if committee:
        return capitalised(committee[0] + committee.string[committee.end() :].title())
    place = _any_province().search(plain(words))
    if place:
        words = words[: place.start()] + _provinces()[place[0]][1] + words[place.end() :]
    for proper in ("Việt Nam", "Quốc hội", "Chính phủ"):
        words = words.replace(proper.lower(), proper)
    return department.mended(capitalised(words))


def _cased_unit(unit: str) -> str:
    """ "TỈNH BẮC KẠN" -> "tỉnh Bắc Kạn"."""
    found = _UNIT_NAME.search(unit)
    if not found:
        return unit
    name = _provinces().get(plain(found[2]), ("", ""))[1]
    return f"{found[1].lower()} {name or ' '.join(word.capitalize() for word in found[2].split())}"
