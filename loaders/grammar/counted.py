"""The unit of a count: the counted noun as printed, with what it is counted per."""

from __future__ import annotations

import re

from loaders.grammar import lists
from loaders.grammar.text import normal, plain

__all__ = ["amount", "is_money", "per_period", "unit"]

_WORDS = lists.words("measure")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_WHOLE = re.compile(rf"\s*({lists.any_of(map(plain, _WORDS['whole']))})(?!\w)")
_ONE = frozenset(map(plain, _WORDS["one_syllable"]))
_WORD = re.compile(r"\s*([^\W\d_]+(?:-[^\W\d_]+)?\d?)")
_SECOND = re.compile(r"\s+([^\W\d_]+)(?!\w)")
_SPELT = re.compile(r"\s*\([^\W\d_]+(?:\s+[^\W\d_]+){0,4}\)(?=\s+[^\W\d_])")
_MAGNITUDES = frozenset({"nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ"})
_NO_NOUNS = frozenset(map(plain, _WORDS["no_nouns"]))
_NOUN = rf"(?!{lists.any_of(map(plain, _WORDS['no_nouns']))}\b)[^\W\d_]+"
_PER = re.compile(
    r"\s*/\s*(?:(?:\d+\s+)?(?:lượt|lần)(?:\s+đến)?\s+giao\s+dịch\b"
    rf"|[\d.]+\s+{_NOUN}(?:\s+{_NOUN}){{0,2}}|(?:năm|tháng|quý|tuần|ngày|xã|huyện|người)\b|[^\W\d_]+\d?(?:\s+[^\W\d_]+)?)"
    r"(?:\s*/\s*(?:năm|tháng|quý|tuần|ngày|vụ|lần)\b)?"
)
_RATE = re.compile(rf"\s*(/)\s*(\d{{1,3}}(?:\.000)+\s+{_NOUN}(?:\s+{_NOUN}){{0,2}})")
_PER_LATER = re.compile(
    r"(?:\s+[^\W\d_]+){1,4}(/(?:năm|tháng|quý|tuần|ngày|xã|huyện|đơn vị|người|hộ|"
    r"(?:nghìn|vạn|triệu|[\d.]+)\s+(?:dân|người)))\b"
)
_MONEY = re.compile(r"\bđồng\b|\busd\b|^(?:tỷ|triệu|nghìn)$")
_EACH_LATER = re.compile(r"(?:\s+[^\W\d_]+){0,8}?\s+(?:mỗi|hằng|hàng)\s+(năm|tháng|quý|tuần)\b")
_EACH = re.compile(r"(?:mỗi|hằng|hàng)\s+(năm|tháng|quý|tuần)\b")


def amount(printed: str) -> float:
    """The value of a number as plans print it.

    >>> amount("3.000"), amount("1.234,5"), amount("99.5")
    (3000.0, 1234.5, 99.5)
    """
    whole = printed.replace(".", "") if _GROUPED.fullmatch(printed) else printed
    return float(whole.replace(",", "."))


def unit(text: str, start: int) -> str | None:
    """The counted noun that stands at ``start`` of ``text``, or None where none stands there.

    Of one or two syllables, after the lists in data/measure.toml: "20 mô hình sản xuất" -> "mô hình".
    """
    lower = plain(text)
    spelt = _SPELT.match(lower, start)  # "01 (một) mô hình"
    start = spelt.end() if spelt else start
    rate = _RATE.match(text, start)  # "16/100.000 trẻ em"
    if rate:
        return rate[1] + normal(rate[2])
    whole = _WHOLE.match(lower, start)
    first = _WORD.match(lower, start)
    if not first or first[1] in _NO_NOUNS:
        return None
    if not whole and first[1] in _MAGNITUDES:
        counted = unit(text, first.end())
        return f"{normal(first[1])} {counted}" if counted else normal(first[1])
    end = whole.end() if whole else first.end()
    if not whole and first[1] not in _ONE and not text[first.start(1) : first.end(1)].isupper():
        second = _SECOND.match(lower, end)
        end = second.end() if second and second[1] not in _NO_NOUNS else end
    per = _PER.match(lower, end)
    if per:
        return normal(text[start : per.end()])
    later, each = _PER_LATER.match(lower, end), _EACH_LATER.match(lower, end)
    return normal(text[start:end]) + (later[1] if later else f"/{each[1]}" if each else "")


def is_money(unit: str) -> bool:
    """Whether ``unit`` counts money."""
    return bool(_MONEY.search(plain(unit)))


def per_period(before: str) -> str:
    """ "/năm" where the clause before the number says "mỗi năm"; "" otherwise."""
    found = _EACH.search(before)
    return f"/{found[1]}" if found else ""
