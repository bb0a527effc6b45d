"""What the command line says and how it ends."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import pyoxigraph as ox
import pytest
from conftest import Cchc
from rdflib import Graph

import queries
from loaders.compare import edition_of
from loaders.records import load
from queries.names import plan
from service.cli import app
from service.editions import compared, edition
from service.store.choose import open_store

ROOT = Path(__file__).parents[3]
PLAN = ROOT / "plans" / "van-phong-bac-kan-2025.txt"
VERBS = [c.callback.__name__ for c in app.registered_commands if c.callback]

SAID = [
    # arguments, exit code, what is said
    ([], 2, "Cách dùng: cchc"),
    (["xem"], 2, "Không có lệnh xem."),
    (["ask", "--formt", "csv"], 2, "Không có tuỳ chọn --formt."),
    (["ask", "--format", "pdf"], 2, "Giá trị của --format không đúng"),
    (["serve", "--port", "99999"], 2, "Giá trị của --port không đúng: cần một số"),
    (["serve", "--port", "x"], 2, "Giá trị của --port không đúng: cần một số"),
    (["trace"], 2, "Thiếu tham số ITEM."),
    (["export"], 2, "Thiếu tuỳ chọn --format. Một trong: nquads, trig"),
    (["ask", "--store"], 2, "Tuỳ chọn --store cần một giá trị."),
    (["trace", "a", "b"], 2, "Thừa tham số: b."),
    (["ask", "planz"], 2, "Gần nhất: plans"),
    (["ask", "plans", "year"], 2, "NAME=VALUE"),
    (["ask", "plans", "year=2024", "year=2025"], 2, "mỗi tên một lần"),
    (["ask", "plans", "anno=2024"], 2, "province, level, year"),
    (["ask", "plans", "year=24"], 2, "year=2024"),
    (["ask", "agency-work", "agency=sở nội vụ"], 2, "Sở Nội vụ tỉnh Bắc Kạn"),
    (["ask", "instrument-agencies", "instrument=107/2029"], 2, "Nghị định 107/2020/NĐ-CP"),
    (["ask", "plans", "--store", "không-có"], 2, "Chưa có đồ thị nào trong không-có"),
    (["ask", "plans", "--store", "http://127.0.0.1:9/sparql"], 2, "Máy chủ SPARQL http://127.0.0.1:9/sparql"),
    (["ask", "plans", "--format", "json", "-o", "không/có/tệp.json"], 2, "Không ghi được"),
    (["build", "không-có.txt"], 3, "không-có.txt"),
]


@pytest.mark.parametrize(("arguments", "code", "said"), SAID)
def test_a_wrong_call_is_told_in_vietnamese(cchc: Cchc, arguments: list[str], code: int, said: str) -> None:
    done = cchc(*arguments)
    assert done.code == code
    assert said in done.err + done.text
    assert "Traceback" not in done.err


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_an_example(cchc: Cchc, verb: str) -> None:
    done = cchc(verb, "--help")
    assert done.code == 0
    assert "Ví dụ" in done.text
    assert f"cchc {verb}" in done.text.split("Ví dụ")[1]


@pytest.mark.parametrize("verb", VERBS)
def test_the_help_has_no_words_of_the_programming_language(cchc: Cchc, verb: str) -> None:
    said = cchc(verb, "--help").text
    assert not re.findall(r"<(?:bool|str|int|Path|list)\b|\{|\[\[", said)


def test_without_a_question_all_are_listed(cchc: Cchc) -> None:
    done = cchc("ask")
    assert done.code == 0
    assert all(f"{name}: " in done.text for name in queries.catalogue())


def test_a_table_is_one_line_a_row_and_has_words_for_codes(cchc: Cchc) -> None:
    done = cchc("ask", "instrument-agencies", "instrument=107/2020")
    (line,) = [line for line in done.text.splitlines() if "284-289" in line and "chủ trì" in line]
    assert "Các cơ quan, địa phương" in line
    assert "đích danh" in line
    assert "https://" not in done.text
    assert "dòng nêu đích danh" in done.text


def test_json(cchc: Cchc) -> None:
    data = json.loads(cchc("ask", "plans", "year=2024", "--format", "json").out)
    assert data["arguments"] == {"year": 2024}
    assert {row["targets"] for row in data["rows"]} >= {12, 15}
    assert data["columns"][0] == {"name": "plan", "label": "Kế hoạch"}


def test_csv_opens_in_a_spreadsheet(cchc: Cchc) -> None:
    body = cchc("ask", "agency-work", "agency=so noi vu bac kan", "--format", "csv").out
    assert body.startswith(b"\xef\xbb\xbf")
    header, *rows = csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""))
    assert header[:3] == ["Vai trò", "Được nêu là", "Cách nêu"]
    assert rows[0][:3] == ["chủ trì", "đích danh", ""], "told once"
    assert ["chủ trì", "qua nhóm"] in [[row[0], row[2]] for row in rows]
    assert len(rows) > 20


def test_xlsx_goes_to_a_file(cchc: Cchc) -> None:
    done = cchc("ask", "plans", "--format", "xlsx", "-o", "kế hoạch.xlsx")
    assert done.code == 0
    assert "kế hoạch.xlsx" in done.err
    sheet = openpyxl.load_workbook("kế hoạch.xlsx").active
    assert sheet is not None
    assert sheet.cell(1, 1).value == "Kế hoạch"
    assert sheet.max_row == 6


def test_trace_walks_up_to_the_plan_that_is_only_cited(cchc: Cchc) -> None:
    lines = cchc("trace", "văn phòng bắc kạn 2025:1/1.1.1").text.splitlines()
    (above,) = [line for line in lines if "Kế hoạch 893/KH-UBND" in line]
    assert "triển khai" in above
    assert "chỉ được viện dẫn" in above
    (programme,) = [line for line in lines if "Nghị quyết 76/NQ-CP" in line]
    assert "viện dẫn" in programme
    assert "van-phong-bac-kan-2025.txt:37" in programme


def test_compare_of_loaded_plans_and_of_files(cchc: Cchc) -> None:
    loaded = json.loads(cchc("compare", "402/KH-UBND", "213/KH-UBND", "--format", "json").out)
    assert loaded["counts"]["changed"] > 5
    files = [str(ROOT / "plans" / name) for name in ("bac-giang-2021-2030.txt", "bac-giang-2024.md")]
    assert "dòng mới" in cchc("compare", *files).text
    assert cchc("compare", "402/KH-UBND", "403/KH-UBND").code == 2


@pytest.mark.parametrize(
    "reading", sorted((ROOT / "tests" / "readings").glob("*.json")), ids=lambda p: p.stem
)
def test_a_plan_is_compared_alike_from_its_records_and_from_the_graph(graph: Path, reading: Path) -> None:
    record = load(reading.read_text(encoding="utf-8"))
    store = open_store(graph)
    node = plan(store, f"{record.document.number or ''} {record.document.issuer} {record.document.period[0]}")  # type: ignore[index]
    found = compared(edition_of(record), edition(store, node))
    store.close()
    assert [c for c in found if c.kind != "same"] == []


def test_export_gives_the_same_graph_in_every_format(cchc: Cchc) -> None:
    quads = list(ox.parse(cchc("export", "--format", "nquads").out, format=ox.RdfFormat.N_QUADS))
    for form, syntax in [("trig", ox.RdfFormat.TRIG), ("jsonld", ox.RdfFormat.JSON_LD)]:
        again = ox.parse(cchc("export", "--format", form).out, format=syntax)
        assert set(map(str, again)) == set(map(str, quads))
    assert len(Graph().parse(data=cchc("export", "--format", "ttl").out, format="turtle")) == len(quads)


def test_export_of_rows_and_of_the_network(cchc: Cchc) -> None:
    rows = list(
        csv.reader(io.StringIO(cchc("export", "--format", "csv").out.decode("utf-8-sig"), newline=""))
    )
    assert len({len(row) for row in rows}) == 1
    assert len(rows) > 200
    assert b"contributesTo" in cchc("export", "--format", "graphml").out


def test_build_reads_asks_and_counts(cchc: Cchc) -> None:
    done = cchc("build", str(PLAN), "--store", "mới")
    assert (done.code, done.err) == (0, "")
    assert "Đã dựng đồ thị: 1 kế hoạch, 0 mục tiêu" in done.text
    assert "cchc check" in done.text
    assert "Văn phòng UBND tỉnh Bắc Kạn" in cchc("ask", "plans", "--store", "mới").text


def test_build_names_what_it_could_not_read_and_loads_the_rest(cchc: Cchc) -> None:
    Path("rỗng.txt").write_bytes(b"")
    done = cchc("build", str(PLAN), "rỗng.txt", "--store", "mới")
    assert done.code == 3
    assert "1 kế hoạch" in done.text
    assert "Không nạp được 1 tệp:\n  rỗng.txt" in done.err


def test_build_of_a_folder_without_documents_says_so(cchc: Cchc) -> None:
    Path("trống").mkdir(exist_ok=True)
    done = cchc("build", "trống", "--store", "mới")
    assert (done.code, done.err.splitlines()[0]) == (
        3,
        "trống: không có văn bản nào để đọc. Kiểm tra lại thư mục.",
    )


def test_an_error_of_the_program_is_one_line(cchc: Cchc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.store.choose.open_store", lambda *_: 1 / 0)
    done = cchc("ask", "plans")
    assert done.code == 70
    assert done.err.count("\n") == 1
    monkeypatch.setenv("CCHC_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        cchc("ask", "plans")


def test_output_is_utf8_whatever_the_locale(graph: Path) -> None:
    environment = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "service.cli", "ask", "plans", "--store", str(graph)]
    done = subprocess.run(command, check=True, capture_output=True, env=environment)
    assert "Sở Kế hoạch và Đầu tư" in done.stdout.decode("utf-8")


def test_the_help_comes_quickly_because_heavy_libraries_are_left_out() -> None:
    code = "import sys, service.cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8")
    heavy = {
        "rdflib",
        "pyoxigraph",
        "openpyxl",
        "networkx",
        "fastapi",
        "pyshacl",
        "SPARQLWrapper",
        "rapidfuzz",
    }
    assert heavy & set(done.stdout.split()) == set()


def test_a_reader_of_a_pipe_who_has_seen_enough_is_no_fault(graph: Path) -> None:
    command = [
        sys.executable,
        "-c",
        "from service.cli import main; main()",
        "ask",
        "rows",
        "--store",
        str(graph),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
