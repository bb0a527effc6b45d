"""The plans that ship with the project, read to the end: first reading and our own reading of the rest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bench.score import Score, compare
from loaders.reader import read

ROOT = Path(__file__).resolve().parents[2]
RESTS = sorted((ROOT / "tests" / "readings" / "rest").glob("*.json"))
LISTS = ("sections", "targets", "tasks", "activities", "citations", "measures", "assignments")
MEASURES = (
    *(name for name in LISTS if name != "activities"),
    "text",
    "product",
    "time",
    "budget",
    "task",
    "target",
    "dates",
    "lead",
    "coord",
)


def whole(rest: Path) -> dict[str, Any]:
    """The first reading of a plan with the rest behind it."""
    first, after = (
        json.loads(path.read_text(encoding="utf-8")) for path in (rest.parent.parent / rest.name, rest)
    )
    return {**after, **{name: first[name] + after[name] for name in LISTS}}


@pytest.fixture(scope="module", params=RESTS, ids=lambda path: path.stem)
def scored(request: pytest.FixtureRequest) -> Score:
    plan = next((ROOT / "plans").glob(f"{request.param.stem}.*"))
    return compare(whole(request.param), read(plan).to_json())


@pytest.mark.parametrize("name", [*MEASURES, "rows.perfect"])
def test_the_whole_plan_is_read_right(scored: Score, name: str) -> None:
    assert scored.rate(name) == 1.0


@pytest.mark.parametrize("rest", RESTS, ids=lambda path: path.stem)
def test_both_readings_hold_each_row_once(rest: Path) -> None:
    reading = whole(rest)
    for level in ("sections", "targets", "tasks", "activities"):
        keys = [row["key"] for row in reading[level]]
        assert len(set(keys)) == len(keys)
