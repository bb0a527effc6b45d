"""How exact a span of dates is, and which years it touches."""

from __future__ import annotations

import pytest

from loaders.graph.time import precision
from loaders.records import years_of

CASES = [
    ("2024-01-01", "2024-03-31", False, "quarter", [2024]),
    ("2024-04-01", "2024-12-31", False, "quarter", [2024]),
    ("2024-02-01", "2024-02-29", False, "month", [2024]),
    ("2024-01-01", "2024-12-31", False, "year", [2024]),
    ("2021-01-01", "2030-12-31", False, "period", list(range(2021, 2031))),
    ("2024-02-10", "2024-02-10", False, "day", [2024]),
    (None, "2024-02-10", False, "day", [2024]),
    (None, "2025-12-31", False, "year", [2025]),
    (None, "2025-12-31", True, "recurring", [2025]),
    (None, None, True, "recurring", []),
    (None, None, False, "unclear", []),
]


@pytest.mark.parametrize(("start", "end", "recurring", "code", "touched"), CASES)
def test_precision_and_years(
    start: str | None, end: str | None, recurring: bool, code: str, touched: list[int]
) -> None:
    assert precision(start, end, recurring) == code
    assert list(years_of(start, end)) == touched
