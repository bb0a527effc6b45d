"""``/api/queries``: the named questions as a REST interface."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from fastapi import APIRouter, Request
from rdflib import Literal, URIRef
from starlette.responses import Response

import queries
from queries.model import NamedQuery, Table, Term
from service.http.errors import BadRequest, NotAcceptable
from service.http.negotiation import choose
from service.http.respond import JSON, as_json
from service.http.site import Here, Site
from service.sheets import csv_bytes, xlsx_bytes

router = APIRouter()

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = {"json": JSON, "csv": CSV, "xlsx": XLSX}
"""Values of ``format=`` -> media types."""


@router.get("/api/queries", summary="The named questions")
def catalogue() -> Response:
    """Every question with its parameters and columns."""
    return as_json({"queries": [described(q) for q in queries.catalogue().values()]})


@router.get("/api/queries/{name}", include_in_schema=False)
def ask(name: str, request: Request, site: Here) -> Response:
    """The answer to one question, as JSON, CSV or XLSX."""
    arguments = dict(request.query_params.multi_items())
    if len(arguments) != len(request.query_params.multi_items()):
        raise BadRequest("parameters")
    kind = wanted(arguments.pop("format", None), request.headers.get("accept"))
    return answer(
        site, queries.run(site.store, name, {k: v for k, v in arguments.items() if v.strip()}), kind
    )


def answer(site: Site, table: Table, kind: str) -> Response:
    """``table`` in one of :data:`FORMATS`' media types."""
    if kind == JSON:
        return as_json(as_data(table))
    body = csv_bytes(table) if kind == CSV else xlsx_bytes(table)
    suffix = "csv" if kind == CSV else "xlsx"
    disposition = f'attachment; filename="{table.query.name}.{suffix}"'
    content = f"{CSV}; charset=utf-8" if kind == CSV else XLSX
    return Response(body, media_type=content, headers={"Content-Disposition": disposition})


def wanted(asked: str | None, accept: str | None) -> str:
    """The media type of ``format=``, else what Accept likes best. Raises :class:`NotAcceptable`."""
    kind = FORMATS.get(asked.lower()) if asked else choose(accept, tuple(FORMATS.values())) or JSON
    if kind is None:
        raise NotAcceptable("format", offered=", ".join(FORMATS))
    return kind


def as_data(table: Table) -> dict[str, Any]:
    """``table`` as JSON: columns with labels, rows by column name, absent values null."""
    return {
        "query": table.query.name,
        "arguments": {name: plain(value) for name, value in table.arguments.items()},
        "columns": [{"name": c.name, "label": c.label} for c in table.columns],
        "rows": [_row(record) for record in table.records()],
    }


def described(query: NamedQuery) -> dict[str, Any]:
    """A question as JSON."""
    return {
        "name": query.name,
        "title": query.title,
        "description": query.description,
        "href": f"/api/queries/{query.name}",
        "parameters": [
            {
                "name": p.name,
                "type": p.kind,
                "required": p.required,
                "label": p.label,
                "example": p.example,
            }
            for p in query.parameters
        ],
        "columns": [{"name": c.name, "label": c.label} for c in query.columns],
    }


def plain(term: Term | None) -> str | int | float | bool | None:
    """An RDF term as a JSON value: IRIs and texts as strings, numbers and truth values as themselves."""
    if term is None:
        return None
    if isinstance(term, Literal) and not isinstance(term, URIRef):
        value = term.value
        if isinstance(value, Decimal):
            return int(value) if value == value.to_integral_value() else float(value)
        if isinstance(value, bool | int | float):
            return value
    return str(term)


def _row(record: Mapping[str, Term | None]) -> dict[str, Any]:
    return {name: plain(value) for name, value in record.items()}
