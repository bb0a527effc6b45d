"""``cchc read``: records, a table, and files that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from service.cli import run

PLAN = Path(__file__).resolve().parents[3] / "plans" / "van-phong-bac-kan-2025.txt"


def test_one_file_gives_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(PLAN), "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert plan["doc"] == PLAN.name
    assert plan["activities"][0]["key"] == "1/1.1.1"


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "trong.txt"
    empty.write_bytes(b"")
    assert run(["read", str(empty), str(PLAN), "--json"]) == 3
    shown = capsys.readouterr()
    assert json.loads(shown.out)["doc"] == PLAN.name
    assert shown.err.startswith("trong.txt: ")
    assert len(shown.err.splitlines()) == 1


def test_the_table_names_the_plan_and_its_rows(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(PLAN)]) == 0
    shown = capsys.readouterr().out
    assert "Thực hiện công tác cải cách hành chính năm 2025" in shown
    assert "1/1.1.1" in shown
