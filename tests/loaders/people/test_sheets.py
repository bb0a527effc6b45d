"""Spreadsheets of strangers: read within limits, whatever is in them."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.errors import UnreadableFile
from loaders.grammar.abbreviation import Abbreviations
from loaders.graph.plan import build_plan
from loaders.people import Applied, People, folder_of
from loaders.people.columns import kind, recognise
from loaders.people.correct import corrected
from loaders.people.edits import MOST_ADDED, Addition, edits
from loaders.people.note import Note
from loaders.people.raw import MAX_ROWS, RawSheet
from loaders.people.sheets import read_sheets
from loaders.records import (
    Activity,
    Assignment,
    CitationRecord,
    DocumentRecord,
    MeasureRecord,
    PlanRecord,
    Target,
    Task,
)
from ontology.registry import Registry

UNSAID = {"number": None, "date": None, "issuer": None}
REGISTRY = Registry.load()
PLAN = PlanRecord(
    doc="x.txt",
    document=DocumentRecord(
        number="15/KH-SNV", kind="Kế hoạch", title="Kế hoạch", issuer="Sở Nội vụ tỉnh Bắc Kạn"
    ),
    targets=(Target(key="I/1", label="1", text="Mục tiêu"),),
    tasks=(Task(key="I/2", label="2", target="I/1", text="Nhiệm vụ"),),
    activities=(
        Activity(key="I/3", label="3", row=None, task="I/2", target="I/1", text="Việc"),
        Activity(
            key="I/2/-", label=None, row=None, task="I/2", target="I/1", text=None, lead_raw="Sở Nội vụ"
        ),
    ),
    citations=(
        CitationRecord(text="Luật Viên chức", kind="Luật", role="basis", where="preamble", **UNSAID),
        CitationRecord(text="Luật Viên chức", kind="Luật", role="cited", where="annex", in_="I/3", **UNSAID),
    ),
    measures=(
        MeasureRecord(
            text="90%", indicator=None, comparator="=", value=90, unit="%", by=None, where="annex", in_="I/1"
        ),
    ),
    assignments=(Assignment(agency="Sở Nội vụ", text="Việc"),),
)


def test_cells_become_text(tmp_path):
    book = openpyxl.Workbook()
    row = ["  hai\n dòng ", 3.0, 2.5, date(2025, 3, 14), None, True, "e\u0302"]
    book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    (sheet,) = read_sheets(tmp_path / "a.xlsx")
    assert sheet.rows == (("hai dòng", "3", "2.5", "2025-03-14", "", "True", "ê"),)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_with_the_separator_of_any_office(tmp_path, separator):
    lines = [separator.join(cells) for cells in (["a", "b", "c"], ["1", '"hai\nba"', ""])]
    (tmp_path / "a.csv").write_text("\n".join(lines), encoding="utf-8-sig")
    (sheet,) = read_sheets(tmp_path / "a.csv")
    assert [tuple(" ".join(c.split()) for c in row) for row in sheet.rows] == [
        ("a", "b", "c"),
        ("1", "hai ba", ""),
    ]


def test_a_sheet_of_endless_rows_is_cut(tmp_path):
    (tmp_path / "a.csv").write_text("a,b\n" * (MAX_ROWS + 5), encoding="utf-8")
    (sheet,) = read_sheets(tmp_path / "a.csv")
    assert (len(sheet.rows), sheet.cut) == (MAX_ROWS, True)


def test_a_sheet_of_endless_new_lines_is_told(tmp_path):
    lines = "".join(f"Nghị định số {i}/2018/NĐ-CP,\n" for i in range(MOST_ADDED + 5))
    (tmp_path / "a.csv").write_text(
        "Viện dẫn như in,Mã dòng\nLuật,15/KH-SNV:citation/1\n" + lines, encoding="utf-8"
    )
    people = People.load(tmp_path)
    assert sum(isinstance(edit, Addition) for edit in people.edits) == MOST_ADDED
    assert [note.place.row for note in people.notes] == [MOST_ADDED + 3]


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/worksheets/sheet1.xml", b" " * 2**25)
    return out.getvalue()


def entities() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("xl/workbook.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    return out.getvalue()


@pytest.mark.parametrize("body", [b"", b"PK", b"\xd0\xcf\x11\xe0" * 200, bomb(), entities()])
def test_hostile_files_are_refused_with_a_reason(tmp_path, body):
    (tmp_path / "a.xlsx").write_bytes(body)
    with pytest.raises(UnreadableFile):
        read_sheets(tmp_path / "a.xlsx")
    (note,) = People.load(tmp_path).notes
    assert note.place.file == "a.xlsx"


def test_the_folder_lies_beside_the_plans_or_in_them(tmp_path):
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "a.txt").write_text("x")
    assert folder_of([tmp_path / "plans"]) is None
    (tmp_path / "people").mkdir()
    for path in (tmp_path, tmp_path / "plans", tmp_path / "plans" / "a.txt"):
        assert folder_of([path]) == tmp_path / "people"
    assert folder_of([]) is None


KEYS = ("I/1", "I/2", "I/3", "I/9", "citation/1", "citation/2", "measure/1", "measure/2", "duty/1", "duty/2")
WORDS = (
    *("", "Việc", "Nhiệm vụ", "Sở Nội vụ", "Quý I/2025", "I/2", "I/1; I/2", "=1+1", "\u0301", "x", "2025"),
    *(
        "90",
        "99,5",
        "căn cứ",
        "phụ lục",
        "tối thiểu",
        "14/3/2025",
        "Luật Viên chức",
        "trên 80% hồ sơ",
        "76/NQ-CP",
    ),
)
codes = st.sampled_from(["", *(f"15/KH-SNV:{key}" for key in KEYS), "x:y", "rác"])
words = st.sampled_from(WORDS)


def sheet_of(name: str, found: list[dict[str, str]], header: list[str], *, hidden: bool = False) -> RawSheet:
    titles = tuple(kind(name).heading(f) for f in header)
    return RawSheet(name, (titles, *(tuple(x[f] for f in header) for x in found)), hidden)


@st.composite
def handed_in(draw: st.DrawFn, name: str) -> list:
    """What a sheet of kind ``name`` asks for, whatever is in it, with or without the copy that went out."""
    fields = list(kind(name).columns)
    lines = st.fixed_dictionaries({f: codes if f == "ref" else words for f in fields})
    found, before = draw(st.lists(lines, max_size=6)), draw(st.lists(lines, max_size=4))
    sheet, _ = recognise(sheet_of(name, found, draw(st.permutations(fields))), "sua.xlsx")
    base, _ = recognise(sheet_of(name, before, fields, hidden=True), "sua.xlsx")
    return [e for e in edits(sheet, base if draw(st.booleans()) else None) if not isinstance(e, Note)]


@given(st.tuples(*(handed_in(name) for name in ("rows", "citations", "measures", "assignments"))))
def test_whatever_a_person_writes_leaves_a_plan_whole(asked):
    done = corrected(PLAN, [edit for sheet in asked for edit in sheet], Abbreviations.general)
    rows = [*done.record.targets, *done.record.tasks, *done.record.activities]
    keys = [row.key for row in rows]
    assert len(keys) == len(set(keys))
    known = set(keys)
    for task in done.record.tasks:
        assert {task.target, task.parent} <= known | {None}
    for activity in done.record.activities:
        assert {activity.target, activity.task} <= known | {None}
    assert set(done.marks) <= known | {s.key for s in done.record.sections}
    assert {m.in_ for m in (*done.record.citations, *done.record.measures)} <= known | {None}
    build_plan(done.record, REGISTRY)
    counts = {
        "citation": done.record.citations,
        "measure": done.record.measures,
        "duty": done.record.assignments,
    }
    assert all(1 <= number <= len(counts[part]) for part, number in done.parts)


@given(st.lists(st.lists(words | codes, max_size=5), max_size=5))
def test_any_table_is_recognised_or_told(rows):
    sheet, notes = recognise(RawSheet("x", tuple(tuple(row) for row in rows)), "a.xlsx")
    assert sheet is not None or notes or not any(any(row) for row in rows)


def test_nothing_is_done_where_nobody_wrote(tmp_path):
    applied = Applied(People.load(tmp_path / "none"), Registry.load())
    assert (applied.head(PLAN), applied.notes) == (PLAN, [])
