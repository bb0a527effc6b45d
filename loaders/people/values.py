"""What people write in a cell, read as the value of a field; and values as a sheet shows them.

Every reader takes the text of a cell that is not empty and raises ``ValueError`` with a Vietnamese sentence
where it does not understand it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from loaders.grammar import dates
from loaders.grammar.number import PRINTED, mended
from loaders.people.columns import comparators
from loaders.records import Span
from ontology.codes import codes
from ontology.slug import fold

__all__ = [
    "code",
    "comparator",
    "date_shown",
    "day",
    "iso_date",
    "number_of_document",
    "quantity",
    "quantity_shown",
    "year",
    "years",
]

_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
_MONTH = re.compile(r"(\d{1,2})\s*/\s*(\d{4})")
_ISO_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_YEARS = re.compile(r"((?:19|20)\d\d)(?:\s*[-–]\s*((?:19|20)\d\d))?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d{1,9})?")
_QUANTITY = re.compile(r"\d{1,15}(?:[.,]\d{1,9})?")


def day(text: str) -> date | None:
    """The day of "14/3/2025" or "2025-03-14"; None for anything else."""
    found = _DAY.fullmatch(text.strip())
    try:
        return (
            date(int(found[3]), int(found[2]), int(found[1])) if found else date.fromisoformat(text.strip())
        )
    except ValueError:
        return None


def iso_date(text: str) -> str:
    """ "14/3/2025" or "ngày 14 tháng 3 năm 2025" -> "2025-03-14", "3/2025" -> "2025-03"."""
    found, month = day(text), _MONTH.fullmatch(text)
    if found:
        return found.isoformat()
    if printed := dates.iso(dates.PRINTED.fullmatch(text)):
        return printed
    if month and 1 <= int(month[1]) <= 12:
        return f"{month[2]}-{int(month[1]):02d}"
    if _ISO_MONTH.fullmatch(text):
        return text
    raise ValueError(f"không hiểu “{text}”; hãy ghi ngày như 14/3/2025 hoặc tháng như 3/2025")


def date_shown(value: str) -> str:
    """An ISO date as an office writes it: "2025-03-14" -> "14/03/2025"."""
    return "/".join(reversed(value.split("-")))


def years(text: str) -> Span:
    """ "2024 - 2025" or "2024"."""
    found = _YEARS.fullmatch(text)
    if found is None or int(found[1]) > int(found[2] or found[1]):
        raise ValueError(f"không hiểu “{text}”; hãy ghi năm như 2025 hoặc 2021-2025")
    return int(found[1]), int(found[2] or found[1])


def year(text: str) -> str:
    """ "2025", "năm 2025", "31/12/2025": the one year that is named."""
    named = _YEAR.findall(text)
    if len(named) != 1:
        raise ValueError(f"không hiểu “{text}”; hãy ghi năm như 2025")
    return str(named[0])


def quantity(text: str) -> float:
    """ "90", "99,5", "99.5", "90%", "3.000" (three thousand, as plans print it)."""
    plain = text.removesuffix("%").strip()
    if _THOUSANDS.fullmatch(plain):
        plain = plain.replace(".", "")
    elif not _QUANTITY.fullmatch(plain):
        raise ValueError(f"không hiểu “{text}”; hãy ghi một con số như 90 hoặc 99,5")
    return float(plain.replace(",", "."))


def quantity_shown(value: float) -> str:
    """A value as plans print it and :func:`quantity` reads it: 99.5 -> "99,5", 3000.0 -> "3000"."""
    plain = format(Decimal(repr(value)), "f")
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain).replace(".", ",")


def number_of_document(text: str) -> str:
    """The number of a document in its official form: "213 /KH-UBND" -> "213/KH-UBND"."""
    if not any(c.isdigit() for c in text):
        raise ValueError(f"“{text}” không phải số, ký hiệu; hãy ghi như 107/2020/NĐ-CP hoặc để trống")
    return mended(text) if PRINTED.fullmatch(text) else text


def code(name: str, text: str) -> str:
    """The code of list ``name`` (``ontology/codes.csv``) whose Vietnamese label is ``text``."""
    return _one_of(
        {fold(c.vi): c.code for c in codes(name).values()}, text, [c.vi for c in codes(name).values()]
    )


def comparator(text: str) -> str:
    """The sign of a comparator written in words or as a sign: "tối thiểu", "≥" -> ">="."""
    known = {fold(word): sign for sign, words in comparators().items() for word in words}
    return _one_of(known, text, [words[0] for words in comparators().values()])


def _one_of(known: Mapping[str, str], text: str, offered: list[str]) -> str:
    found = known.get(fold(text).strip(" ."))
    if found is None:
        raise ValueError(f"không hiểu “{text}”; hãy ghi một trong: {'; '.join(offered)}")
    return found
