"""A province's own registry beside the plans counts in every command that reads documents or asks the graph."""

import json
from pathlib import Path

import pytest

from service.cli import run

SMALL = Path(__file__).parent / "small"
PLAN = (SMALL / "tinh.md").read_text(encoding="utf-8")
NAME = "Ban Quản lý các khu công nghiệp tỉnh"
AGENCIES = (
    "province,name,also,member_of,successor,from,to,source\n"
    f"Bắc Kạn,{NAME},Ban KCN Thanh Bình,,,2016-01-01,,QĐ 12/QĐ-UBND\n"
)
SHORT = "short,long,from,source\nBQLK,Ban Quản lý các khu công nghiệp,2016-01-01,QĐ 12/QĐ-UBND\n"
WRONG = "Bắc Cạn Mới,Ban A,,,,2016-01-01,,QĐ\n"


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """A folder with a plan that names an agency by the province's own short form, and its registry beside it."""
    folder = tmp_path / "plans"
    folder.mkdir()
    text = PLAN.replace("| Sở Nội vụ | Báo Bắc Kạn |", "| BQLK tỉnh | Báo Bắc Kạn |")
    (folder / "tinh.md").write_text(text, encoding="utf-8")
    (tmp_path / "registry").mkdir()
    (tmp_path / "registry" / "agencies.csv").write_text(AGENCIES + WRONG, encoding="utf-8")
    (tmp_path / "registry" / "abbreviations.csv").write_text(SHORT, encoding="utf-8")
    return folder


def said(capsys: pytest.CaptureFixture[str], *call: str) -> tuple[int, str, str]:
    code = run(list(call))
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_reading_spells_out_the_own_short_form(plans: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, told = said(capsys, "read", str(plans), "--json")
    leads = {name for activity in json.loads(out)["activities"] for name in activity["lead"]}
    assert (code, NAME in leads, "BQLK tỉnh" in leads) == (0, True, False)
    assert "agencies.csv, dòng 3: không có tỉnh" in told


def test_rows_are_aligned_by_the_own_names(plans: Path, capsys: pytest.CaptureFixture[str]) -> None:
    below = plans / "so.md"
    below.write_text((SMALL / "so.md").read_text(encoding="utf-8"), encoding="utf-8")
    code, out, told = said(capsys, "align", str(below), "--json")
    assert (code, json.loads(out)["parent"]) == (0, "tinh.md")
    assert "agencies.csv, dòng 3: không có tỉnh" in told


def test_a_plan_is_checked_by_the_own_registry(plans: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def unknown() -> list[str]:
        _, out, _ = said(capsys, "check", str(plans / "tinh.md"), "--format", "json")
        told = [f["message"] for f in json.loads(out) if f["rule"] == "agency-not-recognised"]
        return [message.rpartition(": ")[2] for message in told]

    assert unknown() == []
    (plans.parent / "registry").rename(plans.parent / "elsewhere")
    assert unknown() == ["BQLK tỉnh Bắc Kạn (tinh.md, dòng 19)"]


@pytest.mark.parametrize("name", ["Ban KCN Thanh Bình", "ban kcn thanh binh", "BQLK", f"{NAME} Bắc Kạn"])
def test_the_graph_is_asked_by_any_own_name(
    plans: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    store = str(tmp_path / "graph")
    assert run(["build", str(plans), "--store", store]) == 1
    capsys.readouterr()
    code, out, _ = said(capsys, "ask", "agency-work", f"agency={name}", "--store", store, "--format", "json")
    assert code == 0
    assert "Xây dựng kế hoạch tuyên truyền" in out


def test_folders_that_lie_elsewhere_are_not_passed_over_in_silence(
    plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "registry" / "agencies.csv").write_text(AGENCIES, encoding="utf-8")
    for folder in ("people", "registry"):
        (tmp_path / "bàn làm việc" / folder).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "bàn làm việc")
    code, _, told = said(capsys, "build", str(plans))
    assert (code, [line[: line.index("/")] for line in told.splitlines()]) == (
        0,
        ["Chưa dùng thư mục people", "Chưa dùng thư mục registry"],
    )
    assert said(capsys, "build", str(plans), "--people", "people", "--registry", "registry")[2] == ""
    monkeypatch.chdir(tmp_path)
    assert said(capsys, "build", str(plans))[2] == ""
