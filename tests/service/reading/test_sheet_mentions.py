"""The sheets of citations, figures and duties: what a person does to them is understood, told, and kept."""

import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from loaders.people.columns import kind
from loaders.people.mentions import LONGEST
from loaders.records import PlanRecord
from service.reading.xlsx import sheet_bytes
from tests.service.reading.test_sheet import READINGS, REGISTRY, column, handed_in, result
from tests.service.reading.test_sheet import put as put_row
from tests.service.reading.test_sheet import reading as whole

CITED, FIGURES, DUTIES = "Căn cứ, viện dẫn", "Chỉ tiêu, số liệu", "Phân công thực hiện"
KINDS = {CITED: "citations", FIGURES: "measures", DUTIES: "assignments"}
PARTS = {CITED: "citation", FIGURES: "measure", DUTIES: "duty"}


@cache
def reading() -> PlanRecord:
    """A plan with all its mentions, figures and duties, and the rows in which they stand."""
    plan = whole()
    targets = tuple(t for t in plan.targets if t.key.startswith("III/"))
    return replace(plan, sections=plan.sections[2:], targets=targets, tasks=(), activities=())


@cache
def made(plan: PlanRecord) -> bytes:
    return sheet_bytes(plan, REGISTRY)


def book_of(plan: PlanRecord) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(made(plan)))


def put(sheet: Worksheet, line: int, **cells: object) -> None:
    """Write into the line of a record, by its number in the plan from 1."""
    for field, value in cells.items():
        sheet.cell(line + 1, column(sheet, kind(KINDS[sheet.title]).heading(field))).value = value


def add(sheet: Worksheet, below: int, **cells: object) -> None:
    """A new line below that of the record with number ``below``; 0 is the top."""
    sheet.insert_rows(below + 2)
    put(sheet, below + 1, **cells)


def records(plan: PlanRecord, sheet: str) -> list:
    return list(getattr(plan, KINDS[sheet]))


@pytest.mark.parametrize("sheet", KINDS)
@pytest.mark.parametrize("path", READINGS, ids=lambda p: p.stem)
def test_a_table_saved_as_csv_by_hand_changes_nothing(path, sheet, tmp_path):
    plan = whole(path)
    lines = openpyxl.load_workbook(io.BytesIO(sheet_bytes(plan, REGISTRY)))[sheet].values
    text = "\n".join("\t".join(" ".join((cell or "").split()) for cell in line) for line in lines)
    (tmp_path / "sua.csv").write_text(text, encoding="utf-8")
    got = result(tmp_path, plan)
    assert (got.plan, got.parts, got.notes) == (plan, {}, [])


CHANGED = [
    (CITED, {"number": "1815 /QĐ-UBND"}, {"number": "1815/QĐ-UBND"}),
    (CITED, {"date": "1/10/2021", "issuer": "UBND tỉnh"}, {"date": "2021-10-01", "issuer": "UBND tỉnh"}),
    (CITED, {"role": "triển khai", "where": "phần thân"}, {"role": "implements", "where": "body"}),
    (CITED, {"in_": "III/1.6", "area": "Cải cách thể chế"}, {"in_": "III/1.6", "area": "institution"}),
    (CITED, {"issuer": ""}, {"issuer": None}),
    (CITED, {"title": "=1+1"}, {"title": "=1+1"}),
    (FIGURES, {"value": "99,5"}, {"value": 99.5}),
    (FIGURES, {"value": 0.85}, {"value": 0.85}),
    (FIGURES, {"comparator": "tối thiểu", "by": 2025}, {"comparator": ">=", "by": "2025"}),
    (FIGURES, {"unit": "%/năm", "indicator": "hồ sơ"}, {"unit": "%/năm", "indicator": "hồ sơ"}),
    (DUTIES, {"agency": "Sở TT&TT"}, {"agency": "Sở Thông tin và Truyền thông"}),
    (DUTIES, {"text": "báo cáo hằng quý"}, {"text": "báo cáo hằng quý"}),
]


@pytest.mark.parametrize(("sheet", "cells", "fields"), CHANGED)
def test_a_changed_cell_changes_its_field_alone_and_keeps_the_place(sheet, cells, fields, tmp_path):
    plan = reading()
    book = book_of(plan)
    if "title" in cells:
        book[sheet].cell(6, column(book[sheet], kind("citations").heading("title"))).data_type = "s"
    put(book[sheet], 5, **cells)
    for row in book[sheet].iter_rows():
        for cell in row:
            cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    got = handed_in(book, tmp_path, plan)
    before = records(plan, sheet)
    assert records(got.plan, sheet) == [*before[:4], replace(before[4], **fields), *before[5:]]
    assert {part: str(place) for part, place in got.parts.items()} == {
        (PARTS[sheet], 5): f"sua.xlsx, trang tính “{sheet}”, dòng 6"
    }
    assert (got.notes, got.marks) == ([], {})


def test_a_changed_text_changes_what_its_reading_tells_and_nothing_else(tmp_path):
    plan = reading()
    before = next(c for c in plan.citations if c.number == "1814/QĐ-UBND")
    number = plan.citations.index(before) + 1
    book = book_of(plan)
    put(book[CITED], number, text=before.text.replace("1814", "1841"), issuer="UBND tỉnh")
    after = handed_in(book, tmp_path, plan).plan.citations[number - 1]
    text = before.text.replace("1814", "1841")
    assert after == replace(before, text=text, number="1841/QĐ-UBND", issuer="UBND tỉnh")


ADDED = [
    (
        CITED,
        {"text": "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ", "in_": "III/1.6"},
        {
            "number": "61/2018/NĐ-CP",
            "kind": "Nghị định",
            "date": "2018-04-23",
            "issuer": "Chính phủ",
            "role": "cited",
            "where": "annex",
            "in_": "III/1.6",
        },
    ),
    (
        CITED,
        {"text": "Luật Viên chức", "role": "Căn cứ", "where": "phần mở đầu", "date": "15/11/2010"},
        {"number": None, "role": "basis", "where": "preamble", "date": "2010-11-15", "in_": None},
    ),
    (
        FIGURES,
        {"text": "Tối thiểu 95% hồ sơ được giải quyết đúng hạn"},
        {"comparator": ">=", "value": 95.0, "unit": "%", "where": "body", "in_": None},
    ),
    (
        FIGURES,
        {"text": "Trên 95%, 85% và 65% hồ sơ", "value": 85, "unit": "%"},
        {"comparator": ">", "value": 85.0, "unit": "%"},
    ),
    (
        FIGURES,
        {"text": "giảm phân nửa thời gian", "value": "50", "unit": "%", "comparator": "tối đa"},
        {"comparator": "<=", "value": 50.0, "unit": "%", "indicator": None},
    ),
    (DUTIES, {"agency": "Sở TT&TT", "text": "vận hành cổng"}, {"agency": "Sở Thông tin và Truyền thông"}),
]


@pytest.mark.parametrize(("sheet", "cells", "fields"), ADDED)
def test_a_new_line_is_a_record_below_the_one_above_it(sheet, cells, fields, tmp_path):
    plan = reading()
    book = book_of(plan)
    add(book[sheet], 3, **cells)
    got = handed_in(book, tmp_path, plan)
    before = records(plan, sheet)
    found = records(got.plan, sheet)
    assert [*found[:3], *found[4:]] == before
    assert {field: getattr(found[3], field) for field in fields} == fields
    assert (found[3].text, found[3].lines) == (cells["text"], None)
    assert (found[3].file, found[3].sheet, found[3].rows) == ("sua.xlsx", sheet, (5, 5))
    assert list(got.parts) == [(PARTS[sheet], 4)]
    assert got.notes == []


@pytest.mark.parametrize(("sheet", "cells"), [(sheet, cells) for sheet, cells, _ in ADDED])
def test_a_plan_without_any_record_of_a_kind_can_be_given_one(sheet, cells, tmp_path):
    plan = replace(reading(), **{KINDS[sheet]: ()})
    book = book_of(plan)
    put(book[sheet], 1, **cells)
    got = handed_in(book, tmp_path, plan)
    assert [r.text for r in records(got.plan, sheet)] == [cells["text"]]
    assert got.notes == []


@pytest.mark.parametrize("sheet", KINDS)
@pytest.mark.parametrize("word", ["x", "X", "Bỏ", None])
def test_a_line_is_struck_out_or_deleted(sheet, word, tmp_path):
    plan = reading()
    book = book_of(plan)
    if word:
        put(book[sheet], 2, strike=word)
    else:
        book[sheet].delete_rows(3)
    got = handed_in(book, tmp_path, plan)
    before = records(plan, sheet)
    assert records(got.plan, sheet) == [before[0], *before[2:]]
    assert (got.parts, got.notes) == ({}, [])


@pytest.mark.parametrize("sheet", KINDS)
def test_the_only_record_of_a_plan_can_be_struck_out(sheet, tmp_path):
    plan = replace(reading(), **{KINDS[sheet]: getattr(reading(), KINDS[sheet])[:1]})
    book = book_of(plan)
    put(book[sheet], 1, strike="x")
    got = handed_in(book, tmp_path, plan)
    assert (records(got.plan, sheet), got.notes) == ([], [])


Doing = Callable[[Worksheet], object]
REFUSED: list[tuple[str, Doing, str]] = [
    (CITED, lambda s: put(s, 2, date="hôm qua"), "cột “Ngày ban hành”: không hiểu “hôm qua”"),
    (CITED, lambda s: put(s, 2, role="nền tảng"), "hãy ghi một trong: căn cứ; triển khai"),
    (CITED, lambda s: put(s, 2, in_="IX/9.9"), "không có dòng nào mang mã IX/9.9"),
    (CITED, lambda s: put(s, 2, number="không số"), "không phải số, ký hiệu"),
    (CITED, lambda s: put(s, 2, text=None), "cột “Viện dẫn như in”: không được để trống"),
    (CITED, lambda s: put(s, 2, strike="để xem"), "cột “Bỏ” ghi “để xem”"),
    (CITED, lambda s: put(s, 2, ref="rác"), "không phải mã nào"),
    (CITED, lambda s: add(s, 2, number="61/2018/NĐ-CP"), "chưa có nội dung ở cột nào"),
    (CITED, lambda s: s.delete_rows(3, 9), "không dòng nào bị coi là đã xoá"),
    (CITED, lambda s: s.delete_cols(1), "thiếu cột “Viện dẫn như in”"),
    (FIGURES, lambda s: put(s, 2, value="nhiều"), "cột “Giá trị”: không hiểu “nhiều”"),
    (FIGURES, lambda s: put(s, 2, value=None), "cột “Giá trị”: không được để trống"),
    (FIGURES, lambda s: put(s, 2, comparator="cỡ"), "hãy ghi một trong: trên; tối thiểu"),
    (FIGURES, lambda s: put(s, 2, by="sớm"), "hãy ghi năm như 2025"),
    (
        FIGURES,
        lambda s: add(s, 2, text="trên 90%, 80% hồ sơ"),
        "chưa đủ để dùng; hãy ghi “So sánh”, “Giá trị”",
    ),
    (DUTIES, lambda s: put(s, 2, agency="Sở Y tế, Sở Tư pháp"), "hãy ghi mỗi cơ quan một dòng"),
    (DUTIES, lambda s: put(s, 2, agency=None), "không được để trống"),
    (DUTIES, lambda s: add(s, 2, text="việc không giao ai"), "hãy ghi “Cơ quan, đơn vị”"),
    (DUTIES, lambda s: s.merge_cells("A3:A4"), "1 ô bị gộp"),
    (DUTIES, lambda s: s.merge_cells("F3:F4"), "ô “Mã dòng” bị gộp"),
    (DUTIES, lambda s: put(s, 2, text='=HYPERLINK("http://x")'), "công thức chưa có kết quả"),
]


@pytest.mark.parametrize(("sheet", "edit", "told"), REFUSED)
def test_what_cannot_be_used_is_told_with_its_line_and_costs_nothing(sheet, edit, told, tmp_path):
    plan = reading()
    book = book_of(plan)
    edit(book[sheet])
    got = handed_in(book, tmp_path, plan)
    assert any(told in note for note in got.notes), got.notes
    assert all(note.startswith(f"sua.xlsx, trang tính “{sheet}”") for note in got.notes)
    assert (got.plan, got.parts) == (plan, {})


def test_sheets_that_contradict_each_other_are_told_and_the_rest_is_applied(tmp_path):
    plan = reading()
    for name, date in (("a.xlsx", "1/1/2021"), ("b.xlsx", "01/02/2021")):
        book = book_of(plan)
        put(book[CITED], 3, date=date, number="99/NQ-CP")
        book.save(tmp_path / name)
    got = result(tmp_path, plan)
    assert got.plan.citations[2] == replace(plan.citations[2], number="99/NQ-CP")
    assert sorted(note.split(",")[0] for note in got.notes) == ["a.xlsx", "b.xlsx"]
    assert all("trái nhau" in note for note in got.notes)


def test_sheets_that_say_the_same_in_other_words_agree(tmp_path):
    plan = reading()
    for name, date in (("a.xlsx", "1/2/2021"), ("b.xlsx", "01/02/2021")):
        book = book_of(plan)
        put(book[CITED], 3, date=date)
        book.save(tmp_path / name)
    got = result(tmp_path, plan)
    assert (got.plan.citations[2].date, got.notes) == ("2021-02-01", [])


def test_what_one_corrects_and_another_strikes_out_is_kept_and_told(tmp_path):
    plan = reading()
    for name, cells in (("a.xlsx", {"value": "91"}), ("b.xlsx", {"strike": "x"})):
        book = book_of(plan)
        put(book[FIGURES], 1, **cells)
        book.save(tmp_path / name)
    got = result(tmp_path, plan)
    assert got.plan.measures[0].value == 91
    (note,) = got.notes
    assert note.startswith("b.xlsx")
    assert "được sửa ở a.xlsx" in note


@pytest.mark.parametrize(("sheet", "cells"), [(sheet, cells) for sheet, cells, _ in ADDED])
def test_two_people_who_add_one_thing_add_it_once(sheet, cells, tmp_path):
    plan = reading()
    for name, below in (("a.xlsx", 1), ("b.xlsx", 4)):
        book = book_of(plan)
        add(book[sheet], below, **cells)
        book.save(tmp_path / name)
    got = result(tmp_path, plan)
    assert len(records(got.plan, sheet)) == len(records(plan, sheet)) + 1
    assert got.notes == []


def test_two_people_who_add_one_thing_in_two_ways_are_told(tmp_path):
    plan = reading()
    for name, unit in (("a.xlsx", "01/02/2020"), ("b.xlsx", "03/02/2020")):
        book = book_of(plan)
        add(book[CITED], 1, text="Nghị định số 5/2020/NĐ-CP", date=unit)
        book.save(tmp_path / name)
    got = result(tmp_path, plan)
    assert [c.date for c in got.plan.citations if c.number == "5/2020/NĐ-CP"] == ["2020-02-01"]
    (note,) = got.notes
    assert note.startswith("b.xlsx")
    assert "trùng với dòng ở a.xlsx" in note


@pytest.mark.parametrize(("sheet", "cells"), [(sheet, cells) for sheet, cells, _ in ADDED])
def test_what_a_person_added_and_a_later_reading_finds_is_there_once(sheet, cells, tmp_path):
    plan = reading()
    book = book_of(plan)
    add(book[sheet], 1, **cells)
    held = handed_in(book, tmp_path, plan).plan
    found = replace(records(held, sheet)[1], lines=(700, 701))
    later = replace(plan, **{KINDS[sheet]: (*records(plan, sheet), found)})
    got = result(tmp_path, later)
    assert (got.plan, got.notes) == (later, [])


@pytest.mark.parametrize("sheet", KINDS)
def test_a_correction_follows_its_record_when_more_is_read_before_it(sheet, tmp_path):
    plan = reading()
    listed = records(plan, sheet)
    book = book_of(plan)
    field, value = {"citations": ("title", "a"), "measures": ("unit", "b"), "assignments": ("text", "c")}[
        KINDS[sheet]
    ]
    put(book[sheet], 6, **{field: value})
    # What is equal to the corrected record stands before it now, with another place.
    twin = replace(listed[5], lines=(1, 1))
    later = replace(plan, **{KINDS[sheet]: (*listed[:5], twin, *listed[5:])})
    got = handed_in(book, tmp_path, later)
    assert records(got.plan, sheet) == [*listed[:5], twin, replace(listed[5], **{field: value}), *listed[6:]]
    assert got.notes == []


def test_a_correction_stays_with_a_mention_whose_extent_is_read_better(tmp_path):
    plan = reading()
    before = plan.citations[2]
    book = book_of(plan)
    put(book[CITED], 3, title="về cải cách")
    better = replace(before, text=before.text + " về cải cách", lines=before.lines)
    later = replace(plan, citations=(plan.citations[1], plan.citations[0], better, *plan.citations[3:]))
    got = handed_in(book, tmp_path, later)
    assert got.plan.citations[2] == replace(better, title="về cải cách")
    assert got.notes == []


@pytest.mark.parametrize("sheet", KINDS)
def test_a_correction_whose_record_is_gone_is_told(sheet, tmp_path):
    plan = reading()
    book = book_of(plan)
    put(book[sheet], 1, text="Nghị định khác hẳn số 1/2001/NĐ-CP")
    later = replace(plan, **{KINDS[sheet]: ()})
    got = handed_in(book, tmp_path, later)
    assert got.plan == later
    (note,) = got.notes
    assert "không còn dòng nào" in note
    assert "dòng 2" in note


def test_a_new_row_may_be_named_by_what_stands_in_it(tmp_path):
    plan = reading()
    book = book_of(plan)
    rows = book["Bảng nhiệm vụ"]
    rows.insert_rows(4)
    for title, text in (("TT", "9.9"), ("Mục tiêu", "Một cửa liên thông")):
        rows.cell(4, column(rows, title)).value = text
    add(book[FIGURES], 1, text="Trên 60% hồ sơ", in_="III/9.9")
    got = handed_in(book, tmp_path, plan)
    assert [(m.value, m.in_) for m in got.plan.measures if m not in plan.measures] == [(60, "III/9.9")]
    assert got.notes == []


def test_what_is_struck_out_and_read_no_more_is_as_wished(tmp_path):
    plan = reading()
    book = book_of(plan)
    gone = next(t for t in plan.targets if sum(t.text == other.text for other in plan.targets) == 1)
    put(book[CITED], 2, strike="x")
    rows = book["Bảng nhiệm vụ"]
    rows.cell(2 + 1 + plan.targets.index(gone), column(rows, "Bỏ")).value = "x"
    later = replace(
        plan,
        citations=(plan.citations[0], *plan.citations[2:]),
        targets=tuple(t for t in plan.targets if t != gone),
        measures=(),
    )
    got = handed_in(book, tmp_path, later)
    assert (got.plan, got.notes) == (later, [])


def test_a_mention_that_a_person_stated_outlives_a_corrected_row(tmp_path):
    plan = reading()
    cited = plan.measures[3]
    book = book_of(plan)
    put(book[FIGURES], 4, value="12")
    put_row(book["Bảng nhiệm vụ"], cited.in_, target="Một việc không có con số nào")
    got = handed_in(book, tmp_path, plan)
    assert replace(cited, value=12.0) in got.plan.measures
    assert "Một việc không có con số nào" in {target.text for target in got.plan.targets}
    assert got.notes == []


def test_columns_may_move_and_sheets_too_and_those_that_may_be_lost_change_nothing(tmp_path):
    plan = reading()
    book = book_of(plan)
    sheet = book[CITED]
    put(sheet, 2, number="7/NQ-CP")
    sheet.delete_cols(column(sheet, "Trích yếu"))
    sheet.delete_cols(column(sheet, "Bỏ"))
    last = sheet.max_column
    sheet.move_range(f"A1:A{sheet.max_row}", cols=last)
    book.move_sheet(sheet, -3)
    got = handed_in(book, tmp_path, plan)
    assert got.plan.citations[1] == replace(plan.citations[1], number="7/NQ-CP")
    assert (len(got.parts), got.notes) == (1, [])


def plain_copy(book: openpyxl.Workbook, *, hide: bool) -> openpyxl.Workbook:
    """The workbook as a poor writer saves it: values alone, every sheet shown."""
    out = openpyxl.Workbook(write_only=True)
    for sheet in book.worksheets:
        made = out.create_sheet(sheet.title)
        made.sheet_state = sheet.sheet_state if hide else "visible"
        for row in sheet.iter_rows(values_only=True):
            made.append(row)
    return out


@pytest.mark.parametrize("hide", [True, False])
def test_a_workbook_saved_without_styles_says_the_same(hide, tmp_path):
    plan = reading()
    book = book_of(plan)
    put(book[DUTIES], 2, agency="Sở Nội vụ")
    better = replace(plan, measures=(replace(plan.measures[0], unit="hồ sơ"), *plan.measures[1:]))
    got = handed_in(plain_copy(book, hide=hide), tmp_path, better)
    assert got.plan.assignments[1].agency == "Sở Nội vụ"
    assert got.plan.measures == better.measures
    assert got.notes == []


def test_a_share_typed_as_a_percentage_is_understood(tmp_path):
    plan = reading()
    book = book_of(plan)
    put(book[FIGURES], 1, value=0.955)
    book[FIGURES].cell(2, column(book[FIGURES], "Giá trị")).number_format = "0.0%"
    assert handed_in(book, tmp_path, plan).plan.measures[0].value == 95.5


def test_a_text_too_long_to_be_one_statement_is_told(tmp_path):
    plan = reading()
    book = book_of(plan)
    text = ("Nghị định số 1/2020/NĐ-CP 100% hồ sơ, " * 1000)[:32_767].strip()
    for sheet in KINDS:
        put(book[sheet], 1, text=text)
    add(book[DUTIES], 1, text=text, agency="Sở Nội vụ")
    got = handed_in(book, tmp_path, plan)
    assert got.plan == plan
    assert sum(f"dài hơn {LONGEST} chữ cái" in note for note in got.notes) == len(KINDS) + 1
    for sheet in KINDS:
        put(book[sheet], 1, text=text[:LONGEST].strip())
    got = handed_in(book, tmp_path, plan)
    assert {records(got.plan, sheet)[0].text for sheet in KINDS} == {text[:LONGEST].strip()}


def test_a_new_line_that_is_struck_out_is_nothing(tmp_path):
    plan = reading()
    book = book_of(plan)
    add(book[CITED], 1, text="Nghị định 9/2020/NĐ-CP", strike="x")
    got = handed_in(book, tmp_path, plan)
    assert (got.plan, got.notes) == (plan, [])


def test_a_line_struck_out_and_written_anew_below_is_the_new_one(tmp_path):
    plan = reading()
    book = book_of(plan)
    put(book[CITED], 3, strike="x")
    add(book[CITED], 3, text=plan.citations[2].text)
    got = handed_in(book, tmp_path, plan)
    assert (got.plan.citations[2].text, got.plan.citations[2].lines) == (plan.citations[2].text, None)
    assert (len(got.plan.citations), got.notes) == (len(plan.citations), [])
