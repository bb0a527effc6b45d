"""``/sparql``: SPARQL 1.1 Protocol for programs, and the same address as a form for people."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

import anyio
from anyio.to_thread import run_sync
from fastapi import APIRouter, Request
from starlette.responses import Response

from service.errors import QueryError
from service.http.errors import BadRequest, Busy, HttpError
from service.http.faults import http_error
from service.http.negotiation import choose
from service.http.protocol import QueryRequest, based, media_type, offered, read_get, read_post
from service.http.respond import HTML, page
from service.http.service_description import FORMATS, describe
from service.http.site import Here, Site
from service.store.guard import Form, query_form
from service.store.model import Answer

router = APIRouter()


@dataclass(frozen=True)
class Example:
    """A query to start from."""

    title: str
    query: str


@cache
def examples() -> tuple[Example, ...]:
    """The queries that the form offers."""
    file = Path(__file__).with_name("examples.toml")
    return tuple(Example(**e) for e in tomllib.loads(file.read_text(encoding="utf-8"))["example"])


@router.get("/sparql", summary="SPARQL 1.1 Query")
@router.get("/sparql/", include_in_schema=False)
async def get(request: Request, site: Here) -> Response:
    """A query by GET; without one the service's description, or the form for a browser."""
    return await _answer(request, site, read_get(request.scope["query_string"]))


@router.post("/sparql", summary="SPARQL 1.1 Query")
@router.post("/sparql/", include_in_schema=False)
async def post(request: Request, site: Here) -> Response:
    """A query by POST, as a form or direct."""
    return await answer_post(request, site, await read_body(request, site.settings.body_bytes))


async def answer_post(request: Request, site: Site, body: bytes) -> Response:
    """The answer to the query that was posted with ``body``."""
    asked = read_post(request.scope["query_string"], request.headers.get("content-type"), body)
    if asked.query is None:
        raise BadRequest("no-query")
    return await _answer(request, site, asked)


async def read_body(request: Request, most: int) -> bytes:
    """The body of ``request``. Raises :class:`BadRequest` (413) once it is longer than ``most`` bytes."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise BadRequest("too-long", 413, limit=most)
    return bytes(body)


async def _answer(request: Request, site: Site, asked: QueryRequest) -> Response:
    accept = request.headers.get("accept")
    if asked.query is None or not asked.query.strip():
        return await run_sync(partial(_introduce, site, request, accept))
    if _for_people(asked, accept):
        return await _answer_page(request, site, asked)
    form = query_form(asked.query)
    answer = await _evaluate(request, site, asked, media_type(form, accept, asked.format))
    headers = {"X-Truncated": "true"} if answer.truncated else {}
    return Response(answer.body, media_type=answer.media_type, headers=headers)


def _for_people(asked: QueryRequest, accept: str | None) -> bool:
    """Whether a page of results is wanted: no format named, and HTML preferred to every other."""
    return not asked.format and choose(accept, (*offered("select"), *offered("construct"), HTML)) == HTML


def _introduce(site: Site, request: Request, accept: str | None) -> Response:
    kind = choose(accept, (*FORMATS, HTML)) or HTML
    if kind == HTML:
        return _form_page(site, "")
    address = str(request.url.replace(query="", fragment="")).rstrip("/")
    triples = site.store.manifest.counts.get("quads")  # no triple is in two graphs
    body = describe(address, kind, site.iri(""), triples, scratch=site.scratch)
    return Response(body, media_type=kind)


async def _evaluate(request: Request, site: Site, asked: QueryRequest, kind: str) -> Answer:
    """The store's answer, waited for in a thread of the queries' own so that pages are never held up."""
    line: anyio.CapacityLimiter = request.app.state.queries
    if line.available_tokens == 0:
        raise Busy("busy")
    call = partial(
        site.store.answer,
        based(asked.query or "", site.base),
        accept=kind,
        default_graphs=asked.default_graphs,
        named_graphs=asked.named_graphs,
    )
    return await run_sync(call, limiter=line)


async def _answer_page(request: Request, site: Site, asked: QueryRequest) -> Response:
    query = asked.query or ""
    try:
        form = query_form(query)
        kind = offered(form)[0]
        answer = await _evaluate(request, site, asked, kind)
    except (QueryError, HttpError) as error:
        return await run_sync(partial(_form_page, site, query, error=http_error(error)))
    return await run_sync(partial(_form_page, site, query, **_shown(form, answer, site.settings.listed_rows)))


def _shown(form: Form, answer: Answer, most: int) -> dict[str, Any]:
    """What the page shows of an answer: a table, yes or no, or Turtle text."""
    if form in ("construct", "describe"):
        return {"triples": answer.body.decode("utf-8"), "truncated": answer.truncated}
    data = json.loads(answer.body)
    if form == "ask":
        return {"truth": data["boolean"]}
    names = data["head"]["vars"]
    rows = data["results"]["bindings"]
    return {
        "names": names,
        "rows": [[row.get(name) for name in names] for row in rows[:most]],
        "total": len(rows),
        "truncated": answer.truncated or len(rows) > most,
    }


def _form_page(site: Site, query: str, *, error: HttpError | None = None, **shown: Any) -> Response:
    values = {
        "names": None,
        "rows": (),
        "total": 0,
        "truth": None,
        "triples": None,
        "truncated": False,
    } | shown
    return page(
        site,
        "sparql.html",
        status=error.status if error else 200,
        query=query,
        examples=examples(),
        error=error,
        **values,
    )
