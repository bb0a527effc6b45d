"""Lines that begin with the label of a duty."""

from __future__ import annotations

import pytest

from loaders.layout.label_lines import begins_label, repeated, tells_time

OWN = repeated(
    ["Nơi làm: Sở A", "- Bao giờ xong: Quý I", "Nơi làm: Sở B", "Khác: một lần", "Điều 5: x", "Điều 5: y"]
)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Cơ quan chủ trì: Sở A", True),
        ("+ Thời gian thực hiện: Quý I", True),
        ("Nội dung thực hiện: Rà soát", True),
        ("- Nơi làm: Sở C", True),
        ("- Cơ quan phối hợp Sở C", True),
        ("- Cơ quan chủ trì", False),
        ("Khác: hai lần", False),
        ("Điều 5: z", False),
        ("Sở A chủ trì thực hiện", False),
    ],
)
def test_lines_that_begin_with_a_label(text: str, begins: bool) -> None:
    assert begins_label(text, OWN) is begins


@pytest.mark.parametrize(
    ("last", "ends"),
    [
        ("Quý II/2026", True),
        ("Thường xuyên", True),
        ("trong năm.", True),
        ("Sở Nội vụ", False),
        ("Quý", False),
    ],
)
def test_a_label_and_a_time_end_their_paragraph(last: str, ends: bool) -> None:
    assert tells_time("Thời hạn: từ nay đến", last) is ends
    assert not tells_time("Rà soát văn bản", last)
