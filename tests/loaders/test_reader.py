"""The plans that ship with the project, against their hand-checked readings; and what is no plan."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from bench.score import Score, compare
from loaders.errors import LoaderError, NotAPlan, UnreadableFile
from loaders.reader import documents_in, read, read_all
from loaders.records import PlanRecord, dump, load

ROOT = Path(__file__).resolve().parents[2]
READINGS = sorted((ROOT / "tests" / "readings").glob("*.json"))
FIELDS = (
    *("sections", "targets", "tasks", "citations"),
    *("text", "task", "target", "time", "budget", "dates", "product", "lead", "coord", "rows.perfect"),
)


def plan_of(reading: Path) -> Path:
    return next((ROOT / "plans").glob(f"{reading.stem}.*"))


@pytest.fixture(scope="module", params=READINGS, ids=lambda path: path.stem)
def scored(request: pytest.FixtureRequest) -> Score:
    gold = json.loads(request.param.read_text(encoding="utf-8"))
    return compare(gold, read(plan_of(request.param)).to_json())


@pytest.mark.parametrize("name", FIELDS)
def test_reads_all_that_a_careful_reader_does(scored: Score, name: str) -> None:
    assert scored.rate(name) == 1.0


@pytest.mark.parametrize("name", ["number", "kind", "issuer", "date", "title", "signer", "period"])
def test_reads_what_the_document_says_of_itself(scored: Score, name: str) -> None:
    assert scored.rate(f"document.{name}") == 1.0


@pytest.mark.parametrize("reading", READINGS, ids=lambda path: path.stem)
def test_every_row_knows_its_place_and_its_uppers(reading: Path) -> None:
    plan = read(plan_of(reading))
    last = len(plan_of(reading).read_text(encoding="utf-8").split("\n"))
    rows = [*plan.targets, *plan.tasks, *plan.activities]
    keys = [row.key for row in rows]
    assert len(set(keys)) == len(keys)
    assert {row.task for row in plan.activities} - {None} <= {task.key for task in plan.tasks}
    assert {row.target for row in (*plan.tasks, *plan.activities)} - {None} <= {t.key for t in plan.targets}
    assert all(row.lines and 1 <= row.lines[0] <= row.lines[1] <= last for row in rows)
    assert all(0.0 <= (row.confidence or 0.0) <= 1.0 for row in plan.activities)


def test_records_survive_their_json() -> None:
    plan = read(plan_of(READINGS[-1]))
    assert load(dump(plan)) == plan


def test_the_same_file_gives_the_same_records() -> None:
    path = plan_of(READINGS[-1])
    assert read(path) == read(path)


@pytest.mark.parametrize(
    ("content", "error", "says"),
    [
        (b"", UnreadableFile, "rỗng"),
        (b"\n \n", UnreadableFile, "chữ"),
        (b"\x00\x01\x02\x03" * 50, UnreadableFile, "tệp"),
        ("Hôm nay trời đẹp.".encode(), NotAPlan, "kế hoạch"),
        ("## Lệnh dùng trong đồ thị\n\nChạy lệnh này để dựng.\n".encode(), NotAPlan, "kế hoạch"),
        (b"The quick brown fox jumps over the lazy dog.\n" * 20, NotAPlan, "kế hoạch"),
    ],
)
def test_refuses_what_is_no_plan(tmp_path: Path, content: bytes, error: type[LoaderError], says: str) -> None:
    path = tmp_path / "tep.txt"
    path.write_bytes(content)
    with pytest.raises(error, match=says) as caught:
        read(path)
    assert "tep.txt" in caught.value.message


def test_a_plan_is_known_by_its_number_where_its_title_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "tep.txt"
    path.write_text("Số: 5/KH-UBND\nHuế, ngày 1/2/2021\nI. MỤC TIÊU\n90% hồ sơ", encoding="utf-8")
    plan = read(path)
    assert (plan.document.kind, plan.document.title) == ("Kế hoạch", None)
    assert [measure.value for measure in plan.measures] == [90]


def test_refuses_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="không tìm thấy"):
        read(tmp_path / "khong-co.txt")


def test_a_file_that_cannot_be_read_costs_the_others_nothing(tmp_path: Path) -> None:
    bad = tmp_path / "hong.txt"
    bad.write_bytes(b"")
    good = plan_of(READINGS[-1])
    results = list(read_all([bad, good]))
    assert isinstance(results[0], UnreadableFile)
    assert isinstance(results[1], PlanRecord)


@pytest.mark.slow
def test_many_files_are_read_on_all_cores(tmp_path: Path) -> None:
    good = plan_of(READINGS[-1])
    empty = tmp_path / "trong.txt"
    empty.write_bytes(b"")
    results = list(read_all([good, empty, good, good, good], processes=2))
    assert [type(result) for result in results] == [
        PlanRecord,
        UnreadableFile,
        PlanRecord,
        PlanRecord,
        PlanRecord,
    ]


def test_a_folder_stands_for_its_documents(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "anh.png"):
        (tmp_path / name).write_bytes(b"x")
    assert [path.name for path in documents_in([tmp_path])] == ["a.md", "b.txt"]


def test_documents_of_a_folder_are_found_below_it_without_leftovers(tmp_path: Path) -> None:
    below = tmp_path / "năm 2024"
    below.mkdir()
    for name in ("b.txt", "c.doc", "năm 2024/a.md", "năm 2024/~$a.docx", ".ẩn.txt", "ảnh.png"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert documents_in([tmp_path]) == [tmp_path / "b.txt", tmp_path / "c.doc", below / "a.md"]


class _Deadly(type(Path())):  # type: ignore[misc]
    """A path that ends the process it is sent to."""

    def __reduce__(self) -> Any:
        return os._exit, (1,)


@pytest.mark.slow
def test_a_file_at_which_a_process_ends_costs_the_others_nothing(tmp_path: Path) -> None:
    good = plan_of(READINGS[-1])
    results = list(read_all([good, _Deadly(good), good, good], processes=2))
    assert [type(result) for result in results] == [PlanRecord, UnreadableFile, PlanRecord, PlanRecord]
    assert "ngắt" in str(results[1])


def test_links_that_lead_nowhere_are_told_and_none_is_followed_in_circles(tmp_path: Path) -> None:
    (tmp_path / "nhánh").mkdir()
    (tmp_path / "nhánh" / "vòng").symlink_to(tmp_path, target_is_directory=True)
    for name in ("tự.txt", "mất.txt"):
        (tmp_path / name).symlink_to(name if name == "tự.txt" else "không-có.txt")
    (tmp_path / "kế hoạch 📄.txt").write_bytes(b"")
    found = documents_in([tmp_path])
    assert [path.name for path in found] == ["kế hoạch 📄.txt", "mất.txt", "tự.txt"]
    assert [str(error).partition(": ")[2].partition(".")[0] for error in read_all(found)] == [
        "tệp rỗng",
        "không tìm thấy tệp",
        "không mở được tệp",
    ]


def test_a_name_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/k\xe9.txt"))
    with pytest.raises(UnreadableFile, match="không phải UTF-8") as caught:
        read(path)
    assert caught.value.message.encode()


def test_documents_are_found_wherever_a_table_names_them(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "KẾ HOẠCH\nChuyển đổi số năm 2025\n\n"
        "| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |\n| --- | --- | --- | --- |\n"
        "| I | Nhiệm vụ theo Nghị quyết số 57-NQ/TW | | |\n"
        "| 1 | Ban hành quy chế theo Luật số 60/2024/QH15 | Sở Nội vụ | Quý I |\n"
        "| Tổng kinh phí: 300 triệu đồng, vốn đã giao tại Quyết định số 55/QĐ-UBND. | | | |\n\n"
        "PHỤ LỤC\n\n| TT | Tên văn bản | Số, ký hiệu |\n| --- | --- | --- |\n"
        "| 1 | Chương trình của Tỉnh ủy | 02-CTr/TU |\n",
        encoding="utf-8",
    )
    plan = read(tmp_path / "a.md")
    assert [(found.number, found.in_) for found in plan.citations if found.number] == [
        ("57-NQ/TW", None),
        ("60/2024/QH15", "I/1"),
        ("55/QĐ-UBND", None),
        ("02-CTr/TU", None),
    ]
    assert [activity.key for activity in plan.activities] == ["I/1"]


@pytest.mark.parametrize("suffix", [".md", ".html"])
@pytest.mark.parametrize(
    "head",
    [
        "TT | Chỉ tiêu | Đơn vị tính | Năm 2025",
        "STT | Tên chỉ tiêu | ĐVT (lượt) | Chỉ tiêu giao",
        "Số TT | Chỉ tiêu | Đơn vị | Kế hoạch 2025",
        "Tiêu chí | Mục tiêu | Đơn vị tính | Mục tiêu đến năm 2025",
    ],
)
def test_a_table_of_figures_with_their_units_has_no_duties(tmp_path: Path, head: str, suffix: str) -> None:
    rows = [row.split(" | ") for row in (head, "1 | Hồ sơ trực tuyến | % | 80", "2 | Xã đạt chuẩn | Xã | 12")]
    if suffix == ".md":
        shown = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    else:
        cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
        shown = f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
    path = tmp_path / f"a{suffix}"
    parts = ("Số: 12/KH-UBND", "KẾ HOẠCH", "Chuyển đổi số năm 2025", "I. MỤC TIÊU", shown)
    path.write_text(
        "\n\n".join(parts if suffix == ".md" else map("<p>{}</p>".format, parts)), encoding="utf-8"
    )
    plan = read(path)
    assert [(found.value, found.unit) for found in plan.measures] == [(80, "%"), (12, "Xã")]
    assert not plan.activities


def test_a_duty_is_an_activity_or_an_assignment(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.txt"
    duties = "1. Rà soát.\nPhòng A chủ trì thực hiện trong quý I/2025.\n2. Mở lớp.\nPhòng B chủ trì thực hiện trong quý II/2025.\n"
    path.write_text(
        "UBND TỈNH HÀ NAM\nSố: 12/KH-UBND\nHà Nam, ngày 02 tháng 01 năm 2025\nKẾ HOẠCH\nCẢI CÁCH HÀNH CHÍNH NĂM 2025\n"
        f"I. NỘI DUNG VÀ PHÂN CÔNG THỰC HIỆN\n{duties}II. TỔ CHỨC THỰC HIỆN\n1. Phòng C theo dõi, đôn đốc.\n",
        encoding="utf-8",
    )
    plan = read(path)
    assert [activity.lead for activity in plan.activities] == [("Phòng A",), ("Phòng B",)]
    assert [duty.agency for duty in plan.assignments] == ["Phòng C"]
