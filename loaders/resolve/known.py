"""Documents whose titles the registries state: citations that give a title and no number find them."""

from __future__ import annotations

from collections.abc import Mapping

from loaders.resolve.agency import resolve_issuer
from loaders.resolve.key import DocumentKey
from loaders.resolve.number import parse_number
from loaders.resolve.place import NATION
from ontology.registry import KnownDocument, Registry, words
from ontology.slug import slug

__all__ = ["known_documents", "titled"]


def known_documents(registry: Registry) -> Mapping[DocumentKey, KnownDocument]:
    """The documents of documents.csv (the project's and the province's own) by their keys."""
    keys = ((_key(document, registry), document) for document in registry.documents)
    return {key: document for key, document in keys if key is not None}


def titled(text: str, known: Mapping[DocumentKey, KnownDocument], province: str | None) -> DocumentKey | None:
    """The known document whose title ``text`` begins with; a local one only in its own ``province``."""
    asked = words(text)
    for key, document in known.items():
        title = words(document.title)
        here = key.issuer is None or (province is not None and f"{key.issuer}/".startswith(f"{province}/"))
        if here and asked[: len(title)] == title:
            return key
    return None


def _key(document: KnownDocument, registry: Registry) -> DocumentKey | None:
    number = parse_number(document.number, registry)
    if number is None:
        return None
    issuer = resolve_issuer(document.issuer, document.start, registry)
    local = None if issuer.jurisdiction == NATION.path else issuer.iri_path
    kind = slug(number.kind or document.kind)
    return DocumentKey(kind, number.slug, number.year or document.start.year, local)
