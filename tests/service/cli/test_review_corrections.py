"""``cchc read --xlsx`` to ``cchc build``: a corrected sheet in people/ outranks the reading of its document."""

import json
import shutil
from pathlib import Path

import openpyxl
import pyoxigraph as ox
import pytest

from service.cli import run

SMALL = Path(__file__).parent / "small"
MARKS = """
PREFIX cchc: <https://w3id.org/cchc/ontology#>
SELECT ?key ?at ?graph WHERE {
  GRAPH ?graph { ?row cchc:origin <https://w3id.org/cchc/code/origin/person> ; cchc:statedAt ?at ; cchc:key ?key }
}"""


@pytest.fixture
def cchc(tmp_path, monkeypatch, capfd):
    shutil.copytree(SMALL, tmp_path / "plans")
    (tmp_path / "people").mkdir()
    monkeypatch.chdir(tmp_path)

    def call(*arguments):
        code = run(arguments)
        out, err = capfd.readouterr()
        return code, out, err

    return call


def correct(path, sheet, key, title, value):
    book = openpyxl.load_workbook(path)
    table = book[sheet]
    header = [c.value for c in table[1]]
    row = next(
        r for r in table.iter_rows(min_row=2) if f":{key}@" in (r[header.index("Mã dòng")].value or "")
    )
    row[header.index(title)].value = value
    book.save(path)


def rows(cchc):
    code, out, _ = cchc("ask", "rows", "plan=15/KH-SNV", "--format", "json")
    assert code == 0
    return {r["key"]: r for r in json.loads(out)["rows"]}


def quads(cchc, tmp_path):
    assert cchc("export", "--format", "nquads", "-o", str(tmp_path / "all.nq"))[0] == 0
    store = ox.Store()
    store.load(path=str(tmp_path / "all.nq"), format=ox.RdfFormat.N_QUADS)
    return store


def test_a_corrected_sheet_outranks_the_reading_in_every_build(cchc, tmp_path):
    sheet = tmp_path / "people" / "sua.xlsx"
    assert cchc("read", "plans/so.md", "--xlsx", str(sheet))[0] == 0
    correct(sheet, "Bảng nhiệm vụ", "I/3.1", "Chủ trì", "Sở TT&TT")
    correct(sheet, "Bảng nhiệm vụ", "I/3.1", "Thời gian", "Quý IV/2025")
    for _ in range(2):
        code, _, told = cchc("build")
        assert (code, told) == (0, "")
        row = rows(cchc)["I/3.1"]
        assert (row["lead"], row["end"], row["place"]) == ("Sở TT&TT", "2025-12-31", "so.md:18-18")
    asked = cchc("ask", "agency-work", "agency=Sở Thông tin và Truyền thông")
    assert "1 dòng nêu đích danh" in asked[1]
    (mark,) = quads(cchc, tmp_path).query(MARKS)
    assert mark["key"].value == "I/3.1"
    assert mark["at"].value == "sua.xlsx, trang tính “Bảng nhiệm vụ”, dòng 5"
    assert mark["graph"].value.endswith("/graph/plan/ke-hoach.tinh.bac-kan.so-noi-vu.2025.15-kh-snv")


def test_a_correction_follows_the_plan_when_its_text_moves_and_tells_when_it_is_gone(cchc, tmp_path):
    sheet = tmp_path / "people" / "sua.xlsx"
    cchc("read", "plans/so.md", "--xlsx", str(sheet))
    correct(sheet, "Bảng nhiệm vụ", "I/3.1", "Chủ trì", "Phòng Nội vụ")
    plan = tmp_path / "plans" / "so.md"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(
        text.replace("| 3.1.", "| 3.9.").replace("một cửa | Báo cáo", "một cửa | Biên bản"), encoding="utf-8"
    )
    assert cchc("build")[0] == 0
    row = rows(cchc)["I/3.9"]
    assert (row["lead"], row["product"]) == ("Phòng Nội vụ", "Biên bản")
    plan.write_text(
        text.replace("Niêm yết thủ tục hành chính tại bộ phận một cửa", "Mua máy tính"), encoding="utf-8"
    )
    code, _, told = cchc("build")
    assert code == 1
    assert "sua.xlsx, trang tính “Bảng nhiệm vụ”, dòng 5: dòng I/3.1:" in told
    assert rows(cchc)["I/3.1"]["lead"] == "Văn phòng Sở"


def test_a_corrected_number_gives_the_plan_its_identity_and_links_still_find_it(cchc, tmp_path):
    sheet = tmp_path / "people" / "sua.xlsx"
    cchc("read", "plans/so.md", "--xlsx", str(sheet))
    correct(sheet, "Bảng nhiệm vụ", "I/3.1", "Kinh phí", "5 triệu đồng")
    book = openpyxl.load_workbook(sheet)
    book["Văn bản"]["B2"].value = "16/KH-SNV"
    book.save(sheet)
    code, _, told = cchc("build")
    assert (code, told) == (0, "")
    _, out, _ = cchc("ask", "rows", "plan=16/KH-SNV", "--format", "json")
    assert {r["budget"] for r in json.loads(out)["rows"]} == {None, "5 triệu đồng"}


def test_no_triple_stands_in_two_graphs(cchc, tmp_path):
    cchc("read", "plans/so.md", "--xlsx", str(tmp_path / "people" / "sua.xlsx"))
    correct(tmp_path / "people" / "sua.xlsx", "Bảng nhiệm vụ", "I/1.1", "Mục tiêu", "Mục tiêu đã sửa")
    cchc("build")
    assert cchc("review", "15/KH-SNV", "--xlsx", "people/duyet.xlsx")[0] == 0
    book = openpyxl.load_workbook(tmp_path / "people" / "duyet.xlsx")
    for number, row in enumerate(book["Liên kết"].iter_rows(min_row=2)):
        header = [c.value for c in book["Liên kết"][1]]
        row[header.index("Quyết định")].value = (
            ("đồng ý", "không đồng ý")[number % 2] if row[-1].value else None
        )
    book.save(tmp_path / "people" / "duyet.xlsx")
    cchc("build")
    store = quads(cchc, tmp_path)
    named = [(str(q.subject), str(q.predicate), str(q.object)) for q in store]
    assert len(named) == len(set(named))
    assert any(str(q.graph_name).endswith("/graph/people>") for q in store)


@pytest.mark.parametrize(
    ("name", "body", "told"),
    [
        ("ghi-chu.docx", b"x", "không phải bảng tính"),
        ("hong.xlsx", b"PK\x03\x04 cut", "bị hỏng hoặc bị cắt cụt"),
        ("rong.csv", b"", "tệp rỗng"),
        ("la.csv", b"a;b\n1;2\n", "không nhận ra bảng nào"),
        ("la.csv", b"\xff\xfe\x00\xd8", "không phải văn bản"),
    ],
)
def test_files_that_cannot_be_used_are_told_and_the_build_goes_on(cchc, tmp_path, name, body, told):
    (tmp_path / "people" / name).write_bytes(body)
    (tmp_path / "people" / "~$dang-mo.xlsx").write_bytes(b"")
    code, out, err = cchc("build")
    assert code == 1
    assert "2 kế hoạch" in out
    (line,) = [x for x in err.splitlines() if name in x]
    assert told in line


def test_the_page_is_written_beside(cchc, tmp_path):
    assert cchc("read", "plans/so.md", "--html", "so.html")[0] == 0
    assert "Niêm yết thủ tục hành chính" in (tmp_path / "so.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("option", ["--xlsx", "--html"])
def test_one_file_at_a_time(cchc, option):
    code, _, told = cchc("read", "plans", option, "out")
    assert code == 2
    assert "đúng một tệp" in told
