"""One store over the hand-checked readings for all tests of questions."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from asked import readings_quads
from opened import opened

from service.store.choose import open_store
from service.store.model import Store

# The small SPARQL server of the store's tests serves here as well.
sys.path.append(str(Path(__file__).parents[1] / "service" / "store"))


@pytest.fixture(scope="session")
def remote() -> Iterator[Store]:
    from sparql_server import serving

    with serving(readings_quads()) as address:
        yield open_store(address)


@pytest.fixture(scope="session")
def readings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with opened(readings_quads(), tmp_path_factory.mktemp("readings")) as store:
        yield store
