"""Figures of tables that give each indicator its unit and its value by year.

"Chỉ tiêu | Đơn vị tính | Kế hoạch năm 2025": the row says what is measured, one column in what, the columns
with a year how much. What has been reached already ("Thực hiện năm 2024") is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from loaders.grammar.text import normal, plain
from loaders.records import Activity, MeasureRecord

__all__ = ["of_rows"]

_UNIT = re.compile(r"(?:đơn\s+vị\s+tính|đvt)\b")
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
    return tuple(record for activity in activities for record in _of_row(activity, where))


def _of_row(activity: Activity, where: Mapping[str, str]) -> Iterator[MeasureRecord]:
    columns = activity.extra or {}
    common = next((text for title, text in columns.items() if _UNIT.match(plain(title))), None)
    for title, text in columns.items():
        years = _YEAR.findall(title)
        found = _AMOUNT.fullmatch(plain(normal(text)))
        if not years or not found or _PAST.match(plain(title)):
            continue
        unit = found["percent"] or common
        if unit:
            yield MeasureRecord(
                text=f"{activity.text}: {normal(text)}",
                indicator=activity.text,
                comparator=_comparator(found),
                value=_value(found["amount"]),
                unit=unit,
                by=years[-1],
                where=where.get(activity.key, "annex"),
                in_=activity.key,
                lines=activity.lines,
                page=activity.page,
                sheet=activity.sheet,
            )


def _comparator(found: re.Match[str]) -> str:
    if found["upwards"]:
        return ">="
    sign = normal(found["sign"] or "=")
    return _SIGNS.get(sign, sign)


def _value(amount: str) -> float:
    grouped = re.fullmatch(r"\d{1,3}(?:\.\d{3})+", amount)
    return float(amount.replace(".", "") if grouped else amount.replace(",", "."))
