"""``cchc read``: records, a table, and files that cannot be read."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
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


def test_a_folder_without_documents_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "rong.pdf"
    folder.mkdir()
    assert run(["read", str(folder)]) == 3
    assert "rong.pdf: không có văn bản nào để đọc" in capsys.readouterr().err


def test_the_table_names_the_plan_and_its_rows(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(PLAN)]) == 0
    shown = capsys.readouterr().out
    assert "Thực hiện công tác cải cách hành chính năm 2025" in shown
    assert "1/1.1.1" in shown


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told_and_leaves_nothing_half_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["read", str(PLAN), "--html", "/dev/full"]) == 2
    assert "đĩa đã đầy" in capsys.readouterr().err
    command = [sys.executable, "-m", "service.cli", "read", str(PLAN), "--json"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "Không ghi được kết quả: đĩa đã đầy.\n")


def test_a_result_takes_the_place_of_the_one_before_only_when_it_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "đọc.html"
    assert run(["read", str(PLAN), "--html", str(out)]) == 0
    whole = out.read_bytes()

    def fails(path: Path, body: bytes) -> int:
        path.open("wb").close()
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "write_bytes", fails)
    assert run(["read", str(PLAN), "--html", str(out)]) == 2
    assert out.read_bytes() == whole
    assert [path.name for path in tmp_path.iterdir()] == ["đọc.html"]


def test_results_without_a_name_are_named_by_the_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["read", str(PLAN), "--html", "--xlsx"]) == 0
    names = sorted([f"{PLAN.stem}-doi-chieu.html", f"{PLAN.stem}-sua.xlsx"])
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    said = capsys.readouterr().err
    assert all(name in said for name in names)
    assert run(["read", str(PLAN), "--xlsx"]) == 2
    assert f"Đã có {PLAN.stem}-sua.xlsx" in capsys.readouterr().err
