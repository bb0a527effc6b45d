"""Answers as plain values for machines and as words for people."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date as day
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from rdflib import XSD, Literal

from ontology.codes import codes
from queries.model import Table, Term

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DAY_OR_MONTH = re.compile(r"\d{4}-\d\d(-\d\d)?")
_DATES = ("issued", "date")
"""Columns of dates that are texts, since a document may tell the month alone."""
_SINGLE_LINE = re.compile(r":(\d+)-\1$")
WAYS = ("name", "group", "predecessor")
"""How a row reaches an agency, the nearest first (column ``via``)."""


def plain(term: Term | None) -> str | int | float | bool | None:
    """``term`` as a JSON value: numbers and truth values as themselves, IRIs and texts as strings."""
    value = term.value if isinstance(term, Literal) else None
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, bool | int | float):
        return value
    return None if term is None else str(term)


def as_data(table: Table) -> dict[str, Any]:
    """``table`` as JSON: columns with labels, rows by column name, absent values null, codes as codes.

    ``ways`` counts the rows that reach an agency by name, through a group and through a predecessor apart.
    """
    return {
        "query": table.query.name,
        "arguments": {name: plain(value) for name, value in table.arguments.items()},
        "columns": [{"name": c.name, "label": c.label} for c in table.columns],
        "ways": ways(table),
        "rows": [{name: plain(term) for name, term in record.items()} for record in table.records()],
    }


def ways(table: Table) -> dict[str, int]:
    """The number of rows that reach the agency by name, through a group and through a predecessor.

    Empty where the answer does not say it. A row that names no agency counts with those by name.
    """
    found = [record.get("via") for record in table.records()]
    if not any(found):
        return {}
    counted = Counter(str(via or "name") for via in found)
    return {way: counted[way] for way in WAYS}


def date(value: str | None) -> str:
    """An ISO date as Vietnamese write it: 2023-12-25 -> 25/12/2023, 2025-01 -> 01/2025."""
    return "/".join(reversed(value.split("-"))) if value else ""


def in_words(column: str, term: Term | None, language: str = "vi") -> str:
    """``term`` as a person reads it: codes of ``column`` in ``language`` (vi or en), dates and numbers.

    Codes are those of words.csv, or of the code list that has the column's name. The place of a single line
    ("a.txt:242-242", so that programs find two numbers everywhere) is told once: "a.txt:242".
    """
    text = "" if term is None else str(term)
    value = term.value if isinstance(term, Literal) else None
    if isinstance(value, day) or (column in _DATES and _DAY_OR_MONTH.fullmatch(text)):
        return date(text)
    if isinstance(value, Decimal):
        return text.replace(".", ",") if language == "vi" else text
    if column.endswith("place"):
        return _SINGLE_LINE.sub(r":\1", text)
    listed = codes(column).get(text)
    own = _words().get((column, text))
    if own:
        return own[language]
    return str(getattr(listed, language)) if listed else text


def worded(table: Table) -> Table:
    """``table`` with its codes in words, for people who read it in a spreadsheet; days stay days."""
    names = [c.name for c in table.columns]
    rows = tuple(tuple(map(_worded, names, row)) for row in table.rows)
    return replace(table, rows=rows)


def _worded(column: str, term: Term | None) -> Term | None:
    if not isinstance(term, Literal) or isinstance(term.value, day | Decimal):
        return term
    if column in _DATES and _DAY.fullmatch(term):
        return Literal(term, datatype=XSD.date)
    words = in_words(column, term)
    return term if words == str(term) else Literal(words)


@cache
def _words() -> Mapping[tuple[str, str], Mapping[str, str]]:
    text = files("queries").joinpath("words.csv").read_text(encoding="utf-8")
    return {(row["column"], row["value"]): row for row in csv.DictReader(text.splitlines())}
