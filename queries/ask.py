"""Asking a named question: arguments understood, bound, answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rdflib import Literal, URIRef

from queries.catalogue import catalogue
from queries.errors import AskError, BadArgument, UnknownQuery
from queries.milestones import judged
from queries.model import NamedQuery, Parameter, Table, Term
from queries.values import understand
from queries.walk import walked
from queries.wide import by_columns, is_wide

THEN: Mapping[str, Callable[[Table], Table]] = {"walk": walked, "milestones": judged}
"""What is counted on an answer, by the name in the head of the question."""

if TYPE_CHECKING:
    from service.store.model import Store


MOST_FOUND = 1_000
"""Nodes that a search hands to its query."""


def run(store: Store, name: str, arguments: Mapping[str, str]) -> Table:
    """The answer of ``store`` to the question ``name``; ``arguments`` as people write them.

    Raises :class:`queries.errors.AskError` and whatever the store raises.
    """
    query = named(name)
    _check(query, arguments)
    known = [(p, arguments[p.name]) for p in query.parameters if p.name in arguments]
    terms = {parameter.name: _understood(store, parameter, text) for parameter, text in known}
    _check_order(terms)
    nodes = {p.name: _nodes(store, text) for p, text in known if p.kind == "words"}
    text = by_columns(query.text) if is_wide(p.kind for p, _ in known) else query.text
    solutions = store.select(text, {f"given_{name}": term for name, term in (terms | nodes).items()})
    places = [solutions.variables.index(c.name) for c in query.columns]
    table = Table(query, tuple(tuple(row[i] for i in places) for row in solutions.rows), terms)
    for order in nodes.values():
        table = _ordered(table, order)
    return THEN[query.then](table) if query.then else table


def _understood(store: Store, parameter: Parameter, text: str) -> Term:
    try:
        return understand(store, parameter, text)
    except AskError as error:
        error.parameter = parameter.name
        raise


def _nodes(store: Store, text: str) -> tuple[URIRef, ...]:
    """The nodes in whose texts the index has the words, best first."""
    from service.search import Search, nodes

    return tuple(URIRef(iri) for iri in nodes(store, Search(text, most=MOST_FOUND)))


def _ordered(table: Table, order: tuple[URIRef, ...]) -> Table:
    """``table`` with its rows in the ``order`` of their items."""
    rank = {str(node): place for place, node in enumerate(order)}
    item = [c.name for c in table.columns].index("item")
    return replace(table, rows=tuple(sorted(table.rows, key=lambda row: rank[str(row[item])])))


def _check_order(terms: Mapping[str, Term]) -> None:
    """A span of days must not end before it begins."""
    first, last = terms.get("from"), terms.get("to")
    if isinstance(first, Literal) and isinstance(last, Literal) and str(first) > str(last):
        raise BadArgument(f"from={first} muộn hơn to={last}; hãy đổi lại hai ngày.")


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
