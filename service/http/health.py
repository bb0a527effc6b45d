"""``/health``: whether the graph answers, and what it holds."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from service.http.respond import as_json
from service.http.site import Here

router = APIRouter()


@router.get("/health", summary="State of the service")
def health(site: Here) -> Response:
    """The graph's digest and counts, read from the graph now; a store that fails answers 503."""
    site.store.select("SELECT * WHERE { ?s ?p ?o } LIMIT 1")
    manifest = site.store.manifest
    return as_json({"status": "ok", "digest": manifest.digest, "counts": dict(manifest.counts)})
