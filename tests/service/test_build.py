"""Documents to a graph: the same each time, whole at any moment, and never less than what can be read."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from loaders.records import PlanRecord, load
from loaders.together import together
from ontology.registry import Registry
from service.build import build
from service.errors import StoreUnwritable
from service.export import exported
from service.named import shown_names
from service.store.choose import open_store
from service.store.generations import Generations
from service.store.model import Manifest

ROOT = Path(__file__).parents[2]
PLANS = ROOT / "plans"
SMALL = [PLANS / "van-phong-bac-kan-2025.txt", PLANS / "so-khdt-tuyen-quang-2023.txt"]
PLAN_GRAPHS = "SELECT DISTINCT ?g WHERE { ?g <https://w3id.org/cchc/ontology#graphOf> ?plan } ORDER BY ?g"


def nquads(root: Path) -> bytes:
    store = open_store(root)
    try:
        return exported(store, "nquads")
    finally:
        store.close()


def of_graph(lines: bytes, name: str) -> set[bytes]:
    return {line for line in lines.splitlines() if line.endswith(f"<{name}> .".encode())}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("built")
    assert build(SMALL, root).failures == ()
    return root


def test_twice_the_same_graph(built: Path, tmp_path: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    again = build(list(reversed(SMALL)), tmp_path, lambda *step: seen.append(step))
    assert nquads(tmp_path) == nquads(built)
    store = open_store(built)
    assert again.manifest == store.manifest
    store.close()
    assert seen == [(0, 2, ""), (1, 2, SMALL[1].name), (2, 2, SMALL[0].name)]


def test_the_graph_of_a_plan_is_the_same_whatever_else_is_loaded(built: Path, tmp_path: Path) -> None:
    build(SMALL[:1], tmp_path)
    store = open_store(tmp_path)
    ((name,),) = store.select(PLAN_GRAPHS).rows
    store.close()
    alone = of_graph(nquads(tmp_path), str(name))
    assert len(alone) > 100
    assert alone == of_graph(nquads(built), str(name))


def test_no_triple_stands_in_two_graphs_and_no_node_is_blank(built: Path) -> None:
    quads = list(ox.parse(nquads(built), format=ox.RdfFormat.N_QUADS))
    assert len({str(q.triple) for q in quads}) == len(quads)
    assert not any(isinstance(t, ox.BlankNode) for q in quads for t in (q.subject, q.object))


def test_what_was_built_is_counted_and_its_sources_are_kept(built: Path) -> None:
    store = open_store(built)
    counts, sources = store.manifest.counts, store.manifest.sources
    assert counts["plans"] == 2
    assert counts["activities"] > 50
    assert {s.file for s in sources} == {p.name for p in SMALL}
    assert store.source(SMALL[0].name) == SMALL[0].read_bytes()
    store.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "kế hoạch"
    folder.mkdir()
    (folder / "tốt.txt").write_bytes(SMALL[0].read_bytes())
    (folder / "rỗng.txt").write_bytes(b"")
    (folder / "nhị phân.md").write_bytes(bytes(range(256)) * 40)
    (folder / "ghi chú.log").write_text("bỏ qua", encoding="utf-8")
    return folder


def test_what_cannot_be_read_is_named_and_the_rest_is_loaded(folder: Path, tmp_path: Path) -> None:
    result = build([folder], tmp_path / "graph")
    assert result.manifest is not None
    assert result.manifest.counts["plans"] == 1
    assert {f.file.name for f in result.failures} == {"rỗng.txt", "nhị phân.md"}
    assert all(f.reason and f.file.name in f.message for f in result.failures)


def test_when_nothing_can_be_read_the_graph_stays(built: Path, folder: Path) -> None:
    before = (built / "current").read_bytes()
    letter = folder / SMALL[0].name
    letter.write_text("Kính gửi anh Nam,\n\nHẹn gặp lại.\n", encoding="utf-8")
    result = build([folder / "không có.txt", letter], built)
    assert result.manifest is None
    assert len(result.failures) == 2
    assert (built / "current").read_bytes() == before


def test_a_document_that_can_no_longer_be_read_stays_as_it_was(tmp_path: Path) -> None:
    plans, root = tmp_path / "plans", tmp_path / "graph"
    plans.mkdir()
    for file in SMALL:
        (plans / file.name).write_bytes(file.read_bytes())
    build([plans], root)
    before = nquads(root)
    (plans / SMALL[0].name).write_bytes(b"")
    for _ in range(2):
        (failure,) = build([plans], root).failures
        assert "giữ lại" in failure.message
        assert nquads(root) == before
    (plans / SMALL[0].name).unlink()
    assert build([plans], root).failures == ()
    assert len(nquads(root)) < len(before)


def test_files_of_one_name_are_told_by_their_folders(tmp_path: Path) -> None:
    plans, root = tmp_path / "plans", tmp_path / "graph"
    for year, file in zip(("2025", "2023"), SMALL, strict=True):
        (plans / year).mkdir(parents=True)
        (plans / year / "ke-hoach.txt").write_bytes(file.read_bytes())
    build([plans], root)
    before = nquads(root)
    store = open_store(root)
    assert {s.file for s in store.manifest.sources} == {"2023/ke-hoach.txt", "2025/ke-hoach.txt"}
    assert store.source("2025/ke-hoach.txt") == SMALL[0].read_bytes()
    store.close()
    assert b'"2025/ke-hoach.txt"' in before and b'"ke-hoach.txt"' not in before
    (plans / "2025" / "ke-hoach.txt").write_bytes(b"")
    (failure,) = build([plans], root).failures
    assert "giữ lại" in failure.message
    assert nquads(root) == before


def test_a_file_named_once_goes_by_its_name() -> None:
    files = [Path("a/x.txt"), Path("b/x.txt"), Path("a/b/x.txt"), Path("a/y.txt")]
    assert list(shown_names(files).values()) == ["a/x.txt", "b/x.txt", "a/b/x.txt", "y.txt"]


def test_a_link_to_itself_among_files_of_one_name_stops_nothing(tmp_path: Path) -> None:
    files = [tmp_path / "a" / "x.txt", tmp_path / "b" / "x.txt"]
    for file in files:
        file.parent.mkdir()
    files[0].write_text("x", encoding="utf-8")
    files[1].symlink_to(files[1])
    assert list(shown_names(files).values()) == ["a/x.txt", "b/x.txt"]


def test_a_folder_that_takes_no_files_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "graph").write_bytes(b"")
    with pytest.raises(StoreUnwritable, match="Không ghi được"):
        build(SMALL[:1], tmp_path / "graph")


# A build that is killed, at its start, while it writes, and at each step of the switch

KILLED = """
import os, signal, sys
from pathlib import Path
import service.store.generations as generations
from service.store.model import Manifest

def kill(*_):
    os.kill(os.getpid(), signal.SIGKILL)

moment, root = sys.argv[1:]
def quads():
    for n in range(20000):
        if moment == "writing" and n == 12000:
            kill()
        yield f'<http://a/{n}> <http://a/p> "{n}" <http://a/g> .\\n'

names = {"counted": "write_manifest", "sources": "_replace"}
if moment in names:
    setattr(generations, names[moment], kill)
if moment == "renamed":
    Path.rename = kill
if moment == "switched":
    Path.replace = kill
documents = {} if moment == "switched" else {"0" * 64: b"x"}
generations.Generations(Path(root)).write(quads(), Manifest(), documents)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize("moment", ["writing", "counted", "sources", "renamed", "switched"])
def test_a_build_that_is_killed_leaves_the_graph_whole(moment: str, tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    generations.write(['<http://a/s> <http://a/p> "trước" <http://a/g> .\n'], Manifest())
    before = nquads(tmp_path)
    command = [sys.executable, "-c", KILLED, moment, str(tmp_path)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert nquads(tmp_path) == before
    generations.write(['<http://a/s> <http://a/p> "sau" <http://a/g> .\n'], Manifest())
    assert "sau" in nquads(tmp_path).decode()


@pytest.fixture
def readings() -> Iterator[list[PlanRecord]]:
    files = sorted((ROOT / "tests" / "readings").glob("van-*.json"))
    yield [load(file.read_text(encoding="utf-8")) for file in files]


def test_a_body_and_its_annex_are_one_plan(readings: list[PlanRecord]) -> None:
    (whole,) = readings
    body = replace(whole, doc="thân.txt", sections=(), tasks=(), activities=(), targets=(), sha256="1")
    blank = replace(whole.document, signer=None)
    annex = replace(whole, doc="phụ lục.txt", document=blank, citations=(), assignments=(), sha256="2")
    for order in ([body, annex], [annex, body]):
        (document,), failures = together(order, Registry.load())
        assert failures == []
        assert document.record.doc == "thân.txt"
        assert {p.doc for p in document.parts} == {"thân.txt", "phụ lục.txt"}
        assert {a.file for a in document.record.activities} == {"phụ lục.txt"}
        assert {c.file for c in document.record.citations} == {"thân.txt"}
        assert len(document.record.activities) == len(whole.activities)
        assert document.record.sha256 not in {"1", "2", None}


def test_the_same_rows_twice_are_named_and_nothing_is_replaced(readings: list[PlanRecord]) -> None:
    (whole,) = readings
    other = replace(whole, doc="bản sao.txt", activities=whole.activities[:3])
    (document,), (failure,) = together([whole, other], Registry.load())
    assert document.record is whole
    assert failure.file.name == "bản sao.txt"
    assert whole.doc in failure.message


FULL = """
import resource, signal, sys
from pathlib import Path
from service.build import build
from service.errors import StoreUnwritable

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
try:
    build([Path(sys.argv[1])], Path(sys.argv[2]))
except StoreUnwritable as error:
    print(error.message)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_FSIZE")
@pytest.mark.parametrize("size", [0, 1_000, 20_000])
def test_a_disk_that_takes_no_more_is_a_clear_error(size: int, tmp_path: Path) -> None:
    command = [sys.executable, "-c", FULL, str(SMALL[0]), str(tmp_path / "graph"), str(size)]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert "Không ghi được" in done.stdout, done.stderr
    assert not (tmp_path / "graph" / "current").exists()
