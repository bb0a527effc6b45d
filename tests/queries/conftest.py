"""One store over the hand-checked readings for all tests of questions."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from asked import readings_quads

from service.store.choose import open_store
from service.store.generations import Generations
from service.store.model import Manifest, Store

# The small SPARQL server of the store's tests serves here as well.
sys.path.append(str(Path(__file__).parents[1] / "service" / "store"))


@pytest.fixture(scope="session")
def remote() -> Iterator[Store]:
    from sparql_server import serving

    with serving(readings_quads()) as address:
        yield open_store(address)


@pytest.fixture(scope="session")
def readings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    root = tmp_path_factory.mktemp("readings")
    Generations(root).write(readings_quads(), Manifest())
    store = open_store(root)
    yield store
    store.close()
