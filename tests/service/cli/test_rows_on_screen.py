"""Rows as a table, as blocks, or as lines, by how wide the screen is."""

import io

import pytest
from rich.console import Console

from service.cli.rows import WIDE, laid_out

TITLES = ("Số", "Nội dung", "Vị trí")
LONG = "Xây dựng kế hoạch tuyên truyền cải cách hành chính trên cổng thông tin điện tử của tỉnh"
ROWS = [("3.1", LONG, "ke-hoach.txt:354-368"), ("3.2", "[b]Hội nghị[/b]", "")]


def shown(width: int) -> list[str]:
    out = io.StringIO()
    Console(file=out, width=width).print(laid_out(TITLES, ROWS, width))
    return out.getvalue().splitlines()


@pytest.mark.parametrize("width", [59, 100, WIDE])
def test_a_table_has_a_header_and_no_word_is_broken(width: int) -> None:
    lines = shown(width)
    assert next(line for line in lines if line.strip()).split() == ["Số", "Nội", "dung", "Vị", "trí"]
    assert any("ke-hoach.txt:354-368" in line for line in lines)
    assert any("[b]Hội nghị[/b]" in line for line in lines)


def test_a_file_or_pipe_gets_one_line_a_row() -> None:
    assert [line for line in shown(WIDE) if LONG in line and "354-368" in line]


@pytest.mark.parametrize("width", [30, 58])
def test_where_a_table_does_not_fit_each_row_is_a_block_without_its_empty_cells(width: int) -> None:
    lines = [line.rstrip() for line in shown(width)]
    assert max(map(len, lines)) <= width
    titles = [line[:8].strip() for line in lines]
    assert [title for title in titles if title] == [*TITLES, "Số", "Nội dung"]
    assert " ".join(line[10:] for line in lines if line[10:]).startswith(
        f"3.1 {LONG} ke-hoach.txt:354-368 3.2"
    )


def test_no_rows_are_a_header_or_nothing() -> None:
    assert laid_out(TITLES, [], 80).row_count == 0
