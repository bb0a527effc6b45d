"""Numbers of documents ("số hiệu"): found with their slips, given in their official form.

Read: 76/NQ-CP, 107/2020/NĐ-CP, 08-NQ/TU, 77/2015/QH13, 05/CV-BCĐ, 12a/KH-UBND; with spaces ("213 /KH-UBND",
"10- CTr/TU"), with a lost hyphen ("130/2005/NĐCP") or a stroke too many ("49/-CT/TW"), in capitals
("1899/QĐ-TTG"), with the year behind a hyphen ("19-2017/NQ-CP"), of a series
("66.7/2025/NQ-CP"). Not read: dates, fractions.
"""

from __future__ import annotations

import re

from loaders.grammar import lists
from loaders.remembered import remembered

__all__ = ["BLANK", "PRINTED", "kind_of", "mended", "printed_in"]

_WORDS = lists.words("instruments")
_SYMBOLS: dict[str, str] = _WORDS["symbols"]
_CASES: dict[str, str] = {key.upper(): key for key in _SYMBOLS} | {
    key.upper(): form for key, form in _WORDS["issuers"].items()
}
_NEXT = "(?:ngày|của)"
"""Words that lost the space before them: "70-TB/TWngày 06"."""
_CODE = rf"(?:Q\sĐ(?=-)|[A-ZĐƯ](?:(?!{_NEXT})[A-Za-zĐđƯưÂÊÔ]){{0,14}}\d{{0,3}})"
_CODES = rf"{_CODE}(?:\s?&\s?{_CODE})*"
_LONGEST_FIRST = sorted(_SYMBOLS, key=len, reverse=True)
_PARTY = rf"(?:{'|'.join(_LONGEST_FIRST)})\s?/"
_RAISED = "⁰¹²³⁴-⁹"
"""Marks of footnotes, that may touch a number."""
_JOIN = r"(?:\s?[-–/]\s?|(?<=QĐ|CT|NQ|KH|TB)\.(?=UB))"
"""What stands between codes; a point in numbers of before 2004 ("QĐ.UB")."""
PRINTED = re.compile(
    rf"""(?P<digits>[0-9](?:(?<![\w/.,-]\d)|(?<=\bs\d)|(?<=số\d))\d{{0,4}}(?:[a-zA-Z]|-20\d\d(?=\s?/)|\.\d{{1,3}}(?=\s*/\s*20\d\d\s*/))?)
    (?:\s*/\s*(?P<year>(?:19|20)\d\d)\s*/\s*(?P<coded>{_CODES}(?:{_JOIN}{_CODES}){{0,12}})
      |\s*/\s*(?P<plain>{_CODES}(?:{_JOIN}{_CODES}){{0,12}})
      |(?:\s*/?[-–]\s*|\s?(?={_PARTY}))(?P<party>{_CODE}(?:\s?[-–]\s?{_CODE})?\s?/\s?{_CODE}(?:\s?[-–]\s?{_CODE})?))(?:(?={_NEXT})|(?![^\W{_RAISED}]))""",
    re.VERBOSE,
)
"""A document's number as printed."""
BLANK = re.compile(rf"/(?<![\w)]/)\s?(?:20\d\d/)?(?P<codes>{_CODES}(?:\s?[-–]\s?{_CODES}){{1,3}})(?!\w)")
"""A number whose digits are blank, from the slash on: "Số:      /KH-UBND"."""


_ASSEMBLY = re.compile(r"QH\d+")
_CODED = re.compile(r"[^\W\d_]+\d*")
_PARTED = re.compile(rf"\s*(\d+)\s*(?={_PARTY})")


@remembered
def printed_in(text: str) -> tuple[re.Match[str], ...]:
    """The numbers of documents in ``text``, from left to right."""
    return tuple(PRINTED.finditer(text)) if "/" in text else ()


def mended(printed: str) -> str:
    """The official form: no spaces, a lost hyphen put back, symbols in their usual case.

    >>> mended("130/2005/NĐCP"), mended("10- CTr/TU")
    ('130/2005/NĐ-CP', '10-CTr/TU')
    """
    parted = _PARTED.match(printed)
    spaced = f"{parted[1]}-{printed[parted.end() :]}" if parted else printed
    flat = "".join(spaced.split()).replace("–", "-").replace("/-", "-")
    symbol, dash, issuer = flat.partition("-")  # a school may be called like a kind: "KH-CĐSP"
    return _CODED.sub(lambda code: _mended_code(code[0]), symbol) + _CODED.sub(_cased, dash + issuer)


def _cased(code: re.Match[str]) -> str:
    return _CASES.get(code[0].upper(), code[0])


def _mended_code(code: str) -> str:
    if code.upper() in _CASES:
        return _CASES[code.upper()]
    for key in _LONGEST_FIRST:
        rest = code[len(key) :]
        if len(key) > 1 and code.startswith(key) and _ISSUERS.fullmatch(rest):
            return f"{key}-{rest}"
    return code


_ISSUERS = re.compile(r"CP|TTg|UBND|HĐND|CTN|UBTVQH\d*|B[A-ZĐ]{1,6}|S[A-ZĐ]{1,6}")


def kind_of(number: str) -> str | None:
    """The kind that the symbol of a number names, or None: "76/NQ-CP" -> "Nghị quyết"."""
    codes = _CODED.findall(number)
    if len(codes) == 1 and _ASSEMBLY.fullmatch(codes[0]):
        return "Luật"
    return next((_SYMBOLS[code] for code in codes if code in _SYMBOLS and len(code) > 1), None)
