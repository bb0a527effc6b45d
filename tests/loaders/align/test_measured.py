"""The bars of the alignment, on the links made by hand between the plans of plans/.

Few rows have no counterpart, so silence is measured over all files; the rest holds for each file.
"""

import functools

import pytest

from bench.alignment import PARTS, TRUTHS, Score, crossed, known, measured, proposals, score
from loaders.align import align, shipped
from loaders.align.calibrate import Truth
from loaders.align.rows import rows_of
from tests.loaders.align.sample import PROVINCE

BARS = {"precision.any": 0.85, "precision.same": 0.70, "found@3": 0.85}
SILENT = 0.75
FILES = [(part, child) for part in PARTS for child in TRUTHS]


@functools.cache
def truths() -> dict[tuple[str, str], Truth]:
    return {file: known(*file) for file in FILES}


@functools.cache
def scored(file: tuple[str, str]) -> Score:
    return measured(shipped(), [truths()[file]])


@pytest.mark.parametrize(("measure", "bar"), BARS.items())
@pytest.mark.parametrize("file", FILES, ids="-".join)
def test_bars(file: tuple[str, str], measure: str, bar: float) -> None:
    assert scored(file).rates[measure] >= bar


def test_rows_without_counterpart_get_none() -> None:
    assert sum(map(scored, FILES), Score()).rates["none"] >= SILENT


@pytest.mark.slow
def test_bars_with_weights_of_other_sections() -> None:
    rates = crossed(truths(), 0).rates
    assert all(rates[measure] >= bar for measure, bar in {**BARS, "none": SILENT}.items())


def test_every_graded_row_is_read() -> None:
    for one in truths().values():
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
