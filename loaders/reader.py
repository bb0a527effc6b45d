"""A document to its records: formats -> layout -> rows and grammar -> records."""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import partial
from multiprocessing import get_context, parent_process
from pathlib import Path
from types import MappingProxyType

from loaders.errors import LoaderError, NotAPlan, UnreadableFile
from loaders.formats import READERS, layout_of
from loaders.formats.limits import bytes_of
from loaders.grammar import assignment, body, citation, document, measure, slips, tabled
from loaders.grammar.abbreviation import Abbreviations
from loaders.grammar.body import Parts
from loaders.grammar.cells import Cell
from loaders.grammar.lowered import without_lowered
from loaders.layout.columns import tells_work
from loaders.layout.model import Layout, Table
from loaders.places import placed
from loaders.records import Activity, Assignment, CitationRecord, Oddity, PlanRecord
from loaders.remembered import forget
from loaders.rows import rows_of
from loaders.rows.draft import Sheet
from loaders.rows.printed import printed_cells
from loaders.rows.records import activity_records, section_records, target_records, task_records
from loaders.rows.years import row_years

__all__ = ["READER_VERSION", "documents_in", "plan_of", "read", "read_all"]

READER_VERSION = "8"
"""Goes up when the same document gives other records than before."""
OLD_FORMATS = (".doc", ".xls", ".rtf", ".odt")
"""Suffixes of documents that no reader knows; reading one tells how to convert it."""
NONE: Mapping[str, str] = MappingProxyType({})
"""No abbreviations but the general ones and those of the document."""
_FEW = 3
"""So many files are read in this process: starting others takes longer."""


def read(path: Path, own: Mapping[str, str] = NONE) -> PlanRecord:
    """The records of the plan at ``path``; ``own`` are abbreviations of its province, short to long.

    Raises ``UnreadableFile`` (no text) or ``NotAPlan`` (text, but no plan).
    """
    forget()
    data = bytes_of(path)
    layout = layout_of(path, data)
    plan = plan_of(layout, own)
    if not (plan.activities or plan.targets or plan.assignments or document.is_named(plan.document)):
        missing = "không thấy tên kế hoạch và bảng nhiệm vụ"
        reason = f"{missing}; không đọc được: {layout.unread}." if layout.unread else f"{missing}."
        raise NotAPlan(path, reason, "Kiểm tra xem đây có phải kế hoạch không.")
    return replace(plan, sha256=hashlib.sha256(data).hexdigest(), reader=READER_VERSION)


def documents_in(paths: Iterable[Path]) -> list[Path]:
    """``paths`` with each folder replaced by the documents in and below it, in order of their paths.

    Old office formats, links that lead nowhere and folders that may not be opened count too, so that reading
    them says why. What begins with "." or "~$" (the mark an office program leaves beside an open file) is
    passed over; links to folders are not followed.
    """
    out: list[Path] = []
    for path in paths:
        out += sorted(_below(path)) if path.is_dir() else [path]
    return out


def _below(folder: Path) -> Iterator[Path]:
    closed: list[Path] = []
    for place, _, names in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        for path in (Path(place, name) for name in names if not name.startswith((".", "~$"))):
            if path.suffix.lower() in (*READERS, *OLD_FORMATS):
                yield path
    yield from closed


def read_all(
    paths: Sequence[Path], own: Mapping[str, str] = NONE, *, processes: int | None = None
) -> Iterator[PlanRecord | LoaderError]:
    """The records of each of ``paths`` in order, or the error that kept it from being read.

    ``own`` are abbreviations of their province, short to long. Many files are read on all cores, or on
    ``processes`` of them, started the same way on every system.
    """
    count = min(processes or os.cpu_count() or 1, len(paths))
    if count < 2 or len(paths) <= _FEW:
        yield from (_read_or_error(path, own) for path in paths)
        return
    done = 0
    while done < len(paths):
        for result in _read_by(count, paths[done:], own):
            done += 1
            yield result
        if done < len(paths):  # a process was ended at one of the next files: the first of them is read alone
            path = paths[done]
            advice = "Đọc riêng tệp này để kiểm tra."
            interrupted = UnreadableFile(path, "việc đọc tệp bị ngắt giữa chừng.", advice)
            done += 1
            yield next(_read_by(1, [path], own), interrupted)


def _read_by(
    processes: int, paths: Sequence[Path], own: Mapping[str, str]
) -> Iterator[PlanRecord | LoaderError]:
    """The results for ``paths`` in order, up to the one at which a process ended."""
    with (
        contextlib.suppress(BrokenProcessPool),
        ProcessPoolExecutor(processes, get_context("spawn"), _end_with_parent) as pool,
    ):
        yield from pool.map(partial(_read_or_error, own=dict(own)), paths)


def _end_with_parent() -> None:
    """Let this process end with the one that started it, even where that was killed and could not say so."""

    def watch() -> None:
        parent = parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _read_or_error(path: Path, own: Mapping[str, str]) -> PlanRecord | LoaderError:
    try:
        return read(path, own)
    except LoaderError as error:
        return error


def plan_of(layout: Layout, own: Mapping[str, str] = NONE) -> PlanRecord:
    """The records of a document whose layout is at hand; what it lacks stays empty. ``own``: see ``read``."""
    layout = without_lowered(layout)
    sheet = rows_of(layout)
    abbreviations = Abbreviations.of_document(layout, own)
    parts = body.parts(layout)
    head = document.read(parts)
    activities = activity_records(sheet, abbreviations, head.year)
    cells = printed_cells(parts, sheet, row_years(activities))
    citations = citation.of_parts(parts, head, cells)
    since = head.period[0] if head.period else None
    plan = PlanRecord(
        doc=layout.name,
        document=head,
        sections=section_records(sheet),
        targets=target_records(sheet),
        tasks=task_records(sheet),
        activities=activities,
        citations=citations,
        measures=(
            *measure.of_parts(parts, cells, since),
            *tabled.of_rows(activities, {cell.key: cell.where for cell in cells if cell.key}, since),
            *tabled.of_tables(_tables_of_figures(parts), since),
        ),
        assignments=_apart(assignment.find(parts, abbreviations, _agencies(activities)), activities),
        oddities=(*_unread(layout), *_oddities(sheet, parts, cells, citations)),
    )
    return placed(plan, layout)


def _apart(assignments: Iterable[Assignment], activities: Iterable[Activity]) -> tuple[Assignment, ...]:
    """Those of ``assignments`` on other lines than ``activities``: a duty is one or the other."""
    taken = {
        line
        for activity in activities
        if activity.lines
        for line in range(activity.lines[0], activity.lines[1] + 1)
    }
    return tuple(each for each in assignments if not each.lines or each.lines[0] not in taken)


def _tables_of_figures(parts: Parts) -> Iterator[tuple[Table, str]]:
    """The tables that are none of tasks, each with the part of the document it stands in."""
    for index, block in parts.blocks("body", "annex"):
        if isinstance(block, Table) and not tells_work(block.titles):
            yield block, parts.of(index)


def _agencies(activities: Iterable[Activity]) -> set[str]:
    return {name for activity in activities for name in (*activity.lead, *activity.coord)}


def _unread(layout: Layout) -> Iterator[Oddity]:
    """What a person has to read alone."""
    if layout.unread:
        yield Oddity(what=f"không đọc được: {layout.unread}", kind="layout")


def _oddities(
    sheet: Sheet, parts: Parts, cells: Sequence[Cell], citations: Sequence[CitationRecord]
) -> tuple[Oddity, ...]:
    """What the rows make doubtful, and slips of the print wherever the plan has text."""
    doubts = (Oddity(what=note.what, kind=note.kind, lines=note.lines) for note in sheet.notes)
    paragraphs = (block.passage for _, block in parts.paragraphs("preamble", "body", "annex", "footnote"))
    printed = slips.in_texts((*paragraphs, *(cell.passage for cell in cells)))
    times = (slip for cell in cells if cell.field == "time" for slip in slips.in_time(cell.passage))
    return slips.collected((*doubts, *printed, *times, *slips.in_numbers(citations)))
