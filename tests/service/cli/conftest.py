"""The command line in this process, on a graph of the hand-checked readings."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from service.cli import run
from service.store.generations import Generations
from service.store.model import Manifest

# The graph is that of the tests of questions.
sys.path.append(str(Path(__file__).parents[2] / "queries"))


class Done(NamedTuple):
    """How a call of the command line ended."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode("utf-8")


Cchc = Callable[..., Done]


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from asked import readings_quads

    root = tmp_path_factory.mktemp("cli") / "graph"
    Generations(root).write(readings_quads(), Manifest())
    return root


@pytest.fixture
def cchc(graph: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Cchc:
    monkeypatch.chdir(graph.parent)  # the graph is ./graph

    def call(*arguments: str) -> Done:
        code = run(arguments)
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Done(code, out, err.decode("utf-8"))

    return call
