"""Values given to a query's variables, as data blocks (SPARQL 1.1 section 10.2) and never as text.

A trusted query says with ``VALUES ?name { UNDEF }`` where a value goes: once in every group that
needs it. A variable without such a place gets its data block at the head of the outermost group.
This is plain SPARQL, so every engine understands it in the same way (docs/decisions/302).
"""

from __future__ import annotations

import re

from service.store.guard import Token, tokens
from service.store.model import Bindings, Term
from service.store.terms import to_ntriples

_PLACE = re.compile(r"VALUES\s+\?([A-Za-z]\w*)\s*\{\s*UNDEF\s*\}", re.ASCII)


def bind(query: str, bindings: Bindings) -> str:
    """``query`` with ``bindings`` written into its data blocks.

    Raises ``ValueError`` for a term or a name that cannot be written, or a query without a group.
    """
    blocks = {name: _block(name, term) for name, term in sorted(bindings.items())}
    # One pass over the query's own text: what a value holds is never searched for places.
    bound = _PLACE.sub(lambda place: blocks.get(place.group(1), place.group()), query)
    head = " ".join(block for name, block in blocks.items() if name not in places(query))
    if not head:
        return bound
    at = _outermost(bound)
    return f"{bound[:at]} {head} {bound[at:]}"


def places(query: str) -> set[str]:
    """The variables for which ``query`` says where their value goes."""
    return set(_PLACE.findall(query))


def _block(name: str, given: Term | tuple[Term, ...]) -> str:
    if not re.fullmatch(r"[A-Za-z]\w*", name, re.ASCII):
        raise ValueError(f"not a variable: {name!r}")
    terms = given if isinstance(given, tuple) else (given,)
    return f"VALUES ?{name} {{ {' '.join(map(to_ntriples, terms))} }}"


def _outermost(query: str) -> int:
    """The place just inside the first group after WHERE, or the first group at all (ASK { … })."""
    found = list(tokens(query))
    where = next((i for i, t in enumerate(found) if _is_where(t)), 0)
    brace = next((t for t in found[where:] if t.text == "{"), None)
    if brace is None:
        raise ValueError("a query without a group")
    return brace.start + 1


def _is_where(token: Token) -> bool:
    return token.kind == "word" and token.text.lower() == "where"
