"""Documents to a new generation of the graph: read, put together, written, counted, switched to."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pyoxigraph as ox

from loaders.errors import LoaderError, UnreadableFile
from loaders.formats import READERS
from loaders.graph.corpus import corpus_graphs
from loaders.graph.plan import PlanGraph, build_plan
from loaders.graph.triples import to_nquads
from loaders.reader import read
from loaders.records import PlanRecord
from ontology.registry import Registry
from service.store.generations import Generations
from service.store.model import Manifest, Source
from service.together import together

Progress = Callable[[int, int, str], None]
"""Called with the number of files done, of all files, and the name of the one at work."""

_COUNT = """
PREFIX cchc: <https://w3id.org/cchc/ontology#>
SELECT (COUNT(DISTINCT ?thing) AS ?n) WHERE { %s }
"""
COUNTED: Mapping[str, str] = {
    "plans": "?graph cchc:graphOf ?thing",
    "targets": "?thing a cchc:Target",
    "tasks": "?thing a cchc:Task",
    "activities": "?thing a cchc:Activity",
    "agencies": "?row cchc:leadAgency|cchc:coordinatingAgency|cchc:responsibleAgency ?thing",
    "citations": "?thing a cchc:Citation",
}
"""What the manifest counts, as patterns of ?thing. Agencies are those that a plan names."""


@dataclass(frozen=True)
class Built:
    """What a build did; ``manifest`` is None where nothing could be read and the graph stays as it was."""

    manifest: Manifest | None
    failures: tuple[LoaderError, ...]


def build(paths: Sequence[Path], root: Path, progress: Progress = lambda *_: None) -> Built:
    """Build the graph under ``root`` from the documents at ``paths``: files, or folders of them.

    Raises :class:`service.errors.StoreError`; the graph is then as it was before.
    """
    registry = Registry.load()
    files, failures = documents(paths)
    bodies: dict[str, bytes] = {}
    read_together, left_out = together(_readings(files, bodies, failures, progress), registry)
    plans: list[PlanGraph] = []
    sources: list[Source] = []
    for document in read_together:
        try:
            plan = build_plan(document.record, registry)
        except LoaderError as error:
            failures.append(error)
            continue
        plans.append(plan)
        sources += (Source(part.doc, part.sha256 or "", str(plan.plan)) for part in document.parts)
    failures += left_out
    if not plans:
        return Built(None, tuple(failures))
    manifest = Manifest(reader=plans[0].record.reader or "", sources=tuple(sources))
    quads = (to_nquads(triples, graph) for graph, triples in corpus_graphs(plans))
    kept = {s.sha256: bodies[s.sha256] for s in sources}
    return Built(Generations(root).write(quads, manifest, kept, _counts), tuple(failures))


def documents(paths: Iterable[Path]) -> tuple[list[Path], list[LoaderError]]:
    """The files at ``paths`` in a fixed order, each once, and what is not there.

    Of a folder those whose suffix a reader knows; a file that is named is always tried.
    """
    found: dict[Path, None] = {}
    missing: list[LoaderError] = []
    for path in paths:
        if path.is_dir():
            below = (f for f in path.rglob("*") if f.is_file() and f.suffix.lower() in READERS)
            found.update(dict.fromkeys(sorted(f for f in below if not f.name.startswith("."))))
        elif path.exists():
            found[path] = None
        else:
            missing.append(UnreadableFile(path, "không có tệp hay thư mục này.", "Hãy xem lại đường dẫn."))
    return list(found), missing


def _readings(
    files: Sequence[Path], bodies: dict[str, bytes], failures: list[LoaderError], progress: Progress
) -> Iterator[PlanRecord]:
    for done, file in enumerate(files):
        progress(done, len(files), file.name)
        try:
            record = read(file)
        except LoaderError as error:
            failures.append(error)
            continue
        body = file.read_bytes()
        bodies[hashlib.sha256(body).hexdigest()] = body
        yield record
    progress(len(files), len(files), "")


def _counts(store: ox.Store) -> dict[str, int]:
    return {name: _count(store, pattern) for name, pattern in COUNTED.items()}


def _count(store: ox.Store, pattern: str) -> int:
    results = cast("ox.QuerySolutions", store.query(_COUNT % pattern, use_default_graph_as_union=True))
    return int(cast("ox.Literal", next(results)["n"]).value)
