"""Style sheet and scripts: our own, and the drawing library that comes inside the pyvis package."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter
from starlette.responses import FileResponse, Response

from service.draw.assets import vis_css, vis_js
from service.http.errors import NotFound

router = APIRouter(include_in_schema=False)

_OWN = Path(__file__).parents[1] / "static"
_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


@router.get("/static/{name}")
def static(name: str) -> Response:
    """A file of ``service/static`` or of the drawing library, by its bare name."""
    file = files().get(name)
    if file is None:
        raise NotFound("not-found")
    return FileResponse(file, media_type=_TYPES[file.suffix])


def files() -> dict[str, Path]:
    """The files that are served, by name."""
    own = {file.name: file for file in _OWN.iterdir() if file.suffix in _TYPES}
    return own | {"vis-network.css": vis_css(), "vis-network.js": vis_js()}
