"""Which store a text names: a folder, or the address of a SPARQL server."""

from __future__ import annotations

from pathlib import Path

from service.store.model import Limits, Store

DEFAULT = "graph"
"""The folder that commands use when none is named."""


def open_store(where: str | Path = DEFAULT, limits: Limits | None = None) -> Store:
    """The store at ``where``: a folder written by ``cchc build``, or http(s)://… of a SPARQL 1.1 server.

    Raises :class:`service.errors.StoreError`.
    """
    if str(where).startswith(("http://", "https://")):
        from service.store.remote import RemoteStore

        return RemoteStore(str(where), limits)
    from service.store.embedded import EmbeddedStore

    return EmbeddedStore(Path(where), limits)
