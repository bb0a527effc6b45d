"""The text of an argument as the term its parameter takes."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from rdflib import XSD, Literal, URIRef

from ontology.codes import codes
from ontology.slug import fold
from queries import names
from queries.errors import BadArgument
from queries.model import Kind, Parameter, Term

if TYPE_CHECKING:
    from service.store.model import Store

ROLES = {"lead": "chủ trì", "coordinating": "phối hợp"}
"""The roles of an agency on a row."""

_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_MONTH = re.compile(r"(?:thang )?(\d{1,2})/(\d{4})")


def understand(store: Store, parameter: Parameter, text: str) -> Term:
    """The term that ``text`` means for ``parameter``.

    Raises :class:`queries.errors.AskError`: not of the type, ambiguous, or unknown to the graph.
    """
    cleaned = " ".join(text.split())
    if not cleaned:
        raise _bad(parameter, text)
    look_up = _NAMES.get(parameter.kind)
    return look_up(store, cleaned) if look_up else _VALUES[parameter.kind](parameter, cleaned)


def choices(kind: Kind) -> Mapping[str, tuple[str, str]]:
    """The codes that a parameter of ``kind`` takes, each with its Vietnamese and English words.

    Empty for a kind that takes more than a few fixed values.
    """
    if kind == "role":
        return {code: (vi, code) for code, vi in ROLES.items()}
    return {c.code: (c.vi, c.en) for c in codes(kind).values()} if kind in ("level", "area") else {}


def _year(parameter: Parameter, text: str) -> Term:
    if not re.fullmatch(r"(19|20)\d\d", text):
        raise _bad(parameter, text)
    return Literal(int(text))


def _date(parameter: Parameter, text: str) -> Term:
    """A day; of a month its first day, its last one where a span ends with it."""
    try:
        found = _month(parameter, text) or _day(text)
    except ValueError:
        raise _bad(parameter, text) from None
    return Literal(found.isoformat(), datatype=XSD.date)


def _day(text: str) -> date:
    day_first = _DAY_FIRST.fullmatch(text)
    return date(*(int(p) for p in reversed(day_first.groups()))) if day_first else date.fromisoformat(text)


def _month(parameter: Parameter, text: str) -> date | None:
    found = _MONTH.fullmatch(fold(text))
    if found is None:
        return None
    month, year = map(int, found.groups())
    return date(year, month, monthrange(year, month)[1] if parameter.name == "to" else 1)


def _text(_: Parameter, text: str) -> Term:
    return Literal(text)


def _role(parameter: Parameter, text: str) -> Term:
    return Literal(_one_of(parameter, text))


def _code(parameter: Parameter, text: str) -> URIRef:
    """An entry of the code list that has the parameter's type as its name."""
    return codes(parameter.kind)[_one_of(parameter, text)].iri


def _one_of(parameter: Parameter, text: str) -> str:
    known = choices(parameter.kind)
    found = [code for code, words in known.items() if fold(text) in map(fold, (code, *words))]
    if not found:
        listed = ", ".join(f"“{vi}”" for vi, _ in known.values())
        raise BadArgument(f"{parameter.name}={text}: phải là một trong {listed}.")
    return found[0]


def _bad(parameter: Parameter, text: str) -> BadArgument:
    return BadArgument(
        f"{parameter.name}={text}: không đúng dạng, ví dụ {parameter.name}={parameter.example}."
    )


_NAMES: Mapping[str, Callable[[Store, str], Term]] = {
    "instrument": names.instrument,
    "agency": names.agency,
    "plan": names.plan,
    "item": names.item,
    "indicator": names.indicator,
    "province": names.province,
}
_VALUES: Mapping[str, Callable[[Parameter, str], Term]] = {
    "year": _year,
    "date": _date,
    "text": _text,
    "words": _text,
    "role": _role,
    "level": _code,
    "area": _code,
}
