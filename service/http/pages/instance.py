"""The page of an instance, by what it is."""

from __future__ import annotations

from starlette.responses import Response

from service.http.errors import NotFound
from service.http.respond import page
from service.http.site import Site
from service.views.agencies import agency
from service.views.documents import document
from service.views.indicators import indicator
from service.views.items import item
from service.views.plans import plan
from service.views.things import thing

_VIEWS = (
    ("plan.html", plan),
    ("item.html", item),
    ("agency.html", agency),
    ("document.html", document),
    ("indicator.html", indicator),
    ("thing.html", thing),
)
"""Template and view, the most special first: a view gives None for what it does not show."""


def page_of(site: Site, iri: str) -> Response:
    """The page of ``iri``. Raises :class:`NotFound`."""
    for template, view in _VIEWS:
        found = view(site.store, iri)
        if found is not None:
            return page(site, template, it=found, iri=iri)
    raise NotFound("unknown-instance")
