"""The errors of the other packages as HTTP errors."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from queries.errors import AskError, BadArgument, UnknownQuery
from service import errors as kept
from service.http.errors import BadRequest, Busy, HttpError, NotFound
from service.http.respond import failure


def http_error(error: Exception) -> HttpError:
    """The HTTP error that ``error`` comes to. Anything unforeseen is a plain 500."""
    match error:
        case HttpError():
            return error
        case kept.BadQuery():
            return BadRequest("bad-query", reason=error.message)
        case kept.RefusedQuery():
            return BadRequest("refused", 403, reason=error.message)
        case kept.QueryTimeout():
            return Busy("query-timeout")
        case kept.QueryTooLarge():
            return Busy("query-too-large")
        case kept.TooBusy():
            return Busy("busy")
        case kept.ServiceError():
            return Busy("store", reason=error.message)
        case UnknownQuery():
            return NotFound("unknown", reason=error.message)
        case BadArgument():
            return BadRequest("argument", reason=error.message)
        case AskError():
            return NotFound("unknown", reason=_with_candidates(error))
        case RequestValidationError():
            return BadRequest("validation")
        case HTTPException():
            return _plain(error)
    return HttpError("internal")


def install(app: FastAPI) -> None:
    """Let ``app`` answer every known error in the one shape."""

    def handler(request: Request, error: Exception) -> Response:
        answer = http_error(error)
        if isinstance(error, HTTPException) and error.status_code == 405:
            answer = BadRequest("method", 405, method=request.method[:20])
        response = failure(request, answer)
        if isinstance(error, HTTPException) and error.headers:
            response.headers.update(error.headers)
        return response

    for kind in (HttpError, kept.ServiceError, AskError, RequestValidationError, HTTPException):
        app.add_exception_handler(kind, handler)


def _plain(error: HTTPException) -> HttpError:
    if error.status_code == 404:
        return NotFound("not-found")
    return BadRequest("request", error.status_code)


def _with_candidates(error: AskError) -> str:
    names = "; ".join(c.label for c in error.candidates)
    return error.message if not names or names in error.message else f"{error.message} ({names})"
