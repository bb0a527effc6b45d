"""RDF that a client sends: the body of a request in one of the formats of a graph, or several as a form.

Source: W3C SPARQL 1.1 Graph Store HTTP Protocol (2013), sections 5.3 to 5.5.
"""

from __future__ import annotations

import email.policy
from collections.abc import Iterator
from email.parser import BytesParser
from typing import cast

import pyoxigraph as ox

from service.http.errors import BadRequest
from service.http.graphs import FORMATS

_MULTIPART = "multipart/form-data"


def read_triples(body: bytes, content_type: str | None, base: str) -> str:
    """The triples of ``body`` as N-Triples; ``base`` is what its relative IRIs are relative to.

    Raises :class:`BadRequest`: 415 for a media type that is none of :data:`FORMATS`, 400 for what is not RDF.
    """
    return "".join(
        f"{triple} .\n" for part in _parts(body, content_type or "") for triple in _read(part, base)
    )


def _parts(body: bytes, content_type: str) -> Iterator[tuple[str, bytes]]:
    """Media type and body: of the request itself, or of each part of a form."""
    if not content_type.lower().startswith(_MULTIPART):
        yield content_type, body
        return
    head = b"Content-Type: " + content_type.encode() + b"\r\n\r\n"
    for part in BytesParser(policy=email.policy.HTTP).parsebytes(head + body).walk():
        if not part.is_multipart():
            yield part.get_content_type(), cast(bytes, part.get_payload(decode=True))


def _read(part: tuple[str, bytes], base: str) -> Iterator[ox.Triple]:
    kind = part[0].split(";", 1)[0].strip().lower()
    if kind not in FORMATS:
        raise BadRequest("rdf-type", 415, given=kind[:100] or "—", offered=", ".join(FORMATS))
    try:
        # Blank nodes of different parts are different ones, whatever they are called.
        for quad in ox.parse(
            part[1], format=FORMATS[kind], base_iri=base, without_named_graphs=True, rename_blank_nodes=True
        ):
            yield quad.triple
    except (SyntaxError, ValueError) as error:
        raise BadRequest("bad-rdf", reason=str(error).splitlines()[0][:200]) from error
