"""A stranger's SPARQL Update: what of it is refused, and the dataset its request names.

Source: W3C SPARQL 1.1 Update (2013), section 3.1.3, and SPARQL 1.1 Protocol (2013), section 2.2.3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyoxigraph as ox

from service.errors import BadQuery, RefusedQuery
from service.store.guard import MAX_LENGTH, Token, calls_out, tokens


def admit_update(update: str) -> None:
    """Raises :class:`RefusedQuery` for an update that is too long or asks for another machine."""
    if len(update) > MAX_LENGTH:
        raise RefusedQuery(f"Lệnh cập nhật dài quá {MAX_LENGTH} ký tự.")
    if calls_out(update, "service") or calls_out(update, "load"):
        raise RefusedQuery("SERVICE và LOAD không được phép: máy chủ này không kết nối tới máy khác.")


def with_dataset(update: str, default: Sequence[str], named: Sequence[str]) -> str:
    """``update`` whose patterns are matched against these graphs (IRIs) of the store.

    Raises :class:`BadQuery` where the update names a dataset itself, or has the short form DELETE WHERE,
    which takes none; ``ValueError`` for an IRI that is none.
    """
    if not default and not named:
        return update
    found = list(tokens(update))
    if {"using", "with"} & {t.text.lower() for t in found if t.kind == "word"}:
        raise BadQuery("Nêu tập dữ liệu ở hai nơi:", "chọn using-graph-uri hoặc USING, WITH trong lệnh.")
    clauses = [f"USING {ox.NamedNode(g)}" for g in default] + [
        f"USING NAMED {ox.NamedNode(g)}" for g in named
    ]
    parts, at = [], 0
    for token in _patterns(found):
        parts += [update[at : token.start], *clauses, ""]
        at = token.start
    return " ".join([*parts, update[at:]])


def _patterns(found: Sequence[Token]) -> Iterator[Token]:
    """The WHERE of each operation that has one."""
    depth = 0
    for before, token in zip((None, *found), found, strict=False):
        depth += {"{": 1, "}": -1}.get(token.text, 0) if token.kind == "mark" else 0
        if depth == 0 and token.kind == "word" and token.text.lower() == "where":
            if before is not None and before.text.lower() == "delete":
                raise BadQuery("DELETE WHERE không nhận using-graph-uri:", "hãy viết DELETE {…} WHERE {…}.")
            yield token
