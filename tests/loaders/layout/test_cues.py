"""What the words of a cell tell."""

from __future__ import annotations

import pytest

from loaders.layout.columns import Role
from loaders.layout.cues import hints


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Báo và Phát thanh, Truyền hình tỉnh", {Role.LEAD}),
        ("Báo Đồng Quê", {Role.LEAD}),
        ("Viễn thông tỉnh", {Role.LEAD}),
        ("05 lớp tập huấn", {Role.PRODUCT}),
        ("Báo cáo", {Role.PRODUCT}),
        ("Quý I", {Role.TIME}),
        ("30/6/2025", {Role.TIME}),
        ("Rà soát văn bản", set()),
    ],
)
def test_words_that_begin_a_cell(text: str, wanted: set[Role]) -> None:
    assert wanted <= hints(text)
    assert (Role.LEAD in wanted) == (Role.LEAD in hints(text))
