"""``/api/compare``: two plans of one series side by side, for programs and spreadsheets."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from queries import names
from service.editions import as_data, compared, edition, table
from service.http.errors import BadRequest
from service.http.respond import JSON, as_json
from service.http.rest import answer, wanted
from service.http.site import Here

router = APIRouter()


@router.get("/api/compare", summary="Two plans of one series: new, dropped and changed rows")
def compare(request: Request, site: Here, old: str = "", new: str = "", format: str = "") -> Response:  # noqa: A002
    """The comparison of the plan ``old`` with the later plan ``new``, as JSON, CSV or XLSX."""
    kind = wanted(format or None, request.headers.get("accept"))
    if not (old.strip() and new.strip()):
        raise BadRequest("two-plans")
    before, after = (edition(site.store, names.plan(site.store, name)) for name in (old, new))
    found = compared(before, after)
    return as_json(as_data(before, after, found)) if kind == JSON else answer(table(found), kind)
