"""``/so-sanh``: two plans of one series side by side."""

from __future__ import annotations

from fastapi import APIRouter, Request
from rdflib import URIRef
from starlette.responses import Response

from queries import names
from queries.errors import AskError
from service.editions import compared, edition, told
from service.http.errors import HttpError
from service.http.faults import http_error
from service.http.respond import page
from service.http.site import Here, Site
from service.views.plans import plans

router = APIRouter()


@router.get("/so-sanh")
def comparison(request: Request, site: Here) -> Response:
    """The form, and below it the comparison once both plans are given."""
    given = {name: request.query_params.get(name, "").strip() for name in ("old", "new")}
    if not all(given.values()):
        return _shown(site, given)
    try:
        given = {name: str(names.plan(site.store, text)) for name, text in given.items()}
        old, new = (edition(site.store, URIRef(plan)) for plan in given.values())
    except AskError as error:
        return _shown(site, given, error=http_error(error))
    found = compared(old, new)
    rows = [change for change in found if change.kind != "same"]
    return _shown(site, given, old=old, new=new, rows=rows, counts=told(found))


def _shown(site: Site, given: dict[str, str], error: HttpError | None = None, **values: object) -> Response:
    status = error.status if error else 200
    listed = plans(site.store)
    return page(
        site, "compare.html", status=status, given=given, plans=listed, error=error, it=bool(values), **values
    )
