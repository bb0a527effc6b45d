"""``/api/queries``: the named questions as a REST interface."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

import queries
from queries.model import NamedQuery, Table
from queries.sheets import csv_bytes, xlsx_bytes
from queries.show import as_data, worded
from service.http.errors import BadRequest, NotAcceptable
from service.http.negotiation import choose
from service.http.respond import JSON, as_json
from service.http.site import Here

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
    return answer(queries.run(site.store, name, {k: v for k, v in arguments.items() if v.strip()}), kind)


def answer(table: Table, kind: str) -> Response:
    """``table`` in one of :data:`FORMATS`' media types: codes as codes for machines, in words in sheets."""
    if kind == JSON:
        return as_json(as_data(table))
    body = csv_bytes(worded(table)) if kind == CSV else xlsx_bytes(worded(table))
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
