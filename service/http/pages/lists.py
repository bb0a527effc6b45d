"""``/tai-lieu``, ``/co-quan``, ``/chi-tieu``: all documents, agencies that rows name, indicators."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from service.http.respond import page
from service.http.site import Here
from service.views.agencies import agencies
from service.views.documents import documents
from service.views.indicators import indicators

router = APIRouter()


@router.get("/tai-lieu")
def document_list(site: Here) -> Response:
    """The documents, the most cited first."""
    found = documents(site.store)
    return page(site, "documents.html", documents=found[: site.settings.listed_rows], total=len(found))


@router.get("/co-quan")
def agency_list(site: Here) -> Response:
    """The agencies, the most named first."""
    found = agencies(site.store)
    return page(site, "agencies.html", agencies=found[: site.settings.listed_rows], total=len(found))


@router.get("/chi-tieu")
def indicator_list(site: Here) -> Response:
    """The indicators, those of most plans first."""
    found = indicators(site.store)
    return page(site, "indicators.html", indicators=found[: site.settings.listed_rows], total=len(found))
