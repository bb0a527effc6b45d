"""Where a record stands in its source."""

from __future__ import annotations

from rdflib import URIRef

from loaders.graph.triples import Triples
from loaders.records import Placed
from ontology.terms import CCHC


def add_place(out: Triples, subject: URIRef, record: Placed, file: str) -> None:
    """Write file, lines (or rows of a sheet) and page of ``record``; ``file`` where it names none."""
    lines = record.lines or record.rows
    if lines is None:
        return
    out.text(subject, CCHC.file, record.file or file)
    out.integer(subject, CCHC.firstLine, lines[0])
    out.integer(subject, CCHC.lastLine, lines[1])
    out.integer(subject, CCHC.page, record.page)
    out.text(subject, CCHC.sheet, record.sheet)
