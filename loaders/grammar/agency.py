"""Lists of agencies as plans print them, split into single agencies with one canonical name each.

The reading rules are those of docs/records.md: lists share their head or tail, groups have one name,
restrictions and names stay as printed, brackets are left out, slips in a department's name are mended.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from loaders.grammar import department, groups, lists
from loaders.grammar.abbreviation import Abbreviations
from loaders.grammar.text import capitalised, normal, plain
from loaders.remembered import remembered

__all__ = ["begins", "parse"]

_WORDS = lists.words("agency")


def _start(options: list[str]) -> re.Pattern[str]:
    return re.compile(lists.any_of(map(plain, options)) + r"\b")


_PHONG = "|".join(re.escape(word) for word in _WORDS["not_after_phong"])
_HEAD = re.compile(
    rf"(?!phòng\s*(?:{_PHONG})|báo\s+chí|khoa\s+học){lists.any_of(map(plain, _WORDS['heads']))}\b"
)
_PROPER_HEAD = _start(_WORDS["proper_heads"])
_GENERAL = _start(_WORDS["general"])
_NOT_AGENCY = _start(_WORDS["not_agencies"])
_HOLDER = _start(_WORDS["holders"])
_FACILITY = _start(_WORDS["facilities"])
_DEPARTMENT = re.compile(r"(?:sở|bộ)\s+")
_CODES = re.compile(r"[A-ZĐ]{2,4}(?:,[A-ZĐ]{2,4})+\s?&\s?[A-ZĐ]{2,4}(?!\w)")
"""A short form with a comma in it: "Ủy ban KH,CN&MT"."""
_PERSON = re.compile(r"(?:đ/c|đồng\s+chí|ông|bà)\s")
_ENDS_GENERAL = re.compile(
    rf"(?:^|các\s|,\s|và\s|thuộc\s|ngang\s|^{lists.any_of(map(plain, _WORDS['holders']))}\s)"
    rf"(?:{lists.any_of(map(plain, _WORDS['general']))}|sở)$"
)
_UNIT_NOUN = (
    r"(?:huyện|quận|thị\s+xã|thành\s+phố|(?:thị|thành)(?=\s*(?:[,;.]|$))|xã|phường|thị\s+trấn|đặc\s+khu)"
)
_UNIT = re.compile(rf"{_UNIT_NOUN}\b")
_ENDS_UNIT = re.compile(rf"\b{_UNIT_NOUN}$")
_SEPARATOR = re.compile(r"\s*[,;/]\s*|\s*\.\s+(?=[^\W\d_])|\s+(?:và|cùng|với|hoặc)\s+")
_UNIT_NOUNS = lists.any_of(map(plain, [*_WORDS["units"], *_WORDS["general"]]))
_BARE_UNIT = re.compile(
    rf"(?:các\s+)?{_UNIT_NOUNS}(?=\s*(?:[,;.]|$)|\s+(?:và|có\s+liên\s+quan|liên\s+quan|(?:trực\s+)?thuộc|của|trong|trên)\b)"
)
_BARE_UNITS = re.compile(
    rf"(?:(?:trưởng|lãnh\s+đạo|thủ\s+trưởng|giám\s+đốc)\s+)?các\s+{_UNIT_NOUNS}(?:(?:\s*,\s*|\s+và\s+)(?:các\s+)?{_UNIT_NOUNS})*"
)
_SHARED_HEAD = re.compile(
    r"(?:các\s+)?(?P<head>sở|phòng|ban|bộ|ubnd\s+(?:các\s+)?(?:huyện|xã|phường|quận))\s*:\s*"
    r"|các\s+(?P<unit>vụ|cục|tổng\s+cục|chi\s+cục|trung\s+tâm|công\s+ty|khoa|viện|trường|bệnh\s+viện|hội)\s*:\s*"
)
_PLURAL = re.compile(r"các\s+(?P<head>sở|phòng|bộ)\s+(?!\w+\s*,\s*(?:ban|ngành))")
_NAMED_PLURAL = re.compile(
    r"các\s+(?P<head>sở|phòng|ban|bộ|vụ|cục|chi\s+cục|trung\s+tâm|công\s+ty|khoa|viện|trường|bệnh\s+viện)\s+"
)
_PROPER = re.compile(r"[A-ZĐÁÂÔƠƯÍÝ]")
_LEVEL = re.compile(r"(?:cấp\s+)?(?P<level>tỉnh|huyện|xã|phường|trung\s+ương)(?=\s*(?:[,;.]|$)|\s+và\s)")
_ENDS_LEVEL = re.compile(r"(?:cấp\s+)?(tỉnh|huyện|xã|phường|trung ương)$", re.IGNORECASE)
_TAIL = re.compile(r"\s+cấp (?:tỉnh|huyện|xã)(?:, cấp (?:huyện|xã))*$", re.IGNORECASE)
_COUNCIL = re.compile(r"[ủu][ỷyỳ]\s+ban\s+nhân\s+dân", re.IGNORECASE)
_LEADS = re.compile(
    r"(?:\s+là\s+(?:cơ quan|đơn vị|đầu mối))?(?<!giao)\s+chủ trì(?:\s*,\s*phối hợp(?:\s+với)?)?"
    r"(?=\s*(?:[;,.]|$)|\s+(?:[A-ZĐ]|các\b))|\s*,?\s+phối hợp\s+(?:với|cùng)(?=\s+(?:[A-ZĐ]|các\b))"
)
_DONE = re.compile(
    r"(?<!cơ quan)(?<!đơn vị)(?<!tổ chức)(?:\s+(?:để|cùng))*(?:\s+(?:tổ chức|triển khai))*\s+thực hiện"
    r"[\s.;]*$"
)
"""What is left of "… phối hợp với Sở A, Sở B tổ chức thực hiện"."""
_BULLET = re.compile(r"(?:^|(?<=[;.,:]))\s*[-–+•*]\s*")
_INNER_BULLET = re.compile(r"\s[-–+•*]\s+(?=[A-ZĐÂĂÊÔƠƯÁÀẢÃẠỦ])")
_UNIT_AND_NAME = re.compile(r"tỉnh(?<!\wtỉnh)( )(?=[A-ZĐ])")
_NAMED_UNIT = re.compile(
    r"(?i:(?:UBND\s+)?(?:thành\s+phố|thị\s+xã|đặc\s+khu))(?:\s+[A-ZĐÁÂÔƠƯÍÝ][^\W\d_]*){1,4}(?=\s*(?:[,;.]|$)|\s+và\s)"
)
_PARTED_UNIT = re.compile(r"(?:chi\s+cục|cục|vụ|trung\s+tâm|phòng|viện|khoa)\s+")
_LAST_PART = re.compile(r"[^,;]{2,40}?\s+(?:và|[-–])\s+")
_NAMED_UNITS = re.compile(rf"UBND\s+các\s+(?P<unit>{_UNIT_NOUN})\s+(?=[A-ZĐ])")
_ZONES = re.compile(r"(?:các\s+)?khu\s+(?:kinh\s+tế|công\s+ngh|chế\s+xuất)")
_AT_LEVEL = re.compile(
    r"(?:^|[;.,–+*-])\s*(?:(?:(?:[Ởở]|[Tt]ại)\s+)?[Cc]ấp|[Ởở]|[Tt]ại)\s+"
    r"(?:tỉnh|thành phố|huyện|cơ sở|xã|phường|[Tt]rung ương)\s*:\s*"
)
"""What is put before the bodies of each level: "Ở cấp tỉnh: Sở A; ở cấp xã: UBND cấp xã"."""
_EDGE = " .,;:-–+*"


class _Name(NamedTuple):
    """One name of a list: ``own`` where it stands by itself (an agency, a group), not for general nouns."""

    text: str
    separator: str = ""
    own: bool = True


@dataclass
class _List:
    """A list of agencies while it is read."""

    text: str
    abbreviations: Abbreviations
    names: list[_Name] = field(default_factory=list)
    head: str | None = None
    """What bare names get in front: "Sở" after "các Sở: …" or after "Sở Nội vụ"."""
    any_name: bool = False
    """Whether ``head`` was announced by a colon and so holds for names that are not known."""
    at_units: bool = False

    def __post_init__(self) -> None:
        self.plain = plain(self.text)

    @cached_property
    def kept(self) -> list[tuple[int, int]]:
        """The names that hold separators and are not to be split; asked for where one stands."""
        codes = _CODES.finditer(self.text) if "&" in self.text else ()
        return [found.span() for found in (*department.UNDIVIDED.finditer(self.plain), *codes)]


def parse(text: str | None, abbreviations: Abbreviations) -> tuple[str, ...]:
    """The single agencies of a printed list, in its order, each once.

    Arguments: ``text`` as printed in a cell or a heading; ``abbreviations`` of its document.
    An empty text gives an empty tuple; nothing is ever refused.

    >>> parse("Các Sở: Tư pháp, Tài chính; UBND huyện, TP", Abbreviations.general())
    ('Sở Tư pháp', 'Sở Tài chính', 'UBND cấp huyện')
    """
    listed = _List(_prepared(text or "", abbreviations), abbreviations)
    position = 0
    while position < len(listed.text):
        between = ""
        while separator := _SEPARATOR.match(listed.plain, position):
            between, position = separator[0].strip(), separator.end()
        if position < len(listed.text):
            position = _read(listed, position, between)
    names = _alone(_with_tails(listed.names))
    return tuple(dict.fromkeys(name for name in map(_finished, names) if len(name) > 1))


def begins(text: str) -> bool:
    """Whether ``text`` begins like the name of an agency or a group: "Các sở, ban, ngành có …"."""
    words = plain(text)
    bare = words.removeprefix("tất cả ").removeprefix("các ")
    if _NOT_AGENCY.match(bare):
        return False
    return bool(groups.match(words, 0) or any(kind.match(bare) for kind in (_HEAD, _GENERAL, _FACILITY)))


def _prepared(text: str, abbreviations: Abbreviations) -> str:
    """Without brackets, with bodies spelled out and "Ủy ban nhân dân" as UBND, bullets as separators."""
    flat = (
        _AT_LEVEL.sub("; ", _without_brackets(normal(text)))
        if ":" in text
        else _without_brackets(normal(text))
    )
    flat = _DONE.sub("", flat) if "thực hiện" in flat else flat
    flat = _COUNCIL.sub("UBND", abbreviations.expand(flat))
    flat = _LEADS.sub(";", flat) if "chủ trì" in flat or "phối hợp" in flat else flat
    if _BULLET.match(flat):
        flat = _INNER_BULLET.sub(lambda dash: "; " if begins(flat[dash.end() :]) else dash[0], flat)
    return _parted(_BULLET.sub(" ", flat).strip(_EDGE))


def _parted(text: str) -> str:
    """``text`` with semicolons between agencies that only the lines of a cell parted."""
    words = plain(text)
    ends = [place for place in department.ends(words) if text[place + 1 : place + 2].isupper()]
    ends += [found.start(1) for found in _UNIT_AND_NAME.finditer(text)]
    for place in sorted(set(ends), reverse=True):
        if _HEAD.match(words, place + 1):
            text = f"{text[:place]};{text[place:]}"
    return text


def _without_brackets(text: str) -> str:
    """``text``, normal, without what stands in brackets; an agency may follow one without a separator."""
    if "(" not in text and ")" not in text:
        return text.replace(" ,", ",").replace(" ;", ";")
    out, depth = [], 0
    for char in text:
        if char == "(":
            depth += 1
        elif char == ")":
            depth = max(0, depth - 1)
            out.append("\0")
        elif not depth:
            out.append(char)
    flat = re.sub(r"\s*\0+\s*(?=[A-ZĐ])", "; ", "".join(out))
    return normal(flat.replace("\0", " ").replace(" ,", ",").replace(" ;", ";"))


def _read(listed: _List, start: int, separator: str) -> int:
    """Read one name (or the announcement of a shared head) at ``start``; returns where it ends."""
    if separator in {";", "."}:
        listed.any_name = listed.any_name and not _HEAD.match(listed.plain, start)
    shared = _SHARED_HEAD.match(listed.plain, start)
    if shared:
        listed.head, listed.any_name = _singular(shared["head"] or shared["unit"]), True
        return shared.end()
    units = _NAMED_UNITS.match(listed.text, start)
    if units:  # "UBND các huyện Cao Lộc, Chi Lăng"
        listed.head, listed.any_name = f"UBND {units['unit']}", True
        return units.end()
    named = _NAMED_UNIT.match(listed.text, start)
    if named and listed.at_units and separator in {",", "và"}:
        return named.end()  # "UBND các xã, phường, đặc khu Phú Quý" are all units of the level
    group = groups.match(listed.plain, start, listed.at_units)
    level = _LEVEL.match(listed.plain, start)
    if level and listed.names and _repeat(listed, level, separator):
        return level.end()
    if group:
        end, found = group
        listed.names += [_Name(name, separator) for name in found]
        listed.at_units = found[-1] != groups.DEPARTMENTS
        listed.head, listed.any_name = None, False
        return end
    listed.at_units = False
    return _single(listed, start, separator)


def _singular(head: str) -> str:
    """What "sở" or "ubnd các huyện" puts in front of each bare name."""
    first, *rest = head.split()
    return " ".join(["UBND" if first == "ubnd" else capitalised(first), *rest[-1:]])


def _bare_list(text: str, start: int) -> bool:
    """Whether several departments without "Sở" stand at ``start``; one alone is all of its kind."""
    end = department.bare_end(text, start)
    after = _SEPARATOR.match(text, end) if end else None
    return after is not None and department.bare_at(text, after.end())


def _shares_head(listed: _List, start: int) -> str | None:
    """The head that several names from ``start`` on share: "các phòng Nghiệp vụ Y, Nghiệp vụ Dược"."""
    plural = _NAMED_PLURAL.match(listed.plain, start)
    if not plural or not _PROPER.match(listed.text, plural.end()):
        return None
    second = _SEPARATOR.search(listed.plain, plural.end())
    if not second or second[0].strip() in {";", "."} or _HEAD.match(listed.plain, second.end()):
        return None
    return plural["head"] if _PROPER.match(listed.text, second.end()) else None


def _repeat(listed: _List, level: re.Match[str], separator: str) -> bool:
    """Repeat the last name for another level: "Ban Chỉ huy … cấp tỉnh, cấp xã"."""
    last = listed.names[-1].text
    if separator in {";", "."} or not _ENDS_LEVEL.search(last):
        return False
    kind = "cấp " if "cấp" in level[0] or re.search(r"cấp \w+$", last, re.IGNORECASE) else ""
    name = _ENDS_LEVEL.sub(kind + level["level"], last)
    listed.names.append(_Name(name, separator))
    return True


def _single(listed: _List, start: int, separator: str) -> int:
    plural = _PLURAL.match(listed.plain, start)
    if plural and listed.text[plural.end()].isupper() and _bare_list(listed.plain, plural.end()):
        listed.head, listed.any_name = _singular(plural["head"]), False
        start = plural.end()
    elif shared := _shares_head(listed, start):
        listed.head, listed.any_name = _singular(shared), True
        start += len("các ") + len(shared) + 1
    bare = department.bare_at(listed.plain, start)
    if listed.head and (bare or (listed.any_name and not _HEAD.match(listed.plain, start))):
        end = _name_end(listed, start)
        head = "UBND" if listed.head.startswith("UBND") and _UNIT.match(listed.plain, start) else listed.head
        name = listed.abbreviations.expand(f"{head} {listed.text[start:end]}")
        listed.names.append(_Name(name, separator))
        return end
    end = _name_end(listed, start)
    first, _, rest = listed.plain[start:end].partition(" ")
    known = first in {"sở", "phòng"} and department.bare_at(rest, 0)
    listed.head, listed.any_name = (capitalised(first) if known else None), False
    name = listed.text[start:end]
    listed.names.append(_Name(name, separator, own=not _is_general(name)))
    return end


def _is_general(name: str) -> bool:
    """Whether ``name`` begins with a general noun, and not with a proper name ("Ban Dân tộc")."""
    text = plain(name)
    noun = _GENERAL.match(text, len("các ") if text.startswith("các ") else 0)
    return noun is not None and not name[noun.end() :].lstrip()[:1].isupper()


def _name_end(listed: _List, start: int) -> int:
    """Where the name that begins at ``start`` ends: at the first separator after which another one begins."""
    for separator in _SEPARATOR.finditer(listed.plain, start + 1):
        if any(a < separator.end() and separator.start() < b for a, b in listed.kept):
            continue
        if _next_begins(listed, start, separator):
            return separator.start()
    return len(listed.text)


def _next_begins(listed: _List, start: int, separator: re.Match[str]) -> bool:
    """Whether a new name begins after ``separator``, and not the rest of the one begun at ``start``."""
    mark, after = separator[0].strip(), separator.end()
    if mark in {";", "."}:
        return True
    before = listed.plain[start : separator.start()]
    following = listed.plain
    if _ENDS_GENERAL.search(before) and (_GENERAL.match(following, after)):
        return False
    if _BARE_UNITS.fullmatch(before) and _BARE_UNIT.match(following, after):
        return False
    if before.startswith(("ban quản lý", "bql")) and _ZONES.match(following, after):
        return False
    if _PERSON.match(before) and mark == "," and _HOLDER.match(following, after):
        return False
    listed_units = _HOLDER.match(before) or re.search(
        rf"\bcác\s+(?:[^,;]{{1,60}}\s)?(?:{_UNIT_NOUN}\s*,\s*)*{_UNIT_NOUN}$", before
    )
    if listed_units and _ENDS_UNIT.search(before) and _UNIT.match(following, after):
        return False
    if _PROPER_HEAD.match(following, after) and listed.text[after].islower():
        return False
    if groups.match(following, after) or _HEAD.match(following, after):
        return True
    if _LEVEL.match(following, after) and _ENDS_LEVEL.search(before):
        return True
    if mark == "," and (_NOT_AGENCY.match(following, after) or _goes_on(listed, before, after)):
        return False
    if mark == "," and _is_whole(before) and not _UNIT.match(following, after):
        return True
    if mark == "," or listed.any_name:
        return listed.text[after : after + 1].isupper() or listed.any_name
    shares_head = before.startswith(("sở ", "phòng ")) or listed.head is not None
    return shares_head and department.bare_at(following, after)


def _is_whole(name: str) -> bool:
    """Whether ``name`` (plain form) has all its words: a department's, or those up to its level."""
    head = _DEPARTMENT.match(name)
    ended = head is not None and department.bare_end(name, head.end()) == len(name)
    return ended or _ENDS_LEVEL.search(name) is not None


def _goes_on(listed: _List, before: str, after: int) -> bool:
    """Whether the name of a unit goes on at ``after`` a comma: "Chi cục Chăn nuôi, Thú y và Thủy sản"."""
    unit = _PARTED_UNIT.match(before)
    last = _LAST_PART.match(listed.plain, after)
    if unit is None or last is None or listed.any_name or _HEAD.match(listed.plain, last.end()):
        return False
    return not department.bare_at(before, unit.end()) and not department.bare_at(listed.plain, after)


def _with_tails(names: list[_Name]) -> list[_Name]:
    """Share a level printed once at the end: "Phòng Nội vụ, Phòng Tư pháp cấp huyện"."""
    out = list(names)
    for i in range(len(out) - 2, -1, -1):
        tail = _TAIL.search(out[i + 1].text)
        same = all(name.text.startswith("Phòng ") for name in out[i : i + 2])
        if tail and same and out[i + 1].separator not in {";", "."} and not _TAIL.search(out[i].text):
            out[i] = out[i]._replace(text=out[i].text + tail[0])
    return out


def _alone(names: list[_Name]) -> list[str]:
    """General nouns listed with an agency stand alone; a phrase begun by "và" or "các" stays one."""
    out: list[str] = []
    for i, name in enumerate(names):
        bound = name.separator == "và" or (name.separator == "," and plain(name.text).startswith("các "))
        if name.own or bound or not _neighbours(names, i):
            out.append(name.text)
        else:
            out += re.split(r"\s*,\s*|\s+và\s+", name.text)
    return out


def _neighbours(names: list[_Name], i: int) -> bool:
    """Whether a name of its own stands beside ``names[i]``, with no semicolon between."""
    before = i > 0 and names[i].separator not in {"", ";", "."} and names[i - 1].own
    after = i + 1 < len(names) and names[i + 1].separator not in {"", ";", "."} and names[i + 1].own
    return before or after


@remembered
def _finished(name: str) -> str:
    """The canonical spelling of one name."""
    text = name.strip(_EDGE)
    if _is_general(text):
        text = _GENERAL_WORD.sub(lambda found: found[0].lower(), text)
    return capitalised(department.mended(text))


_GENERAL_WORD = re.compile(
    rf"(?:^|(?<=^Các )|(?<=, )|(?<=và )){lists.any_of(map(capitalised, _WORDS['general']))}\b"
)
