"""Lines of review sheets: what they decide, what is wrong with them, and which plan they mean."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from loaders.people import KnownPlan, People, Ref, digest, settle, training_pairs
from loaders.people.plans import Plans, Unnamed
from loaders.people.values import day
from loaders.records import DocumentRecord, PlanRecord, Target
from ontology.registry import Registry


def plan(number: str, issuer: str, *texts: str, year: int = 2025, title: str = "Kế hoạch") -> KnownPlan:
    document = DocumentRecord(number=number, kind="Kế hoạch", title=title, issuer=issuer, period=(year, year))
    targets = tuple(Target(key=f"I/{i}", label=str(i), text=text) for i, text in enumerate(texts, 1))
    return KnownPlan(
        PlanRecord(doc="x.txt", document=document, targets=targets), (f"ke-hoach/{issuer}/{number}",)
    )


DEPARTMENT = plan("15/KH-SNV", "Sở Nội vụ tỉnh Bắc Kạn", "Niêm yết thủ tục", "Viết bài tuyên truyền")
PROVINCE = plan("232/KH-UBND", "UBND tỉnh Bắc Kạn", "Công khai thủ tục", "Tuyên truyền trên báo")
OTHER = plan("232/KH-UBND", "UBND tỉnh Hà Giang", "Việc khác")
PLANS = Plans([DEPARTMENT, PROVINCE, OTHER])
HEADER = "Mã dòng,Nội dung,Mã dòng trên,Nội dung dòng trên,Quyết định,Người duyệt,Ngày,Ghi chú"
OWN, ABOVE = "15/KH-SNV:I/1,Niêm yết thủ tục", "232/KH-UBND UBND tỉnh Bắc Kạn:I/1,Công khai thủ tục"


def said(folder: Path, *lines: str, header: str = HEADER):
    (folder / "duyet.csv").write_text("\n".join([header, *lines]), encoding="utf-8")
    people = People.load(folder)
    settled, notes = settle(people.decisions, PLANS)
    return (
        [(s.child.key, s.parent.key, s.decision.verdict) for s in settled],
        [note.message for note in (*people.notes, *notes)],
    )


@pytest.mark.parametrize(
    ("line", "decided", "told"),
    [
        (f"{OWN},{ABOVE},đồng ý,A,14/3/2025,", [("I/1", "I/1", "accepted")], ""),
        (f"{OWN},{ABOVE},ĐỒNG Ý.,,,", [("I/1", "I/1", "accepted")], ""),
        (f"{OWN},{ABOVE},khong dong y,,,", [("I/1", "I/1", "rejected")], ""),
        (f"{OWN},{ABOVE},bổ sung,,,", [("I/1", "I/1", "added")], ""),
        (f"{OWN},{ABOVE},,A,,xem sau", [], ""),
        (f"{OWN},{ABOVE},đồng ý,A,hôm qua,", [("I/1", "I/1", "accepted")], "không hiểu ngày “hôm qua”"),
        (f"{OWN},{ABOVE},chắc vậy,,,", [], "không hiểu quyết định “chắc vậy”"),
        (f"Niêm yết,,{ABOVE},đồng ý,,,", [], "cột “Mã dòng” phải ghi số hiệu kế hoạch và mã dòng"),
        (f"{OWN},,,đồng ý,,,", [], "cột “Mã dòng trên” phải ghi"),
        (f"{OWN},7/KH-UBND:I/1,,đồng ý,,,", [], "không có kế hoạch nào là “7/KH-UBND”"),
        (f"{OWN},232/KH-UBND:I/1,Công khai thủ tục,đồng ý,,,", [], "có thể là 2 kế hoạch"),
        (f"{OWN},15/KH-SNV:I/2,Viết bài tuyên truyền,đồng ý,,,", [], "cùng một kế hoạch"),
        (f"15/KH-SNV:I/9,,{ABOVE},đồng ý,,,", [], "không còn dòng nào"),
        (f"15/KH-SNV:I/1,Mua máy tính,{ABOVE},đồng ý,,,", [], "nội dung khác"),
        (f"15/KH-SNV:I/1,,{ABOVE},đồng ý,,,", [("I/1", "I/1", "accepted")], "hãy ghi thêm nội dung dòng"),
    ],
)
def test_a_line_decides_or_is_told(tmp_path, line, decided, told):
    links, notes = said(tmp_path, line)
    assert links == decided
    assert bool(notes) == bool(told)
    assert told in " ".join(notes)
    assert all(note.startswith("duyet.csv") for note in notes)


def test_lines_that_cannot_be_used_cost_the_others_nothing(tmp_path):
    links, notes = said(tmp_path, "gì đó,,,,đồng ý,,,", f"{OWN},{ABOVE},đồng ý,,,", "x:y,,z:t,,không,,,")
    assert links == [("I/1", "I/1", "accepted")]
    assert [note.partition(":")[0] for note in notes] == ["duyet.csv, dòng 2", "duyet.csv", "duyet.csv"]


def test_columns_may_stand_in_any_order_below_a_title(tmp_path):
    shuffled = "Quyết định,Mã dòng trên,Nội dung dòng trên,Mã dòng,Nội dung"
    cells = ["đồng ý", *ABOVE.split(","), *OWN.split(",")]
    line = ",".join(cells)
    (tmp_path / "duyet.csv").write_text(f"BẢNG DUYỆT\n\n{shuffled}\n{line}\n", encoding="utf-8")
    settled, _ = settle(People.load(tmp_path).decisions, PLANS)
    assert [str(s.decision.place) for s in settled] == ["duyet.csv, dòng 4"]


def test_a_lost_column_is_named(tmp_path):
    links, notes = said(tmp_path, f"{OWN},{ABOVE},đồng ý", header=HEADER.replace("Quyết định", "Q"))
    assert links == []
    assert "thiếu cột “Quyết định”" in notes[0]


def test_a_contradiction_without_days_applies_neither(tmp_path):
    links, notes = said(tmp_path, f"{OWN},{ABOVE},đồng ý,,,", f"{OWN},{ABOVE},không đồng ý,,3/2/2025,")
    assert links == []
    assert [note.partition(":")[0] for note in notes] == ["duyet.csv, dòng 2", "duyet.csv, dòng 3"]


def test_the_same_word_twice_is_no_contradiction(tmp_path):
    assert said(tmp_path, f"{OWN},{ABOVE},đồng ý,,,", f"{OWN},{ABOVE},bổ sung,,,")[1] == []


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("15/KH-SNV", DEPARTMENT),
        ("Kế hoạch số 15 / KH-SNV", DEPARTMENT),
        ("ke-hoach/UBND tỉnh Hà Giang/232/KH-UBND", OTHER),
        ("232/KH-UBND của UBND tỉnh Hà Giang", OTHER),
        ("232/KH-UBND", None),
        ("5/KH-SNV", None),
        ("15/KH-SNVX", None),
        ("", None),
    ],
)
def test_a_plan_is_found_by_its_number_as_people_write_it(name, meant):
    found = PLANS.find(name)
    assert found is meant if meant else isinstance(found, Unnamed)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("14/3/2025", date(2025, 3, 14)),
        ("14-03-2025", date(2025, 3, 14)),
        ("2025-03-14", date(2025, 3, 14)),
        ("31/2/2025", None),
        ("3/2025", None),
        ("", None),
    ],
)
def test_a_day_as_people_write_it(text, meant):
    assert day(text) == meant


def test_decisions_are_examples_to_learn_from(tmp_path):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADER.split(","))
    own, above = (p.record.targets[0] for p in (DEPARTMENT, PROVINCE))
    for key, verdict in (("I/1", "đồng ý"), ("I/2", "không đồng ý")):
        row = [f"15/KH-SNV:{key}", "", Ref("232/KH-UBND", above.key, digest(above.text)), "", verdict]
        writer.writerow(row)
    (tmp_path / "duyet.csv").write_text(out.getvalue(), encoding="utf-8")
    found = training_pairs(tmp_path, [DEPARTMENT.record, PROVINCE.record], Registry.load())
    assert [(p.child_key, p.parent_key, p.linked) for p in found] == [
        ("I/1", "I/1", True),
        ("I/2", "I/1", False),
    ]
    assert found[0].child.targets[0] == own
