"""What stands below a table in rows of its grid is text; what may be a row of it stays one."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from loaders.formats import read_layout
from loaders.reader import plan_of
from tests.loaders.formats.office.shown import blocks

TITLES = ["TT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Thời gian"]
ROWS = [["I", "THỂ CHẾ"], ["1", "Rà soát văn bản", "Báo cáo", "Sở Tư pháp", "Quý I"]]
READ = [TITLES, ["I", "THỂ CHẾ", "^", "^", "^"], ROWS[1]]

BELOW = [
    ["Ghi chú: Các đơn vị báo cáo trước ngày 15/12/2025"],
    ["(*) Theo Công văn số 12/SNV-CCHC"],
    ["1 ngày 15/7/2021 của Chính phủ", "2 ngày 20/8/2022 của Bộ Nội vụ"],
    ["Danh mục này gồm 15 nhiệm vụ."],
    ["Trên đây là Kế hoạch năm 2025", "Các đơn vị nghiêm túc thực hiện"],
    ["Tệp đính kèm", "Văn bản khác", "Địa chỉ:", "-", "Bản quyền"],
    ["III. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ theo dõi việc thực hiện.", "2. Các sở, ngành báo cáo."],
]
ROWS_STILL = [
    (["II. CẢI CÁCH THỦ TỤC"], [["II.", "CẢI CÁCH THỦ TỤC"]]),
    (
        ["II. Thủ tục", "Thực hiện theo kế hoạch riêng."],
        [["II.", "Thủ tục"], ["", "Thực hiện theo kế hoạch riêng."]],
    ),
    (["2. Tiếp tục rà soát các thủ tục."], [["2.", "Tiếp tục rà soát các thủ tục."]]),
]


def sheet(path: Path, texts: list[str], *, merged: bool) -> Path:
    """A sheet with a table and, in the rows below it, ``texts`` in the first column or over all."""
    book = Workbook()
    page = book.active
    for row in (TITLES, *ROWS, *([text] for text in texts)):
        page.append(row)
    for r in range(len(ROWS) + 2, page.max_row + 1) if merged else ():
        page.merge_cells(start_row=r, end_row=r, start_column=1, end_column=len(TITLES))
    book.save(path)
    return path


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize("texts", BELOW)
def test_texts_below_a_table(texts: list[str], merged: bool, tmp_path: Path) -> None:
    found = blocks(read_layout(sheet(tmp_path / "a.xlsx", texts, merged=merged)))
    assert found == [READ, *texts]


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize(("texts", "rows"), ROWS_STILL)
def test_last_rows_over_all_columns(
    texts: list[str], rows: list[list[str]], merged: bool, tmp_path: Path
) -> None:
    found = blocks(read_layout(sheet(tmp_path / "a.xlsx", texts, merged=merged)))
    assert found == [[*READ, *([*row, "^", "^", "^"] for row in rows)]]


LABELS_APART = [
    (
        [["III", "TỔ CHỨC THỰC HIỆN"], ["1", "Sở Nội vụ theo dõi."]],
        ["III. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ theo dõi."],
    ),
    ([["2", "Triển khai thực hiện Đề án 06"], ["3", "Họp sơ kết."]], None),
    ([[str(n), "Sở Nội vụ theo dõi."] for n in range(2, 8)], None),
]


@pytest.mark.parametrize(("rows", "texts"), LABELS_APART)
def test_a_number_and_words_alone(rows: list[list[str]], texts: list[str] | None, tmp_path: Path) -> None:
    book = Workbook()
    for row in (TITLES, *ROWS, *rows):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    still = [[*row, "", "", ""] for row in rows]
    assert blocks(read_layout(tmp_path / "a.xlsx")) == ([READ, *texts] if texts else [[*READ, *still]])


def test_a_note_below_dates_the_document_that_bears_its_mark(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    page.append(TITLES)
    both = ["Thực hiện Nghị quyết số 18-NQ/TW1; rà soát", "Kế hoạch theo Nghị quyết số 18-NQ/TW"]
    page.append(["1", *both, "Sở Nội vụ", "Quý I"])
    page.append(["1 ngày 25/10/2017 của Ban Chấp hành Trung ương"])
    book.save(tmp_path / "a.xlsx")
    plan = plan_of(read_layout(tmp_path / "a.xlsx"))
    assert [(c.number, c.date) for c in plan.citations] == [("18-NQ/TW", "2017-10-25"), ("18-NQ/TW", None)]
