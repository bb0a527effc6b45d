"""Figures of tables that give each indicator its unit and its value by year.

"Chỉ tiêu | Đơn vị tính | Kế hoạch năm 2025": the row says what is measured, one column in what, the columns
with a year how much. What has been reached already ("Thực hiện năm 2024") is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from loaders.grammar.text import normal, plain
from loaders.layout.columns import CONTENT_ROLES, columns_of
from loaders.layout.model import Row, Table
from loaders.records import Activity, MeasureRecord

__all__ = ["of_rows", "of_tables"]

_UNIT = re.compile(r"(?:đơn\s+vị\s+tính|đvt)\b|đơn\s+vị$")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_PAST = re.compile(r"(?:ước\s+)?(?:kết\s+quả|thực\s+hiện|hiện\s+trạng|đã\s+đạt|số\s+liệu)\b")
_AMOUNT = re.compile(
    r"(?:đạt\s+)?(?P<sign>≥|>=|>|≤|<=|<|=|trên|tối\s+thiểu|ít\s+nhất|dưới|tối\s+đa|không\s+quá)?\s*"
    r"(?P<amount>\d{1,3}(?:\.\d{3})+|\d+(?:[.,]\d+)?)\s*(?P<percent>[%‰])?\s*(?P<upwards>trở\s+lên)?"
)
_SIGNS = {
    "≥": ">=",
    "tối thiểu": ">=",
    "ít nhất": ">=",
    "trên": ">",
    "≤": "<=",
    "tối đa": "<=",
    "không quá": "<=",
    "dưới": "<",
}


def of_rows(activities: Iterable[Activity], where: Mapping[str, str]) -> tuple[MeasureRecord, ...]:
    """The figures in the columns of ``activities`` that have a year in their title.

    Arguments: ``where`` the part of the document (body, annex) of each row, by key. A value without a unit,
    in its cell or in a column of units, is no figure.
    """
    return tuple(
        replace(figure, in_=activity.key, page=activity.page, sheet=activity.sheet)
        for activity in activities
        for figure in _figures(
            activity.text, activity.extra or {}, where.get(activity.key, "annex"), activity.lines
        )
    )


def of_tables(tables: Iterable[tuple[Table, str]]) -> Iterator[MeasureRecord]:
    """The figures of ``tables`` that only say how much is to be reached, not by whom or when it is done.

    Each comes with the part of the document (body, annex) it stands in.
    """
    return (
        figure for table, where in tables for row in table.rows for figure in _of_cells(table, row, where)
    )


def _of_cells(table: Table, row: Row, where: str) -> Iterator[MeasureRecord]:
    columns = columns_of(table.titles)
    cells = [(column, cell.passage) for column, cell in zip(columns, row.cells, strict=True)]
    said = next((passage for column, passage in cells if column.role in CONTENT_ROLES and passage), None)
    if said is not None:
        shown = {column.title: passage.text for column, passage in cells if passage}
        yield from _figures(said.text, shown, where, said.span())


def _figures(
    indicator: str | None, columns: Mapping[str, str], where: str, lines: tuple[int, int] | None
) -> Iterator[MeasureRecord]:
    common = next((text for title, text in columns.items() if _UNIT.match(plain(title))), None)
    for title, text in columns.items():
        years = _YEAR.findall(title)
        found = _AMOUNT.fullmatch(plain(normal(text)))
        if not years or not found or _PAST.match(plain(title)):
            continue
        unit = found["percent"] or common
        if unit:
            yield MeasureRecord(
                text=f"{indicator}: {normal(text)}",
                indicator=indicator,
                comparator=_comparator(found),
                value=_value(found["amount"]),
                unit=unit,
                by=years[-1],
                where=where,
                lines=lines,
            )


def _comparator(found: re.Match[str]) -> str:
    if found["upwards"]:
        return ">="
    sign = normal(found["sign"] or "=")
    return _SIGNS.get(sign, sign)


def _value(amount: str) -> float:
    grouped = re.fullmatch(r"\d{1,3}(?:\.\d{3})+", amount)
    return float(amount.replace(".", "") if grouped else amount.replace(",", "."))
