"""The bars of the alignment, on the links made by hand between the plans of plans/."""

import functools

import pytest

from bench.alignment import PARTS, TRUTHS, Score, known, measured, proposals, score
from loaders.align import align, shipped
from loaders.align.calibrate import Truth
from loaders.align.rows import rows_of
from tests.loaders.align.sample import PROVINCE

BARS = {"precision.any": 0.85, "precision.same": 0.70, "found@3": 0.85, "none": 0.75}


@functools.cache
def truths() -> tuple[Truth, ...]:
    return tuple(known(part, child) for part in PARTS for child in TRUTHS)


@functools.cache
def rates() -> dict[str, float]:
    return measured(shipped(), truths()).rates


@pytest.mark.parametrize(("measure", "bar"), BARS.items())
def test_bars(measure: str, bar: float) -> None:
    assert rates()[measure] >= bar


def test_every_graded_row_is_read() -> None:
    for one in truths():
        assert set(one.grades) <= set(rows_of(one.child))


@pytest.mark.parametrize(
    ("grades", "proposed", "expected"),
    [
        ({"a": {"x": 2}}, {"a": ["x"]}, Score(1, 1, 1, 1, 1, 0, 0)),
        ({"a": {"x": 2}}, {"a": ["y", "z", "w", "x"]}, Score(4, 1, 1, 1, 0, 0, 0)),
        ({"a": {"x": 1}}, {"a": ["x"]}, Score(1, 1, 0, 0, 0, 0, 0)),
        ({"a": {}}, {}, Score(0, 0, 0, 0, 0, 1, 1)),
        ({"a": {}}, {"a": ["x"], "b": ["y"]}, Score(1, 0, 0, 0, 0, 1, 0)),
    ],
)
def test_the_measure_itself(
    grades: dict[str, dict[str, int]], proposed: dict[str, list[str]], expected: Score
) -> None:
    assert score(grades, proposed) == expected


def test_only_targets_and_tasks_are_measured() -> None:
    found = proposals(align(PROVINCE, PROVINCE))
    heads = {t.key for t in PROVINCE.targets} | {t.key for t in PROVINCE.tasks}
    assert {key for keys in found.values() for key in keys} <= heads
