"""What small letters and blank lines tell of where cells end."""

from __future__ import annotations

import pytest

from loaders.layout.fragments import lattice_of
from loaders.layout.model import Line
from loaders.layout.wrapping import wrapping_of
from tests.loaders.layout.flattened import wrapped
from tests.loaders.layout.test_flat import HEADERS, ROWS, WIDTHS, table_of, texts

RAISED = ["Rà soát", "Sở Nội vụ", "Quý I"]


def wrapping(lines: list[str]) -> tuple[float, bool]:
    return wrapping_of(lattice_of([[Line(n, text) for n, text in enumerate(lines, 1)]], 3))


@pytest.mark.parametrize(
    ("lines", "least", "most", "whole"),
    [
        (RAISED * 20, -3.0, -2.5, True),
        ([*RAISED, "văn bản"] * 20, 0.0, 0.0, False),
        ([*RAISED * 20, "văn bản", "của tỉnh"], -2.0, -0.5, False),
    ],
)
def test_few_lines_in_lower_case_tell_that_cells_are_seldom_broken(
    lines: list[str], least: float, most: float, whole: bool
) -> None:
    raised, found = wrapping(lines)
    assert least <= raised <= most
    assert found is whole


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=("cells parted", "nothing parted"))
def test_blank_lines_between_cells_part_them(between: str) -> None:
    rows: list[list[str | None]] = [["Số", *HEADERS[1:]], *ROWS]
    rows = [[*row[:4], "Liên hiệp Các hội", row[5]] if row[0] == "4" else row for row in rows]
    cells = [
        "\n".join(wrapped(text, width))
        for row in rows
        for text, width in zip(row, WIDTHS, strict=True)
        if text
    ]
    assert texts(table_of(between.join(cells))) == [[text or "" for text in row] for row in rows[1:]]


@pytest.mark.parametrize("rows", [ROWS, ROWS * 3])
def test_a_cell_on_one_line_may_be_wider_than_all_others_of_its_column(rows: list[list[str]]) -> None:
    union = "Ban Quản lý các khu công nghiệp và khu kinh tế cửa khẩu của tỉnh"
    shown = [[str(n), row[1], row[2] or "Kế hoạch", *row[3:]] for n, row in enumerate(rows, 1)]
    shown[1][3] = union
    lines = [text for row in [list(HEADERS), *shown] for text in row]
    assert texts(table_of("\n".join(lines))) == shown


@pytest.mark.parametrize("form", ["{}. {}", "{} {}"])
def test_lettered_parts_are_sections(form: str) -> None:
    parts = {0: ("A", "Nhiệm vụ được giao"), 3: ("B", "Nhiệm vụ thường xuyên của ngành")}
    lines = list(HEADERS)
    for n, row in enumerate(ROWS):
        lines += [form.format(*parts[n])] if n in parts else []
        lines += [text or " " for text in row]
    read = texts(table_of("\n".join(lines)))
    assert [(row[0].strip("."), row[1]) for row in read if not row[3]] == list(parts.values())
    assert len(read) == len(ROWS) + 2


def test_one_letter_alone_is_no_part() -> None:
    lines = [text or " " for row in ROWS for text in row]
    lines[lines.index("Văn phòng UBND tỉnh")] = "A Lưới"
    lines = [*HEADERS, *lines]
    assert len(table_of("\n".join(lines)).rows) == len(ROWS)
