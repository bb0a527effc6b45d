"""Asking a named question: arguments understood, bound, answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from queries.catalogue import catalogue
from queries.errors import BadArgument, UnknownQuery
from queries.model import NamedQuery, Table
from queries.values import understand
from queries.walk import walked

if TYPE_CHECKING:
    from service.store.model import Store


def run(store: Store, name: str, arguments: Mapping[str, str]) -> Table:
    """The answer of ``store`` to the question ``name``; ``arguments`` as people write them.

    Raises :class:`queries.errors.AskError` and whatever the store raises.
    """
    query = named(name)
    _check(query, arguments)
    known = [(p, arguments[p.name]) for p in query.parameters if p.name in arguments]
    terms = {parameter.name: understand(store, parameter, text) for parameter, text in known}
    solutions = store.select(query.text, {f"given_{name}": term for name, term in terms.items()})
    places = [solutions.variables.index(c.name) for c in query.columns]
    table = Table(query, tuple(tuple(row[i] for i in places) for row in solutions.rows), terms)
    return walked(table) if query.walk else table


def named(name: str) -> NamedQuery:
    """The question called ``name``. Raises :class:`UnknownQuery` with the nearest names."""
    found = catalogue().get(name)
    if found is None:
        near = ", ".join(
            n for n, _, _ in process.extract(name, list(catalogue()), scorer=fuzz.ratio, limit=3)
        )
        raise UnknownQuery(f"Không có câu hỏi “{name}”. Gần nhất: {near}.")
    return found


def _check(query: NamedQuery, arguments: Mapping[str, str]) -> None:
    taken = ", ".join(p.name for p in query.parameters) or "không có"
    for name in arguments:
        if query.parameter(name) is None:
            raise BadArgument(f"Câu hỏi {query.name} không nhận “{name}”; các tham số: {taken}.")
    for parameter in query.parameters:
        if parameter.required and parameter.name not in arguments:
            raise BadArgument(f"Thiếu {parameter.name}, ví dụ: {parameter.name}={parameter.example}.")
