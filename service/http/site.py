"""What every route needs: the store, the settings, and where a node's page is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Annotated, cast
from urllib.parse import quote

from fastapi import Depends, Request

from loaders.graph.iri import DEFAULT_BASE
from ontology.codes import CODE_BASE
from ontology.describe import NAMESPACE
from service.errors import StoreError
from service.settings import Settings
from service.store.model import SCHEMA, Store
from service.store.scratch import ScratchStore


@dataclass(frozen=True)
class Site:
    """One served graph."""

    store: Store
    settings: Settings = field(default_factory=Settings)
    base: str = DEFAULT_BASE

    @property
    def scratch(self) -> bool:
        """Whether the graph takes writes, and its default graph is the unnamed one."""
        return isinstance(self.store, ScratchStore)

    def page(self, iri: str) -> str | None:
        """The address of the page of an instance, a code or a term; None for what is none of this graph."""
        prefix = self.base + "id/"
        if iri.startswith(prefix):
            return f"/id/{iri[len(prefix) :]}.html"
        if iri.startswith(NAMESPACE):
            return f"/ontology#{iri[len(NAMESPACE) :]}"
        return f"/code/{iri[len(CODE_BASE) :]}" if iri.startswith(CODE_BASE) else None

    def picture(self, iri: str) -> str | None:
        """The address of the drawing of an instance."""
        prefix = self.base + "id/"
        return f"/ve/{iri[len(prefix) :]}" if iri.startswith(prefix) else None

    def iri(self, path: str) -> str:
        """The IRI of the instance whose address ends in ``path`` (percent-encoded as in the IRI)."""
        return self.base + "id/" + path

    def edition(self) -> str:
        """What answers follow from: the graph and the program's version; "" where the graph has no digest."""
        try:
            digest = self.store.manifest.digest
        except StoreError:
            return ""  # the route meets the same error and answers it
        return f"{SCHEMA}-{version('cchc')}-{digest}" if digest else ""


def site_of(request: Request) -> Site:
    """The site that ``request`` came to."""
    return cast(Site, request.app.state.site)


Here = Annotated[Site, Depends(site_of)]
"""A route's parameter: the site."""


def raw_path(request: Request, prefix: str) -> str:
    """The rest of the path after ``prefix`` as the client encoded it ("I%2F3.1" stays so).

    Encoding is made uniform (RFC 3986, section 6.2.2): upper-case hex, and what an IRI's path
    does not hold as it is becomes encoded. So the text can stand in an IRI whatever was sent.
    """
    raw = request.scope.get("raw_path") or quote(request.url.path).encode()
    text = raw.split(b"?", 1)[0].decode("latin-1").removeprefix(prefix)
    whole = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", text)
    upper = re.sub(r"%[0-9a-f]{2}", lambda found: found.group().upper(), whole, flags=re.IGNORECASE)
    return quote(upper, safe="/:@!$&'()*+,;=-._~%")
