"""Where the head of a task table in a grid ends."""

from __future__ import annotations

import pytest

from loaders.formats.head import find_head
from loaders.formats.pieces import Box, Grid, Text
from loaders.formats.tables import blocks_of
from loaders.layout.model import Line, Table

TITLES = ["TT", "Mục tiêu", "Nhiệm vụ", "Hoạt động", "Chủ trì", "Thời gian"]
WORK = ["16", "", "2.16. Rà soát", "3.25. Xây dựng nghị quyết", "Sở Tư pháp", "2024"]
LOWER = ["", "", "cụ thể", "", "thực hiện", "hoàn thành"]


def grid(below: list[str], *, spans: int) -> Grid:
    """A head and a row ``below``, in which the title in the second column goes over ``spans`` rows."""
    boxes = []
    for r, texts in enumerate([TITLES, below, WORK]):
        for c, text in enumerate(texts):
            if c != 1 or not 0 < r < spans:
                height = spans if c == 1 and not r else 1
                boxes.append(Box(r, c, (Text((Line(r + 1, text),)),), height))
    return Grid((1.0,) * len(TITLES), tuple(boxes))


@pytest.mark.parametrize(
    ("below", "spans", "end"),
    [(WORK, 1, 1), (WORK, 2, 1), (WORK, 3, 1), (LOWER, 2, 2), (LOWER, 3, 2)],
)
def test_heads_end_above_work_also_where_a_title_goes_on_beside_it(
    below: list[str], spans: int, end: int
) -> None:
    head = find_head(grid(below, spans=spans))
    assert head and head.end == end


def test_a_title_that_goes_on_beside_the_rows_begins_no_table_there() -> None:
    spanning = [(0, 2), (1, 3), (2, 2)]
    boxes = [Box(0, c, (Text((Line(1, TITLES[c]),)),), height) for c, height in spanning]
    boxes += [Box(0, c, (Text((Line(1, TITLES[c]),)),)) for c in (3, 4, 5)]
    boxes += [Box(1, c, (Text((Line(2, WORK[c]),)),)) for c in (3, 4, 5)]
    boxes += [Box(2, c, (Text((Line(3, WORK[c]),)),)) for c in (0, 2, 3, 4, 5)]
    found = blocks_of([Grid((1.0,) * len(TITLES), tuple(boxes))])
    assert [len(block.rows) for block in found if isinstance(block, Table)] == [2]
