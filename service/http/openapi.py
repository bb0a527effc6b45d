"""``/openapi.json``: the interface described, one path a named question."""

from __future__ import annotations

from functools import cache
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.responses import Response

import queries
from queries.model import NamedQuery, Parameter
from service.http.respond import as_json
from service.http.rest import FORMATS

_ERROR = {
    "type": "object",
    "properties": {
        "error": {
            "type": "object",
            "properties": {
                "status": {"type": "integer"},
                "code": {"type": "string"},
                "message": {"type": "string"},
            },
            "required": ["status", "code", "message"],
        }
    },
    "required": ["error"],
}


def install(app: FastAPI) -> None:
    """Serve the description of ``app`` at ``/openapi.json``."""

    @cache
    def description() -> dict[str, Any]:
        document = get_openapi(title="cchc", version="1", routes=app.routes)
        document["paths"] |= {f"/api/queries/{q.name}": _path(q) for q in queries.catalogue().values()}
        document.setdefault("components", {}).setdefault("schemas", {})["Error"] = _ERROR
        for path in document["paths"].values():
            for operation in path.values():
                operation["responses"].pop("422", None)
                operation["responses"]["default"] = _failure()
        return document

    @app.get("/openapi.json", include_in_schema=False)
    def openapi() -> Response:
        return as_json(description())


def _path(query: NamedQuery) -> dict[str, Any]:
    answers = {kind: {"schema": {"type": "string", "format": "binary"}} for kind in FORMATS.values()}
    answers["application/json"] = {"schema": {"type": "object"}}
    return {
        "get": {
            "operationId": query.name,
            "summary": query.title,
            "description": query.description,
            "tags": ["queries"],
            "parameters": [*map(_parameter, query.parameters), _FORMAT],
            "responses": {"200": {"description": query.title, "content": answers}},
        }
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "in": "query",
        "required": parameter.required,
        "description": parameter.label,
        "schema": {"type": "string"},
        "example": parameter.example,
    }


def _failure() -> dict[str, Any]:
    return {
        "description": "Lỗi",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}},
    }


_FORMAT = {
    "name": "format",
    "in": "query",
    "required": False,
    "description": "Định dạng của câu trả lời; không có thì theo Accept.",
    "schema": {"type": "string", "enum": sorted(FORMATS)},
}
