"""Several files of one document: a body and its annex are one plan, the same rows twice are an error."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.errors import LoaderError
from loaders.merge import identities
from loaders.records import LISTS, Activity, DocumentRecord, Placed, PlanRecord, Record, Target, Task
from ontology.registry import Registry


@dataclass(frozen=True)
class Document:
    """A plan as read from all its files; ``parts`` are the readings of the single files."""

    record: PlanRecord
    parts: tuple[PlanRecord, ...]


def together(records: Sequence[PlanRecord], registry: Registry) -> tuple[list[Document], list[LoaderError]]:
    """The documents that ``records`` are of, in the order of their identities, and the files left out.

    Files with different rows are read as one, each row naming its file. A file that has a row another
    file of the document has already given is left out and named together with that one.
    """
    documents: dict[str, list[PlanRecord]] = {}
    failures: list[LoaderError] = []
    for identity, record in zip(identities(records, registry), records, strict=True):
        parts = documents.setdefault(identity, [])
        other = next((p for p in parts if _overlap(p, record)), None)
        if other is None:
            parts.append(record)
        else:
            failures.append(_same(record, other))
    found = (documents[path] for path in sorted(documents))
    return [Document(_joined(parts), tuple(parts)) for parts in found], failures


def _overlap(one: PlanRecord, other: PlanRecord) -> bool:
    """Whether two files of a document give the same rows; two without any are both its body."""
    return bool(_keys(one) & _keys(other)) or not (_keys(one) or _keys(other))


def _keys(record: PlanRecord) -> set[str]:
    rows: tuple[Target | Task | Activity, ...] = (*record.targets, *record.tasks, *record.activities)
    return {row.key for row in rows}


def _same(record: PlanRecord, other: PlanRecord) -> LoaderError:
    number = record.document.number or record.document.title or ""
    reason = f"cùng một văn bản ({number}) với {other.doc} và có cùng các dòng; không nạp tệp này."
    return LoaderError(
        record.doc, " ".join(reason.split()), f"Hãy giữ một trong hai tệp {record.doc}, {other.doc}."
    )


def _joined(parts: Sequence[PlanRecord]) -> PlanRecord:
    if len(parts) == 1:
        return parts[0]
    # The body comes first: it is the file whose letterhead says most.
    body, *annexes = sorted(parts, key=lambda p: (-_said(p.document), p.doc))
    joined: dict[str, Any] = {
        name: tuple(r for part in (body, *annexes) for r in _placed(part, name)) for name in LISTS
    }
    digests = "".join(p.sha256 or "" for p in (body, *annexes))
    return dataclasses.replace(
        body,
        document=_filled(body.document, [a.document for a in annexes]),
        sha256=hashlib.sha256(digests.encode()).hexdigest() if digests else None,
        **joined,
    )


def _placed(part: PlanRecord, name: str) -> Iterable[Record]:
    rows: Sequence[Placed] = getattr(part, name)
    return (dataclasses.replace(row, file=row.file or part.doc) for row in rows)


def _said(document: DocumentRecord) -> int:
    return sum(value is not None for value in vars(document).values())


def _filled(document: DocumentRecord, others: Sequence[DocumentRecord]) -> DocumentRecord:
    """``document`` with what it leaves blank and another file says."""
    blank: dict[str, Any] = {}
    for name, value in vars(document).items():
        if value is None:
            blank[name] = next((v for o in others if (v := getattr(o, name)) is not None), None)
    return dataclasses.replace(document, **blank)
