"""``cchc check``: exit codes, formats, drafts and bad input."""

import dataclasses
import io
import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from rdflib import SH, Graph

from loaders import records
from loaders.graph.plan import build_plan
from loaders.graph.triples import to_nquads
from ontology.registry import Registry
from service.cli import run as command_line
from service.store.generations import Generations
from service.store.model import Manifest

ROOT = Path(__file__).parents[3]
DRAFT = str(ROOT / "plans" / "van-phong-bac-kan-2025.txt")


@dataclasses.dataclass
class Ended:
    exit_code: int
    stdout: bytes
    stderr: str


@pytest.fixture
def run(capfdbinary) -> Callable[..., Ended]:
    def cchc(*arguments: str) -> Ended:
        code = command_line(["check", *arguments])
        out, err = capfdbinary.readouterr()
        return Ended(code, out, err.decode())

    return cchc


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("graph")
    text = (ROOT / "tests" / "readings" / "bac-kan-2024.json").read_text(encoding="utf-8")
    built = build_plan(records.load(text), Registry.load())
    Generations(folder).write([to_nquads(built.triples, built.graph)], Manifest())
    return str(folder)


def test_the_store_has_a_finding_named_by_plan_row_and_line(run, store):
    result = run("--store", store)
    assert result.exit_code == 1
    line = next(line for line in result.stdout.decode().splitlines() if "[activity-without-lead]" in line)
    assert line.startswith("  Lỗi · dòng ") and "hoạt động 3.39." in line
    assert "Quyết định 2448/QĐ-UBND (bac-kan-2024.txt)" in result.stdout.decode()


def test_one_plan_by_the_number_people_write(run, store):
    found = json.loads(run("2448/QĐ-UBND", "--store", store, "--format", "json").stdout.decode())
    assert {"rule", "severity", "message", "plan", "item", "place"} == set(found[0])
    assert len({f["plan"] for f in found}) == 1


def test_an_unknown_plan_is_a_wrong_call(run, store):
    result = run("999/KH-KHONGCO", "--store", store)
    assert (result.exit_code, result.stdout) == (2, b"")
    assert result.stderr


def test_without_a_graph_the_way_to_make_one_is_named(run, tmp_path):
    result = run("--store", str(tmp_path / "none"))
    assert result.exit_code == 2
    assert "cchc build" in result.stderr


def test_a_draft_is_checked_without_any_graph(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run(DRAFT)
    assert result.exit_code == 1
    assert "[plan-without-number]" in result.stdout.decode()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("none.txt", None),
        ("empty.txt", b""),
        ("binary.txt", bytes(range(256)) * 40),
        ("picture.png", b"\x89PNG"),
    ],
)
def test_a_file_that_gives_no_plan_is_named_on_one_line(run, tmp_path, name, content):
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    result = run(str(file))
    assert (result.exit_code, result.stdout) == (3, b"")
    assert name in result.stderr and result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr


def test_findings_for_information_alone_are_no_failure(run, store, monkeypatch):
    from shapes.rules import Severity

    monkeypatch.setattr("shapes.finding.Finding.severity", Severity.INFO)
    assert run("--store", store).exit_code == 0


@pytest.mark.parametrize(
    ("form", "reads"),
    [
        ("json", lambda data: len(json.loads(data))),
        ("csv", lambda data: data.decode("utf-8-sig").count("\r\n") - 1),
        ("xlsx", lambda data: openpyxl.load_workbook(io.BytesIO(data)).active.max_row - 1),
        ("html", lambda data: data.decode().count('<td class="place">')),
        ("ttl", lambda data: len(list(Graph().parse(data=data, format="turtle").objects(None, SH.result)))),
        ("text", lambda data: data.decode().count("\n  ")),
    ],
)
def test_every_format_has_every_finding(run, store, form, reads):
    every = json.loads(run("--store", store, "--format", "json").stdout.decode())
    result = run("--store", store, "--format", form)
    assert result.exit_code == 1
    assert reads(result.stdout) == len(every) > 0


def test_an_unknown_format_is_a_wrong_call(run):
    assert run(DRAFT, "--format", "pdf").exit_code == 2
