"""``/ve/…``: the drawing of a plan or document, its SVG, and the same as a table."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from service.draw.pictures import picture_of
from service.draw.svg import svg
from service.draw.table import lines
from service.draw.vis import legend, network
from service.http.errors import NotFound
from service.http.respond import page
from service.http.site import Here, raw_path

router = APIRouter()


@router.get("/ve/{path:path}")
def draw(path: str, request: Request, site: Here) -> Response:
    """The picture of the instance ``path``; with ``.svg`` as an image."""
    name = raw_path(request, "/ve/")
    iri = site.iri(name.removesuffix(".svg"))
    picture = picture_of(site.store, iri, site.settings.drawn_nodes, site.page)
    if picture is None:
        raise NotFound("no-picture")
    if name.endswith(".svg"):
        return Response(svg(picture), media_type="image/svg+xml")
    return page(
        site,
        "picture.html",
        iri=iri,
        picture=picture,
        lines=lines(picture),
        network=network(picture),
        legend=legend(picture),
    )
