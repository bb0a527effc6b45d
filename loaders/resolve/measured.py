"""What a number measures, made comparable: its name without what stands around it, its scope, its unit."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from loaders.align.text import fold as syllable
from loaders.align.text import folded, short_forms
from ontology.slug import fold

__all__ = ["core", "names_a_thing", "scopes", "unit_kind"]

_BRACKETS = re.compile(r"\([^()]*\)?")
_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r"\btrong\s+(?:số\s+)?đó\b", re.IGNORECASE)
_FIGURE = r"\d+(?:[.,]\d+)?\s*%"
_LISTED = re.compile(rf"(?:,|\s+và)\s*{_FIGURE}[^,%]*?\bcấp\s+(?:tỉnh|huyện|xã)\b", re.IGNORECASE)
_NEXT = re.compile(rf",[^,]*{_FIGURE}.*")
_CAPITAL = "".join(c for c in map(chr, range(0x1EFF)) if c.isupper())
_PLACE = re.compile(
    r"(?<!cấp)\s(?:(?:của|trên địa bàn|thuộc)\s+(?:toàn\s+)?)?(?:tỉnh|thành phố)"
    rf"(?=\s[{_CAPITAL}]|$|[,.;])(?:\s[{_CAPITAL}]\w*)*"
)
_LEVELS = re.compile(r"\bcap ((?:tinh|huyen|xa)(?: (?:va |cap )*(?:tinh|huyen|xa)\b)*)")
_NUMBER = re.compile(r"\bn\b")
LEAST_WORDS = 6
"""Words that two measures must share to be one indicator without standing in the list."""


def core(text: str) -> str:
    """The folded words of what ``text`` names, short forms written out.

    Left out are brackets, the numbers beside it and what they measure, the name of the province, and the
    words of measured.toml before and after it.

    >>> core("Phấn đấu mức độ hài lòng của người dân về giải quyết TTHC")
    'muc do hai long cua nguoi dan ve giai quyet thu tuc hanh chinh'
    """
    return fold(_syllables(text))


def names_a_thing(text: str) -> bool:
    """Whether ``text`` names something whole: long enough, and no rest of a sentence."""
    words = _syllables(text)
    return words.count(" ") + 1 >= LEAST_WORDS and not _lost().match(words)


@lru_cache(maxsize=50_000)
def _syllables(text: str) -> str:
    plain = _BRACKETS.sub(" ", " ".join(unicodedata.normalize("NFC", text).split()))
    plain = _PLACE.sub("", _NEXT.sub("", _LISTED.sub("", _own_part(plain))))
    forms = short_forms(())
    words = (forms.get(syllable(w), (w,)) if w.isupper() else (w,) for w in _WORD.findall(plain))
    return _trimmed(" ".join(syllable(part) for word in words for part in word))


def _own_part(text: str) -> str:
    """The side of "trong đó" that is measured: a side with a number in it is another measure."""
    before, after = (*_PART.split(text, maxsplit=1), "")[:2]
    return after if after.strip(" ,") and not re.search(r"\d", after) else before


def _trimmed(words: str) -> str:
    while (shorter := _opening().sub("", words, count=1)) != words:
        words = shorter
    return _closing().sub("", words)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"^{_any('openings')} ")


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"(?: {_any('closings')})+$")


@cache
def _lost() -> re.Pattern[str]:
    return re.compile(rf"{_any('lost')} ")


def _any(name: str) -> str:
    """A pattern for one of the phrases of the list ``name``, longest first; N stands for a number."""
    phrases = (" ".join(folded(phrase)) for phrase in _data()[name])
    patterns = (_NUMBER.sub(lambda _: r"\d+", phrase) for phrase in phrases)
    return f"(?:{'|'.join(sorted(patterns, key=lambda p: (-len(p), p)))})"


def scopes(text: str) -> tuple[str, ...]:
    """The levels of government that ``text`` names, as codes of the list "level"; none where it names none.

    >>> scopes("hồ sơ công việc tại cấp tỉnh, huyện và cấp xã")
    ('province', 'district', 'commune')
    """
    words = core(text)
    named = " ".join(_LEVELS.findall(words)).split()
    return tuple(
        code
        for code, name in _data()["scopes"].items()
        if fold(name) in named or any(core(body) in words for body in _data()["bodies"].get(code, ()))
    )


def unit_kind(unit: str | None) -> str:
    """The kind of ``unit`` (:data:`ontology.indicators.UNITS`); per something: of what is counted."""
    first = fold((unit or "").split("/", maxsplit=1)[0])
    return next((kind for kind, words in _data()["units"].items() if first in map(fold, words)), "count")


@cache
def _data() -> Any:
    return tomllib.loads(files("loaders.resolve").joinpath("measured.toml").read_text(encoding="utf-8"))
