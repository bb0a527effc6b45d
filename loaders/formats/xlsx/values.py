"""The value of a sheet's cell as the sheet shows it, in the Vietnamese way: 1.200.000 and 31/12/2025.

Source: ECMA-376 part 1, 18.8.30 (number formats). Dates are given day first, whatever order the format names,
but where the format puts words to them ("Trước "d/m/yyyy): those stand as they are printed.
"""

from __future__ import annotations

import datetime
import re

__all__ = ["shown"]

_CONDITION = re.compile(r"\[[^\]]*\]")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|[_*].')
_DIGITS = re.compile(r"[#0?][#0?,.]*|general", re.IGNORECASE)
_DATED = re.compile(rf"{_LITERAL.pattern}|[dmy]+", re.IGNORECASE)


def shown(value: object, number_format: str) -> str:
    """The text of ``value`` (text, number, date or truth) under ``number_format`` ("General", "#,##0" …)."""
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, (int, float)):
        return _number(value, number_format)
    if isinstance(value, datetime.datetime | datetime.date):
        return _date(value, number_format)
    text = str(value)
    return "" if text.startswith("#") and text.endswith(("!", "?", "/A")) else text


def _date(value: datetime.date, number_format: str) -> str:
    pattern = _CONDITION.sub("", number_format).split(";")[0]
    parts = _LITERAL.sub("", pattern).lower()
    said = "".join(found[1] or found[2] or "" for found in _LITERAL.finditer(pattern))
    if any(map(str.isalpha, said)) and "h" not in parts:
        return _DATED.sub(lambda found: _dated(value, found), pattern).strip()
    if "d" in parts:
        return value.strftime("%d/%m/%Y")
    if "m" in parts:
        return value.strftime("%m/%Y")
    return value.strftime("%Y") if "y" in parts else value.strftime("%d/%m/%Y")


def _dated(value: datetime.date, found: re.Match[str]) -> str:
    """What a part of a date's format prints; names of days and months are printed as numbers."""
    part = found[0].lower()
    if part.strip("dmy"):
        return found[1] or found[2] or ""
    number = {"d": value.day, "m": value.month, "y": value.year}[part[0]]
    return f"{number:02}"[-4 if len(part) > 2 else -2 :] if len(part) > 1 else str(number)


def _number(value: float, number_format: str) -> str:
    sections = _CONDITION.sub("", number_format).split(";")
    pattern = sections[1] if value < 0 and len(sections) > 1 else sections[0]
    literals = [m[1] or m[2] or "" for m in _LITERAL.finditer(pattern)]
    marked = _LITERAL.sub("\0", pattern)
    digits = _DIGITS.search(marked)
    if digits is None:
        return _plain(value)
    body = digits[0]
    scale = len(body) - len(body.rstrip(","))
    percent = "%" in marked
    number = abs(value) * (100 if percent else 1) / 1000**scale
    text = _plain(abs(value)) if body.lower() == "general" else _grouped(number, body.rstrip(","))
    sign = "-" if value < 0 and len(sections) == 1 else ""
    before, after = marked[: digits.start()], marked[digits.end() :]
    return (sign + _filled(before, literals) + text + _filled(after, literals)).strip()


def _filled(marked: str, literals: list[str]) -> str:
    """The signs around the digits with their literals put back, which are taken off ``literals``."""
    return "".join(literals.pop(0) if sign == "\0" else sign for sign in marked)


def _grouped(number: float, pattern: str) -> str:
    whole, _, fraction = pattern.partition(".")
    least, most = fraction.count("0"), len(fraction)
    text = f"{number:,.{most}f}" if "," in whole else f"{number:.{most}f}"
    left, _, right = text.partition(".")
    while len(right) > least and right.endswith("0"):
        right = right[:-1]
    return left.zfill(whole.count("0")).replace(",", ".") + ("," + right if right else "")


def _plain(value: float) -> str:
    text = f"{value:.15g}" if abs(value) < 1e15 else f"{value:.0f}"
    return text.replace(".", ",")
