"""Tables of several columns of content whose labels are numbers alone."""

from __future__ import annotations

import pytest

from tests.loaders.layout.flattened import flatten
from tests.loaders.layout.test_flat import table_of, texts

HEADERS = ("STT", "Mục tiêu", "Nhiệm vụ", "Hoạt động", "Cơ quan chủ trì", "Thời gian thực hiện")
WIDTHS = {
    "narrow": (3, 22, 24, 20, 12, 10),
    "wide": (4, 40, 40, 40, 20, 16),
    "one line a cell": (999, 999, 999, 999, 999, 999),
}
CONTENT = """
Nâng cao chất lượng văn bản | Rà soát văn bản của tỉnh | Lập danh mục văn bản cần rà soát
 | | Công bố kết quả rà soát hằng năm
 | Thẩm định dự thảo nghị quyết | Tổ chức họp hội đồng thẩm định
Đơn giản hóa thủ tục hành chính | Rà soát quy trình nội bộ | Ban hành kế hoạch rà soát quy trình
 | | Trình phương án cắt giảm thời gian
 | Công khai thủ tục hành chính | Niêm yết tại bộ phận một cửa
Sắp xếp tổ chức bộ máy | Kiện toàn các phòng chuyên môn | Xây dựng đề án sắp xếp phòng
 | | Bố trí công chức dôi dư
 | Giao quyền tự chủ cho đơn vị | Phê duyệt phương án tự chủ
"""
"""Target, task and activity; an empty piece goes on with the one above."""
SHAPES = {
    "each level one deeper": ("{0}.", "{0}.{1}.", "{0}.{1}.{2}."),
    "activities from 1 again": ("{0}.", "{0}.{1}.", "{2}."),
    "the column's number first": ("1.{0}.", "2.{3}.", "3.{4}."),
}


def rows_of(shape: tuple[str, str, str]) -> list[list[str | None]]:
    """The rows of :data:`CONTENT`, labelled by ``shape``: its numbers are those of target, task in it, activity
    in that, task and activity over the table."""
    rows: list[list[str | None]] = []
    target = task = activity = tasks = 0
    for number, line in enumerate(CONTENT.strip().split("\n"), 1):
        pieces = [piece.strip() for piece in line.split("|")]
        if pieces[0]:
            target, task = target + 1, 0
        if pieces[1]:
            task, tasks, activity = task + 1, tasks + 1, 0
        activity += 1
        labels = [form.format(target, task, activity, tasks, number) for form in shape]
        cells = [f"{a} {b}".strip() if b else None for a, b in zip(labels, pieces, strict=True)]
        rows.append(
            [
                str(number),
                *cells,
                "Sở Nội vụ" if number % 3 else "Sở Tư pháp",
                f"Quý {'I' * (number % 3 + 1)}",
            ]
        )
    return rows


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("shape", SHAPES)
def test_each_level_stands_in_its_column(shape: str, width: str) -> None:
    rows = rows_of(SHAPES[shape])
    read = table_of(flatten(rows, WIDTHS[width], HEADERS))
    assert texts(read) == [[text or "" for text in row] for row in rows]


DELIVERED = ("12 tủ sách", "05 lớp", "200 buổi", "3 phim ngắn")


@pytest.mark.parametrize("width", WIDTHS)
def test_how_many_of_what_is_no_label(width: str) -> None:
    plain = rows_of(SHAPES["each level one deeper"])
    rows = [[*row[:4], DELIVERED[n % 4], *row[4:]] for n, row in enumerate(plain)]
    headers = (*HEADERS[:4], "Sản phẩm", *HEADERS[4:])
    read = table_of(flatten(rows, (*WIDTHS[width][:5], *WIDTHS[width][4:]), headers))
    assert texts(read) == [[text or "" for text in row] for row in rows]
