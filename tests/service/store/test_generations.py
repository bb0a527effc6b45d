"""The life of the folder: what a build leaves, also when it does not come to its end."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_graph import SOURCES, manifest, quads

from service.errors import NoStore, OtherSchema, StoreBusy, StoreError, StoreUnwritable
from service.store.embedded import EmbeddedStore
from service.store.generations import Generations
from service.store.lock import build_lock

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def count(root: Path) -> int:
    store = EmbeddedStore(root)
    ((n,),) = store.select(COUNT).rows
    store.close()
    return int(str(n))


def test_a_new_generation_is_seen_by_an_open_store(root: Path, embedded: EmbeddedStore) -> None:
    before = embedded.manifest
    Generations(root).write(quads()[:2], manifest())
    assert embedded.select(COUNT).rows[0][0] != before.counts["quads"]
    assert embedded.manifest.counts["quads"] == 2
    assert b"2" in embedded.answer(COUNT, accept="text/csv").body
    Generations(root).write(quads()[:1], manifest())
    assert b"1" in embedded.answer(COUNT, accept="text/csv").body


def test_equal_quads_have_an_equal_manifest(root: Path) -> None:
    first = (root / "generations" / "1" / "manifest.json").read_bytes()
    Generations(root).write(quads(), manifest(), SOURCES)
    assert (root / "generations" / "2" / "manifest.json").read_bytes() == first


def test_current_and_previous_are_kept(root: Path) -> None:
    for n in (4, 3, 2):
        Generations(root).write(quads()[:n], manifest())
    EmbeddedStore(root).close()
    assert sorted(p.name for p in (root / "generations").iterdir()) == ["3", "4"]
    assert count(root) == 2


def test_sources_are_kept_while_a_generation_names_them(root: Path) -> None:
    assert EmbeddedStore(root).source("a.txt") == SOURCES["0" * 64]
    assert EmbeddedStore(root).source("../current") is None
    for _ in range(2):
        Generations(root).write(quads(), type(manifest())())
    EmbeddedStore(root).close()
    assert list((root / "sources").iterdir()) == []


class Stop(Exception):
    pass


def failing() -> Iterator[str]:
    yield from quads()[:3]
    raise Stop


def test_a_build_that_fails_leaves_the_graph_as_it_was(root: Path) -> None:
    with pytest.raises(Stop):
        Generations(root).write(failing(), manifest())
    assert count(root) == len(quads())
    Generations(root).write(quads()[:2], manifest())
    assert count(root) == 2


def test_a_generation_never_switched_to_is_never_read(root: Path) -> None:
    for number in ("2", "3", "4"):
        shutil.copytree(root / "generations" / "1", root / "generations" / number)
    (root / "generations" / "5.new").mkdir()
    assert count(root) == len(quads())
    assert sorted(p.name for p in (root / "generations").iterdir()) == ["1"]


def test_one_build_at_a_time(root: Path) -> None:
    with build_lock(root):
        with pytest.raises(StoreBusy, match="đang ghi"):
            Generations(root).write(quads(), manifest())
        Generations(root).prune()
    Generations(root).write(quads(), manifest())


def test_a_folder_without_a_graph_says_how_to_build_one(tmp_path: Path) -> None:
    with pytest.raises(NoStore, match="cchc build"):
        EmbeddedStore(tmp_path / "không có")
    assert not (tmp_path / "không có").exists()


def test_a_graph_of_another_version_is_to_be_rebuilt(root: Path) -> None:
    file = root / "generations" / "1" / "manifest.json"
    file.write_text(
        json.dumps(json.loads(file.read_text(encoding="utf-8")) | {"schema": "0"}), encoding="utf-8"
    )
    with pytest.raises(OtherSchema, match="cchc build"):
        EmbeddedStore(root)


@pytest.mark.parametrize(
    ("broken", "body"),
    [
        ("current", b"../../etc\n"),
        ("current", b"9\n"),
        ("current", b"\xff"),
        ("current", b""),
        ("generations/1/manifest.json", b"{"),
        ("generations/1/manifest.json", b"[]"),
        ("generations/1/db/CURRENT", b"x"),
    ],
)
def test_a_broken_folder_is_a_clear_error(root: Path, broken: str, body: bytes) -> None:
    (root / broken).write_bytes(body)
    with pytest.raises(StoreError, match=r"cchc build|Không đọc được"):
        EmbeddedStore(root)


def test_a_place_that_takes_no_files_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreUnwritable, match="Không ghi được"):
        Generations(tmp_path / "file").write(quads(), manifest())
