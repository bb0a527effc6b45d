"""The rows of a table without rules, told by where its lines stand and what they say."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.formats.pdf.bands import Printed, Row, parted
from loaders.formats.pdf.spans import homes
from loaders.layout.columns import columns_of, levelled
from loaders.layout.fragments import lines_of_column
from loaders.layout.wording import Wording
from loaders.layout.words import Words
from loaders.layout.wrapping import Wrapping
from tests.loaders.layout.flattened import wrapped

HEAD = ("TT", "Nhiệm vụ", "Hoạt động", "Cơ quan chủ trì", "Thời gian")
WIDTHS = (3, 24, 30, 14, 12)
ROWS = [
    ["1", "Phát triển du lịch cộng đồng ở các xã vùng hồ", "Khảo sát, chọn điểm đón khách", "Sở Du lịch", "Quý I"],
    ["2", "", "Hỗ trợ hộ dân cải tạo nhà sàn và mua sắm thiết bị phục vụ khách", "UBND cấp huyện", "Cả năm"],
    ["3", "Bồi dưỡng nhân lực", "Tập huấn kỹ năng cho hướng dẫn viên tại điểm", "Trường Cao đẳng Du lịch tỉnh", "Tháng 8"],
    ["4", "Quảng bá điểm đến tới thị trường trong nước và quốc tế", "Tham gia hội chợ", "Sở Du lịch", "Trước ngày 30/9/2025"],
    ["5", "", "Xây dựng bản đồ số", "Trung tâm Thông tin", "Quý IV"],
    ["6", "", "Duy trì trang thông tin bằng ba thứ tiếng", "Trung tâm Thông tin", "Hằng ngày"],
]  # fmt: skip
PITCH, HEIGHT = 12.0, 11.0


def placed(rows: list[list[str]], *, gap: float, middle: bool, spans: bool) -> list[Printed]:
    """The lines of ``rows`` set at the top or in the middle; with ``spans`` a blank cell is one with that above."""
    out: list[Printed] = []
    texts = [
        [wrapped(text, width) if text else [] for text, width in zip(row, WIDTHS, strict=True)]
        for row in rows
    ]
    deep = [max(1, *(len(lines) for c, lines in enumerate(row) if c != 1)) for row in texts]
    tops = [sum(deep[:r]) * PITCH + r * gap for r in range(len(rows) + 1)]
    for c in range(len(HEAD)):
        places: list[tuple[float, str]] = []
        for r, row in enumerate(texts):
            end = r + 1
            while spans and c == 1 and end < len(rows) and not texts[end][c]:
                end += 1
            room = tops[end] - gap - tops[r] - len(row[c]) * PITCH
            top = tops[r] + (room / 2 if middle else 0.0)
            places += [(top + n * PITCH, line) for n, line in enumerate(row[c])]
        for (top, _), fragment in zip(places, lines_of_column(t for _, t in places), strict=True):
            begins = 0.005 * fragment.head_width * HEIGHT / 5
            right = 100.0 * c + 0.001 * fragment.width * HEIGHT
            out.append(Printed(c, (), top, top + HEIGHT, right, begins, fragment))
    return out


def wording() -> Wording:
    return Wording(levelled(columns_of(HEAD)), Words([]), Wrapping())


def shown(rows: list[Row]) -> list[list[str]]:
    return [
        [" ".join(line.fragment.text for line in row if line.column == c) for c in range(len(HEAD))]
        for row in rows
    ]


@pytest.mark.parametrize("numbered", [True, False], ids=("numbered", "no numbers"))
@pytest.mark.parametrize("gap", [0.0, 5.0], ids=("close", "apart"))
@pytest.mark.parametrize("middle", [True, False], ids=("in the middle", "at the top"))
def test_rows_are_found_however_cells_are_set(gap: float, middle: bool, numbered: bool) -> None:
    rows = [[row[0] if numbered else "", "", *row[2:]] for row in ROWS]
    found = parted(placed(rows, gap=gap, middle=middle, spans=False), wording())
    assert shown(found.rows) == rows


@pytest.mark.parametrize("middle", [True, False], ids=("in the middle", "at the top"))
def test_a_cell_beside_several_rows_is_told_by_where_it_stands(middle: bool) -> None:
    lines = placed([*ROWS[:2], *ROWS[3:]], gap=4.0, middle=middle, spans=True)
    found = parted(lines, wording(), [1])
    assert len(found.rows) == 5
    assert [" ".join(line.fragment.text for line in cell) for cell in found.cells[1]] == [
        ROWS[0][1],
        ROWS[3][1],
    ]
    assert homes(found.cells[1], found.rows) == [0, 2]


def test_what_stands_above_the_first_row_is_the_rest_of_a_cell_that_a_page_cut() -> None:
    lines = placed([["", "và vùng cao", "", "", ""], ROWS[0]], gap=4.0, middle=False, spans=False)
    found = parted(lines, wording(), [1])
    assert homes(found.cells[1], found.rows)[0] is None


def test_a_title_parts_rows() -> None:
    lines = placed(
        [["", "", "Rà soát", "", ""], ["", "", "thủ tục", "", ""]], gap=0.0, middle=False, spans=False
    )
    assert len(parted(lines, wording()).rows) == 1
    assert len(parted(lines, wording(), titles=[6.0]).rows) == 2


CELLS = st.lists(
    st.tuples(
        st.integers(0, len(HEAD) - 1),
        st.floats(0, 400),
        st.sampled_from(["1", "Rà soát", "văn bản", "Sở Y tế", "(số", "2. Quý", "-", "II"]),
    ),
    max_size=40,
)


@given(CELLS)
def test_every_line_stands_in_one_row(cells: list[tuple[int, float, str]]) -> None:
    lines = [
        Printed(c, (), top, top + HEIGHT, 90.0, 9.0, next(lines_of_column([text])))
        for c, top, text in sorted(cells)
    ]
    found = parted(lines, wording(), [1])
    assert all(found.rows)
    kept = [line for row in found.rows for line in row] + [line for cell in found.cells[1] for line in cell]
    assert Counter(map(id, kept)) == Counter(map(id, lines))
    assert len(homes(found.cells[1], found.rows)) == len(found.cells[1])
