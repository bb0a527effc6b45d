"""The application: every route over one store."""

from __future__ import annotations

import anyio
from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from loaders.graph.iri import DEFAULT_BASE
from service.http import (
    assets,
    compare,
    faults,
    graphs,
    health,
    identifiers,
    ontology,
    rest,
    scratch,
    search,
    sparql,
)
from service.http.language import Language
from service.http.middleware import Freshness, Guard
from service.http.openapi import install as install_openapi
from service.http.pages import router as pages
from service.http.site import Site
from service.settings import Settings
from service.store.model import Store


def create_app(
    store: Store, settings: Settings | None = None, base: str = DEFAULT_BASE, token: str = ""
) -> FastAPI:
    """The HTTP application over ``store``; ``base`` is the start of the graph's IRIs, with a slash.

    With a ``token`` the store is a :class:`service.store.scratch.ScratchStore`, and whoever shows the
    token may write. The store stays the caller's: it is not closed here.
    """
    site = Site(store, settings or Settings(), base)
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)
    app.state.site = site
    app.state.queries = anyio.CapacityLimiter(site.settings.query_queue)
    if token:
        app.state.token = token
        app.include_router(scratch.router)  # before the addresses that only read
    for router in (
        sparql.router,
        graphs.router,
        rest.router,
        search.router,
        ontology.router,
        compare.router,
        health.router,
        assets.router,
        identifiers.router,
        pages,
    ):
        app.include_router(router)
    faults.install(app)
    install_openapi(app)
    # The last one added stands outermost.
    app.add_middleware(Freshness, edition=site.edition, seconds=site.settings.cache_seconds)
    app.add_middleware(Language)
    app.add_middleware(GZipMiddleware, minimum_size=1_000)
    app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "HEAD", "POST"])
    app.add_middleware(Guard)
    return app
