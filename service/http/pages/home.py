"""``/``: the plans; ``/tim``: search over everything."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from service.http.respond import page
from service.http.site import Here
from service.views.plans import plans
from service.views.search import KINDS, search

router = APIRouter()

MOST_HITS = 200


@router.get("/")
def home(site: Here) -> Response:
    """The loaded plans with their counts."""
    return page(site, "home.html", plans=plans(site.store))


@router.get("/tim")
def find(site: Here, q: str = "") -> Response:
    """What holds the words ``q``."""
    hits = search(site.store, q, MOST_HITS + 1)
    shown = hits[:MOST_HITS]
    groups = [(kind, [hit for hit in shown if hit.entry.kind == kind]) for kind in KINDS]
    return page(site, "search.html", words=q, hits=shown, groups=groups, more=len(hits) > MOST_HITS)
