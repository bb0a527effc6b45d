"""``/tim`` and ``/api/search``: full-text search for people and for programs, with the same parameters."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from queries import names
from service.http.errors import BadRequest
from service.http.respond import as_json, page
from service.http.site import Here, Site
from service.search import Found, Hit, Search, found
from service.search.texts import KINDS, Entry

router = APIRouter()

MOST_HITS, FURTHEST, ON_A_PAGE, PLANS_SHOWN = 200, 10_000, 30, 12
"""Hits of one answer, hits that can be skipped, hits and plans on a page."""
_KINDS = {kind.lower(): kind for kind in KINDS}
"""Kinds as addresses name them."""


@dataclass(frozen=True)
class Asked:
    """The parameters of a search: words, a kind, and a plan as people write it."""

    q: str = ""
    kind: str = ""
    plan: str = ""

    def search(self, site: Site, most: int, skip: int) -> Search:
        """Raises :class:`BadRequest` for a kind there is not, :class:`queries.errors.AskError` for a plan."""
        if self.kind and self.kind not in _KINDS:
            raise BadRequest("kind", offered=", ".join(_KINDS))
        plan = str(names.plan(site.store, self.plan)) if self.plan else None
        return Search(self.q, kind=_KINDS.get(self.kind), plan=plan, most=most, skip=skip)

    def address(self, **changed: object) -> str:
        """The address of the page of this search with other values."""
        given = asdict(self) | changed
        return "/tim?" + urlencode({name: value for name, value in given.items() if value})


Words = Annotated[Asked, Depends()]


@router.get("/api/search", summary="Search by words, with or without marks")
def find(
    site: Here,
    asked: Words,
    limit: Annotated[int, Query(ge=1, le=MOST_HITS)] = 50,
    offset: Annotated[int, Query(ge=0, le=FURTHEST)] = 0,
) -> Response:
    """What holds every word, with the marks typed first; counted by kind and plan, narrowed by them."""
    answer = found(site.store, asked.search(site, limit, offset))
    return as_json(
        {
            "total": answer.total,
            "hits": [_hit(hit) for hit in answer.hits],
            "kinds": [{"kind": name.lower(), "count": count} for name, count in answer.kinds],
            "plans": [{"iri": c.plan.iri, "label": c.plan.label, "count": c.count} for c in answer.plans],
            "suggestions": [_named(entry) for entry in answer.guesses],
        }
    )


@router.get("/tim", include_in_schema=False)
def search_page(site: Here, asked: Words, number: Annotated[int, Query(alias="page", ge=1)] = 1) -> Response:
    """The same as a page, with links that narrow the hits."""
    skip = min((number - 1) * ON_A_PAGE, FURTHEST)
    answer = found(site.store, asked.search(site, ON_A_PAGE, skip))
    return page(
        site,
        "search.html",
        words=asked.q,
        kind=_KINDS.get(asked.kind),
        plan=_plan_label(answer, asked.plan) if asked.plan else None,
        found=answer,
        plans=answer.plans[:PLANS_SHOWN],
        address=asked.address,
        number=number,
        first=skip + 1,
        last=skip + len(answer.hits),
    )


def _plan_label(answer: Found, plan: str) -> str:
    return next((c.plan.label for c in answer.plans if c.plan.iri == plan), plan)


def _hit(hit: Hit) -> dict[str, Any]:
    snippet = "".join(piece.text for piece in hit.pieces)
    return _named(hit.entry) | {"plan": hit.entry.plan or None, "exact": hit.exact, "snippet": snippet}


def _named(entry: Entry) -> dict[str, Any]:
    return {"iri": entry.iri, "label": entry.label, "kind": entry.kind.lower()}
