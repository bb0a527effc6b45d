"""What was loaded before and can no longer be read: its last readable version stays in the graph."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from loaders.errors import LoaderError
from loaders.reader import read
from loaders.records import PlanRecord
from service.errors import StoreError
from service.store.generations import MANIFEST, SOURCES, Generations
from service.store.manifest import read_manifest

NOTE = "Bản đã nạp trước đây được giữ lại."


@dataclass(frozen=True)
class Reading:
    """A document's records, and the bytes they were read from."""

    record: PlanRecord
    body: bytes


def keep(
    failures: Iterable[LoaderError], names: Mapping[Path, str], root: Path
) -> tuple[list[Reading], list[LoaderError]]:
    """The last readable versions of the files of ``failures`` that the current graph was built from.

    Also ``failures`` again, those of kept files saying so. ``names`` are what the files go by. A name that
    several sources of the graph have tells none of them, and is not kept.
    """
    kept: list[Reading] = []
    told: list[LoaderError] = []
    versions = _versions(root)
    for failure in failures:
        reading = _reading(names.get(failure.file, failure.file.name), versions)
        told.append(failure if reading is None else _noted(failure))
        if reading is not None:
            kept.append(reading)
    return kept, told


def _noted(failure: LoaderError) -> LoaderError:
    return type(failure)(failure.file, failure.reason, f"{failure.advice} {NOTE}".strip(), failure.line)


def _reading(name: str, versions: Mapping[str, list[Path]]) -> Reading | None:
    found = [version for version in versions.get(name, []) if version.exists()]
    if len(found) != 1:
        return None
    body = found[0].read_bytes()
    try:
        return Reading(_again(name, body), body)
    except LoaderError:
        return None


def loaded(root: Path, plan: str) -> list[PlanRecord]:
    """The plan with the IRI ``plan``, read again from the copies of its files that are kept beside the graph.

    Raises :class:`service.errors.StoreError`, or ``LoaderError`` where a copy can no longer be read.
    """
    manifest = read_manifest(Generations(root).current() / MANIFEST)
    own = [s for s in manifest.sources if s.plan == plan and (root / SOURCES / s.sha256).exists()]
    return [_again(s.file, (root / SOURCES / s.sha256).read_bytes()) for s in own]


def _again(name: str, body: bytes) -> PlanRecord:
    """The records of a kept document that goes by ``name``."""
    # Windows keeps a file that is still being looked at, by a virus scanner for one.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        file = Path(folder) / Path(name).name
        file.write_bytes(body)
        return replace(read(file), doc=name)


def _versions(root: Path) -> dict[str, list[Path]]:
    """The kept documents of the current graph by their names; none where there is no graph yet."""
    try:
        manifest = read_manifest(Generations(root).current() / MANIFEST)
    except StoreError:
        return {}
    found: dict[str, list[Path]] = {}
    for source in manifest.sources:
        found.setdefault(source.file, []).append(root / SOURCES / source.sha256)
    return found
