"""Stores that hold the small graph."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from small_graph import SOURCES, manifest, quads

from service.store.embedded import EmbeddedStore
from service.store.generations import Generations
from service.store.model import Limits


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "đồ thị"
    Generations(folder).write(quads(), manifest(), SOURCES)
    return folder


@pytest.fixture
def embedded(root: Path) -> Iterator[EmbeddedStore]:
    store = EmbeddedStore(root, Limits(seconds=20, rows=3, workers=1))
    yield store
    store.close()
