"""``cchc serve`` as a process: it answers, stops when asked, and says plainly what is in the way."""

from __future__ import annotations

import http.client
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from service.cli import run
from service.cli.serve import _address, _listen
from service.errors import ServiceError
from tests.service import sample


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_serves_until_it_is_asked_to_stop(tmp_path: Path) -> None:
    sample.write(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from service.cli import main; main()", "serve"]
    process = subprocess.Popen(
        [*command, "--port", str(port), "--store", str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        assert process.stdout is not None
        said = process.stdout.readline()
        assert f"http://127.0.0.1:{port}" in said
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request("GET", "/health")
        response = connection.getresponse()
        assert response.status == 200
        response.read()
        connection.close()
    finally:
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=30)
    assert complaints == ""


def test_a_port_in_use_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sample.write(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run(["serve", "--port", str(port), "--store", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert f"127.0.0.1:{port}" in said
    assert "--port" in said


def test_a_missing_store_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", "--store", str(tmp_path / "không có")]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "cchc build" in said


def test_a_scratch_graph_needs_a_token(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CCHC_TOKEN", raising=False)
    assert run(["serve", "--scratch", str(tmp_path / "thử")]) == 2
    assert "CCHC_TOKEN" in capsys.readouterr().err
    assert not (tmp_path / "thử").exists()


def test_a_folder_with_plans_is_no_scratch_graph(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sample.write(tmp_path)
    monkeypatch.setenv("CCHC_TOKEN", "mã")
    assert run(["serve", "--scratch", str(tmp_path)]) == 2
    assert "thư mục mới" in capsys.readouterr().err


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(ServiceError, match="--host"):
        _listen("192.0.2.1", 8000)


def test_a_wrong_setting_stops_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CCHC_QUERY_ROWS", "nhiều")
    assert run(["serve", "--store", str(tmp_path)]) == 2
    assert "CCHC_QUERY_ROWS" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000"),
        ("::1", "http://[::1]:8000"),
        ("0.0.0.0", "http://127.0.0.1:8000 (máy khác trong mạng: tên máy này và cổng 8000)"),
    ],
)
def test_the_address_told_is_one_that_a_browser_opens(host: str, shown: str) -> None:
    assert _address(host, 8000) == shown
