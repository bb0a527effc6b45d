"""The sample graph, opened once, and a client that speaks HTTP to it in process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from service.http.app import create_app
from service.store.embedded import EmbeddedStore
from service.store.model import Limits
from tests.service import sample


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    folder: Path = tmp_path_factory.mktemp("sample")
    sample.write(folder)
    store = sample.opened(folder, Limits(seconds=2, rows=500, workers=1))
    yield store
    store.close()


@pytest.fixture(scope="session")
def client(sample_store: EmbeddedStore) -> Iterator[TestClient]:
    with TestClient(create_app(sample_store), follow_redirects=False) as client:
        yield client
