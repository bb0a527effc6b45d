"""A request of the SPARQL 1.1 Protocol, read without touching the graph.

Source: W3C SPARQL 1.1 Protocol (2013), section 2. The graph made from plans is read-only over HTTP;
updates are for a scratch graph (:mod:`service.http.scratch`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl

from service.http.errors import BadRequest, NotAcceptable
from service.http.negotiation import choose
from service.store.guard import Form

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"

SOLUTIONS = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
)
"""What a SELECT or ASK can be answered in, the preferred first."""
TRIPLES = ("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json")
"""What a CONSTRUCT or DESCRIBE can be answered in."""

_ALIASES = {
    "application/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
}
_SHORT = {
    "json": ("application/sparql-results+json", "application/ld+json"),
    "xml": ("application/sparql-results+xml", "application/rdf+xml"),
    "rdf": ("application/rdf+xml",),
    "rdf+xml": ("application/rdf+xml",),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
    "turtle": ("text/turtle",),
    "ttl": ("text/turtle",),
    "n3": ("text/turtle",),
    "nt": ("application/n-triples",),
    "n-triples": ("application/n-triples",),
    "json-ld": ("application/ld+json",),
    "jsonld": ("application/ld+json",),
}
"""Short names that clients send as format=, output= or results=."""


@dataclass(frozen=True)
class QueryRequest:
    """What a client asks: the query (None: the service itself is asked for), dataset, format wanted."""

    query: str | None
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    format: str | None = None


@dataclass(frozen=True)
class UpdateRequest:
    """What a client wants changed, and the graphs its patterns are matched against (none: the store's)."""

    update: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


def read_get(query_string: bytes) -> QueryRequest:
    """The request of a GET. Raises :class:`BadRequest`."""
    return _request(_pairs(query_string))


def read_post(query_string: bytes, content_type: str | None, body: bytes) -> QueryRequest:
    """The request of a POST, in form or direct. Raises :class:`BadRequest` (400, 403 for updates, 415)."""
    kind, charset = _content_type(content_type)
    if kind == UPDATE:
        raise BadRequest("read-only", 403)
    if kind not in (FORM, DIRECT):
        raise BadRequest("media-type", 415, given=kind or "—")
    if charset not in ("", "utf-8", "utf8"):
        raise BadRequest("encoding", 415 if charset else 400)
    outside = _pairs(query_string)
    if kind == FORM:
        return _request([*outside, *_pairs(body)])
    if any(name == "query" for name, _ in outside):
        raise BadRequest("several-queries")
    return _request([*outside, ("query", _text(body))])


def read_update(query_string: bytes, content_type: str | None, body: bytes) -> UpdateRequest | None:
    """The update of a POST, in form or direct; None for what is no update. Raises :class:`BadRequest`."""
    kind, charset = _content_type(content_type)
    if kind not in (FORM, UPDATE):
        return None
    if charset not in ("", "utf-8", "utf8"):
        raise BadRequest("encoding", 415)
    sent = _pairs(body) if kind == FORM else [("update", _text(body))]
    pairs = [*_pairs(query_string), *sent]
    updates = _all_of(pairs, "update")
    if not updates:
        return None
    if len(updates) > 1 or _all_of(pairs, "query"):
        raise BadRequest("several-queries")
    return UpdateRequest(
        update=updates[0],
        default_graphs=absolute(_all_of(pairs, "using-graph-uri")),
        named_graphs=absolute(_all_of(pairs, "using-named-graph-uri")),
    )


def offered(form: Form) -> tuple[str, ...]:
    """The media types an answer of this form can have, the preferred first."""
    return SOLUTIONS if form in ("select", "ask") else TRIPLES


def media_type(form: Form, accept: str | None, asked: str | None) -> str:
    """The media type to answer ``form`` in: ``asked`` by a parameter first, else by the Accept header.

    Raises :class:`NotAcceptable` where the header leaves none. A parameter nobody knows is passed over,
    since clients send several spellings of it at once.
    """
    kinds = offered(form)
    chosen = (asked_type(asked, kinds) if asked else None) or choose(_plain_names(accept, form), kinds)
    if chosen is None:
        raise NotAcceptable("format", offered=", ".join(kinds))
    return chosen


def based(query: str, base: str) -> str:
    """``query`` with a base for its relative IRIs; one without any stays as it is.

    So "<id/x>" means an instance of this graph. A base of the query's own comes later and holds.
    """
    return f"BASE <{base}> {query}" if _RELATIVE.search(query) else query


def asked_type(asked: str, offered: Iterable[str]) -> str | None:
    """The media type of ``offered`` that a short name or media type means."""
    name = asked.strip().lower().replace(" ", "+")
    candidates = _SHORT.get(name, (_ALIASES.get(name, name), name))
    return next((kind for kind in offered if kind in candidates), None)


_RELATIVE = re.compile(r"<[^<>\"{}|^`\\\s:]*>")


def _plain_names(accept: str | None, form: Form) -> str | None:
    """An Accept header in which plain JSON and XML stand for the results formats they usually mean."""
    if not accept or offered(form) is not SOLUTIONS:
        return accept
    parts = (part.strip().split(";", 1) for part in accept.split(","))
    return ",".join(";".join([_ALIASES.get(p[0].strip().lower(), p[0]), *p[1:]]) for p in parts)


def _request(pairs: list[tuple[str, str]]) -> QueryRequest:
    if _all_of(pairs, "update", "using-graph-uri", "using-named-graph-uri"):
        raise BadRequest("read-only", 403)
    queries = _all_of(pairs, "query")
    if len(queries) > 1:
        raise BadRequest("several-queries")
    formats = _all_of(pairs, "format", "output", "results")
    return QueryRequest(
        query=queries[0] if queries else None,
        default_graphs=absolute(_all_of(pairs, "default-graph-uri")),
        named_graphs=absolute(_all_of(pairs, "named-graph-uri")),
        format=formats[0] if formats and formats[0] else None,
    )


def _all_of(pairs: list[tuple[str, str]], *names: str) -> tuple[str, ...]:
    return tuple(value for name, value in pairs if name in names)


def absolute(values: tuple[str, ...]) -> tuple[str, ...]:
    """The values once each as they are. Raises :class:`BadRequest` where one is no absolute IRI."""
    for value in values:
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*", value):
            raise BadRequest("graph-iri", given=value[:200])
    return tuple(dict.fromkeys(values))


def _pairs(encoded: bytes) -> list[tuple[str, str]]:
    try:
        text = encoded.decode("ascii")
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=200)
    except UnicodeDecodeError as error:
        raise BadRequest("encoding") from error
    except ValueError as error:
        raise BadRequest("parameters") from error


def _content_type(header: str | None) -> tuple[str, str]:
    """Media type and charset of a Content-Type header, in lower case."""
    kind, *parameters = (p.strip().lower() for p in (header or "").split(";"))
    charset = next((p[8:].strip('" ') for p in parameters if p.startswith("charset=")), "")
    return kind, charset


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadRequest("encoding") from error
