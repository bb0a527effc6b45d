"""A province's own agencies, abbreviations and documents, in registry/ beside the plans, reach the graph."""

from pathlib import Path

import pytest

import queries
from service.build import Built, build
from service.cli import run
from service.store.choose import open_store

PLAN = (Path(__file__).parent / "cli" / "small" / "tinh.md").read_text(encoding="utf-8")
AGENCIES = "province,name,also,member_of,successor,from,to,source\n"
SHORT = "short,long,from,source\n"
DOCUMENTS = "kind,number,issuer,title,from,source\n"
PARK = 'Bắc Kạn,Ban Quản lý các khu công nghiệp tỉnh,,"Các sở, ban, ngành",,2016-01-01,,QĐ 12/QĐ-UBND\n'
PARK_SHORT = "BQLK,Ban Quản lý các khu công nghiệp,2016-01-01,QĐ 12/QĐ-UBND\n"
LOCAL = "Nghị quyết,15/NQ-HĐND,HĐND tỉnh Bắc Kạn,Chính sách thu hút nhân lực,2021-07-19,Công báo tỉnh\n"

TITLES = """SELECT ?title WHERE { ?d <https://w3id.org/cchc/ontology#number> "15/NQ-HĐND" ;
  <http://purl.org/dc/terms/title> ?title }"""


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    text = PLAN.replace("| Sở Nội vụ | Báo Bắc Kạn |", "| BQLK tỉnh | Báo Bắc Kạn |")
    text = text.replace(
        "Uỷ ban nhân dân tỉnh ban hành", "Căn cứ Nghị quyết số 15/NQ-HĐND;\n\nUBND tỉnh ban hành"
    )
    (folder / "tinh.md").write_text(text, encoding="utf-8")
    return folder


def tables(folder: Path, **lines: str) -> None:
    folder.mkdir()
    for name, text in lines.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")


def ways(root: Path, agency: str) -> list[tuple[str, str]]:
    """How the rows name ``agency``, and as what."""
    store = open_store(root)
    try:
        found = queries.run(store, "agency-work", {"agency": agency}).records()
        return [(str(row["via"]), str(row["role"])) for row in found]
    finally:
        store.close()


def titles(root: Path) -> list[str]:
    store = open_store(root)
    try:
        return [str(title) for (title,) in store.select(TITLES).rows]
    finally:
        store.close()


def test_own_agencies_short_forms_and_documents_are_used(plans: Path, tmp_path: Path) -> None:
    tables(
        plans.parent / "registry",
        agencies=AGENCIES + PARK,
        abbreviations=SHORT + PARK_SHORT,
        documents=DOCUMENTS + LOCAL,
    )
    built = build([plans], tmp_path / "graph")
    assert (built.problems, built.failures) == ((), ())
    found = ways(tmp_path / "graph", "Ban Quản lý các khu công nghiệp tỉnh Bắc Kạn")
    assert found == [("name", "lead"), ("group", "coordinating")]
    assert titles(tmp_path / "graph") == ["Chính sách thu hút nhân lực"]


def test_another_folder_may_be_named(plans: Path, tmp_path: Path) -> None:
    tables(tmp_path / "danh mục", documents=DOCUMENTS + LOCAL)
    assert build([plans], tmp_path / "graph").problems == ()
    assert titles(tmp_path / "graph") == []
    build([plans], tmp_path / "graph", registry=tmp_path / "danh mục")
    assert titles(tmp_path / "graph") == ["Chính sách thu hút nhân lực"]


CYCLE = "Bắc Kạn,Ban A,,,Ban B,2016-01-01,2018-01-01,QĐ\nBắc Kạn,Ban B,,,Ban A,2016-01-01,2019-01-01,QĐ\n"
REFUSED = [
    (
        {"agencies": AGENCIES + "Bắc Cạn Mới,Ban A,,,,2016-01-01,,QĐ\n" + PARK},
        [("agencies.csv", 2, "không có tỉnh")],
    ),
    (
        {"abbreviations": SHORT + PARK_SHORT + PARK_SHORT, "agencies": AGENCIES + PARK},
        [("abbreviations.csv", 3, "đã có")],
    ),
    (
        {"agencies": AGENCIES + CYCLE + PARK},
        [("agencies.csv", 2, "quay lại chính nó"), ("agencies.csv", 3, "quay lại chính nó")],
    ),
]


@pytest.mark.parametrize(("files", "told"), REFUSED)
def test_a_wrong_line_is_told_and_the_rest_is_used(
    plans: Path, tmp_path: Path, files: dict[str, str], told: list[tuple[str, int, str]]
) -> None:
    tables(plans.parent / "registry", **files)
    built: Built = build([plans], tmp_path / "graph")
    assert [(p.file.name, p.line) for p in built.problems] == [(file, line) for file, line, _ in told]
    assert all(said in p.message for p, (*_, said) in zip(built.problems, told, strict=True))
    found = ways(tmp_path / "graph", "Ban Quản lý các khu công nghiệp tỉnh Bắc Kạn")
    assert ("group", "coordinating") in found


def test_the_command_line_tells_the_lines_and_ends_with_one(
    plans: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tables(tmp_path / "riêng", agencies=AGENCIES + CYCLE)
    call = ["build", str(plans), "--store", str(tmp_path / "graph"), "--registry", str(tmp_path / "riêng")]
    assert run(call) == 1
    told = capsys.readouterr().err
    assert "Không nhận 2 mục của registry/" in told
    assert "agencies.csv, dòng 2:" in told and "agencies.csv, dòng 3:" in told
