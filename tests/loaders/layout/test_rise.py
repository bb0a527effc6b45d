"""The count of the rows, found among all numbers that stand in a table."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.layout.fragments import lattice_of
from loaders.layout.model import Line
from loaders.layout.rise import row_numbers

CASES = [
    ("1|Rà soát|2|Công bố|3|Kiểm tra", "1 2 3"),
    ("1 Rà soát|2 Công bố|3 Kiểm tra", "1 2 3"),
    ("1|Rà soát|12 lớp|2|Công bố|40|3|Kiểm tra", "1 2 3"),
    ("1|Rà soát|2|02 lớp|3|Kiểm tra|03 cuộc", "1 2 3"),
    ("1|Rà soát|2|Công bố|II. THỂ CHẾ|1|Kiểm tra|2|Sơ kết", "1 2 1 2"),
    ("1|Rà soát|2|Công bố|2. THỂ CHẾ|1|Kiểm tra|2|Sơ kết", "1 2 1 2"),
    ("1|Rà soát|2|Công bố|2|THỂ CHẾ|1|Kiểm tra|2|Sơ kết", "1 2 1 2"),
    ("1|1. Rà soát|2|2. Công bố|3|1. Kiểm tra", "1 2 3"),
    ("5|Rà soát|6|Công bố|8|Kiểm tra|9|Sơ kết", "5 6 8 9"),
    ("1|Rà soát|2|Công bố|6|Kiểm tra|9|Sơ kết", "1 2 6 9"),
    ("1|Rà soát|12|Kiểm tra", ""),
    ("Rà soát|Công bố", ""),
]
"""Lines parted by "|", and the numbers of rows among them."""


@pytest.mark.parametrize(("text", "numbers"), CASES)
def test_numbers_that_count_on_are_those_of_rows(text: str, numbers: str) -> None:
    lattice = lattice_of([[Line(n, line) for n, line in enumerate(text.split("|"), 1)]], 4)
    found = row_numbers(lattice)
    assert [lattice.outgoing[node][0].text for node in sorted(found) if found[node]] == numbers.split()


@given(st.lists(st.sampled_from(["1", "2.", "3", "04", "Rà soát", "5 lớp", "I. THỂ CHẾ"]), max_size=30))
def test_a_count_only_rises_or_begins_again(texts: list[str]) -> None:
    lattice = lattice_of([[Line(n, text) for n, text in enumerate(texts, 1)]], 4)
    found = row_numbers(lattice)
    counted = [int(lattice.outgoing[node][0].text.rstrip(".")) for node in sorted(found) if found[node]]
    assert all(after == 1 or 0 < after - before <= 10 for before, after in pairwise(counted))
