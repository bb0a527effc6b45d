import json
import shutil
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from loaders.errors import UnreadableFile
from service.cli.align import align
from service.errors import ServiceError

PLANS = Path(__file__).parents[3] / "plans"
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
    assert json.loads(result.stdout)["parent"] == "bac-giang-2021-2030.txt"


def test_no_parent_beside_the_child(run: CliRunner, app: typer.Typer, tmp_path: Path) -> None:
    alone = Path(shutil.copy(OFFICE, tmp_path))
    result = run.invoke(app, [str(alone)])
    assert isinstance(result.exception, ServiceError)
    assert "Hãy nêu tệp PARENT" in result.exception.message


def test_a_file_that_is_not_there(run: CliRunner, app: typer.Typer, tmp_path: Path) -> None:
    result = run.invoke(app, [str(tmp_path / "khong-co.txt"), str(PROVINCE)])
    assert isinstance(result.exception, UnreadableFile)
