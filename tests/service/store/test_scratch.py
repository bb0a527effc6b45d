"""The scratch store in its folder: what a start finds, and what a change that fails leaves."""

from pathlib import Path

import pytest
from small_graph import manifest, quads

from service.errors import BadQuery, StoreBusy, StoreError
from service.store.embedded import EmbeddedStore
from service.store.generations import Generations
from service.store.lock import build_lock
from service.store.scratch import ScratchStore
from service.store.updates import with_dataset

INSERT = "INSERT DATA { <http://a/s> <http://a/p> 1 }"


def test_a_new_start_finds_what_was_written(tmp_path: Path) -> None:
    store = ScratchStore(tmp_path)
    assert store.manifest.counts == {"quads": 0}
    store.update(INSERT)
    store.close()
    again = ScratchStore(tmp_path)
    assert (again.manifest.counts, len(again.triples(None))) == ({"quads": 1}, 1)
    assert again.manifest.digest == ""  # nothing that was kept of an answer may be taken for fresh
    again.close()


def test_the_graph_of_plans_is_never_opened_for_writing(tmp_path: Path) -> None:
    Generations(tmp_path).write(quads(), manifest())
    with pytest.raises(StoreError, match="thư mục mới"):
        ScratchStore(tmp_path)
    assert EmbeddedStore(tmp_path).manifest.counts["quads"] == len(quads())


def test_a_change_that_fails_leaves_no_trace(tmp_path: Path) -> None:
    store = ScratchStore(tmp_path)
    store.update(INSERT)
    with pytest.raises(BadQuery, match="none"):
        store.update("INSERT DATA { <http://a/t> <http://a/p> 2 }; DROP GRAPH <http://a/none>")
    with pytest.raises(BadQuery, match="cú pháp"):
        store.update("INSERT")
    assert len(store.triples(None)) == 1
    store.update("CLEAR ALL")
    store.close()
    assert sorted(p.name for p in (tmp_path / "generations").iterdir()) == ["2", "3"]


def test_a_folder_that_is_being_written_is_told(tmp_path: Path) -> None:
    store = ScratchStore(tmp_path)
    with build_lock(tmp_path), pytest.raises(StoreBusy):
        store.update(INSERT)
    store.close()


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        (
            "INSERT { ?s a ?where } WHERE { ?s a ?o FILTER EXISTS { ?s ?p '} where {' } }",
            "INSERT { ?s a ?where }  USING <http://a/g>  WHERE { ?s a ?o FILTER EXISTS { ?s ?p '} where {' } }",
        ),
        ("INSERT DATA { <http://a/where> a 1 }", "INSERT DATA { <http://a/where> a 1 }"),
    ],
)
def test_a_dataset_stands_before_each_pattern(update: str, expected: str) -> None:
    assert with_dataset(update, ["http://a/g"], []) == expected
