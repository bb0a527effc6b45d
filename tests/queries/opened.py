"""A store over quads made for a test."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from service.store.choose import open_store
from service.store.generations import Generations
from service.store.model import Manifest, Store


@contextmanager
def opened(quads: Iterable[str], root: Path) -> Iterator[Store]:
    """The store in ``root`` that holds ``quads`` (N-Quads), closed at the end."""
    Generations(root).write(quads, Manifest())
    store = open_store(root)
    try:
        yield store
    finally:
        store.close()
