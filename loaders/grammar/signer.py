"""Who signed: the name under an office in capitals."""

from __future__ import annotations

import re

from loaders.grammar import lists
from loaders.grammar.text import normal, plain

__all__ = ["of_lines"]

_OFFICES = lists.words("frame")["offices"]
_CAPITAL = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_SYLLABLE = rf"[{_CAPITAL}](?:['’][{_CAPITAL}]?)?[^\W\d_{_CAPITAL}]{{0,6}}"
_NAME = re.compile(rf"(?:^|(?<=\s))({_SYLLABLE}(?:\s+{_SYLLABLE}){{1,4}})\s*$")
_BESIDE = re.compile(rf"^-.*[;.]\s+({_SYLLABLE}(?:\s+{_SYLLABLE}){{1,4}})$")
"""A name that stands beside a receiver, where two columns are on one line."""
_BODY = re.compile(rf"{lists.any_of(lists.words('agency')['heads'])}\b")
_SURE = 3
"""Words of a name that is one also where no office is printed."""
_OFFICE = re.compile(rf"(?:KT\.|TUQ\.|TL\.|Q\.)?\s*{lists.any_of(_OFFICES)}")
_GLUED = re.compile(rf"({lists.any_of(_OFFICES)})(?=[{_CAPITAL}][^\W\d_{_CAPITAL}])")
_RANKS = frozenset(lists.words("frame")["ranks"])
_ON_BEHALF = re.compile(r"^T[/]?M[. ]")
_NOT_NAMES = re.compile(r"(?:nơi nhận|gửi bản|lưu\s*(?::|vt\b|văn\s+thư)|như trên|đã ký|ký bởi)\b|[-+(:;]")


def of_lines(lines: list[str]) -> tuple[str | None, str | None]:
    """Name and office of who signed, from the lines of a signature; None for what is not there.

    The office is as printed, without the line on whose behalf ("TM. …"); with "KT." where it stands. A bar
    parts two columns that stand on one line.
    """
    office: list[str] = []
    cells = [normal(_GLUED.sub(r"\1 ", cell)) for line in lines for cell in line.split("|")]
    for line in cells:
        titles = [normal(found) for found in _OFFICE.findall(line.upper() if _is_office(line) else line)]
        name = _name(line)
        if titles and not (name and plain(line) == plain(name)):
            office += [title for title in titles if title not in office]
        if name and not _is_office(name):
            return name, " ".join(office) or None
    return _beside(cells, sure=bool(office)), " ".join(office) or None


def _beside(cells: list[str], *, sure: bool) -> str | None:
    """The name beside a receiver; where none must stand there, the only one that can be no body's."""
    names = [found[1] for cell in cells if (found := _BESIDE.search(cell))]
    if not sure and (len(names) != 1 or len(names[0].split()) < _SURE or _BODY.match(names[0])):
        return None
    return names[0] if names else None


def _is_office(line: str) -> bool:
    return line.strip(" .").upper() in _OFFICES


def _name(line: str) -> str | None:
    """The personal name that ``line`` is or ends with, after an office in capitals or a rank."""
    if _NOT_NAMES.match(plain(line)) or (_ON_BEHALF.match(line) and line.isupper()):
        return None
    found = _NAME.search(line)
    before = line[: found.start()].strip(" /.") if found else ""
    return found[1] if found and (not before or before.isupper() or plain(before) in _RANKS) else None
