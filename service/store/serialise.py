"""Results of an engine in the format that was asked for, cut at a number of rows."""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import Any

import pyoxigraph as ox

_NO_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")

Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def serialise(results: Results, media_type: str, rows: int) -> tuple[bytes, bool]:
    """The body in ``media_type``, and whether rows or triples after the first ``rows`` were left out.

    Raises ``ValueError`` for a media type that does not fit the results.
    """
    body, cut = _written(results, media_type, rows)
    return (as_xml(body) if media_type.endswith("xml") else body), cut


def as_xml(body: bytes) -> bytes:
    """``body`` without the characters that no XML 1.0 document holds, not even escaped (section 2.2).

    RDF may hold them, and the engine writes them as they are; each becomes the sign for what cannot be shown.
    """
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}".encode(), body)


def _written(results: Results, media_type: str, rows: int) -> tuple[bytes, bool]:
    if isinstance(results, ox.QueryBoolean):
        return results.serialize(format=_results_format(media_type)) or b"", False
    if isinstance(results, ox.QuerySolutions):
        return _solutions(results, media_type, rows)
    triples = list(islice(results, rows + 1))
    return ox.serialize(triples[:rows], format=_rdf_format(media_type)) or b"", len(triples) > rows


def _solutions(results: ox.QuerySolutions, media_type: str, limit: int) -> tuple[bytes, bool]:
    """The engine writes whole results only, so the rows kept are given back to it as JSON results."""
    names = [v.value for v in results.variables]
    rows = list(islice(results, limit + 1))
    bindings = [{n: _json_term(row[n]) for n in names if row[n] is not None} for row in rows[:limit]]
    kept = json.dumps({"head": {"vars": names}, "results": {"bindings": bindings}}).encode()
    again = ox.parse_query_results(kept, format=ox.QueryResultsFormat.JSON)
    return again.serialize(format=_results_format(media_type)) or b"", len(rows) > limit


def _json_term(term: Any) -> dict[str, str]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    return {"type": "literal", "value": term.value, "datatype": term.datatype.value}


def _results_format(media_type: str) -> ox.QueryResultsFormat:
    found = ox.QueryResultsFormat.from_media_type(media_type)
    if found is None:
        raise ValueError(f"no format of query results: {media_type}")
    return found


def _rdf_format(media_type: str) -> ox.RdfFormat:
    found = ox.RdfFormat.from_media_type(media_type)
    if found is None:
        raise ValueError(f"no format of RDF: {media_type}")
    return found
