"""A scratch graph over HTTP: SPARQL Update at ``/sparql``, Graph Store writes at ``/graphs``.

Whoever writes shows the token. Sources: W3C SPARQL 1.1 Protocol (2013), section 2.2; Graph Store HTTP
Protocol (2013), section 5; RFC 6750, section 2.1 (the token).
"""

from __future__ import annotations

import hmac
import uuid
from collections.abc import Callable
from functools import partial
from typing import Annotated, cast
from urllib.parse import quote

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from service.http import graphs, sparql
from service.http.errors import BadRequest, NotFound
from service.http.protocol import read_update
from service.http.rdf import read_triples
from service.http.site import Here, Site
from service.store.scratch import ScratchStore


def _holder(request: Request) -> None:
    """Refuses who does not show the token."""
    given = request.headers.get("authorization", "").encode("latin-1")
    expected = f"Bearer {request.app.state.token}".encode()
    if not hmac.compare_digest(given, expected):
        raise BadRequest("token", 401)


def _scratch(site: Here) -> ScratchStore:
    return cast(ScratchStore, site.store)


Scratch = Annotated[ScratchStore, Depends(_scratch)]
_Write = Callable[[str | None, str], None]
router = APIRouter()
writers = [Depends(_holder)]


@router.post("/sparql", summary="SPARQL 1.1 Query and Update")
@router.post("/sparql/", include_in_schema=False)
async def update(request: Request, site: Here, store: Scratch) -> Response:
    """An update by POST, as a form or direct; a query as always."""
    body = await sparql.read_body(request, site.settings.body_bytes)
    asked = read_update(request.scope["query_string"], request.headers.get("content-type"), body)
    if asked is None:
        return await sparql.answer_post(request, site, body)
    _holder(request)
    call = partial(store.update, base=site.base, default=asked.default_graphs, named=asked.named_graphs)
    await run_sync(call, asked.update)
    return Response(status_code=204)


@router.get("/graphs", summary="SPARQL 1.1 Graph Store Protocol")
@router.get("/graphs/", include_in_schema=False)
def whole(request: Request, store: Scratch) -> Response:
    """The graph that ``graph`` names, or with ``default`` the unnamed one."""
    kind = graphs.asked_format(request)
    return graphs.written(store.triples(_there(request, store)), kind)


@router.put("/graphs", dependencies=writers, summary="Replace a graph")
async def replace(request: Request, site: Here, store: Scratch) -> Response:
    """Let the body be all that the graph holds: 201 where there was none, else 204."""
    graph = graphs.asked_graph(request)
    return await _write(request, site, store.put, graph, new=not store.holds(graph))


@router.post("/graphs", dependencies=writers, summary="Add to a graph")
async def add(request: Request, site: Here, store: Scratch) -> Response:
    """Add the body to a graph; without a name to a new one, whose address is told (201, Location)."""
    if not request.url.query:
        graph = f"{site.base}graph/scratch/{uuid.uuid4()}"
        response = await _write(request, site, store.add, graph, new=True)
        response.headers["Location"] = f"/graphs?graph={quote(graph, safe='')}"
        return response
    graph_asked = graphs.asked_graph(request)
    return await _write(request, site, store.add, graph_asked, new=not store.holds(graph_asked))


@router.delete("/graphs", dependencies=writers, summary="Remove a graph")
def remove(request: Request, store: Scratch) -> Response:
    """Remove the graph; the default one is emptied."""
    store.drop(_there(request, store))
    return Response(status_code=204)


def _there(request: Request, store: ScratchStore) -> str | None:
    """The graph asked for. Raises :class:`NotFound` where it is not there."""
    graph = graphs.asked_graph(request)
    if not store.holds(graph):
        raise NotFound("unknown-graph", name=str(graph)[:200])
    return graph


async def _write(request: Request, site: Site, write: _Write, graph: str | None, *, new: bool) -> Response:
    body = await sparql.read_body(request, site.settings.body_bytes)
    kind = request.headers.get("content-type")
    triples = await run_sync(read_triples, body, kind, graph or str(request.url))
    await run_sync(write, graph, triples)
    return Response(status_code=201 if new else 204)
