"""The single year of a row's time, and of the rows above it."""

from __future__ import annotations

import pytest

from loaders.records import Activity
from loaders.rows.years import row_years

Span = tuple[str | None, str | None]
IN_2025: Span = ("2025-01-01", "2025-12-31")
BY_2025: Span = (None, "2025-12-31")
IN_2030: Span = ("2030-01-01", "2030-12-31")
STAGE: Span = ("2021-01-01", "2025-12-31")
OPEN: Span = (None, None)


def activity(key: str, span: Span, task: str | None = None, target: str | None = None) -> Activity:
    return Activity(
        key=key, label=None, row=None, task=task, target=target, text="Làm", start=span[0], end=span[1]
    )


@pytest.mark.parametrize(
    ("spans", "upper"),
    [
        ([IN_2025], 2025),
        ([BY_2025], 2025),
        ([IN_2025, BY_2025], 2025),
        ([STAGE], None),
        ([OPEN], None),
        ([IN_2025, IN_2030], None),
        ([IN_2025, OPEN], None),
    ],
)
def test_an_upper_row_has_the_year_that_all_below_it_have(spans: list[Span], upper: int | None) -> None:
    rows = [activity(f"I/3.{i}", span, "I/2.1", "I/1.1") for i, span in enumerate(spans)]
    years = row_years(rows)
    assert (years.get("I/2.1"), years.get("I/1.1")) == (upper, upper)


def test_each_activity_has_its_own_year() -> None:
    rows = [activity("a", ("2025-01-01", "2025-03-31")), activity("b", (None, "2030-12-31"))]
    assert row_years(rows) == {"a": 2025, "b": 2030}
