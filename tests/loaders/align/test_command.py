import json
import shutil
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from loaders.errors import UnreadableFile
from queries.errors import Unknown
from service.aligned import NAMED, NEAREST, is_file
from service.build import build
from service.cli.align import align
from service.errors import NoStore, ServiceError

PLANS = Path(__file__).parents[3] / "plans"
SMALL = Path(__file__).parents[2] / "service" / "cli" / "small"
OFFICE, PROVINCE = PLANS / "van-phong-bac-kan-2025.txt", PLANS / "bac-kan-2024.txt"


@pytest.fixture
def run() -> CliRunner:
    return CliRunner()


@pytest.fixture
def app() -> typer.Typer:
    made = typer.Typer()
    made.command()(align)
    return made


def test_json(run: CliRunner, app: typer.Typer) -> None:
    result = run.invoke(app, [str(OFFICE), str(PROVINCE), "--json"])
    found = json.loads(result.stdout)
    assert (result.exit_code, found["child"], found["parent"]) == (0, OFFICE.name, PROVINCE.name)
    links = {link["child"]: link["parents"] for link in found["links"]}
    assert links["1/1.3"][0]["key"] == "I/2.2"
    assert links["6/6.2.1"] == []


def test_a_table_for_people(run: CliRunner, app: typer.Typer) -> None:
    result = run.invoke(app, [str(OFFICE), str(PROVINCE)], env={"COLUMNS": "200"})
    assert result.exit_code == 0
    assert f"{OFFICE.name} → {PROVINCE.name}" in result.stdout
    assert "(không có dòng tương ứng)" in result.stdout
    assert "cùng nội dung “tuyên truyền cải cách hành chính”" in result.stdout


def test_the_parent_is_looked_for_beside_the_child(run: CliRunner, app: typer.Typer) -> None:
    result = run.invoke(app, [str(PLANS / "bac-giang-2024.md"), "--json"])
    found = json.loads(result.stdout)
    assert found["parent"] == "bac-giang-2021-2030.txt"
    assert found["why"] == NAMED


def test_no_parent_beside_the_child(run: CliRunner, app: typer.Typer, tmp_path: Path) -> None:
    alone = Path(shutil.copy(OFFICE, tmp_path))
    result = run.invoke(app, [str(alone)])
    assert isinstance(result.exception, ServiceError)
    assert "Hãy nêu tệp PARENT" in result.exception.message


def test_a_file_that_is_not_there(run: CliRunner, app: typer.Typer, tmp_path: Path) -> None:
    result = run.invoke(app, [str(tmp_path / "khong-co.txt"), str(PROVINCE)])
    assert isinstance(result.exception, UnreadableFile)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("align") / "graph"
    build([SMALL], root)
    return root


@pytest.mark.parametrize(
    "plans", [["15/KH-SNV", "893/KH-UBND"], ["kế hoạch số 15/KH-SNV"], [str(SMALL / "so.md"), "893/KH-UBND"]]
)
def test_plans_of_the_graph_by_name(run: CliRunner, app: typer.Typer, graph: Path, plans: list[str]) -> None:
    by_name = json.loads(run.invoke(app, [*plans, "--json", "--store", str(graph)]).stdout)
    by_file = json.loads(run.invoke(app, [str(SMALL / "so.md"), str(SMALL / "tinh.md"), "--json"]).stdout)
    assert by_name.get("why", NAMED) == NAMED
    assert {k: v for k, v in by_name.items() if k != "why"} == by_file
    assert any(link["parents"] for link in by_name["links"])


def test_the_table_says_why_it_is_that_plan(run: CliRunner, app: typer.Typer, tmp_path: Path) -> None:
    for file in (OFFICE, PROVINCE):
        shutil.copy(file, tmp_path)
    result = run.invoke(app, [str(tmp_path / OFFICE.name)], env={"COLUMNS": "200"})
    assert NEAREST in result.stdout


@pytest.mark.parametrize(
    ("name", "error"), [("không có kế hoạch này", Unknown), ("893/KH-UBND", ServiceError), ("", Unknown)]
)
def test_names_that_lead_nowhere(
    run: CliRunner, app: typer.Typer, graph: Path, name: str, error: type[Exception]
) -> None:
    result = run.invoke(app, [name, "--store", str(graph)])
    assert isinstance(result.exception, error)


def test_a_name_needs_a_graph(run: CliRunner, app: typer.Typer, tmp_path: Path) -> None:
    result = run.invoke(app, ["15/KH-SNV", "--store", str(tmp_path / "graph")])
    assert isinstance(result.exception, NoStore)


@pytest.mark.parametrize(
    ("name", "file"), [("khong-co.txt", True), ("KH.DOCX", True), ("213/KH-UBND", False), ("kế hoạch", False)]
)
def test_what_is_meant_as_a_file(name: str, file: bool) -> None:
    assert is_file(name) is file
