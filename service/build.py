"""Documents to a new generation of the graph: read, put together, written, counted, switched to."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import pyoxigraph as ox

from loaders.errors import LoaderError, UnreadableFile
from loaders.formats.limits import bytes_of
from loaders.grammar.abbreviation import Abbreviations
from loaders.graph.corpus import corpus_graphs
from loaders.graph.people import mark_corrected
from loaders.graph.plan import PlanGraph, build_plan
from loaders.graph.triples import to_nquads
from loaders.own import registry_of
from loaders.people import Applied, Note, People, abbreviations_in, folder_of
from loaders.reader import READER_VERSION, documents_in, read_all
from loaders.records import PlanRecord
from loaders.together import Document, together
from ontology.registry import RegistryError
from service.kept import Reading, keep
from service.named import shown_names
from service.search.opened import add_index
from service.store.generations import Generations
from service.store.model import Manifest, Source

Progress = Callable[[int, int, str], None]
"""Called with the number of files done, of all files, and what is at work: first reading, then linking."""

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
    """What a build did; ``manifest`` is None where nothing could be read and the graph stays as it was.

    ``notes`` are for those who wrote in people/: the lines that could not be applied; ``problems`` for those
    who wrote in registry/: the lines that were refused.
    """

    manifest: Manifest | None
    failures: tuple[LoaderError, ...]
    notes: tuple[Note, ...] = ()
    problems: tuple[RegistryError, ...] = ()
    decided: int = 0
    """Links on which people decided."""
    corrected: int = 0
    """Rows, citations, figures, duties and documents that people corrected or added."""


def build(
    paths: Sequence[Path],
    root: Path,
    progress: Progress = lambda *_: None,
    people: Path | None = None,
    registry: Path | None = None,
) -> Built:
    """Build the graph under ``root`` from the documents at ``paths``: files, or folders of them.

    ``people`` is the folder of what people add, ``registry`` that of a province's own agencies, abbreviations
    and documents; by default those that lie beside the plans.
    A document of the current graph that can no longer be read stays in it as it was.
    Raises :class:`service.errors.StoreError`; the graph is then as it was before.
    """
    known = registry_of(paths, registry)
    own = dict(known.own_abbreviations)
    names = shown_names(dict.fromkeys(documents_in(paths)))
    failures: list[LoaderError] = []
    readings = list(_readings(names, own, failures, progress))
    if not readings:
        return Built(None, tuple(failures), problems=known.problems)
    kept, failures = keep(failures, names, root)
    bodies = {reading.record.sha256: reading.body for reading in (*readings, *kept)}
    added = Applied(People.load(people or folder_of(paths)), known)
    read_together, left_out = together([added.head(r.record) for r in (*readings, *kept)], known)
    plans: list[PlanGraph] = []
    sources: list[Source] = []
    by_name = {name: file for file, name in names.items()}
    held = added.rows(read_together, lambda document: _words(document, by_name, own))
    for document, corrected in zip(read_together, held, strict=True):
        try:
            plan = build_plan(corrected.record, known)
        except LoaderError as error:
            failures.append(error)
            continue
        mark_corrected(plan, corrected)
        plans.append(plan)
        sources += (Source(part.doc, part.sha256 or "", str(plan.plan)) for part in document.parts)
    manifest = Manifest(reader=READER_VERSION, sources=tuple(sources))
    settled = added.links([plan.record for plan in plans])
    graphs = corpus_graphs(plans, settled=settled, progress=_linking(progress))
    quads = (to_nquads(triples, graph) for graph, triples in graphs)
    used = {s.sha256: bodies[s.sha256] for s in sources}
    written = Generations(root).write(quads, manifest, used, _counts, add_index) if plans else None
    touched = sum(len(plan.marks) + len(plan.parts) + (plan.head is not None) for plan in held)
    return Built(written, (*failures, *left_out), tuple(added.notes), known.problems, len(settled), touched)


def _linking(progress: Progress) -> Progress:
    """``progress`` told of the plans that are linked with those above them."""
    return lambda done, total, name: progress(done, total, f"liên kết {name}")


def _words(document: Document, files: Mapping[str, Path], own: Mapping[str, str]) -> Abbreviations:
    """The abbreviations that the files of ``document`` explain, and its province's own."""
    return abbreviations_in((files[part.doc] for part in document.parts if part.doc in files), own)


def _readings(
    names: Mapping[Path, str], own: Mapping[str, str], failures: list[LoaderError], progress: Progress
) -> Iterator[Reading]:
    """What could be read; the errors of the other files go to ``failures``."""
    files = list(names)
    progress(0, len(files), "")
    for done, (file, record) in enumerate(zip(files, read_all(files, own), strict=True), 1):
        progress(done, len(files), names[file])
        if isinstance(record, LoaderError):
            failures.append(record)
            continue
        try:
            yield Reading(replace(record, doc=names[file]), _body(file, record))
        except LoaderError as error:
            failures.append(error)


def _body(file: Path, record: PlanRecord) -> bytes:
    """The bytes of ``file`` that ``record`` was read from. Raises ``UnreadableFile`` where they changed."""
    body = bytes_of(file)
    if hashlib.sha256(body).hexdigest() != record.sha256:
        raise UnreadableFile(file, "tệp thay đổi trong khi đọc.", "Đợi ghi xong tệp rồi chạy lại.")
    return body


def _counts(store: ox.Store) -> dict[str, int]:
    return {name: _count(store, pattern) for name, pattern in COUNTED.items()}


def _count(store: ox.Store, pattern: str) -> int:
    results = cast("ox.QuerySolutions", store.query(_COUNT % pattern, use_default_graph_as_union=True))
    return int(cast("ox.Literal", next(results)["n"]).value)
