"""Abbreviations: the general ones, and those that a document explains or that fit a full name in it.

Bodies are spelled out ("Sở TT&TT" -> "Sở Thông tin và Truyền thông"); terms such as CCHC stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from types import MappingProxyType

from loaders.grammar import lists
from loaders.layout.model import Layout, Paragraph
from loaders.spaces import single_spaced

__all__ = ["Abbreviations"]

_HEADS: tuple[str, ...] = tuple(lists.words("agency")["abbreviated_after"])
_HEAD = lists.any_of(_HEADS)
_AFTER_END = "|".join(rf"(?<=(?i:{re.escape(head.split()[-1])}) )" for head in _HEADS)
_JOINED = r"(?:\s?[&,\-–]\s?[A-ZĐ]{1,})*"
_SHORT = rf"[A-ZĐ]{{2,}}{_JOINED}"
_EXPLAINED = re.compile(
    rf"\(\s*(?:(?:sau\s+đây\s+)?(?:được\s+)?(?:viết|gọi)(?:\s+tắt)?\s+là:?\s*|gọi\s+tắt\s+là:?\s*)?[\"“]?({_SHORT})[\"”]?\s*\)"
)
_EXPLAINED_HEADED = re.compile(rf"\(\s*(?:[^()]{{0,30}}\slà:?\s*)?[\"“]?({_HEAD})\s+({_SHORT})[\"”]?\s*\)")
_USED = re.compile(rf" (?=[A-ZĐ]{{2}})(?:{_AFTER_END})([A-ZĐ]+{_JOINED})(?![\w&])")
"""One after the last word of a head. A pattern that begins with one sign, here a space, is found fast."""
_AFTER = re.compile(rf"\b({_HEAD})\s+$", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_LINKS = frozenset({"và"})
_LONGEST = 16
"""Words an abbreviation may stand for."""


@dataclass(frozen=True)
class Abbreviations(Mapping[str, str]):
    """Short form -> long form: ``bodies`` by themselves, ``names`` as after "Sở" or "Phòng", ``terms``."""

    bodies: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def general(cls) -> Abbreviations:
        """Those of ``ontology/abbreviations.csv``."""
        return _general()

    @classmethod
    def of_document(cls, layout: Layout, own: Mapping[str, str] = MappingProxyType({})) -> Abbreviations:
        """The general ones and those of ``layout``: explained in brackets, or short for a full name in it.

        What the document says outranks the general list. ``own`` are a province's short forms of bodies.
        """
        general = _general()
        text = "\n".join(_texts(layout))
        bodies, names, terms = dict(general.bodies), dict(general.names), dict(general.terms)
        bodies |= {_key(short): long for short, long in own.items()}
        kinds = {"body": bodies, "name": names, "term": terms}
        for short, long, kind in _explained(text):
            kinds[kind][short] = long
        for short, long in _explained_after_heads(text).items():
            bodies.pop(short, None)
            names[short] = long
        names.update(_shortened(text, known={**general.names, **names, **bodies, **terms}))
        return cls(bodies, names, terms)

    def __getitem__(self, short: str) -> str:
        for group in (self.bodies, self.names, self.terms):
            if short in group:
                return group[short]
        raise KeyError(short)

    def __iter__(self) -> Iterator[str]:
        return iter({**self.terms, **self.names, **self.bodies})

    def __len__(self) -> int:
        return len({**self.terms, **self.names, **self.bodies})

    def expand(self, name: str) -> str:
        """``name`` with the abbreviations of bodies spelled out; terms and unknown ones stay.

        >>> Abbreviations.general().expand("Sở TT&TT")
        'Sở Thông tin và Truyền thông'
        """
        if " và " in name:
            name = _AND.sub(self._with_sign, name)
        if not _CAPITALS.search(name):
            return name
        spelled = self._after_head.sub(lambda found: found[1] + self.names[_key(found[2])], name)
        return self._anywhere.sub(lambda found: self[_key(found[1])], self._listed(spelled))

    def _listed(self, text: str) -> str:
        """``text`` with forms of two letters spelled out that go on with a list: "Sở Nội vụ, TC, TP"."""
        if not _LISTED.search(text):
            return text
        names = _SEPARATED.split(text)
        headed = False
        for at in range(0, len(names), 2):
            if headed and names[at] in self.names:
                names[at] = self.names[names[at]]
            headed = _OPENS.match(names[at]) is not None or (headed and names[at] in self.names.values())
        return "".join(names)

    def _with_sign(self, found: re.Match[str]) -> str:
        """ "TT và TT" as "TT&TT", where that is a short form."""
        short = f"{found[1]}&{found[2]}"
        return short if short in self.names or short in self.bodies else found[0]

    @cached_property
    def _after_head(self) -> re.Pattern[str]:
        """Forms of two letters ("TC", "TP") are too many things to be read without their head."""
        return re.compile(
            rf"\b((?i:{_HEAD})\s+){_one_of(s for s in self.names if len(s) == 2)}(?!\s?[-–]\s?[A-ZĐ])"
        )

    @cached_property
    def _anywhere(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?<![\w&])(?<![A-ZĐ]-){_one_of([*self.bodies, *(s for s in self.names if len(s) > 2)])}"
        )


_LISTED = re.compile(r"[,;]\s*[A-ZĐ]{2}(?=\s*[,;.]|$)")
_SEPARATED = re.compile(r"(\s*[,;]\s*)")
_OPENS = re.compile(rf"(?:các\s+)?(?:{_HEAD})\s", re.IGNORECASE)
_AND = re.compile(r"\b([A-ZĐ]{2,4}) và ([A-ZĐ]{2,8})\b")
_CAPITALS = re.compile(r"[A-ZĐ]\s?[&,\-–]?\s?[A-ZĐ]")


def _key(printed: str) -> str:
    return "".join(printed.split()).replace("–", "-")


def _one_of(shorts: Iterable[str]) -> str:
    """One of the short forms as a whole word; long ones also where a line break has cut them ("TT&T T")."""
    forms = sorted({_key(short) for short in shorts}, key=lambda s: (-len(s), s))
    general = _general_spread()
    spread = [general.get(form) or _spread(form) for form in forms]
    return "(" + "|".join(spread) + r")(?![\w&])" if forms else r"(\b\B)"


def _spread(form: str) -> str:
    return "\\s?".join(map(re.escape, form)) if len(form) > 3 else re.escape(form)


@cache
def _general_spread() -> dict[str, str]:
    """The patterns of the general short forms, which are the same for all documents."""
    return {form: _spread(form) for form in _general()}


def _texts(layout: Layout) -> Iterator[str]:
    for block in layout.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in block.rows:
                yield from filter(None, [cell.passage.text for cell in row.cells])


@cache
def _general() -> Abbreviations:
    kinds: dict[str, dict[str, str]] = {"body": {}, "department": {}, "term": {}, "kept": {}}
    for row in lists.rows("abbreviations.csv"):
        kinds[row["kind"]][_key(row["short"])] = row["long"]
    return Abbreviations(kinds["body"], kinds["department"], kinds["term"] | kinds["kept"])


def _explained(text: str) -> Iterator[tuple[str, str, str]]:
    """(short, long, whether it is a body, its name after a head, or a term) for each "long form (SHORT)"."""
    for found in _EXPLAINED.finditer(text):
        before = text[max(0, found.start() - 160) : found.start()]
        long = _long_form(_key(found[1]), before)
        if long:
            head = " ".join(before.split())[: -len(long)]
            kind = "body" if _STARTS_BODY.match(long) else "name" if _AFTER.search(head) else "term"
            yield _key(found[1]), long, kind


def _explained_after_heads(text: str) -> dict[str, str]:
    """Short names explained with their head: "Trung tâm Phục vụ hành chính công phường (Trung tâm PVHCC)"."""
    out: dict[str, str] = {}
    for found in _EXPLAINED_HEADED.finditer(text):
        before = text[max(0, found.start() - 160) : found.start()].rpartition("\n")[2].rstrip()
        place = before.rfind(f"{found[1]} ")
        long = before[place + len(found[1]) :].strip() if place >= 0 else ""
        if _full_name(found[2], long):
            out.setdefault(_key(found[2]), long)
    return out


_STARTS_BODY = re.compile(rf"(?:{_HEAD}|{lists.any_of(lists.words('agency')['heads'])})\b", re.IGNORECASE)


def _letters(short: str) -> str:
    return re.sub(r"[^\w]", "", short).casefold()


def _long_form(short: str, before: str) -> str | None:
    """The words at the end of ``before`` whose first letters make ``short``."""
    letters = _letters(short)
    made = ""
    for word in reversed(list(_WORD.finditer(before))[-_LONGEST:]):
        if word[0] not in _LINKS:
            made = word[0][0].casefold() + made
        if made == letters:
            return single_spaced(before[word.start() :])
        if not letters.endswith(made):
            return None
    return None


def _shortened(text: str, known: Mapping[str, str]) -> dict[str, str]:
    """Short names used after a head ("Phòng HCTC-QTTV"), with the full name found elsewhere."""
    wanted: dict[str, set[str]] = {}
    for found in _USED.finditer(text):
        short = _key(found[1])
        if short in known:
            continue
        if after := _AFTER.search(text, max(0, found.start() - 20), found.end() - len(found[1])):
            wanted.setdefault(after[1].casefold(), set()).add(short)
    out: dict[str, str] = {}
    for head, shorts in wanted.items():
        firsts = {short[0].casefold() for short in shorts} | {link[0] for link in _LINKS}
        for place in _after(head, text):
            first = text[place : place + 1].casefold()
            if first not in firsts:
                continue
            following = text[place : place + 120].partition("\n")[0]
            for short in sorted(shorts - out.keys()):
                long = _full_name(short, following)
                if long:
                    out[short] = long
    return out


def _after(head: str, text: str) -> Iterator[int]:
    """The places in ``text`` after the words ``head``, in small letters, with a capital or in capitals."""
    forms = lists.any_of({head, head.capitalize(), head.title(), head.upper()})
    for found in re.finditer(rf"{forms}\s+", text):
        if not text[found.start() - 1 : found.start()].isalnum():
            yield found.end()


def _full_name(short: str, after: str) -> str | None:
    """The words at the start of ``after`` whose first letters make ``short``, or None."""
    letters = _letters(short)
    spans = list(_WORD.finditer(after))[:_LONGEST]
    made = ""
    for word in spans:
        if word[0] in _LINKS:
            continue
        if word[0].isupper() and len(word[0]) > 1:
            return None
        made += word[0][0].casefold()
        if made == letters:
            return " ".join(after[: word.end()].split())
        if not letters.startswith(made):
            return None
    return None
