"""The graph of the hand-checked readings, for the questions that the vocabulary must be able to answer."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.store.model import Store

# The graph that the tests of the named questions are asked on.
sys.path.append(str(Path(__file__).parents[1] / "queries"))


@pytest.fixture(scope="session")
def readings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    from asked import readings_quads
    from opened import opened

    with opened(readings_quads(), tmp_path_factory.mktemp("competency")) as store:
        yield store
