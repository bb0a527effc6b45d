"""Citations, figures and duties corrected in a sheet: from ``cchc read`` to what is asked, checked and drawn up again."""

import html
import json
from pathlib import Path

import openpyxl
import pytest
from starlette.testclient import TestClient

from service.http.app import create_app
from service.store.choose import open_store
from tests.service.cli.test_review_corrections import cchc, quads

__all__ = ["cchc"]

STATED = """
PREFIX cchc: <https://w3id.org/cchc/ontology#>
SELECT ?kind ?at ?line WHERE {
  ?thing cchc:origin <https://w3id.org/cchc/code/origin/person> ; cchc:statedAt ?at ; a ?kind
  OPTIONAL { ?thing cchc:firstLine ?line }
  FILTER(?kind IN (cchc:Citation, cchc:Measure, cchc:Duty))
} ORDER BY ?at"""


def write(book, sheet, number, **cells):
    """Fill cells of a line (from 1) of a sheet by the titles of its columns, with "_" for a space."""
    header = [c.value for c in book[sheet][1]]
    for title, value in cells.items():
        book[sheet].cell(number + 1, header.index(title.replace("_", " ")) + 1).value = value


def asked(cchc, *question):
    code, out, _ = cchc("ask", *question, "--format", "json")
    assert code == 0
    return json.loads(out)["rows"]


@pytest.fixture
def sheet(cchc, tmp_path):
    """The sheet of the department's plan with one correction of each kind, in people/."""
    path = tmp_path / "people" / "sua.xlsx"
    assert cchc("read", "plans/so.md", "--xlsx", str(path))[0] == 0
    book = openpyxl.load_workbook(path)
    write(book, "Căn cứ, viện dẫn", 3, Viện_dẫn_như_in="Nghị định số 61/2018/NĐ-CP", Thuộc_dòng="I/3.1")
    write(book, "Chỉ tiêu, số liệu", 1, Giá_trị="95", So_sánh="tối thiểu")
    duty = {"Cơ quan, đơn vị": "Văn phòng Sở", "Nội dung phân công": "Theo dõi, đôn đốc việc thực hiện"}
    write(book, "Phân công thực hiện", 1, **duty)
    book.save(path)
    return path


def test_what_a_person_stated_is_asked_checked_and_told_in_every_build(cchc, tmp_path, sheet):
    for _ in range(2):
        code, out, told = cchc("build")
        assert (code, told) == (0, "")
        assert "3 dòng được sửa hay thêm" in out
    leads = asked(cchc, "instrument-agencies", "instrument=61/2018")
    assert {(r["label"], r["link"], r["role"]) for r in leads} >= {("3.1", "activity", "lead")}
    (figure,) = asked(cchc, "figures", "plan=15/KH-SNV")
    assert (figure["comparator"], figure["value"], figure["place"]) == ("at-least", 95, "so.md:18-18")
    found = cchc("check", "15/KH-SNV", "--format", "json")
    assert not [f for f in json.loads(found[1]) if "form" in f["rule"] or "place" in f["rule"]]
    stated = [
        (s["kind"].value.rpartition("#")[2], s["at"].value, s["line"] and s["line"].value)
        for s in quads(cchc, tmp_path).query(STATED, use_default_graph_as_union=True)
    ]
    assert stated == [
        ("Measure", "sua.xlsx, trang tính “Chỉ tiêu, số liệu”, dòng 2", "18"),
        ("Citation", "sua.xlsx, trang tính “Căn cứ, viện dẫn”, dòng 4", "4"),
        ("Duty", "sua.xlsx, trang tính “Phân công thực hiện”, dòng 2", "2"),
    ]


PLAN = "/id/ke-hoach/tinh/bac-kan/so-noi-vu/2025/15-kh-snv"


@pytest.mark.parametrize(
    ("address", "at"),
    [
        ("/duty/1", "sua.xlsx, trang tính “Phân công thực hiện”, dòng 2"),
        ("/measure/1", "sua.xlsx, trang tính “Chỉ tiêu, số liệu”, dòng 2"),
        ("/citation/3", "sua.xlsx, trang tính “Căn cứ, viện dẫn”, dòng 4"),
    ],
)
def test_its_page_says_where_a_person_stated_it(cchc, sheet, address, at):
    assert cchc("build")[0] == 0
    store = open_store(Path("graph"))
    try:
        shown = TestClient(create_app(store)).get(f"{PLAN}{address}.html")
        assert shown.status_code == 200
        assert at in html.unescape(shown.text)
    finally:
        store.close()


def test_what_is_struck_out_is_no_answer(cchc, sheet):
    book = openpyxl.load_workbook(sheet)
    write(book, "Chỉ tiêu, số liệu", 1, Bỏ="x")
    write(book, "Căn cứ, viện dẫn", 2, Bỏ="x")
    book.save(sheet)
    assert cchc("build")[0] == 0
    assert asked(cchc, "figures", "plan=15/KH-SNV") == []
    assert "893" not in json.dumps(asked(cchc, "instrument-agencies", "instrument=61/2018"))


def test_a_sheet_drawn_up_again_says_what_was_corrected_and_replaces_the_old_one(cchc, tmp_path, sheet):
    book = openpyxl.load_workbook(sheet)
    book["Văn bản"]["B8"].value = "Nguyễn Văn A"
    rows = book["Bảng nhiệm vụ"]
    rows.cell(5, [c.value for c in rows[1]].index("Kinh phí") + 1).value = "5 triệu đồng"
    rows.insert_rows(6)
    rows.cell(6, [c.value for c in rows[1]].index("Hoạt động") + 1).value = "Việc thêm"
    book.save(sheet)
    assert cchc("build")[0] == 0
    before = sorted(map(str, quads(cchc, tmp_path)))
    again = tmp_path / "people" / "sua-2.xlsx"
    code, _, told = cchc("read", "plans/so.md", "--xlsx", str(again))
    assert code == 0
    assert "đã gồm nội dung sửa ở sua.xlsx" in told
    sheet.unlink()
    assert cchc("build")[0] == 0
    after = sorted(map(str, quads(cchc, tmp_path)))
    assert [q.replace("sua-2.xlsx", "sua.xlsx") for q in after] == before
    shown = openpyxl.load_workbook(again)
    assert shown["Chỉ tiêu, số liệu"]["D2"].value == "95"
    assert shown["Chỉ tiêu, số liệu (bản gốc)"]["D2"].value == "100"


def test_both_sheets_in_the_folder_say_it_once(cchc, tmp_path, sheet):
    cchc("build")
    before = sorted(map(str, quads(cchc, tmp_path)))
    cchc("read", "plans/so.md", "--xlsx", str(tmp_path / "people" / "sua-2.xlsx"))
    assert cchc("build")[0] == 0
    assert [q.replace("sua-2", "sua") for q in sorted(map(str, quads(cchc, tmp_path)))] == before


def test_a_sheet_in_which_people_may_have_worked_is_never_overwritten(cchc, sheet):
    before = sheet.read_bytes()
    code, _, told = cchc("read", "plans/so.md", "--xlsx", str(sheet))
    assert code != 0
    assert "Bảng cũ có thể chứa nội dung đã sửa" in told
    assert sheet.read_bytes() == before


def test_what_could_not_be_used_is_not_lost_with_the_old_sheet(cchc, tmp_path, sheet):
    plan = tmp_path / "plans" / "so.md"
    plan.write_text(plan.read_text(encoding="utf-8").replace("100% thủ tục", "Mọi thủ tục"), encoding="utf-8")
    code, _, told = cchc("build")
    assert code == 1
    assert "sua.xlsx, trang tính “Chỉ tiêu, số liệu”, dòng 2: dòng measure/1: không còn dòng nào" in told
    _, _, told = cchc("read", "plans/so.md", "--xlsx", str(tmp_path / "people" / "sua-2.xlsx"))
    assert "Chưa có trong bảng mới: sua.xlsx, trang tính “Chỉ tiêu, số liệu”, dòng 2" in told
