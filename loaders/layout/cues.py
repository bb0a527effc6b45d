"""What the words of a cell tell: an agency, a time, a deliverable, money, an unfinished phrase.

The word lists are data (data/cues.toml).
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files

from loaders.layout.columns import Role
from loaders.remembered import remembered

__all__ = [
    "begins_number",
    "closes_name",
    "goes_on_dashed",
    "hangs",
    "hints",
    "is_amount",
    "is_counted",
    "is_ditto",
    "is_mark",
    "is_money",
    "is_plural",
    "is_unfinished",
    "is_whole_time",
    "suits",
]

_DIGITS_TIME = re.compile(r"(?:ngày |tháng )?(?:0?[1-9]|[12]\d|3[01])[/-]\d|(?:19|20)\d\d\b|[IV]+/20\d\d")
_FIRST = re.compile(r"[\W_]*([^\W_]+)")
_NONE: frozenset[Role] = frozenset()
_ROMAN = frozenset("IV")
_LONGEST_PHRASE = 40
"""Characters at the beginning of a text that tell what it may be, and at its end whether it goes on."""
_MONEY = re.compile(r"\d[\d.,]*(?:\s*(?:triệu|tỷ|nghìn|đồng|trđ)\b.*)?$", re.IGNORECASE)
_AMOUNT_OF = re.compile(r"\d{1,3}(?:\.\d{3})*%? (\w)")
_COUNTED = re.compile(r"\W*\d{1,4} +")
_LABELLED = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)] [^\W\d]")
"""How a text begins whose number counts nothing: "1.2. Rà soát"."""


_AMOUNT = re.compile(r"\d[\d.,]* (?:nghìn|triệu|tỷ|tỉ|trđ|đồng)\b", re.IGNORECASE)


@functools.cache
def _lists() -> dict[str, tuple[str, ...]]:
    text = files("loaders.layout").joinpath("data/cues.toml").read_text(encoding="utf-8")
    return {name: tuple(words) for name, words in tomllib.loads(text).items()}


@functools.cache
def _phrases() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """By their first word the phrases that :func:`hints` looks for: the list they are in, and a pattern."""
    found: dict[str, dict[str, list[str]]] = {}
    for name in ("agency", "named_agency", "time", "work", "maybe_time", "product", "budget"):
        for phrase in sorted(_lists()[name], key=len, reverse=True):
            found.setdefault(phrase.split()[0].rstrip(":,"), {}).setdefault(name, []).append(
                re.escape(phrase)
            )
    return {
        first: [(name, re.compile(rf"[\W_]*(?:{'|'.join(held)})(?!\w)")) for name, held in lists.items()]
        for first, lists in found.items()
    }


def _told(folded: str, first: str) -> dict[str, re.Match[str]]:
    """The lists with a phrase that ``folded``, whose word is ``first``, begins with, and where it stands."""
    phrases = _phrases().get(first, ())
    return {name: found for name, pattern in phrases if (found := pattern.match(folded))}


@remembered
def hints(text: str) -> frozenset[Role]:
    """The roles that the beginning of ``text`` speaks for.

    ``Role.LEAD`` stands for any agency, ``Role.EXTRA`` for words that a time
    may begin with, or anything else.
    """
    word = _first_word(text).casefold()
    numbered = word[:1].isdigit()
    roman = text[:1] in _ROMAN
    if not (numbered or roman or word in _phrases()) or (numbered and _LABELLED.match(text)):
        return _NONE
    folded = text[:_LONGEST_PHRASE].casefold()
    told = _told(folded, word)
    found = set()
    if _names_body(text, told):
        found.add(Role.LEAD)
    if "work" not in told and ("time" in told or ((numbered or roman) and _DIGITS_TIME.match(text))):
        found.add(Role.TIME)
    elif "maybe_time" in told:
        found.add(Role.EXTRA)
    if (numbered and ((not found and _counts(text)) or _counts_product(folded))) or "product" in told:
        found.add(Role.PRODUCT)
    if "work" not in told and ("budget" in told or (numbered and _MONEY.match(text))):
        found.add(Role.BUDGET)
    return frozenset(found)


def _first_word(text: str) -> str:
    word = text.partition(" ")[0]
    if word.isalnum():
        return word
    found = _FIRST.match(text)
    return found[1] if found else ""


def _names_body(text: str, told: Mapping[str, re.Match[str]]) -> bool:
    """Whether a body is named, and not a longer phrase of work: "Ban hành" against "Ban"."""
    if "agency" in told:
        end = told["agency"].end()
        if not any(name in told and told[name].end() > end for name in ("work", "maybe_time")):
            return True
    return "named_agency" in told and _named(text, told["named_agency"].end())


def _counts_product(folded: str) -> bool:
    """Whether ``folded`` says how many of a deliverable there are: "02 báo cáo"."""
    count = _COUNTED.match(folded)
    counted = folded[count.end() :] if count else ""
    first = _FIRST.match(counted)
    return first is not None and "product" in _told(counted, first[1])


def _counts(text: str) -> bool:
    """Whether ``text`` says how many of what there are: "45 tủ lạnh"."""
    of = _AMOUNT_OF.match(text)
    return of is not None and of[1].islower() and not is_amount(text)


def _named(text: str, end: int) -> bool:
    """Whether a name in capitals follows."""
    return text[end : end + 2].strip().isupper()


_STRONG = {
    Role.LEAD: Role.LEAD,
    Role.COORD: Role.LEAD,
    Role.TIME: Role.TIME,
    Role.PRODUCT: Role.PRODUCT,
    Role.BUDGET: Role.BUDGET,
}
_WEIGHT = {Role.LEAD: 2.6, Role.COORD: 2.5, Role.TIME: 3.0, Role.PRODUCT: 1.5, Role.BUDGET: 1.5}

_MAYBE = 1.5
_ELSEWHERE, _FOREIGN = frozenset({Role.LEAD, Role.TIME}), -2.0
"""An agency or a time is hardly a deliverable."""
_MISSED = {Role.LEAD: -3.5, Role.COORD: -3.5, Role.TIME: -3.0, Role.PRODUCT: -1.0, Role.BUDGET: -2.0}


@functools.cache
def suits(found: frozenset[Role], role: Role) -> float:
    """How well a text with the hints ``found`` suits a column of ``role``: log-odds, 0 for none."""
    own = _STRONG.get(role)
    if own is None:
        return -0.5 * len(found - {Role.PRODUCT, Role.BUDGET, Role.EXTRA})
    if own in found:
        return _WEIGHT[role]
    if role is Role.TIME and Role.EXTRA in found:
        return _MAYBE
    if role is Role.PRODUCT and found & _ELSEWHERE:
        return _FOREIGN
    return _MISSED[role]


@functools.cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_lists()[name])


@functools.cache
def _opened() -> tuple[str, ...]:
    """The phrases of several words after which a phrase cannot end."""
    return tuple(phrase for phrase in _lists()["open"] if " " in phrase)


@functools.cache
def _opened_by() -> frozenset[str]:
    """The last words of those phrases."""
    return frozenset(phrase.rsplit(maxsplit=1)[-1] for phrase in _opened())


@functools.cache
def _closed() -> tuple[str, ...]:
    return tuple(_lists()["closed"])


def is_amount(text: str) -> bool:
    """Whether ``text`` begins with an amount of money: "20 triệu đồng"."""
    return bool(_AMOUNT.match(text))


_MARK = re.compile(r"[xX×+*•●✓✔√]{1,3}")


def is_mark(text: str) -> bool:
    """Whether ``text`` only marks a column: "x"."""
    return bool(_MARK.fullmatch(text))


_LONGEST_DITTO = 16
_DITTO_OPENS = frozenset("-– nN\"“”'")
_DITTO = re.compile(r"[-–\s]*(?:nt|như trên)[-–\s.]*|[\"“”]|''", re.IGNORECASE)


def is_ditto(text: str) -> bool:
    """Whether ``text`` stands for the cell above: "-nt-", "Như trên", a mark of ditto."""
    return len(text) <= _LONGEST_DITTO and text[:1] in _DITTO_OPENS and bool(_DITTO.fullmatch(text))


def closes_name(before: str, after: str) -> bool:
    """Whether the one word ``after`` ends a name that began in ``before``: "Thanh tra" and "Sở"."""
    word = after.strip().casefold()
    names = _names_closed(word) if " " not in word else ()
    return bool(names) and f"{before.strip()} {word}".casefold().endswith(names)


@functools.cache
def _names_closed(word: str) -> tuple[str, ...]:
    return tuple(phrase for phrase in _closed() if phrase.endswith(f" {word}"))


def goes_on_dashed(before: str, after: str) -> bool:
    """Whether ``after`` goes on with a name from its dash on: "Đài Phát thanh" and "- Truyền hình tỉnh"."""
    return after[0] in "-–" and any(
        before.casefold().endswith(first) and after[1:].lstrip().casefold().startswith(last)
        for first, last in _dashed()
    )


@functools.cache
def _dashed() -> tuple[tuple[str, str], ...]:
    """The two parts of each name with a dash in it."""
    return tuple((first, last) for first, _, last in (name.partition(" - ") for name in _lists()["dashed"]))


def is_counted(word: str) -> bool:
    """Whether a number may follow ``word``, of which it says how many or which: "Quý", "khoản"."""
    return word.casefold() in _words("counted")


_LONGEST_TIME = 40


@functools.cache
def _whole_times() -> re.Pattern[str]:
    return re.compile("|".join(_lists()["whole_time"]), re.IGNORECASE)


@remembered
def is_whole_time(text: str) -> bool:
    """Whether ``text`` is a time that wants nothing more: "Quý II/2025"."""
    return len(text) <= _LONGEST_TIME and bool(_whole_times().fullmatch(text))


def is_plural(word: str) -> bool:
    """Whether ``word`` only makes the next one plural, so that no text ends with it: "Liên hiệp các"."""
    return word.casefold() in _words("plural")


_COUNT = re.compile(r"\d|[IVX]+\b")


def is_money(text: str) -> bool:
    """Whether ``text`` is a sum of money, or may be one: "2.500", "300 triệu đồng"."""
    return _MONEY.fullmatch(text) is not None


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
    folded = stripped[-_LONGEST_PHRASE:].casefold()
    last = folded.rsplit(maxsplit=1)[-1]
    if after and last in _words("counted") and begins_number(after):
        return True
    if last not in _words("open"):
        return last in _opened_by() and folded.endswith(_opened())
    return not folded.endswith(_closed())


def is_unfinished(text: str) -> bool:
    """Whether a cell hardly ends with ``text``: it hangs, or another item must follow."""
    return text.endswith(";") or hangs(text)
