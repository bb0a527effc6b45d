"""``/``: the plans."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from service.http.respond import page
from service.http.site import Here
from service.views.plans import plans

router = APIRouter()


@router.get("/")
def home(site: Here) -> Response:
    """The loaded plans with their counts."""
    return page(site, "home.html", plans=plans(site.store))
