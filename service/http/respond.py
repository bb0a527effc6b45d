"""Answers: a rendered page, JSON, and errors in the one shape."""

from __future__ import annotations

import json
from typing import Any

from fastapi import Request
from starlette.responses import Response

from service.http.errors import HttpError
from service.http.language import switch
from service.http.negotiation import choose
from service.http.site import Site
from service.templating import templates

HTML = "text/html"
JSON = "application/json"


def page(site: Site, template: str, *, status: int = 200, **values: Any) -> Response:
    """The page that ``template`` makes of ``values``."""
    text = templates().get_template(template).render(site=site, switch=switch(), **values)
    return Response(text, status, media_type=f"{HTML}; charset=utf-8")


def as_json(value: object, status: int = 200, media_type: str = JSON) -> Response:
    """``value`` as JSON text, Vietnamese letters as they are."""
    return Response(json.dumps(value, ensure_ascii=False), status, media_type=media_type)


def failure(request: Request, error: HttpError) -> Response:
    """``error`` in the one shape; as a page for who prefers HTML."""
    if choose(request.headers.get("accept"), (JSON, HTML)) == HTML:
        response = page(request.app.state.site, "error.html", status=error.status, error=error)
    else:
        response = as_json(error.shape(), error.status)
    if error.status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    if error.status == 503:
        response.headers["Retry-After"] = "5"
    return response
