"""``cchc draw`` writes one file, or says why not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.cli import run
from tests.service import sample


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("draw")
    sample.write(folder)
    yield folder


@pytest.mark.parametrize(
    ("what", "name", "holds"),
    [
        (["1/KH-UBND"], "cây.html", "Ban hành kế hoạch tuyên truyền"),
        (["107/2020"], "van-ban.svg", "107/2020/NĐ-CP"),
        ([sample.PLAN], "iri.svg", "1/KH-UBND"),
        ([], "dau.html", "Kế hoạch"),
    ],
)
def test_drawn(root: Path, tmp_path: Path, what: list[str], name: str, holds: str) -> None:
    out = tmp_path / name
    assert run(["draw", *what, "-o", str(out), "--store", str(root)]) == 0
    assert holds in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["999/2999"], "999/2999"),
        (["1/KH-UBND", "-o", "hinh.pdf"], ".svg"),
        ([sample.AGENCY], "chưa có hình vẽ"),
        (["1/KH-UBND", "-o", "/khong/co/thu/muc/a.svg"], "Không ghi được"),
    ],
)
def test_refused(
    root: Path,
    arguments: list[str],
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(root)
    assert run(["draw", *arguments, "--store", str(root)]) == 2
    assert said in capsys.readouterr().err
