"""What the words of a cell tell: an agency, a time, a deliverable, money, an unfinished phrase.

The word lists are data (data/cues.toml).
"""

from __future__ import annotations

import functools
import re
import tomllib
from importlib.resources import files

from loaders.layout.columns import Role

__all__ = ["awaits_number", "begins_number", "hangs", "hints", "suits"]

_DIGITS_TIME = re.compile(r"(?:ngày |tháng )?(?:0?[1-9]|[12]\d|3[01])[/-]\d|(?:19|20)\d\d\b|[IV]+/20\d\d")
_FIRST = re.compile(r"[\W_]*([^\W_]+)")
_NONE: frozenset[Role] = frozenset()
_MONEY = re.compile(r"\d[\d.,]*(?:\s*(?:triệu|tỷ|nghìn|đồng|trđ)\b.*)?$", re.IGNORECASE)
_COUNTED = re.compile(r"^\W*\d{1,4} +")


@functools.cache
def _lists() -> dict[str, tuple[str, ...]]:
    text = files("loaders.layout").joinpath("data/cues.toml").read_text(encoding="utf-8")
    return {name: tuple(words) for name, words in tomllib.loads(text).items()}


@functools.cache
def _starts(name: str) -> re.Pattern[str]:
    words = sorted(_lists()[name], key=len, reverse=True)
    return re.compile(rf"[\W_]*(?:{'|'.join(map(re.escape, words))})(?!\w)")


@functools.cache
def _first_words() -> frozenset[str]:
    """The first words of all that :func:`hints` looks for, so that most texts need no search."""
    lists = ("agency", "named_agency", "time", "maybe_time", "product", "budget")
    first = (_FIRST.match(words) for name in lists for words in _lists()[name])
    return frozenset(found[1] for found in first if found)


def hints(text: str) -> frozenset[Role]:
    """The roles that the beginning of ``text`` speaks for.

    ``Role.LEAD`` stands for any agency, ``Role.EXTRA`` for words that a time
    may begin with, or anything else.
    """
    first = _FIRST.match(text)
    if not (first and (first[1].casefold() in _first_words() or first[1][0].isdigit() or text[0] in "IV")):
        return _NONE
    folded = text.casefold()
    found = set()
    if _starts("agency").match(folded) or _names_agency(text, folded):
        found.add(Role.LEAD)
    work = _starts("work").match(folded)
    if not work and (_starts("time").match(folded) or _DIGITS_TIME.match(text)):
        found.add(Role.TIME)
    elif _starts("maybe_time").match(folded):
        found.add(Role.EXTRA)
    if _starts("product").match(_COUNTED.sub("", folded)):
        found.add(Role.PRODUCT)
    if not work and (_starts("budget").match(folded) or _MONEY.match(text)):
        found.add(Role.BUDGET)
    return frozenset(found)


def _names_agency(text: str, folded: str) -> bool:
    match = _starts("named_agency").match(folded)
    return match is not None and text[match.end() : match.end() + 2].strip().isupper()


_STRONG = {
    Role.LEAD: Role.LEAD,
    Role.COORD: Role.LEAD,
    Role.TIME: Role.TIME,
    Role.PRODUCT: Role.PRODUCT,
    Role.BUDGET: Role.BUDGET,
}
_WEIGHT = {Role.LEAD: 2.6, Role.COORD: 2.5, Role.TIME: 3.0, Role.PRODUCT: 1.5, Role.BUDGET: 1.5}

_MAYBE = 1.5
_MISSED = {Role.LEAD: -3.5, Role.COORD: -3.5, Role.TIME: -3.0, Role.PRODUCT: -1.0, Role.BUDGET: -2.0}


def suits(found: frozenset[Role], role: Role) -> float:
    """How well a text with the hints ``found`` suits a column of ``role``: log-odds, 0 for none."""
    own = _STRONG.get(role)
    if own is None:
        return -0.5 * len(found - {Role.PRODUCT, Role.BUDGET, Role.EXTRA})
    if own in found:
        return _WEIGHT[role]
    if role is Role.TIME and Role.EXTRA in found:
        return _MAYBE
    return _MISSED[role]


@functools.cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_lists()[name])


@functools.cache
def _closed() -> tuple[str, ...]:
    return tuple(_lists()["closed"])


def awaits_number(text: str) -> bool:
    """Whether ``text`` ends in a word or comma that a number may follow: "Quý", "khoản"."""
    last = text.rsplit(maxsplit=1)[-1].casefold()
    return last in _words("counted") or last[-1] in ",-–/("


_COUNT = re.compile(r"\d|[IVX]+\b")


def begins_number(text: str) -> bool:
    """Whether ``text`` begins with a number, in digits or Roman."""
    return bool(_COUNT.match(text))


def hangs(text: str, after: str = "") -> bool:
    """Whether ``text`` ends in a word, comma or hyphen after which its phrase must go on.

    Some words must go on only where a number comes ``after`` ("Quý" before "II/2024").
    """
    stripped = text.rstrip()
    if not stripped or stripped[-1] in ",-–/(":
        return bool(stripped)
    if not stripped[-1].isalpha():
        return False
    folded = stripped.casefold()
    last = folded.rsplit(maxsplit=1)[-1]
    if last in _words("counted") and begins_number(after):
        return True
    return last in _words("open") and not folded.endswith(_closed())
