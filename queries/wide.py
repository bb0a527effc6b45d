"""Questions over all plans: every fact is read as one column instead of being looked up row by row.

A line of a question that is one triple, required, in an OPTIONAL or in a FILTER NOT EXISTS, means the same as
a nested SELECT of its two variables that is joined, left joined or taken away. Engines carry the two out
differently: the line by a look-up for each row, which is best for the rows of one plan; the SELECT by one
pass over all that have the fact, which is best for every row of the graph (docs/decisions/936).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from queries.model import Kind

NARROW: frozenset[Kind] = frozenset(
    {"agency", "indicator", "instrument", "item", "plan", "province", "words"}
)
"""The values that leave a small part of the graph; a year, a level, a span of days leave much of it."""

_LINE = re.compile(
    r"^( *)(?:(OPTIONAL|FILTER NOT EXISTS) \{ )?(\?\w+) (\S+) (\?\w+) (?(2)\}|\.)$", re.MULTILINE
)
_JOINED = {None: "", "OPTIONAL": "OPTIONAL ", "FILTER NOT EXISTS": "MINUS "}


def is_wide(given: Iterable[Kind]) -> bool:
    """Whether a question to which values of the kinds ``given`` are given is one about all plans."""
    return NARROW.isdisjoint(given)


def by_columns(query: str) -> str:
    """``query``, which asks the same, with each line of one triple as a nested SELECT."""
    return _LINE.sub(_column, query)


def _column(line: re.Match[str]) -> str:
    indent, how, subject, predicate, value = line.groups()
    return f"{indent}{_JOINED[how]}{{ SELECT {subject} {value} {{ {subject} {predicate} {value} }} }}"
