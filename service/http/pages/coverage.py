"""``/bao-phu``: the targets of a plan against the plans below it, as a page and as a sheet."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from queries import names
from queries.errors import AskError
from service.coverage import matrix, sheet
from service.http.faults import http_error
from service.http.respond import page
from service.http.rest import CSV, FORMATS, XLSX, answer, wanted
from service.http.site import Here
from service.views.plans import plans

router = APIRouter()


@router.get("/bao-phu")
def coverage(request: Request, site: Here, plan: str = "", format: str = "") -> Response:  # noqa: A002
    """The matrix of ``plan``; with ``format`` csv or xlsx as a file."""
    given, found, problem = plan.strip(), None, None
    try:
        found = matrix(site.store, names.plan(site.store, given)) if given else None
    except AskError as error:
        problem = http_error(error)
    if found is not None and FORMATS.get(format.lower()) in (CSV, XLSX):
        return answer(sheet(found), wanted(format, request.headers.get("accept")))
    status = problem.status if problem else 200
    return page(site, "coverage.html", status=status, plans=plans(site.store), it=found, error=problem)
