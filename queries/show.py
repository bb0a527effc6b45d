"""Answers as plain values for machines and as words for people."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from rdflib import Literal

from queries.model import Table, Term


def plain(term: Term | None) -> str | int | float | bool | None:
    """``term`` as a JSON value: numbers and truth values as themselves, IRIs and texts as strings."""
    value = term.value if isinstance(term, Literal) else None
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, bool | int | float):
        return value
    return None if term is None else str(term)


def as_data(table: Table) -> dict[str, Any]:
    """``table`` as JSON: columns with labels, rows by column name, absent values null, codes as codes."""
    return {
        "query": table.query.name,
        "arguments": {name: plain(value) for name, value in table.arguments.items()},
        "columns": [{"name": c.name, "label": c.label} for c in table.columns],
        "rows": [{name: plain(term) for name, term in record.items()} for record in table.records()],
    }


def in_words(column: str, term: Term | None) -> str:
    """``term`` as a person reads it: codes of ``column`` in Vietnamese (words.csv), the rest as it is."""
    text = "" if term is None else str(term)
    return _words().get((column, text), text)


@cache
def _words() -> Mapping[tuple[str, str], str]:
    text = files("queries").joinpath("words.csv").read_text(encoding="utf-8")
    return {(row["column"], row["value"]): row["vi"] for row in csv.DictReader(text.splitlines())}
