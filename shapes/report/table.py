"""Findings as a table, for spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence

from rdflib import Literal

from queries.model import Column, NamedQuery, Table, Term
from queries.sheets import csv_bytes, xlsx_bytes
from shapes.finding import Finding

_COLUMNS = (
    Column("plan", "Kế hoạch", "Plan"),
    Column("severity", "Mức độ", "Severity"),
    Column("row", "Dòng của kế hoạch", "Row of the plan"),
    Column("finding", "Phát hiện", "Finding"),
    Column("advice", "Cách xử lý", "What to do"),
    Column("file", "Tệp", "File"),
    Column("first_line", "Từ dòng", "From line"),
    Column("last_line", "Đến dòng", "To line"),
    Column("page", "Trang", "Page"),
    Column("rule", "Quy tắc", "Rule"),
    Column("iri", "IRI", "IRI"),
)
_HEAD = NamedQuery("Phát hiện", "Phát hiện", "Findings", "", "", (), _COLUMNS, "")


def to_csv(findings: Sequence[Finding]) -> bytes:
    """``findings`` as CSV (:func:`queries.sheets.csv_bytes`)."""
    return csv_bytes(_table(findings))


def to_xlsx(findings: Sequence[Finding]) -> bytes:
    """``findings`` as a workbook (:func:`queries.sheets.xlsx_bytes`)."""
    return xlsx_bytes(_table(findings))


def _table(findings: Sequence[Finding]) -> Table:
    return Table(_HEAD, tuple(map(_row, findings)))


def _row(finding: Finding) -> tuple[Term | None, ...]:
    first, last = finding.place.lines or (None, None)
    cells = (
        finding.plan.label if finding.plan else None,
        finding.severity.label,
        finding.item.label,
        finding.remark,
        finding.rule.advice["vi"],
        finding.place.file,
        first,
        last,
        finding.place.page,
        finding.rule.name,
        str(finding.item.iri),
    )
    return tuple(None if cell is None else Literal(cell) for cell in cells)
