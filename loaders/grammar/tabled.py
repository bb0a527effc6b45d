"""Figures of tables that give each indicator its unit and its value by year.

"Chỉ tiêu | Đơn vị tính | Kế hoạch năm 2025": the row says what is measured, one column in what, the columns
with a year how much, beside a column of units also one that says "Kế hoạch" alone, and the result of a row
that is a bare number ("Kết quả": ≥ 55). What has been reached already ("Thực hiện năm 2024", a year before
the plan) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from loaders.grammar import counted, measure
from loaders.grammar.text import normal, plain
from loaders.layout.columns import CONTENT_ROLES, columns_of
from loaders.layout.model import Line, Passage, Row, Table
from loaders.records import Activity, MeasureRecord

__all__ = ["of_rows", "of_tables"]

_UNIT = re.compile(r"(?:đơn\s+vị\s+tính|đvt)\b|đơn\s+vị$")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_PAST = re.compile(
    r"(?:ước\s+)?(?:kết\s+quả(?!\s+(?:cần\s+đạt|phấn\s+đấu))|thực\s+hiện|hiện\s+trạng|đã\s+đạt|số\s+liệu|th|ước)\b"
)
_ASKED = re.compile(
    r"(?:chỉ\s+tiêu|mục\s+tiêu|kế\s+hoạch|kh|(?:mức\s+|kết\s+quả\s+)?(?:phấn\s+đấu|cần\s+đạt)|giá\s+trị)\b"
)
_LAST_NUMBER = re.compile(r"(\d(?:[\d.,]*\d)?)(?=\D*$)")
_AMOUNT = re.compile(
    r"(?:đạt\s+)?(?P<sign>≥|>=|>|≤|<=|<|=|trên|tối\s+thiểu|ít\s+nhất|dưới|tối\s+đa|không\s+quá)?\s*"
    r"(?P<amount>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)\s*(?P<percent>[%‰])?\s*(?P<upwards>trở\s+lên)?"
)
_AMOUNT_ENDS = (*"0123456789%‰", "lên", "LÊN")
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


def of_rows(
    activities: Iterable[Activity], where: Mapping[str, str], since: int | None = None
) -> tuple[MeasureRecord, ...]:
    """The figures in the columns of ``activities`` that have a year in their title.

    Arguments: ``where`` the part of the document (body, annex) of each row, by key; ``since`` the first
    year of the plan. A value without a unit, in its cell or in a column of units, is no figure.
    """
    told = ((activity, _columns(activity)) for activity in activities)
    return tuple(
        replace(figure, in_=activity.key, page=activity.page, sheet=activity.sheet)
        for activity, columns in told
        if columns
        for figure in _figures(
            _told(activity.text or "", where.get(activity.key, "annex"), activity.lines), columns, since
        )
    )


def of_tables(tables: Iterable[tuple[Table, str]], since: int | None = None) -> Iterator[MeasureRecord]:
    """The figures of ``tables`` that only say how much is to be reached, not by whom or when it is done.

    Each comes with the part of the document (body, annex) it stands in; ``since``: see ``of_rows``.
    """
    return (
        figure
        for table, where in tables
        for row in table.rows
        for figure in _of_cells(table, row, where, since)
    )


def _columns(activity: Activity) -> Mapping[str, str]:
    """The columns of a row without a field, and its product where that is a number in the unit of the row."""
    columns = activity.extra or {}
    product = activity.product or ""
    found = _AMOUNT.fullmatch(plain(normal(product))) if product.endswith(_AMOUNT_ENDS) else None
    return {**columns, "chỉ tiêu": product} if found and not found["percent"] else columns


def _told(indicator: str, where: str, lines: tuple[int, int] | None) -> MeasureRecord:
    """What is the same for all figures of a row."""
    return MeasureRecord(
        text="", indicator=indicator, comparator="=", value=0, unit=None, by=None, where=where, lines=lines
    )


def _of_cells(table: Table, row: Row, where: str, since: int | None) -> Iterator[MeasureRecord]:
    columns = columns_of([title.text for title in table.header])
    cells = [(column, cell.passage) for column, cell in zip(columns, row.cells, strict=True)]
    said = next((each for each in cells if each[0].role in CONTENT_ROLES and each[1]), None)
    if said is not None:
        shown = {column.title: passage.text for column, passage in cells if passage and column is not said[0]}
        yield from _figures(_told(said[1].text, where, said[1].span()), shown, since)


def _figures(told: MeasureRecord, columns: Mapping[str, str], since: int | None) -> Iterator[MeasureRecord]:
    """The figures of one row; ``told`` holds what is the same for all of them."""
    common = next((text for title, text in columns.items() if _UNIT.match(plain(title))), None)
    for title, text in columns.items():
        years = _YEAR.findall(title)
        asked = bool(years) or (common is not None and _ASKED.match(plain(title)))
        if not asked or _PAST.match(plain(title)) or (since and years and int(years[-1]) < since):
            continue
        due = replace(told, text=f"{told.indicator}: {normal(text)}", by=years[-1] if years else None)
        found = _AMOUNT.fullmatch(plain(normal(text)))
        if found is None:
            yield from _spoken(due, text, common)
        elif unit := found["percent"] or common:
            yield replace(
                due, comparator=_comparator(found), value=counted.amount(found["amount"]), unit=unit
            )


def _spoken(due: MeasureRecord, text: str, unit: str | None) -> Iterator[MeasureRecord]:
    """The figures of a cell in words, with the ``unit`` of its row where it has none: "từ 80 trở lên"."""
    spoken = _LAST_NUMBER.sub(rf"\1 {unit}", text) if unit and unit not in text else text
    for figure in measure.find(Passage.of([Line(1, spoken)]), where=due.where, aim=True):
        yield replace(
            due, comparator=figure.comparator, value=figure.value, unit=figure.unit, by=figure.by or due.by
        )


def _comparator(found: re.Match[str]) -> str:
    if found["upwards"]:
        return ">="
    sign = normal(found["sign"] or "=")
    return _SIGNS.get(sign, sign)
